//! However things change between two searches, what is found is what a look at each of them finds, and what a search finds
//! that keeps nothing; in the same order.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use clausebook::digest::Digest;
use clausebook::documents::{self, NewRevision};
use clausebook::error::Result;
use clausebook::extract::extract_bytes;
use clausebook::ids::{DocumentId, RecordId, RevisionId};
use clausebook::items::ItemId;
use clausebook::mapping::{self, Strength};
use clausebook::search::{self, Asked, LastShelf, Shelf, TextCache};
use clausebook::text::names;
use clausebook::workspace::Tx;
use clausebook::{records, undo};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::naive::{Asking, Chance, Content, Known, OWNERS, asking, document, filed, record};
use crate::support::day;
use crate::support::organisation::{Organisation, approval, by_hand, clause, paper};

struct Life {
    at: Organisation,
    cache: TextCache,
    /// The contents that were read.
    texts: HashMap<Digest, String>,
    /// Those that were filed and are not read yet.
    unread: Vec<String>,
    chance: Chance,
    /// How many documents there were.
    codes: u64,
}

/// A file's name without its ending.
fn stem(name: &str) -> String {
    name.trim_end_matches(".txt").to_owned()
}

impl Life {
    fn new(seed: u64) -> Self {
        let at = Organisation::new();
        let cache = TextCache::open(&at.workspace.text_db()).unwrap();
        let chance = Chance(seed);
        let mut life = Self { at, cache, texts: HashMap::new(), unread: Vec::new(), chance, codes: 0 };
        let known = life.at.workspace.transact(|tx| {
            let mut known = Vec::new();
            for n in 0..40 {
                known.push(document(tx, &mut life.chance, n)?);
            }
            for _ in 0..700 {
                known.push(record(tx, &mut life.chance)?);
            }
            Ok(known)
        });
        life.codes = 40;
        life.unread = known.unwrap().into_iter().flat_map(|k| k.contents).map(|((text, _), _)| text).collect();
        life.read();
        life
    }

    /// Reads what is not read yet.
    fn read(&mut self) {
        let unread: Vec<String> = self.unread.drain(..).collect();
        let texts: Vec<_> = unread.iter().map(|text| (paper(text).digest, extract_bytes(text.as_bytes()))).collect();
        self.cache.put_many(&texts).unwrap();
        self.texts.extend(unread.into_iter().map(|text| (paper(&text).digest, text)));
    }

    fn content(&mut self) -> Content {
        let content = self.chance.content();
        self.unread.push(content.0.clone());
        content
    }

