//! The registers as a window shows them: any part of a long list at once, with the clauses of each row.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Session, Topic};
use crate::day::{Day, Overdue};
use crate::documents::{self, Document, DocumentState};
use crate::error::Result;
use crate::ids::{DocumentId, RecordId};
use crate::mapping::{self, ItemId};
use crate::records::{self, Record};
use crate::standards::ClauseRef;
use crate::workspace::one_state;

fn most() -> usize {
    200
}

/// Reads a part of the register of documents.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentRegister {
    /// Which.
    #[serde(default)]
    pub filter: documents::Filter,
    /// In which order.
    #[serde(default)]
    pub sort: documents::Sort,
    /// The other way round.
    #[serde(default)]
    pub descending: bool,
    /// First row, from 0.
    #[serde(default)]
    pub offset: usize,
    /// How many at the most.
    #[serde(default = "most")]
    pub limit: usize,
    /// As of the end of this day.
    #[serde(default)]
    pub as_of: Option<Day>,
}

/// A row of the register of documents.
#[derive(Debug, Serialize, TS)]
pub struct DocumentRow {
    /// The document.
    #[serde(flatten)]
    pub document: Document,
    /// The clauses it satisfies.
    pub clauses: Vec<ClauseRef>,
    /// Whether its review is overdue.
    pub overdue: Overdue,
}

/// A part of a register.
#[derive(Debug, Serialize, TS)]
pub struct DocumentRows {
    /// How many rows there are in all.
    pub total: usize,
    /// The rows asked for.
    pub rows: Vec<DocumentRow>,
}

impl Command for DocumentRegister {
    type Answer = DocumentRows;
    const NAME: &'static str = "document_register";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = self.as_of.unwrap_or(session.today());
        let name = format!("documents {:?} {:?} {} {:?}", self.filter, self.sort, self.descending, self.as_of);
        let ids = session.order(name, self.as_of, |db| documents::ids(db, &self.filter, self.sort, self.descending))?;
        let view = session.view(self.as_of)?;
        let _state = one_state(&view)?;
        let mut rows = Vec::new();
        for id in ids.iter().skip(self.offset).take(self.limit) {
            let document = documents::by_id(&view, DocumentId(*id))?;
            rows.push(DocumentRow {
                clauses: clauses_of(&view, ItemId::Document(document.id))?,
                overdue: document.next_review.filter(|_| document.in_use).map_or(Overdue::No, |due| due.overdue(day)),
                document,
            });
        }
        Ok(DocumentRows { total: ids.len(), rows })
    }
}

fn clauses_of(db: &rusqlite::Connection, item: ItemId) -> Result<Vec<ClauseRef>> {
    Ok(mapping::of_item(db, item)?.into_iter().map(|link| link.reference).collect())
}

/// Reads a part of the register of records.
#[derive(Debug, Deserialize, TS)]
pub struct RecordRegister {
    /// Which.
    #[serde(default)]
    pub filter: records::Filter,
    /// In which order.
    #[serde(default)]
    pub sort: records::Sort,
    /// The other way round.
    #[serde(default)]
    pub descending: bool,
    /// First row, from 0.
    #[serde(default)]
    pub offset: usize,
    /// How many at the most.
    #[serde(default = "most")]
    pub limit: usize,
    /// As of the end of this day.
    #[serde(default)]
    pub as_of: Option<Day>,
}

/// A row of the register of records.
#[derive(Debug, Serialize, TS)]
pub struct RecordRow {
    /// The record.
    #[serde(flatten)]
    pub record: Record,
    /// The clauses it is evidence for.
    pub clauses: Vec<ClauseRef>,
}

/// A part of a register.
#[derive(Debug, Serialize, TS)]
pub struct RecordRows {
    /// How many rows there are in all.
    pub total: usize,
    /// How many of each kind, in the order of the kinds.
    pub kinds: Vec<(String, usize)>,
    /// The rows asked for.
    pub rows: Vec<RecordRow>,
}

impl Command for RecordRegister {
    type Answer = RecordRows;
    const NAME: &'static str = "record_register";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let name = format!("records {:?} {:?} {} {:?}", self.filter, self.sort, self.descending, self.as_of);
        let ids = session.order(name, self.as_of, |db| records::ids(db, &self.filter, self.sort, self.descending))?;
        let view = session.view(self.as_of)?;
        let _state = one_state(&view)?;
        let mut rows = Vec::new();
        for id in ids.iter().skip(self.offset).take(self.limit) {
            let record = records::by_id(&view, RecordId(*id))?;
            rows.push(RecordRow { clauses: clauses_of(&view, ItemId::Record(record.id))?, record });
        }
        Ok(RecordRows { total: ids.len(), kinds: records::count_by_kind(&view, &self.filter)?, rows })
    }
}

/// Counts what the registers offer as views.
#[derive(Debug, Deserialize, TS)]
pub struct RegisterCounts {
    /// As of the end of this day.
    #[serde(default)]
    pub as_of: Option<Day>,
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
    /// Documents in use that are mapped to no clause.
    pub documents_unmapped: usize,
    /// All records.
    pub records: usize,
    /// Records whose validity has ended.
    pub records_expired: usize,
    /// Records mapped to no clause.
    pub records_unmapped: usize,
}

impl Command for RegisterCounts {
    type Answer = Counts;
    const NAME: &'static str = "register_counts";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = self.as_of.unwrap_or(session.today());
        let view = session.view(self.as_of)?;
        let _state = one_state(&view)?;
        let documents = |filter: documents::Filter| documents::count(&view, &filter);
        let records = |filter: records::Filter| records::count(&view, &filter);
        Ok(Counts {
            documents: documents(documents::Filter::default())?,
            documents_overdue: documents(documents::Filter { overdue_on: Some(day), ..Default::default() })?,
            documents_draft: documents(documents::Filter { state: Some(DocumentState::Draft), ..Default::default() })?,
            documents_unmapped: documents(documents::Filter { unmapped: true, ..Default::default() })?,
            records: records(records::Filter::default())?,
            records_expired: records(records::Filter { expired_on: Some(day), ..Default::default() })?,
            records_unmapped: records(records::Filter { unmapped: true, ..Default::default() })?,
        })
    }
}
