//! The registers as a window shows them: each row with its clauses and what is late, and how much there is of each view.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::doubts::is_doubted;
use crate::day::{Day, Overdue};
use crate::documents::{self, Document, DocumentState};
use crate::error::Result;
use crate::ids::{DocumentId, RecordId};
use crate::items::ItemId;
use crate::mapping;
use crate::records::{self, Stated};
use crate::standards::ClauseRef;

/// A row of the register of documents.
#[derive(Debug, Serialize, TS)]
pub struct DocumentRow {
    /// The document.
    #[serde(flatten)]
    pub document: Document,
    /// The clauses it satisfies.
    pub clauses: Vec<ClauseRef>,
    /// Whether its review is overdue; that of a document out of use is not.
    pub overdue: Overdue,
    /// Whether somebody doubts what is approved of it, and no review has looked into that.
    pub doubted: bool,
}

/// The row of one document, with what is overdue on `day`.
pub fn document_row(db: &Connection, id: DocumentId, day: Day) -> Result<DocumentRow> {
    let document = documents::by_id(db, id)?;
    Ok(DocumentRow {
        clauses: clauses_of(db, ItemId::Document(id))?,
        doubted: is_doubted(db, id)?,
        overdue: document.next_review.filter(|_| document.in_use).map_or(Overdue::No, |due| due.overdue(day)),
        document,
    })
}

/// A row of the register of records.
#[derive(Debug, Serialize, TS)]
pub struct RecordRow {
    /// The record, with how it stands.
    #[serde(flatten)]
    pub record: Stated,
    /// The clauses it is evidence for.
    pub clauses: Vec<ClauseRef>,
}

/// The row of one record, with how it stands on `day`.
pub fn record_row(db: &Connection, id: RecordId, day: Day) -> Result<RecordRow> {
    Ok(RecordRow { clauses: clauses_of(db, ItemId::Record(id))?, record: records::by_id(db, id)?.stated(day) })
}

fn clauses_of(db: &Connection, item: ItemId) -> Result<Vec<ClauseRef>> {
    Ok(mapping::of_item(db, item)?.into_iter().map(|link| link.reference).collect())
}

/// How many documents and records there are of each sort.
#[derive(Debug, Serialize, TS)]
pub struct Counts {
    /// All documents.
    pub documents: usize,
    /// Documents whose review is overdue, by one reading of its date at least.
    pub documents_overdue: usize,
    /// Drafts.
    pub documents_draft: usize,
    /// Documents that are not withdrawn and mapped to no clause.
    pub documents_unmapped: usize,
    /// All records.
    pub records: usize,
    /// Records whose validity has ended.
    pub records_expired: usize,
    /// Records that were replaced or taken back.
    pub records_gone: usize,
    /// Records mapped to no clause.
    pub records_unmapped: usize,
}

/// Counts what the registers offer as views on `day`.
pub fn counts(db: &Connection, day: Day) -> Result<Counts> {
    let documents = |filter: documents::Filter| documents::count(db, &filter);
    let records = |filter: records::Filter| records::count(db, &filter);
    let draft = Some(DocumentState::Draft);
    Ok(Counts {
        documents: documents(documents::Filter::default())?,
        documents_overdue: documents(documents::Filter { overdue_on: Some(day), ..Default::default() })?,
        documents_draft: documents(documents::Filter { state: draft, ..Default::default() })?,
        documents_unmapped: documents(documents::Filter { unmapped: true, ..Default::default() })?,
        records: records(records::Filter::default())?,
        records_expired: records(records::Filter { expired_on: Some(day), ..Default::default() })?,
        records_gone: records(records::Filter { gone: true, ..Default::default() })?,
        records_unmapped: records(records::Filter { unmapped: true, ..Default::default() })?,
    })
}
