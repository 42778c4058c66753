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
    /// Identifier.
    pub id: PackId,
    /// Entry that issued it.
    pub seq: u64,
    /// The audit it was made for.
    pub audit: AuditId,
    /// Its top folder's name.
    pub name: String,
    /// The day for which it holds.
    pub day: Day,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// How many files it holds.
    pub files: u64,
    /// How far the checkpoint in it reaches.
    pub ledger_size: u64,
    /// That checkpoint.
    #[serde(skip)]
    pub checkpoint: String,
    /// The earlier pack with which it proves consistency.
    pub previous: Option<PackId>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Pack> {
    Ok(Pack {
        id: row.get(0)?,
        seq: row.get(1)?,
        audit: row.get(2)?,
        name: row.get(3)?,
        day: row.get(4)?,
        sha256: row.get(5)?,
        size: row.get(6)?,
        files: row.get(7)?,
        ledger_size: row.get(8)?,
        checkpoint: row.get(9)?,
        previous: row.get(10)?,
    })
}

/// All issued packs, oldest first.
pub fn list(db: &Connection) -> Result<Vec<Pack>> {
    Ok(db
        .prepare_cached(
            "SELECT id, seq, audit, name, day, sha256, size, files, ledger_size, checkpoint, previous
             FROM pack ORDER BY seq",
        )?
        .query_map([], read)?
        .collect::<rusqlite::Result<_>>()?)
}
