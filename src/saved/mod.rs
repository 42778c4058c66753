//! Files that the user named: written beside and renamed, so that none is ever half there, and none that was there is
//! written over unless the user said so.

mod private;
mod refusals;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::error::{Error, Result};
pub use private::{
    change_private, change_private_anew, private_folder, read_private, write_private, write_private_bytes,
};
pub use refusals::REASONS;

/// Where a file goes, and what the user said about one that is there.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The file.
    pub path: &'a Path,
    /// Whether one that is there may be written over.
    pub overwrite: bool,
}

impl Target<'_> {
    /// Refuses a place that is taken, before any work is done for it.
    ///
    /// # Errors
    /// `already_exists`; `refused` for what is no plain file.
    pub fn check(&self) -> Result<()> {
        match std::fs::metadata(self.path) {
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
            Err(e) => Err(Error::io(self.path, e)),
            Ok(meta) if !meta.is_file() => Err(refusals::target_no_file(self.path.display())),
            Ok(_) if !self.overwrite => Err(refusals::target_taken(self.path.display())),
            Ok(_) => Ok(()),
        }
    }

    /// Writes all of it, durably.
    ///
    /// # Errors
    /// As [`Target::check`]; `disk_full`, `io`. None of them leaves a file behind.
    pub fn write(&self, bytes: &[u8]) -> Result<()> {
        let mut begun = self.begin()?;
        begun.file().write_all(bytes).map_err(|e| Error::io(self.path, e))?;
        begun.file().sync_all().map_err(|e| Error::io(self.path, e))?;
        begun.finish()
    }

    /// Begins a file beside its place.
    ///
    /// # Errors
    /// As [`Target::check`].
    pub fn begin(&self) -> Result<Begun> {
        self.check()?;
        let folder = self.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut prefix = OsStr::new(".").to_owned();
        prefix.push(self.path.file_name().unwrap_or_default());
        // The whole name would be too long where the name is as long as it can be.
        let prefix = if prefix.len() > 100 { OsStr::new(".writing").to_owned() } else { prefix };
        let mut builder = Builder::new();
        builder.prefix(&prefix).suffix(".part");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let part = builder.tempfile_in(folder).map_err(|e| Error::io(self.path, e))?;
        Ok(Begun { part, path: self.path.to_owned(), overwrite: self.overwrite })
    }
}

/// A file that has no place yet; where it is dropped, nothing is left of it.
pub struct Begun {
    part: NamedTempFile,
    path: PathBuf,
    overwrite: bool,
}

impl Begun {
    /// What is written to.
    pub fn file(&mut self) -> &mut File {
        self.part.as_file_mut()
    }

    /// Puts the file in its place. Its bytes are durable already; now its name is.
    ///
    /// # Errors
    /// `already_exists` where somebody else was faster.
    pub fn finish(self) -> Result<()> {
        let io = |e: std::io::Error| match e.kind() {
            ErrorKind::AlreadyExists => refusals::target_taken(self.path.display()),
            _ => Error::io(&self.path, e),
        };
        let placed = if self.overwrite {
            self.part.persist(&self.path)
        } else {
            // Some file systems cannot say that nothing is to be replaced.
            self.part.persist_noclobber(&self.path).or_else(|failed| match failed.error.kind() {
                ErrorKind::AlreadyExists => Err(failed),
                _ if self.path.exists() => Err(failed),
                _ => failed.file.persist(&self.path),
            })
        };
        placed.map_err(|failed| io(failed.error))?;
        let folder = self.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if cfg!(unix) {
            File::open(folder).and_then(|f| f.sync_all()).map_err(|e| Error::io(folder, e))?;
        }
        Ok(())
    }
}
