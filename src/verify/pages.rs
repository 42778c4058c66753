//! What a pack holds, for whoever makes its pages again: the entries that were proven, the lists, and what every file is.

use std::collections::BTreeMap;

use super::contents::Contents;
use super::forms::{self, PagesForm};
use super::merkle::Hash;
use super::note::Statement;
use super::withheld;

/// The parts of a pack that its pages are made of and compared with.
#[derive(Debug, Default)]
pub struct PackRead {
    /// Code of the audit.
    pub audit: String,
    /// The day for which it holds, as `2026-11-27`.
    pub day: String,
    /// How many entries were recorded when it holds.
    pub until: u64,
    /// By the end of which day they were recorded, where it says so.
    pub recorded: Option<String>,
    /// On which day it was made, where it says that its own was still to come.
    pub foretold: Option<String>,
    /// The name under which its ledger is signed.
    pub origin: String,
    /// How many entries that ledger has.
    pub size: u64,
    /// By what its pages were made; empty where it does not say so.
    pub form: String,
    /// Whether an earlier program made them, as far as is known.
    pub pages: Option<PagesForm>,
    /// Of which organisation it is, what it says it is, and its folder's name.
    pub says: [String; 3],
    /// The bytes of its entries, one a line.
    pub entries: Vec<u8>,
    /// Their places, in order.
    pub places: Vec<u64>,
    /// The places of the entries that are withheld, of which nobody here can say what they say, and the contents that they are said
    /// to file, in hexadecimal.
    pub withheld: BTreeMap<u64, Vec<String>>,
    /// Every file with its path below `data/` and its SHA-256.
    pub files: BTreeMap<String, Hash>,
    /// The bytes of the lists, by the same paths; without those that are too large to be held.
    pub lists: BTreeMap<String, Vec<u8>>,
}

impl PackRead {
    /// Takes them out of a pack whose entries were proven. The first forms do not say by what their pages were made, and count all
    /// entries.
    pub(super) fn of(mut contents: Contents, ledger: Statement, places: Vec<u64>) -> Option<Self> {
        let tag = |name: &str| contents.tag(name).map(str::to_owned);
        let pages = tag("Pack-Pages").map(|said| forms::pages_form(&said, contents.form()));
        let (form, until) = if contents.form() < 3 {
            (String::new(), ledger.size)
        } else {
            (tag("Pack-Pages")?, tag("Recorded-Until")?.parse().ok()?)
        };
        let (recorded, foretold) = (tag("Recorded-On"), tag("Foretold-On"));
        let (audit, day) = (tag("External-Identifier")?, tag("Bagging-Date")?);
        let says =
            ["Source-Organization", "External-Description", "Pack-Folder"].map(|name| tag(name).unwrap_or_default());
        let withheld = withheld::blocks(&contents).map(|block| block.said()).collect();
        let entries = contents.kept.remove("data/ledger/entries.jsonl").unwrap_or_default();
        let below = |name: &str| name.strip_prefix("data/").map(str::to_owned);
        let files = contents.hashes.iter().filter_map(|(name, (hash, _))| Some((below(name)?, *hash))).collect();
        let lists = contents.lists.into_iter().filter_map(|(name, bytes)| Some((below(&name)?, bytes))).collect();
        let Statement { origin, size, .. } = ledger;
        Some(Self {
            audit,
            day,
            until,
            recorded,
            foretold,
            origin,
            size,
            form,
            pages,
            says,
            entries,
            places,
            withheld,
            files,
            lists,
        })
    }

    /// Each entry with its place.
    pub fn entries(&self) -> impl Iterator<Item = (u64, &[u8])> + Clone {
        let lines = self.entries.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        self.places.iter().copied().zip(lines)
    }
}
