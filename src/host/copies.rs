//! Copies of stored files, for other programs to open.

use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::programs::is_program;
use super::refusals::file_is_program;
use crate::error::{Error, Result};
use crate::filed::FiledFile;
use crate::saved::private_folder;

/// What a copy is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyFor {
    /// The system's program for its type opens it.
    Opening,
    /// It is shown in its folder.
    Showing,
}

/// So many bytes of a name are kept: file systems take 255.
const LONGEST_NAME: usize = 180;

/// Writes a copy under the file's own name into a folder below `config` that only this user can enter; read-only, for
/// what is changed there changes nothing here. `bytes` are those of the vault, compared with their hash just now: a copy
/// that another program altered since is put right.
///
/// # Errors
/// `file_is_program` for opening what the system would run; shown in its folder it has a name under which nothing runs.
pub(super) fn write(config: &Path, file: &FiledFile, bytes: &[u8], wanted: CopyFor) -> Result<PathBuf> {
    let mut name = plain_name(&file.name);
    if is_program(&name, bytes) {
        if wanted == CopyFor::Opening {
            return Err(file_is_program(&file.name));
        }
        name.push_str(".data");
    }
    let short: String = file.digest.to_string().chars().take(16).collect();
    let folder = config.join("opened").join(short);
    for part in [config, &config.join("opened"), &folder] {
        private_folder(part)?;
    }
    let path = folder.join(name);
    let same = path.symlink_metadata().is_ok_and(|m| m.is_file()) && std::fs::read(&path).is_ok_and(|b| b == bytes);
    if !same {
        replace(&folder, &path, bytes).map_err(|e| Error::io(&path, e))?;
    }
    Ok(path)
}

/// Puts a whole new file there, whatever stood under the name.
fn replace(folder: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut new = NamedTempFile::new_in(folder)?;
    new.write_all(bytes)?;
    let mut rights = new.as_file().metadata()?.permissions();
    rights.set_readonly(true);
    new.as_file().set_permissions(rights)?;
    new.persist(path).map(drop).map_err(|e| e.error)
}

/// A file's own name, as it can stand in any folder and looks like what it is: no part of a path, no character that
/// hides or turns what follows, not too long, its ending kept.
fn plain_name(name: &str) -> String {
    let unsafe_char = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c) || turns_or_hides(c);
    let plain: String = name.chars().map(|c| if unsafe_char(c) { '_' } else { c }).collect();
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if plain.is_empty() {
        return "file".to_owned();
    }
    if plain.len() <= LONGEST_NAME {
        return plain.to_owned();
    }
    let ending = plain.rsplit_once('.').map(|(_, e)| e).filter(|e| e.len() <= 16);
    let room = LONGEST_NAME - ending.map_or(0, |e| e.len() + 1);
    let end = (0..=room).rev().find(|n| plain.is_char_boundary(*n)).unwrap_or_default();
    let kept = &plain[..end];
    ending.map_or_else(|| kept.to_owned(), |e| format!("{kept}.{e}"))
}

/// Characters that change the direction of text or take no room.
fn turns_or_hides(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}')
}
