//! What a plan says: the documents with their revisions and the records that would be filed.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::day::{Day, Due};
use crate::documents::DocumentKind;
use crate::import::problem::Problem;
use crate::import::scan::Skipped;
use crate::questions::{Kind, Reading, Said};
use crate::reading::Sign;

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
    /// What was not decided about files that are not there.
    pub doubts: Vec<Doubt>,
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
    /// Since when, where list or file say so.
    pub withdrawn_on: Option<Day>,
    /// Its row in the master list, from 1.
    pub row: Option<usize>,
    /// The clauses it satisfies: short name of the standard, and clause.
    pub clauses: Vec<(String, String)>,
    /// Codes of the scope items it belongs to; none means all.
    pub scope: Vec<String>,
    /// Revisions, oldest first; none where only the list knows it.
    pub revisions: Vec<PlannedRevision>,
    /// Why it is taken for a document; empty where only the list knows it.
    pub why: Vec<Sign>,
    /// What was not decided.
    pub doubts: Vec<Doubt>,
    /// What its row says, by particular.
    #[serde(skip)]
    pub listed: Option<RowWords>,
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
    /// Since when it is in force, where that is said beside the approval.
    pub effective_from: Option<Due>,
    /// Who says the label: `file`, `list`, or `nobody`, so that it only counts.
    pub label_by: &'static str,
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
    /// The remark of the index, what another program says of it, or the sender of a message.
    pub note: String,
    /// The file of another program that says so.
    pub source: Option<String>,
    /// Codes of the scope items it belongs to; none means all.
    pub scope: Vec<String>,
    /// Why it is taken for a record.
    pub why: Vec<Sign>,
    /// The file of which it is an exact copy.
    pub copy_of: Option<String>,
    /// What was not decided.
    pub doubts: Vec<Doubt>,
    /// What its row says, by particular.
    #[serde(skip)]
    pub listed: Option<RowWords>,
}

/// What a row of a list says, by the names of particulars: each cell with its words, and the words as they stand there.
pub type RowWords = BTreeMap<String, Said>;

/// What a plan could not decide: a question once it is filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Doubt {
    /// About what.
    pub on: Doubtful,
    /// What was read; the words in doubt come first.
    pub said: Vec<Said>,
    /// What it can mean.
    pub readings: Vec<Reading>,
}

/// What a doubt is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Doubtful {
    /// A date, by the name of its particular.
    Date(String),
    /// The day on which the revision with this label was approved.
    ApprovalDay(String),
    /// Another particular, by its name.
    Particular(String),
    /// Where the document stands.
    Status,
    /// A file that is not there, by its path.
    MissingFile(String),
    /// Whether it is a document or a record: the code and the revision's label that it would have.
    DocumentOrRecord {
        /// The code.
        code: String,
        /// The title.
        title: String,
        /// The type.
        kind: DocumentKind,
        /// The label.
        label: String,
    },
}

impl Doubtful {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Doubtful::Date(_) | Doubtful::ApprovalDay(_) => Kind::Date,
            Doubtful::Particular(_) => Kind::Particular,
            Doubtful::Status => Kind::Status,
            Doubtful::MissingFile(_) => Kind::MissingFile,
            Doubtful::DocumentOrRecord { .. } => Kind::DocumentOrRecord,
        }
    }

    /// The path of the file that is not there.
    pub fn path(&self) -> Option<&str> {
        match self {
            Doubtful::MissingFile(path) => Some(path),
            _ => None,
        }
    }

    /// The name of the particular; empty where it is about none.
    pub fn particular(&self) -> &str {
        match self {
            Doubtful::Date(name) | Doubtful::Particular(name) => name,
            Doubtful::ApprovalDay(_) => "approved_on",
            Doubtful::Status => "status",
            Doubtful::MissingFile(_) | Doubtful::DocumentOrRecord { .. } => "",
        }
    }
}
