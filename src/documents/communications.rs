//! Recording that a revision was communicated, and taking that back.

use rusqlite::Connection;

use super::communicated::Communicated;
use super::events::DocumentEvent;
use super::model::RevisionState;
use super::queries::{self, Document, Which};
use super::refusals;
use super::revisions::{self, Revision};
use crate::day::{Day, Due};
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId};
use crate::text::fold;
use crate::workspace::Tx;

/// A revision told to an audience, as it is recorded.
#[derive(Debug, Clone)]
pub struct Communication {
    /// Which revision; none means the one in force, else the one that comes.
    pub label: Option<String>,
    /// When; not before its approval, and not ahead.
    pub on: Day,
    /// To whom.
    pub to: String,
    /// How; empty where nobody says.
    pub how: String,
}

/// Records that a revision was communicated: one that is approved, or was in force.
///
/// # Errors
/// `invalid_value` without an audience, for a day ahead and for one before the approval; `refused` for a draft;
/// `already_exists` where it was recorded before.
pub fn communicate<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, new: Communication) -> Result<RevisionId> {
    let document = queries::one(tx.db(), document)?;
    let revision = wanted(tx.db(), &document, new.label.as_deref())?;
    let (on, to, how) = (new.on, new.to.trim().to_owned(), new.how.trim().to_owned());
    if to.is_empty() {
        return Err(refusals::revision_communicated_to_nobody(document.code));
    }
    let decided = match revision.state {
        RevisionState::Draft => false,
        RevisionState::Withdrawn => revision.approved_by.is_some(),
        RevisionState::Approved | RevisionState::Effective | RevisionState::Superseded => true,
    };
    if !decided {
        return Err(refusals::revision_communicated_as_draft(document.code, revision.label));
    }
    if on > tx.today() {
        return Err(refusals::revision_communicated_ahead(document.code, on));
    }
    if let Some(approved) = revision.approved_on.map(Due::earliest).filter(|approved| on < *approved) {
        return Err(refusals::revision_communicated_before_approval(document.code, revision.label, on, approved));
    }
    if there(&revision, on, &to).is_some() {
        return Err(refusals::revision_communicated_already(document.code, revision.label, to, on));
    }
    let (document, revision) = (document.id, revision.id);
    tx.append(&DocumentEvent::Communicated { document, revision, on, to, how })?;
    Ok(revision)
}

/// Takes back that a revision was communicated to an audience on a day: it was recorded by mistake.
///
/// # Errors
/// `reason_needed` without a reason; `not_found` where that was not recorded.
pub fn take_back_communication<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    communication: &Communication,
    reason: &str,
) -> Result<RevisionId> {
    let document = queries::one(tx.db(), document)?;
    if reason.trim().is_empty() {
        return Err(refusals::revision_communication_without_reason(document.code));
    }
    let Communication { label, on, to, .. } = communication;
    let revision = wanted(tx.db(), &document, label.as_deref())?;
    let Some(told) = there(&revision, *on, to).cloned() else {
        return Err(refusals::revision_communication_not_found(document.code, revision.label, to.trim(), *on));
    };
    take_back(tx, document.id, revision.id, told, reason.trim())?;
    Ok(revision.id)
}

/// Takes it back without a reason where that is an undo.
pub(super) fn take_back(
    tx: &mut Tx<'_>,
    document: DocumentId,
    revision: RevisionId,
    told: Communicated,
    reason: &str,
) -> Result<()> {
    let Communicated { on, to, how } = told;
    let reason = reason.to_owned();
    tx.append(&DocumentEvent::CommunicationTakenBack { document, revision, on, to, how, reason })?;
    Ok(())
}

/// What of a revision is recorded of that audience and day, however its words are written.
fn there<'r>(revision: &'r Revision, on: Day, to: &str) -> Option<&'r Communicated> {
    revision.communications.iter().find(|told| told.on == on && fold(&told.to) == fold(to.trim()))
}

/// The revision of that label, else the one that the document goes by.
fn wanted(db: &Connection, document: &Document, label: Option<&str>) -> Result<Revision> {
    let found = revisions::revisions(db, document.id)?.into_iter().find(|revision| match label {
        Some(label) => revision.label.eq_ignore_ascii_case(label),
        None => document.current == Some(revision.id),
    });
    found.ok_or_else(|| match label {
        Some(label) => refusals::revision_not_found(&document.code, label),
        None => refusals::document_without_revision(&document.code),
    })
}
