//! Files of one number gathered as a document with its versions, oldest first.

use std::collections::{BTreeMap, HashSet};

use super::apart;
use super::document_file::DocumentFile;
use super::register::Register;
use super::rows::Rows;
use crate::extract::Media;
use crate::reading::{Control, compare_versions, number_key, same_version};
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
pub(super) fn families<'a>(files: Vec<DocumentFile<'a>>, rows: &Rows<'_>, register: &Register) -> Vec<Family<'a>> {
    let mut by_code: BTreeMap<String, (String, Vec<DocumentFile<'a>>)> = BTreeMap::new();
    let (mut unnumbered, mut titles) = (Vec::new(), HashSet::new());
    for file in files {
        match file.number().cloned() {
            Some(code) => {
                if file.own_number().is_none() {
                    titles.insert(fold(&file.name.title));
                }
                // As the register writes it, else the list.
                let listed = || rows.numbered(&code).map(|row| row.number.clone());
                let spelt = || register.spelt(&code).map(str::to_owned).or_else(listed).unwrap_or(code.clone());
                by_code.entry(number_key(&code)).or_insert_with(|| (spelt(), Vec::new())).1.push(file);
            }
            None => unnumbered.push(file),
        }
    }
    let taken = |code: &str| register.has(code) || by_code.contains_key(&number_key(code));
    for (code, files) in apart::by_title(unnumbered, &titles, taken) {
        by_code.insert(number_key(&code), (code, files));
    }
    let families = by_code.into_values().flat_map(|(code, files)| {
        let listed = rows.numbered(&code).and_then(|row| row.version.as_deref());
        family(code, files, listed, register)
    });
    families.collect()
}

/// What lies in an archive and claims to be newer than all that does not: it replaces nothing, and is asked about by itself.
fn archived<'a>(code: &str, versions: &mut Vec<(String, Vec<DocumentFile<'a>>)>) -> Vec<Family<'a>> {
    let aside = |files: &[DocumentFile<'_>]| files.iter().all(|file| file.put_aside().is_some());
    let mut out = Vec::new();
    while versions.iter().any(|(_, files)| !aside(files)) && versions.last().is_some_and(|(_, files)| aside(files)) {
        let Some((label, files)) = versions.pop() else { break };
        let folder = files.first().and_then(DocumentFile::put_aside).unwrap_or_default();
        let code_beside = format!("{code} ({folder})");
        out.push(Family { code: code_beside, versions: vec![(label, files)], beside: Some(code.to_owned()) });
    }
    out
}

/// A document's files by their versions, and every other text that bears its number as a document beside it.
fn family<'a>(
    code: String,
    files: Vec<DocumentFile<'a>>,
    listed: Option<&str>,
    register: &Register,
) -> Vec<Family<'a>> {
    let states = |label: &str| files.iter().filter_map(DocumentFile::version).any(|own| same_version(&own, label));
    // Where no file says the version that the list says, those that say none have it.
    let unstated = listed.filter(|label| !states(label)).unwrap_or("1").to_owned();
    let mut versions: Vec<(String, Vec<DocumentFile<'a>>)> = Vec::new();
    for file in files {
        let label = file.version().unwrap_or_else(|| unstated.clone());
        match versions.iter_mut().find(|(known, _)| same_version(known, &label)) {
            Some((_, files)) => files.push(file),
            None => versions.push((label, vec![file])),
        }
    }
    versions.sort_by(|a, b| compare_versions(&a.0, &b.0));
    let filed = |f: &DocumentFile<'_>| register.document(&f.found.path, &f.found.digest).map(str::to_owned);
    let mut beside = archived(&code, &mut versions);
    for (_, files) in &mut versions {
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
        for file in apart::other_texts(files, |file| register.holds(&code, &file.found.digest)) {
            let name =
                files.first().map(|first| apart::told_by(&file.found.path, &first.found.path)).unwrap_or_default();
            let own = filed(&file).filter(|filed| fold(filed) != fold(&code));
            let code_beside = own.unwrap_or_else(|| format!("{code} ({name})"));
            // Kept apart it has its own version, and not that of the other.
            let own = file.version().unwrap_or_else(|| unstated.clone());
            let versions = vec![(own, vec![file])];
            beside.push(Family { code: code_beside, versions, beside: Some(code.clone()) });
        }
    }
    versions.retain(|(_, files)| !files.is_empty());
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
