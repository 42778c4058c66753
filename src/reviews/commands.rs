//! Concluding a document review.

use super::events::ReviewEvent;
use super::model::Outcome;
use super::refusals;
use crate::day::{Day, Due};
use crate::documents::{self, DocumentState, Which};
use crate::error::Result;
use crate::ids::ReviewId;
use crate::workspace::Tx;

/// Concludes a document review on `on`. Confirming sets the next review from the interval, or to `next`.
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
    let document = documents::one(tx.db(), document)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(refusals::review_without_reason());
    }
    if document.state == DocumentState::Withdrawn {
        return Err(documents::document_withdrawn(document.code));
    }
    if outcome == Outcome::Confirmed && document.state != DocumentState::Effective {
        return Err(refusals::document_not_effective(document.code, document.state));
    }
    let next_review = match outcome {
        Outcome::Confirmed => {
            let due = next.map(|day| Due::Day { day }).or_else(|| document.review_after(on));
            Some(due.ok_or_else(|| refusals::document_without_interval(&document.code))?)
        }
        // The date stays: a revision that was asked for and never came is overdue.
        Outcome::Revise => document.next_review,
        Outcome::Withdraw => None,
    };
    if let Some(next) = next_review.filter(|due| outcome == Outcome::Confirmed && due.earliest() <= on) {
        return Err(refusals::review_next_not_later(next));
    }
    tx.append(&ReviewEvent::Concluded {
        id: ReviewId::new(),
        document: document.id,
        revision: document.current,
        outcome,
        reason: reason.to_owned(),
        on,
        next_review,
    })?;
    match outcome {
        Outcome::Withdraw => documents::withdraw(tx, document.id, reason, on)?,
        Outcome::Confirmed | Outcome::Revise => documents::set_next_review(tx, document.id, next_review)?,
    }
    Ok(next_review)
}
