//! What some entries say by themselves: tables made of them alone, as whoever has only these can make them again.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::days::Days;
use super::open::{PAGE, STATEMENTS};
use super::replay::{self, Tell};
use super::standing;
use super::tx::Projector;
use crate::day::Day;
use crate::error::Result;
use crate::ledger::{self, Entry};

/// Tables made of these entries alone, given in the ledger's order with their places, standing on a day. They are
/// gone with the connection. The ledger's time for an entry follows from what the clocks said in these entries.
///
/// # Errors
/// `ledger_damaged` for what is no entry; `workspace_newer` for an event that this program does not know.
pub fn read_alone(projector: Projector, entries: &[(u64, &[u8])], day: Day, progress: Tell<'_>) -> Result<Connection> {
    let from = ledger::apart(timed(projector, entries)?)?;
    let size = entries.last().map_or(0, |(seq, _)| seq + 1);
    let mut days = Days::default();
    loop {
        let view = Connection::open("")?;
        view.pragma_update(None, "page_size", PAGE)?;
        view.set_prepared_statement_cache_capacity(STATEMENTS);
        (projector.create)(&view)?;
        let batch = Transaction::new_unchecked(&view, TransactionBehavior::Deferred)?;
        let found = replay::replay(&from, &batch, projector, 0..size, &days, progress)?;
        if days.hold(&found) {
            standing::complete(&batch, projector, day)?;
            batch.commit()?;
            return Ok(view);
        }
        // Entries that a wrong clock wrote are known by a later one.
        days = found;
    }
}

/// The entries with the ledger's time: what the clock said, but never earlier than the entry before, unless somebody said
/// that the clock was wrong.
fn timed<'e>(projector: Projector, entries: &[(u64, &'e [u8])]) -> Result<Vec<(u64, i64, &'e [u8])>> {
    let mut out: Vec<(u64, i64, &'e [u8])> = Vec::with_capacity(entries.len());
    for (seq, bytes) in entries {
        let entry = Entry::parse(bytes)?;
        let mut last = out.last().map_or(0, |(_, at, _)| *at);
        if let Some(said) = (projector.read)(entry.event())?.day_said() {
            last = out.iter().rev().find(|(seq, ..)| *seq < said.first).map_or(0, |(_, at, _)| *at);
        }
        out.push((*seq, entry.said_at.max(last), bytes));
    }
    Ok(out)
}
