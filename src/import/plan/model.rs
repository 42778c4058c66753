//! What a plan says: the documents with their revisions and the records that would be filed.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::day::{Day, Due};
use crate::documents::DocumentKind;
use crate::import::problem::Problem;
use crate::import::scan::Skipped;

/// What an import will do.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ImportPlan {
    /// Documents, in the order of their numbers.
    pub documents: Vec<PlannedDocument>,
    /// Records, in the order of their paths.
    pub records: Vec<PlannedRecord>,
    /// Groups of exact copies: the paths of files with the same bytes.
    pub duplicates: Vec<Vec<String>>,
    /// Files of operating systems and programs, left out.
    pub skipped: Vec<Skipped>,
    /// What a person should look at.
    pub problems: Vec<Problem>,
    /// How many files of each kind there are: document, record, external, system.
    pub by_kind: BTreeMap<&'static str, usize>,
}

/// A document to be registered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedDocument {
    /// The organisation's number; a title or path where it has none.
    pub code: String,
    /// Title, of the document itself before that of the list.
    pub title: String,
    /// Kind of documented information.
    pub kind: DocumentKind,
    /// Role that answers for it.
    pub owner: String,
    /// Role that approves it.
    pub approver: String,
    /// Who may see it.
    pub classification: String,
    /// Who gets it.
    pub distribution: String,
    /// How long it is kept, in the organisation's words.
    pub retention: String,
    /// Months between reviews.
    pub review_interval: Option<u32>,
    /// When the next review is due, as far as it is known.
    pub next_review: Option<Due>,
    /// Whether it is out of use.
    pub withdrawn: bool,
    /// Its row in the master list, from 1.
    pub row: Option<usize>,
    /// The clauses it satisfies: short name of the standard, and clause.
    pub clauses: Vec<(String, String)>,
    /// Codes of the scope items it belongs to; none means all.
    pub scope: Vec<String>,
    /// Revisions, oldest first; none where only the list knows it.
    pub revisions: Vec<PlannedRevision>,
}

/// A revision to be filed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedRevision {
    /// The organisation's own label: `2.1`, `C`, `07`.
    pub label: String,
    /// `draft`, `effective` or `superseded`.
    pub state: &'static str,
    /// Paths of its files, relative to the share; the document itself first, then copies of it.
    pub files: Vec<String>,
    /// Role or person who approved it.
    pub approver: String,
    /// When it was approved, as far as it is known.
    pub approved_on: Option<Due>,
}

/// A record to be filed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedRecord {
    /// Title: the file's name without its ending.
    pub title: String,
    /// Path of its file, relative to the share.
    pub path: String,
    /// Kind, in the organisation's own words: the folder's name.
    pub kind: String,
    /// Its row in the evidence index, from 1.
    pub row: Option<usize>,
    /// The clauses it satisfies: short name of the standard, and clause.
    pub clauses: Vec<(String, String)>,
    /// First day of the period it speaks of.
    pub period_from: Option<Day>,
    /// Last day of the period it speaks of.
    pub period_to: Option<Day>,
    /// Day on which it was collected.
    pub collected: Option<Day>,
    /// Last day on which it counts.
    pub valid_until: Option<Day>,
    /// The remark of the index.
    pub note: String,
    /// Codes of the scope items it belongs to; none means all.
    pub scope: Vec<String>,
    /// The file of which it is an exact copy.
    pub copy_of: Option<String>,
}
