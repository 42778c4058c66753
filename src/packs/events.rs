//! What can happen to audit packs.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::digest::Digest;
use crate::ids::{AuditId, PackId};

/// An event about a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum PackEvent {
    /// A pack was written and issued. It cannot be called back; a later one replaces it.
    #[serde(rename = "pack.issued")]
    Issued {
        /// The pack.
        id: PackId,
        /// The audit it was made for.
        audit: AuditId,
        /// Its top folder's name.
        name: String,
        /// The day for which it holds.
        day: Day,
        /// SHA-256 of the file.
        sha256: Digest,
        /// Its size in bytes.
        size: u64,
        /// How many files it holds.
        files: u64,
        /// How far the checkpoint in it reaches.
        ledger_size: u64,
        /// That checkpoint, a signed note.
        checkpoint: String,
        /// The earlier pack with which it proves consistency.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<PackId>,
    },
}
