//! The cache is compared, not trusted: what it holds of a file is read again from the file.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::cache::{TextCache, WORDS};
use crate::contained::Containment;
use crate::digest::Digest;
use crate::disk::{self, Reading};
use crate::error::{Error, Result, check_stopped, file_limit_reached, no_descriptors};
use crate::extract::{Unsearchable, read_alone};
use crate::text::{Sketch, words};
use crate::vault::Vault;

/// What came of comparing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TextsHeld {
    /// How many texts were compared.
    pub compared: u64,
    /// How many were not: what another program read, or an earlier reader, and what its file is not at hand for.
    pub not_compared: u64,
    /// Those that are not what their file says, by its digest.
    pub wrong: Vec<Digest>,
}

/// Compares all texts with their files. Nothing where it is no cache of ours, or damaged: the next search puts it aside. The files are strangers': they are read where they can do no harm.
///
/// # Errors
/// `cancelled`.
pub fn compare(cache: &Path, vault: &Vault, contained: &Containment, cancel: &AtomicBool) -> Result<Option<TextsHeld>> {
    let mut held = TextsHeld::default();
    if TextCache::is_bare(cache) {
        return Ok(Some(held));
    }
    let place = cache;
    let Some(cache) = TextCache::as_it_is(place) else {
        return if no_descriptors() { Err(file_limit_reached()) } else { Ok(None) };
    };
    if !is_sound(place)? {
        return Ok(None);
    }
    let mut looked_at = 0;
    cache.each(&mut |id, digest, media, problem, text| {
        if cancel.load(Ordering::Relaxed) {
            return Err(check_stopped());
        }
        // A file that is gone, altered, very large or not to be read is none that its text can be held against; what is
        // wrong with it is found where the files are checked.
        let Ok(bytes) = vault.read_object(&digest) else { return Ok(()) };
        let found = read_alone(&bytes, contained);
        if found.problem == Some(Unsearchable::NotStarted) {
            return Ok(());
        }
        looked_at += 1;
        // What has no text is looked at as well: one that was taken out would never be found.
        held.compared += u64::from(!(text.is_empty() && found.text.is_empty()));
        let same = Some(found.media) == media && found.problem == problem && found.text == text;
        if !same || cache.inside(id)? != found.inside {
            held.wrong.push(digest);
        }
        Ok(())
    })?;
    held.not_compared = cache.count()?.saturating_sub(looked_at);
    Ok(Some(held))
}

/// Whether the index of words is what the texts make of it.
fn index_fits(db: &Connection) -> Result<bool> {
    let made = Connection::open("")?;
    made.execute_batch(WORDS)?;
    let batch = made.unchecked_transaction()?;
    {
        let mut put = batch.prepare("INSERT INTO words (rowid, text) VALUES (?1, ?2)")?;
        let mut texts = db.prepare("SELECT id, text FROM body ORDER BY id")?;
        let mut rows = texts.query([])?;
        while let Some(row) = rows.next()? {
            put.execute((row.get::<_, i64>(0)?, words(&row.get::<_, String>(1)?)))?;
        }
    }
    batch.commit()?;
    for side in [db, &made] {
        side.execute_batch("CREATE VIRTUAL TABLE temp.place USING fts5vocab('main', 'words', 'instance')")?;
    }
    if alike(db, &made)? {
        return Ok(true);
    }
    // What was taken out stands in the index until its parts are joined.
    db.execute("INSERT INTO words (words) VALUES ('optimize')", [])?;
    alike(db, &made)
}

/// Whether each text has the sketch that is made of it, and no other has one.
fn sketches_fit(db: &Connection) -> Result<bool> {
    let others: i64 =
        db.query_row("SELECT count(*) FROM sketch WHERE id NOT IN (SELECT id FROM body)", [], |r| r.get(0))?;
    let mut texts = db.prepare("SELECT b.text, s.marks FROM body b LEFT JOIN sketch s ON s.id = b.id")?;
    let mut rows = texts.query([])?;
    while let Some(row) = rows.next()? {
        let (text, marks): (String, Option<Vec<u8>>) = (row.get(0)?, row.get(1)?);
        if marks != Some(Sketch::of(&text).to_bytes()) {
            return Ok(false);
        }
    }
    Ok(others == 0)
}

/// Whether two indexes of words say the same: each word at each place, and how long each text is.
fn alike(db: &Connection, made: &Connection) -> Result<bool> {
    // The sums over all texts are not compared: they keep what was taken out, and only order what is found.
    for sql in ["SELECT term, doc, \"offset\" FROM temp.place", "SELECT id, sz FROM words_docsize ORDER BY id"] {
        if !same(db, made, sql)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether two databases answer the same.
fn same(db: &Connection, made: &Connection, sql: &str) -> Result<bool> {
    let (mut theirs, mut ours) = (db.prepare(sql)?, made.prepare(sql)?);
    let columns = ours.column_count();
    let (mut theirs, mut ours) = (theirs.query([])?, ours.query([])?);
    loop {
        match (theirs.next()?, ours.next()?) {
            (None, None) => return Ok(true),
            (Some(their), Some(our)) => {
                for at in 0..columns {
                    if their.get_ref(at)? != our.get_ref(at)? {
                        return Ok(false);
                    }
                }
            }
            _ => return Ok(false),
        }
    }
}

/// Whether the database as such and its index of words agree. Looking at the index takes a database that can be written, so
/// that a copy is asked; one that is larger is asked for the rest alone.
fn is_sound(cache: &Path) -> Result<bool> {
    const LARGEST: u64 = 256 << 20;
    let size = std::fs::metadata(cache).map_err(|e| Error::io(cache, e))?.len();
    let Reading { db, copy } = if size > LARGEST { disk::open_to_read(cache)? } else { disk::open_a_copy(cache)? };
    let fine = |found: rusqlite::Result<String>| found.is_ok_and(|said| said == "ok");
    let sound = fine(db.query_row("PRAGMA integrity_check(1)", [], |r| r.get(0)))
        && sketches_fit(&db).unwrap_or(false)
        && (copy.is_none() || index_fits(&db).unwrap_or(false));
    if !sound && no_descriptors() {
        return Err(file_limit_reached());
    }
    Ok(sound)
}
