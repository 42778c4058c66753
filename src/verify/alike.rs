//! Two packs of one workspace, held against each other: about a document or record that is in both, each has every entry that both
//! their ledgers hold. Whoever left one out of one of them is found by the other.

use std::collections::{BTreeMap, BTreeSet};

use super::contents::Contents;
use super::fact::Fact;
use super::forms;
use super::proofs;
use super::report::Report;
use super::withheld;

/// Programs of earlier pages may have chosen fewer entries.
const CHOSEN_ALIKE: u64 = 6;

/// The entries in a pack, and what its history says that they are about.
pub(super) struct Entered {
    /// How many entries its ledger has.
    size: u64,
    /// The form of its pages.
    pages: u64,
    /// The places of those that are in it, shown or withheld.
    places: BTreeSet<u64>,
    /// Those about each document and record, by its code, with the kind of each.
    about: BTreeMap<String, BTreeMap<u64, String>>,
}

impl Entered {
    /// Reads it of a pack over `size` entries. Packs of the first forms have no history.
    pub(super) fn of(contents: &Contents, size: u64) -> Self {
        let proven = proofs::all(contents.text("data/ledger/proofs.txt").unwrap_or_default()).map(|(index, _)| index);
        let places = proven.chain(withheld::blocks(contents).map(|block| block.said().0)).collect();
        let mut about: BTreeMap<String, BTreeMap<u64, String>> = BTreeMap::new();
        let list = contents.lists.get("data/history.csv").map(Vec::as_slice).unwrap_or_default();
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(list);
        let head = reader.headers().cloned().unwrap_or_default();
        let at = |name: &str| head.iter().position(|column| column == name).unwrap_or(usize::MAX);
        let (entry, what, codes) = (at("entry"), at("what"), at("about"));
        for row in reader.records().filter_map(Result::ok) {
            let cell = |at: usize| row.get(at).unwrap_or_default();
            let Ok(seq) = cell(entry).parse::<u64>() else { continue };
            // That packs were issued is told to whom they were issued.
            if !cell(what).starts_with("pack.") {
                for code in cell(codes).split("; ").filter(|code| !code.is_empty()) {
                    about.entry(code.to_owned()).or_default().insert(seq, cell(what).to_owned());
                }
            }
        }
        Self { size, pages: forms::form_of(contents).1, places, about }
    }

    /// Names the entries that one of them lacks; or says of how much they are alike.
    pub(super) fn compare(&self, held: &Self, place: &str, report: &mut Report) {
        let both = self.size.min(held.size);
        let (mut lacks, mut items) = (BTreeMap::new(), 0);
        for (code, here) in &self.about {
            let Some(there) = held.about.get(code) else { continue };
            // A code may have become another's: the first entry about it is the one that gave it.
            if here.keys().next() != there.keys().next() {
                continue;
            }
            items += 1;
            for (whose, all, places) in
                [("this pack leaves out", there, &self.places), ("what you hold leaves out", here, &held.places)]
            {
                let missing = all.iter().filter(|(seq, _)| **seq < both && !places.contains(seq));
                for (seq, kind) in missing {
                    let about: &mut BTreeSet<&str> = lacks.entry((*seq, whose, kind.as_str())).or_default();
                    about.insert(code);
                }
            }
        }
        for ((seq, whose, kind), about) in &lacks {
            let about = about.iter().copied().collect::<Vec<_>>().join(", ");
            let what = format!("Of two packs over the same entries {whose} entry {seq}: {kind}, about {about}");
            if self.pages.min(held.pages) >= CHOSEN_ALIKE {
                report.find("entries_differ", format!("entry {seq}"), what);
            } else {
                report.warn("entries_differ", format!("entry {seq}, {place}"), what);
            }
        }
        if lacks.is_empty() && items > 0 {
            report.facts.push(Fact::EntriesAlike { items, of: self.about.len(), entries: both });
        }
    }
}
