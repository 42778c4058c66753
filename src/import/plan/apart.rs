//! Files without a number: which of them are one document. One title in two folders are two; so are two texts that only seem
//! to have one title. Exact copies are one, and so is an older version that was put aside.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::document_file::DocumentFile;
use crate::digest::Digest;
use crate::reading::{same_version, stem};
use crate::text::{fold, nfc};

type Together<'a> = Vec<DocumentFile<'a>>;

/// The documents, each with the code that stands in for a number: its title, and with a folder where several have it.
/// `filed` are the titles of files beside them that are filed already.
pub(super) fn by_title<'a>(
    files: Vec<DocumentFile<'a>>,
    filed: &HashSet<String>,
    taken: impl Fn(&str) -> bool,
) -> Vec<(String, Together<'a>)> {
    let mut groups: BTreeMap<(String, String), Together<'a>> = BTreeMap::new();
    for file in files {
        groups.entry((file.found.folders.clone(), fold(&file.name.title))).or_default().push(file);
    }
    let split = groups.into_values().flat_map(same_text).collect();
    let groups = put_aside(copies(split));
    let mut titles: HashMap<String, usize> = HashMap::new();
    for title in groups.iter().filter_map(|group| title_of(group)) {
        *titles.entry(fold(&title)).or_default() += 1;
    }
    let mut used = HashSet::new();
    groups
        .into_iter()
        .filter_map(|group| {
            let title = title_of(&group)?;
            let path = group.first().map(|file| nfc(&file.found.path)).unwrap_or_default();
            let folder = path.rsplit('/').nth(1).unwrap_or_default();
            let alone = titles.get(&fold(&title)) == Some(&1) && !filed.contains(&fold(&title));
            let names = [title.clone(), format!("{title} ({folder})"), path.clone()];
            let free = |code: &&String| !taken(code) && !used.contains(&fold(code));
            let mut usable = names.iter().skip(usize::from(!alone)).filter(|code| !code.ends_with(" ()"));
            let code = usable.clone().find(free).or_else(|| usable.next_back()).cloned().unwrap_or(path);
            used.insert(fold(&code));
            Some((code, group))
        })
        .collect()
}

fn title_of(group: &[DocumentFile<'_>]) -> Option<String> {
    let first = group.first()?;
    let title = nfc(&first.name.title);
    // What another one in its folder has, too, is no title for both: the name is, as it is written.
    Some(if first.twin { stem(&first.found.path) } else { title })
}

/// Parts files that only seem to be one: the same version, other bytes, another name. Copies in another format stay.
fn same_text<'a>(files: Together<'a>) -> Vec<Together<'a>> {
    let mut out: Vec<Together<'a>> = Vec::new();
    for mut file in files {
        let (version, name) = (file.version().unwrap_or_else(|| "1".to_owned()), stem(&file.found.path));
        let fits = |group: &&mut Together<'a>| {
            group.iter().all(|other| {
                let same = same_version(&other.version().unwrap_or_else(|| "1".to_owned()), &version);
                !same || other.found.digest == file.found.digest || fold(&stem(&other.found.path)) == fold(&name)
            })
        };
        match out.iter_mut().find(fits) {
            Some(group) => group.push(file),
            None => {
                file.twin = !out.is_empty();
                out.push(vec![file]);
            }
        }
    }
    out
}

/// Joins groups that hold the same bytes.
fn copies(groups: Vec<Together<'_>>) -> Vec<Together<'_>> {
    let mut places: HashMap<Digest, usize> = HashMap::new();
    let mut out: Vec<Together<'_>> = Vec::new();
    for group in groups {
        let known = group.iter().find_map(|file| places.get(&file.found.digest).copied());
        // Two files without content are no copies of each other.
        let place =
            known.filter(|_| group.iter().all(|file| !file.found.extracted.text.is_empty())).unwrap_or(out.len());
        places.extend(group.iter().map(|file| (file.found.digest, place)));
        match out.get_mut(place) {
            Some(there) => there.extend(group),
            None => out.push(group),
        }
    }
    out
}

/// Joins what was put aside with the one document of its title, where it is another version of it.
fn put_aside(groups: Vec<Together<'_>>) -> Vec<Together<'_>> {
    let aside = |group: &Together<'_>| group.iter().all(|file| file.put_aside().is_some());
    let (old, mut out): (Vec<_>, Vec<_>) = groups.into_iter().partition(aside);
    for group in old {
        let title = group.first().map(|file| fold(&file.name.title)).unwrap_or_default();
        let versions = |of: &Together<'_>| of.iter().filter_map(DocumentFile::version).collect::<Vec<_>>();
        let own = versions(&group);
        let mut same = out.iter_mut().filter(|other| other.iter().any(|file| fold(&file.name.title) == title));
        let other = |there: &Together<'_>| {
            let theirs = versions(there);
            !own.is_empty() && !theirs.is_empty() && !own.iter().any(|a| theirs.iter().any(|b| same_version(a, b)))
        };
        match (same.next(), same.next()) {
            (Some(there), None) if other(there) => there.extend(group),
            _ => out.push(group),
        }
    }
    out
}

/// Takes the files out that are no copies of what goes before them: another text in the same format. That a name says copy, or
/// a folder archive, makes it no copy.
/// `held` says that the document has these bytes already.
pub(super) fn other_texts<'a>(files: &mut Together<'a>, held: impl Fn(&DocumentFile<'_>) -> bool) -> Together<'a> {
    let (mut kept, mut out): (Together<'a>, Together<'a>) = (Vec::new(), Vec::new());
    for file in std::mem::take(files) {
        let other = |known: &DocumentFile<'_>| {
            known.found.extracted.media == file.found.extracted.media && !same_words(known, &file)
        };
        let copied = kept.iter().any(|known| known.found.digest == file.found.digest);
        if !copied && !held(&file) && kept.iter().any(other) {
            out.push(file);
        } else {
            kept.push(file);
        }
    }
    *files = kept;
    out
}

/// Whether two files hold the same words, whatever else differs in their bytes.
fn same_words(one: &DocumentFile<'_>, other: &DocumentFile<'_>) -> bool {
    let words =
        |file: &DocumentFile<'_>| file.found.extracted.text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let said = !one.found.extracted.text.trim().is_empty();
    one.found.digest == other.found.digest || (said && words(one) == words(other))
}

/// By what one path is told from another: the last folder that the other does not have, else the file's name.
pub(super) fn told_by(path: &str, other: &str) -> String {
    let theirs: HashSet<&str> = other.split('/').collect();
    let mut own = path.rsplit('/').skip(1).filter(|folder| !theirs.contains(folder));
    own.next().map_or_else(|| stem(path), nfc)
}
