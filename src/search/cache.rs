//! The cache of extracted text and its index, in a file of its own beside the ledger. Keyed by content hash, it
//! survives a rebuild; deleted, it is made again from the files.

use std::path::Path;
use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use serde::Serialize;
use tempfile::TempDir;
use ts_rs::TS;
use uuid::Uuid;

use crate::contained::Containment;
use crate::digest::Digest;
use crate::disk::{self, Reading, Schema, Stands, folder_part_foreign, made};
use crate::error::{Code, Error, Result};
use crate::extract::{self, Media, Unread, Unsearchable};

/// Goes up when the tables or the comparable form of words change; an older cache is made anew.
const VERSION: i64 = 7;
/// One that has everything but what [`upgrade`] adds.
const BEFORE: i64 = 5;

const SCHEMA: &str = "
    CREATE TABLE file (
        id      INTEGER PRIMARY KEY,
        digest  BLOB NOT NULL UNIQUE,
        media   TEXT NOT NULL,
        problem TEXT,
        reader  INTEGER NOT NULL,            -- extract::VERSION of the reader; 0 where none could be started
        engine  TEXT,                        -- the other program that read it, with its version
        asked   TEXT NOT NULL,               -- which other programs could be asked of it
        tracked TEXT NOT NULL DEFAULT ''     -- words whose deletion is tracked: no part of the text, and not found
    ) STRICT;
    CREATE INDEX file_with_problem ON file (problem, digest) WHERE problem IS NOT NULL;
    -- The text as it was read; pages, sheets and slides are told by its control characters, see `search::place`.
    CREATE TABLE body (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    -- By what a text is found that is like another, see `text::Sketch`.
    CREATE TABLE sketch (id INTEGER PRIMARY KEY, marks BLOB NOT NULL) STRICT;
    -- How many files there were when all of them had been read, and by which reader; no row before that.
    CREATE TABLE whole (reader INTEGER NOT NULL, files INTEGER NOT NULL, asked TEXT NOT NULL) STRICT;
";

/// What is made of a text by others, under a name of theirs; nothing where they found nothing in it.
const OF_OTHERS: &str = "
CREATE TABLE made (name TEXT NOT NULL, id INTEGER NOT NULL, made TEXT, PRIMARY KEY (name, id)) STRICT, WITHOUT ROWID;
CREATE INDEX made_of ON made (id);";

/// What in a file could not be read, in its order.
const PARTS: &str = "CREATE TABLE part (
    file INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, problem TEXT NOT NULL, PRIMARY KEY (file, position)
) STRICT;";

/// The files in a file whose text stands within its own: by bytes, see `extract::Inside`.
const INSIDE: &str = "CREATE TABLE inside (
    file INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, media TEXT NOT NULL,
    start INTEGER NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL, PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;";

/// What is searched through as it was left, see `stored`: made of which tables, up to which entry and content, and on which day.
const SHELF: &str = "CREATE TABLE shelf (
    one INTEGER PRIMARY KEY CHECK (one = 1), tables INTEGER NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL,
    content INTEGER NOT NULL, day TEXT NOT NULL, sum INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;";

/// The index of the words of the texts, see [`words`]: they hold no ASCII but letters and digits, so that nothing else parts them.
pub(super) const WORDS: &str =
    "CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1, tokenize='ascii');";

/// Which contents have which ids: a mark of the file, and the highest id.
pub(super) type Stamp = (i64, i64);

/// How a file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "FileWasRead")]
pub struct WasRead {
    /// Why it could not be read, or not wholly.
    pub problem: Option<Unsearchable>,
    /// The other program that read it, with its version.
    pub engine: Option<String>,
    /// What in it could not be read: pages of a scan as `2 / 5`, pictures, what is attached or packed.
    pub unread: Vec<Unread>,
}

/// The cache.
pub struct TextCache {
    pub(super) db: Connection,
    /// Nothing is kept: it lies where nothing can be written, or stands in for one that does not.
    pub(super) read_only: bool,
    /// What is read in its stead.
    _copy: Option<TempDir>,
    pub(super) contained: Containment,
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

