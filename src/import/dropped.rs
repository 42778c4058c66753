//! What was dropped on the window, told apart: shares, single files, and the lists that speak of a share.

use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use super::index::evidence_index;
use super::master::master_list;
use super::scopes::scopes;
use crate::error::{Error, Result};

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

/// Tells files and folders apart, and finds the lists beside them and at the top of the folders.
///
/// # Errors
/// `file_not_found` or `file_unreadable` where a folder cannot be opened.
pub fn sort_dropped(paths: Vec<PathBuf>) -> Result<Dropped> {
    let mut out = Dropped::default();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|p| p.is_dir());
    for folder in &folders {
        out.folders.push(folder.display().to_string());
        let inside = std::fs::read_dir(folder).map_err(|e| Error::io(folder, e))?;
        for path in inside.filter_map(|entry| entry.ok().map(|e| e.path())) {
            list_in(&path, &mut out);
        }
    }
    for file in files {
        // A list among single files is a file like others; beside a folder it speaks about that folder.
        if folders.is_empty() || !list_in(&file, &mut out) {
            out.files.push(file.display().to_string());
        }
    }
    Ok(out)
}

/// Whether a file reads as one of the three lists; the first of each kind is taken.
fn list_in(path: &Path, out: &mut Dropped) -> bool {
    let end = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
    let place = match end.as_str() {
        "xlsx" if master_list(path).is_ok_and(|rows| !rows.is_empty()) => &mut out.master_list,
        "csv" if evidence_index(path).is_ok_and(|rows| !rows.is_empty()) => &mut out.evidence_index,
        "json" if scopes(path).is_ok_and(|s| !s.sites.is_empty()) => &mut out.scopes,
        _ => return false,
    };
    if place.is_none() {
        *place = Some(path.display().to_string());
    }
    true
}
