//! Files by the SHA-256 of their content. An object is durable before anything refers to it, is never written
//! again, and is never deleted while something refers to it.

mod check;
mod disk;
mod many;
mod put;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::digest::Digest;
use crate::error::{Code, Error, Result};

pub use check::{Condition, hash_file};
pub use disk::{Disk, RealDisk};

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
    /// Set after an fsync failed: what the kernel holds then is unknown, so nothing more is acknowledged.
    poisoned: AtomicBool,
}

impl Vault {
    /// Makes the folders, durably.
    pub fn create(root: &Path) -> Result<Self> {
        let vault = Self::on(root, Arc::new(RealDisk));
        for folder in ["objects", "tmp", "quarantine"] {
            let path = root.join(folder);
            fs::create_dir_all(&path).map_err(|e| Error::io(&path, e))?;
        }
        vault.sync_folder(root)?;
        if let Some(parent) = root.parent().filter(|p| !p.as_os_str().is_empty()) {
            vault.sync_folder(parent)?;
        }
        Ok(vault)
    }

    /// Opens the vault; what a crash left in `tmp` was never acknowledged and is swept.
    pub fn open(root: &Path) -> Result<Self> {
        Self::open_on(root, Arc::new(RealDisk))
    }

    /// Opens the vault on another disk: the seam for faults in tests.
    pub fn open_on(root: &Path, disk: Arc<dyn Disk>) -> Result<Self> {
        let vault = Self::on(root, disk);
        let tmp = root.join("tmp");
        match fs::read_dir(&tmp) {
            Ok(left) => {
                for file in left.flatten() {
                    // Another process may be filing right now: only what is old enough to be dead is swept.
                    let old = file
                        .metadata()
                        .and_then(|m| m.modified())
                        .is_ok_and(|t| t.elapsed().is_ok_and(|age| age.as_secs() > 3600));
                    if old {
                        let _ = fs::remove_file(file.path());
                    }
                }
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                for folder in ["objects", "tmp", "quarantine"] {
                    let path = root.join(folder);
                    fs::create_dir_all(&path).map_err(|e| Error::io(&path, e))?;
                }
            }
            Err(e) => return Err(Error::io(&tmp, e)),
        }
        Ok(vault)
    }

    fn on(root: &Path, disk: Arc<dyn Disk>) -> Self {
        Self { root: root.to_owned(), disk, poisoned: AtomicBool::new(false) }
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
        File::open(&path)
            .map_err(|e| if e.kind() == std::io::ErrorKind::NotFound { missing(digest) } else { Error::io(&path, e) })
    }

    fn sync_folder(&self, path: &Path) -> Result<()> {
        self.disk.sync_folder(path).map_err(|e| self.poison(path, e))
    }

    /// After a failed fsync a second one may succeed without having written anything: stop instead.
    fn poison(&self, path: &Path, cause: std::io::Error) -> Error {
        self.poisoned.store(true, Ordering::SeqCst);
        Error::new(
            Code::NotDurable,
            format!("The disk did not confirm that {} was written", path.display()),
            "Nothing was acknowledged. Check the drive, close Clausebook and open the workspace again.",
        )
        .caused_by(cause)
    }

    fn refuse_if_poisoned(&self) -> Result<()> {
        if self.poisoned.load(Ordering::SeqCst) {
            return Err(Error::new(
                Code::NotDurable,
                "The disk failed earlier, so nothing more is filed",
                "Check the drive, close Clausebook and open the workspace again.",
            ));
        }
        Ok(())
    }
}

fn missing(digest: &Digest) -> Error {
    Error::new(
        Code::ObjectMissing,
        format!("The file with the hash {digest} is not in the workspace any more"),
        "Bring the workspace's folder `objects` back from a backup.",
    )
}
