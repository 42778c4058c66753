//! Files of one number gathered as a document with its versions, oldest first.

use std::collections::BTreeMap;

use super::input::Found;
use crate::extract::Media;
use crate::reading::{Control, FileName, compare_versions, same_version};
use crate::text::{fold, nfc};
use crate::words::{Folder, State, in_folder, state};

/// A document file with what it says of itself.
pub(super) struct DocumentFile<'a> {
    pub(super) found: &'a Found,
    pub(super) name: FileName,
    pub(super) control: Option<Control>,
    /// The number that the master list has for it, where it has none of its own.
    pub(super) listed: Option<String>,
}

impl DocumentFile<'_> {
    fn version(&self) -> Option<String> {
        let own = self.control.as_ref().and_then(|c| c.version.clone());
        own.or_else(|| self.name.version.clone())
    }

    /// What its control table says of where it stands, as far as that is understood.
    fn state(&self) -> Option<State> {
        self.control.as_ref()?.status.as_deref().and_then(state)
    }

    pub(super) fn draft(&self) -> bool {
        [self.name.state, self.state()].contains(&Some(State::Draft))
    }

    /// Whether its control table, its name or a folder says that it is no longer to be used.
    pub(super) fn obsolete(&self) -> bool {
        let said = [self.name.state, self.state()];
        said.into_iter().flatten().any(State::out_of_use) || in_folder(&self.found.path, Folder::Obsolete)
    }
}

/// Files of one number, by version: the parts of a document.
pub(super) struct Family<'a> {
    pub(super) code: String,
    /// Oldest first; each with its files.
    pub(super) versions: Vec<(String, Vec<DocumentFile<'a>>)>,
}

impl Family<'_> {
    /// The newest version with its files.
    pub(super) fn newest(&self) -> Option<&(String, Vec<DocumentFile<'_>>)> {
        self.versions.last()
    }

    /// What the newest version says of itself.
    pub(super) fn control(&self) -> Option<&Control> {
        self.newest()?.1.iter().find_map(|f| f.control.as_ref())
    }
}

pub(super) fn families(files: Vec<DocumentFile<'_>>) -> Vec<Family<'_>> {
    let mut by_code: BTreeMap<String, (String, Vec<DocumentFile<'_>>)> = BTreeMap::new();
    for file in files {
        let own = file.control.as_ref().map(|c| c.number.clone()).or_else(|| file.name.number.clone());
        let own = own.or_else(|| file.listed.clone());
        // Without any number the title stands in, so that nothing is lost; the plan names it as a problem.
        let code = own.unwrap_or_else(|| nfc(&file.name.title));
        by_code.entry(fold(&code)).or_insert_with(|| (code, Vec::new())).1.push(file);
    }
    by_code
        .into_values()
        .map(|(code, files)| {
            let mut versions: Vec<(String, Vec<DocumentFile<'_>>)> = Vec::new();
            for file in files {
                let label = file.version().unwrap_or_else(|| String::from("1"));
                match versions.iter_mut().find(|(known, _)| same_version(known, &label)) {
                    Some((_, files)) => files.push(file),
                    None => versions.push((label, vec![file])),
                }
            }
            versions.sort_by(|a, b| compare_versions(&a.0, &b.0));
            // The document itself before its copies: named by number, not a copy, and an office file first.
            for (_, files) in &mut versions {
                files.sort_by_key(|f| {
                    (
                        f.name.copy || f.obsolete(),
                        f.name.number.is_none(),
                        f.found.extracted.media != Media::Docx,
                        f.found.path.clone(),
                    )
                });
            }
            Family { code, versions }
        })
        .collect()
}
