//! The way from a thing to the entries about it, kept beside the tables of the domains and filled like them.

use rusqlite::{CachedStatement, Connection};
use uuid::Uuid;

use crate::error::Result;
use crate::ledger::{self, Entry};

/// The table.
pub const SCHEMA: &str = include_str!("../../schema/projections/history.sql");

const PUT: &str = "INSERT OR IGNORE INTO history (subject, seq) VALUES (?1, ?2)";

/// Notes that an entry is about these subjects.
pub(super) fn enter(db: &Connection, subjects: &[Uuid], seq: u64) -> Result<()> {
    let mut put = db.prepare_cached(PUT)?;
    subjects.iter().try_for_each(|subject| Ok(put.execute((subject.as_bytes(), seq)).map(|_| ())?))
}

/// So many pairs are sorted and written at once; they take 24 bytes each.
const BATCH: usize = 4_000_000;

/// What a replay notes: written in the order of the table's key, which costs a fraction of finding each its place.
#[derive(Default)]
pub(super) struct Gathered(Vec<([u8; 16], u64)>);

impl Gathered {
    pub(super) fn enter(&mut self, db: &Connection, subjects: &[Uuid], seq: u64) -> Result<()> {
        self.0.extend(subjects.iter().map(|subject| (subject.into_bytes(), seq)));
        if self.0.len() < BATCH { Ok(()) } else { self.write(db) }
    }

    pub(super) fn write(&mut self, db: &Connection) -> Result<()> {
        self.0.sort_unstable();
        let mut put: CachedStatement<'_> = db.prepare_cached(PUT)?;
        self.0.drain(..).try_for_each(|(subject, seq)| Ok(put.execute((subject, seq)).map(|_| ())?))
    }
}

/// Hands over the events about a subject that stand before `before`, newest first, until `see` says that it has seen
/// enough.
pub fn earlier(db: &Connection, subject: Uuid, before: u64, mut see: impl FnMut(&str) -> bool) -> Result<()> {
    let mut entries = db.prepare_cached("SELECT seq FROM history WHERE subject = ?1 AND seq < ?2 ORDER BY seq DESC")?;
    let mut rows = entries.query((subject.as_bytes(), before))?;
    while let Some(row) = rows.next()? {
        let Some(bytes) = ledger::entry_bytes(db, row.get(0)?)? else { continue };
        if see(Entry::parse(&bytes)?.event()) {
            break;
        }
    }
    Ok(())
}

/// The places of all entries about any of these subjects, in order, before `before`.
pub fn entries_about(db: &Connection, subjects: impl IntoIterator<Item = Uuid>, before: u64) -> Result<Vec<u64>> {
    let mut find = db.prepare_cached("SELECT seq FROM history WHERE subject = ?1 AND seq < ?2")?;
    let mut found = Vec::new();
    for subject in subjects {
        for seq in find.query_map((subject.as_bytes(), before), |r| r.get(0))? {
            found.push(seq?);
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
