//! The five things done to the disk, as a seam: tests put a disk in their place that fails at a chosen point.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// What the vault does to the disk.
pub trait Disk: Send + Sync {
    /// Makes a new file for writing; nobody can open it for writing again.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// Writes to it.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Makes the file's content durable.
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
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o444);
        options.open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        io::Write::write_all(file, bytes)
    }

    fn sync_file(&self, file: &File) -> io::Result<()> {
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
