//! The stored files, one by one. What cannot be read is a finding like every other, and no end of the check.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest as _, Sha256};

use super::report::Report;
use crate::disk;
use crate::error::{Result, check_stopped};

/// Looks at every file that an entry names: digest to size and entry.
pub(super) fn check(
    folder: &Path,
    files: &BTreeMap<String, (u64, u64)>,
    deep: bool,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
    report: &mut Report,
) -> Result<()> {
    let total = files.len() as u64;
    let mut block = vec![0u8; 1 << 20];
    for (done, (digest, (size, seq))) in files.iter().enumerate() {
        if cancel.load(Ordering::Relaxed) {
            return Err(check_stopped());
        }
        // What an entry calls a digest leads nowhere unless it is one.
        if let Some(start) = digest.get(..2).filter(|_| digest.bytes().all(|b| b.is_ascii_hexdigit())) {
            let place = format!("objects/{start}/{digest}");
            if let Some((code, what)) = one(folder, &place, digest, *size, deep, &mut block) {
                report.find(code, place, format!("The file of entry {seq} {what}"));
            }
        }
        progress(done as u64 + 1, total);
    }
    Ok(())
}

/// What is wrong with one of them.
fn one(
    folder: &Path,
    place: &str,
    digest: &str,
    size: u64,
    deep: bool,
    block: &mut [u8],
) -> Option<(&'static str, String)> {
    let unreadable = |e: &std::io::Error| Some(("object_unreadable", format!("cannot be read: {e}")));
    let mut file = match disk::open_below(folder, Path::new(place)) {
        Ok(Some(file)) => file,
        Ok(None) => {
            let what = "is altered: a link, a folder, a pipe or a device stands in its place, which was not followed";
            return Some(("object_foreign", what.into()));
        }
        Err(e) if e.kind() == ErrorKind::NotFound => return Some(("object_missing", "is missing".into())),
        Err(e) => return unreadable(&e),
    };
    match file.metadata() {
        Err(e) => return unreadable(&e),
        Ok(found) if found.len() != size => {
            return Some(("object_altered", format!("is altered: {} bytes instead of {size}", found.len())));
        }
        Ok(_) => {}
    }
    if !deep {
        return None;
    }
    let mut hash = Sha256::new();
    loop {
        match file.read(block) {
            Ok(0) => break,
            Ok(n) => hash.update(&block[..n]),
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) => return unreadable(&e),
        }
    }
    let same = hex::encode(hash.finalize()) == digest;
    (!same).then(|| ("object_altered", "is altered: its content has another hash".into()))
}
