//! What was seen in a watched folder the last time, so that only what has another size or time is read again; and what a
//! person said of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::told::Told;
use crate::digest::Digest;

/// All that is kept of a folder.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Seen {
    /// Its files, by their paths in it.
    pub(super) files: BTreeMap<String, SeenFile>,
    /// What is to be left as it is: by its path, with the content it had; nothing for a file that was gone.
    pub(super) left: BTreeMap<String, Option<Digest>>,
    /// Files that somebody said were moved there, with their content.
    pub(super) moved: BTreeMap<String, Digest>,
}

/// A file as it was seen.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SeenFile {
    /// In bytes.
    pub(super) size: u64,
    /// When it was changed last, in milliseconds since 1970.
    pub(super) modified: i64,
    /// Its content.
    pub(super) digest: Digest,
    /// What it says of itself, where its content is not filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) told: Option<Told>,
}

/// A file that was changed so shortly before it was looked at may change again within the same moment.
const SETTLED: i64 = 2_000;

impl Seen {
    /// The content of a file that is as it was, by its size and time.
    pub(super) fn unchanged(&self, path: &str, size: u64, modified: i64, now: i64) -> Option<&SeenFile> {
        let there = self.files.get(path)?;
        let settled = modified + SETTLED <= now;
        (there.size == size && there.modified == modified && settled).then_some(there)
    }

    /// Whether a person said that this is to be left as it is.
    pub(super) fn is_left(&self, path: &str, digest: Option<Digest>) -> bool {
        self.left.get(path).is_some_and(|left| *left == digest)
    }
}
