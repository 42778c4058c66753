//! The keys by which people sign, each with the days for which it speaks: enrolled, replaced, retired.

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use ts_rs::TS;

use super::commands::to_change;
use super::events::PersonEvent;
use super::{queries, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::signing::PublicKey;
use crate::workspace::Tx;

/// A person's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PersonKey")]
pub struct Key {
    /// OpenSSH public key line.
    pub key: String,
    /// First day for which it speaks.
    pub since: Day,
    /// First day for which it speaks no more; none while it does.
    pub until: Option<Day>,
    /// Why it was retired; empty where another took its place or its person left.
    pub why: String,
}

impl Key {
    /// Whether it speaks for its person on a day.
    pub fn speaks(&self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|until| day < until)
    }
}

/// All keys that a person had, the newest first. A key ends when it is retired, when the next one begins, or when its
/// person leaves; one that was enrolled by mistake never spoke and ends no other.
pub fn all(db: &Connection, person: PersonId) -> Result<Vec<Key>> {
    let sql = "SELECT key, since, until, why FROM person_key WHERE person = ?1 ORDER BY seq DESC";
    let read = |row: &Row<'_>| {
        Ok(Key { key: row.get("key")?, since: row.get("since")?, until: row.get("until")?, why: row.get("why")? })
    };
    let mut keys = db.prepare_cached(sql)?.query_map([person], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let left = "SELECT left_on FROM person WHERE id = ?1";
    let mut end = db.prepare_cached(left)?.query_row([person], |r| r.get::<_, Option<Day>>(0)).optional()?.flatten();
    for key in &mut keys {
        let spoke = key.until.is_none_or(|until| key.since < until);
        key.until = [key.until, end].into_iter().flatten().min();
        if spoke {
            end = Some(key.since);
        }
    }
    Ok(keys)
}

/// The key that speaks for a person on a day.
pub fn on(db: &Connection, person: PersonId, day: Day) -> Result<Option<Key>> {
    Ok(all(db, person)?.into_iter().find(|key| key.speaks(day)))
}

/// Whose key this is, whatever day: the person who enrolled it last.
fn holder(db: &Connection, key: &PublicKey) -> Result<Option<PersonId>> {
    let line = key.to_openssh()?;
    // Whatever stands behind the key as a comment is not part of it; one that never spoke is nobody's.
    let sql = "SELECT person FROM person_key WHERE (key = ?1 OR key LIKE ?1 || ' %') AND (until IS NULL OR until > since)
               ORDER BY seq DESC LIMIT 1";
    Ok(db.prepare_cached(sql)?.query_row([line], |r| r.get(0)).optional()?)
}

/// Enrols a key for a person, from today on; the one before it speaks no more.
///
/// # Errors
/// `person_not_enrolled`, `person_left`; `key_unusable`; `already_exists` for a key that is enrolled already.
pub fn enrol(tx: &mut Tx<'_>, email: &str, line: &str) -> Result<()> {
    let person = to_change(tx, email)?;
    let key = PublicKey::from_openssh(line)?;
    if let Some(holder) = holder(tx.db(), &key)? {
        return Err(if holder == person.id && person.key.is_some_and(|line| same(&line, &key)) {
            refusals::person_key_enrolled_already(person.email)
        } else {
            refusals::person_key_of_another(person.email)
        });
    }
    let from = tx.today();
    tx.append(&PersonEvent::KeyEnrolled { id: person.id, key: key.to_openssh()?, from })?;
    Ok(())
}

/// Says that a person's key speaks no more from a day on.
///
/// # Errors
/// `reason_needed`; `not_found` where no key of theirs speaks; `invalid_value` for a day before the key's own first one.
pub fn retire(tx: &mut Tx<'_>, email: &str, from: Option<Day>, reason: &str) -> Result<()> {
    let person = to_change(tx, email)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::person_change_without_reason(person.email));
    }
    let from = from.unwrap_or(tx.today());
    let key = all(tx.db(), person.id)?.into_iter().find(|key| key.until.is_none_or(|until| from < until));
    let key = key.ok_or_else(|| refusals::person_without_key(&person.email))?;
    if from < key.since {
        return Err(refusals::person_key_retired_before(person.email, from, key.since));
    }
    tx.append(&PersonEvent::KeyRetired { id: person.id, key: key.key, from, reason })?;
    Ok(())
}

/// Whether a line is of that key.
pub fn same(line: &str, key: &PublicKey) -> bool {
    PublicKey::from_openssh(line).is_ok_and(|of| of == *key)
}

/// Takes the key of a person away again that was enrolled by mistake: as if it had never spoken.
pub(super) fn take_back(tx: &mut Tx<'_>, person: PersonId, key: &str, from: Day) -> Result<()> {
    tx.append(&PersonEvent::KeyRetired { id: person, key: key.to_owned(), from, reason: String::new() })?;
    Ok(())
}

/// Everyone's keys with whose they are, by e-mail address.
pub fn everyones(db: &Connection) -> Result<Vec<(String, Key)>> {
    let mut out = Vec::new();
    for person in queries::list(db)? {
        out.extend(all(db, person.id)?.into_iter().map(|key| (person.email.clone(), key)));
    }
    Ok(out)
}
