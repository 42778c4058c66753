//! Which document a text is like: by the kept texts of the revisions that documents go by. What is kept of each is made with
//! the index and made again with it.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cache::TextCache;
use crate::digest::Digest;
use crate::documents;
use crate::error::Result;
use crate::text::{Sketch, Sketches, same_words};

/// From so much on, of what stands in either, a text is looked at word by word.
const NEAR: f32 = 0.25;

/// From so many words of a hundred on, a text is said to look like another.
const ALIKE: u8 = 70;

/// Where a second document is alike to so few words less, nobody can tell which of the two is meant.
const APART: u8 = 4;

/// So many documents are compared word by word.
const CLOSER: usize = 3;

/// The document that a text looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LooksLike {
    /// Its code.
    pub code: String,
    /// How many words of a hundred are the same.
    pub percent: u8,
    /// The content it was compared with.
    pub digest: Digest,
}

/// The texts by which documents are recognised.
#[derive(Debug)]
pub struct Likeness(Sketches<(String, Digest)>);

impl Likeness {
    /// Reads what is kept of the revisions that documents go by.
    pub fn read(db: &Connection, cache: &TextCache) -> Result<Self> {
        let mut codes: HashMap<Digest, String> = HashMap::new();
        for place in documents::current_places(db)? {
            codes.entry(place.digest).or_insert(place.code);
        }
        let mut out = Sketches::default();
        if !codes.is_empty() {
            cache.each_sketch(&mut |digest, sketch| {
                if let Some(code) = codes.get(&digest) {
                    out.add((code.clone(), digest), sketch);
                }
            })?;
        }
        Ok(Self(out))
    }

    /// The document that a text looks like; none where no document is, or two as much as each other.
    pub fn of(&self, cache: &TextCache, text: &str) -> Result<Option<LooksLike>> {
        let sketch = Sketch::of(text);
        if sketch.says_little() {
            return Ok(None);
        }
        let mut found: Vec<LooksLike> = Vec::new();
        for ((code, digest), near) in self.0.like(&sketch).into_iter().take(CLOSER) {
            if near < NEAR {
                break;
            }
            let percent = same_words(&cache.text_of(digest)?.unwrap_or_default(), text);
            found.push(LooksLike { code: code.clone(), percent, digest: *digest });
        }
        found.sort_by_key(|like| std::cmp::Reverse(like.percent));
        let Some(best) = found.first().filter(|best| best.percent >= ALIKE).cloned() else { return Ok(None) };
        let second = found.iter().find(|other| other.code != best.code);
        Ok(Some(best).filter(|best| second.is_none_or(|other| other.percent + APART <= best.percent)))
    }
}

impl TextCache {
    fn each_sketch(&self, see: &mut dyn FnMut(Digest, Sketch)) -> Result<()> {
        let mut all =
            self.db.prepare("SELECT f.digest, s.marks FROM sketch s JOIN file f ON f.id = s.id ORDER BY s.id")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            see(row.get(0)?, Sketch::from_bytes(row.get_ref(1)?.as_blob().unwrap_or_default()));
        }
        Ok(())
    }

    /// The kept text of a content; nothing where it was not read yet.
    pub fn text_of(&self, digest: &Digest) -> Result<Option<String>> {
        let sql = "SELECT b.text FROM file f JOIN body b ON b.id = f.id WHERE f.digest = ?1";
        Ok(self.db.prepare_cached(sql)?.query_row([digest], |r| r.get(0)).optional()?)
    }
}
