//! Concluding a document review.

use super::events::ReviewEvent;
use super::model::Outcome;
use crate::day::{Day, Due};
use crate::documents::{self, DocumentState, Which};
use crate::error::{Code, Error, Result};
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
        return Err(Error::new(
            Code::ReasonNeeded,
            "A review says why",
            "Give the reason with --reason: it is what an auditor reads.",
        ));
    }
    if document.state == DocumentState::Withdrawn
        || (outcome == Outcome::Confirmed && document.state != DocumentState::Effective)
    {
        return Err(Error::new(
            Code::Refused,
            format!("{} is {}, so there is nothing to confirm", document.code, document.state),
            "Approve its revision first, or look at another document.",
        ));
    }
    let next_review = match outcome {
        Outcome::Confirmed => {
            let due = next.map(|day| Due::Day { day }).or_else(|| document.review_after(on));
            Some(due.ok_or_else(|| {
                Error::new(
                    Code::InvalidValue,
                    format!("{} has no review interval", document.code),
                    "Say when the next review is due with --next DAY.",
                )
            })?)
        }
        // The date stays: a revision that was asked for and never came is overdue.
        Outcome::Revise => document.next_review,
        Outcome::Withdraw => None,
    };
    if next_review.is_some_and(|d| outcome == Outcome::Confirmed && d.earliest() <= on) {
        return Err(Error::new(
            Code::InvalidValue,
            "The next review would not be later than this one",
            "Give a later day with --next.",
        ));
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
