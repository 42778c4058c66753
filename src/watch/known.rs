//! What is filed, by content, by number and by the place in the folder that is looked at.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::Connection;

use crate::digest::Digest;
use crate::documents::{self, RevisionState};
use crate::error::Result;
use crate::items;
use crate::records;
use crate::text::fold;

/// A file of a revision or a record.
#[derive(Debug)]
pub(super) struct Filed {
    /// Its place among all.
    n: usize,
    pub(super) code: String,
    /// The revision's label; none for a record.
    pub(super) label: Option<String>,
    pub(super) path: String,
    pub(super) digest: Digest,
    /// How the revision stands; none for a record.
    state: Option<RevisionState>,
    /// Whether the document goes by that revision.
    pub(super) current: bool,
}

impl Filed {
    pub(super) fn record(&self) -> bool {
        self.state.is_none()
    }

    /// Whether it was approved, and counts or will.
    pub(super) fn approved(&self) -> bool {
        matches!(self.state, Some(RevisionState::Approved | RevisionState::Effective))
    }

    /// Whether another revision has taken its place.
    pub(super) fn outdated(&self) -> bool {
        matches!(self.state, Some(RevisionState::Superseded | RevisionState::Withdrawn))
    }
}

/// All that is filed.
pub(super) struct Known {
    pub(super) all: Vec<Filed>,
    by_content: HashMap<Digest, Vec<usize>>,
    by_number: HashMap<String, usize>,
}

impl Known {
    pub(super) fn read(db: &Connection) -> Result<Self> {
        let documents = documents::filed_places(db)?.into_iter().map(|place| Filed {
            n: 0,
            code: place.code,
            label: Some(place.label),
            path: place.path,
            digest: place.digest,
            state: Some(place.state),
            current: place.current,
        });
        let records = records::held(db)?.into_iter().map(|(code, path, digest)| Filed {
            n: 0,
            code,
            label: None,
            path,
            digest,
            state: None,
            current: true,
        });
        let all: Vec<Filed> = documents.chain(records).enumerate().map(|(n, filed)| Filed { n, ..filed }).collect();
        let mut by_content: HashMap<Digest, Vec<usize>> = HashMap::new();
        let mut by_number: HashMap<String, usize> = HashMap::new();
        for (n, filed) in all.iter().enumerate() {
            by_content.entry(filed.digest).or_default().push(n);
            if filed.current && !filed.record() {
                by_number.entry(fold(&filed.code)).or_insert(n);
            }
        }
        Ok(Self { all, by_content, by_number })
    }

    /// What is filed with this content, what counts first.
    pub(super) fn with(&self, digest: &Digest) -> Vec<&Filed> {
        let mut found: Vec<&Filed> =
            self.by_content.get(digest).into_iter().flatten().filter_map(|n| self.all.get(*n)).collect();
        found.sort_by_key(|filed| !filed.current);
        found
    }

    /// The file by which the document of that number goes.
    pub(super) fn current(&self, number: &str) -> Option<&Filed> {
        self.by_number.get(&fold(number)).and_then(|n| self.all.get(*n))
    }

    /// A document's or record's title.
    pub(super) fn title(db: &Connection, code: &str) -> Result<Option<String>> {
        Ok(Some(items::name(db, items::find(db, code)?)?.title))
    }
}

/// Where in the folder what is filed lies: an import may have begun above it or below.
pub(super) struct Places<'a> {
    known: &'a Known,
    /// What is filed from each path of the folder.
    at: HashMap<&'a str, Vec<usize>>,
    /// Where each of what is filed lies, if it does.
    of: Vec<Option<&'a str>>,
}

impl<'a> Places<'a> {
    /// `paths` are those of the folder, `name` is its own.
    pub(super) fn of(known: &'a Known, paths: &BTreeSet<&'a str>, name: &str) -> Self {
        let mut ends: HashMap<&'a str, Option<&'a str>> = HashMap::new();
        for path in paths {
            let mut end: &'a str = path;
            while let Some((_, rest)) = end.split_once('/') {
                ends.entry(rest).and_modify(|several| *several = None).or_insert(Some(*path));
                end = rest;
            }
        }
        let above = format!("{name}/");
        let place = |filed: &Filed| {
            let path = filed.path.as_str();
            let whole = paths.get(path).or_else(|| paths.get(path.strip_prefix(&above)?));
            whole.copied().or_else(|| ends.get(path).copied().flatten())
        };
        let of: Vec<Option<&'a str>> = known.all.iter().map(place).collect();
        let mut at: HashMap<&'a str, Vec<usize>> = HashMap::new();
        for (n, path) in of.iter().enumerate() {
            if let Some(path) = path {
                at.entry(path).or_default().push(n);
            }
        }
        Self { known, at, of }
    }

    /// What is filed from a path, what counts first.
    pub(super) fn at(&self, path: &str) -> Vec<&'a Filed> {
        let mut found: Vec<&Filed> =
            self.at.get(path).into_iter().flatten().filter_map(|n| self.known.all.get(*n)).collect();
        found.sort_by_key(|filed| !filed.current);
        found
    }

    /// Where in the folder what is filed lies.
    pub(super) fn path_of(&self, filed: &Filed) -> Option<&'a str> {
        self.of.get(filed.n).copied().flatten()
    }

    /// Documents and records that were filed from this folder and of which no file is in it any more, each with the file
    /// by which it went: those that were `seen` in it, and those of a folder of which most still lie here. Others may have
    /// a folder of that name, too.
    pub(super) fn gone(&self, digests: &HashSet<Digest>, seen: impl Fn(&str) -> bool) -> Vec<&'a Filed> {
        let top = |path: &'a str| path.split_once('/').map(|(top, _)| top);
        let mut tops: HashMap<&str, (usize, usize)> = HashMap::new();
        for (filed, place) in self.known.all.iter().zip(&self.of) {
            if let Some(top) = top(&filed.path) {
                let (here, all) = tops.entry(top).or_default();
                *here += usize::from(place.is_some());
                *all += 1;
            }
        }
        let ours = |path: &'a str| top(path).and_then(|top| tops.get(top)).is_some_and(|(here, all)| here * 2 > *all);
        let mut there: HashSet<&str> = HashSet::new();
        let mut away: Vec<&Filed> = Vec::new();
        for (filed, place) in self.known.all.iter().zip(&self.of).filter(|(filed, _)| filed.current) {
            if place.is_some() || digests.contains(&filed.digest) {
                there.insert(&filed.code);
            } else if seen(&filed.path) || ours(&filed.path) {
                away.push(filed);
            }
        }
        let mut said: HashSet<&str> = HashSet::new();
        away.retain(|filed| !there.contains(filed.code.as_str()) && said.insert(&filed.code));
        away
    }
}
