//! When people are away, and who decides for them meanwhile.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

use crate::day::Day;
use crate::error::Result;
use crate::ids::{AwayId, PersonId};

/// A time in which a person is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PersonAbsence")]
pub struct Away {
    /// Identifier.
    pub id: AwayId,
    /// E-mail address of who decides for them; none where it waits.
    pub deputy: Option<String>,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Why.
    pub reason: String,
}

const SELECT: &str = "SELECT a.id, d.email AS deputy, a.since, a.until, a.reason
     FROM person_away a LEFT JOIN person d ON d.id = a.deputy";

fn read(row: &Row<'_>) -> rusqlite::Result<Away> {
    Ok(Away {
        id: row.get("id")?,
        deputy: row.get("deputy")?,
        from: row.get("since")?,
        until: row.get("until")?,
        reason: row.get("reason")?,
    })
}

/// When a person is away, from a day on, soonest first.
pub(super) fn from(db: &Connection, person: PersonId, day: Day) -> Result<Vec<Away>> {
    let sql = format!("{SELECT} WHERE a.person = ?1 AND a.until >= ?2 ORDER BY a.since, a.id");
    Ok(db.prepare_cached(&sql)?.query_map(params![person, day], read)?.collect::<rusqlite::Result<_>>()?)
}

/// For whom a person decides on a day, being their deputy, or their successor once they have left.
pub fn deputises(db: &Connection, deputy: PersonId, day: Day) -> Result<Vec<PersonId>> {
    let sql = "SELECT person FROM person_away WHERE deputy = ?1 AND since <= ?2 AND until >= ?2
               UNION SELECT id FROM person WHERE successor = ?1 AND left_on <= ?2";
    Ok(db.prepare_cached(sql)?.query_map(params![deputy, day], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Whether an absence is there as it was said: nothing has ended it.
pub(super) fn stands(db: &Connection, id: AwayId, until: Day) -> Result<bool> {
    let sql = "SELECT until = ?2 FROM person_away WHERE id = ?1";
    Ok(db.prepare_cached(sql)?.query_row(params![id, until], |r| r.get(0)).optional()?.unwrap_or(false))
}
