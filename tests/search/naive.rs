//! What is found equals what a look at every document and record finds, one by one, with words, phrases and all operators;
//! and it is the same, in the same order, whether few contents are looked up or all that there are were read before.

use std::collections::HashSet;
use std::sync::Arc;

use clausebook::day::Day;
use clausebook::documents::{self, DocumentKind, NewDocument, NewRevision};
use clausebook::extract::{Media, extract_bytes};
use clausebook::filed::FiledFile;
use clausebook::items::ItemId;
use clausebook::mapping::{self, Strength};
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::search::{self, Asked, Shelf, TextCache};
use clausebook::text::{names, words};
use proptest::prelude::*;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, by_hand, paper};

pub(super) const WORDS: [&str; 8] = ["access", "accord", "review", "revised", "backup", "plan", "s", "größe"];
pub(super) const OWNERS: [&str; 3] = ["Quality manager", "Head of IT", "Quality office"];

/// A content: its text, and what its file is said to be.
pub(super) type Content = (String, Media);

/// What is known of a document or record.
pub(super) struct Known {
    pub(super) item: ItemId,
    pub(super) names: String,
    pub(super) owner: String,
    pub(super) kind: String,
    pub(super) day: Day,
    pub(super) mapped: bool,
    /// Its contents, and whether they are of another revision than the one it stands with.
    pub(super) contents: Vec<(Content, bool)>,
    /// The names of the files it stands with, without their endings.
    pub(super) files: Vec<String>,
}

/// Numbers that look like chance and are always the same.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    pub(super) fn words(&mut self, count: u64) -> String {
        (0..count).map(|_| WORDS[self.below(8) as usize]).collect::<Vec<_>>().join(" ")
    }

    /// Some are the same as others.
    pub(super) fn content(&mut self) -> Content {
        let (number, media) = (self.below(2_000), [Media::Text, Media::Pdf][self.below(2) as usize]);
        (format!("{number} {}", Chance(number + 1).words(4)), media)
    }
}

pub(super) fn filed((text, media): &Content) -> FiledFile {
    FiledFile { media: *media, ..paper(text) }
}

struct Library {
    at: Organisation,
    cache: TextCache,
    known: Vec<Known>,
}

impl Library {
    fn new() -> Self {
        let mut at = Organisation::new();
        let cache = TextCache::open(&at.workspace.text_db()).unwrap();
        let mut chance = Chance(7);
        let mut known = Vec::new();
        at.does(|tx| {
            for n in 0..900 {
                known.push(if n % 4 == 3 { record(tx, &mut chance)? } else { document(tx, &mut chance, n)? });
            }
            Ok(())
        });
        at.turn_to(day(2026, 2, 1));
        at.does(|tx| {
            for known in &mut known {
                let ItemId::Document(id) = known.item else { continue };
                if chance.below(2) == 0 {
                    continue;
                }
                let content = chance.content();
                documents::file_revision(tx, id, NewRevision { files: vec![filed(&content)], ..Default::default() })?;
                // Another one stands in force until this one is approved.
                let current = chance.below(2) == 0;
                if current {
                    documents::approve(tx, id, approval(tx.today()))?;
                    known.contents.iter_mut().for_each(|(_, earlier)| *earlier = true);
                    known.files = vec![content.0.clone()];
                    known.day = day(2026, 2, 1);
                }
                known.contents.push((content, !current));
            }
            Ok(())
        });
        let texts = known.iter().flat_map(|known| &known.contents);
        let texts: Vec<_> = texts.map(|((text, _), _)| (paper(text).digest, extract_bytes(text.as_bytes()))).collect();
        cache.put_many(&texts).unwrap();
        assert!(texts.iter().map(|(digest, _)| digest).collect::<HashSet<_>>().len() > 600, "many are not few");
        Self { at, cache, known }
    }

    /// The documents and records that a query finds, by looking at each.
    fn by_looking(&self, query: &Asking) -> Vec<ItemId> {
        self.known.iter().filter(|known| query.finds(known)).map(|known| known.item).collect()
    }
}

