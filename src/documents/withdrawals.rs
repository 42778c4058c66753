//! A document withdrawn, and put in force again.

use rusqlite::Connection;

use super::events::DocumentEvent;
use super::model::DocumentState;
use super::queries::{self, Document, Which};
use super::revisions::{self, Revision, wanted};
use super::{refusals, stand};
use crate::day::{Day, Due};
use crate::error::Result;
use crate::ids::DocumentId;
use crate::workspace::Tx;

/// Refuses what is withdrawn.
///
/// # Errors
/// `refused`.
pub fn not_withdrawn(document: &Document) -> Result<()> {
    if document.state == DocumentState::Withdrawn { Err(refusals::document_withdrawn(&document.code)) } else { Ok(()) }
}

/// Since when a document is withdrawn, or will be.
pub fn withdrawn_from(db: &Connection, document: DocumentId) -> Result<Option<Day>> {
    Ok(stand::life(db, document)?.withdrawn_from())
}

/// A withdrawn document to be put in force again.
#[derive(Debug, Clone)]
pub struct Reinstatement {
    /// Which revision; none means the one that was in force last.
    pub label: Option<String>,
    /// First day in force; today or later.
    pub from: Day,
    /// Next review; none means from the review interval.
    pub next_review: Option<Due>,
    /// Why.
    pub reason: String,
}

/// Puts a withdrawn document in force again with one of its revisions. What was planned before its withdrawal is void. A
/// withdrawal that lies ahead, and one of a document of which no approval stands, is called off: nothing else changes.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for a document that is not withdrawn, for a revision without an approval
/// that stands, and for a day that has passed; for a day or a revision where a withdrawal is only called off.
pub fn reinstate<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, new: Reinstatement) -> Result<()> {
    let document = queries::one(tx.db(), document)?;
    let reason = new.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::document_reinstated_without_reason(document.code));
    }
    let (life, today) = (stand::life(tx.db(), document.id)?, tx.today());
    let ahead = document.state != DocumentState::Withdrawn;
    if ahead && life.withdrawn_from().is_none() {
        return Err(refusals::document_not_withdrawn(document.code, document.state));
    }
    if new.from < today {
        return Err(refusals::document_reinstated_in_the_past(document.code, new.from));
    }
    // Its approval is what stands again: one that was taken back approves nothing.
    let approved = |r: &Revision| life.approval(r.id, today).is_some();
    let there = revisions::revisions(tx.db(), document.id)?;
    if ahead || new.label.is_none() && !there.iter().any(approved) {
        if new.label.is_some() || new.next_review.is_some() || new.from > today {
            return Err(refusals::document_withdrawal_only_called_off(document.code));
        }
        tx.append(&DocumentEvent::WithdrawalCalledOff { document: document.id, reason })?;
        return Ok(());
    }
    let revision = match new.label {
        Some(label) => wanted(tx.db(), &document, Some(&label))?.0,
        None => {
            let there: Vec<_> = there.into_iter().filter(approved).collect();
            let last = there.iter().filter(|r| life.last_in_force(r.id).is_some());
            let last = last.max_by_key(|r| life.last_in_force(r.id).map(|(first, _)| first)).or(there.last());
            last.cloned().ok_or_else(|| refusals::document_never_in_force(&document.code))?
        }
    };
    if !approved(&revision) {
        return Err(refusals::revision_not_approved(&document.code, revision.label, revision.state));
    }
    tx.append(&DocumentEvent::Reinstated {
        document: document.id,
        revision: revision.id,
        reason,
        from: new.from,
        next_review: match new.next_review {
            Some(due) => Some(due),
            None => document.review_after(tx.db(), new.from)?,
        },
    })?;
    Ok(())
}

/// Takes a document out of use. Its revisions, files and history stay.
///
/// # Errors
/// `refused` for a document that is withdrawn, or will be.
pub fn withdraw<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, reason: &str, on: Day) -> Result<()> {
    let document = queries::one(tx.db(), document)?;
    not_withdrawn(&document)?;
    if let Some(from) = withdrawn_from(tx.db(), document.id)? {
        return Err(refusals::document_withdrawal_planned(document.code, from));
    }
    tx.append(&DocumentEvent::Withdrawn { document: document.id, reason: reason.to_owned(), on })?;
    Ok(())
}
