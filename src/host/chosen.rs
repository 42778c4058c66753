//! The files and folders that the user chose: no request of a page reaches any other, whatever links lie on the way.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::refusals::file_not_chosen;
use crate::api::Access;
use crate::error::Result;

/// What was chosen since the program started.
#[derive(Default)]
pub(super) struct Chosen(Mutex<HashSet<(PathBuf, Access)>>);

impl Chosen {
    fn all(&self) -> MutexGuard<'_, HashSet<(PathBuf, Access)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes a file or folder. A link that the user chose stands for what it leads to now.
    pub(super) fn add(&self, path: &Path, access: Access) {
        if let Some(place) = place_of(path) {
            self.all().insert((place, access));
        }
    }

    /// Refuses a path unless it is one of them; to be read, it may also lie in one, or be what was chosen to be written.
    pub(super) fn allow(&self, path: &Path, access: Access) -> Result<()> {
        let refused = || file_not_chosen(path.display());
        let place = place_of(path).ok_or_else(refused)?;
        let chosen = self.all();
        let lets = |p: &Path, access| chosen.contains(&(p.to_owned(), access));
        let to_write = lets(&place, Access::Write);
        let allowed = match access {
            Access::Read => to_write || place.ancestors().any(|p| lets(p, Access::Read)),
            Access::Write => to_write,
        };
        if allowed { Ok(()) } else { Err(refused()) }
    }
}

/// Where a path leads once every link on it is followed; what is not there yet keeps its name. None where it is not
/// plain or a link leads nowhere: nobody knows what would be written through that later.
fn place_of(path: &Path) -> Option<PathBuf> {
    let plain = path.is_absolute() && !path.components().any(|c| matches!(c, Component::ParentDir));
    if !plain {
        return None;
    }
    match path.symlink_metadata() {
        Ok(_) => path.canonicalize().ok(),
        Err(e) if e.kind() == ErrorKind::NotFound => Some(place_of(path.parent()?)?.join(path.file_name()?)),
        Err(_) => None,
    }
}
