//! The user's configuration folder and what lies in it: open to that user alone.

use std::fs::{DirBuilder, File};
use std::io::Write;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use super::refusals;
use crate::disk;
use crate::error::{Code, Error, Result};

/// What this program puts there, by which its own folder is known.
const MADE: &[&str] = &[
    "site",
    "keys",
    "heads",
    "elsewhere",
    "opened",
    "people",
    "desk.json",
    "watched.json",
    "watched",
    "engines.json",
    "engine-versions.json",
];

/// What is remembered there is far smaller; what is no plain file is not waited for.
const LARGEST: u64 = 64 << 20;

/// Held while a file is read, changed and written again, by whichever program of this user does.
const LOCK: &str = ".lock";

/// Makes a folder with those above it that are not there yet, for this user alone. One that stands there is closed to
/// others where it is our own: earlier builds let everybody look in.
///
/// # Errors
/// `io` where it cannot be made.
pub fn private_folder(folder: &Path) -> Result<()> {
    make(folder).map_err(|e| Error::io(folder, e))
}

/// Reads a file that [`change_private`] or [`write_private`] wrote; nothing where there is none.
///
/// # Errors
/// `private_file_damaged` where its content cannot be read, so that nothing is taken for unsaid or written over; `io`.
pub fn read_private<T: DeserializeOwned + Default>(path: &Path) -> Result<T> {
    match disk::read_named(path, LARGEST) {
        Ok(text) => {
            serde_json::from_slice(&text).map_err(|e| refusals::private_file_damaged(path.display()).caused_by(e))
        }
        Err(e) if e.code() == Code::FileNotFound => Ok(T::default()),
        Err(e) => Err(e),
    }
}

/// As [`change_private`], of a file that begins anew where its content cannot be read: what it keeps is a convenience.
///
/// # Errors
/// `io`, and those of `change`.
pub fn change_private_anew<T, R>(path: &Path, change: impl FnOnce(&mut T) -> Result<R>) -> Result<R>
where
    T: DeserializeOwned + Serialize + Default,
{
    changed(path, |read| read.or_else(|e| if damaged(&e) { Ok(T::default()) } else { Err(e) }), change)
}

fn damaged(error: &Error) -> bool {
    error.reason().name == "private_file_damaged"
}

/// Changes a file that is kept as JSON: what two programs change at once is both in it afterwards. What stays the same is not
/// written.
///
/// # Errors
/// As [`read_private`] and `change`; then nothing is written.
pub fn change_private<T, R>(path: &Path, change: impl FnOnce(&mut T) -> Result<R>) -> Result<R>
where
    T: DeserializeOwned + Serialize + Default,
{
    changed(path, |read| read, change)
}

fn changed<T, R>(
    path: &Path,
    begin: impl FnOnce(Result<T>) -> Result<T>,
    change: impl FnOnce(&mut T) -> Result<R>,
) -> Result<R>
where
    T: DeserializeOwned + Serialize + Default,
{
    let folder = path.parent().unwrap_or(path);
    private_folder(folder)?;
    let lock = folder.join(LOCK);
    let held = File::options().create(true).truncate(false).write(true).open(&lock);
    let held = held.map_err(|e| Error::io(&lock, e))?;
    // A file system without locks lets the later one win, as a single program would.
    let _ = held.lock();
    let mut value: T = begin(read_private(path))?;
    let before = serde_json::to_vec(&value)?;
    let out = change(&mut value)?;
    let after = serde_json::to_vec(&value)?;
    if after != before {
        write_private_bytes(path, &after)?;
    }
    Ok(out)
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
