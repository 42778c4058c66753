//! A filed file as events carry it: the hash, never the bytes; the name, time and type it came with.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::digest::Digest;
use crate::error::Result;
use crate::extract::{Media, Unsearchable};
use crate::paging::at;

/// One file of a revision or a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiledFile {
    /// SHA-256 of the content; the vault's key.
    pub digest: Digest,
    /// Size in bytes.
    pub size: u64,
    /// The file's own name.
    pub name: String,
    /// Where it lay when it was filed: relative to the imported folder, or as the user gave it.
    pub path: String,
    /// When it was last changed, in milliseconds since 1970, as the file system said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<i64>,
    /// What it is, by its content.
    pub media: Media,
    /// Why its text cannot be searched, where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Unsearchable>,
}

/// The names under which the two enumerations stand in tables: the same as in events.
macro_rules! as_text {
    ($($name:ty),+) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                match serde_json::to_value(self) {
                    Ok(serde_json::Value::String(text)) => Ok(ToSqlOutput::from(text)),
                    _ => Err(rusqlite::Error::InvalidQuery),
                }
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let text = value.as_str()?.to_owned();
                serde_json::from_value(serde_json::Value::String(text)).map_err(|_| FromSqlError::InvalidType)
            }
        }
    )+};
}

as_text!(Media, Unsearchable);

/// Which table holds the files: one form for revisions and records.
#[derive(Debug, Clone, Copy)]
pub enum FileTable {
    /// `revision_file`.
    Revision,
    /// `record_file`.
    Record,
}

impl FileTable {
    fn names(self) -> (&'static str, &'static str) {
        match self {
            FileTable::Revision => ("revision_file", "revision"),
            FileTable::Record => ("record_file", "record"),
        }
    }

    /// Adds files behind those already there.
    pub fn insert(self, db: &Connection, owner: &dyn ToSql, files: &[FiledFile]) -> Result<()> {
        let (table, key) = self.names();
        let columns = COLUMNS.join(", ");
        let mut insert = db.prepare_cached(&format!(
            "INSERT INTO {table} ({key}, position, {columns})
             VALUES (?1, (SELECT count(*) FROM {table} WHERE {key} = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
        ))?;
        for f in files {
            insert.execute(params![owner, f.digest, f.size, f.name, f.path, f.modified, f.media, f.problem])?;
        }
        Ok(())
    }

    /// Takes the files of one revision or record out of the table; the vault keeps them.
    pub fn remove(self, db: &Connection, owner: &dyn ToSql) -> Result<()> {
        let (table, key) = self.names();
        db.prepare_cached(&format!("DELETE FROM {table} WHERE {key} = ?1"))?.execute([owner])?;
        Ok(())
    }

    /// The files of one revision or record, in the order of filing.
    pub fn of(self, db: &Connection, owner: &dyn ToSql) -> Result<Vec<FiledFile>> {
        let (table, key) = self.names();
        let columns = COLUMNS.join(", ");
        let sql = format!("SELECT {columns} FROM {table} WHERE {key} = ?1 ORDER BY position");
        Ok(db.prepare_cached(&sql)?.query_map([owner], read)?.collect::<rusqlite::Result<_>>()?)
    }
}

/// In the order of [`FileTable::insert`].
const COLUMNS: &[&str] = &["digest", "size", "name", "path", "modified", "media", "problem"];

fn read(row: &Row<'_>) -> rusqlite::Result<FiledFile> {
    Ok(FiledFile {
        digest: row.get(at!(COLUMNS, "digest"))?,
        size: row.get(at!(COLUMNS, "size"))?,
        name: row.get(at!(COLUMNS, "name"))?,
        path: row.get(at!(COLUMNS, "path"))?,
        modified: row.get(at!(COLUMNS, "modified"))?,
        media: row.get(at!(COLUMNS, "media"))?,
        problem: row.get(at!(COLUMNS, "problem"))?,
    })
}
