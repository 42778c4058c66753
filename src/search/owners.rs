//! Whose files some contents are: of which documents, by which revision, and of which records.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use crate::digest::Digest;
use crate::error::Result;
use crate::ids::{DocumentId, RecordId, RevisionId};
use crate::items::ItemId;

/// So many are looked up one by one; of more, all there are is read in order.
const FEW: usize = 1_000;

/// A content among those that were asked for, and what has it.
pub(super) struct Owned {
    /// Its place among them.
    pub(super) content: usize,
    /// The document or record.
    pub(super) item: ItemId,
    /// The revision, of a document.
    pub(super) revision: Option<RevisionId>,
}

/// What has these contents.
pub(super) fn owners<'a>(db: &Connection, contents: impl ExactSizeIterator<Item = &'a Digest>) -> Result<Vec<Owned>> {
    const DOCUMENTS: &str =
        "SELECT f.digest, r.document, r.id FROM revision_file f JOIN revision r ON r.id = f.revision";
    const RECORDS: &str = "SELECT f.digest, f.record FROM record_file f";
    let mut found = Vec::new();
    if contents.len() <= FEW {
        let mut documents = db.prepare_cached(&format!("{DOCUMENTS} WHERE f.digest = ?1"))?;
        let mut records = db.prepare_cached(&format!("{RECORDS} WHERE f.digest = ?1"))?;
        for (content, digest) in contents.enumerate() {
            let mut rows = documents.query([digest])?;
            while let Some(row) = rows.next()? {
                let (item, revision) =
                    (ItemId::Document(DocumentId(row.get::<_, DocumentId>(1)?.0)), Some(row.get(2)?));
                found.push(Owned { content, item, revision });
            }
            let mut rows = records.query([digest])?;
            while let Some(row) = rows.next()? {
                found.push(Owned { content, item: ItemId::Record(row.get::<_, RecordId>(1)?), revision: None });
            }
        }
        return Ok(found);
    }
    let places: HashMap<&Digest, usize> = contents.enumerate().map(|(place, digest)| (digest, place)).collect();
    let mut documents = db.prepare_cached(DOCUMENTS)?;
    let mut rows = documents.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(content) = places.get(&row.get::<_, Digest>(0)?) {
            let item = ItemId::Document(row.get(1)?);
            found.push(Owned { content: *content, item, revision: Some(row.get(2)?) });
        }
    }
    let mut records = db.prepare_cached(RECORDS)?;
    let mut rows = records.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(content) = places.get(&row.get::<_, Digest>(0)?) {
            found.push(Owned { content: *content, item: ItemId::Record(row.get(1)?), revision: None });
        }
    }
    Ok(found)
}

/// The documents among these whose revision is not the one they stand with.
pub(super) fn not_current(db: &Connection, owned: &[Owned]) -> Result<HashSet<(DocumentId, RevisionId)>> {
    let pairs: HashSet<(DocumentId, RevisionId)> = owned
        .iter()
        .filter_map(|o| match (o.item, o.revision) {
            (ItemId::Document(id), Some(revision)) => Some((id, revision)),
            _ => None,
        })
        .collect();
    let mut current: HashMap<DocumentId, Option<RevisionId>> = HashMap::new();
    if pairs.len() <= FEW {
        let mut one = db.prepare_cached("SELECT current FROM document WHERE id = ?1")?;
        for (id, _) in &pairs {
            current.insert(*id, one.query_row([id], |r| r.get(0))?);
        }
    } else {
        let mut all = db.prepare_cached("SELECT id, current FROM document")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            current.insert(row.get(0)?, row.get(1)?);
        }
    }
    Ok(pairs.into_iter().filter(|(id, revision)| current.get(id).copied().flatten() != Some(*revision)).collect())
}
