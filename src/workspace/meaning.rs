//! What a domain supplies for its events, and nobody else: their rows, whom they concern, what a reader is told, and
//! how each is taken back.

use rusqlite::Connection;
use uuid::Uuid;

use super::Tx;
use crate::error::{Code, Error, Result};
use crate::ledger::Stamp;

/// The meaning of a domain's events.
pub trait Meaning {
    /// Turns the event into rows.
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()>;

    /// Whose history it belongs to, asked before it is applied: what it takes away is still there.
    fn subjects(&self, db: &Connection) -> Result<Vec<Uuid>>;

    /// What a reader is told besides its kind, such as `QP-07, 2.1`; a name that the tables no longer know is left out.
    fn about(&self, db: &Connection) -> Result<String>;

    /// Appends what takes it back; `seq` is its own place in the ledger.
    ///
    /// # Errors
    /// `refused` for what somebody else relies on: an approval, an outcome, a pack.
    fn take_back(&self, _tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        Err(stays())
    }
}

/// An event of any domain, read from the ledger.
pub trait Change: Meaning + Send {
    /// Applies it as one of many, to tables that are completed after the last.
    fn replay(&self, db: &Connection, stamp: &Stamp) -> Result<()>;
}

/// The refusal for what is followed by something new instead of being taken back.
pub fn stays() -> Error {
    Error::new(
        Code::Refused,
        "This cannot be undone",
        "What was approved, decided or handed out stays in the history; enter what holds now.",
    )
}

/// Puts the parts of what a reader is told together; empty ones are left out.
pub fn told<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
