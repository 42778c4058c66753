//! What a crash left in `tmp`: never acknowledged, so it may go. Only what this program made is taken for that: a folder may
//! come from anybody, and what else lies in it is not ours to delete.

use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::path::Path;

use uuid::{Uuid, Version};

use crate::disk;
use crate::error::{Error, Result};

/// A folder of files that lay in one that holds others is called so, with a name of ours behind.
pub(super) const OPENED: &str = "opened-";

/// Another process may be filing right now: only what is old enough to be dead is swept.
const DEAD: u64 = 3600;

/// Sweeps a folder that is known to be one.
pub(super) fn sweep(tmp: &Path) -> Result<()> {
    for file in fs::read_dir(tmp).map_err(|e| Error::io(tmp, e))?.flatten() {
        let found = fs::symlink_metadata(file.path());
        if named_here(&file.file_name()) && found.as_ref().is_ok_and(dead) {
            let _ = fs::remove_file(file.path());
        } else if opened_here(&file.file_name()) && found.is_ok_and(|found| found.is_dir() && old(&found)) {
            let _ = fs::remove_dir_all(file.path());
        }
    }
    Ok(())
}

/// Whether this program gives such names.
fn named_here(name: &OsStr) -> bool {
    let Some(name) = name.to_str() else { return false };
    let id = Uuid::try_parse(name).ok().filter(|id| id.get_version() == Some(Version::SortRand));
    id.is_some_and(|id| id.simple().to_string() == name)
}

/// Whether an import put there what lay in a file that holds others.
fn opened_here(name: &OsStr) -> bool {
    name.to_str().and_then(|name| name.strip_prefix(OPENED)).is_some_and(|id| named_here(OsStr::new(id)))
}

fn dead(found: &Metadata) -> bool {
    disk::ours(found) && old(found)
}

fn old(found: &Metadata) -> bool {
    let old = |at: std::time::SystemTime| at.elapsed().is_ok_and(|age| age.as_secs() > DEAD);
    found.modified().is_ok_and(old)
}