    fn any<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.chance.below(of.len() as u64) as usize]
    }

    /// Something happens, or is refused.
    fn change(&mut self) {
        let documents: Vec<DocumentId> = self.ids("SELECT id FROM document").into_iter().map(DocumentId).collect();
        let records: Vec<RecordId> = self.ids("SELECT id FROM record").into_iter().map(RecordId).collect();
        let (document, record) = (self.any(&documents), self.any(&records));
        let said = |field: &str, text: &str| [(field.to_owned(), text.to_owned())].into();
        let words = self.chance.words(2);
        match self.chance.below(14) {
            0 => {
                let n = self.codes;
                self.codes += 1;
                let mut seed = Chance(self.chance.below(u64::MAX - 1) + 1);
                if let Some(known) = self.does(|tx| super::naive::document(tx, &mut seed, n)) {
                    self.unread.extend(known.contents.into_iter().map(|((text, _), _)| text));
                }
            }
            1 => {
                let mut seed = Chance(self.chance.below(u64::MAX - 1) + 1);
                if let Some(known) = self.does(|tx| super::naive::record(tx, &mut seed)) {
                    self.unread.extend(known.contents.into_iter().map(|((text, _), _)| text));
                }
            }
            2 | 3 => {
                let content = self.content();
                let new = NewRevision { files: vec![filed(&content)], ..Default::default() };
                self.does(|tx| documents::file_revision(tx, document, new));
            }
            4 => drop(self.does(|tx| documents::approve(tx, document, approval(tx.today())))),
            5 => drop(self.does(|tx| documents::correct(tx, document, &said("title", &words), None, "as it is"))),
            6 => {
                let owner = self.any(&OWNERS);
                self.does(|tx| documents::correct(tx, document, &said("owner", owner), None, "as it is"));
            }
            7 => {
                let collected = format!("2026-01-{:02}", 1 + self.chance.below(14));
                self.does(|tx| {
                    records::correct(tx, record, &said("title", &words), None, "as it is")?;
                    records::correct(tx, record, &said("collected", &collected), None, "as it is")
                });
            }
            8 => drop(self.does(|tx| records::take_back(tx, record, "it is none"))),
            9 => drop(
                self.does(|tx| mapping::link(tx, by_hand(ItemId::Document(document), "9001/7.5.3", Strength::Full))),
            ),
            10 => {
                let drafts = self.ids("SELECT id FROM revision WHERE state = 'draft'");
                if !drafts.is_empty() {
                    let draft = RevisionId(self.any(&drafts));
                    let of = documents::of_revision(self.at.db(), draft).unwrap();
                    self.does(|tx| documents::take_back_revision(tx, of.unwrap(), draft));
                }
            }
            11 | 12 => drop(undo::undo(&mut self.at.workspace)),
            _ => self.read(),
        }
    }

    fn does<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Option<T> {
        self.at.workspace.transact(work).ok()
    }

    fn ids(&self, sql: &str) -> Vec<uuid::Uuid> {
        let mut found = self.at.db().prepare(sql).unwrap();
        let rows = found.query_map([], |r| Ok(uuid::Uuid::from_bytes(r.get(0)?))).unwrap();
        rows.flatten().collect()
    }

    /// All there is, row by row.
    fn known(&self) -> Vec<Known> {
        let db = self.at.db();
        let mapped: HashSet<ItemId> =
            mapping::items_of_clause(db, &clause("9001/7.5.3")).unwrap().into_iter().collect();
        let text = |digest: &Digest| self.texts.get(digest).cloned().unwrap_or_default();
        let mut known = Vec::new();
        let mut all = db.prepare("SELECT id, code, title, owner, kind, registered, current FROM document").unwrap();
        let mut rows = all.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (id, current): (DocumentId, Option<RevisionId>) = (row.get(0).unwrap(), row.get(6).unwrap());
            let (code, title): (String, String) = (row.get(1).unwrap(), row.get(2).unwrap());
            let (mut day, mut contents, mut named) = (row.get(5).unwrap(), Vec::new(), Vec::new());
            let sql =
                "SELECT r.id, r.filed, f.digest, f.media, f.name FROM revision r JOIN revision_file f ON f.revision = r.id
                       WHERE r.document = ?1";
            let mut files = db.prepare_cached(sql).unwrap();
            let mut files = files.query([id]).unwrap();
            while let Some(file) = files.next().unwrap() {
                let revision: RevisionId = file.get(0).unwrap();
                if current == Some(revision) {
                    day = file.get(1).unwrap();
                    named.push(stem(&file.get::<_, String>(4).unwrap()));
                }
                let content = (text(&file.get(2).unwrap()), file.get(3).unwrap());
                contents.push((content, current != Some(revision)));
            }
            let item = ItemId::Document(id);
            let (owner, kind) = (row.get(3).unwrap(), row.get(4).unwrap());
            known.push(Known {
                item,
                names: names(&code, &title),
                owner,
                kind,
                day,
                mapped: mapped.contains(&item),
                contents,
                files: named,
            });
        }
        let sql = "SELECT r.id, r.code, r.title, r.kind, coalesce(r.collected, r.filed), f.digest, f.media, f.name
                   FROM record r JOIN record_file f ON f.record = r.id";
        let mut all = db.prepare(sql).unwrap();
        let mut rows = all.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let item = ItemId::Record(row.get(0).unwrap());
            let (code, title): (String, String) = (row.get(1).unwrap(), row.get(2).unwrap());
            let contents = vec![((text(&row.get(5).unwrap()), row.get(6).unwrap()), false)];
            let (kind, day, mapped) = (row.get(3).unwrap(), row.get(4).unwrap(), mapped.contains(&item));
            let (owner, files) = (String::new(), vec![stem(&row.get::<_, String>(7).unwrap())]);
            known.push(Known { item, names: names(&code, &title), owner, kind, day, mapped, contents, files });
        }
        known
    }

    fn compare(&self, last: &mut LastShelf<()>, asking: &Asking) {
        let (db, typed, today) = (self.at.db(), asking.typed(), self.at.workspace.today().unwrap());
        let head = self.at.workspace.head().unwrap();
        let kept = last.of((), head, Some((db, today)), &self.cache).unwrap();
        let found = search::find(db, &self.cache, &kept, &typed, 10, today).unwrap();
        let anew = search::find(db, &self.cache, &Shelf::default(), &typed, 10, today).unwrap();
        assert_eq!(found, anew, "{typed}");
        // What an earlier start of the program left is brought up, whatever happened since.
        let stored = LastShelf::default().of((), head, Some((db, today)), &self.cache).unwrap();
        assert_eq!(search::find(db, &self.cache, &stored, &typed, 10, today).unwrap(), anew, "{typed}");
        let known = self.known();
        let mut expected: Vec<_> = known.iter().filter(|known| asking.finds(known)).map(|k| k.item.uuid()).collect();
        expected.sort_unstable();
        let mut all: Vec<_> = known.iter().map(|known| known.item.uuid()).collect();
        all.sort_unstable();
        let cache = TextCache::open(&self.at.workspace.text_db()).unwrap();
        let asked = Asked { text: &typed, cache, shelf: Arc::clone(&kept) };
        assert_eq!(search::among(db, Some(&asked), all).unwrap(), expected, "{typed}");
    }
}

#[test]
fn what_is_found_after_any_change_is_what_a_look_at_each_finds() {
    let mut runner = TestRunner::deterministic();
    let mut typed = move || asking().new_tree(&mut runner).unwrap().current();
    for seed in [11, 23] {
        let mut life = Life::new(seed);
        let mut last = LastShelf::default();
        // More than are looked up one by one: from here on all that there are is known.
        let head = life.at.workspace.head().unwrap();
        let today = life.at.workspace.today().unwrap();
        let kept = last.of((), head, Some((life.at.db(), today)), &life.cache).unwrap();
        search::find(life.at.db(), &life.cache, &kept, "s after:2020 type:pdf", 1, day(2026, 1, 15)).unwrap();
        last.keep(life.at.db(), today, &life.cache, 0).unwrap();
        for n in 0..80 {
            for _ in 0..=life.chance.below(3) {
                life.change();
            }
            if n % 20 == 19 {
                life.at.turn_to(day(2026, 2, 1 + n / 20));
            }
            life.compare(&mut last, &typed());
        }
        assert!(life.codes > 42, "documents came");
    }
}
