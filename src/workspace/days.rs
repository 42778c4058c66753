//! Which day an entry belongs to. The ledger's own time never runs backwards: after an entry that was written far ahead, it
//! stands still until a person says on which day that entry was written. Then the days of those entries, and of what was
//! written before that was said, follow what was said.

use rusqlite::Connection;

use super::zones;
use crate::day::{Day, Zone};
use crate::error::Result;
use crate::ledger::{self, Entry, Stamp};

/// Entries that a wrong clock wrote, and their day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaidDay {
    /// The first of them.
    pub first: u64,
    /// The last.
    pub last: u64,
    /// The day on which they were written.
    pub day: Day,
}

/// All that was said of days, each with the entry that says it; what was said last holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Days(Vec<(u64, SaidDay)>);

impl Days {
    /// What these tables know.
    pub(super) fn load(db: &Connection) -> Result<Self> {
        let mut all = db.prepare_cached("SELECT entry, first, last, day FROM day_said ORDER BY entry")?;
        let rows =
            all.query_map([], |r| Ok((r.get(0)?, SaidDay { first: r.get(1)?, last: r.get(2)?, day: r.get(3)? })))?;
        Ok(Self(rows.collect::<rusqlite::Result<_>>()?))
    }

    /// Whether these are all of those.
    pub(super) fn hold(&self, others: &Days) -> bool {
        others.0.iter().all(|said| self.0.contains(said))
    }

    /// Notes what an entry says.
    pub(super) fn note(&mut self, entry: u64, said: SaidDay) {
        self.0.push((entry, said));
    }

    /// The day of an entry, by the ledger's time for it and what the clock said.
    pub(super) fn day(&self, seq: u64, at: i64, said_at: i64, zone: Zone) -> Day {
        match self.0.iter().rev().find(|(entry, said)| said.first <= seq && seq < *entry) {
            Some((_, said)) if seq <= said.last => said.day,
            // The ledger's time stood still; the clock was right again.
            Some((_, said)) => said.day.max(zone.day(said_at)),
            None => zone.day(at),
        }
    }

    /// The last entry whose day is `day` or earlier, given the last one by the ledger's time.
    fn last_of(&self, db: &Connection, day: Day, by_time: Option<u64>) -> Result<Option<u64>> {
        let mut last = by_time;
        for (entry, said) in &self.0 {
            // Within the reach of what was said the ledger's time tells nothing.
            if last.is_some_and(|seq| said.first <= seq && seq < *entry) {
                last = said.first.checked_sub(1);
            }
        }
        for (entry, said) in self.0.iter().filter(|(_, said)| said.day <= day) {
            let mut reached = said.first;
            ledger::for_each_timed(db, said.first..*entry, |seq, at, bytes| {
                let (said_at, zone) = (Entry::parse(bytes)?.said_at, zones::zone_at(db, seq)?);
                if self.day(seq, at, said_at, zone) <= day {
                    reached = seq;
                }
                Ok(())
            })?;
            last = last.max(Some(reached));
        }
        Ok(last)
    }
}

/// The last entry whose day is `day` or earlier; the ledger's order decides.
pub(super) fn last_of(db: &Connection, day: Day) -> Result<Option<u64>> {
    Days::load(db)?.last_of(db, day, zones::last_by_time(db, day)?)
}

/// An entry with its stamp, its day as far as is known now; nothing where there is none.
pub fn stamped(db: &Connection, seq: u64) -> Result<Option<(Stamp, Vec<u8>)>> {
    let Some((at, bytes)) = ledger::entry_at(db, seq)? else { return Ok(None) };
    let entry = Entry::parse(&bytes)?;
    let day = Days::load(db)?.day(seq, at, entry.said_at, zones::zone_at(db, seq)?);
    let stamp = entry.stamp(seq, at, day);
    Ok(Some((stamp, bytes)))
}