pub(super) fn document(
    tx: &mut clausebook::workspace::Tx<'_>,
    chance: &mut Chance,
    n: u64,
) -> clausebook::error::Result<Known> {
    let (code, title) = (format!("{}-{n}", ["PLAN", "QP"][chance.below(2) as usize]), chance.words(3));
    let kind = [DocumentKind::Policy, DocumentKind::Procedure][chance.below(2) as usize];
    let owner = OWNERS[chance.below(3) as usize];
    let mut new = NewDocument::new(&code, &title, kind);
    new.owner = owner.into();
    let id = documents::register(tx, new)?;
    let content = chance.content();
    documents::file_revision(tx, id, NewRevision { files: vec![filed(&content)], ..Default::default() })?;
    documents::approve(tx, id, approval(tx.today()))?;
    let mapped = chance.below(3) == 0;
    if mapped {
        mapping::link(tx, by_hand(ItemId::Document(id), "9001/7.5.3", Strength::Full))?;
    }
    let names = names(&code, &title);
    let day = tx.today();
    Ok(Known {
        item: ItemId::Document(id),
        names,
        owner: owner.into(),
        kind: kind.to_string(),
        day,
        mapped,
        files: vec![content.0.clone()],
        contents: vec![(content, false)],
    })
}

pub(super) fn record(tx: &mut clausebook::workspace::Tx<'_>, chance: &mut Chance) -> clausebook::error::Result<Known> {
    let (title, collected) = (chance.words(2), day(2026, 1, 1 + chance.below(14) as u32));
    let kind = ["Audit report", "Policy review"][chance.below(2) as usize];
    let content = chance.content();
    let particulars =
        Particulars { title: title.clone(), kind: kind.into(), collected: Some(collected), ..Default::default() };
    let id = records::file(tx, NewRecord { particulars, files: vec![filed(&content)], scope: Vec::new() })?;
    let code = records::by_id(tx.db(), id)?.code;
    let (files, contents) = (vec![content.0.clone()], vec![(content, false)]);
    let names = names(&code, &title);
    let (item, owner) = (ItemId::Record(id), String::new());
    Ok(Known { item, names, owner, kind: kind.into(), day: collected, mapped: false, contents, files })
}

/// A query, word by word.
#[derive(Debug, Clone)]
pub(super) struct Asking {
    wanted: Vec<(String, bool)>,
    unwanted: Vec<(String, bool)>,
    only: Vec<(bool, String)>,
}

impl Asking {
    pub(super) fn typed(&self) -> String {
        let term = |(words, whole): &(String, bool)| if *whole { format!("\"{words}\"") } else { words.clone() };
        let mut parts: Vec<String> = self.wanted.iter().map(term).collect();
        parts.extend(self.unwanted.iter().map(|unwanted| format!("-{}", term(unwanted))));
        parts.extend(self.only.iter().map(|(there, only)| if *there { only.clone() } else { format!("-{only}") }));
        parts.join(" ")
    }

    pub(super) fn finds(&self, known: &Known) -> bool {
        let has = |text: &str, (term, whole): &(String, bool)| {
            let key = words(term);
            text.contains(if *whole { key.as_str() } else { key.trim_end() })
        };
        let texts: Vec<(String, bool)> =
            known.contents.iter().map(|((text, _), earlier)| (words(text), *earlier)).collect();
        let never = |text: &str| self.unwanted.iter().any(|term| has(text, term));
        let kind = if matches!(known.item, ItemId::Record(_)) { words(&known.kind) } else { String::new() };
        let files: Vec<String> = known.files.iter().map(|name| words(name)).collect();
        let named = |term| has(&known.names, term) || has(&kind, term) || files.iter().any(|name| has(name, term));
        let missing: Vec<_> = self.wanted.iter().filter(|term| !named(term)).collect();
        let some_in_name = missing.len() < self.wanted.len();
        let in_file = |(text, earlier): &(String, bool)| {
            !never(text)
                && (self.wanted.iter().all(|term| has(text, term))
                    || some_in_name && !earlier && missing.iter().all(|term| has(text, term)))
        };
        let excluded = never(&known.names)
            || never(&kind)
            || files.iter().any(|name| never(name))
            || texts.iter().any(|(text, earlier)| !earlier && never(text));
        !excluded
            && (missing.is_empty() || texts.iter().any(in_file))
            && self.only.iter().all(|(there, only)| fits(known, only) == *there)
    }
}

