//! The work list of points, page by page.

use rusqlite::Connection;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use super::model::{PointDue, PointState};
use super::queries::{self, COLUMNS, read};
use super::shown::{PointShown, shown};
use crate::day::Day;
use crate::error::Result;
use crate::items::{self, IN_USE, Item, ItemId};
use crate::paging::{self, Condition, Key, Page, at};
use crate::standards::{ClauseRef, EditionId, catalogue};

/// Which points.
#[derive(Debug, Clone, Default)]
pub struct PointFilter {
    /// Which keep a mapping to a clause of this edition open.
    pub edition: Option<EditionId>,
    /// Of this document or record.
    pub item: Option<ItemId>,
    /// Which keep a mapping to this clause open, or to one above or below it.
    pub clause: Option<ClauseRef>,
    /// Only these; none means all.
    pub state: Option<PointState>,
    /// Which this role sees to; an empty one asks for those that nobody sees to.
    pub owner: Option<String>,
    /// Which are due like this on that day.
    pub due: Option<(PointDue, Day)>,
}

/// By what a list of points can be narrowed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PointChoices {
    /// Roles that see to points, in the order of letters.
    pub owners: Vec<String>,
    /// Documents and records that have points, by code; the first of them.
    pub items: Vec<Item>,
}

/// So many documents and records can be chosen from; others are named by their code.
const CHOICES: usize = 200;

/// How many points there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PointCounts {
    /// Open.
    pub open: usize,
    /// Settled.
    pub settled: usize,
    /// Left open by documents and records that went out of use; counted where these are asked for.
    pub left_open: usize,
}

/// A page of the points, by clause and number, and how many pass the filter whatever their state.
///
/// # Errors
/// `invalid_value` where `after` is not what an earlier page gave as its `next`.
pub fn page(
    db: &Connection,
    filter: &PointFilter,
    after: Option<&[String]>,
    limit: usize,
) -> Result<(Page<PointShown>, PointCounts)> {
    const KEYS: [Key; 2] = [Key::text("place", at!(COLUMNS, "place")), Key::number("seq", at!(COLUMNS, "seq"))];
    let mut condition = condition(filter);
    if let Some((PointDue::Overdue | PointDue::Coming, _)) = filter.due {
        let (settled, value) = settled(db)?;
        condition.also_with(&format!("NOT {settled}"), value);
    }
    let counts = counts(db, &condition)?;
    if let Some(state) = filter.state {
        let (settled, value) = settled(db)?;
        let n = condition.values.len() + 1;
        let settled = settled.replace('?', &format!("?{n}"));
        condition.values.push(value);
        condition.also(&match state {
            PointState::Settled => settled,
            PointState::Open => format!("NOT {settled} AND {IN_USE}"),
            PointState::LeftOpen => format!("NOT {settled} AND NOT {IN_USE}"),
        });
    }
    let select = format!("SELECT {} FROM point", COLUMNS.join(", "));
    let found = paging::page(db, &select, condition, KEYS, after, limit, read)?;
    let rows = found.rows.into_iter().map(|point| shown(db, point)).collect::<Result<_>>()?;
    Ok((Page { rows, next: found.next }, counts))
}

fn condition(filter: &PointFilter) -> Condition {
    let mut condition = Condition::default();
    condition.also("live = 1");
    // Whoever asks for one of them by name is told what it left open.
    if filter.item.is_none() && filter.state != Some(PointState::LeftOpen) {
        // What is out of use left open is nobody's work.
        condition.also(IN_USE);
    }
    if let Some(edition) = &filter.edition {
        // The place begins with the standard, which the index is read by; a later edition has its points at the one that the
        // data know.
        condition.also_with("place >= ? || ':' AND place < ? || ';'", Value::Text(edition.standard.clone()));
        condition.also_with(
            "EXISTS (SELECT 1 FROM point_pair q JOIN link l ON l.id = q.wanted WHERE q.item = point.item
             AND q.point = point.point AND q.edition = point.edition AND q.clause = point.clause AND l.edition = ?)",
            Value::Text(edition.to_string()),
        );
    }
    if let Some(item) = filter.item {
        condition.also_with("item = ?", Value::Blob(item.uuid().as_bytes().to_vec()));
    }
    if let Some(clause) = &filter.clause {
        let around = catalogue().ancestors(clause).chain(catalogue().descendants(clause));
        let clauses: Vec<&str> = around.map(|c| &c.reference).chain([clause]).map(|c| c.clause.as_str()).collect();
        let both = json!({ "edition": clause.edition_id(), "clauses": clauses });
        condition.also_with(
            "(item, point, edition, clause) IN (SELECT q.item, q.point, q.edition, q.clause
             FROM link l JOIN point_pair q ON q.wanted = l.id WHERE l.edition = json_extract(?, '$.edition')
             AND l.clause IN (SELECT value FROM json_each(?, '$.clauses')))",
            Value::Text(both.to_string()),
        );
    }
    if let Some(owner) = &filter.owner {
        condition.also_with("owner = ?", Value::Text(owner.clone()));
    }
    if let Some((due, day)) = filter.due {
        match due {
            PointDue::Overdue => condition.also_with("due < ?", Value::Integer(day.number())),
            PointDue::Coming => condition.also_with("due >= ?", Value::Integer(day.number())),
            PointDue::Undated => condition.also("due IS NULL"),
        }
    }
    condition
}

