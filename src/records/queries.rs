//! Questions about records.

use std::ops::Deref;
use std::sync::LazyLock;

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::particulars::Particulars;
use super::refusals;
use super::state::{Exit, Standing, State};
use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::filed::{FileTable, FiledFile, NamedClause};
use crate::ids::{RecordId, ScopeItemId};
use crate::named::{Entered, List};
use crate::paging::{Key, at};
use crate::text::fold;

/// A record as the register shows it; what was entered about it is read as its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RecordItem")]
pub struct Record {
    /// Identifier.
    pub id: RecordId,
    /// Short code, given by the ledger.
    pub code: String,
    /// What was entered about it.
    #[serde(flatten)]
    pub particulars: Particulars,
    /// Day on which it was filed.
    pub filed: Day,
    /// Whether it was replaced or taken back.
    #[serde(skip)]
    pub exit: Option<Exit>,
    #[serde(skip)]
    exit_on: Option<Day>,
}

/// A record with how it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RecordStated")]
pub struct Stated {
    /// The record.
    #[serde(flatten)]
    pub record: Record,
    /// How it stands.
    pub state: State,
}

impl Record {
    /// When it counts.
    pub fn standing(&self) -> Standing {
        Standing {
            first: self.collected.unwrap_or(self.filed),
            valid_until: self.valid_until,
            exit: self.exit.zip(self.exit_on),
        }
    }

    /// How it stands on a day.
    pub fn state(&self, day: Day) -> State {
        self.standing().state(day)
    }

    /// With how it stands on a day.
    pub fn stated(self, day: Day) -> Stated {
        Stated { state: self.state(day), record: self }
    }
}

impl Deref for Record {
    type Target = Particulars;

    fn deref(&self) -> &Particulars {
        &self.particulars
    }
}

/// What is read besides the particulars, which stand behind; the last two are keys of orders.
pub(super) const COLUMNS: &[&str] = &["id", "code", "filed", "exit", "exit_on", "seq", "title_fold"];

pub(super) static SELECT: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {}, {} FROM record", COLUMNS.join(", "), Particulars::COLUMNS.join(", ")));

/// The entry that filed it makes every order total.
pub(super) const FILED: Key = Key::number("seq", at!(COLUMNS, "seq"));

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        id: row.get(at!(COLUMNS, "id"))?,
        code: row.get(at!(COLUMNS, "code"))?,
        particulars: Particulars::from_row(row, COLUMNS.len())?,
        filed: row.get(at!(COLUMNS, "filed"))?,
        exit: row.get(at!(COLUMNS, "exit"))?,
        exit_on: row.get(at!(COLUMNS, "exit_on"))?,
    })
}

/// The record with that code or identifier.
pub fn find(db: &Connection, name: &str) -> Result<Record> {
    if let Ok(id) = uuid::Uuid::parse_str(name) {
        return by_id(db, RecordId(id));
    }
    let sql = format!("{} WHERE code_fold = ?1", *SELECT);
    let found = db.prepare_cached(&sql)?.query_row([fold(name)], read).optional()?;
    found.ok_or_else(|| refusals::record_not_found(name))
}

/// The record with that identifier.
pub fn by_id(db: &Connection, id: RecordId) -> Result<Record> {
    let sql = format!("{} WHERE id = ?1", *SELECT);
    let found = db.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or_else(|| refusals::record_not_found(id))
}

/// A record's files, in the order of filing.
pub fn files(db: &Connection, record: RecordId) -> Result<Vec<FiledFile>> {
    FileTable::Record.of(db, &record)
}

/// The files of a record whose text names clauses of a standard.
pub fn naming(db: &Connection, record: RecordId) -> Result<Vec<(String, Vec<NamedClause>)>> {
    FileTable::Record.naming(db, &record)
}

/// The scope items a record belongs to; none means all.
pub fn scope_of(db: &Connection, record: RecordId) -> Result<Vec<ScopeItemId>> {
    Ok(db
        .prepare_cached("SELECT item FROM record_scope WHERE record = ?1 ORDER BY item")?
        .query_map([record], |r| r.get("item"))?
        .collect::<rusqlite::Result<_>>()?)
}

/// What can be corrected of a record.
pub fn entered(db: &Connection, record: &Record) -> Result<Entered<Particulars>> {
    Ok(Entered { particulars: record.particulars.clone(), scope: scope_of(db, record.id)? })
}

/// When a record counts; nothing where there is none.
pub fn stands(db: &Connection, record: RecordId) -> Result<Option<Standing>> {
    let sql = format!("SELECT {COUNTS} FROM record WHERE id = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([record], standing).optional()?)
}

/// Hands over when every record counts, in the order of their identifiers.
pub fn for_each_stands(db: &Connection, mut see: impl FnMut(RecordId, Standing) -> Result<()>) -> Result<()> {
    let mut statement = db.prepare(&format!("SELECT {COUNTS}, id FROM record ORDER BY id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        see(row.get(4)?, standing(row)?)?;
    }
    Ok(())
}

/// The records that begin to count after one day and up to another.
pub fn beginning(db: &Connection, after: Day, until: Day) -> Result<Vec<RecordId>> {
    let sql = "SELECT id FROM record WHERE coalesce(collected, filed) > ?1 AND coalesce(collected, filed) <= ?2";
    Ok(db.prepare_cached(sql)?.query_map([after, until], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// What [`standing`] reads.
const COUNTS: &str = "coalesce(collected, filed), valid_until, exit, exit_on";

fn standing(row: &Row<'_>) -> rusqlite::Result<Standing> {
    let exit = row.get::<_, Option<Exit>>(2)?.zip(row.get(3)?);
    Ok(Standing { first: row.get(0)?, valid_until: row.get(1)?, exit })
}

/// The records that hold a file with this content: code, title, original path.
pub fn file_owners(db: &Connection, digest: &Digest) -> Result<Vec<(String, String, String)>> {
    Ok(db
        .prepare_cached(
            "SELECT r.code, r.title, f.path FROM record_file f JOIN record r ON r.id = f.record
             WHERE f.digest = ?1 ORDER BY r.seq, f.position",
        )?
        .query_map(params![digest], |r| Ok((r.get("code")?, r.get("title")?, r.get("path")?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// The files of all records that were not taken back: code, path and content.
pub fn held(db: &Connection) -> Result<Vec<(String, String, Digest)>> {
    let sql = "SELECT r.code, f.path, f.digest FROM record r JOIN record_file f ON f.record = r.id
               WHERE r.exit IS NOT 'taken_back' ORDER BY r.seq, f.position";
    let one = |r: &Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?));
    Ok(db.prepare(sql)?.query_map([], one)?.collect::<rusqlite::Result<_>>()?)
}

/// Where the files of records lie, with the record's code; of several at one place the newest. Those of records that were
/// taken back are not among them.
pub fn places(db: &Connection) -> Result<HashMap<String, String>> {
    let sql = "SELECT f.path, r.code FROM record r JOIN record_file f ON f.record = r.id
               WHERE r.exit IS NOT 'taken_back' ORDER BY r.seq";
    Ok(db.prepare(sql)?.query_map([], |r| Ok((r.get("path")?, r.get("code")?)))?.collect::<rusqlite::Result<_>>()?)
}
