//! What was dropped on the window, told apart: shares, single files, and the lists that speak of a share.

use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use super::lists::taken;
use super::scopes::scopes;
use crate::contained::Containment;
use crate::error::{Error, Result};
use crate::lists::{Chosen, Known, Memory, ShareNames, Understood, Why};
use crate::questions::List;

/// What was dropped, sorted.
#[derive(Debug, Default, Serialize, TS)]
pub struct Dropped {
    /// Folders: shares to be imported.
    pub folders: Vec<String>,
    /// Single files to be filed.
    pub files: Vec<String>,
    /// A workbook that reads as a master document list.
    pub master_list: Option<String>,
    /// A table that reads as an evidence index.
    pub evidence_index: Option<String>,
    /// A file that reads as scopes.
    pub scopes: Option<String>,
}

/// Tells files and folders apart, and finds the lists beside them and at the top of the folders. Workbooks are read in
/// `contained`.
///
/// # Errors
/// `file_not_found` or `file_unreadable` where a folder cannot be opened.
pub fn sort_dropped(paths: Vec<PathBuf>, contained: &Containment) -> Result<Dropped> {
    let mut out = Dropped::default();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|p| p.is_dir());
    for folder in &folders {
        out.folders.push(folder.display().to_string());
        let inside = std::fs::read_dir(folder).map_err(|e| Error::io(folder, e))?;
        for path in inside.filter_map(|entry| entry.ok().map(|e| e.path())) {
            list_in(&path, contained, &mut out);
        }
    }
    for file in files {
        // A list among single files is a file like others; beside a folder it speaks about that folder.
        if folders.is_empty() || !list_in(&file, contained, &mut out) {
            out.files.push(file.display().to_string());
        }
    }
    Ok(out)
}

/// Whether a file reads as one of the three lists; the first of each kind is taken.
fn list_in(path: &Path, contained: &Containment, out: &mut Dropped) -> bool {
    let end = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
    let table = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv"].contains(&end.as_str());
    let place = match end.as_str() {
        _ if table && reads_as(path, List::MasterList, contained) => &mut out.master_list,
        _ if table && reads_as(path, List::EvidenceIndex, contained) => &mut out.evidence_index,
        "json" if scopes(path).is_ok_and(|s| !s.sites.is_empty()) => &mut out.scopes,
        _ => return false,
    };
    if place.is_none() {
        *place = Some(path.display().to_string());
    }
    true
}

/// Whether a file reads as such a list by the names of its columns: what only its cells suggest is no reason to take a file
/// for a list that nobody called one.
fn reads_as(path: &Path, list: List, contained: &Containment) -> bool {
    let known = Known { share: &ShareNames::default(), memory: &Memory::default(), today: None };
    let Ok(taken) = taken(path, list, &known, &Chosen::default(), contained) else { return false };
    let named = |read: &Understood, meaning: &str| {
        let is = |known: &str| known == meaning || known.starts_with(&format!("{meaning} "));
        read.columns.iter().any(|column| is(&column.meaning) && matches!(column.why, Why::Both | Why::Name))
    };
    let read = taken.read;
    let also = |meanings: &[&str]| meanings.iter().any(|meaning| named(&read, meaning));
    let speaks = match list {
        List::MasterList => {
            named(&read, "number")
                && named(&read, "title")
                && also(&["version", "status", "owner", "next_review", "approved_on", "clauses", "location"])
        }
        List::EvidenceIndex => {
            named(&read, "location") && also(&["clauses", "collected", "valid_until", "period_from", "period_to"])
        }
        // It speaks of controls, not of the files beside it.
        List::StatementOfApplicability => false,
    };
    speaks && read.other.is_none() && !read.rows.is_empty()
}
