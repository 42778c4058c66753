//! What the lists said when they were last taken in.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::events::{QuestionEvent, RowRead};
use super::kinds::List;
use crate::error::Result;
use crate::items::ItemId;
use crate::workspace::Tx;

/// A row of a list that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The document or record.
    pub item: ItemId,
    /// The entry that says so.
    pub seq: u64,
    /// The list's file.
    pub name: String,
    /// The row, from 1.
    pub row: usize,
    /// Its words by particular.
    pub said: BTreeMap<String, String>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Listed> {
    let said: String = row.get("said")?;
    Ok(Listed {
        item: ItemId::from_parts(row.get("item_kind")?, row.get("item")?),
        seq: row.get("seq")?,
        name: row.get("name")?,
        row: row.get("row")?,
        said: serde_json::from_str(&said).map_err(|_| rusqlite::Error::InvalidQuery)?,
    })
}

/// What a list last said of one document or record; nothing where it did not have it.
pub fn listed(db: &Connection, list: List, item: ItemId) -> Result<Option<Listed>> {
    Ok(db
        .prepare_cached("SELECT item_kind, item, seq, name, row, said FROM listed WHERE list = ?1 AND item = ?2")?
        .query_row(params![list, item.uuid().as_bytes()], read)
        .optional()?)
}

/// All that a list last had, in the order of its rows.
pub fn all_listed(db: &Connection, list: List) -> Result<Vec<Listed>> {
    Ok(db
        .prepare_cached("SELECT item_kind, item, seq, name, row, said FROM listed WHERE list = ?1 ORDER BY row, seq")?
        .query_map(params![list], read)?
        .collect::<rusqlite::Result<_>>()?)
}

/// Notes what a list says, as far as it says something else than the last time. Another place in the list is nothing else.
pub fn note_rows(tx: &mut Tx<'_>, list: List, name: &str, rows: Vec<RowRead>) -> Result<()> {
    let mut other = Vec::new();
    for row in rows {
        let before = listed(tx.db(), list, row.item)?.map(|listed| listed.said);
        if before != row.said {
            other.push(row);
        }
    }
    if !other.is_empty() {
        tx.append(&QuestionEvent::ListRead { list, name: name.to_owned(), rows: other })?;
    }
    Ok(())
}
