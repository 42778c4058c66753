//! Walking a share: every file in a fixed order, what is left out and why. Links are not followed, so nothing
//! outside the folder comes in.

use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use super::oddities;
use super::problem::Problem;
use crate::error::{Error, Result};

/// A file that will be read.
#[derive(Debug, Clone)]
pub struct Scanned {
    /// Where it lies.
    pub full: PathBuf,
    /// Path relative to the folder given, with `/`, as the file system spells it.
    pub path: String,
    /// The folders above it from the top of the file system on, where it lay in another file.
    pub folders: Option<String>,
}

/// A file that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Skipped {
    /// Path relative to the folder given.
    pub path: String,
    /// Why: `office_owner`, `office_lock`, `windows`, `macos`, `temporary`.
    pub reason: &'static str,
}

/// What a walk found.
#[derive(Debug, Clone, Default)]
pub struct Share {
    /// Files to read, by path.
    pub files: Vec<Scanned>,
    /// Files of operating systems and programs.
    pub skipped: Vec<Skipped>,
    /// What could not be walked.
    pub problems: Vec<Problem>,
}

/// Walks folders and files. Paths are relative to the folder given, or the name for a single file.
///
/// # Errors
/// `file_not_found` where one of the paths is not there.
pub fn scan(paths: &[PathBuf]) -> Result<Share> {
    let mut share = Share::default();
    for root in paths {
        let metadata = std::fs::metadata(root).map_err(|e| Error::io(root, e))?;
        let base = if metadata.is_file() { root.parent().unwrap_or(root) } else { root.as_path() };
        for entry in walkdir::WalkDir::new(root).follow_links(false).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => take(&mut share, base, entry.path(), entry.file_type().is_file()),
                Err(e) => {
                    let path = e.path().map_or_else(String::new, |p| relative(base, p).0);
                    share.problems.push(Problem::file(&path, oddities::unreadable_folder()));
                }
            }
        }
    }
    share.files.sort_by(|a, b| a.path.cmp(&b.path));
    share.files.dedup_by(|a, b| a.full == b.full);
    share.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(share)
}

/// Whether one of two paths lies in the other: a workspace must not be imported into itself.
pub fn inside(path: &Path, workspace: &Path) -> bool {
    match (path.canonicalize(), workspace.canonicalize()) {
        (Ok(path), Ok(workspace)) => path.starts_with(&workspace) || workspace.starts_with(&path),
        _ => false,
    }
}

fn take(share: &mut Share, base: &Path, full: &Path, regular: bool) {
    let (path, exact) = relative(base, full);
    let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
    if let Some(reason) = system_file(&name) {
        share.skipped.push(Skipped { path, reason });
    } else if !exact {
        share.problems.push(Problem::file(&path, oddities::name_is_no_text()));
    } else if !regular {
        share.problems.push(Problem::file(&path, oddities::not_a_file()));
    } else {
        share.files.push(Scanned { full: full.to_owned(), path, folders: None });
    }
}

/// The path below a folder, and whether it could be written as text exactly.
fn relative(base: &Path, full: &Path) -> (String, bool) {
    // What does not lie below the folder has no path in it: its name alone is said.
    let below = full.strip_prefix(base).unwrap_or(Path::new(full.file_name().unwrap_or_default()));
    let parts: Vec<_> = below.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    let exact = below.to_str().is_some();
    (parts.join("/"), exact)
}

/// Why a file is none of the organisation's, by its name.
fn system_file(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let is = |names: &[&str]| names.contains(&lower.as_str());
    if name.starts_with("~$") {
        Some("office_owner")
    } else if name.starts_with(".~lock.") && name.ends_with('#') {
        Some("office_lock")
    } else if is(&["thumbs.db", "ehthumbs.db", "desktop.ini"]) {
        Some("windows")
    } else if lower.ends_with("zone.identifier") {
        // From where a file was loaded, where a share cannot keep it with the file.
        Some("windows")
    } else if is(&[".ds_store", ".localized"]) || name.starts_with("._") {
        Some("macos")
    } else if lower.starts_with("~wrl") || lower.ends_with(".tmp") || is(&[".directory", ".gitkeep"]) {
        Some("temporary")
    } else {
        None
    }
}
