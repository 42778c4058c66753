//! Questions about records.

use std::ops::Deref;
use std::sync::LazyLock;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::particulars::Particulars;
use super::refusals;
use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::filed::{FileTable, FiledFile};
use crate::ids::{RecordId, ScopeItemId};
use crate::named::List;
use crate::paging::{self, Condition, Key, Page, at};
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
}

impl Deref for Record {
    type Target = Particulars;

    fn deref(&self) -> &Particulars {
        &self.particulars
    }
}

/// Which records.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "RecordFilter")]
pub struct Filter {
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only with this in the title.
    pub text: Option<String>,
    /// Only those whose validity ended before this day.
    pub expired_on: Option<Day>,
    /// Only those mapped to no clause.
    pub unmapped: bool,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RecordSort")]
pub enum Sort {
    /// By time of filing.
    #[default]
    Filed,
    /// By title.
    Title,
    /// By end of validity, soonest first; records without one are not in this order.
    ValidUntil,
    /// By kind.
    Kind,
}

/// What is read besides the particulars, which stand behind; the last two are keys of orders.
const COLUMNS: &[&str] = &["id", "code", "filed", "seq", "title_fold"];

static SELECT: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {}, {} FROM record", COLUMNS.join(", "), Particulars::COLUMNS.join(", ")));

/// The entry that filed it makes every order total.
const FILED: Key = Key::number("seq", at!(COLUMNS, "seq"));

fn read(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        id: row.get(at!(COLUMNS, "id"))?,
        code: row.get(at!(COLUMNS, "code"))?,
        particulars: Particulars::from_row(row, COLUMNS.len())?,
        filed: row.get(at!(COLUMNS, "filed"))?,
    })
}

/// The record with that code or identifier.
pub fn find(db: &Connection, name: &str) -> Result<Record> {
    if let Ok(id) = uuid::Uuid::parse_str(name) {
        return by_id(db, RecordId(id));
    }
    let sql = format!("{} WHERE code = ?1", *SELECT);
    let found = db.prepare_cached(&sql)?.query_row([name.to_uppercase()], read).optional()?;
    found.ok_or_else(|| refusals::record_not_found(name))
}

/// The record with that identifier.
pub fn by_id(db: &Connection, id: RecordId) -> Result<Record> {
    let sql = format!("{} WHERE id = ?1", *SELECT);
    let found = db.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or_else(|| refusals::record_not_found(id))
}

/// One page of records, after the row named by `after`.
pub fn list(
    db: &Connection,
    filter: &Filter,
    sort: Sort,
    after: Option<&[String]>,
    limit: usize,
) -> Result<Page<Record>> {
    let key = match sort {
        Sort::Filed => FILED,
        Sort::Title => Key::text("title_fold", at!(COLUMNS, "title_fold")),
        Sort::ValidUntil => Key::number("valid_until", COLUMNS.len() + at!(Particulars::COLUMNS, "valid_until")),
        Sort::Kind => Key::text("kind", COLUMNS.len() + at!(Particulars::COLUMNS, "kind")),
    };
    let mut condition = condition(filter);
    if sort == Sort::ValidUntil {
        condition.also("valid_until IS NOT NULL");
    }
    paging::page(db, &SELECT, condition, [key, FILED], after, limit, read)
}

/// A filter as a condition.
fn condition(filter: &Filter) -> Condition {
    let mut condition = Condition::default();
    if let Some(kind) = &filter.kind {
        condition.also_with("kind = ?", Value::Text(kind.clone()));
    }
    if let Some(text) = filter.text.as_deref().map(fold).filter(|t| !t.is_empty()) {
        condition.also_with("instr(title_fold, ?)", Value::Text(text));
    }
    if let Some(day) = filter.expired_on {
        condition.also_with("valid_until < ?", Value::Integer(day.number()));
    }
    if filter.unmapped {
        condition.also("NOT EXISTS (SELECT 1 FROM link l WHERE l.item = record.id)");
    }
    condition
}

/// The identifiers of all records that pass the filter, in order; those without a key stand last.
pub fn ids(db: &Connection, filter: &Filter, sort: Sort, descending: bool) -> Result<Vec<Uuid>> {
    let Condition { sql: condition, values } = condition(filter);
    let way = if descending { "DESC" } else { "ASC" };
    let order = match sort {
        Sort::Filed => format!("seq {way}"),
        Sort::Title => format!("title_fold {way}, seq"),
        Sort::ValidUntil => format!("valid_until IS NULL, valid_until {way}, seq"),
        Sort::Kind => format!("kind {way}, title_fold, seq"),
    };
    let mut statement = db.prepare_cached(&format!("SELECT id FROM record WHERE {condition} ORDER BY {order}"))?;
    let found = statement.query_map(params_from_iter(values), |r| r.get::<_, RecordId>(0).map(|id| id.0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Whether there are no records at all.
pub fn none(db: &Connection) -> Result<bool> {
    Ok(db.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM record)")?.query_row([], |r| r.get(0))?)
}

/// How many records pass a filter.
pub fn count(db: &Connection, filter: &Filter) -> Result<usize> {
    let Condition { sql, values } = condition(filter);
    let sql = format!("SELECT count(*) FROM record WHERE {sql}");
    Ok(db.prepare_cached(&sql)?.query_row(params_from_iter(values), |r| r.get(0))?)
}

/// How many records of each kind pass a filter, by kind.
pub fn count_by_kind(db: &Connection, filter: &Filter) -> Result<Vec<(String, usize)>> {
    let Condition { sql, values } = condition(filter);
    let sql = format!("SELECT kind, count(*) FROM record WHERE {sql} GROUP BY kind ORDER BY kind");
    let mut statement = db.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(values), |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How many records were collected within a quarter before `day`, within a year, earlier, and on no known day.
pub fn ages(db: &Connection, day: Day) -> Result<[usize; 4]> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE collected >= ?1), count(*) FILTER (WHERE collected >= ?2 AND collected < ?1),
                    count(*) FILTER (WHERE collected < ?2), count(*) FILTER (WHERE collected IS NULL) FROM record",
        )?
        .query_row(params![day.minus_days(91), day.minus_days(365)], |r| {
            Ok([r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?])
        })?)
}

/// A record's files, in the order of filing.
pub fn files(db: &Connection, record: RecordId) -> Result<Vec<FiledFile>> {
    FileTable::Record.of(db, &record)
}

/// The scope items a record belongs to; none means all.
pub fn scope_of(db: &Connection, record: RecordId) -> Result<Vec<ScopeItemId>> {
    Ok(db
        .prepare_cached("SELECT item FROM record_scope WHERE record = ?1 ORDER BY item")?
        .query_map([record], |r| r.get("item"))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Until when a record is valid, where it has an end; nothing where there is no such record.
pub fn valid_until(db: &Connection, record: RecordId) -> Result<Option<Option<Day>>> {
    Ok(db
        .prepare_cached("SELECT valid_until FROM record WHERE id = ?1")?
        .query_row([record], |r| r.get("valid_until"))
        .optional()?)
}

/// Hands over until when each record is valid, where it has an end, in the order of the table.
pub fn for_each_valid(db: &Connection, mut see: impl FnMut(RecordId, Option<Day>)) -> Result<()> {
    let mut statement = db.prepare_cached("SELECT id, valid_until FROM record")?;
    for row in statement.query_map([], |r| Ok((r.get("id")?, r.get("valid_until")?)))? {
        let (id, until) = row?;
        see(id, until);
    }
    Ok(())
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
