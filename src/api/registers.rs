//! The registers as a window shows them: any part of a long list at once, with the clauses of each row.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::search::asked;
use super::{Command, Effect, Session, Topic, When, commands};
use crate::documents;
use crate::error::Result;
use crate::ids::{DocumentId, RecordId};
use crate::records;
use crate::reviews::{self, Counts, DocumentRow, RecordRow};
use crate::search;
use crate::workspace::one_state;

commands! { DocumentRegister, RecordRegister, RegisterCounts }

fn most() -> usize {
    200
}

/// Reads a part of the register of documents.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentRegister {
    /// Which.
    #[serde(default)]
    pub filter: documents::Filter,
    /// Only what this finds, see the command `search`.
    #[serde(default)]
    pub found: Option<String>,
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
    /// For which day.
    #[serde(flatten)]
    pub when: When,
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
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Mapping, Topic::Statements, Topic::Reviews]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let (filter, sort, descending, text) = (&self.filter, self.sort, self.descending, self.found.as_deref());
        let name = format!("documents {filter:?} {sort:?} {descending} {text:?} {:?} {day}", self.when);
        let found = text.map(|text| asked(session, text, self.when)).transpose()?;
        let all = |db: &_| search::among(db, found.as_ref(), documents::ids(db, filter, sort, descending)?);
        let ids = session.order(name, self.when, all)?;
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        let part = ids.iter().skip(self.offset).take(self.limit);
        let rows = part.map(|id| reviews::document_row(&view, DocumentId(*id), day)).collect::<Result<_>>()?;
        Ok(DocumentRows { total: ids.len(), rows })
    }
}

/// Reads a part of the register of records.
#[derive(Debug, Deserialize, TS)]
pub struct RecordRegister {
    /// Which.
    #[serde(default)]
    pub filter: records::Filter,
    /// Only what this finds, see the command `search`.
    #[serde(default)]
    pub found: Option<String>,
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
    /// For which day.
    #[serde(flatten)]
    pub when: When,
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
    const EFFECT: Effect = Effect::Reads(&[Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let (filter, sort, descending, text) = (&self.filter, self.sort, self.descending, self.found.as_deref());
        let name = format!("records {filter:?} {sort:?} {descending} {text:?} {:?} {day}", self.when);
        let found = text.map(|text| asked(session, text, self.when)).transpose()?;
        let all = |db: &_| search::among(db, found.as_ref(), records::ids(db, filter, sort, descending)?);
        let ids = session.order(name, self.when, all)?;
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        let part = ids.iter().skip(self.offset).take(self.limit);
        let rows = part.map(|id| reviews::record_row(&view, RecordId(*id), day)).collect::<Result<_>>()?;
        let kinds = records::count_by_kind(&view, filter, text.map(|_| ids.as_slice()))?;
        Ok(RecordRows { total: ids.len(), kinds, rows })
    }
}

/// Counts what the registers offer as views.
#[derive(Debug, Deserialize, TS)]
pub struct RegisterCounts {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for RegisterCounts {
    type Answer = Counts;
    const NAME: &'static str = "register_counts";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        reviews::counts(&view, day)
    }
}
