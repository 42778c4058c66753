//! Copies of stored files, for other programs to open.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::filed::FiledFile;

/// Writes a copy under the file's own name into a folder below `config` that only this user can enter; read-only, for
/// what is changed there changes nothing here.
pub(super) fn write(config: &Path, file: &FiledFile, bytes: &[u8]) -> Result<PathBuf> {
    let short: String = file.digest.to_string().chars().take(16).collect();
    let folder = config.join("opened").join(short);
    std::fs::create_dir_all(&folder).map_err(|e| Error::io(&folder, e))?;
    let name = Path::new(&file.name).file_name().unwrap_or_else(|| "file".as_ref());
    let path = folder.join(name);
    if path.exists() {
        return Ok(path);
    }
    std::fs::write(&path, bytes).map_err(|e| Error::io(&path, e))?;
    let mut rights = std::fs::metadata(&path).map_err(|e| Error::io(&path, e))?.permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).map_err(|e| Error::io(&path, e))?;
    Ok(path)
}
