//! What a look finds, and what can be done about it.

use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::digest::Digest;
use crate::named::enumeration;

/// What became of a file, the worst first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "WatchWhat", rename_all = "snake_case")]
pub enum What {
    /// A copy that is not the approved file: other bytes where it lay or under its number, or an earlier version.
    Drift,
    /// What was filed from here is here no longer, and its content nowhere else in the folder.
    Gone,
    /// Another version of a document, by its number or by its words.
    Version,
    /// Other bytes than a draft or a record had.
    Changed,
    /// Nothing that is filed.
    New,
    /// What is filed, from another place, where it lies no longer.
    Moved,
    /// It could not be looked at.
    Unreadable,
}

enumeration!(What, refusals::watch_what_unknown);

/// What can be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "WatchAction", rename_all = "snake_case")]
pub enum Action {
    /// File it, as an import would.
    File,
    /// File it as a new version of its document, a draft.
    Revise,
    /// It was moved there: it is not said again.
    Moved,
    /// Leave it as it is, until it changes.
    Leave,
    /// Say it again after all.
    Ask,
}

enumeration!(Action, refusals::watch_action_unknown);

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "WatchFinding")]
pub struct Finding {
    /// Its path in the folder.
    pub path: String,
    /// What became of it.
    pub what: What,
    /// The document or record concerned.
    pub code: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Whether that is a record.
    pub record: bool,
    /// The version that it is: as the file says, or as which its content is filed.
    pub version: Option<String>,
    /// The version that counts.
    pub approved: Option<String>,
    /// Where it lay when it was filed.
    pub was: Option<String>,
    /// How many words of a hundred are those of what is filed.
    pub percent: Option<u8>,
    /// How many words were added to what is filed.
    pub added: Option<usize>,
    /// How many were taken out of it.
    pub removed: Option<usize>,
    /// Why it could not be looked at, in one word.
    pub problem: Option<String>,
    /// Its content.
    pub digest: Option<Digest>,
    /// Whether a person said that it is to be left as it is.
    pub left: bool,
    /// What can be done about it.
    pub can: Vec<Action>,
}

impl Finding {
    pub(super) fn of(path: &str, what: What, digest: Option<Digest>) -> Self {
        Self {
            path: path.to_owned(),
            what,
            code: None,
            title: None,
            record: false,
            version: None,
            approved: None,
            was: None,
            percent: None,
            added: None,
            removed: None,
            problem: None,
            digest,
            left: false,
            can: Vec::new(),
        }
    }
}

/// What a look at a folder found.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[ts(rename = "WatchLooked")]
pub struct Looked {
    /// The folder's name.
    pub name: String,
    /// Whether it is not there, or empty though it was not: a share that is not mounted, not one of which all is gone.
    pub away: bool,
    /// Its files.
    pub files: usize,
    /// Those that are as they were filed.
    pub as_filed: usize,
    /// Those that had another size or time than the last look saw, and were read; how fast a look is, and no news.
    #[serde(skip)]
    #[ts(skip)]
    pub read: usize,
    /// Files of operating systems and programs, which are no business of ours.
    pub skipped: usize,
    /// What is to be said, the worst first; what is to be left comes last.
    pub findings: Vec<Finding>,
}
