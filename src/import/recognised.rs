//! Files that are filed already, though they lie elsewhere or hold a newer version: said, never filed twice.

use std::collections::HashMap;

use serde::Serialize;
use ts_rs::TS;

use crate::filed::FiledFile;

/// As what a file was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The same bytes, which lay elsewhere before and lie there no longer.
    Moved,
    /// The same bytes under the same path, seen from a folder above or below.
    SameAgain,
    /// Another version of a document that is filed.
    NewVersion,
    /// Another text with most of the words of a document that is filed; it is filed by itself.
    LooksLike,
}

/// A file that was recognised against what is filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recognised {
    /// Path relative to the folder given.
    pub path: String,
    /// The document or record.
    pub code: String,
    /// As what.
    pub how: How,
    /// Where it lay, the version there was, or how many words of a hundred are the same.
    pub was: String,
}

impl Recognised {
    /// A file with the same bytes as one that is filed; nothing where that one still lies in its place, so that this is a
    /// copy of it.
    pub(super) fn elsewhere(path: &str, code: &str, was: &str, files: &HashMap<String, FiledFile>) -> Option<Self> {
        let below = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        let how = if below(path, was) || below(was, path) { How::SameAgain } else { How::Moved };
        let there = files.contains_key(was);
        (path != was && !there).then(|| Self { path: path.to_owned(), code: code.to_owned(), how, was: was.to_owned() })
    }
}
