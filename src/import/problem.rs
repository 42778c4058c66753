//! What an import says of a file or a row that a person should look at.

use serde::Serialize;
use ts_rs::TS;

/// What could not be filed though its bytes could be read.
pub(super) const NOT_FILED: &str = "not_filed";

/// Under these a file's bytes are not in the vault.
const NOT_TAKEN: [&str; 7] = [
    NOT_FILED,
    "file_changed",
    "file_unreadable",
    "file_not_found",
    "unreadable_folder",
    "name_is_no_text",
    "not_a_file",
];

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
    /// Whether it says that a file's bytes could not be taken.
    pub(super) fn not_taken(&self) -> bool {
        self.list.is_none() && NOT_TAKEN.contains(&self.code)
    }

    /// About a file.
    pub(super) fn file(path: &str, code: &'static str, message: impl Into<String>) -> Self {
        Self { list: None, row: None, path: Some(path.into()), doc_no: None, code, message: message.into() }
    }

    /// About a list as a whole.
    pub(super) fn list(list: &'static str, code: &'static str, message: impl Into<String>) -> Self {
        Self { list: Some(list), row: None, path: None, doc_no: None, code, message: message.into() }
    }

    /// About a row of a list.
    pub(super) fn row(
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
