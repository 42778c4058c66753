//! A pack that was unpacked: plain files in the folders of a pack, and nothing that only looks like one.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::contents::{Contents, Names, Watch};
use super::names;
use super::refusals;
use super::zip::{MOST_FILES, Outcome, Stop, fault};
use crate::error::{Error, Result};
use crate::text::nfc;

/// Reads the folder; within, what is wrong with it. Its own name is the user's: it may have been unpacked to another.
pub(super) fn read(path: &Path, contents: &mut Contents, names: &mut Names, watch: Watch<'_>) -> Result<Outcome<()>> {
    if !path.join("bagit.txt").is_file() {
        return Err(above(path).unwrap_or_else(|| refusals::pack_unreadable(path.display())));
    }
    let whole = fs::canonicalize(path).map_err(|e| Error::io(path, e))?;
    contents.top = whole.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut block = vec![0; 1 << 18];
    let (mut folders, mut entries) = (vec![String::new()], 0);
    while let Some(folder) = folders.pop() {
        let here = path.join(&folder);
        for entry in fs::read_dir(&here).map_err(|e| Error::io(&here, e))? {
            watch.go_on()?;
            let entry = entry.map_err(|e| Error::io(&here, e))?;
            entries += 1;
            if entries > MOST_FILES {
                return Ok(fault("pack_too_large", "", format!("The folder holds more than {MOST_FILES} files")));
            }
            // Some systems take names apart where they unpack them.
            let name = nfc(&entry.file_name().to_string_lossy());
            let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let at = entry.path();
            let meta = fs::symlink_metadata(&at).map_err(|e| Error::io(&at, e))?;
            if let Some(why) = names::strewn_because(&name) {
                names.find("file_outside", &name, why);
            } else if meta.is_dir() {
                if names::folder(&name) {
                    folders.push(name);
                } else {
                    names.find("file_outside", &name, "is none of the folders that a pack has");
                }
            } else if !meta.is_file() {
                names.find("file_special", &name, "is a link or a device and not a file");
            } else if names.admit(&name) {
                let mut file = File::open(&at).map_err(|e| Error::io(&at, e))?;
                let read = contents.take(name, &mut block, |block| {
                    if watch.go_on().is_err() { Ok(0) } else { file.read(block).map_err(Stop::Io) }
                });
                watch.go_on()?;
                if let Err(stop) = read {
                    return Ok(Err(stop));
                }
            }
        }
    }
    Ok(Ok(()))
}

/// So many of a folder's entries are looked at for a pack's folder.
const LOOKED_AT: usize = 1_000;

/// That the pack is not this folder but one in it, as unpackers leave it; nothing where none is.
pub(super) fn above(path: &Path) -> Option<Error> {
    let entries = fs::read_dir(path).ok()?.take(LOOKED_AT).filter_map(|entry| Some(entry.ok()?.path()));
    let mut inside: Vec<_> = entries.filter(|entry| entry.join("bagit.txt").is_file()).collect();
    inside.sort();
    Some(refusals::pack_folder_above(path.display(), inside.first()?.display()))
}
