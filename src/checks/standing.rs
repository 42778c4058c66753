//! How documents stand: in force, answered for, reviewed in time.

use rusqlite::Connection;

use super::found::{Found, People};
use super::model::Irregular;
use crate::day::{Day, Due, Overdue};
use crate::documents::{self, DocumentState};
use crate::error::Result;

/// Looks at how a document stands today.
pub(super) fn look(db: &Connection, found: &mut Found<'_>, people: &People, today: Day) -> Result<()> {
    let (state, owner) = (found.document.state, found.document.particulars.owner.trim().to_owned());
    if state == DocumentState::Withdrawn {
        return Ok(());
    }
    // What is to be withdrawn need not come into force before.
    let in_force = matches!(state, DocumentState::Effective | DocumentState::Listed);
    if !in_force && documents::withdrawn_from(db, found.document.id)?.is_none() {
        found.note(Irregular::NothingInForce, None, &[("state", state.name().to_owned())]);
    }
    if owner.is_empty() {
        found.note(Irregular::OwnerMissing, None, &[]);
    } else if let Some(person) = people.called(&owner).filter(|person| person.left) {
        let day = person.left_on.map(|day| day.to_string()).unwrap_or_default();
        let successor = person.successor.clone().unwrap_or_default();
        found.note(Irregular::OwnerLeft, None, &[("owner", owner), ("day", day), ("successor", successor)]);
    }
    match found.document.next_review {
        Some(due) if state.in_use() && due.overdue(today) == Overdue::Yes => {
            found.note(Irregular::ReviewOverdue, None, &[("day", Due::latest(due).to_string())]);
        }
        None if state == DocumentState::Effective => found.note(Irregular::ReviewMissing, None, &[]),
        Some(_) | None => {}
    }
    Ok(())
}
