//! What may be done to documents, and when it is refused. Each command looks its document up in the transaction that writes, so
//! that it goes by what another session did meanwhile.

use std::ops::{Deref, DerefMut};

use super::events::DocumentEvent;
use super::model::{DocumentKind, DocumentState, RevisionState};
use super::particulars::{Numbered, Particulars};
use super::queries::{self, Document, Which};
use super::revisions::{self, Revision};
use super::{refusals, stand};
use crate::day::{Day, Due};
use crate::error::Result;
use crate::filed::FiledFile;
use crate::ids::{DocumentId, RevisionId, ScopeItemId};
use crate::workspace::{Tx, change_final};

/// A document to be registered; what is entered about it is set as its own.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// The organisation's own number.
    pub code: String,
    /// What is entered about it.
    pub particulars: Particulars,
    /// Scope items it belongs to; none means all.
    pub scope: Vec<ScopeItemId>,
}

impl NewDocument {
    /// A document of which only this much is known.
    pub fn new(code: &str, title: &str, kind: DocumentKind) -> Self {
        Self { code: code.to_owned(), particulars: Particulars::new(title.to_owned(), kind), scope: Vec::new() }
    }
}

impl Deref for NewDocument {
    type Target = Particulars;

    fn deref(&self) -> &Particulars {
        &self.particulars
    }
}

impl DerefMut for NewDocument {
    fn deref_mut(&mut self) -> &mut Particulars {
        &mut self.particulars
    }
}

/// A revision to be filed; its files are in the vault already.
#[derive(Debug, Clone, Default)]
pub struct NewRevision {
    /// The organisation's own label; the next number where it gives none.
    pub label: Option<String>,
    /// What changed.
    pub summary: String,
    /// Who wrote it.
    pub author: String,
    /// Its files.
    pub files: Vec<FiledFile>,
}

/// Registers a document without files.
///
/// # Errors
/// `already_exists` for a code in use, `invalid_value` without code or title.
pub fn register(tx: &mut Tx<'_>, new: NewDocument) -> Result<DocumentId> {
    let id = DocumentId::new();
    let Numbered { code, particulars } = checked(tx, id, Numbered { code: new.code, particulars: new.particulars })?;
    tx.append(&DocumentEvent::Registered { id, code, particulars, scope: new.scope })?;
    Ok(id)
}

/// What is entered about a document, without blanks around it: it has a title, an interval that somebody keeps, and a code
/// that no other document has.
pub(super) fn checked(tx: &Tx<'_>, id: DocumentId, entered: Numbered) -> Result<Numbered> {
    let Numbered { code, mut particulars } = entered;
    let code = code.trim().to_owned();
    particulars.title = particulars.title.trim().to_owned();
    if code.is_empty() || particulars.title.is_empty() {
        return Err(refusals::document_incomplete());
    }
    if let Some(months) = particulars.review_interval.filter(|months| !(1..=120).contains(months)) {
        return Err(refusals::document_interval_out_of_range(months));
    }
    if let Some(there) = queries::find(tx.db(), &code)?.filter(|there| there.id != id) {
        return Err(refusals::document_code_taken(there.code, &there.particulars.title));
    }
    Ok(Numbered { code, particulars })
}

/// Files a revision as a draft. An effective revision stays effective until this one replaces it.
///
/// # Errors
/// `already_exists` for a label in use, `refused` for a withdrawn document or without files.
pub fn file_revision<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, new: NewRevision) -> Result<RevisionId> {
    let document = queries::one(tx.db(), document)?;
    if document.state == DocumentState::Withdrawn {
        return Err(refusals::document_withdrawn(document.code));
    }
    let label = match new.label {
        Some(label) => label.trim().to_owned(),
        None => revisions::next_label(tx.db(), document.id, false)?,
    };
    if label.is_empty() || new.files.is_empty() {
        return Err(refusals::revision_incomplete());
    }
    let there = revisions::revisions(tx.db(), document.id)?;
    if there.iter().any(|r| r.label.eq_ignore_ascii_case(&label)) {
        return Err(refusals::revision_label_taken(document.code, label));
    }
    let revision = RevisionId::new();
    tx.append(&DocumentEvent::RevisionFiled {
        document: document.id,
        revision,
        label,
        summary: new.summary,
        author: new.author,
        files: new.files,
    })?;
    Ok(revision)
}

/// Adds files to a draft: a PDF of it, an exact copy found elsewhere. No file, no event.
///
/// # Errors
/// `refused` for a revision about which something was decided: nothing that was approved changes quietly.
pub fn attach_files(tx: &mut Tx<'_>, revision: RevisionId, files: Vec<FiledFile>) -> Result<()> {
    if !files.is_empty() {
        let id = revisions::of_revision(tx.db(), revision)?.ok_or_else(change_final)?;
        undecided(tx, id, revision)?;
        tx.append(&DocumentEvent::FilesAttached { revision, files })?;
    }
    Ok(())
}

/// A revision whose files may still change: a draft about which nothing was decided.
pub(super) fn undecided(tx: &Tx<'_>, document: DocumentId, revision: RevisionId) -> Result<Revision> {
    let there = revisions::revisions(tx.db(), document)?;
    let there = there.into_iter().find(|r| r.id == revision).ok_or_else(change_final)?;
    if there.state != RevisionState::Draft || stand::life(tx.db(), document)?.decided(revision) {
        return Err(refusals::revision_decided(queries::by_id(tx.db(), document)?.code, there.label));
    }
    Ok(there)
}

/// Sets or takes away the day of the next review. Says nothing when nothing changes.
///
/// # Errors
/// `refused` for the next review of a withdrawn document.
pub fn set_next_review<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, due: Option<Due>) -> Result<()> {
    let document = queries::one(tx.db(), document)?;
    if document.state == DocumentState::Withdrawn && due.is_some() {
        return Err(refusals::document_withdrawn(document.code));
    }
    set_due(tx, &document, due)
}

fn set_due(tx: &mut Tx<'_>, document: &Document, due: Option<Due>) -> Result<()> {
    if due != document.next_review {
        tx.append(&DocumentEvent::NextReviewSet { document: document.id, due })?;
    }
    Ok(())
}

/// Marks a revision that had already been replaced when it was filed.
pub fn retire_revision(tx: &mut Tx<'_>, revision: RevisionId, on: Option<Day>) -> Result<()> {
    tx.append(&DocumentEvent::RevisionRetired { revision, on })?;
    Ok(())
}

/// Takes back a draft that was filed by mistake.
///
/// # Errors
/// `refused` for a revision that was approved: what was in force stays in the history.
pub fn take_back_revision(tx: &mut Tx<'_>, document: DocumentId, revision: RevisionId) -> Result<()> {
    let there = revisions::revisions(tx.db(), document)?;
    let there = there.into_iter().find(|r| r.id == revision).ok_or_else(change_final)?;
    if there.state != RevisionState::Draft || stand::life(tx.db(), document)?.decided(revision) {
        let document = queries::by_id(tx.db(), document)?;
        return Err(refusals::revision_not_draft(document.code, there.label, there.state));
    }
    tx.append(&DocumentEvent::RevisionTakenBack { document, revision })?;
    Ok(())
}

/// Takes back a document that was registered by mistake.
///
/// # Errors
/// `refused` while it has revisions.
pub fn take_back(tx: &mut Tx<'_>, document: DocumentId) -> Result<()> {
    if !revisions::revisions(tx.db(), document)?.is_empty() {
        return Err(refusals::document_has_revisions(queries::by_id(tx.db(), document)?.code));
    }
    tx.append(&DocumentEvent::TakenBack { document })?;
    Ok(())
}
