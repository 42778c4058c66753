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
    /// Documents, by number.
    pub documents: Vec<PlannedDocument>,
    /// Records, by path.
    pub records: Vec<PlannedRecord>,
    /// Groups of exact copies.
    pub duplicates: Vec<Vec<String>>,
    /// Files left out.
    pub skipped: Vec<Skipped>,
    /// What a person should look at.
    pub problems: Vec<Problem>,
    /// How many files of each kind there are: document, record, external, system.
    pub by_kind: BTreeMap<&'static str, usize>,
}

/// A document to be registered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedDocument {
    /// Number.
    pub code: String,
    /// Title.
    pub title: String,
    /// Kind of documented information.
    pub kind: DocumentKind,
    /// Owner.
    pub owner: String,
    /// Approver.
    pub approver: String,
    /// Classification.
    pub classification: String,
    /// Who gets it.
    pub distribution: String,
    /// Retention.
    pub retention: String,
    /// Months between reviews.
    pub review_interval: Option<u32>,
    /// Next review.
    pub next_review: Option<Due>,
    /// Whether it is out of use.
    pub withdrawn: bool,
    /// Row of the master list.
    pub row: Option<usize>,
    /// Standard and clause.
    pub clauses: Vec<(String, String)>,
    /// Codes of scope items.
    pub scope: Vec<String>,
    /// Revisions, oldest first; none where only the list knows it.
    pub revisions: Vec<PlannedRevision>,
}

/// A revision to be filed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedRevision {
    /// Label.
    pub label: String,
    /// draft, effective or superseded.
    pub state: &'static str,
    /// Paths of its files.
    pub files: Vec<String>,
    /// Who approved it.
    pub approver: String,
    /// When.
    pub approved_on: Option<Due>,
}

/// A record to be filed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedRecord {
    /// Title.
    pub title: String,
    /// Path of its file.
    pub path: String,
    /// Kind, in the organisation's own words: the folder's name.
    pub kind: String,
    /// Row of the evidence index.
    pub row: Option<usize>,
    /// Standard and clause.
    pub clauses: Vec<(String, String)>,
    /// First day of the period it speaks of.
    pub period_from: Option<Day>,
    /// Last day of the period it speaks of.
    pub period_to: Option<Day>,
    /// Day on which it was collected.
    pub collected: Option<Day>,
    /// Last day on which it counts.
    pub valid_until: Option<Day>,
    /// A remark.
    pub note: String,
    /// Codes of scope items.
    pub scope: Vec<String>,
    /// The file of which it is an exact copy.
    pub copy_of: Option<String>,
}
