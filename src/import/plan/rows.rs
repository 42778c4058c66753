//! The lists' rows and the share's files by what they are looked up by: a list of thousands is read once, not once for each
//! document.

use std::collections::{HashMap, HashSet};

use super::input::ImportInput;
use crate::import::index::IndexRow;
use crate::import::master::MasterRow;
use crate::import::opened::Says;
use crate::import::scopes::Sites;
use crate::reading::number_key;
use crate::text::{fold, nfc};

/// The rows and files of one import.
pub(super) struct Rows<'a> {
    master: HashMap<String, &'a MasterRow>,
    locations: Paths,
    titles: HashMap<String, Option<&'a MasterRow>>,
    rows: &'a [MasterRow],
    index: Vec<&'a IndexRow>,
    listed: Paths,
    files: Paths,
    sites: Sites,
    opened: &'a HashMap<String, Says>,
    /// Every folder in which files lie.
    folders: HashSet<String>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(input: &ImportInput<'a>) -> Self {
        let mut master = HashMap::new();
        for row in input.master {
            master.entry(number_key(&row.number)).or_insert(row);
        }
        let mut titles = HashMap::new();
        for row in input.master {
            // A title that two documents have says nothing.
            titles.entry(fold(&row.title)).and_modify(|known| *known = None).or_insert(Some(row));
        }
        Self {
            master,
            locations: Paths::of(input.master.iter().enumerate().flat_map(|(place, row)| {
                row.location.as_deref().unwrap_or_default().lines().map(move |path| (place, path))
            })),
            titles,
            rows: input.master,
            index: input.index.iter().collect(),
            listed: Paths::of(input.index.iter().map(|row| row.file.as_str()).enumerate()),
            files: Paths::of(input.files.iter().map(|found| found.path.as_str()).enumerate()),
            sites: Sites::of(input.scopes),
            opened: input.opened,
            folders: input.files.iter().flat_map(|found| folders_of(&unified(&found.path))).collect(),
        }
    }

    /// The master list's row for a number; of two with one number the first.
    pub(super) fn numbered(&self, number: &str) -> Option<&'a MasterRow> {
        self.master.get(&number_key(number)).copied()
    }

    /// The number of the list with which a name begins, and how long it is there. A number by itself has a letter and a digit,
    /// or three digits.
    pub(super) fn begins(&self, name: &str) -> Option<(usize, String)> {
        let ends = name.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at).chain([name.len()]);
        let mut ends: Vec<usize> = ends.take(12).collect();
        ends.reverse();
        ends.into_iter().find_map(|end| {
            let row = self.numbered(name.get(..end).filter(|start| !start.is_empty())?)?;
            // A number that goes on is another one.
            let mut behind = name[end..].chars();
            if behind.next().is_some_and(|c| "-.‐‑–".contains(c)) && behind.next().is_some_and(|c| c.is_ascii_digit())
            {
                return None;
            }
            let digits = row.number.chars().filter(char::is_ascii_digit).count();
            let sound = digits > 2 || (digits > 0 && row.number.contains(char::is_alphabetic));
            sound.then(|| (end, row.number.clone()))
        })
    }

    /// The master list's row that says that a document lies there.
    pub(super) fn at(&self, path: &str) -> Option<&'a MasterRow> {
        self.locations.first(path).and_then(|place| self.rows.get(place))
    }

    /// The master list's row for a file that has no number of its own: that which says it lies there, else that with its title.
    pub(super) fn row_of(&self, path: &str, title: &str) -> Option<&'a MasterRow> {
        self.at(path).or_else(|| self.titles.get(&fold(title)).copied().flatten())
    }

    /// The evidence index's row for a file: the index may write the path from a folder above or below the one given.
    pub(super) fn indexed(&self, path: &str) -> Option<&'a IndexRow> {
        self.listed.first(path).and_then(|place| self.index.get(place)).copied()
    }

    /// Whether there is the file of which a row of the evidence index speaks.
    pub(super) fn has_file(&self, row: &IndexRow) -> bool {
        self.files.first(&row.file).is_some()
    }

    /// What another program says of a file that lay in one of its own.
    pub(super) fn opened(&self, path: &str) -> Option<&'a Says> {
        self.opened.get(path)
    }

    /// The sites that a file belongs to, by the scopes file.
    pub(super) fn sites(&self, path: &str) -> &[String] {
        self.sites.at(path)
    }

    /// Whether there is a file at just this path.
    pub(super) fn has_path(&self, path: &str) -> bool {
        self.files.whole.contains_key(&unified(path)) || self.files.without_end(path).is_some()
    }

    /// Whether files lie in a folder of this path.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        self.folders.contains(unified(path).trim_end_matches('/'))
    }
}

/// Paths with their places, by themselves and by whatever they end with.
struct Paths {
    whole: HashMap<String, usize>,
    ends: HashMap<String, usize>,
    /// Without the ending of the file's name; nothing where several have that name.
    stems: HashMap<String, Option<usize>>,
}

impl Paths {
    fn of<'p>(paths: impl Iterator<Item = (usize, &'p str)>) -> Self {
        let (mut whole, mut ends, mut stems) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (place, path) in paths {
            let path = unified(path);
            if path.is_empty() {
                continue;
            }
            for end in ends_of(&path) {
                ends.entry(end.to_owned()).or_insert(place);
                if let Some(stem) = stem_of(end) {
                    let several = |known: &mut Option<usize>| *known = known.filter(|known| *known == place);
                    stems.entry(stem.to_owned()).and_modify(several).or_insert(Some(place));
                }
            }
            whole.entry(path).or_insert(place);
        }
        Self { whole, ends, stems }
    }

    /// The first that is this path, ends with it, or is what it ends with.
    fn first(&self, path: &str) -> Option<usize> {
        let path = unified(path);
        let below = ends_of(&path).filter_map(|end| self.whole.get(end));
        self.ends.get(&path).into_iter().chain(below).min().copied().or_else(|| self.without_end(&path))
    }

    /// The one that is this path but for the ending of the file's name, which either may leave out.
    fn without_end(&self, path: &str) -> Option<usize> {
        let path = unified(path);
        let shorter = stem_of(&path).and_then(|stem| {
            let below = ends_of(stem).filter_map(|end| self.whole.get(end));
            self.ends.get(stem).into_iter().chain(below).min().copied()
        });
        shorter.or_else(|| self.stems.get(&path).copied().flatten())
    }
}

/// The folders above a path, from the nearest on.
fn folders_of(path: &str) -> Vec<String> {
    std::iter::successors(path.rsplit_once('/'), |(above, _)| above.rsplit_once('/'))
        .map(|(f, _)| f.to_owned())
        .collect()
}

fn unified(path: &str) -> String {
    nfc(&path.replace('\\', "/"))
}

/// A path without the ending of the file's name; nothing where it has none.
fn stem_of(path: &str) -> Option<&str> {
    let (stem, end) = path.rsplit_once('.')?;
    let ending = (1..=5).contains(&end.len()) && end.chars().all(char::is_alphanumeric);
    (ending && end.contains(char::is_alphabetic) && !stem.is_empty()).then_some(stem)
}

/// A path, and what is left of it behind each folder.
fn ends_of(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |end| end.split_once('/').map(|(_, rest)| rest))
}