/// Who sees to points, and which documents and records have some.
pub fn choices(db: &Connection) -> Result<PointChoices> {
    let of = |what: &str, and: &str| format!("SELECT DISTINCT {what} FROM point WHERE live = 1 AND {IN_USE} {and}");
    let mut statement = db.prepare_cached(&of("owner", "AND owner <> '' ORDER BY owner"))?;
    let owners = statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut statement = db.prepare_cached(&of("item_kind, item", ""))?;
    let found = statement.query_map([], |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?;
    let mut items = Vec::new();
    for item in found.take(CHOICES) {
        items.push(items::name(db, item?)?);
    }
    items.sort_by(|a: &Item, b| a.code.cmp(&b.code));
    Ok(PointChoices { owners, items })
}

/// Which rows of `point` are somebody's work on the day of the tables, as a condition: nothing settles them.
///
/// # Errors
/// Those of the database.
pub fn open_sql(db: &Connection) -> Result<String> {
    let gone: Vec<String> = gone(db)?.into_iter().map(|hex| format!("x'{hex}'")).collect();
    let gone = gone.join(", ");
    Ok(format!("live = 1 AND ({IN_USE}) AND (settled_on IS NULL OR evidence IN ({gone}))"))
}

/// How many points opened from an entry on and are open.
pub fn opened_since(db: &Connection, since: u64) -> Result<usize> {
    let sql = format!("SELECT count(*) FROM point WHERE seq >= ?1 AND {}", open_sql(db)?);
    Ok(db.prepare_cached(&sql)?.query_row([since], |r| r.get(0))?)
}

/// The evidence that counts no longer, as hexadecimal digits.
fn gone(db: &Connection) -> Result<Vec<String>> {
    let mut gone = Vec::new();
    for item in queries::evidence(db)? {
        if !items::counts(db, item)? {
            gone.push(item.uuid().simple().to_string().to_uppercase());
        }
    }
    Ok(gone)
}

/// That a point is settled, as a condition with one value: the evidence that counts no longer.
fn settled(db: &Connection) -> Result<(&'static str, Value)> {
    let gone = gone(db)?;
    let sql = "(settled_on IS NOT NULL AND (evidence IS NULL
         OR hex(evidence) NOT IN (SELECT value FROM json_each(?))))";
    Ok((sql, Value::Text(serde_json::to_string(&gone)?)))
}

fn counts(db: &Connection, condition: &Condition) -> Result<PointCounts> {
    let (settled, value) = settled(db)?;
    let n = condition.values.len() + 1;
    let settled = settled.replace('?', &format!("?{n}"));
    let sql = format!(
        "SELECT count(*) FILTER (WHERE NOT {settled} AND {IN_USE}), count(*) FILTER (WHERE {settled}),
         count(*) FILTER (WHERE NOT {settled} AND NOT {IN_USE}) FROM point WHERE {}",
        condition.sql
    );
    let values = condition.values.iter().cloned().chain([value]);
    let count = |r: &rusqlite::Row<'_>| Ok(PointCounts { open: r.get(0)?, settled: r.get(1)?, left_open: r.get(2)? });
    Ok(db.prepare_cached(&sql)?.query_row(rusqlite::params_from_iter(values), count)?)
}
