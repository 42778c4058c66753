//! Questions about issued packs.

use rusqlite::{Connection, Row};
use serde::Serialize;
use ts_rs::TS;

use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::ids::{AuditId, PackId};

/// An issued pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Pack {
    /// Given when it was issued; the pack that continues it names it.
    pub id: PackId,
    /// Number of the ledger's entry that issued it.
    pub seq: u64,
    /// The audit it was made for.
    pub audit: AuditId,
    /// Its top folder's name.
    pub name: String,
    /// The day for which it holds.
    pub day: Day,
    /// By the end of which day everything in it was recorded; none where all that was known counts.
    pub recorded: Option<Day>,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// Size of the file in bytes.
    pub size: u64,
    /// How many files are under its `data/`.
    pub files: u64,
    /// How far the checkpoint in it reaches.
    pub ledger_size: u64,
    /// That checkpoint, a signed note.
    #[serde(skip)]
    pub checkpoint: String,
    /// The earlier pack with which it proves consistency.
    pub previous: Option<PackId>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Pack> {
    Ok(Pack {
        id: row.get("id")?,
        seq: row.get("seq")?,
        audit: row.get("audit")?,
        name: row.get("name")?,
        day: row.get("day")?,
        recorded: row.get("recorded")?,
        sha256: row.get("sha256")?,
        size: row.get("size")?,
        files: row.get("files")?,
        ledger_size: row.get("ledger_size")?,
        checkpoint: row.get("checkpoint")?,
        previous: row.get("previous")?,
    })
}

/// All issued packs, oldest first.
pub fn list(db: &Connection) -> Result<Vec<Pack>> {
    Ok(db
        .prepare_cached(
            "SELECT id, seq, audit, name, day, recorded, sha256, size, files, ledger_size, checkpoint, previous
             FROM pack ORDER BY seq",
        )?
        .query_map([], read)?
        .collect::<rusqlite::Result<_>>()?)
}
