//! The lists' rows and the share's files by what they are looked up by: a list of thousands is read once, not once for each
//! document.

use std::collections::{HashMap, HashSet};

use super::input::ImportInput;
use crate::import::index::IndexRow;
use crate::import::master::MasterRow;
use crate::import::scopes::Sites;
use crate::text::{fold, nfc};

/// The rows and files of one import.
pub(super) struct Rows<'a> {
    master: HashMap<String, &'a MasterRow>,
    locations: HashSet<String>,
    index: Vec<&'a IndexRow>,
    listed: Paths,
    files: Paths,
    sites: Sites,
}

impl<'a> Rows<'a> {
    pub(super) fn of(input: &ImportInput<'a>) -> Self {
        let mut master = HashMap::new();
        for row in input.master {
            master.entry(fold(&row.number)).or_insert(row);
        }
        Self {
            master,
            locations: input.master.iter().filter_map(|row| row.location.as_deref().map(nfc)).collect(),
            index: input.index.iter().collect(),
            listed: Paths::of(input.index.iter().map(|row| row.file.as_str())),
            files: Paths::of(input.files.iter().map(|found| found.path.as_str())),
            sites: Sites::of(input.scopes),
        }
    }

    /// The master list's row for a number; of two with one number the first.
    pub(super) fn numbered(&self, number: &str) -> Option<&'a MasterRow> {
        self.master.get(&fold(number)).copied()
    }

    /// Whether the master list says that a document lies there.
    pub(super) fn located(&self, path: &str) -> bool {
        self.locations.contains(&nfc(path))
    }

    /// The evidence index's row for a file: the index may write the path from a folder above or below the one given.
    pub(super) fn indexed(&self, path: &str) -> Option<&'a IndexRow> {
        self.listed.first(path).and_then(|place| self.index.get(place)).copied()
    }

    /// Whether there is the file of which a row of the evidence index speaks.
    pub(super) fn has_file(&self, row: &IndexRow) -> bool {
        self.files.first(&row.file).is_some()
    }

    /// The sites that a file belongs to, by the scopes file.
    pub(super) fn sites(&self, path: &str) -> &[String] {
        self.sites.at(path)
    }

    /// Whether there is a file at just this path.
    pub(super) fn has_path(&self, path: &str) -> bool {
        self.files.whole.contains_key(&unified(path))
    }
}

/// Paths with their places, by themselves and by whatever they end with.
struct Paths {
    whole: HashMap<String, usize>,
    ends: HashMap<String, usize>,
}

impl Paths {
    fn of<'p>(paths: impl Iterator<Item = &'p str>) -> Self {
        let (mut whole, mut ends) = (HashMap::new(), HashMap::new());
        for (place, path) in paths.enumerate() {
            let path = unified(path);
            for end in ends_of(&path) {
                ends.entry(end.to_owned()).or_insert(place);
            }
            whole.entry(path).or_insert(place);
        }
        Self { whole, ends }
    }

    /// The first that is this path, ends with it, or is what it ends with.
    fn first(&self, path: &str) -> Option<usize> {
        let path = unified(path);
        let below = ends_of(&path).filter_map(|end| self.whole.get(end));
        self.ends.get(&path).into_iter().chain(below).min().copied()
    }
}

fn unified(path: &str) -> String {
    nfc(&path.replace('\\', "/"))
}

/// A path, and what is left of it behind each folder.
fn ends_of(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |end| end.split_once('/').map(|(_, rest)| rest))
}
