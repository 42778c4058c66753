//! Questions about people.

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use ts_rs::TS;

use super::model::{Duty, Role};
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::text::fold;

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Person {
    /// Identifier.
    pub id: PersonId,
    /// Name or role title.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// What the person does.
    pub role: Role,
    /// OpenSSH public key line.
    pub key: Option<String>,
    /// First day on which the person is not there; none while they are.
    pub left_on: Option<Day>,
}

const SELECT: &str = "SELECT id, name, email, role, key, left_on FROM person";

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        role: row.get("role")?,
        key: row.get("key")?,
        left_on: row.get("left_on")?,
    })
}

/// The person with that address.
pub fn by_email(db: &Connection, email: &str) -> Result<Option<Person>> {
    let sql = format!("{SELECT} WHERE email_fold = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([fold(email)], read).optional()?)
}

/// The person with that identifier.
pub(super) fn by_id(db: &Connection, id: PersonId) -> Result<Option<Person>> {
    let sql = format!("{SELECT} WHERE id = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([id], read).optional()?)
}

/// The person with that address, who is there.
///
/// # Errors
/// `person_not_enrolled`; `person_left` for somebody who is there no more.
pub fn who_acts(db: &Connection, email: &str) -> Result<Person> {
    let person = by_email(db, email)?.ok_or_else(|| refusals::person_not_enrolled(email))?;
    if person.left_on.is_some() { Err(refusals::person_left(person.email)) } else { Ok(person) }
}

/// Whoever acts, where it is their part.
///
/// # Errors
/// `person_needed` where nobody enrolled acts; `person_may_not` where it is not the part of their role.
pub fn on_duty(db: &Connection, actor: &str, duty: Duty) -> Result<Person> {
    if by_email(db, actor)?.is_none() {
        return Err(refusals::person_needed());
    }
    let person = who_acts(db, actor)?;
    if person.role.may(duty) {
        Ok(person)
    } else {
        Err(refusals::person_may_not(person.email, person.role, duty.name()))
    }
}

/// Whether anybody may enrol and correct people: as long as nobody who is there has a key.
///
/// # Errors
/// `person_needed`.
pub fn may_enrol(db: &Connection, actor: &str) -> Result<()> {
    let keyed = "SELECT EXISTS (SELECT 1 FROM person WHERE key IS NOT NULL AND left_on IS NULL)";
    if by_email(db, actor)?.is_none() && db.prepare_cached(keyed)?.query_row([], |r| r.get(0))? {
        return Err(refusals::person_needed());
    }
    Ok(())
}

/// Whether the organisation's rule lets an author approve what they wrote.
pub fn author_approves(db: &Connection) -> Result<bool> {
    let sql = "SELECT allowed FROM people_rule WHERE rule = 'author_approves'";
    Ok(db.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?.unwrap_or(false))
}

/// Everyone, by name.
pub fn list(db: &Connection) -> Result<Vec<Person>> {
    let sql = format!("{SELECT} ORDER BY name, email");
    Ok(db.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}
