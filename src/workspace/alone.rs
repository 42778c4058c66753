//! What some entries say by themselves: tables made of them alone, as whoever has only these can make them again.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::days::Days;
use super::open::{PAGE, STATEMENTS};
use super::replay::{self, Tell};
use super::tx::Projector;
use super::{standing, zones};
use crate::day::Day;
use crate::error::Result;
use crate::ledger::{self, Entry};

/// How entries are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// All of them follow from each other.
    Whole,
    /// Some are missing: what relies on those is left out.
    InPart,
}

/// Tables made of these entries alone, given in the ledger's order with their places, standing on a day. They are
/// gone with the connection. The ledger's time for an entry follows from what the clocks said in these entries.
///
/// # Errors
/// `ledger_damaged` for what is no entry; `workspace_newer` for an event that this program does not know.
pub fn read_alone(
    projector: Projector,
    entries: &[(u64, &[u8])],
    day: Day,
    read: Read,
    progress: Tell<'_>,
) -> Result<Connection> {
    let timed = timed(projector, entries)?;
    let size = entries.last().map_or(0, |(seq, _)| seq + 1);
    let from = ledger::apart(timed.iter().copied())?;
    let mut days = Days::default();
    loop {
        let view = Connection::open_in_memory()?;
        view.pragma_update(None, "temp_store", "MEMORY")?;
        view.pragma_update(None, "page_size", PAGE)?;
        view.set_prepared_statement_cache_capacity(STATEMENTS);
        (projector.create)(&view)?;
        let batch = Transaction::new_unchecked(&view, TransactionBehavior::Deferred)?;
        let found = match read {
            Read::Whole => replay::replay(&from, &batch, projector, 0..size, &days, progress)?,
            Read::InPart => in_part(&batch, projector, &timed, &days, progress)?,
        };
        if days.hold(&found) {
            standing::complete(&batch, projector, day)?;
            batch.commit()?;
            return Ok(view);
        }
        // Entries that a wrong clock wrote are known by a later one.
        days = found;
    }
}

/// Applies entries one by one, and none of what cannot be applied.
fn in_part(
    into: &Connection,
    projector: Projector,
    entries: &[(u64, i64, &[u8])],
    days: &Days,
    progress: Tell<'_>,
) -> Result<Days> {
    let mut found = Days::default();
    for (n, (seq, at, bytes)) in entries.iter().enumerate() {
        let entry = Entry::parse(bytes)?;
        let change = (projector.read)(entry.event())?;
        if let Some(zone) = change.time_zone() {
            zones::set(into, *seq, zone)?;
        }
        if let Some(said) = change.day_said() {
            found.note(*seq, said);
        }
        let day = days.day(*seq, *at, entry.said_at, zones::zone_at(into, *seq)?);
        into.execute_batch("SAVEPOINT entry")?;
        if change.replay(into, &entry.stamp(*seq, *at, day)).is_err() {
            into.execute_batch("ROLLBACK TO entry")?;
        }
        into.execute_batch("RELEASE entry")?;
        if n % 512 == 0 {
            progress(n as u64, entries.len() as u64)?;
        }
    }
    Ok(found)
}

/// An entry with its place and the ledger's time.
type Timed<'e> = (u64, i64, &'e [u8]);

/// The entries with the ledger's time: what the clock said, but never earlier than the entry before, unless somebody said
/// that the clock was wrong.
fn timed<'e>(projector: Projector, entries: &[(u64, &'e [u8])]) -> Result<Vec<Timed<'e>>> {
    let mut out: Vec<Timed<'e>> = Vec::with_capacity(entries.len());
    for (seq, bytes) in entries {
        let entry = Entry::parse(bytes)?;
        let mut last = out.last().map_or(0, |(_, at, _)| *at);
        if let Some(said) = (projector.read)(entry.event())?.day_said() {
            let before = out.partition_point(|(seq, ..)| *seq < said.first);
            last = before.checked_sub(1).map_or(0, |last| out[last].1);
        }
        out.push((*seq, entry.said_at.max(last), bytes));
    }
    Ok(out)
}
