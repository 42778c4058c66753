//! What the cache keeps of each content, and of which it has to be read again.

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::cache::{TextCache, WasRead};
use crate::digest::Digest;
use crate::error::Result;
use crate::extract::{self, Extracted, Inside, Media, Unread, Unsearchable, asked, asked_of, gained};
use crate::text::{Sketch, words};

/// What is known of a content.
struct Known {
    id: i64,
    /// Whether it has to be read again.
    outdated: bool,
    /// Which reader read it, how, and what it left.
    reader: i64,
    media: Media,
    problem: Option<Unsearchable>,
    engine: Option<String>,
    parts: usize,
}

impl Known {
    /// Whether less was read now, because the program that read it then failed, or is not there any more. Only a reader that is
    /// older than that of today may have said too little of what it left.
    fn says_more_than(&self, found: &Extracted) -> bool {
        let Some(then) = &self.engine else { return false };
        let scans = |engine: &str| engine.contains("tesseract");
        let lost = scans(then) && !found.engine.as_deref().is_some_and(scans);
        left(found.problem, found.unread.len()) > left(self.problem, self.parts)
            && (lost || self.reader >= extract::VERSION)
    }
}

/// How much of a file was not read: nothing, so many parts, all of it.
fn left(problem: Option<Unsearchable>, parts: usize) -> (u8, usize) {
    match problem {
        None => (0, 0),
        Some(Unsearchable::PartUnread) => (1, parts),
        Some(_) => (2, 0),
    }
}

