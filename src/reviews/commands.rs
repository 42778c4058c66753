//! Concluding a document review, and moving one.

use super::events::ReviewEvent;
use super::model::Outcome;
use super::{refusals, tasks};
use crate::day::{Day, Due, Overdue};
use crate::documents::{self, Document, DocumentState, Which};
use crate::error::Result;
use crate::ids::ReviewId;
use crate::workspace::Tx;

/// Concludes a document review on `on`. Confirming sets the next review from the interval, or to `next`; where a revision
/// is asked for, `next` is the day by which it is due, and the document's owner is to write it.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for a document that is not in force.
pub fn conclude<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    outcome: Outcome,
    reason: &str,
    on: Day,
    next: Option<Day>,
) -> Result<Option<Due>> {
    if outcome == Outcome::Revise {
        return ask_revision(tx, document, None, next, reason, on);
    }
    let document = reviewed(tx, document, outcome, reason)?;
    let next_review = if outcome == Outcome::Confirmed {
        let due = match next {
            Some(day) => Some(Due::Day { day }),
            None => document.review_after(tx.db(), on)?,
        };
        let due = due.ok_or_else(|| refusals::document_without_interval(&document.code))?;
        if due.earliest() <= on {
            return Err(refusals::review_next_not_later(due));
        }
        Some(due)
    } else {
        None
    };
    let reason = reason.trim();
    tx.append(&ReviewEvent::Concluded {
        id: ReviewId::new(),
        document: document.id,
        revision: document.current,
        outcome,
        reason: reason.to_owned(),
        on,
        next_review,
        owner: String::new(),
        revise_by: None,
    })?;
    if outcome == Outcome::Withdraw {
        documents::withdraw(tx, document.id, reason, on)?;
    } else {
        documents::set_next_review(tx, document.id, next_review)?;
    }
    Ok(next_review)
}

/// Concludes a review with the wish for a new revision: a task for `owner`, else the document's, due by a day. The date
/// of the next review stays.
///
/// # Errors
/// `reason_needed` without a reason, `invalid_value` without a day to come; `refused` for a document that nobody goes by,
/// and while an earlier wish is open.
pub fn ask_revision<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    owner: Option<&str>,
    by: Option<Day>,
    reason: &str,
    on: Day,
) -> Result<Option<Due>> {
    let document = reviewed(tx, document, Outcome::Revise, reason)?;
    let by = by.ok_or_else(|| refusals::review_revision_without_day(&document.code))?;
    if by < on {
        return Err(refusals::review_revision_day_passed(by));
    }
    if let Some(task) = tasks::open_task(tx.db(), document.id)? {
        return Err(refusals::review_revision_asked_already(document.code, task.due));
    }
    tx.append(&ReviewEvent::Concluded {
        id: ReviewId::new(),
        document: document.id,
        revision: document.current,
        outcome: Outcome::Revise,
        reason: reason.trim().to_owned(),
        on,
        next_review: document.next_review,
        owner: owner.map(str::trim).filter(|owner| !owner.is_empty()).unwrap_or(&document.owner).to_owned(),
        revise_by: Some(by),
    })?;
    Ok(document.next_review)
}

/// Asks for a change of a document without a review being held: a task for `owner`, else the document's, due by a day,
/// else in thirty days. Whoever files and approves the next revision ends it.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for a withdrawn document and while an earlier wish is open;
/// `invalid_value` for a day that has passed.
pub fn request_change<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    owner: Option<&str>,
    by: Option<Day>,
    reason: &str,
) -> Result<ReviewId> {
    let document = documents::one(tx.db(), document)?;
    let (today, reason) = (tx.today(), reason.trim().to_owned());
    if reason.is_empty() {
        return Err(refusals::review_without_reason());
    }
    documents::not_withdrawn(&document)?;
    let by = by.unwrap_or(today.plus_days(CHANGE_DUE));
    if by < today {
        return Err(refusals::review_revision_day_passed(by));
    }
    if let Some(task) = tasks::open_task(tx.db(), document.id)? {
        return Err(refusals::review_revision_asked_already(document.code, task.due));
    }
    let owner = owner.map(str::trim).filter(|owner| !owner.is_empty()).unwrap_or(&document.owner).to_owned();
    let (id, revision) = (ReviewId::new(), document.current);
    tx.append(&ReviewEvent::ChangeRequested { id, document: document.id, revision, reason, owner, by, on: today })?;
    Ok(id)
}

/// Days until a change that was asked for is due, where nobody said otherwise.
const CHANGE_DUE: u64 = 30;

/// The document, where it may be reviewed with that outcome: only what people go by is.
fn reviewed<'a>(tx: &Tx<'_>, document: impl Into<Which<'a>>, outcome: Outcome, reason: &str) -> Result<Document> {
    let document = documents::one(tx.db(), document)?;
    if reason.trim().is_empty() {
        return Err(refusals::review_without_reason());
    }
    if document.state == DocumentState::Withdrawn {
        return Err(documents::document_withdrawn(document.code));
    }
    let confirmed = outcome == Outcome::Confirmed;
    if !document.state.in_use() || confirmed && document.state != DocumentState::Effective {
        return Err(refusals::document_not_effective(document.code, document.state));
    }
    Ok(document)
}

/// Calls the revision off that a review of the document asked for.
///
/// # Errors
/// `reason_needed` without a reason, `not_found` where none is open.
pub fn call_off_revision<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, reason: &str) -> Result<()> {
    let document = documents::one(tx.db(), document)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(refusals::review_revision_called_off_without_reason(document.code));
    }
    let task = tasks::open_task(tx.db(), document.id)?;
    let task = task.ok_or_else(|| refusals::review_revision_not_asked(&document.code))?;
    let (review, on) = (task.review, tx.today());
    tx.append(&ReviewEvent::RevisionCalledOff { review, document: document.id, reason: reason.to_owned(), on })?;
    Ok(())
}

/// Sets the next review to a day without one being held. Where it is overdue, that needs a reason, unless the day is one
/// that its unclear date can mean: settling is not moving.
///
/// # Errors
/// `reason_needed` for an overdue review, `refused` for a withdrawn document.
pub fn move_review<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, to: Day, reason: &str) -> Result<()> {
    let document = documents::one(tx.db(), document)?;
    let (reason, before) = (reason.trim(), document.next_review);
    let next = Some(Due::Day { day: to });
    if next == before {
        return Ok(());
    }
    let late = before.filter(|due| document.in_use && due.overdue(tx.today()) != Overdue::No);
    if let Some(due) = late.filter(|due| !can_mean(*due, to) && reason.is_empty()) {
        return Err(refusals::review_moved_without_reason(document.code, due.earliest()));
    }
    if !reason.is_empty() && document.state != DocumentState::Withdrawn {
        tx.append(&ReviewEvent::Moved {
            id: ReviewId::new(),
            document: document.id,
            before,
            next_review: to,
            reason: reason.to_owned(),
            on: tx.today(),
        })?;
    }
    documents::set_next_review(tx, document.id, next)
}

/// Whether a date that is not known to the day can mean this one.
fn can_mean(due: Due, day: Day) -> bool {
    match due {
        Due::Day { .. } => false,
        Due::Month { first } => day.month_start() == first,
        Due::Ambiguous { day_first, month_first } => [day_first, month_first].contains(&day),
    }
}
