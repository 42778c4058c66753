//! What is different since a state of the ledger and of the cache: which documents and records were touched, as they stand
//! now, and which contents were read since.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::cache::{Stamp, TextCache};
use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::extract::Media;
use crate::ids::{DocumentId, RecordId, RevisionId};
use crate::items::ItemId;
use crate::ledger::{self, Entry, Head};
use crate::rebuild;

/// What is different.
pub(super) struct Since {
    pub(super) touched: Vec<Touched>,
    /// The contents of the cache that were read since.
    pub(super) contents: Vec<i64>,
}

/// What an entry since is about.
pub(super) struct Touched {
    pub(super) id: Uuid,
    /// Nothing for what is gone, and for what is neither a document nor a record.
    pub(super) now: Option<Now>,
}

/// A document or record as it stands now.
pub(super) struct Now {
    pub(super) item: ItemId,
    pub(super) names: String,
    /// The kind of a record.
    pub(super) kind: Option<String>,
    pub(super) day: Option<Day>,
    /// The revision that a document stands with.
    pub(super) current: Option<RevisionId>,
    pub(super) files: Vec<HeldFile>,
}

/// A file of a revision, or of a record.
pub(super) struct HeldFile {
    pub(super) revision: Option<RevisionId>,
    pub(super) digest: Digest,
    pub(super) media: Media,
    pub(super) name: String,
}

impl Since {
    /// Reads what is different between then and now, and how others stand that no entry says; nothing where that is more than
    /// `most`, or where the tables as a whole may be others.
    pub(super) fn read(
        db: &Connection,
        cache: &TextCache,
        then: (Head, Stamp),
        now: (Head, Stamp),
        (most, others): (usize, BTreeSet<Uuid>),
    ) -> Result<Option<Self>> {
        let ((before, (mark, highest)), (head, (same, _))) = (then, now);
        let goes_on = before.size <= head.size && ledger::root_at(db, before.size)? == before.root;
        // An entry is about few things.
        if mark != same || !goes_on || head.size - before.size > most as u64 {
            return Ok(None);
        }
        let Some(mut subjects) = subjects(db, before.size, head.size)? else { return Ok(None) };
        subjects.extend(others);
        let contents = cache.ids_above(highest, most + 1)?;
        if subjects.len() > most || contents.len() > most {
            return Ok(None);
        }
        let touched = subjects.into_iter().map(|id| Ok(Touched { id, now: Now::read(db, id)? }));
        Ok(Some(Self { touched: touched.collect::<Result<_>>()?, contents }))
    }
}

/// What some entries are about; nothing where others are read in the light of one of them.
fn subjects(db: &Connection, first: u64, end: u64) -> Result<Option<BTreeSet<Uuid>>> {
    let mut all = BTreeSet::new();
    for seq in first..end {
        let Some(bytes) = ledger::entry_bytes(db, seq)? else { return Ok(None) };
        let change = rebuild::read(Entry::parse(&bytes)?.event())?;
        if change.frames_all() || change.time_zone().is_some() || change.day_said().is_some() {
            return Ok(None);
        }
        all.extend(change.subjects(db)?);
    }
    Ok(Some(all))
}

impl Now {
    fn read(db: &Connection, id: Uuid) -> Result<Option<Self>> {
        match Self::document(db, DocumentId(id))? {
            Some(document) => Ok(Some(document)),
            None => Self::record(db, RecordId(id)),
        }
    }

    fn document(db: &Connection, id: DocumentId) -> Result<Option<Self>> {
        let mut standing = db.prepare_cached("SELECT names, registered, current FROM document WHERE id = ?1")?;
        let standing = standing.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get::<_, Option<RevisionId>>(2)?)));
        let Some((names, mut day, current)) = standing.optional()? else { return Ok(None) };
        let mut revisions = db.prepare_cached("SELECT id, filed FROM revision WHERE document = ?1")?;
        let revisions = revisions.query_map([id], |r| Ok((r.get::<_, RevisionId>(0)?, r.get(1)?)))?;
        let mut files = Vec::new();
        for revision in revisions {
            let (revision, filed) = revision?;
            if current == Some(revision) {
                day = filed;
            }
            let sql = "SELECT digest, media, name FROM revision_file WHERE revision = ?1";
            add_files(db, sql, &revision, Some(revision), &mut files)?;
        }
        Ok(Some(Self { item: ItemId::Document(id), names, kind: None, day, current, files }))
    }

    fn record(db: &Connection, id: RecordId) -> Result<Option<Self>> {
        let sql = "SELECT names, kind, coalesce(collected, period_to, filed) FROM record WHERE id = ?1";
        let standing = db.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()?;
        let Some((names, kind, day)) = standing else { return Ok(None) };
        let mut files = Vec::new();
        add_files(db, "SELECT digest, media, name FROM record_file WHERE record = ?1", &id, None, &mut files)?;
        Ok(Some(Self { item: ItemId::Record(id), names, kind: Some(kind), day, current: None, files }))
    }
}

fn add_files(
    db: &Connection,
    sql: &str,
    of: &dyn rusqlite::ToSql,
    revision: Option<RevisionId>,
    files: &mut Vec<HeldFile>,
) -> Result<()> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement
        .query_map([of], |r| Ok(HeldFile { revision, digest: r.get(0)?, media: r.get(1)?, name: r.get(2)? }))?;
    for file in rows {
        files.push(file?);
    }
    Ok(())
}
