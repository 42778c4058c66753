//! The user's configuration folder and what lies in it: open to that user alone.

use std::fs::DirBuilder;
use std::io::Write;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use crate::error::{Error, Result};

/// What this program puts there, by which its own folder is known.
const MADE: &[&str] = &["site", "keys", "heads", "opened", "people", "desk.json"];

/// Makes a folder with those above it that are not there yet, for this user alone. One that stands there is closed to
/// others where it is our own: earlier builds let everybody look in.
///
/// # Errors
/// `io` where it cannot be made.
pub fn private_folder(folder: &Path) -> Result<()> {
    make(folder).map_err(|e| Error::io(folder, e))
}

/// Reads a file that [`write_private`] wrote; one that cannot be read is as good as none.
pub fn read_private<T: DeserializeOwned + Default>(path: &Path) -> T {
    serde_json::from_slice(&std::fs::read(path).unwrap_or_default()).unwrap_or_default()
}

/// Puts a file in its place as JSON: whole, on disk, for this user alone, or not at all.
///
/// # Errors
/// `io`.
pub fn write_private<T: Serialize>(path: &Path, value: &T) -> Result<()> {
    write_private_bytes(path, &serde_json::to_vec(value)?)
}

/// Puts a file in its place: whole, on disk, for this user alone, or not at all.
///
/// # Errors
/// `io`.
pub fn write_private_bytes(path: &Path, text: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    private_folder(folder)?;
    let put = || -> std::io::Result<()> {
        let mut new = NamedTempFile::new_in(folder)?;
        new.write_all(text)?;
        new.as_file().sync_all()?;
        new.persist(path).map(drop).map_err(|e| e.error)
    };
    put().map_err(|e| Error::io(path, e))
}

#[cfg(unix)]
fn make(folder: &Path) -> std::io::Result<()> {
    use std::fs::{Permissions, set_permissions, symlink_metadata};
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let open_to_others = symlink_metadata(folder)?.permissions().mode() & 0o077 != 0;
    if open_to_others && is_ours(folder) {
        // Some file systems know no rights; whoever keeps the folder there decided that.
        let _ = set_permissions(folder, Permissions::from_mode(0o700));
    }
    Ok(())
}

/// A folder that the user named for it may hold other things, which are none of our business.
#[cfg(unix)]
fn is_ours(folder: &Path) -> bool {
    MADE.iter().any(|made| folder.join(made).symlink_metadata().is_ok() || folder.ends_with(made))
}

/// Elsewhere the user's own profile is closed to others already.
#[cfg(not(unix))]
fn make(folder: &Path) -> std::io::Result<()> {
    DirBuilder::new().recursive(true).create(folder)
}
