//! Files of one number gathered as a document with its versions, oldest first.

use std::collections::{BTreeMap, HashSet};

use super::apart;
use super::document_file::DocumentFile;
use super::register::Register;
use crate::extract::Media;
use crate::reading::{Control, compare_versions, same_version};
use crate::text::fold;

/// Files of one number, by version: the parts of a document.
pub(super) struct Family<'a> {
    pub(super) code: String,
    /// The number that it bears, where another text has it.
    pub(super) beside: Option<String>,
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

/// Gathers the files of each document: those of one number; without one, those of one title in one folder.
pub(super) fn families<'a>(files: Vec<DocumentFile<'a>>, register: &Register) -> Vec<Family<'a>> {
    let mut by_code: BTreeMap<String, (String, Vec<DocumentFile<'a>>)> = BTreeMap::new();
    let (mut unnumbered, mut titles) = (Vec::new(), HashSet::new());
    for file in files {
        match file.number().cloned() {
            Some(code) => {
                if file.own_number().is_none() {
                    titles.insert(fold(&file.name.title));
                }
                by_code.entry(fold(&code)).or_insert_with(|| (code, Vec::new())).1.push(file);
            }
            None => unnumbered.push(file),
        }
    }
    let taken = |code: &str| register.has(code) || by_code.contains_key(&fold(code));
    for (code, files) in apart::by_title(unnumbered, &titles, taken) {
        by_code.insert(fold(&code), (code, files));
    }
    let families = by_code.into_values().flat_map(|(code, files)| family(code, files, register));
    families.collect()
}

/// A document's files by their versions, and every other text that bears its number as a document beside it.
fn family<'a>(code: String, files: Vec<DocumentFile<'a>>, register: &Register) -> Vec<Family<'a>> {
    let mut versions: Vec<(String, Vec<DocumentFile<'a>>)> = Vec::new();
    for file in files {
        let label = file.version().unwrap_or_else(|| String::from("1"));
        match versions.iter_mut().find(|(known, _)| same_version(known, &label)) {
            Some((_, files)) => files.push(file),
            None => versions.push((label, vec![file])),
        }
    }
    versions.sort_by(|a, b| compare_versions(&a.0, &b.0));
    let filed = |f: &DocumentFile<'_>| register.document(&f.found.path, &f.found.digest).map(str::to_owned);
    let mut beside = Vec::new();
    for (label, files) in &mut versions {
        // The document itself before its copies: as it is filed, named by number, not a copy, and an office file first.
        files.sort_by_key(|f| {
            (
                filed(f).is_some_and(|filed| fold(&filed) != fold(&code)),
                f.name.copy || f.obsolete() || f.put_aside().is_some(),
                f.name.number.is_none(),
                f.found.extracted.media != Media::Docx,
                f.found.path.clone(),
            )
        });
        for file in apart::other_texts(files) {
            let name =
                files.first().map(|first| apart::told_by(&file.found.path, &first.found.path)).unwrap_or_default();
            let own = filed(&file).filter(|filed| fold(filed) != fold(&code));
            let code_beside = own.unwrap_or_else(|| format!("{code} ({name})"));
            let versions = vec![(label.clone(), vec![file])];
            beside.push(Family { code: code_beside, versions, beside: Some(code.clone()) });
        }
    }
    let mut all = vec![Family { code, versions, beside: None }];
    for mut other in beside {
        if all.iter().any(|known| fold(&known.code) == fold(&other.code)) {
            let path = other.newest().and_then(|(_, files)| files.first()).map(|f| f.found.path.clone());
            other.code = format!("{} ({})", other.beside.clone().unwrap_or_default(), path.unwrap_or_default());
        }
        all.push(other);
    }
    all
}
