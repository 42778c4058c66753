//! From scanned files and lists to a plan: which documents with which revisions, which records, what is double,
//! what a person should look at. Pure: nothing is filed here.

mod documents;
mod files;
mod records;

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::control::control;
use super::families::{DocumentFile, families};
use super::kinds::{Kind, kind_of};
use super::names::file_name;
use super::scan::Skipped;
use super::{IndexRow, MasterRow, Problem, Scopes, compare};
use crate::day::{Day, Due};
use crate::digest::Digest;
use crate::documents::DocumentKind;
use crate::extract::Extracted;
use documents::plan_documents;
use files::{duplicates, problem_of};
use records::plan_records;

/// A file with what is known of it.
#[derive(Debug, Clone)]
pub struct Found {
    /// Path relative to the share.
    pub path: String,
    /// Content hash.
    pub digest: Digest,
    /// What was read.
    pub extracted: Extracted,
}

/// Everything a plan is made of.
pub struct ImportInput<'a> {
    /// The files, by path.
    pub files: &'a [Found],
    /// The files left out.
    pub skipped: Vec<Skipped>,
    /// What the walk could not do.
    pub problems: Vec<Problem>,
    /// The master list.
    pub master: &'a [MasterRow],
    /// The evidence index.
    pub index: &'a [IndexRow],
    /// The scopes.
    pub scopes: &'a Scopes,
    /// Whether a standard has a clause.
    pub known: &'a dyn Fn(&str, &str) -> bool,
}

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

/// Makes the plan.
pub fn plan(input: &ImportInput<'_>) -> ImportPlan {
    let mut out =
        ImportPlan { skipped: input.skipped.clone(), problems: input.problems.clone(), ..ImportPlan::default() };
    out.by_kind.insert("system", input.skipped.len());
    out.duplicates = duplicates(input.files);

    let mut documents: Vec<DocumentFile<'_>> = Vec::new();
    let mut records: Vec<&Found> = Vec::new();
    let mut externals: Vec<&Found> = Vec::new();
    for found in input.files {
        let name = file_name(found.path.rsplit('/').next().unwrap_or(&found.path));
        let control = control(&found.extracted);
        let count = match kind_of(input, found, &name, control.as_ref()) {
            Kind::Document => {
                documents.push(DocumentFile { found, name, control });
                "document"
            }
            Kind::Record => {
                records.push(found);
                "record"
            }
            Kind::External => {
                externals.push(found);
                "external"
            }
        };
        *out.by_kind.entry(count).or_default() += 1;
        problem_of(found, &mut out.problems);
    }
    let families = families(documents);
    compare::master_list(input, &families, &mut out.problems);
    plan_documents(input, &families, &externals, &mut out);
    plan_records(input, &records, &mut out);
    out.problems.sort();
    out
}
