//! In which texts the codes of documents stand, asked of many codes one after the other. What was read of a text is kept.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::Connection;

use super::cache::TextCache;
use super::occurrences::Names;
use super::place::around;
use super::references::Meant;
use super::shelf::Shelf;
use crate::digest::Digest;
use crate::documents::Document;
use crate::error::Result;
use crate::ids::DocumentId;

/// Goes up when codes are found in texts otherwise.
const READ: u32 = 1;

/// The texts of some documents, and the codes of everything that is filed.
pub struct Codes<'c> {
    cache: &'c TextCache,
    /// The texts, by their ids in the index, with whose they are.
    held: HashMap<i64, (Digest, Vec<DocumentId>)>,
    /// The words of all codes, by each of them: a longer code that holds another is found by its words.
    by_word: HashMap<&'c str, Vec<&'c str>>,
}

/// A document in a text of which a code stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeAt {
    /// The document.
    pub document: DocumentId,
    /// The words around the code.
    pub snippet: String,
}

impl<'c> Codes<'c> {
    /// In the texts that some documents hold.
    pub fn of(
        db: &Connection,
        cache: &'c TextCache,
        shelf: &'c Shelf,
        held: impl IntoIterator<Item = (Digest, DocumentId)>,
    ) -> Result<Self> {
        let mut by_word: HashMap<&str, Vec<&str>> = HashMap::new();
        for code in shelf.items(db)?.names().filter_map(|names| Some(names.split_once('|')?.0)) {
            for word in code.split_whitespace() {
                by_word.entry(word).or_default().push(code);
            }
        }
        let mut all: HashMap<i64, (Digest, Vec<DocumentId>)> = HashMap::new();
        for (digest, document) in held {
            if let Some(id) = cache.id(&digest)? {
                all.entry(id).or_insert_with(|| (digest, Vec::new())).1.push(document);
            }
        }
        Ok(Self { cache, held: all, by_word })
    }

    /// Which documents have the code of another in a text, each once. Where the words before it are `passed` over, under a
    /// name that changes whenever others are, it does not count.
    pub fn of_document(
        &self,
        cited: &Document,
        passing: &str,
        passed: &(dyn Fn(&str) -> bool + Sync),
    ) -> Result<Vec<CodeAt>> {
        // Only a code of digits needs the title beside it.
        let title = if cited.code.chars().any(char::is_alphabetic) { "" } else { cited.title.as_str() };
        let names = Names::of_code(&cited.code, title, |words| self.longer(words));
        let Some(expression) = names.expression(&Meant { known: &BTreeSet::new(), title: &[] }) else {
            return Ok(Vec::new());
        };
        let held: Vec<&(Digest, Vec<DocumentId>)> =
            self.cache.matching(&expression, 0)?.iter().filter_map(|id| self.held.get(id)).collect();
        if held.is_empty() {
            return Ok(Vec::new());
        }
        let name = format!("code {READ} {passing} {}", Digest::of(names.told().as_bytes()));
        let known = BTreeSet::new();
        let made = self.cache.made(&name, held.iter().map(|(digest, _)| digest), &|_, text| {
            let places = names.in_text(text, &Meant { known: &known, title: &[] });
            let place = places.iter().find(|place| !passed(&text[..place.at.start]))?;
            Some(around(text, place.at.start, place.at.end))
        })?;
        let (mut out, mut seen) = (Vec::new(), HashSet::from([cited.id]));
        for (digest, documents) in held {
            let Some(Some(snippet)) = made.get(digest) else { continue };
            for document in documents.iter().filter(|document| seen.insert(**document)) {
                out.push(CodeAt { document: *document, snippet: snippet.clone() });
            }
        }
        Ok(out)
    }

    /// The words of the longer codes that hold those of a code.
    fn longer(&self, words: &str) -> Vec<String> {
        let rarest = words.split_whitespace().map(|word| self.by_word.get(word).map_or(&[][..], Vec::as_slice));
        let mut found: Vec<String> = rarest
            .min_by_key(|codes| codes.len())
            .unwrap_or_default()
            .iter()
            .filter(|code| code.len() > words.len() && code.contains(words))
            .map(|code| (*code).to_owned())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
