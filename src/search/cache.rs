//! The cache of extracted text and its index, in a file of its own beside the ledger. Keyed by content hash, it
//! survives a rebuild; deleted, it is made again from the files.

use std::path::Path;
use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use serde::Serialize;
use tempfile::TempDir;
use uuid::Uuid;

use crate::contained::Containment;
use crate::digest::Digest;
use crate::disk::{self, Reading, Schema, Stands, folder_part_foreign, made};
use crate::error::{Code, Error, Result};
use crate::extract::{self, Extracted, Media, Unsearchable};
use crate::text::searched;

/// Goes up when the tables or the comparable form change; an older cache is made anew.
const VERSION: i64 = 2;

const SCHEMA: &str = "
    CREATE TABLE text (
        id      INTEGER PRIMARY KEY,
        digest  BLOB NOT NULL UNIQUE,
        media   TEXT NOT NULL,
        problem TEXT,
        reader  INTEGER NOT NULL,            -- extract::VERSION of the reader; 0 where none could be started
        folded  TEXT NOT NULL                -- comparable form, see text::searched
    ) STRICT;
    -- How many files there were when all of them had been read, and by which reader; no row before that.
    CREATE TABLE whole (reader INTEGER NOT NULL, files INTEGER NOT NULL) STRICT;
    -- Trigrams over the folded text: a phrase query is an exact substring, in any script.
    CREATE VIRTUAL TABLE grams USING fts5(folded, content='text', content_rowid='id', tokenize='trigram case_sensitive 1');
    CREATE TRIGGER text_added AFTER INSERT ON text BEGIN
        INSERT INTO grams (rowid, folded) VALUES (new.id, new.folded);
    END;
    CREATE TRIGGER text_gone AFTER DELETE ON text BEGIN
        INSERT INTO grams (grams, rowid, folded) VALUES ('delete', old.id, old.folded);
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
    /// Nothing is kept: it lies where nothing can be written, or stands in for one that does not.
    read_only: bool,
    /// What is read in its stead.
    _copy: Option<TempDir>,
    contained: Containment,
}

impl TextCache {
    /// Opens the cache. One that is missing or of an earlier version is made anew; whatever else stands in its place, damaged
    /// or by somebody else, is put aside under `quarantine` and not asked anything. Where nothing can be written and there is
    /// none to read, an empty one stands in.
    ///
    /// # Errors
    /// `workspace_damaged` where it is not a plain file.
    pub fn open(path: &Path) -> Result<Self> {
        let writable = match disk::open_to_write(path, true) {
            Ok(db) => disk::writable(&db).unwrap_or(true).then_some(db),
            Err(e) if e.code() == Code::FileUnreadable => None,
            Err(e) => return Err(e),
        };
        let Some(db) = writable else { return Self::open_to_read(path) };
        match begin(&db) {
            Ok(true) => return Ok(Self { db, read_only: false, _copy: None, contained: Containment::here() }),
            Ok(false) => {}
            Err(e) if e.code() == Code::WorkspaceDamaged => {}
            Err(e) => return Err(e),
        }
        drop(db);
        put_aside(path)?;
        let db = disk::open_to_write(path, true)?;
        begin(&db)?;
        Ok(Self { db, read_only: false, _copy: None, contained: Containment::here() })
    }

    /// Opens one for reading, where it can be used.
    pub(super) fn as_it_is(path: &Path) -> Option<Self> {
        disk::stands(path).ok().filter(|found| *found == Stands::File)?;
        let Reading { db, copy } = disk::open_to_read(path).ok()?;
        usable(&db).unwrap_or(false).then_some(Self {
            db,
            read_only: true,
            _copy: copy,
            contained: Containment::here(),
        })
    }

    /// Opens one that lies where nothing can be written.
    fn open_to_read(path: &Path) -> Result<Self> {
        if let Some(cache) = Self::as_it_is(path) {
            return Ok(cache);
        }
        let db = Connection::open_in_memory()?;
        fill(&db)?;
        Ok(Self { db, read_only: true, _copy: None, contained: Containment::here() })
    }

    /// Says where files are read whose text is kept here.
    #[must_use]
    pub fn reading_in(self, contained: Containment) -> Self {
        Self { contained, ..self }
    }

    /// Where files are read whose text is kept here.
    pub fn contained(&self) -> &Containment {
        &self.contained
    }

    /// What is known of a content, if it was read before.
    pub fn get(&self, digest: &Digest) -> Result<Option<(Media, Option<Unsearchable>)>> {
        Ok(self
            .db
            .prepare_cached("SELECT media, problem FROM text WHERE digest = ?1")?
            .query_row([digest], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?)
    }

    /// Hands over all it holds; what cannot be read as such is as good as no text.
    pub(super) fn each(
        &self,
        see: &mut dyn FnMut(Digest, Option<Media>, Option<Unsearchable>, &str) -> Result<()>,
    ) -> Result<()> {
        let mut all = self.db.prepare("SELECT digest, media, problem, folded FROM text ORDER BY id")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let Ok(digest) = row.get(0) else { continue };
            see(digest, row.get(1).ok(), row.get(2).unwrap_or_default(), row.get_ref(3)?.as_str().unwrap_or_default())?;
        }
        Ok(())
    }

