//! The user's configuration folder and what lies in it: open to that user alone.

use std::fs::DirBuilder;
use std::path::Path;

use crate::error::{Error, Result};

/// What this program puts there, by which its own folder is known.
const MADE: &[&str] = &["site", "keys", "heads", "opened", "desk.json"];

/// Makes a folder with those above it that are not there yet, for this user alone. One that stands there is closed to
/// others where it is our own: earlier builds let everybody look in.
///
/// # Errors
/// `io` where it cannot be made.
pub fn private_folder(folder: &Path) -> Result<()> {
    make(folder).map_err(|e| Error::io(folder, e))
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
