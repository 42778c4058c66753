//! The ledger replayed into a file outside of the workspace, to be compared with what stands in it.

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tempfile::TempDir;

use super::made::create_kept;
use super::open::{PAGE, STATEMENTS};
use super::refill::fill;
use super::replay::Tell;
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
    let folder = TempDir::new().map_err(|e| Error::io(&std::path::PathBuf::from("tmp"), e))?;
    let db = Connection::open(folder.path().join("replayed.db"))?;
    db.pragma_update(None, "page_size", PAGE)?;
    // Nobody needs it after a crash.
    db.pragma_update(None, "journal_mode", "OFF")?;
    db.pragma_update(None, "synchronous", "OFF")?;
    db.pragma_update(None, "cache_size", -65_536)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    let size = ledger::head(from)?.size;
    let tx = Transaction::new_unchecked(&db, TransactionBehavior::Immediate)?;
    create_kept(&tx)?;
    fill(from, &tx, projector, progress)?;
    standing::complete(&tx, projector, standing_on(from, size)?)?;
    tx.commit()?;
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
