//! What an import says of a file or a row that a person should look at.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;

/// What is said: by that name, under that code, with those values.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Oddity {
    /// `status_differs_draft`: one sentence.
    pub name: &'static str,
    /// `status_differs`: under what it is counted.
    pub code: &'static str,
    /// Names of its values, in order.
    pub values: &'static [&'static str],
}

/// Under these a file's bytes are not in the vault.
const NOT_TAKEN: [&str; 7] = [
    "not_filed",
    "file_changed",
    "file_unreadable",
    "file_not_found",
    "unreadable_folder",
    "name_is_no_text",
    "not_a_file",
];

/// One that is said, with its values.
#[derive(Debug)]
pub(super) struct Said {
    what: &'static Oddity,
    values: Vec<String>,
}

impl Said {
    pub(super) fn of(what: &'static Oddity, values: Vec<String>) -> Self {
        Self { what, values }
    }
}

/// Something a person should look at. It stops nothing. Each shell has words for it, by its `says`.
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
    /// What it says exactly, by a name.
    pub says: &'static str,
    /// What its words need.
    pub values: BTreeMap<&'static str, String>,
    /// By which refusal, where a rule did not let it in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Because>,
}

/// A refusal beside a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Because {
    /// Its code.
    pub code: &'static str,
    /// Its reason, by a name.
    pub reason: &'static str,
    /// What its words need.
    pub values: BTreeMap<&'static str, String>,
}

impl Because {
    pub(super) fn of(refusal: &Error) -> Self {
        let values = refusal.values().map(|(name, value)| (name, value.to_owned())).collect();
        Self { code: refusal.code().as_str(), reason: refusal.reason().name, values }
    }
}

impl Problem {
    /// Whether it says that a file's bytes could not be taken.
    pub(super) fn not_taken(&self) -> bool {
        self.list.is_none() && NOT_TAKEN.contains(&self.code)
    }

    fn new(said: Said) -> Self {
        let Said { what, values } = said;
        let values = what.values.iter().copied().zip(values).collect();
        Self {
            list: None,
            row: None,
            path: None,
            doc_no: None,
            code: what.code,
            says: what.name,
            values,
            because: None,
        }
    }

    /// About a file.
    pub(super) fn file(path: &str, said: Said) -> Self {
        Self { path: Some(path.into()), ..Self::new(said) }
    }

    /// About a list as a whole.
    pub(super) fn list(list: &'static str, said: Said) -> Self {
        Self { list: Some(list), ..Self::new(said) }
    }

    /// About a row of a list.
    pub(super) fn row(list: &'static str, row: usize, doc_no: Option<&str>, said: Said) -> Self {
        Self { list: Some(list), row: Some(row), doc_no: doc_no.map(str::to_owned), ..Self::new(said) }
    }
}
