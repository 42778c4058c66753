//! When people are away, and who decides for them meanwhile.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::commands::to_change;
use super::events::PersonEvent;
use super::model::Duty;
use super::queries::{self, Person};
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{AwayId, PersonId};
use crate::workspace::Tx;

/// A time in which a person is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PersonAway")]
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

/// What is said of a person who will be away.
#[derive(Debug, Clone)]
pub struct Going<'a> {
    /// E-mail address of who decides for them.
    pub deputy: Option<&'a str>,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Why.
    pub reason: &'a str,
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

/// For whom a person decides on a day, being their deputy.
pub fn deputises(db: &Connection, deputy: PersonId, day: Day) -> Result<Vec<PersonId>> {
    let sql = "SELECT DISTINCT person FROM person_away WHERE deputy = ?1 AND since <= ?2 AND until >= ?2";
    Ok(db.prepare_cached(sql)?.query_map(params![deputy, day], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Says that a person is away for some days, and who decides for them.
///
/// # Errors
/// `person_not_enrolled`, `person_left`; `invalid_value` for days in the wrong order or past, and for a deputy who is the
/// person; `refused` where the deputy's role may not approve, and for days that meet another absence.
pub fn go(tx: &mut Tx<'_>, email: &str, going: &Going<'_>) -> Result<AwayId> {
    let person = to_change(tx, email)?;
    if going.until < going.from || going.until < tx.today() {
        return Err(refusals::person_away_days(person.email, going.from, going.until));
    }
    let deputy = going.deputy.map(|deputy| queries::who_acts(tx.db(), deputy.trim())).transpose()?;
    if let Some(deputy) = &deputy {
        may_stand_in(&person, deputy)?;
    }
    let meets = from(tx.db(), person.id, going.from)?.into_iter().find(|other| other.from <= going.until);
    if let Some(other) = meets {
        return Err(refusals::person_away_already(person.email, other.from, other.until));
    }
    let id = AwayId::new();
    tx.append(&PersonEvent::Away {
        id,
        person: person.id,
        deputy: deputy.map(|deputy| deputy.id),
        from: going.from,
        until: going.until,
        reason: going.reason.trim().to_owned(),
    })?;
    Ok(id)
}

fn may_stand_in(person: &Person, deputy: &Person) -> Result<()> {
    if deputy.id == person.id {
        return Err(refusals::person_deputy_of_themselves(&person.email));
    }
    if !deputy.role.may(Duty::Approve) {
        return Err(refusals::person_may_not(&deputy.email, deputy.role, Duty::Approve.name()));
    }
    Ok(())
}

/// Says that a person is back, from today on, or was never away.
///
/// # Errors
/// `not_found` where they are not away; `reason_needed`.
pub fn back(tx: &mut Tx<'_>, email: &str, reason: &str) -> Result<()> {
    let person = to_change(tx, email)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::person_change_without_reason(person.email));
    }
    let today = tx.today();
    let away = from(tx.db(), person.id, today)?.into_iter().next();
    let away = away.ok_or_else(|| refusals::person_not_away(&person.email))?;
    let from = (away.from < today).then_some(today);
    tx.append(&PersonEvent::Back { away: away.id, person: person.id, from, reason })?;
    Ok(())
}

/// Whether an absence is there as it was said: nothing has ended it.
pub(super) fn stands(db: &Connection, id: AwayId, until: Day) -> Result<bool> {
    let sql = "SELECT until = ?2 FROM person_away WHERE id = ?1";
    Ok(db.prepare_cached(sql)?.query_row(params![id, until], |r| r.get(0)).optional()?.unwrap_or(false))
}
