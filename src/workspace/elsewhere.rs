//! The ledger replayed into a file outside of the workspace, to be compared with what stands in it.

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tempfile::TempDir;

use super::days::Days;
use super::made::create_kept;
use super::open::{PAGE, STATEMENTS};
use super::refill::fill;
use super::replay::{Tell, replay};
use super::tx::Projector;
use super::{standing, zones};
use crate::day::Day;
use crate::error::{Error, Result};
use crate::ledger;

/// Tables that came of a ledger; they go when this is dropped.
pub struct Replayed {
    /// The tables.
    pub db: Connection,
    _folder: TempDir,
}

/// Replays the whole ledger of a database, standing on the day on which its own tables stand.
pub fn replay_elsewhere(from: &Connection, projector: Projector, progress: Tell<'_>) -> Result<Replayed> {
    let replayed = file()?;
    let size = ledger::head(from)?.size;
    let tx = Transaction::new_unchecked(&replayed.db, TransactionBehavior::Immediate)?;
    create_kept(&tx)?;
    fill(from, &tx, projector, progress)?;
    standing::complete(&tx, projector, standing_on(from, size)?)?;
    tx.commit()?;
    Ok(replayed)
}

/// Replays the first `entries` of the ledger of a database, standing on `day`.
pub fn replay_first(
    from: &Connection,
    entries: u64,
    day: Day,
    projector: Projector,
    progress: Tell<'_>,
) -> Result<Replayed> {
    let mut days = Days::default();
    loop {
        let replayed = file()?;
        let tx = Transaction::new_unchecked(&replayed.db, TransactionBehavior::Immediate)?;
        (projector.create)(&tx)?;
        let found = replay(from, &tx, projector, 0..entries, &days, progress)?;
        if days.hold(&found) {
            standing::complete(&tx, projector, day)?;
            tx.commit()?;
            return Ok(replayed);
        }
        // Entries that a wrong clock wrote are known by a later one.
        days = found;
    }
}

/// A file that nobody needs after a crash.
fn file() -> Result<Replayed> {
    let folder = TempDir::new().map_err(|e| Error::io(&std::path::PathBuf::from("tmp"), e))?;
    let db = Connection::open(folder.path().join("replayed.db"))?;
    db.pragma_update(None, "page_size", PAGE)?;
    db.pragma_update(None, "journal_mode", "OFF")?;
    db.pragma_update(None, "synchronous", "OFF")?;
    db.pragma_update(None, "cache_size", -65_536)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(Replayed { db, _folder: folder })
}

/// The day on which tables stand; where they do not say, that of the last entry.
fn standing_on(from: &Connection, size: u64) -> Result<Day> {
    if let Ok(day) = standing::standing_day(from) {
        return Ok(day);
    }
    let last = ledger::entry_at(from, size.saturating_sub(1))?.map_or(0, |(at, _)| at);
    Ok(zones::zone_at(from, size)?.day(last))
}
