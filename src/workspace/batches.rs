//! What each transaction wrote, in whose name, and whether that can be taken back. Where one ends the ledger was signed; in
//! its first form no two had the same time.

use std::iter::Peekable;
use std::vec::IntoIter;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::undoing::Undoing;
use crate::error::Result;
use crate::ledger::Stamp;

/// The table.
pub const SCHEMA: &str = include_str!("../../schema/projections/batches.sql");

/// How undo sees what a transaction wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BatchState")]
pub enum BatchState {
    /// It can be taken back.
    Undoable,
    /// It holds something final, such as an approval.
    Final,
    /// It was taken back.
    Undone,
    /// It took another back.
    Undo,
}

const STATES: [BatchState; 4] = [BatchState::Undoable, BatchState::Final, BatchState::Undone, BatchState::Undo];

/// What one transaction wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its first entry.
    pub first: u64,
    /// Its last entry.
    pub last: u64,
    /// UTC, milliseconds since 1970.
    pub at: i64,
    /// Who wrote it.
    pub actor: String,
    /// Whether it can be taken back.
    pub state: BatchState,
}

impl Batch {
    /// One that begins with an entry.
    pub(super) fn begin(stamp: &Stamp, undoing: Undoing) -> Self {
        let mut batch = Self {
            first: stamp.seq,
            last: stamp.seq,
            at: stamp.at,
            actor: stamp.actor.clone(),
            state: BatchState::Undoable,
        };
        batch.take(stamp.seq, undoing);
        batch
    }

    /// Takes a further entry.
    pub(super) fn take(&mut self, seq: u64, undoing: Undoing) {
        self.last = seq;
        self.state = self.state.max(match undoing {
            Undoing::Possible => BatchState::Undoable,
            Undoing::Final => BatchState::Final,
            Undoing::Itself => BatchState::Undo,
        });
    }

    pub(super) fn write(&self, db: &Connection) -> Result<()> {
        db.prepare_cached("INSERT INTO batch (first, last, at, actor, state) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![self.first, self.last, self.at, self.actor, self.state as i64])?;
        Ok(())
    }
}

/// What a replay gathers: entries of one time and one person, with no signature between them, were written by one
/// transaction.
pub(super) struct Batches {
    open: Option<Batch>,
    /// The sizes at which the ledger was signed, in order.
    signed: Peekable<IntoIter<u64>>,
}

impl Batches {
    /// For entries of a ledger that was signed at these sizes.
    pub(super) fn new(signed: Vec<u64>) -> Self {
        Self { open: None, signed: signed.into_iter().peekable() }
    }

    pub(super) fn enter(&mut self, db: &Connection, stamp: &Stamp, undoing: Undoing) -> Result<()> {
        let mut ended = false;
        while self.signed.next_if(|size| *size <= stamp.seq).is_some() {
            ended = true;
        }
        match &mut self.open {
            Some(batch) if !ended && batch.at == stamp.at && batch.actor == stamp.actor => {
                batch.take(stamp.seq, undoing);
            }
            _ => {
                self.write(db)?;
                self.open = Some(Batch::begin(stamp, undoing));
            }
        }
        Ok(())
    }

    pub(super) fn write(&mut self, db: &Connection) -> Result<()> {
        self.open.take().map_or(Ok(()), |batch| batch.write(db))
    }
}

const SELECT: &str = "SELECT first, last, at, actor, state FROM batch";

fn read(row: &Row<'_>) -> rusqlite::Result<Batch> {
    let state = STATES.get(row.get::<_, usize>("state")?).copied().unwrap_or(BatchState::Final);
    Ok(Batch { first: row.get("first")?, last: row.get("last")?, at: row.get("at")?, actor: row.get("actor")?, state })
}

/// The newest of a person that stand in a state and before an entry, newest first: at most `limit`.
pub fn batches_of(db: &Connection, actor: &str, state: BatchState, before: u64, limit: usize) -> Result<Vec<Batch>> {
    let sql = format!("{SELECT} WHERE actor = ?1 AND state = ?2 AND first < ?3 ORDER BY first DESC LIMIT ?4");
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(params![actor, state as i64, before, limit], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The newest of a person in whatever state, newest first: at most `limit`.
pub fn last_batches(db: &Connection, actor: &str, limit: usize) -> Result<Vec<Batch>> {
    let mut all = Vec::new();
    for state in STATES {
        all.extend(batches_of(db, actor, state, u64::MAX >> 1, limit)?);
    }
    all.sort_by_key(|batch| std::cmp::Reverse(batch.first));
    all.truncate(limit);
    Ok(all)
}

/// The one that an entry belongs to; none while its transaction is under way.
pub fn batch_with(db: &Connection, seq: u64) -> Result<Option<Batch>> {
    let sql = format!("{SELECT} WHERE first <= ?1 ORDER BY first DESC LIMIT 1");
    let found = db.prepare_cached(&sql)?.query_row([seq], read).optional()?;
    Ok(found.filter(|batch| seq <= batch.last))
}
