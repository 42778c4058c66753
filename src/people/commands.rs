//! What may be done to people.

use super::events::PersonEvent;
use super::model::{Duty, Role};
use super::queries::Person;
use super::{queries, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::named::{Change, Correction, Said};
use crate::signing::PublicKey;
use crate::workspace::Tx;

/// Enrols a person; somebody who had left is there again. `key` is an OpenSSH Ed25519 public key line.
///
/// # Errors
/// `already_exists` for a known address, `invalid_value` for an address that is none, `key_unusable` for such a key;
/// `refused` for whoever does not manage, once somebody does.
pub fn enrol(tx: &mut Tx<'_>, name: &str, email: &str, role: Role, key: Option<String>) -> Result<PersonId> {
    queries::may_add(tx.db(), tx.actor())?;
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
        if !person.left || key.is_some_and(|line| person.key.as_ref() != Some(&line)) {
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
/// `person_not_enrolled`; `reason_needed` without a reason; `invalid_value` where nothing would change; `refused` where nobody
/// would manage any more.
pub fn correct(tx: &mut Tx<'_>, email: &str, name: Option<&str>, role: Option<Role>, reason: &str) -> Result<()> {
    let person = with_reason(tx, email, reason)?;
    let mut changes = Vec::new();
    if let Some(name) = name.map(str::trim).filter(|name| *name != person.name) {
        if name.is_empty() {
            return Err(refusals::person_incomplete(name, email));
        }
        changes.push(change("name", &person.name, name));
    }
    if let Some(role) = role.filter(|role| *role != person.role) {
        goes_on_without(tx, &person, role)?;
        changes.push(change("role", person.role.name(), role.name()));
    }
    if changes.is_empty() {
        return Err(refusals::person_change_empty(person.email));
    }
    let correction = Correction { changes, reason: reason.trim().to_owned() };
    tx.append(&PersonEvent::Corrected { id: person.id, correction })?;
    Ok(())
}

/// Says that a person leaves on a day: from then on they act no more, their keys speak no more, and their history stays.
/// A successor takes over what they looked after.
///
/// # Errors
/// `person_not_enrolled`; `person_left` for somebody who is gone already; `reason_needed` without a reason;
/// `invalid_value` for a successor who is the same person; `refused` for one whose role may less, and for the only one who manages.
pub fn leave(tx: &mut Tx<'_>, email: &str, on: Option<Day>, successor: Option<&str>, reason: &str) -> Result<()> {
    let person = with_reason(tx, email, reason)?;
    let successor = successor.map(|email| queries::who_acts(tx.db(), email.trim())).transpose()?;
    if successor.as_ref().is_some_and(|successor| successor.id == person.id) {
        return Err(refusals::person_deputy_of_themselves(person.email));
    }
    // Whoever takes over can do what was asked of them; managing is given by a role of their own.
    let lacks = |successor: &Person| {
        let asked = |duty: &&Duty| **duty != Duty::Manage && person.role.may(**duty) && !successor.role.may(**duty);
        Duty::ALL.iter().find(asked).copied()
    };
    if let Some(successor) = &successor
        && let Some(duty) = lacks(successor)
    {
        return Err(refusals::person_may_not(&successor.email, successor.role, duty.name()));
    }
    if !others_manage(tx, &person)? {
        return Err(refusals::person_manages_alone(person.email));
    }
    let (on, reason) = (on.unwrap_or(tx.today()), reason.trim().to_owned());
    tx.append(&PersonEvent::Left { id: person.id, on, reason, successor: successor.map(|s| s.id) })?;
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

/// The person to be changed, by somebody whose part that is; everyone's own key and absence are their own part, too.
pub(super) fn to_change(tx: &Tx<'_>, email: &str) -> Result<Person> {
    let person = queries::who_acts(tx.db(), email.trim())?;
    let own = queries::by_email(tx.db(), tx.actor())?.is_some_and(|actor| actor.id == person.id);
    if !own {
        queries::may_enrol(tx.db(), tx.actor())?;
    }
    Ok(person)
}

/// Lets a person have another role, as long as somebody manages after that.
///
/// # Errors
/// `person_manages_alone`.
pub(super) fn goes_on_without(tx: &Tx<'_>, person: &Person, role: Role) -> Result<()> {
    if role.may(Duty::Manage) || others_manage(tx, person)? {
        return Ok(());
    }
    Err(refusals::person_manages_alone(&person.email))
}

/// Whether somebody who stays manages beside a person, or the person does not manage.
fn others_manage(tx: &Tx<'_>, person: &Person) -> Result<bool> {
    let managers = queries::managers(tx.db())?;
    let manages = managers.iter().any(|there| there.id == person.id);
    Ok(!manages || managers.iter().any(|there| there.id != person.id && there.left_on.is_none()))
}

/// The person to be changed by a reason, and by whoever manages people.
fn with_reason(tx: &Tx<'_>, email: &str, reason: &str) -> Result<Person> {
    queries::may_enrol(tx.db(), tx.actor())?;
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
