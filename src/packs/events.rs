//! What can happen to audit packs.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::digest::Digest;
use crate::ids::{AuditId, PackId};
use crate::items::ItemId;

/// What can happen to a pack: it is issued, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum PackEvent {
    /// A pack was written and issued. It cannot be called back; a later one replaces it.
    #[serde(rename = "pack.issued")]
    Issued {
        /// Given anew to each pack.
        id: PackId,
        /// The audit it was made for.
        audit: AuditId,
        /// Its top folder's name.
        name: String,
        /// The day for which it holds.
        day: Day,
        /// By the end of which day everything in it was recorded; none where all that was known counts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        recorded: Option<Day>,
        /// SHA-256 of the file.
        sha256: Digest,
        /// Size of the file in bytes.
        size: u64,
        /// How many files are under its `data/`.
        files: u64,
        /// How far the checkpoint in it reaches.
        ledger_size: u64,
        /// That checkpoint, a signed note.
        checkpoint: String,
        /// The earlier pack with which it proves consistency.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<PackId>,
        /// The form of its pages. Entries of earlier programs do not say it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pages: String,
        /// The documents and records in it. Entries of earlier programs do not say it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<ItemId>,
    },
}
