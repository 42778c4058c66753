//! What this machine remembers between two windows: which workspaces were open, who acts in them, and on what ground the
//! last one stood.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

const FILE: &str = "desk.json";

/// What is remembered; a file that cannot be read is as good as none.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Desk {
    /// Folders of workspaces, the last first.
    pub(super) recent: Vec<String>,
    /// Who acts, by workspace identity.
    pub(super) actors: BTreeMap<String, String>,
    /// The colour behind everything: red, green, blue.
    pub(super) ground: Option<[u8; 3]>,
}

impl Desk {
    /// Reads it.
    pub(super) fn read(config: &Path) -> Self {
        let text = std::fs::read_to_string(config.join(FILE)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Changes it. Two windows that do so at once each leave a whole file; the later one stays.
    pub(super) fn change(config: &Path, change: impl FnOnce(&mut Self)) -> Result<()> {
        let mut desk = Self::read(config);
        change(&mut desk);
        write(config, FILE, &serde_json::to_vec_pretty(&desk)?)
    }

    /// Puts a folder first among the recent ones.
    pub(super) fn opened(&mut self, folder: &Path) {
        let shown = folder.display().to_string();
        self.recent.retain(|r| *r != shown);
        self.recent.insert(0, shown);
        self.recent.truncate(8);
    }
}

/// Removes what an earlier program kept here of a workspace's first screen, and nobody reads any more.
pub(super) fn clear_up(config: &Path) {
    // Where it cannot be removed, the next start tries again.
    let _ = std::fs::remove_file(config.join("picture.json"));
}

/// Writes a file of the configuration folder whole or not at all.
pub(super) fn write(config: &Path, file: &str, bytes: &[u8]) -> Result<()> {
    std::fs::create_dir_all(config).map_err(|e| Error::io(config, e))?;
    let path = config.join(file);
    // A name of its own, so that no other window renames it away.
    let new = config.join(format!("{file}.{}", uuid::Uuid::now_v7()));
    let written =
        std::fs::write(&new, bytes).and_then(|()| std::fs::rename(&new, &path)).map_err(|e| Error::io(&path, e));
    if written.is_err() {
        let _ = std::fs::remove_file(&new);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_that_open_at_once_lose_no_file_to_each_other() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for n in 0..8 {
                let config = folder.path();
                scope.spawn(move || {
                    for _ in 0..20 {
                        Desk::change(config, |desk| desk.opened(Path::new(&format!("/{n}")))).unwrap();
                    }
                });
            }
        });
        assert!(!Desk::read(folder.path()).recent.is_empty());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
