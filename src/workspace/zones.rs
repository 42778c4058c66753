//! By which time zone an entry's day counts: by the one in force at that entry, the one it sets included. Setting
//! another later moves no day.

use rusqlite::{Connection, OptionalExtension};

use crate::day::{Day, Zone};
use crate::error::Result;
use crate::ledger;

/// Notes that an entry sets the zone.
pub(super) fn set(db: &Connection, seq: u64, zone: Zone) -> Result<()> {
    let mut put = db.prepare_cached("INSERT INTO time_zone (seq, zone) VALUES (?1, ?2)")?;
    put.execute((seq, zone.name()))?;
    Ok(())
}

/// The zone that was set last, if any was.
pub fn zone_set(db: &Connection) -> Result<Option<Zone>> {
    read(db, u64::MAX >> 1)
}

/// The zone in force; UTC where none was set.
pub fn zone_now(db: &Connection) -> Result<Zone> {
    Ok(zone_set(db)?.unwrap_or(Zone::UTC))
}

/// The zone in force at an entry; UTC where none was set before.
pub fn zone_at(db: &Connection, seq: u64) -> Result<Zone> {
    Ok(read(db, seq)?.unwrap_or(Zone::UTC))
}

/// The zone by which people read the time of an entry: what was written before any was set is read by the first.
pub fn zone_read(db: &Connection, seq: u64) -> Result<Zone> {
    let Some(zone) = read(db, seq)? else { return Ok(read_first(db)?.unwrap_or(Zone::UTC)) };
    Ok(zone)
}

fn read_first(db: &Connection) -> Result<Option<Zone>> {
    let mut first = db.prepare_cached("SELECT zone FROM time_zone ORDER BY seq LIMIT 1")?;
    let name: Option<String> = first.query_row([], |r| r.get(0)).optional()?;
    name.map(|name| name.parse()).transpose()
}

fn read(db: &Connection, seq: u64) -> Result<Option<Zone>> {
    let mut last = db.prepare_cached("SELECT zone FROM time_zone WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1")?;
    let name: Option<String> = last.query_row([seq], |r| r.get(0)).optional()?;
    name.map(|name| name.parse()).transpose()
}

/// The last entry whose day is `day` or earlier by the ledger's own time; the ledger's order decides.
pub(super) fn last_by_time(db: &Connection, day: Day) -> Result<Option<u64>> {
    let mut set = db.prepare_cached("SELECT seq, zone FROM time_zone ORDER BY seq DESC")?;
    let mut rows = set.query([])?;
    // Within the reach of one zone days never run backwards; from one zone to the next they may.
    let mut end = ledger::head(db)?.size;
    loop {
        let (start, zone) = match rows.next()? {
            Some(row) => (row.get(0)?, row.get::<_, String>(1)?.parse()?),
            None => (0, Zone::UTC),
        };
        if let Some(last) = ledger::last_seq_at(db, zone.last_instant(day))?
            && start < end
            && last >= start
        {
            return Ok(Some(last.min(end - 1)));
        }
        if start == 0 {
            return Ok(None);
        }
        end = start;
    }
}
