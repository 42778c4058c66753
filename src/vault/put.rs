//! Filing one file, in three steps that `many` can overlap: hash into `tmp`; make durable and name; make the
//! name durable. Only after the third is a file acknowledged.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Condition, Stored, Vault, folder_of, lock, parent_of, refusals};
use crate::digest::Digest;
use crate::disk as files;
use crate::error::{Error, Result};

/// Most bytes held of one file.
const BLOCK: u64 = 1 << 20;

/// Content that lies in `tmp`, hashed and not yet durable. Dropped, it is removed.
pub(super) struct Pending {
    file: Option<File>,
    path: PathBuf,
    pub(super) digest: Digest,
    pub(super) size: u64,
}

impl Drop for Pending {
    fn drop(&mut self) {
        if self.file.is_some() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Vault {
    /// Files one file: durable when this returns.
    ///
    /// # Errors
    /// `file_not_found`, `file_unreadable`, `file_changed` (it changed while it was read), `disk_full`,
    /// `not_durable`.
    pub fn put_file(&self, path: &Path) -> Result<Stored> {
        let pending = self.hash_file(path)?;
        self.finish(pending)
    }

    /// Files bytes at hand: durable when this returns.
    pub fn put_bytes(&self, bytes: &[u8]) -> Result<Stored> {
        let pending = self.hash(&mut &bytes[..], Path::new("tmp"), bytes.len() as u64)?;
        self.finish(pending)
    }

    pub(super) fn finish(&self, pending: Pending) -> Result<Stored> {
        let stored = self.name(pending)?;
        self.sync_names(folder_of(&stored.digest))?;
        Ok(stored)
    }

    /// First step, for a file: a source that changes under our hands is not filed.
    pub(super) fn hash_file(&self, path: &Path) -> Result<Pending> {
        let fail = |e| Error::io(path, e);
        let mut source = files::open_named(path)?;
        let before = source.metadata().map_err(fail)?;
        let pending = self.hash(&mut source, path, before.len())?;
        let after = source.metadata().map_err(fail)?;
        if stamp(&before) != stamp(&after) || pending.size != after.len() {
            return Err(refusals::file_changed(path.display()));
        }
        Ok(pending)
    }

    fn hash(&self, source: &mut dyn Read, named: &Path, expected: u64) -> Result<Pending> {
        self.refuse_if_poisoned()?;
        let path = self.root.join("tmp").join(Uuid::now_v7().simple().to_string());
        let file = self.disk.create(&path).map_err(|e| Error::io(&path, e))?;
        let mut pending = Pending { file: Some(file), path, digest: Digest::of(b""), size: 0 };
        let mut hash = Sha256::new();
        let mut block = vec![0u8; (expected + 1).min(BLOCK) as usize];
        loop {
            let n = match source.read(&mut block) {
                Ok(0) => break,
                Ok(n) => n,
                Err(e) if e.kind() == ErrorKind::Interrupted => continue,
                Err(e) => return Err(Error::io(named, e)),
            };
            hash.update(&block[..n]);
            if let Some(file) = &mut pending.file {
                self.disk.write(file, &block[..n]).map_err(|e| Error::io(&pending.path, e))?;
            }
            pending.size += n as u64;
        }
        pending.digest = Digest::from_bytes(hash.finalize().into());
        Ok(pending)
    }

    /// Second step: durable content under its name. The name itself is not durable yet.
    pub(super) fn name(&self, mut pending: Pending) -> Result<Stored> {
        let mut folder_durable = lock(&self.folders[usize::from(folder_of(&pending.digest))]);
        self.refuse_if_poisoned()?;
        let target = self.path_of(&pending.digest);
        if !*folder_durable {
            self.make_durable_folder(parent_of(&target))?;
            *folder_durable = true;
        }
        let mut stored = Stored { digest: pending.digest, size: pending.size, fresh: true };
        // One that is there may be altered, or left by a crash before it was durable: look, and never trust.
        match self.check(&pending.digest, Some(pending.size))? {
            Condition::Intact => {
                stored.fresh = false;
                self.sync_there(&target)?;
                return Ok(stored);
            }
            Condition::Altered { .. } => self.quarantine(&pending.digest)?,
            Condition::Missing => {}
        }
        let Some(file) = &pending.file else { return Err(Error::internal("a pending file has no file")) };
        self.disk.sync_file(file).map_err(|e| match e.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::io(&pending.path, e),
            _ => self.poison(&pending.path, e),
        })?;
        self.disk.rename(&pending.path, &target).map_err(|e| Error::io(&target, e))?;
        pending.file = None;
        Ok(stored)
    }

    /// Third step: the names in one folder of `objects`, for all that were put there before. One at a time, so
    /// that nobody mistakes the second answer after a failure for durability.
    pub(super) fn sync_names(&self, folder: u8) -> Result<()> {
        let _alone = lock(&self.folders[usize::from(folder)]);
        self.sync_folder(&self.root.join("objects").join(format!("{folder:02x}")))
    }

    /// Makes an object durable that was there before. Windows flushes only files opened for writing, which
    /// objects never are again; there it was flushed before it was named.
    fn sync_there(&self, object: &Path) -> Result<()> {
        if cfg!(unix) {
            let opened = files::open(object).map_err(|e| Error::io(object, e))?;
            let file = opened.ok_or_else(|| refusals::stored_file_foreign(object.display()))?;
            self.disk.sync_file(&file).map_err(|e| self.poison(object, e))?;
        }
        Ok(())
    }
}

fn stamp(metadata: &fs::Metadata) -> (u64, Option<SystemTime>) {
    (metadata.len(), metadata.modified().ok())
}
