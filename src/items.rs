//! A document or a record, where a rule does not mind which: found by name, named, and found by a file it holds.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::day::{Day, Due};
use crate::digest::Digest;
use crate::documents::DocumentState;
use crate::error::{Code, Result, reasons};
use crate::ids::{DocumentId, RecordId};
use crate::workspace::standing_day;
use crate::{documents, records};

reasons! {
    item_not_found(name) = NotFound;
}

/// A document or a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemId {
    /// A document.
    Document(DocumentId),
    /// A record.
    Record(RecordId),
}

impl ItemId {
    /// The bare identifier.
    pub fn uuid(self) -> Uuid {
        match self {
            ItemId::Document(id) => id.0,
            ItemId::Record(id) => id.0,
        }
    }

    /// 0 for a document, 1 for a record; as in tables.
    pub fn kind(self) -> i64 {
        match self {
            ItemId::Document(_) => 0,
            ItemId::Record(_) => 1,
        }
    }

    /// Puts an identifier from a table together again.
    pub fn from_parts(kind: i64, id: [u8; 16]) -> Self {
        let id = Uuid::from_bytes(id);
        if kind == 0 { ItemId::Document(DocumentId(id)) } else { ItemId::Record(RecordId(id)) }
    }
}

/// A document or record by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Item {
    /// `document` or `record`.
    pub kind: &'static str,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
}

/// A document or record that holds a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The document or record.
    pub item: Item,
    /// Documents: label of the revision.
    pub revision: Option<String>,
    /// The path the file was filed from.
    pub path: String,
}

/// Finds a document by code, or a record by code or identifier.
///
/// # Errors
/// `not_found`.
pub fn find(db: &Connection, name: &str) -> Result<ItemId> {
    if let Some(document) = there(documents::by_code(db, name))? {
        return Ok(ItemId::Document(document.id));
    }
    match there(records::find(db, name))? {
        Some(record) => Ok(ItemId::Record(record.id)),
        None => Err(item_not_found(name)),
    }
}

/// The name of a document or record.
///
/// # Errors
/// `not_found` for one that was taken back.
pub fn name(db: &Connection, item: ItemId) -> Result<Item> {
    match item {
        ItemId::Document(id) => {
            documents::by_id(db, id).map(|d| Item { kind: "document", code: d.code, title: d.particulars.title })
        }
        ItemId::Record(id) => {
            records::by_id(db, id).map(|r| Item { kind: "record", code: r.code, title: r.particulars.title })
        }
    }
}

/// Its code, empty for one that was taken back.
pub fn code(db: &Connection, item: ItemId) -> Result<String> {
    Ok(there(name(db, item))?.map(|item| item.code).unwrap_or_default())
}

/// The last day on which it counts as evidence, by how it stands on the day of the tables: a document in force to its next
/// review, a record to its end. Nothing while it does not count.
pub fn counts_until(db: &Connection, item: ItemId) -> Result<Option<Day>> {
    Ok(match item {
        ItemId::Document(id) => documents::standing(db, id)?
            .filter(|standing| standing.state == DocumentState::Effective)
            .map(|standing| standing.due.map_or(Day::MAX, Due::counts_until)),
        ItemId::Record(id) => {
            let counts = records::stands(db, id)?.and_then(|standing| standing.counts());
            match counts {
                Some((first, last)) if first <= standing_day(db)? => Some(last),
                _ => None,
            }
        }
    })
}

/// Whether it counts as evidence on the day of the tables.
pub fn counts(db: &Connection, item: ItemId) -> Result<bool> {
    let day = standing_day(db)?;
    Ok(counts_until(db, item)?.is_some_and(|last| last >= day))
}

/// That an item is in use, as [`is_out_of_use`] says it, of rows with `item_kind` and `item`.
pub const IN_USE: &str =
    "(item_kind = 1 AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id = item AND r.exit IS NOT NULL)
     OR item_kind = 0 AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = item AND d.state = 'withdrawn'))";

/// Whether it went out of use: a document that was withdrawn, a record that was replaced or taken back.
pub fn is_out_of_use(db: &Connection, item: ItemId) -> Result<bool> {
    Ok(match item {
        ItemId::Document(id) => {
            documents::standing(db, id)?.is_some_and(|standing| standing.state == DocumentState::Withdrawn)
        }
        ItemId::Record(id) => records::stands(db, id)?.is_none_or(|standing| standing.exit.is_some()),
    })
}

/// The documents and records that hold a file with this content, documents first.
pub fn holding(db: &Connection, digest: &Digest) -> Result<Vec<Holder>> {
    let documents = documents::file_owners(db, digest)?.into_iter().map(|(code, title, label, path)| Holder {
        item: Item { kind: "document", code, title },
        revision: Some(label),
        path,
    });
    let records = records::file_owners(db, digest)?.into_iter().map(|(code, title, path)| Holder {
        item: Item { kind: "record", code, title },
        revision: None,
        path,
    });
    Ok(documents.chain(records).collect())
}

/// What was found; nothing where there is no such thing.
fn there<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(e) if e.code() == Code::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}