impl TextCache {
    /// Whether all texts are known of so many files: then nobody has to look which are not.
    pub fn is_whole(&self, files: usize) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM whole WHERE reader = ?1 AND files = ?2 AND asked = ?3)";
        Ok(self.db.query_row(sql, params![extract::VERSION, files as i64, asked(&self.contained)], |r| r.get(0))?)
    }

    /// Notes that all texts are known of so many files.
    pub fn make_whole(&self, files: usize) -> Result<()> {
        // Writing from the beginning: one that began by reading is refused at once where somebody else wrote meanwhile.
        let batch = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        batch.execute("DELETE FROM whole", [])?;
        let asked = asked(&self.contained);
        let sql = "INSERT INTO whole (reader, files, asked) VALUES (?1, ?2, ?3)";
        batch.execute(sql, params![extract::VERSION, files as i64, asked])?;
        batch.commit()?;
        Ok(())
    }

    /// Those of some contents that the reader of today has not read, or that another program can be asked of today.
    pub fn unknown(&self, contents: &[Digest]) -> Result<Vec<Digest>> {
        let mut left = Vec::new();
        for digest in contents {
            if self.known(digest)?.is_none_or(|known| known.outdated) {
                left.push(*digest);
            }
        }
        Ok(left)
    }

    fn known(&self, digest: &Digest) -> Result<Option<Known>> {
        type Row = (i64, i64, Media, Option<Unsearchable>, Option<String>, String);
        let sql = "SELECT id, reader, media, problem, engine, asked FROM file WHERE digest = ?1";
        let row = |r: &rusqlite::Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?));
        let found: Option<Row> = self.db.prepare_cached(sql)?.query_row([digest], row).optional()?;
        let Some((id, reader, media, problem, engine, then)) = found else { return Ok(None) };
        let now = asked_of(&self.contained, media, problem, engine.as_deref());
        let outdated = reader < extract::VERSION || gained(&then, &now);
        let count = "SELECT count(*) FROM part WHERE file = ?1";
        let parts: i64 = self.db.prepare_cached(count)?.query_row([id], |r| r.get(0))?;
        Ok(Some(Known { id, outdated, reader, media, problem, engine, parts: parts as usize }))
    }

    /// How a content was read; nothing where it was not read yet.
    pub fn reading(&self, digest: &Digest) -> Result<Option<WasRead>> {
        let sql = "SELECT id, problem, engine FROM file WHERE digest = ?1";
        let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, i64>(0)?, r.get(1)?, r.get(2)?));
        let Some((id, problem, engine)) = self.db.prepare_cached(sql)?.query_row([digest], row).optional()? else {
            return Ok(None);
        };
        Ok(Some(WasRead { problem, engine, unread: self.parts(id)? }))
    }

    /// What in a content could not be read.
    pub(super) fn parts(&self, id: i64) -> Result<Vec<Unread>> {
        let mut parts = self.db.prepare_cached("SELECT name, problem FROM part WHERE file = ?1 ORDER BY position")?;
        let rows = parts.query_map([id], |r| Ok(Unread { name: r.get(0)?, problem: r.get(1)?, content: None }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The files in a content, in the order of their text.
    pub(super) fn inside(&self, id: i64) -> Result<Vec<Inside>> {
        let sql = "SELECT name, media, start, begins, ends FROM inside WHERE file = ?1 ORDER BY position";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([id], |r| {
            let at = |n| r.get::<_, i64>(n).map(|at| usize::try_from(at).unwrap_or(usize::MAX));
            Ok(Inside { name: r.get(0)?, media: r.get(1)?, from: at(2)?, begins: at(3)?, ends: at(4)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Words whose deletion is tracked in a content and neither accepted nor refused, a line for each paragraph.
    pub fn tracked(&self, digest: &Digest) -> Result<String> {
        let sql = "SELECT tracked FROM file WHERE digest = ?1";
        let found = self.db.prepare_cached(sql)?.query_row([digest], |r| r.get(0));
        Ok(found.optional()?.unwrap_or_default())
    }

    /// Keeps what was read of some contents; what is outdated of them goes, unless it says more.
    pub fn put_many(&self, texts: &[(Digest, Extracted)]) -> Result<()> {
        if self.read_only {
            return Ok(());
        }
        // Writing from the beginning: one that began by reading is refused at once where somebody else wrote meanwhile.
        let batch = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        for (digest, found) in texts {
            let unread = found.problem == Some(Unsearchable::NotStarted);
            match self.known(digest)? {
                Some(known) if unread || !known.outdated => continue,
                Some(known) if known.says_more_than(found) => {
                    self.stays(&known)?;
                    continue;
                }
                Some(known) => self.remove(known.id)?,
                None => {}
            }
            self.insert(digest, found, if unread { 0 } else { extract::VERSION })?;
        }
        batch.commit()?;
        Ok(())
    }

    /// What was read before is kept, and not read again before there is something else to be asked.
    fn stays(&self, known: &Known) -> Result<()> {
        let asked = asked_of(&self.contained, known.media, known.problem, known.engine.as_deref());
        let sql = "UPDATE file SET reader = ?2, asked = ?3 WHERE id = ?1";
        self.db.prepare_cached(sql)?.execute(params![known.id, extract::VERSION, asked])?;
        Ok(())
    }

    fn remove(&self, id: i64) -> Result<()> {
        for sql in [
            "DELETE FROM part WHERE file = ?1",
            "DELETE FROM inside WHERE file = ?1",
            "DELETE FROM file WHERE id = ?1",
            "DELETE FROM body WHERE id = ?1",
            "DELETE FROM sketch WHERE id = ?1",
            "DELETE FROM made WHERE id = ?1",
            "DELETE FROM words WHERE rowid = ?1",
        ] {
            self.db.prepare_cached(sql)?.execute([id])?;
        }
        Ok(())
    }

    fn insert(&self, digest: &Digest, found: &Extracted, reader: i64) -> Result<()> {
        let sql = "INSERT INTO file (digest, media, problem, reader, engine, asked, tracked)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let asked = asked_of(&self.contained, found.media, found.problem, found.engine.as_deref());
        let mut insert = self.db.prepare_cached(sql)?;
        insert.execute(params![digest, found.media, found.problem, reader, found.engine, asked, found.tracked])?;
        let id = self.db.last_insert_rowid();
        let mut part =
            self.db.prepare_cached("INSERT INTO part (file, position, name, problem) VALUES (?1, ?2, ?3, ?4)")?;
        for (position, unread) in found.unread.iter().enumerate() {
            part.execute(params![id, position as i64, unread.name, unread.problem])?;
        }
        let mut inside = self.db.prepare_cached(
            "INSERT INTO inside (file, position, name, media, start, begins, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for (position, Inside { name, media, from, begins, ends }) in found.inside.iter().enumerate() {
            let [from, begins, ends] = [*from, *begins, *ends].map(|at| at as i64);
            inside.execute(params![id, position as i64, name, media, from, begins, ends])?;
        }
        self.db.prepare_cached("INSERT INTO body (id, text) VALUES (?1, ?2)")?.execute(params![id, found.text])?;
        let mut sketch = self.db.prepare_cached("INSERT INTO sketch (id, marks) VALUES (?1, ?2)")?;
        sketch.execute(params![id, Sketch::of(&found.text).to_bytes()])?;
        let mut index = self.db.prepare_cached("INSERT INTO words (rowid, text) VALUES (?1, ?2)")?;
        index.execute(params![id, words(&found.text)])?;
        Ok(())
    }
}
