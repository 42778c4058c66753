//! What stands at a path, asked without following a link: only a plain file is ever opened, so that a link shows nothing of
//! another place, and a pipe or device neither waits nor answers.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Nothing.
    Nothing,
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A link, a pipe, a device, a socket.
    Foreign,
}

/// What stands at a path; a link is a link, wherever it leads.
pub fn stands(path: &Path) -> io::Result<Stands> {
    let kind = match fs::symlink_metadata(path) {
        Ok(found) => found.file_type(),
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Stands::Nothing);
        }
        Err(e) => return Err(e),
    };
    Ok(if kind.is_file() {
        Stands::File
    } else if kind.is_dir() {
        Stands::Folder
    } else {
        Stands::Foreign
    })
}

/// What stands below a folder at a relative path, where every folder on the way is one; [`Stands::Foreign`] where a link
/// or a file is on the way.
pub fn stands_below(root: &Path, below: &Path) -> io::Result<Stands> {
    let mut path = root.to_owned();
    let mut parts = below.components().peekable();
    while let Some(part) = parts.next() {
        path.push(part);
        let found = stands(&path)?;
        if parts.peek().is_none() || found == Stands::Nothing {
            return Ok(found);
        }
        if found != Stands::Folder {
            break;
        }
    }
    Ok(Stands::Foreign)
}

/// Opens a plain file for reading; nothing where something else stands there.
///
/// # Errors
/// As the system says: not found, not allowed, not readable.
pub fn open(path: &Path) -> io::Result<Option<File>> {
    match stands(path)? {
        Stands::File => {}
        Stands::Nothing => return Err(io::ErrorKind::NotFound.into()),
        Stands::Folder | Stands::Foreign => return Ok(None),
    }
    let mut options = OpenOptions::new();
    options.read(true);
    // Whatever takes its place between the two is not followed and not waited for.
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags(OFlags::NOFOLLOW.union(OFlags::NONBLOCK).bits() as i32);
    }
    let file = options.open(path)?;
    Ok(Some(file).filter(|file| file.metadata().is_ok_and(|found| found.is_file())))
}

/// Opens a plain file below a folder; nothing where something else stands there or on the way.
///
/// # Errors
/// As [`open`].
pub fn open_below(root: &Path, below: &Path) -> io::Result<Option<File>> {
    match stands_below(root, below)? {
        Stands::Nothing => Err(io::ErrorKind::NotFound.into()),
        Stands::File => open(&root.join(below)),
        Stands::Folder | Stands::Foreign => Ok(None),
    }
}

/// Whether a plain file belongs to this user and has no second name elsewhere: what is done to it is done to nothing else.
pub fn ours(found: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        found.is_file() && found.nlink() == 1 && found.uid() == rustix::process::geteuid().as_raw()
    }
    #[cfg(not(unix))]
    {
        found.is_file()
    }
}

/// Whether a plain file has a second name, so that whoever writes it writes elsewhere too.
pub(super) fn has_second_name(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.nlink() > 1)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}
