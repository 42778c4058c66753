//! Files by the SHA-256 of their content. An object is durable before anything refers to it, is never written
//! again, and is never deleted while something refers to it.

mod check;
mod disk;
mod leftovers;
mod many;
mod put;
mod read;
mod refusals;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::digest::Digest;
use crate::disk::{self as files, Stands, folder_part_foreign};
use crate::error::{Error, Result, too_many_open};

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
        leftovers::sweep(&root.join("tmp"))?;
        Ok(vault)
    }

    /// Opens the vault where nothing can be written: nothing is made and nothing swept.
    pub fn open_to_read(root: &Path) -> Result<Self> {
        for part in PARTS {
            let path = root.join(part);
            if !matches!(stands(&path)?, Stands::Folder | Stands::Nothing) {
                return Err(folder_part_foreign(path.display()));
            }
        }
        Ok(Self::on(root, Arc::new(RealDisk)))
    }

    fn on(root: &Path, disk: Arc<dyn Disk>) -> Self {
        let folders = (0..=u8::MAX).map(|_| Mutex::new(false)).collect();
        Self { root: root.to_owned(), disk, folders, poisoned: AtomicBool::new(false) }
    }

    fn make_folders(&self) -> Result<()> {
        PARTS.iter().try_for_each(|folder| self.make_folder(&self.root.join(folder)))
    }

    /// Makes a folder where it is missing, and those above it.
    fn make_folder(&self, path: &Path) -> Result<()> {
        if self.is_folder(path)? {
            return Ok(());
        }
        self.make_folder(parent_of(path))?;
        self.make_durable_folder(path)
    }

    /// Makes the folder's name durable, also where it is there: a crash may have come between the two.
    fn make_durable_folder(&self, path: &Path) -> Result<()> {
        match fs::create_dir(path) {
            Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => return Err(Error::io(path, e)),
            Err(_) => drop(self.is_folder(path)?),
            Ok(()) => {}
        }
        self.sync_folder(parent_of(path))
    }

    /// Whether there is a folder; which links lead to the workspace is the user's affair, within it none is followed.
    fn is_folder(&self, path: &Path) -> Result<bool> {
        if path == self.root || !path.starts_with(&self.root) {
            return Ok(path.is_dir());
        }
        match stands(path)? {
            Stands::Nothing => Ok(false),
            Stands::Folder => Ok(true),
            Stands::File | Stands::Foreign => Err(folder_part_foreign(path.display())),
        }
    }

    /// A folder beside the objects, not made yet, for what is only needed for a while; what a crash leaves of it is swept.
    pub fn folder_beside(&self) -> PathBuf {
        self.root.join("tmp").join(format!("{}{}", leftovers::OPENED, uuid::Uuid::now_v7().simple()))
    }

    /// Where an object lies, whether it is there or not.
    pub fn path_of(&self, digest: &Digest) -> PathBuf {
        self.root.join(below(digest))
    }

    /// Opens what lies under an object's name, where it is a plain file.
    fn open_plain(&self, digest: &Digest) -> std::io::Result<Option<File>> {
        files::open_below(&self.root, &below(digest))
    }

    /// Opens an object for reading. Its content is checked by whoever reads it to the end.
    ///
    /// # Errors
    /// `object_missing`.
    pub fn open_object(&self, digest: &Digest) -> Result<File> {
        let path = self.path_of(digest);
        let opened = self.open_plain(digest).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => refusals::stored_file_missing(digest),
            _ => Error::io(&path, e),
        })?;
        opened.ok_or_else(|| refusals::stored_file_foreign(path.display()))
    }

    fn sync_folder(&self, path: &Path) -> Result<()> {
        self.refuse_if_poisoned()?;
        self.disk.sync_folder(path).map_err(|e| self.poison(path, e))
    }

    /// After a failed fsync a second one may succeed without having written anything: stop instead.
    fn poison(&self, path: &Path, cause: std::io::Error) -> Error {
        if too_many_open(&cause) {
            // It was not opened, so nothing was asked of the disk.
            return Error::io(path, cause);
        }
        self.poisoned.store(true, Ordering::SeqCst);
        refusals::write_not_confirmed(path.display()).caused_by(cause)
    }

    fn refuse_if_poisoned(&self) -> Result<()> {
        if self.poisoned.load(Ordering::SeqCst) { Err(refusals::disk_failed_before()) } else { Ok(()) }
    }
}

/// The folders of a vault.
const PARTS: [&str; 3] = ["objects", "tmp", "quarantine"];

fn stands(path: &Path) -> Result<Stands> {
    files::stands(path).map_err(|e| Error::io(path, e))
}

/// Where an object lies below the workspace's folder.
fn below(digest: &Digest) -> PathBuf {
    let name = digest.to_string();
    Path::new("objects").join(&name[..2]).join(name)
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
