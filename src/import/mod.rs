//! Ways in: single files, and a whole share with its lists. The share is read, never changed: scanned, read,
//! understood as a plan that can be shown first, then filed.
//!
//! What wins where sources disagree: number, version and title come from the document itself, then from its
//! file name; owner, approver, review dates, retention and clauses come from the master list, then from the
//! document. Every disagreement is listed; none is settled silently.

mod apply;
mod clauses;
mod compare;
mod control;
mod dates;
mod families;
mod index;
mod intake;
mod kinds;
mod master;
mod names;
mod plan;
mod probe;
mod run;
mod scan;
mod scopes;
mod table;
mod versions;

use serde::Serialize;
use ts_rs::TS;

pub use apply::{Applied, apply, inside};
pub use dates::due;
pub use index::{IndexRow, evidence_index};
pub use intake::take_files;
pub use master::{MasterRow, master_list};
pub use names::{FileName, file_name};
pub use plan::{Found, ImportInput, ImportPlan, PlannedDocument, PlannedRecord, PlannedRevision, plan};
pub use probe::{Probe, Suggested, Warning, probe};
pub use run::{Sources, Tell, import};
pub use scan::{Scanned, Share, Skipped, scan};
pub use scopes::{Scopes, scopes};

/// Something a person should look at. It stops nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Problem {
    /// Which list it stands in: `master_list`, `evidence_index`, `scopes`; none for a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<&'static str>,
    /// Its row, as the list's own program numbers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The file, relative to the folder given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The document's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_no: Option<String>,
    /// What it is, in one word.
    pub code: &'static str,
    /// What it is, in a sentence.
    pub message: String,
}

impl Problem {
    fn file(path: &str, code: &'static str, message: impl Into<String>) -> Self {
        Self { list: None, row: None, path: Some(path.into()), doc_no: None, code, message: message.into() }
    }

    fn row(
        list: &'static str,
        row: usize,
        doc_no: Option<&str>,
        code: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            list: Some(list),
            row: Some(row),
            path: None,
            doc_no: doc_no.map(str::to_owned),
            code,
            message: message.into(),
        }
    }
}
