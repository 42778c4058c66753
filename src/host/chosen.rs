//! The files and folders that the user chose: no request of a page reaches any other.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::refusals::file_not_chosen;
use crate::error::Result;

/// What was chosen since the program started.
#[derive(Default)]
pub(super) struct Chosen(Mutex<HashSet<PathBuf>>);

impl Chosen {
    fn all(&self) -> MutexGuard<'_, HashSet<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes a file or folder.
    pub(super) fn add(&self, path: &Path) {
        self.all().insert(path.to_owned());
    }

    /// Refuses a path that neither is one of them nor lies in one.
    pub(super) fn allow(&self, path: &Path) -> Result<()> {
        let plain = !path.components().any(|c| matches!(c, Component::ParentDir));
        if plain && path.is_absolute() {
            let chosen = self.all();
            if path.ancestors().any(|p| chosen.contains(p)) {
                return Ok(());
            }
        }
        Err(file_not_chosen(path.display()))
    }
}
