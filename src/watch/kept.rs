//! Files of this room in the user's configuration folder: whole or not there, for this user alone.

use std::io::Write;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use crate::error::{Error, Result};
use crate::workspace::private_folder;

/// Reads one; what cannot be read is as good as nothing.
pub(super) fn read<T: DeserializeOwned + Default>(path: &Path) -> T {
    let text = std::fs::read(path).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Puts one in its place.
pub(super) fn write<T: Serialize>(path: &Path, value: &T) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    private_folder(folder)?;
    let text = serde_json::to_vec(value)?;
    let put = || -> std::io::Result<()> {
        let mut new = NamedTempFile::new_in(folder)?;
        new.write_all(&text)?;
        new.as_file().sync_all()?;
        new.persist(path).map(drop).map_err(|e| e.error)
    };
    put().map_err(|e| Error::io(path, e))
}