    /// Whether one was begun and not gone on with: there is nothing in it, and the next opening goes on.
    pub(super) fn is_bare(path: &Path) -> bool {
        let count = |db: &Connection| db.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get::<_, u64>(0));
        disk::stands(path).is_ok_and(|found| found == Stands::File)
            && disk::open_to_read(path).is_ok_and(|reading| count(&reading.db).is_ok_and(|parts| parts == 0))
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
            .prepare_cached("SELECT media, problem FROM file WHERE digest = ?1")?
            .query_row([digest], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?)
    }

    /// How many contents are known.
    pub(super) fn count(&self) -> Result<u64> {
        Ok(self.db.query_row("SELECT count(*) FROM file", [], |r| r.get(0))?)
    }

    /// Hands over all that the reader of today read itself; what an earlier one read is read again anyway, what another program
    /// read only that can read again, and what cannot be read as such is as good as no text.
    pub(super) fn each(
        &self,
        see: &mut dyn FnMut(i64, Digest, Option<Media>, Option<Unsearchable>, &str) -> Result<()>,
    ) -> Result<()> {
        let mut all = self.db.prepare(
            "SELECT f.id, f.digest, f.media, f.problem, b.text FROM file f LEFT JOIN body b ON b.id = f.id
             WHERE f.reader >= ?1 AND f.engine IS NULL ORDER BY f.id",
        )?;
        let mut rows = all.query([extract::VERSION])?;
        while let Some(row) = rows.next()? {
            let Ok(digest) = row.get(1) else { continue };
            let (media, problem) = (row.get(2).ok(), row.get(3).unwrap_or_default());
            see(row.get(0)?, digest, media, problem, row.get_ref(4)?.as_str().unwrap_or_default())?;
        }
        Ok(())
    }

    /// The contents that hold what an expression of the index says, by their ids, in order of these. The best come first
    /// where there are no more than `ranked` of them.
    pub(super) fn matching(&self, expression: &str, ranked: usize) -> Result<Vec<i64>> {
        let read = |sql: &str| -> Result<Vec<i64>> {
            let mut statement = self.db.prepare_cached(sql)?;
            let rows = statement.query_map([expression], |r| r.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        let from = "SELECT rowid FROM words WHERE words MATCH ?1";
        let found = read(from)?;
        // To weigh a hundred thousand against each other takes longer than anybody looks at the first of them.
        if found.len() < 2 || found.len() > ranked { Ok(found) } else { read(&format!("{from} ORDER BY rank")) }
    }

    /// All contents with their ids, in order of their digests.
    pub(super) fn by_digest(&self) -> Result<Vec<(Digest, i64)>> {
        let mut statement = self.db.prepare_cached("SELECT digest, id FROM file ORDER BY digest")?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The digest of a content.
    pub(super) fn digest(&self, id: i64) -> Result<Option<Digest>> {
        let sql = "SELECT digest FROM file WHERE id = ?1";
        Ok(self.db.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?)
    }

    /// The id of a content.
    pub(super) fn id(&self, digest: &Digest) -> Result<Option<i64>> {
        let sql = "SELECT id FROM file WHERE digest = ?1";
        Ok(self.db.prepare_cached(sql)?.query_row([digest], |r| r.get(0)).optional()?)
    }

    /// The ids above one, at most so many.
    pub(super) fn ids_above(&self, id: i64, most: usize) -> Result<Vec<i64>> {
        let mut statement = self.db.prepare_cached("SELECT id FROM file WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let rows = statement.query_map(params![id, most as i64], |r| r.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Which contents have which ids: it is another whenever one of them may have another. A content that is read again
    /// gets the highest id, and a cache that is made anew a mark of its own.
    pub(super) fn stamp(&self) -> Result<Stamp> {
        let mark = self.db.pragma_query_value(None, "application_id", |r| r.get(0))?;
        let highest = self.db.query_row("SELECT coalesce(max(id), 0) FROM file", [], |r| r.get(0))?;
        Ok((mark, highest))
    }

    /// The text of a content, with its digest and what it is.
    pub(super) fn text(&self, id: i64) -> Result<Option<(Digest, Media, String)>> {
        let sql = "SELECT f.digest, f.media, b.text FROM file f JOIN body b ON b.id = f.id WHERE f.id = ?1";
        let found = self.db.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)));
        Ok(found.optional()?)
    }

    /// The contents that could not be read, or not wholly, with the reason.
    pub(super) fn unread(&self) -> Result<Vec<(i64, Unsearchable)>> {
        let sql = "SELECT id, problem FROM file INDEXED BY file_with_problem WHERE problem IS NOT NULL";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
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
    } else {
        upgrade(&tx)?;
    }
    tx.commit()?;
    usable(db)
}

/// Adds what an earlier one has not: what other programs read once is kept, since they may not be there any more.
fn upgrade(db: &Connection) -> Result<()> {
    let version: i64 = db.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if !(BEFORE..VERSION).contains(&version) {
        return Ok(());
    }
    if version == BEFORE {
        db.execute_batch("ALTER TABLE file ADD COLUMN tracked TEXT NOT NULL DEFAULT ''")?;
        db.execute_batch(OF_OTHERS)?;
        db.execute_batch(PARTS)?;
    }
    db.execute_batch(INSIDE)?;
    db.execute_batch(SHELF)?;
    Ok(db.pragma_update(None, "user_version", VERSION)?)
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
    db.execute_batch(OF_OTHERS)?;
    db.execute_batch(PARTS)?;
    db.execute_batch(INSIDE)?;
    db.execute_batch(SHELF)?;
    db.execute_batch(WORDS)?;
    db.pragma_update(None, "user_version", VERSION)?;
    // Tells it from the one before it, see `TextCache::stamp`.
    let [.., a, b, c, d] = *Uuid::now_v7().as_bytes();
    db.pragma_update(None, "application_id", i32::from_be_bytes([a, b, c, d]))?;
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
