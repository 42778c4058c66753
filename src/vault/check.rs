//! Checking objects: intact, altered, missing — three results, never mixed. An object that cannot be read is an
//! error, not one of them. Altered objects are put aside, never deleted.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{Vault, lock, parent_of, refusals};
use crate::digest::Digest;
use crate::disk;
use crate::error::{Error, Result, check_stopped};

/// What an object turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "condition", rename_all = "snake_case")]
pub enum Condition {
    /// Its content has its hash.
    Intact,
    /// There is something else under its name.
    Altered {
        /// The hash of what is there.
        found: Digest,
        /// Its size.
        size: u64,
    },
    /// There is nothing under its name.
    Missing,
}

impl Vault {
    /// Reads an object and compares. Where the size is known and differs, it is altered; its hash is told all
    /// the same.
    pub fn check(&self, digest: &Digest, size: Option<u64>) -> Result<Condition> {
        let path = self.path_of(digest);
        let mut file = match self.open_plain(digest) {
            Ok(Some(file)) => file,
            Ok(None) => return Err(refusals::stored_file_foreign(path.display())),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Condition::Missing),
            Err(e) => return Err(Error::io(&path, e)),
        };
        let (found, length) = hash_of(&mut file).map_err(|e| Error::io(&path, e))?;
        if found == *digest && size.is_none_or(|s| s == length) {
            Ok(Condition::Intact)
        } else {
            Ok(Condition::Altered { found, size: length })
        }
    }

    /// The cheap check: there, and of the right length.
    pub fn present(&self, digest: &Digest, size: u64) -> bool {
        fs::symlink_metadata(self.path_of(digest)).is_ok_and(|m| m.is_file() && m.len() == size)
    }

    /// Reads many objects on two threads; the answers stand in the order of `objects`.
    pub fn check_many(
        &self,
        objects: &[(Digest, u64)],
        progress: &(dyn Fn(usize) + Sync),
        cancel: &AtomicBool,
    ) -> Result<Vec<Condition>> {
        let next = AtomicUsize::new(0);
        let found: Mutex<Vec<(usize, Result<Condition>)>> = Mutex::new(Vec::with_capacity(objects.len()));
        let work = || {
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                let Some((digest, size)) = objects.get(i) else { return };
                if cancel.load(Ordering::Relaxed) {
                    return;
                }
                let answer = self.check(digest, Some(*size));
                let mut found = lock(&found);
                found.push((i, answer));
                progress(found.len());
            }
        };
        std::thread::scope(|scope| {
            scope.spawn(work);
            scope.spawn(work);
        });
        let mut found = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        if found.len() < objects.len() {
            return Err(check_stopped());
        }
        found.sort_by_key(|(i, _)| *i);
        found.into_iter().map(|(_, answer)| answer).collect()
    }

    /// Puts an altered object aside under `quarantine`. It is never deleted: it may be the only copy there is.
    ///
    /// # Errors
    /// `object_missing`, `not_durable`.
    pub fn quarantine(&self, digest: &Digest) -> Result<()> {
        let from = self.path_of(digest);
        let aside = self.root.join("quarantine");
        self.make_folder(&aside)?;
        let to = aside.join(format!("{digest}-{}", uuid::Uuid::now_v7().simple()));
        self.disk.rename(&from, &to).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => refusals::stored_file_missing(digest),
            _ => Error::io(&to, e),
        })?;
        // The new name first: a power cut between the two leaves the file under both names, never under none.
        self.sync_folder(&aside)?;
        self.sync_folder(parent_of(&from))
    }

    /// Puts an object back from a copy elsewhere. An altered one in its place is put aside first.
    ///
    /// # Errors
    /// `refused` where the copy is not that file; as [`Vault::put_file`] otherwise.
    pub fn restore(&self, digest: &Digest, from: &Path) -> Result<()> {
        let pending = self.hash_file(from)?;
        if pending.digest != *digest {
            return Err(refusals::original_differs(from.display()));
        }
        self.finish(pending).map(|_| ())
    }

    /// Removes objects that nothing refers to, as a crash between filing and acknowledging leaves them. Only
    /// while nobody files: an object is filed before anything refers to it.
    pub fn sweep(&self, referenced: &BTreeSet<Digest>) -> Result<usize> {
        let objects = self.root.join("objects");
        self.make_folder(&objects)?;
        let mut swept = 0;
        for file in walkdir::WalkDir::new(&objects).min_depth(2).max_depth(2) {
            let file = file.map_err(|e| Error::io(&objects, e.into()))?;
            if !file.file_type().is_file() {
                continue;
            }
            let Some(digest) = file.file_name().to_str().and_then(|name| name.parse::<Digest>().ok()) else { continue };
            if !referenced.contains(&digest) {
                fs::remove_file(file.path()).map_err(|e| Error::io(file.path(), e))?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}

/// Hash and length of everything a reader gives.
fn hash_of(source: &mut dyn Read) -> std::io::Result<(Digest, u64)> {
    let mut hash = Sha256::new();
    let mut length = 0;
    let mut block = vec![0u8; 256 * 1024];
    loop {
        match source.read(&mut block) {
            Ok(0) => return Ok((Digest::from_bytes(hash.finalize().into()), length)),
            Ok(n) => {
                hash.update(&block[..n]);
                length += n as u64;
            }
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
}

/// Hash and size of a file anywhere, without storing it.
pub fn hash_file(path: &Path) -> Result<(Digest, u64)> {
    let mut file = disk::open_named(path)?;
    hash_of(&mut file).map_err(|e| Error::io(path, e))
}
