//! Who cites a document: found by the index of words, then read in the kept texts of what is filed and goes by today.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::cache::TextCache;
use super::find::{NotSearched, not_searched};
use super::occurrences::{Names, Occurrence};
use super::place::{Place, around};
use super::references::Meant;
use super::shelf::Shelf;
use crate::digest::Digest;
use crate::documents::{self, Document, DocumentState};
use crate::error::Result;
use crate::extract::{Inside, Media};
use crate::filed::FileTable;
use crate::ids::RevisionId;
use crate::items::ItemId;
use crate::records;
use crate::text::within;

/// A section that is cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SectionCited")]
pub struct Section {
    /// Its number, as it is cited.
    pub number: String,
    /// Whether something in it changes between the revisions that were asked about.
    pub changes: bool,
}

/// A document or record that cites another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Citing {
    /// Its identifier, with which of the two it is.
    #[serde(skip)]
    pub item: ItemId,
    /// `document` or `record`.
    pub kind: &'static str,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its owner; empty for a record.
    pub owner: String,
    /// Where the file lay when it was filed.
    pub file: String,
    /// That file's content.
    pub digest: Digest,
    /// Where in the file it stands.
    pub place: Option<Place>,
    /// The words around it.
    pub snippet: String,
    /// The sections cited; none where the whole document is.
    pub sections: Vec<Section>,
    /// Whether one of them changes.
    pub changes: bool,
}

/// Who cites a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CitedBy {
    /// How many documents.
    pub documents: usize,
    /// How many records.
    pub records: usize,
    /// How many of both cite a section that changes.
    pub changing: usize,
    /// The first of them: those that cite what changes, then by code.
    pub citing: Vec<Citing>,
    /// What has no text, so that nobody knows.
    pub not_searched: Vec<NotSearched>,
}

/// What is asked.
pub struct Wanted<'w> {
    /// The document that is cited.
    pub document: &'w Document,
    /// The numbers of its sections, in every revision that is meant.
    pub known: &'w BTreeSet<String>,
    /// Only who cites this section, one within it, or one that it is within.
    pub section: Option<&'w str>,
    /// Whether something in a section changes.
    pub touches: &'w dyn Fn(&str) -> bool,
    /// At most so many are handed on.
    pub limit: usize,
}

/// Finds who cites a document. What is out of use, and other revisions than those that are gone by, cite nothing.
pub fn cited_by(db: &Connection, cache: &TextCache, shelf: &Shelf, wanted: &Wanted<'_>) -> Result<CitedBy> {
    let items = shelf.items(db)?;
    let own = items.place(wanted.document.id.0);
    let title: Vec<String> = wanted.document.title.split_whitespace().map(str::to_lowercase).collect();
    let meant = Meant { known: wanted.known, title: &title };
    let names = Names::of(&wanted.document.code, &wanted.document.title, items, own);
    let mut found: Vec<Citing> = Vec::new();
    let mut known: HashMap<u32, usize> = HashMap::new();
    if let Some(expression) = names.expression(&meant) {
        let contents = cache.matching(&expression, 0)?;
        let mut held: Vec<Vec<(u32, Option<RevisionId>)>> = vec![Vec::new(); contents.len()];
        shelf.each_holder(db, cache, &contents, |place, holder| {
            if !holder.earlier && own != Some(holder.item) {
                held[place].push((holder.item, holder.revision));
            }
        })?;
        for (content, holders) in contents.into_iter().zip(held).filter(|(_, holders)| !holders.is_empty()) {
            let Some((digest, media, text)) = cache.text(content)? else { continue };
            let inside = cache.inside(content)?;
            let places = wanted.those(names.in_text(&text, &meant));
            if places.is_empty() {
                continue;
            }
            for (item, revision) in holders {
                if let Some(at) = known.get(&item) {
                    found[*at].add(wanted, &places);
                } else if let Some(mut citing) = holder(db, items.ids[item as usize], revision, digest)? {
                    citing.stands(wanted, (media, &text, &inside), &places);
                    citing.add(wanted, &places);
                    known.insert(item, found.len());
                    found.push(citing);
                }
            }
        }
    }
    found.sort_by(|a, b| (!a.changes, a.kind, &a.code).cmp(&(!b.changes, b.kind, &b.code)));
    let documents = found.iter().filter(|citing| matches!(citing.item, ItemId::Document(_))).count();
    let (records, changing) = (found.len() - documents, found.iter().filter(|citing| citing.changes).count());
    found.truncate(wanted.limit);
    let not_searched = not_searched(db, cache, shelf, true)?;
    Ok(CitedBy { documents, records, changing, citing: found, not_searched })
}

impl Wanted<'_> {
    /// Those places that cite the section asked for.
    fn those(&self, places: Vec<Occurrence>) -> Vec<Occurrence> {
        let Some(section) = self.section else { return places };
        let cites = |place: &Occurrence| place.sections.iter().any(|s| within(s, section) || within(section, s));
        places.into_iter().filter(cites).collect()
    }
}

impl Citing {
    /// Notes where it stands: where it cites what changes, else a section, else anything.
    fn stands(&mut self, wanted: &Wanted<'_>, (media, text, inside): (Media, &str, &[Inside]), places: &[Occurrence]) {
        let weight = |place: &&Occurrence| {
            (!place.sections.iter().any(|section| (wanted.touches)(section)), place.sections.is_empty(), place.at.start)
        };
        if let Some(place) = places.iter().min_by_key(weight) {
            self.place = Place::within(media, text, inside, place.at.start);
            self.snippet = around(text, place.at.start, place.at.end);
        }
    }

    fn add(&mut self, wanted: &Wanted<'_>, places: &[Occurrence]) {
        for number in places.iter().flat_map(|place| &place.sections) {
            if !self.sections.iter().any(|section| section.number == *number) {
                let changes = (wanted.touches)(number);
                self.changes |= changes;
                self.sections.push(Section { number: number.clone(), changes });
            }
        }
    }
}

/// Who holds a content; nothing where it is out of use.
fn holder(db: &Connection, item: ItemId, revision: Option<RevisionId>, digest: Digest) -> Result<Option<Citing>> {
    let (kind, code, title, owner, files) = match item {
        ItemId::Document(id) => {
            let document = documents::by_id(db, id)?;
            if matches!(document.state, DocumentState::Withdrawn | DocumentState::Superseded) {
                return Ok(None);
            }
            let files = revision.map(|revision| FileTable::Revision.of(db, &revision)).transpose()?.unwrap_or_default();
            ("document", document.code, document.particulars.title, document.particulars.owner, files)
        }
        ItemId::Record(id) => {
            let record = records::by_id(db, id)?;
            if record.exit.is_some() {
                return Ok(None);
            }
            let (code, title) = (record.code.clone(), record.title.clone());
            ("record", code, title, String::new(), records::files(db, id)?)
        }
    };
    let file = files.into_iter().find(|file| file.digest == digest).map(|file| file.path).unwrap_or_default();
    let (place, snippet, sections) = (None, String::new(), Vec::new());
    Ok(Some(Citing { item, kind, code, title, owner, file, digest, place, snippet, sections, changes: false }))
}
