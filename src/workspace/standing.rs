//! The day for which the tables say how things stand. The day itself acts: a revision comes into force, a record ends, and
//! no program has to run for it. So the first reading of a day brings the tables there.

use rusqlite::{Connection, OptionalExtension};

use super::tx::Projector;
use crate::day::Day;
use crate::error::Result;

/// The table.
pub const SCHEMA: &str = include_str!("../../schema/projections/standing.sql");

/// The day for which these tables say how things stand.
pub fn standing_day(db: &Connection) -> Result<Day> {
    Ok(db.prepare_cached("SELECT day FROM standing_day")?.query_row([], |r| r.get(0))?)
}

/// Lets a connection of its own take another day for the one its tables stand on.
pub fn look_on(db: &Connection, day: Day) -> Result<()> {
    Ok(db.execute_batch(&format!("CREATE TEMP TABLE standing_day AS SELECT {} AS day", day.number()))?)
}

/// Whether a connection looks at another day, so that what is kept for the tables' own day has to be counted for that one.
pub fn looks(db: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM temp.sqlite_schema WHERE name = 'standing_day')";
    Ok(db.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
}

/// The last day whose statements count. The workspace's own tables are of today, and their day may be behind the entries of
/// this transaction; any other ones stand on the day that was asked for.
pub fn said_until(db: &Connection) -> Result<Day> {
    let own = db.path().is_some_and(|path| !path.is_empty());
    if own && !looks(db)? {
        return Ok(Day::MAX);
    }
    let stood = db.prepare_cached("SELECT day FROM standing_day")?.query_row([], |r| r.get(0)).optional()?;
    Ok(stood.unwrap_or(Day::MAX))
}

/// Completes tables that were replayed, for a day.
pub(super) fn complete(db: &Connection, projector: Projector, day: Day) -> Result<()> {
    db.execute("INSERT INTO standing_day (day) VALUES (?1)", [day])?;
    (projector.finish)(db, day)
}

/// Brings the tables from the day they stand on to another, inside a transaction.
pub(super) fn renew(db: &Connection, projector: Projector, day: Day) -> Result<()> {
    let stood = standing_day(db)?;
    if stood != day {
        db.prepare_cached("UPDATE standing_day SET day = ?1")?.execute([day])?;
        (projector.renew)(db, stood.min(day), stood.max(day))?;
    }
    Ok(())
}
