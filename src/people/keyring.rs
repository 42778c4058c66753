//! Enrolling people's keys, retiring them, and taking an enrolment back.

use super::commands::to_change;
use super::events::PersonEvent;
use super::keys::{all, holder, same};
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::signing::PublicKey;
use crate::workspace::Tx;

/// Enrols a key for a person, from today on; the one before it speaks no more. Whoever could make another's key could sign
/// as them: it is done by the person, or by somebody who manages people.
///
/// # Errors
/// `person_not_enrolled`, `person_left`; `person_needed`, `person_may_not`; `key_unusable`; `already_exists` for a key that
/// is enrolled already.
pub fn enrol_key(tx: &mut Tx<'_>, email: &str, line: &str) -> Result<()> {
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
pub fn retire_key(tx: &mut Tx<'_>, email: &str, from: Option<Day>, reason: &str) -> Result<()> {
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

/// Takes the key of a person away again that was enrolled by mistake: as if it had never spoken.
pub(super) fn take_back(tx: &mut Tx<'_>, person: PersonId, key: &str, from: Day) -> Result<()> {
    tx.append(&PersonEvent::KeyRetired { id: person, key: key.to_owned(), from, reason: String::new() })?;
    Ok(())
}
