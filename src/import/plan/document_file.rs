//! A file of a document, with what it says of itself.

use super::input::Found;
use crate::reading::{Control, FileName, Sign, version_of};
use crate::words::{Folder, State, in_folder, state};

/// A document file with what it says of itself.
pub(super) struct DocumentFile<'a> {
    pub(super) found: &'a Found,
    pub(super) name: FileName,
    pub(super) control: Option<Control>,
    /// The number that the master list has for it, or the code under which it is filed, where it has no number of its own.
    pub(super) listed: Option<String>,
    /// Whether another text beside it has its title.
    pub(super) twin: bool,
    /// Why it is taken for a document.
    pub(super) why: Vec<Sign>,
}

impl DocumentFile<'_> {
    pub(super) fn version(&self) -> Option<String> {
        version_of(&self.name, self.control.as_ref()).map(str::to_owned)
    }

    /// What its control table says of where it stands, as far as that is understood.
    fn state(&self) -> Option<State> {
        self.control.as_ref()?.status.as_deref().and_then(state)
    }

    pub(super) fn draft(&self) -> bool {
        [self.name.state, self.state()].contains(&Some(State::Draft))
    }

    /// Whether its control table or its name says that it is no longer to be used.
    pub(super) fn obsolete(&self) -> bool {
        let said = [self.name.state, self.state()];
        said.into_iter().flatten().any(State::out_of_use)
    }

    /// The nearest folder that is named for what is out of use; by itself that is a question.
    pub(super) fn put_aside(&self) -> Option<&str> {
        let folders = self.found.folders.split('/').rev().take(3);
        folders.into_iter().find(|folder| in_folder(&format!("{folder}/x"), Folder::Obsolete))
    }

    /// The number that it says itself.
    pub(super) fn own_number(&self) -> Option<&String> {
        self.control.as_ref().and_then(|c| c.number.as_ref()).or(self.name.number.as_ref())
    }

    /// Its number: its own, else that of the list or the register.
    pub(super) fn number(&self) -> Option<&String> {
        self.own_number().or(self.listed.as_ref())
    }
}