    /// Whether all texts are known of so many files: then nobody has to look which are not.
    pub fn is_whole(&self, files: usize) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM whole WHERE reader = ?1 AND files = ?2)";
        Ok(self.db.query_row(sql, params![extract::VERSION, files as i64], |r| r.get(0))?)
    }

    /// Notes that all texts are known of so many files.
    pub fn make_whole(&self, files: usize) -> Result<()> {
        let batch = self.db.unchecked_transaction()?;
        batch.execute("DELETE FROM whole", [])?;
        batch.execute("INSERT INTO whole (reader, files) VALUES (?1, ?2)", params![extract::VERSION, files as i64])?;
        batch.commit()?;
        Ok(())
    }

    /// Those of some contents that the reader of today has not read.
    pub fn unknown(&self, contents: &[Digest]) -> Result<Vec<Digest>> {
        let mut known = self.db.prepare_cached("SELECT 1 FROM text WHERE digest = ?1 AND reader >= ?2")?;
        let mut left = Vec::new();
        for digest in contents {
            if !known.exists(params![digest, extract::VERSION])? {
                left.push(*digest);
            }
        }
        Ok(left)
    }

    /// Keeps what was read of some contents; what an earlier reader read of them goes.
    pub fn put_many(&self, texts: &[(Digest, Extracted)]) -> Result<()> {
        if self.read_only {
            return Ok(());
        }
        let batch = self.db.unchecked_transaction()?;
        {
            let mut insert = self.db.prepare_cached(
                "INSERT OR IGNORE INTO text (digest, media, problem, reader, folded) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            let mut earlier = self.db.prepare_cached("DELETE FROM text WHERE digest = ?1 AND reader < ?2")?;
            for (digest, found) in texts {
                let unread = found.problem == Some(Unsearchable::NotStarted);
                let reader = if unread { 0 } else { extract::VERSION };
                earlier.execute(params![digest, reader])?;
                insert.execute(params![digest, found.media, found.problem, reader, searched(&found.text)])?;
            }
        }
        batch.commit()?;
        Ok(())
    }

    /// The contents that hold all of the query's phrases. Without quotation marks the whole query is one phrase;
    /// `\"a\" \"b\"` are two.
    pub fn find(&self, query: &str, limit: usize) -> Result<Vec<TextHit>> {
        let phrases = phrases(query, searched);
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

/// Makes an empty one ready, and says whether it can be used.
fn begin(db: &Connection) -> Result<bool> {
    db.pragma_update(None, "journal_mode", "WAL")?;
    // Only a cache: what a power cut takes is read again.
    db.pragma_update(None, "synchronous", "OFF")?;
    if usable(db)? {
        return Ok(true);
    }
    // Another program may be making it at this moment.
    let tx = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
    if made(&tx)?.is_empty() {
        fill(&tx)?;
    }
    tx.commit()?;
    usable(db)
}

/// Whether it is a cache of this version, made of nothing else: only then is it asked anything.
fn usable(db: &Connection) -> Result<bool> {
    static MADE: LazyLock<Schema> = LazyLock::new(|| {
        let db = Connection::open_in_memory();
        let made = db.map_err(Error::from).and_then(|db| fill(&db).and_then(|()| Schema::of(&db)));
        made.unwrap_or_default()
    });
    let version: i64 = db.pragma_query_value(None, "user_version", |r| r.get(0))?;
    Ok(version == VERSION && MADE.differences(&made(db)?).is_empty())
}

fn fill(db: &Connection) -> Result<()> {
    db.execute_batch(SCHEMA)?;
    db.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}

/// Puts what stands in the cache's place aside, with what lies beside it: it may be anybody's, and is not deleted.
fn put_aside(path: &Path) -> Result<()> {
    let aside = path.with_file_name("quarantine");
    match disk::stands(&aside).map_err(|e| Error::io(&aside, e))? {
        Stands::Folder => {}
        Stands::Nothing => std::fs::create_dir(&aside).map_err(|e| Error::io(&aside, e))?,
        Stands::File | Stands::Foreign => return Err(folder_part_foreign(aside.display())),
    }
    let name = format!("text.db-{}", Uuid::now_v7().simple());
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut from = path.as_os_str().to_owned();
        from.push(end);
        match std::fs::rename(&from, aside.join(format!("{name}{end}"))) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(Error::io(Path::new(&from), e)),
            _ => {}
        }
    }
    Ok(())
}

/// The phrases of a query, made comparable by `fold`.
pub fn phrases(query: &str, fold: fn(&str) -> String) -> Vec<String> {
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
