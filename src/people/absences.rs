//! Saying that people are away, and that they are back.

use super::away::from;
use super::commands::to_change;
use super::events::PersonEvent;
use super::model::Duty;
use super::queries::{self, Person};
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::AwayId;
use crate::workspace::Tx;

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

/// Says that a person is away for some days, and who decides for them.
///
/// # Errors
/// `person_not_enrolled`, `person_left`; `invalid_value` for days in the wrong order or past, and for a deputy who is the
/// person; `refused` where the deputy's role may not approve, and for days that meet another absence.
pub fn go_away(tx: &mut Tx<'_>, email: &str, going: &Going<'_>) -> Result<AwayId> {
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
pub fn come_back(tx: &mut Tx<'_>, email: &str, reason: &str) -> Result<()> {
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
