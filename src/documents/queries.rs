//! One document: how it is found, how it stands, what it belongs to.

use std::ops::Deref;
use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use ts_rs::TS;

use super::model::DocumentState;
use super::particulars::{Numbered, Particulars};
use super::refusals;
use crate::day::{Day, Due};
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId, ScopeItemId};
use crate::named::{Entered, List};
use crate::paging::at;
use crate::rules;
use crate::text::fold;
use crate::workspace::standing_day;

/// A document as the register shows it; what was entered about it is read as its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DocumentItem")]
pub struct Document {
    /// Identifier.
    pub id: DocumentId,
    /// The organisation's own number.
    pub code: String,
    /// What was entered about it.
    #[serde(flatten)]
    pub particulars: Particulars,
    /// Where it stands.
    pub state: DocumentState,
    /// Whether people go by it: it is in force, or a list says so.
    pub in_use: bool,
    /// Label of the effective revision, else of the newest.
    pub revision: Option<String>,
    /// Next review, as far as it is known.
    pub next_review: Option<Due>,
    /// Day on which it was registered.
    pub registered: Day,
    /// The effective revision, else the newest.
    #[serde(skip)]
    pub current: Option<RevisionId>,
}

impl Deref for Document {
    type Target = Particulars;

    fn deref(&self) -> &Particulars {
        &self.particulars
    }
}

impl Document {
    /// When it is due after `day` by its own review interval, else by the rule for its type.
    pub fn review_after(&self, db: &Connection, day: Day) -> Result<Option<Due>> {
        Ok(self.months(db)?.map(|months| Due::Day { day: day.plus_months(months) }))
    }

    /// The months between its reviews: its own interval, else that of the rule for its type.
    pub fn months(&self, db: &Connection) -> Result<Option<u32>> {
        match self.review_interval {
            Some(months) => Ok(Some(months)),
            None => rules::interval(db, self.kind.name()),
        }
    }
}

/// Which document: by its code, or by its identifier.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// The one with this code.
    Code(&'a str),
    /// The one with this identifier.
    Id(DocumentId),
}

impl<'a> From<&'a str> for Which<'a> {
    fn from(code: &'a str) -> Self {
        Which::Code(code)
    }
}

impl<'a> From<&'a String> for Which<'a> {
    fn from(code: &'a String) -> Self {
        Which::Code(code)
    }
}

impl From<DocumentId> for Which<'_> {
    fn from(id: DocumentId) -> Self {
        Which::Id(id)
    }
}

/// What is read besides the particulars, which stand behind; the last three are keys of orders.
pub(super) const COLUMNS: &[&str] = &[
    "d.id",
    "d.code",
    "d.state",
    "r.label",
    "d.due",
    "d.registered",
    "d.current",
    "d.code_fold",
    "d.title_fold",
    "d.due_earliest",
];

pub(super) static SELECT: LazyLock<String> = LazyLock::new(|| {
    let columns = COLUMNS.join(", ");
    let particulars = Particulars::COLUMNS.join(", d.");
    format!("SELECT {columns}, d.{particulars} FROM document d LEFT JOIN revision r ON r.id = d.current")
});

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Document> {
    let state: DocumentState = row.get(at!(COLUMNS, "d.state"))?;
    Ok(Document {
        id: row.get(at!(COLUMNS, "d.id"))?,
        code: row.get(at!(COLUMNS, "d.code"))?,
        particulars: Particulars::from_row(row, COLUMNS.len())?,
        state,
        in_use: state.in_use(),
        revision: row.get(at!(COLUMNS, "r.label"))?,
        next_review: due(row.get(at!(COLUMNS, "d.due"))?),
        registered: row.get(at!(COLUMNS, "d.registered"))?,
        current: row.get(at!(COLUMNS, "d.current"))?,
    })
}

pub(super) fn due(json: Option<String>) -> Option<Due> {
    json.and_then(|text| serde_json::from_str(&text).ok())
}

/// The document with that code, if there is one.
pub(super) fn find(db: &Connection, code: &str) -> Result<Option<Document>> {
    let sql = format!("{} WHERE d.code_fold = ?1", *SELECT);
    Ok(db.prepare_cached(&sql)?.query_row([fold(code)], read).optional()?)
}

/// The document that is meant.
pub fn one<'a>(db: &Connection, which: impl Into<Which<'a>>) -> Result<Document> {
    match which.into() {
        Which::Code(code) => by_code(db, code),
        Which::Id(id) => by_id(db, id),
    }
}

