//! What is entered about a document: the one list of it.

use rusqlite::types::ToSql;
use serde::ser::SerializeMap;

use super::model::DocumentKind;
use crate::error::Result;
use crate::named::{Field, Form, List, particulars};

particulars! {
    /// What is entered about a document. A new particular is a line here and a column in `schema/projections/documents.sql`.
    #[ts(rename = "DocumentParticulars")]
    pub struct Particulars {
        needed {
            /// Title.
            title: String,
            /// Kind of documented information.
            kind: DocumentKind { event: "document_kind", argument: "type" },
        }
        known {
            /// Role that answers for it.
            owner: String,
            /// Role that approves it.
            approver: String,
            /// Who may see it.
            classification: String,
            /// Who gets it.
            distribution: String,
            /// How long it is kept, in the organisation's words.
            retention: String,
            /// External documents: where it comes from.
            source: String,
            /// The language it is written in, in the organisation's words.
            language: String,
            /// Months between reviews.
            review_interval: Option<u32> { argument: "review-interval" },
        }
    }
}

/// A document's number together with what is entered about it: all that can be corrected of it besides its scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// The organisation's own number.
    pub code: String,
    /// What is entered about it.
    pub particulars: Particulars,
}

const CODE: Field = Field::plain("code", "The organisation's own number.", Form::Text, true);

const ALL: [Field; Particulars::FIELDS.len() + 1] = {
    let mut all = [CODE; Particulars::FIELDS.len() + 1];
    let mut n = 0;
    while n < Particulars::FIELDS.len() {
        all[n + 1] = Particulars::FIELDS[n];
        n += 1;
    }
    all
};

const COLUMNS: [&str; Particulars::COLUMNS.len() + 1] = {
    let mut all = [CODE.name; Particulars::COLUMNS.len() + 1];
    let mut n = 0;
    while n < Particulars::COLUMNS.len() {
        all[n + 1] = Particulars::COLUMNS[n];
        n += 1;
    }
    all
};

impl List for Numbered {
    const FIELDS: &'static [Field] = &ALL;
    const COLUMNS: &'static [&'static str] = &COLUMNS;

    fn from_texts(mut text: impl FnMut(&'static Field) -> String) -> Result<Self> {
        Ok(Self { code: text(&CODE), particulars: Particulars::from_texts(text)? })
    }

    fn texts(&self) -> Vec<(&'static Field, String)> {
        let mut texts = vec![(&CODE, self.code.clone())];
        texts.extend(self.particulars.texts());
        texts
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        let mut values: Vec<&dyn ToSql> = vec![&self.code];
        values.extend(self.particulars.values());
        values
    }

    fn from_row(row: &rusqlite::Row<'_>, place: usize) -> rusqlite::Result<Self> {
        Ok(Self { code: row.get(place)?, particulars: Particulars::from_row(row, place + 1)? })
    }

    fn write<M: SerializeMap>(&self, field: &Field, event: &mut M) -> Result<(), M::Error> {
        if field.name == CODE.name {
            return event.serialize_entry(field.event, &self.code);
        }
        self.particulars.write(field, event)
    }
}
