//! Taking files in: stored durably first, then read for their text. A file whose text cannot be read is filed
//! all the same, with the reason.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::error::{Result, path_not_text};
use crate::extract::{Extracted, extract};
use crate::filed::FiledFile;
use crate::search::TextCache;
use crate::text::in_share;
use crate::vault::{Stored, Vault};

/// Takes files in, in order; the first that is refused stops it, and what was stored before is swept later.
pub fn take_files(vault: &Vault, cache: &TextCache, paths: &[PathBuf]) -> Result<Vec<FiledFile>> {
    let mut filed = Vec::with_capacity(paths.len());
    for path in paths {
        path_as_text(path)?;
        let stored = vault.put_file(path)?;
        let found = extract(path, cache.contained())?;
        cache.put_many(&[(stored.digest, found.clone())])?;
        filed.push(file_of(path, name_of(path), stored, &found));
    }
    Ok(filed)
}

/// The event's form of a file that was stored and read; `within` is its path in the share it came from.
pub fn file_of(path: &Path, within: String, stored: Stored, found: &Extracted) -> FiledFile {
    let modified = std::fs::metadata(path)
        .and_then(|m| m.modified())
        .ok()
        .and_then(|t| t.duration_since(UNIX_EPOCH).ok())
        .map(|d| d.as_millis() as i64);
    FiledFile {
        digest: stored.digest,
        size: stored.size,
        name: name_of(path),
        path: within,
        modified,
        media: found.media,
        problem: found.problem,
        clauses: crate::reading::clauses_named(&found.text),
    }
}

/// A file's name alone: where it lay on somebody's disk is nobody else's business.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map(|name| in_share(&name.to_string_lossy()).into_owned()).unwrap_or_default()
}

/// A path as text: events are text, so a name that is none is refused rather than guessed.
pub fn path_as_text(path: &Path) -> Result<String> {
    path.to_str().map(str::to_owned).ok_or_else(|| path_not_text(path.display()))
}
