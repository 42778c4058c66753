//! A checkpoint that somebody holds: a file of its own, or the one in a pack.

use std::io::{BufReader, Read as _};
use std::path::Path;

use zip::ZipArchive;

use super::{mailed, refusals};
use crate::disk;
use crate::error::{Error, Result};

/// A checkpoint is a few lines; more is not read.
const LARGEST: u64 = 64 << 10;

/// Reads the checkpoint in a file: as it was printed, as it came back with a mail, or in a pack.
///
/// # Errors
/// `file_not_found`; `file_unreadable` where it holds none: then nothing is wrong, and nothing was compared; `pack_damaged` for
/// a ZIP that is no pack.
pub fn held_checkpoint(path: &Path) -> Result<String> {
    let unreadable = |e| Error::io(path, e);
    if path.is_dir() {
        // A pack that was unpacked.
        let note = disk::text_named(&path.join("data/ledger/checkpoint"), LARGEST).ok();
        return note.ok_or_else(|| refusals::checkpoint_held_unknown(path.display()));
    }
    let mut file = disk::open_named(path)?;
    let mut start = Vec::new();
    file.by_ref().take(LARGEST).read_to_end(&mut start).map_err(unreadable)?;
    if !start.starts_with(b"PK") {
        let text = String::from_utf8_lossy(&start);
        return mailed::checkpoint(&text).ok_or_else(|| refusals::checkpoint_held_unknown(path.display()));
    }
    let no_pack = || refusals::pack_unreadable(path.display());
    let file = disk::open_named(path)?;
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|cause| no_pack().caused_by(cause))?;
    let ours = |name: &str| name.split_once('/').is_some_and(|(_, rest)| rest == "data/ledger/checkpoint");
    let place = (0..zip.len()).find(|i| zip.name_for_index(*i).is_some_and(|name| name.is_ok_and(|name| ours(&name))));
    let entry = place.and_then(|i| zip.by_index(i).ok()).ok_or_else(no_pack)?;
    let mut text = String::new();
    entry.take(LARGEST).read_to_string(&mut text).map_err(|cause| no_pack().caused_by(cause))?;
    Ok(text)
}
