//! The cache of extracted text and its index, in a file of its own beside the ledger. Keyed by content hash, it
//! survives a rebuild; deleted or damaged, it is made again from the files.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use crate::digest::Digest;
use crate::error::Result;
use crate::extract::{Extracted, Media, Unsearchable};
use crate::text::fold;

/// Goes up when the tables or the extraction change; an older cache is made anew.
const VERSION: i64 = 1;

const SCHEMA: &str = "
    CREATE TABLE text (
        id      INTEGER PRIMARY KEY,
        digest  BLOB NOT NULL UNIQUE,
        media   TEXT NOT NULL,
        problem TEXT,
        folded  TEXT NOT NULL                -- comparable form, see text::fold
    ) STRICT;
    -- Trigrams over the folded text: a phrase query is an exact substring, in any script.
    CREATE VIRTUAL TABLE grams USING fts5(folded, content='text', content_rowid='id', tokenize='trigram case_sensitive 1');
    CREATE TRIGGER text_added AFTER INSERT ON text BEGIN
        INSERT INTO grams (rowid, folded) VALUES (new.id, new.folded);
    END;
";

/// Where a phrase was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextHit {
    /// The file's content.
    pub digest: Digest,
    /// The words around it.
    pub snippet: String,
}

/// The cache.
pub struct TextCache {
    db: Connection,
}

impl TextCache {
    /// Opens the cache; one that is missing, of another version or damaged is made anew.
    pub fn open(path: &Path) -> Result<Self> {
        if let Ok(cache) = Self::open_as_it_is(path) {
            return Ok(cache);
        }
        for end in ["", "-wal", "-shm"] {
            let mut name = path.as_os_str().to_owned();
            name.push(end);
            let _ = std::fs::remove_file(name);
        }
        let db = connect(path)?;
        db.execute_batch(SCHEMA)?;
        db.pragma_update(None, "user_version", VERSION)?;
        Ok(Self { db })
    }

    fn open_as_it_is(path: &Path) -> rusqlite::Result<Self> {
        let db = connect(path)?;
        let version: i64 = db.pragma_query_value(None, "user_version", |r| r.get(0))?;
        db.query_row("SELECT count(*) FROM (SELECT 1 FROM text LIMIT 1)", [], |_| Ok(()))?;
        if version == VERSION { Ok(Self { db }) } else { Err(rusqlite::Error::InvalidQuery) }
    }

    /// What is known of a content, if it was read before.
    pub fn get(&self, digest: &Digest) -> Result<Option<(Media, Option<Unsearchable>)>> {
        Ok(self
            .db
            .prepare_cached("SELECT media, problem FROM text WHERE digest = ?1")?
            .query_row([digest], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?)
    }

    /// Keeps what was read of some contents.
    pub fn put_many(&self, texts: &[(Digest, Extracted)]) -> Result<()> {
        let batch = self.db.unchecked_transaction()?;
        {
            let mut insert = self.db.prepare_cached(
                "INSERT OR IGNORE INTO text (digest, media, problem, folded) VALUES (?1, ?2, ?3, ?4)",
            )?;
            for (digest, found) in texts {
                insert.execute(params![digest, found.media, found.problem, fold(&found.text)])?;
            }
        }
        batch.commit()?;
        Ok(())
    }

    /// The contents that hold all of the query's phrases. Without quotation marks the whole query is one phrase;
    /// `\"a\" \"b\"` are two.
    pub fn find(&self, query: &str, limit: usize) -> Result<Vec<TextHit>> {
        let phrases = phrases(query);
        let Some(first) = phrases.first() else { return Ok(Vec::new()) };
        // A trigram index cannot see fewer than three characters; then every text is looked at.
        let long: Vec<String> = phrases
            .iter()
            .filter(|p| p.chars().count() >= 3)
            .map(|p| format!("\"{}\"", p.replace('"', "\"\"")))
            .collect();
        let sql = if long.is_empty() {
            "SELECT digest, folded FROM text WHERE instr(folded, ?1) ORDER BY id"
        } else {
            "SELECT t.digest, t.folded FROM grams JOIN text t ON t.id = grams.rowid WHERE grams MATCH ?1 ORDER BY grams.rowid"
        };
        let value = if long.is_empty() { first.clone() } else { long.join(" AND ") };
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([value])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let folded = row.get_ref(1)?.as_str().unwrap_or_default();
            if phrases.iter().all(|p| folded.contains(p.as_str())) {
                hits.push(TextHit { digest: row.get(0)?, snippet: snippet(folded, first) });
                if hits.len() == limit {
                    break;
                }
            }
        }
        Ok(hits)
    }
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let db = Connection::open(path)?;
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    // Only a cache: what a power cut takes is read again.
    db.pragma_update(None, "synchronous", "OFF")?;
    Ok(db)
}

/// The phrases of a query, comparable.
pub fn phrases(query: &str) -> Vec<String> {
    let parts: Vec<&str> = query.split('"').collect();
    let quoted = parts.len() >= 3 && parts.len() % 2 == 1;
    let phrases: Vec<String> = if quoted { parts.into_iter().map(fold).collect() } else { vec![fold(query)] };
    phrases.into_iter().filter(|p| !p.is_empty()).collect()
}

/// Some words before and behind the first place.
fn snippet(folded: &str, phrase: &str) -> String {
    const AROUND: usize = 60;
    let Some(at) = folded.find(phrase) else { return String::new() };
    let back = folded[..at].char_indices().rev().take(AROUND).last().map_or(at, |(i, _)| i);
    let behind = at + phrase.len();
    let ahead = folded[behind..].char_indices().nth(AROUND).map_or(folded.len(), |(i, _)| behind + i);
    let mut out = String::new();
    if back > 0 {
        out.push('…');
    }
    out.push_str(&folded[back..ahead]);
    if ahead < folded.len() {
        out.push('…');
    }
    out
}
