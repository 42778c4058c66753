//! Files under `objects` that no entry names: their filing was broken off, or somebody put them there. Nothing is wrong with what
//! was filed, so they are to be asked about; nothing deletes them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::report::Report;
use crate::error::{Result, check_stopped};

/// So many are named without `--deep`.
const NAMED: usize = 3;

/// Looks for them; `files` are those that entries name, by digest.
pub(super) fn look(
    folder: &Path,
    files: &BTreeMap<String, (u64, u64)>,
    deep: bool,
    cancel: &AtomicBool,
    report: &mut Report,
) -> Result<()> {
    let mut found: Vec<String> = Vec::new();
    // What cannot be listed cannot be read either, which is found where the files are looked at.
    for entry in fs::read_dir(folder.join("objects")).into_iter().flatten().flatten() {
        let start = entry.file_name().to_string_lossy().into_owned();
        if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            found.push(format!("objects/{start}"));
            continue;
        }
        for entry in fs::read_dir(entry.path()).into_iter().flatten().flatten() {
            if cancel.load(Ordering::Relaxed) {
                return Err(check_stopped());
            }
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with(&start) || !files.contains_key(&name) {
                found.push(format!("objects/{start}/{name}"));
            }
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    found.sort_unstable();
    if deep {
        for place in found {
            let what = format!("No entry names the file {place}: its filing was broken off, or somebody put it there");
            report.warn("object_unnamed", place, what);
        }
        return Ok(());
    }
    let (count, first) = (found.len(), found.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", "));
    let (files, are) = if count == 1 { ("file", "is") } else { ("files", "are") };
    let what = format!(
        "{count} {files} in the folder objects {are} named by no entry: filing was broken off, or somebody put something there. \
         `verify --deep` names each; {first}"
    );
    report.warn("object_unnamed", "objects", what);
    Ok(())
}
