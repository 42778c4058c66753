//! What may be done to people.

use super::events::PersonEvent;
use super::model::{Duty, Role};
use super::queries::Person;
use super::{queries, refusals};
use crate::error::Result;
use crate::ids::PersonId;
use crate::named::{Change, Correction, Said};
use crate::signing::PublicKey;
use crate::workspace::Tx;

/// Enrols a person; somebody who had left is there again. `key` is an OpenSSH Ed25519 public key line.
///
/// # Errors
/// `already_exists` for a known address, `invalid_value` for an address that is none, `key_unusable` for such a key.
pub fn enrol(tx: &mut Tx<'_>, name: &str, email: &str, role: Role, key: Option<String>) -> Result<PersonId> {
    let email = email.trim();
    let usable = email.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty())
        && !email.contains(char::is_whitespace);
    if !usable || name.trim().is_empty() {
        return Err(refusals::person_incomplete(name.trim(), email));
    }
    if let Some(line) = &key {
        PublicKey::from_openssh(line)?;
    }
    if let Some(person) = queries::by_email(tx.db(), email)? {
        // Whoever comes back is the same person, with the same key.
        if person.left_on.is_none() || key.is_some_and(|line| person.key.as_ref() != Some(&line)) {
            return Err(refusals::person_already_enrolled(email));
        }
        tx.append(&PersonEvent::Returned { id: person.id, role })?;
        rename(tx, &person, name)?;
        return Ok(person.id);
    }
    let id = PersonId::new();
    tx.append(&PersonEvent::Enrolled { id, name: name.trim().into(), email: email.into(), role, key })?;
    Ok(id)
}

/// Corrects what is known of a person. Roles are given by whoever manages people.
///
/// # Errors
/// `person_not_enrolled`; `reason_needed` without a reason; `invalid_value` where nothing would change.
pub fn correct(tx: &mut Tx<'_>, email: &str, name: Option<&str>, role: Option<Role>, reason: &str) -> Result<()> {
    let person = to_change(tx, email, reason)?;
    let mut changes = Vec::new();
    if let Some(name) = name.map(str::trim).filter(|name| *name != person.name) {
        if name.is_empty() {
            return Err(refusals::person_incomplete(name, email));
        }
        changes.push(change("name", &person.name, name));
    }
    if let Some(role) = role.filter(|role| *role != person.role) {
        changes.push(change("role", person.role.name(), role.name()));
    }
    if changes.is_empty() {
        return Err(refusals::person_change_empty(person.email));
    }
    let correction = Correction { changes, reason: reason.trim().to_owned() };
    tx.append(&PersonEvent::Corrected { id: person.id, correction })?;
    Ok(())
}

/// Says that a person leaves: from today on they act no more, and their history stays.
///
/// # Errors
/// `person_not_enrolled`; `person_left` for somebody who is gone already; `reason_needed` without a reason.
pub fn leave(tx: &mut Tx<'_>, email: &str, reason: &str) -> Result<()> {
    let person = to_change(tx, email, reason)?;
    let (on, reason) = (tx.today(), reason.trim().to_owned());
    tx.append(&PersonEvent::Left { id: person.id, on, reason })?;
    Ok(())
}

/// Sets the organisation's rule on authors who approve what they wrote.
///
/// # Errors
/// `reason_needed` without a reason.
pub fn set_author_rule(tx: &mut Tx<'_>, allowed: bool, reason: &str) -> Result<()> {
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::person_rule_without_reason());
    }
    if queries::author_approves(tx.db())? != allowed {
        tx.append(&PersonEvent::AuthorRuleSet { allowed, reason })?;
    }
    Ok(())
}

/// The person to be changed: by a reason, and by somebody whose part that is, where somebody enrolled acts.
fn to_change(tx: &Tx<'_>, email: &str, reason: &str) -> Result<Person> {
    queries::may_enrol(tx.db(), tx.actor())?;
    if queries::by_email(tx.db(), tx.actor())?.is_some() {
        queries::on_duty(tx.db(), tx.actor(), Duty::Manage)?;
    }
    let person = queries::who_acts(tx.db(), email.trim())?;
    if reason.trim().is_empty() {
        return Err(refusals::person_change_without_reason(person.email));
    }
    Ok(person)
}

fn rename(tx: &mut Tx<'_>, person: &Person, name: &str) -> Result<()> {
    if name.trim() != person.name {
        let changes = vec![change("name", &person.name, name.trim())];
        tx.append(&PersonEvent::Corrected {
            id: person.id,
            correction: Correction { changes, reason: String::new() },
        })?;
    }
    Ok(())
}

fn change(field: &str, before: &str, after: &str) -> Change {
    Change { field: field.to_owned(), before: Said::Text(before.to_owned()), after: Said::Text(after.to_owned()) }
}
