//! What a file says of itself whose content is not filed.

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::search::LooksLike;

/// What it says, as long as the register stands still.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Told {
    /// Entries of the ledger when it was read.
    pub(super) entries: u64,
    /// The content it was compared with, where a place or a number says with which.
    pub(super) against: Option<Digest>,
    /// Its number.
    pub(super) number: Option<String>,
    /// Its version.
    pub(super) version: Option<String>,
    /// The document that it looks like.
    pub(super) like: Option<LooksLike>,
    /// Words of a hundred that are the same, words added and words taken out.
    pub(super) changes: Option<(u8, usize, usize)>,
}
