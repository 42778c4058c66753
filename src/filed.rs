//! A filed file as events carry it: the hash, never the bytes; the name, time and type it came with.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::digest::Digest;
use crate::error::Result;
use crate::extract::{Media, Unsearchable};
use crate::paging::at;
use crate::standards::{ClauseRef, EditionId, catalogue};

/// One file of a revision or a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiledFile {
    /// SHA-256 of the content; the vault's key.
    pub digest: Digest,
    /// Size in bytes.
    pub size: u64,
    /// The file's own name.
    #[serde(serialize_with = "at_home::serialize", deserialize_with = "at_home::deserialize")]
    #[ts(as = "String")]
    pub name: String,
    /// Where it lay in the folder that was imported; of a single file its name. Never a path of somebody's disk, which
    /// entries of earlier programs may hold.
    #[serde(serialize_with = "at_home::serialize", deserialize_with = "at_home::deserialize")]
    #[ts(as = "String")]
    pub path: String,
    /// When it was last changed, in milliseconds since 1970, as the file system said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<i64>,
    /// What it is, by its content.
    pub media: Media,
    /// Why its text cannot be searched, where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Unsearchable>,
    /// Clauses of a standard that its text names; files of earlier programs say none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<NamedClause>,
}

/// How names and paths of files are written and read: what lies above the share stays at home, whoever wrote the entry.
pub(crate) mod at_home {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::text::in_share;

    pub(crate) fn serialize<S: Serializer>(path: &str, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&in_share(path))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        Ok(in_share(&String::deserialize(from)?).into_owned())
    }
}

/// A clause that a text names together with its standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamedClause {
    /// The standard's short name: `9001`.
    pub standard: String,
    /// The year of the edition, where the text says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The number as it stands there.
    pub clause: String,
    /// Whether the text calls it a control.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub control: bool,
    /// The page, where the text knows pages, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The line of the text, from 1.
    pub line: u32,
    /// The numbered heading above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
}

impl NamedClause {
    /// The clauses of the editions held that are meant: by the year where the text says one, else of the edition held. A text
    /// of an edition that is held no more means what took the clause's place in the later one.
    pub fn meant(&self, held: &[EditionId]) -> Vec<ClauseRef> {
        let Some(named) = self.named(held) else { return Vec::new() };
        if held.contains(&named.edition_id()) {
            return vec![named];
        }
        catalogue().successors(&named).into_iter().filter(|r| held.contains(&r.edition_id())).cloned().collect()
    }

    /// The clause as the text names it; nothing where no edition of its standard is held, or its edition has no such clause.
    pub fn named(&self, held: &[EditionId]) -> Option<ClauseRef> {
        held.iter().find(|e| e.standard == self.standard)?;
        let edition = match &self.edition {
            Some(year) => catalogue().edition_of_year(&self.standard, year)?,
            None => catalogue().edition(&self.standard, held).ok()?.id.clone(),
        };
        let there = |number: &str| Some(edition.at(number)).filter(|r| catalogue().clause(r).is_some());
        // Controls are often cited without the letter of the annex.
        there(&self.clause).or_else(|| there(&format!("A.{}", self.clause)).filter(|_| self.control))
    }
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
             VALUES (?1, (SELECT count(*) FROM {table} WHERE {key} = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        ))?;
        for f in files {
            let clauses = if f.clauses.is_empty() { None } else { Some(serde_json::to_string(&f.clauses)?) };
            let (media, problem) = (f.media, f.problem);
            insert.execute(params![owner, f.digest, f.size, f.name, f.path, f.modified, media, problem, clauses])?;
        }
        Ok(())
    }

    /// Takes the files of one revision or record out of the table; the vault keeps them.
    pub fn remove(self, db: &Connection, owner: &dyn ToSql) -> Result<()> {
        let (table, key) = self.names();
        db.prepare_cached(&format!("DELETE FROM {table} WHERE {key} = ?1"))?.execute([owner])?;
        Ok(())
    }

    /// Of one revision or record the files whose text names clauses, with these.
    pub fn naming(self, db: &Connection, owner: &dyn ToSql) -> Result<Vec<(String, Vec<NamedClause>)>> {
        let (table, key) = self.names();
        let sql =
            format!("SELECT name, clauses FROM {table} WHERE {key} = ?1 AND clauses IS NOT NULL ORDER BY position");
        let mut statement = db.prepare_cached(&sql)?;
        let mut rows = statement.query([owner])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((row.get(0)?, serde_json::from_str(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?));
        }
        Ok(found)
    }

    /// The files of one revision or record, in the order of filing.
    pub fn of(self, db: &Connection, owner: &dyn ToSql) -> Result<Vec<FiledFile>> {
        let (table, key) = self.names();
        let columns = COLUMNS.join(", ");
        let sql = format!("SELECT {columns} FROM {table} WHERE {key} = ?1 ORDER BY position");
        Ok(db.prepare_cached(&sql)?.query_map([owner], read)?.collect::<rusqlite::Result<_>>()?)
    }
}

/// The contents of all files of revisions and records, each once.
pub fn contents(db: &Connection) -> Result<Vec<Digest>> {
    let mut all = db.prepare_cached("SELECT digest FROM revision_file UNION SELECT digest FROM record_file")?;
    Ok(all.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// In the order of [`FileTable::insert`].
const COLUMNS: &[&str] = &["digest", "size", "name", "path", "modified", "media", "problem", "clauses"];

fn read(row: &Row<'_>) -> rusqlite::Result<FiledFile> {
    Ok(FiledFile {
        digest: row.get(at!(COLUMNS, "digest"))?,
        size: row.get(at!(COLUMNS, "size"))?,
        name: row.get(at!(COLUMNS, "name"))?,
        path: row.get(at!(COLUMNS, "path"))?,
        modified: row.get(at!(COLUMNS, "modified"))?,
        media: row.get(at!(COLUMNS, "media"))?,
        problem: row.get(at!(COLUMNS, "problem"))?,
        clauses: match row.get_ref(at!(COLUMNS, "clauses"))? {
            ValueRef::Null => Vec::new(),
            text => serde_json::from_str(text.as_str()?).map_err(|_| rusqlite::Error::InvalidQuery)?,
        },
    })
}
