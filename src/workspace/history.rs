//! The way from a thing to the entries about it, kept beside the tables of the domains and filled like them.

use rusqlite::Connection;
use uuid::Uuid;

use crate::error::Result;
use crate::ledger::{self, Entry};

/// The table.
pub const SCHEMA: &str = include_str!("../../schema/projections/history.sql");

/// Under this name stand the entries in whose light all others are read.
pub(super) const FRAME: Uuid = Uuid::nil();

/// So many runs are sorted and written at once; they take 32 bytes each.
const BATCH: usize = 4_000_000;

/// Entries about one subject that follow each other without a gap. Ordered as the table's key is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    subject: [u8; 16],
    first: u64,
    last: u64,
}

/// What a transaction or a replay notes: written at its end and in the order of the table's key, which costs a fraction
/// of finding each entry its place as it comes. A run is as long as it can be, wherever one transaction ended and the
/// next began: a rebuilt table is the same.
pub(super) struct Gathered {
    /// The first entry: only what begins there may go on with a run that is in the table.
    from: u64,
    /// Those that reach the entry noted last.
    open: Vec<Run>,
    closed: Vec<Run>,
}

impl Gathered {
    /// For entries from that place on.
    pub(super) fn from(seq: u64) -> Self {
        Self { from: seq, open: Vec::new(), closed: Vec::new() }
    }

    /// Notes that the next entry is about these subjects.
    pub(super) fn enter(&mut self, db: &Connection, subjects: &[Uuid], seq: u64) -> Result<()> {
        for subject in subjects.iter().map(|subject| subject.into_bytes()) {
            match self.open.iter_mut().find(|run| run.subject == subject) {
                Some(run) => run.last = seq,
                None => self.open.push(Run { subject, first: seq, last: seq }),
            }
        }
        self.closed.extend(self.open.extract_if(.., |run| run.last < seq));
        if self.closed.len() < BATCH { Ok(()) } else { self.write_closed(db) }
    }

    /// Writes everything; nothing is noted after that.
    pub(super) fn write(mut self, db: &Connection) -> Result<()> {
        self.closed.append(&mut self.open);
        self.write_closed(db)
    }

    fn write_closed(&mut self, db: &Connection) -> Result<()> {
        self.closed.sort_unstable();
        let mut put = db.prepare_cached("INSERT INTO history (subject, first, last) VALUES (?1, ?2, ?3)")?;
        let mut go_on = db.prepare_cached(
            "UPDATE history SET last = ?3 WHERE subject = ?1 AND last = ?2 - 1
             AND first = (SELECT max(first) FROM history WHERE subject = ?1)",
        )?;
        for Run { subject, first, last } in self.closed.drain(..) {
            if first != self.from || go_on.execute((subject, first, last))? == 0 {
                put.execute((subject, first, last))?;
            }
        }
        Ok(())
    }
}

/// The places of the entries in whose light all others are read, before `before`.
pub fn framing(db: &Connection, before: u64) -> Result<Vec<u64>> {
    entries_about(db, [FRAME], before)
}

/// Hands over the events about a subject that stand before `before`, newest first, until `see` says that it has seen
/// enough. What a transaction under way has appended is not among them.
pub fn earlier(db: &Connection, subject: Uuid, before: u64, mut see: impl FnMut(&str) -> bool) -> Result<()> {
    let mut runs =
        db.prepare_cached("SELECT first, last FROM history WHERE subject = ?1 AND first < ?2 ORDER BY first DESC")?;
    let mut rows = runs.query((subject.as_bytes(), before))?;
    while let Some(row) = rows.next()? {
        let (first, last): (u64, u64) = (row.get(0)?, row.get(1)?);
        for seq in (first..before.min(last + 1)).rev() {
            let Some(bytes) = ledger::entry_bytes(db, seq)? else { continue };
            if see(Entry::parse(&bytes)?.event()) {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The places of all entries about a subject behind `after`, in order; without those that a transaction under way has
/// appended.
pub fn entries_since(db: &Connection, subject: Uuid, after: u64) -> Result<Vec<u64>> {
    let mut find =
        db.prepare_cached("SELECT first, last FROM history WHERE subject = ?1 AND last > ?2 ORDER BY first")?;
    let mut found = Vec::new();
    let mut rows = find.query((subject.as_bytes(), after))?;
    while let Some(row) = rows.next()? {
        let (first, last): (u64, u64) = (row.get(0)?, row.get(1)?);
        found.extend(first.max(after + 1)..=last);
    }
    Ok(found)
}

/// The places of all entries about any of these subjects, in order, before `before`; without those that a transaction
/// under way has appended.
pub fn entries_about(db: &Connection, subjects: impl IntoIterator<Item = Uuid>, before: u64) -> Result<Vec<u64>> {
    let mut find = db.prepare_cached("SELECT first, last FROM history WHERE subject = ?1 AND first < ?2")?;
    let mut found = Vec::new();
    for subject in subjects {
        let mut rows = find.query((subject.as_bytes(), before))?;
        while let Some(row) = rows.next()? {
            let (first, last): (u64, u64) = (row.get(0)?, row.get(1)?);
            found.extend(first..before.min(last + 1));
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
