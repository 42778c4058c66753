//! Clauses that the files of an item name in their text, with the place. What a text names was read when the file was filed
//! and stands in the event that filed it, so that it needs no cache, costs no reading and is what any past day saw.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::filed::NamedClause;
use crate::items::ItemId;
use crate::standards::{ClauseRef, EditionId};
use crate::{documents, records};

/// Where a text names a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ClauseNamedAt")]
pub struct NamedAt {
    /// The file's name.
    pub file: String,
    /// The page, where the text knows pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The line of the text, from 1.
    pub line: u32,
    /// The heading above it, where the text has one that is numbered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The clause as the text names it, where one of a later edition holds its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub of: Option<ClauseRef>,
}

impl NamedAt {
    /// For a reader: `QM-01.pdf, page 3, line 12, under 4.2 Purpose`.
    pub fn in_words(&self) -> String {
        let mut words = self.file.clone();
        if let Some(page) = self.page {
            words += &format!(", page {page}");
        }
        words += &format!(", line {}", self.line);
        if let Some(heading) = &self.heading {
            words += &format!(", under {heading}");
        }
        if let Some(of) = &self.of {
            words += &format!(", as {}", of.dated());
        }
        words
    }
}

/// That a proposal came from a text about an earlier edition.
pub(super) fn through_map(named: &ClauseRef) -> String {
    format!("The text names {}, whose place this clause took.", named.dated())
}

/// The clauses that an item's files name, of the editions held: a record's files, a document's newest revision.
pub(super) fn named_in_files(
    db: &Connection,
    item: ItemId,
    held: &[EditionId],
) -> Result<BTreeMap<ClauseRef, Vec<NamedAt>>> {
    let files = match item {
        ItemId::Document(id) => documents::naming(db, id)?,
        ItemId::Record(id) => records::naming(db, id)?,
    };
    let mut found: BTreeMap<ClauseRef, Vec<NamedAt>> = BTreeMap::new();
    for (file, clauses) in files {
        for clause in clauses {
            let named = clause.named(held);
            for reference in clause.meant(held) {
                let NamedClause { page, line, heading, .. } = clause.clone();
                let of = named.clone().filter(|named| *named != reference);
                found.entry(reference).or_default().push(NamedAt { file: file.clone(), page, line, heading, of });
            }
        }
    }
    Ok(found)
}
