//! The five things done to the disk, as a seam: tests put a disk in their place that fails at a chosen point.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// What the vault does to the disk.
pub trait Disk: Send + Sync {
    /// Makes a new file for writing.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// Writes to it.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Makes the file's content durable and the file read-only.
    fn sync_file(&self, file: &File) -> io::Result<()>;
    /// Moves a file to its name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Makes the names in a folder durable.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
}

/// The disk itself.
pub struct RealDisk;

impl Disk for RealDisk {
    fn create(&self, path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        io::Write::write_all(file, bytes)
    }

    fn sync_file(&self, file: &File) -> io::Result<()> {
        let mut rights = file.metadata()?.permissions();
        rights.set_readonly(true);
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o444);
        file.set_permissions(rights)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        // Windows makes names durable with the file and cannot open a folder for it.
        if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
    }
}
