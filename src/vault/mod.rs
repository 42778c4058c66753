//! Files by the SHA-256 of their content. An object is durable before anything refers to it, is never written
//! again, and is never deleted while something refers to it.

mod check;
mod disk;
mod many;
mod put;
mod read;
mod refusals;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::digest::Digest;
use crate::error::{Error, Result};

pub use check::{Condition, hash_file};
pub use disk::{Disk, RealDisk};
pub use refusals::REASONS;

/// What filing a file gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of the content.
    pub digest: Digest,
    /// Size in bytes.
    pub size: u64,
    /// Whether the content was not there before.
    pub fresh: bool,
}

/// The objects of one workspace.
pub struct Vault {
    root: PathBuf,
    disk: Arc<dyn Disk>,
    /// One lock per folder of `objects`: whoever names an object in it looks, puts aside and names alone. It
    /// holds whether this process has made the folder's own name durable.
    folders: Vec<Mutex<bool>>,
    /// Set after an fsync failed: what the kernel holds then is unknown, so nothing more is acknowledged.
    poisoned: AtomicBool,
}

impl Vault {
    /// Makes the folder and its parts, durably.
    pub fn create(root: &Path) -> Result<Self> {
        let vault = Self::on(root, Arc::new(RealDisk));
        vault.make_folders()?;
        vault.make_durable_folder(root)?;
        Ok(vault)
    }

    /// Opens the vault; what a crash left in `tmp` was never acknowledged and is swept.
    pub fn open(root: &Path) -> Result<Self> {
        Self::open_on(root, Arc::new(RealDisk))
    }

    /// Opens the vault on another disk: the seam for faults in tests.
    pub fn open_on(root: &Path, disk: Arc<dyn Disk>) -> Result<Self> {
        let vault = Self::on(root, disk);
        vault.make_folders()?;
        let tmp = root.join("tmp");
        for file in fs::read_dir(&tmp).map_err(|e| Error::io(&tmp, e))?.flatten() {
            // Another process may be filing right now: only what is old enough to be dead is swept.
            let modified = file.metadata().and_then(|m| m.modified());
            if modified.is_ok_and(|t| t.elapsed().is_ok_and(|age| age.as_secs() > 3600)) {
                let _ = fs::remove_file(file.path());
            }
        }
        Ok(vault)
    }

    fn on(root: &Path, disk: Arc<dyn Disk>) -> Self {
        let folders = (0..=u8::MAX).map(|_| Mutex::new(false)).collect();
        Self { root: root.to_owned(), disk, folders, poisoned: AtomicBool::new(false) }
    }

    fn make_folders(&self) -> Result<()> {
        ["objects", "tmp", "quarantine"].iter().try_for_each(|folder| self.make_folder(&self.root.join(folder)))
    }

    /// Makes a folder where it is missing, and those above it.
    fn make_folder(&self, path: &Path) -> Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        self.make_folder(parent_of(path))?;
        self.make_durable_folder(path)
    }

    /// Makes the folder's name durable, also where it is there: a crash may have come between the two.
    fn make_durable_folder(&self, path: &Path) -> Result<()> {
        match fs::create_dir(path) {
            Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => Err(Error::io(path, e)),
            _ => self.sync_folder(parent_of(path)),
        }
    }

    /// Where an object lies, whether it is there or not.
    pub fn path_of(&self, digest: &Digest) -> PathBuf {
        let name = digest.to_string();
        self.root.join("objects").join(&name[..2]).join(name)
    }

    /// Opens an object for reading. Its content is checked by whoever reads it to the end.
    ///
    /// # Errors
    /// `object_missing`.
    pub fn open_object(&self, digest: &Digest) -> Result<File> {
        let path = self.path_of(digest);
        File::open(&path).map_err(|e| {
            if e.kind() == std::io::ErrorKind::NotFound {
                refusals::stored_file_missing(digest)
            } else {
                Error::io(&path, e)
            }
        })
    }

    fn sync_folder(&self, path: &Path) -> Result<()> {
        self.refuse_if_poisoned()?;
        self.disk.sync_folder(path).map_err(|e| self.poison(path, e))
    }

    /// After a failed fsync a second one may succeed without having written anything: stop instead.
    fn poison(&self, path: &Path, cause: std::io::Error) -> Error {
        self.poisoned.store(true, Ordering::SeqCst);
        refusals::write_not_confirmed(path.display()).caused_by(cause)
    }

    fn refuse_if_poisoned(&self) -> Result<()> {
        if self.poisoned.load(Ordering::SeqCst) { Err(refusals::disk_failed_before()) } else { Ok(()) }
    }
}

/// Which of the 256 folders of `objects` an object lies in.
fn folder_of(digest: &Digest) -> u8 {
    digest.as_bytes()[0]
}

fn parent_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
