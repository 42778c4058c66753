//! Who provides or runs what a scope takes in: the organisation itself, others, or both (R48). What was said last holds; what
//! is taken back was never said.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::model::RunBy;
use crate::error::Result;
use crate::ids::{PartyId, ScopeItemId};
use crate::ledger::Stamp;
use crate::workspace::said_until;

/// What was said of one scope item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) by: RunBy,
    pub(super) parties: Vec<PartyId>,
    pub(super) reason: String,
}

/// What was said of an item before an entry.
pub(super) fn before(db: &Connection, item: ScopeItemId, seq: u64) -> Result<Option<Run>> {
    let sql = "SELECT run_by, parties, reason FROM scope_run WHERE item = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1";
    let before = db.prepare_cached(sql)?.query_row(params![item, seq], read).optional()?;
    before.map(said).transpose()
}

/// Keeps what was said, or forgets what was taken back.
pub(super) fn keep(
    db: &Connection,
    stamp: &Stamp,
    item: ScopeItemId,
    by: Option<RunBy>,
    parties: &[PartyId],
    reason: &str,
    undoes: Option<u64>,
) -> Result<()> {
    if let Some(seq) = undoes {
        db.prepare_cached("DELETE FROM scope_run WHERE seq = ?1")?.execute([seq])?;
    } else if let Some(by) = by {
        db.prepare_cached(
            "INSERT INTO scope_run (seq, item, day, run_by, parties, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![stamp.seq, item, stamp.day, by, serde_json::to_string(parties)?, reason])?;
    }
    Ok(())
}

/// What is said of every item of which something is.
pub(super) fn all(db: &Connection) -> Result<HashMap<ScopeItemId, Run>> {
    let mut found =
        db.prepare_cached("SELECT run_by, parties, reason, item FROM scope_run WHERE day <= ?1 ORDER BY seq")?;
    let rows = found
        .query_map([said_until(db)?], |r| Ok((r.get::<_, ScopeItemId>(3)?, read(r)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|(item, row)| Ok((item, said(row)?))).collect()
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<(RunBy, String, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn said((by, parties, reason): (RunBy, String, String)) -> Result<Run> {
    Ok(Run { by, parties: serde_json::from_str(&parties)?, reason })
}
