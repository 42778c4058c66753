//! What the register says of the thing in question, and whether an answer still fits.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::kinds::CLAUSES;
use super::model::{About, Matter, Reading};
use super::queries::Question;
use super::refusals;
use crate::documents::{self, Document, DocumentState, Revision, RevisionState};
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId};
use crate::items::{self, ItemId};
use crate::mapping;
use crate::named::List;
use crate::records::{self, Exit};
use crate::standards::ClauseRef;

/// What the register says of it now, as text; empty where it says nothing.
pub(super) fn held(db: &Connection, about: &About, matter: &Matter) -> Result<String> {
    Ok(match (about, matter) {
        (About::Document(id), Matter::Date { .. }) => next_review(&documents::by_id(db, *id)?),
        (about, Matter::Particular { particular }) if particular == CLAUSES => match about.item() {
            Some(item) => clauses_text(&mapped(db, item)?),
            None => String::new(),
        },
        (About::Document(id), Matter::Particular { particular }) => {
            text(&documents::by_id(db, *id)?.particulars, particular)
        }
        (About::Document(id), Matter::Status { .. }) => documents::by_id(db, *id)?.state.name().to_owned(),
        (About::Document(id), Matter::ChangedFile { revision, .. } | Matter::ApprovalDay { revision, .. }) => {
            revision_of(db, *id, *revision)?.map(|r| r.state.name().to_owned()).unwrap_or_default()
        }
        (About::Record(id), Matter::Date { particular } | Matter::Particular { particular }) => {
            text(&records::by_id(db, *id)?.particulars, particular)
        }
        // A record that was taken back since is nothing to be asked about.
        (About::Record(id), Matter::DocumentOrRecord { .. }) => match records::by_id(db, *id)?.exit {
            Some(Exit::TakenBack) => Exit::TakenBack.name().to_owned(),
            _ => String::new(),
        },
        _ => String::new(),
    })
}

/// Clauses as text: `27001:2022/A.5.1; 9001:2015/8.4`.
pub fn clauses_text(clauses: &BTreeSet<ClauseRef>) -> String {
    clauses.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// The clauses to which something is mapped.
pub(super) fn mapped(db: &Connection, item: ItemId) -> Result<BTreeSet<ClauseRef>> {
    Ok(mapping::of_item(db, item)?.into_iter().map(|link| link.reference).collect())
}

/// A document's next review as text.
fn next_review(document: &Document) -> String {
    document.next_review.map(|due| due.to_string()).unwrap_or_default()
}

/// A particular as text.
pub(super) fn text<L: List>(particulars: &L, name: &str) -> String {
    particulars.texts().into_iter().find(|(field, _)| field.name == name).map(|(_, text)| text).unwrap_or_default()
}

/// A document's revision, if it is still there.
pub(super) fn revision_of(db: &Connection, document: DocumentId, revision: RevisionId) -> Result<Option<Revision>> {
    Ok(documents::revisions(db, document)?.into_iter().find(|r| r.id == revision))
}

/// Whether a revision of a document was approved, whatever became of it.
pub fn once_approved(db: &Connection, document: DocumentId) -> Result<bool> {
    Ok(documents::revisions(db, document)?.iter().any(|r| r.approved_by.is_some()))
}

impl Reading {
    /// What the register says after this answer, as text; nothing where that is not a particular.
    pub(super) fn value(&self) -> Option<String> {
        match self {
            Reading::Date(due) => Some(due.to_string()),
            Reading::NoDate => Some(String::new()),
            Reading::Value(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// Whether it leaves the register as it is.
    fn changes_nothing(&self) -> bool {
        matches!(self, Reading::Kept | Reading::OtherList)
    }
}

/// Whether an answer still fits what the register says by now.
///
/// # Errors
/// `refused`, with what came between.
pub(super) fn fits(db: &Connection, question: &Question, answer: &Reading) -> Result<()> {
    let asking = &question.asking;
    if answer.changes_nothing() {
        return Ok(());
    }
    let now = held(db, &asking.about, &asking.matter)?;
    // What the register says already may be said again: it closes the question and changes nothing.
    if answer.value().is_some_and(|value| value == now) {
        return Ok(());
    }
    let about = || asking.about.item().map(|item| items::code(db, item)).transpose().map(Option::unwrap_or_default);
    if let About::Document(id) = &asking.about {
        let withdrawn = documents::by_id(db, *id)?.state == DocumentState::Withdrawn;
        // What was known as withdrawn when it was asked can be put in force again, if it ever was.
        let again = *answer == Reading::InForce && now == asking.held && once_approved(db, *id)?;
        if withdrawn && !again && !matches!(answer, Reading::OutOfUse | Reading::NotKept | Reading::Value(_)) {
            return Err(refusals::question_document_withdrawn(&question.code, about()?));
        }
        // An approval's day is asked of a draft, or of what a list says was approved on another day.
        let draft = match &asking.matter {
            Matter::ChangedFile { draft, .. } => Some((*draft, RevisionState::Draft.name())),
            Matter::ApprovalDay { revision, .. } => Some((*revision, asking.held.as_str())),
            _ => None,
        };
        if let Some((draft, state)) = draft
            && revision_of(db, *id, draft)?.is_none_or(|r| r.state.name() != state)
        {
            return Err(refusals::question_draft_decided(&question.code, about()?));
        }
    }
    // Whatever stands, bytes that are not kept and what is out of use say nothing of it.
    if now != asking.held && !matches!(answer, Reading::NotKept | Reading::OutOfUse) {
        return Err(refusals::question_overtaken(&question.code, about()?, now));
    }
    Ok(())
}
