//! A file that a person names is read whole only up to a length, and only where it is a plain file: a pipe would be waited for, a
//! device never ends, and memory must not grow with whatever was named by mistake. A link is followed: the person named it.

use std::fs::{File, OpenOptions};
use std::io::Read as _;
use std::path::Path;

use crate::error::{Error, Result, file_not_regular, file_too_large};

/// Opens a plain file that a person named.
///
/// # Errors
/// `file_not_found`, `file_not_allowed`; `file_not_regular` for a folder, a pipe or a device.
pub fn open_named(path: &Path) -> Result<File> {
    let io = |e| Error::io(path, e);
    if !std::fs::metadata(path).map_err(io)?.is_file() {
        return Err(file_not_regular(path.display()));
    }
    let mut options = OpenOptions::new();
    options.read(true);
    // Whatever takes its place between the two is not waited for.
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags(OFlags::NONBLOCK.bits() as i32);
    }
    let file = options.open(path).map_err(io)?;
    if file.metadata().map_err(io)?.is_file() { Ok(file) } else { Err(file_not_regular(path.display())) }
}

/// Reads a plain file that a person named, of at most so many bytes.
///
/// # Errors
/// As [`open_named`]; `file_too_large`.
pub fn read_named(path: &Path, most: u64) -> Result<Vec<u8>> {
    let io = |e| Error::io(path, e);
    let file = open_named(path)?;
    let length = file.metadata().map_err(io)?.len();
    let mut bytes = Vec::new();
    if length <= most {
        // It may grow meanwhile.
        file.take(most + 1).read_to_end(&mut bytes).map_err(io)?;
    }
    if length > most || bytes.len() as u64 > most {
        return Err(file_too_large(path.display(), most >> 10));
    }
    Ok(bytes)
}

/// The same as text; what is no UTF-8 is shown as such.
///
/// # Errors
/// As [`read_named`].
pub fn text_named(path: &Path, most: u64) -> Result<String> {
    Ok(String::from_utf8_lossy(&read_named(path, most)?).into_owned())
}
