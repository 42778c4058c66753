//! The event that says that what another transaction wrote was taken back.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::batches::BatchState;
use super::tx::Meaning;
use super::undoing::Undoing;
use crate::error::Result;
use crate::ledger::Stamp;

/// An event about what another transaction wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum BatchEvent {
    /// It was taken back, by the events that follow in the same transaction.
    #[serde(rename = "batch.undone")]
    Undone {
        /// Its first entry.
        first: u64,
        /// Its last entry.
        last: u64,
    },
}

impl Meaning for BatchEvent {
    fn apply(&self, db: &Connection, _stamp: &Stamp) -> Result<()> {
        let BatchEvent::Undone { first, .. } = self;
        db.prepare_cached("UPDATE batch SET state = ?2 WHERE first = ?1")?
            .execute(params![first, BatchState::Undone as i64])?;
        Ok(())
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(Vec::new())
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        let BatchEvent::Undone { first, last } = self;
        Ok(if first == last { first.to_string() } else { format!("{first}–{last}") })
    }

    fn undoing(&self) -> Undoing {
        Undoing::Itself
    }
}
