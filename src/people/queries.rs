//! Questions about people.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use ts_rs::TS;

use super::away::{self, Away};
use super::model::{Duty, Role};
use super::{keys, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::signing::PublicKey;
use crate::text::fold;
use crate::workspace::standing_day;

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
    /// OpenSSH public key line of the key that speaks today.
    pub key: Option<String>,
    /// Its fingerprint.
    pub fingerprint: Option<String>,
    /// First day on which the person is not there, past or to come; none while none is said.
    pub left_on: Option<Day>,
    /// Whether that day has come.
    pub left: bool,
    /// E-mail address of who takes over what they looked after.
    pub successor: Option<String>,
    /// When they are away, from today on.
    pub away: Vec<Away>,
}

const SELECT: &str = "SELECT p.id, p.name, p.email, p.role, p.left_on, s.email AS successor
     FROM person p LEFT JOIN person s ON s.id = p.successor";

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        role: row.get("role")?,
        key: None,
        fingerprint: None,
        left_on: row.get("left_on")?,
        left: false,
        successor: row.get("successor")?,
        away: Vec::new(),
    })
}

/// What a day makes of a person: whether they are there, by which key they sign, when they are away.
fn completed(db: &Connection, mut person: Person) -> Result<Person> {
    let today = standing_day(db)?;
    person.left = person.left_on.is_some_and(|day| day <= today);
    if let Some(key) = keys::on(db, person.id, today)? {
        person.fingerprint = PublicKey::from_openssh(&key.key).ok().map(|key| key.fingerprint());
        person.key = Some(key.key);
    }
    person.away = away::from(db, person.id, today)?;
    Ok(person)
}

fn one(db: &Connection, condition: &str, value: &dyn rusqlite::ToSql) -> Result<Option<Person>> {
    let sql = format!("{SELECT} WHERE {condition} = ?1");
    let found = db.prepare_cached(&sql)?.query_row([value], read).optional()?;
    found.map(|person| completed(db, person)).transpose()
}

/// The person with that address.
pub fn by_email(db: &Connection, email: &str) -> Result<Option<Person>> {
    one(db, "p.email_fold", &fold(email))
}

/// The person with that identifier.
pub fn by_id(db: &Connection, id: PersonId) -> Result<Option<Person>> {
    one(db, "p.id", &id)
}

/// The person with that address, who is there.
///
/// # Errors
/// `person_not_enrolled`; `person_left` for somebody who is there no more.
pub fn who_acts(db: &Connection, email: &str) -> Result<Person> {
    let person = by_email(db, email)?.ok_or_else(|| refusals::person_not_enrolled(email))?;
    if person.left { Err(refusals::person_left(person.email)) } else { Ok(person) }
}

/// The person who is there and goes by that name or address, where exactly one does.
pub fn called(db: &Connection, name: &str) -> Result<Option<Person>> {
    let name = fold(name);
    let mut there = list(db)?.into_iter().filter(|p| !p.left && !name.is_empty());
    let mut same = there.by_ref().filter(|p| fold(&p.name) == name || fold(&p.email) == name);
    Ok(same.next().filter(|_| same.next().is_none()))
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

/// Whether anybody was enrolled.
pub fn anyone(db: &Connection) -> Result<bool> {
    Ok(db.prepare_cached("SELECT EXISTS (SELECT 1 FROM person)")?.query_row([], |r| r.get(0))?)
}

/// Those who are there and manage.
pub(super) fn managers(db: &Connection) -> Result<Vec<Person>> {
    let mut all = list(db)?;
    all.retain(|person| !person.left && person.role.may(Duty::Manage));
    Ok(all)
}

/// Whoever acts may enrol and correct people: somebody who manages. As long as nobody does, anyone may, since somebody has to
/// be the first.
///
/// # Errors
/// `person_needed` for a login; `person_may_not` where it is not the part of their role; `person_left`.
pub fn may_enrol(db: &Connection, actor: &str) -> Result<()> {
    if managers(db)?.is_empty() { Ok(()) } else { on_duty(db, actor, Duty::Manage).map(drop) }
}

/// Whoever acts may enrol a further person: as [`may_enrol`], and a login that nobody is enrolled under as long as no person has
/// a key, since until then any change is no more than a login's word.
///
/// # Errors
/// As [`may_enrol`].
pub fn may_add(db: &Connection, actor: &str) -> Result<()> {
    let keyed = "SELECT EXISTS (SELECT 1 FROM person p JOIN person_key k ON k.person = p.id
                 WHERE (k.until IS NULL OR k.until > ?1) AND (p.left_on IS NULL OR p.left_on > ?1))";
    let login = by_email(db, actor)?.is_none();
    if login && !db.prepare_cached(keyed)?.query_row([standing_day(db)?], |r| r.get(0))? {
        return Ok(());
    }
    may_enrol(db, actor)
}

/// Whether the organisation's rule lets an author approve what they wrote.
pub fn author_approves(db: &Connection) -> Result<bool> {
    let sql = "SELECT allowed FROM people_rule WHERE rule = 'author_approves'";
    Ok(db.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?.unwrap_or(false))
}

/// Everyone, by name.
pub fn list(db: &Connection) -> Result<Vec<Person>> {
    let sql = format!("{SELECT} ORDER BY p.name, p.email");
    let all = db.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    all.into_iter().map(|person| completed(db, person)).collect()
}

/// As what everyone was enrolled, each with the day from which, in the order in which it was said.
pub fn roles(db: &Connection) -> Result<HashMap<PersonId, Vec<(Day, Role)>>> {
    let mut out: HashMap<PersonId, Vec<(Day, Role)>> = HashMap::new();
    let mut rows = db.prepare_cached("SELECT person, since, role FROM person_role ORDER BY seq")?;
    for row in rows.query_map([], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))))? {
        let (person, said) = row?;
        out.entry(person).or_default().push(said);
    }
    Ok(out)
}