fn fits(known: &Known, only: &str) -> bool {
    let is_record = matches!(known.item, ItemId::Record(_));
    let has = |media| known.contents.iter().any(|((_, is), earlier)| *is == media && !earlier);
    match only {
        "owner:quality" => known.owner.starts_with("Quality"),
        "type:record" => is_record,
        "type:document" => !is_record,
        "type:policy" => known.kind == "policy" || known.kind == "Policy review",
        "type:audit" => known.kind == "Audit report",
        "type:pdf" => has(Media::Pdf),
        "clause:9001/7.5.3" => known.mapped,
        "after:2026-01-08" => known.day >= day(2026, 1, 8),
        "before:2026-02-01" => known.day < day(2026, 2, 1),
        other => panic!("{other}"),
    }
}

const ONLY: [&str; 9] = [
    "owner:quality",
    "type:record",
    "type:document",
    "type:policy",
    "type:audit",
    "type:pdf",
    "clause:9001/7.5.3",
    "after:2026-01-08",
    "before:2026-02-01",
];

fn term() -> impl Strategy<Value = (String, bool)> {
    let word = || prop::sample::select(&WORDS[..]).prop_map(str::to_owned);
    prop_oneof![
        2 => word().prop_map(|word| (word, false)),
        3 => (word(), 1..5usize).prop_map(|(word, end)| (word.chars().take(end).collect(), false)),
        1 => word().prop_map(|word| (word, true)),
        2 => (word(), word()).prop_map(|(a, b)| (format!("{a} {b}"), true)),
        1 => (0..2_000u32).prop_map(|number| (number.to_string(), true)),
    ]
}

pub(super) fn asking() -> impl Strategy<Value = Asking> {
    let only = (any::<bool>(), prop::sample::select(&ONLY[..]).prop_map(str::to_owned));
    let parts =
        (prop::collection::vec(term(), 0..5), prop::collection::vec(term(), 0..3), prop::collection::vec(only, 0..3));
    parts
        .prop_map(|(wanted, unwanted, only)| Asking { wanted, unwanted, only })
        .prop_filter("it says something that has to be there", |asking| {
            !asking.wanted.is_empty() || asking.only.iter().any(|(there, _)| *there)
        })
}

#[test]
fn what_is_found_is_what_a_look_at_each_finds() {
    let library = Library::new();
    let db = library.at.db();
    let today = library.at.workspace.today().unwrap();
    let kept = Arc::new(Shelf::default());
    // More than are looked up one by one: from here on all that there are is known.
    search::find(db, &library.cache, &kept, "access -1 -2 -3 -4 -5 -6 -7 -8 -9", 1, today).unwrap();
    let mut all: Vec<_> = library.known.iter().map(|known| known.item.uuid()).collect();
    all.sort_unstable();
    proptest!(ProptestConfig::with_cases(400), |(asking in asking())| {
        let typed = asking.typed();
        let found = search::find(db, &library.cache, &kept, &typed, 1_000, today).unwrap();
        let anew = search::find(db, &library.cache, &Shelf::default(), &typed, 1_000, today).unwrap();
        prop_assert_eq!(&found, &anew, "{}", typed);
        let cache = TextCache::open(&library.at.workspace.text_db()).unwrap();
        let asked = Asked { text: &typed, cache, shelf: Arc::clone(&kept) };
        let mut expected: Vec<_> = library.by_looking(&asking).into_iter().map(ItemId::uuid).collect();
        expected.sort_unstable();
        prop_assert_eq!(found.documents + found.records, expected.len(), "{}", typed);
        prop_assert_eq!(found.hits.len(), expected.len());
        prop_assert_eq!(search::among(db, Some(&asked), all.clone()).unwrap(), expected, "{}", typed);
    });
}
