//! What this machine remembers from one window to the next: which workspaces were open, who acts in them, and the colour
//! behind everything.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::saved::{change_private_anew, read_private};

const FILE: &str = "desk.json";

/// So many folders are remembered.
const RECENT: usize = 8;

/// What is remembered; a file that cannot be read is as good as none.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Remembered {
    /// Folders of workspaces, the last first.
    #[serde(rename = "recent")]
    pub(super) recent_folders: Vec<String>,
    /// E-mail address of who acts, by workspace identity.
    #[serde(rename = "actors")]
    pub(super) who_acts: BTreeMap<String, String>,
    /// The colour behind everything: red, green, blue.
    #[serde(alias = "ground")]
    pub(super) background: Option<[u8; 3]>,
}

impl Remembered {
    /// Reads it.
    pub(super) fn read(config: &Path) -> Self {
        read_private(&config.join(FILE)).unwrap_or_default()
    }

    /// Changes it. Two windows that do so at once lose nothing to each other; a file that cannot be read begins anew, for it is
    /// a convenience and keeps nobody from working.
    pub(super) fn change(config: &Path, change: impl FnOnce(&mut Self)) -> Result<()> {
        change_private_anew(&config.join(FILE), |all: &mut Self| {
            change(all);
            Ok(())
        })
    }

    /// Puts a folder first among the recent ones.
    pub(super) fn opened(&mut self, folder: &Path) {
        let shown = folder.display().to_string();
        self.recent_folders.retain(|r| *r != shown);
        self.recent_folders.insert(0, shown);
        self.recent_folders.truncate(RECENT);
    }
}

/// Removes what an earlier program kept here of a workspace's first screen, and nobody reads any more.
pub(super) fn clear_up(config: &Path) {
    // Where it cannot be removed, the next start tries again.
    let _ = std::fs::remove_file(config.join("picture.json"));
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
                        Remembered::change(config, |all| all.opened(Path::new(&format!("/{n}")))).unwrap();
                    }
                });
            }
        });
        let mut there = Remembered::read(folder.path()).recent_folders;
        there.sort();
        assert_eq!(there, (0..8).map(|n| format!("/{n}")).collect::<Vec<_>>());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside it but the lock");
    }

    #[test]
    fn a_file_that_cannot_be_read_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), r#"{"recent": ["/a"#).unwrap();
        assert_eq!(Remembered::read(folder.path()), Remembered::default());
        Remembered::change(folder.path(), |all| all.opened(Path::new("/b"))).unwrap();
        assert_eq!(Remembered::read(folder.path()).recent_folders, ["/b"]);
    }

    #[test]
    fn what_an_earlier_program_remembered_is_read_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let earlier = r#"{"recent": ["/a", "/b"], "actors": {"id": "q@example.org"}, "ground": [23, 24, 27]}"#;
        std::fs::write(folder.path().join(FILE), earlier).unwrap();
        Remembered::change(folder.path(), |all| all.opened(Path::new("/b"))).unwrap();
        let now = Remembered::read(folder.path());
        assert_eq!(now.recent_folders, ["/b", "/a"]);
        assert_eq!(now.who_acts["id"], "q@example.org");
        assert_eq!(now.background, Some([23, 24, 27]));
    }
}
