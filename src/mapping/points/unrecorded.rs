//! Points that fire between standing mappings by today's data and were not recorded: an earlier program made the mappings,
//! or a row of the data was corrected since. What was recorded stays as it is; these are for a person to decide.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::super::queries as links;
use super::events::PointEvent;
use super::fired::fired_anew;
use super::model::Opened;
use super::queries::{of_item, pairs};
use crate::error::Result;
use crate::items::{self, Item, ItemId};
use crate::standards::{ClauseRef, catalogue, data_version};
use crate::workspace::Tx;

/// What fires between the mappings of a document or record today and is not recorded, by number and clause.
pub fn unrecorded(db: &Connection, item: ItemId) -> Result<Vec<Opened>> {
    let (standing, recorded) = (links::of_item(db, item)?, pairs(db, item)?);
    let mut out = Vec::new();
    for (n, link) in standing.iter().enumerate() {
        // Each with those before it: both directions are asked of a pair at once.
        let before = |point: &Opened| standing[..n].iter().any(|l| l.id == point.from || l.id == point.to);
        out.extend(fired_anew(link, &standing, &recorded).into_iter().filter(before));
    }
    out.sort_by(|a, b| (&a.id, &a.at, a.from, a.to).cmp(&(&b.id, &b.at, b.from, b.to)));
    Ok(out)
}

/// A document or record whose mappings are older than its points.
#[derive(Debug, Serialize, TS)]
pub struct Unrecorded {
    /// The document or record.
    pub item: Item,
    /// The points.
    pub points: Vec<UnrecordedPoint>,
}

/// A point that fires and was not recorded.
#[derive(Debug, Serialize, TS)]
pub struct UnrecordedPoint {
    /// Its number, as `OP-027`.
    pub id: String,
    /// The clause at which it would stand open.
    pub at: ClauseRef,
    /// What is to be shown or said, in our words.
    pub what: String,
}

/// What nobody recorded of one document or record, or of all; those with nothing are left out. Of all, it reads every
/// mapping.
///
/// # Errors
/// Those of the database.
pub fn unrecorded_points(db: &Connection, item: Option<ItemId>) -> Result<Vec<Unrecorded>> {
    let all = match item {
        Some(item) => vec![item],
        None => mapped_across(db)?,
    };
    let mut out = Vec::new();
    for item in all {
        let mut points: Vec<(String, ClauseRef)> =
            unrecorded(db, item)?.into_iter().map(|point| (point.id, point.at)).collect();
        points.dedup();
        if points.is_empty() {
            continue;
        }
        let what = |id: &str| catalogue().open_point(id).map(|row| row.what.clone()).unwrap_or_default();
        let points = points.into_iter().map(|(id, at)| UnrecordedPoint { what: what(&id), id, at }).collect();
        out.push(Unrecorded { item: items::name(db, item)?, points });
    }
    out.sort_by(|a, b| (a.item.kind, &a.item.code).cmp(&(b.item.kind, &b.item.code)));
    Ok(out)
}

/// The documents and records that are mapped to clauses of several editions, the only ones of which points can fire.
/// Reads every mapping.
pub fn mapped_across(db: &Connection) -> Result<Vec<ItemId>> {
    let sql = "SELECT item_kind, item FROM link GROUP BY item HAVING min(edition) <> max(edition)";
    let mut statement = db.prepare(sql)?;
    let found = statement.query_map([], |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Records what fires between the mappings of a document or record today. The answer is how many points opened; nothing is
/// written where none fires.
pub fn record(tx: &mut Tx<'_>, item: ItemId) -> Result<usize> {
    let points = unrecorded(tx.db(), item)?;
    if points.is_empty() {
        return Ok(0);
    }
    let known = of_item(tx.db(), item)?.len();
    tx.append(&PointEvent::Opened { item, points, data: data_version().to_owned() })?;
    Ok(of_item(tx.db(), item)?.len() - known)
}