/// The document with that code.
pub fn by_code(db: &Connection, code: &str) -> Result<Document> {
    find(db, code)?.ok_or_else(|| refusals::document_not_found(code))
}

/// The document with that identifier.
pub fn by_id(db: &Connection, id: DocumentId) -> Result<Document> {
    let sql = format!("{} WHERE d.id = ?1", *SELECT);
    let found = db.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or_else(|| refusals::document_not_found(id))
}

/// The scope items a document belongs to; none means all.
pub fn scope_of(db: &Connection, document: DocumentId) -> Result<Vec<ScopeItemId>> {
    Ok(db
        .prepare_cached("SELECT item FROM document_scope WHERE document = ?1 ORDER BY item")?
        .query_map([document], |r| r.get("item"))?
        .collect::<rusqlite::Result<_>>()?)
}

/// What is entered about a document, as it can be corrected.
pub(super) fn entered(db: &Connection, document: DocumentId) -> Result<Entered<Numbered>> {
    let Document { code, particulars, .. } = by_id(db, document)?;
    Ok(Entered { particulars: Numbered { code, particulars }, scope: scope_of(db, document)? })
}

/// What decides whether a document counts as evidence.
pub struct Standing {
    /// Where it stands.
    pub state: DocumentState,
    /// Whether it has a file by then.
    pub filed: bool,
    /// Its next review.
    pub due: Option<Due>,
}

/// How a document stands; nothing where there is none.
pub fn standing(db: &Connection, document: DocumentId) -> Result<Option<Standing>> {
    Ok(db
        .prepare_cached(&format!("{STANDING} WHERE id = ?1"))?
        .query_row([document], |r| read_standing(r).map(|(_, standing)| standing))
        .optional()?)
}

/// Hands over how every document stands, in the order of the table.
pub fn for_each_standing(db: &Connection, mut see: impl FnMut(DocumentId, Standing)) -> Result<()> {
    let mut statement = db.prepare_cached(STANDING)?;
    for row in statement.query_map([], read_standing)? {
        let (id, standing) = row?;
        see(id, standing);
    }
    Ok(())
}

const STANDING: &str = "SELECT id, due, state, current IS NOT NULL AS filed FROM document";

fn read_standing(row: &Row<'_>) -> rusqlite::Result<(DocumentId, Standing)> {
    let standing = Standing { state: row.get("state")?, filed: row.get("filed")?, due: due(row.get("due")?) };
    Ok((row.get("id")?, standing))
}

/// A revision that was approved for a day to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Coming {
    /// Code of the document.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the revision.
    pub revision: String,
    /// First day in force.
    pub from: Day,
}

const COMING: &str = "SELECT d.code, d.title, r.label, s.from_day FROM document_span s
     CROSS JOIN document d ON d.id = s.document CROSS JOIN revision r ON r.id = s.current WHERE s.coming IS NOT NULL";

fn read_coming(row: &Row<'_>) -> rusqlite::Result<Coming> {
    Ok(Coming {
        code: row.get("code")?,
        title: row.get("title")?,
        revision: row.get("label")?,
        from: row.get("from_day")?,
    })
}

/// What comes into force after a day, soonest first: at most `most`.
pub fn coming(db: &Connection, after: Day, most: usize) -> Result<Vec<Coming>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Ok(db
        .prepare_cached(&format!("{COMING} AND s.from_day > ?1 ORDER BY s.from_day, s.coming LIMIT ?2"))?
        .query_map(rusqlite::params![after, most], read_coming)?
        .collect::<rusqlite::Result<_>>()?)
}

/// How much comes into force after a day.
pub fn coming_count(db: &Connection, after: Day) -> Result<usize> {
    let sql = "SELECT count(*) FROM document_span WHERE coming IS NOT NULL AND from_day > ?1";
    Ok(db.prepare_cached(sql)?.query_row([after], |r| r.get(0))?)
}

/// What of one document comes into force after the day of these tables, soonest first.
pub fn coming_of(db: &Connection, document: DocumentId) -> Result<Vec<Coming>> {
    Ok(db
        .prepare_cached(&format!("{COMING} AND s.document = ?1 AND s.from_day > ?2 ORDER BY s.from_day"))?
        .query_map(rusqlite::params![document, standing_day(db)?], read_coming)?
        .collect::<rusqlite::Result<_>>()?)
}
