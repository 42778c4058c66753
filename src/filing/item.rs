//! What is filed together: one thing with its files and the clauses it satisfies.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::already::Already;
use crate::day::Day;
use crate::mapping::Strength;
use crate::records::Proposed;
use crate::standards::ClauseRef;

/// As what a file is filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileAs {
    /// As the next revision of a document that is registered.
    Revision,
    /// As the first revision of a new document.
    Document,
    /// As a record.
    Record,
}

/// One thing to file.
#[derive(Debug, Deserialize, TS)]
pub struct FileItem {
    /// Its files.
    pub paths: Vec<PathBuf>,
    /// As what it is filed; nothing where nobody has said it yet, which is not ready.
    #[serde(rename = "as", default)]
    pub kind: Option<FileAs>,
    /// Documents: the number.
    #[serde(default)]
    pub code: String,
    /// New documents and records: the title.
    #[serde(default)]
    pub title: String,
    /// New documents: the kind of documented information. Records: the organisation's own word.
    #[serde(default)]
    pub what: String,
    /// Documents: label of the revision; the next one where it is empty.
    #[serde(default)]
    pub revision: String,
    /// New documents: role that answers for it.
    #[serde(default)]
    pub owner: String,
    /// Documents: what changed.
    #[serde(default)]
    pub summary: String,
    /// New documents: next review.
    #[serde(default)]
    pub next_review: Option<Day>,
    /// Records: day of collection.
    #[serde(default)]
    pub collected: Option<Day>,
    /// Records: first day of the period it speaks of.
    #[serde(default)]
    pub period_from: Option<Day>,
    /// Records: last day of that period.
    #[serde(default)]
    pub period_to: Option<Day>,
    /// Records: last day on which it counts.
    #[serde(default)]
    pub valid_until: Option<Day>,
    /// New documents and records: codes of the scope items it belongs to.
    #[serde(default)]
    pub scope: Vec<String>,
    /// The clauses it satisfies.
    #[serde(default)]
    pub clauses: Vec<FileClause>,
    /// That it is filed for another purpose though its content is filed already.
    #[serde(default)]
    pub again: bool,
}

/// A clause that something filed satisfies.
#[derive(Debug, Deserialize, TS)]
pub struct FileClause {
    /// The clause, as `9001:2015/7.5`.
    pub reference: String,
    /// `full`, `partial` or `supporting`.
    pub strength: String,
    /// Why; needed for a match that is only similar or aligned.
    #[serde(default)]
    pub reason: String,
    /// The clause from which it was proposed; none where a person or the file itself named it.
    #[serde(default)]
    pub from: Option<String>,
}

impl FileClause {
    /// A clause that is satisfied in full, for no other reason than that somebody says so.
    pub fn full(reference: &ClauseRef) -> Self {
        let (reference, strength) = (reference.to_string(), Strength::Full.name().to_owned());
        Self { reference, strength, reason: String::new(), from: None }
    }
}

/// What was filed.
#[derive(Debug, Default, Serialize, TS)]
pub struct Filed {
    /// Codes of the documents and records, in the order asked.
    pub codes: Vec<String>,
    /// How many clauses they were said to satisfy.
    pub clauses: usize,
    /// Records in whose place another may stand now, for a person to say.
    pub replacements: Vec<Proposed>,
    /// What held the content of these files before, where they were filed again.
    pub already: Vec<Already>,
}
