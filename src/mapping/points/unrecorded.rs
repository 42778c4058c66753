//! Points that fire between standing mappings by today's data and were not recorded: an earlier program made the mappings,
//! or a row of the data was corrected since. What was recorded stays as it is; these are for a person to decide.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use super::super::Strength;
use super::super::queries as links;
use super::alike::{keeps_open, stands};
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnrecordedPoint {
    /// Its number, as `OP-027`.
    pub id: String,
    /// The clause at which it would stand open.
    pub at: ClauseRef,
    /// Where that is in the editions that are mapped to: there, or at what took its place.
    pub stands: Vec<ClauseRef>,
    /// What is to be shown or said, in our words.
    pub what: String,
    /// Why a person left it unrecorded; nothing while nobody did.
    pub left: Option<String>,
}

/// What a point asks for by today's data, in our words; empty for a number that they do not know.
pub fn asked_for(id: &str) -> String {
    catalogue().open_point(id).map(|row| row.what.clone()).unwrap_or_default()
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
        let (pairs, links) = (unrecorded(db, item)?, links::of_item(db, item)?);
        let mut points: Vec<(String, ClauseRef)> =
            pairs.iter().map(|point| (point.id.clone(), point.at.clone())).collect();
        points.dedup();
        if points.is_empty() {
            continue;
        }
        let shown = points.into_iter().map(|(id, at)| {
            let left = left(db, item, &id, &at)?;
            let stands = stands(&at, &keeps_open(&links, &pairs, &id, &at));
            Ok(UnrecordedPoint { what: asked_for(&id), stands, left, id, at })
        });
        out.push(Unrecorded { item: items::name(db, item)?, points: shown.collect::<Result<_>>()? });
    }
    out.sort_by(|a, b| (a.item.kind, &a.item.code).cmp(&(b.item.kind, &b.item.code)));
    Ok(out)
}

/// What nobody recorded of a document or record, and nobody left either.
pub fn undecided(db: &Connection, item: ItemId) -> Result<Vec<Opened>> {
    let mut out = Vec::new();
    for point in unrecorded(db, item)? {
        if left(db, item, &point.id, &point.at)?.is_none() {
            out.push(point);
        }
    }
    Ok(out)
}

/// Why a point was left, as long as the data ask for the same.
fn left(db: &Connection, item: ItemId, id: &str, at: &ClauseRef) -> Result<Option<String>> {
    let sql = "SELECT reason FROM point_left WHERE item = ?1 AND point = ?2 AND edition = ?3 AND clause = ?4
         AND what = ?5";
    let item = item.uuid().into_bytes();
    let key = params![item, id, at.edition_id().to_string(), at.clause, asked_for(id)];
    Ok(db.prepare_cached(sql)?.query_row(key, |r| r.get(0)).optional()?)
}

/// Whether something is still to be decided on any of these points: both mappings stand and satisfy something, and it was
/// neither recorded nor left.
pub fn still_undecided(db: &Connection, item: ItemId, points: &[Opened]) -> Result<bool> {
    let (links, recorded) = (links::of_item(db, item)?, pairs(db, item)?);
    let uuid = item.uuid().into_bytes();
    let counts = |id| links.iter().any(|link| link.id == id && link.strength != Strength::Supporting);
    for point in points.iter().filter(|point| counts(point.from) && counts(point.to) && !recorded.contains(point)) {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM point_left WHERE item = ?1 AND point = ?2 AND edition = ?3 AND clause = ?4)";
        let key = params![uuid, point.id, point.at.edition_id().to_string(), point.at.clause];
        if !db.prepare_cached(sql)?.query_row(key, |r| r.get::<_, bool>(0))? {
            return Ok(true);
        }
    }
    Ok(false)
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
    opened(tx, item, points)
}

/// Records those of these points that fire today at a clause.
pub fn record_at(tx: &mut Tx<'_>, item: ItemId, at: &ClauseRef, wanted: &[Opened]) -> Result<usize> {
    let mut points = unrecorded(tx.db(), item)?;
    points.retain(|point| point.at == *at && wanted.iter().any(|w| w.id == point.id));
    opened(tx, item, points)
}

fn opened(tx: &mut Tx<'_>, item: ItemId, points: Vec<Opened>) -> Result<usize> {
    if points.is_empty() {
        return Ok(0);
    }
    let known = of_item(tx.db(), item)?.len();
    tx.append(&PointEvent::Opened { item, points, data: data_version().to_owned() })?;
    Ok(of_item(tx.db(), item)?.len() - known)
}

/// Leaves points unrecorded at a clause, with the reason.
pub fn leave(tx: &mut Tx<'_>, item: ItemId, at: &ClauseRef, points: &[Opened], reason: &str) -> Result<()> {
    let mut ids: Vec<&String> = points.iter().map(|point| &point.id).collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        let (point, at, reason, what) = (id.clone(), at.clone(), reason.to_owned(), asked_for(id));
        tx.append(&PointEvent::Left { item, point, at, reason, what })?;
    }
    Ok(())
}
