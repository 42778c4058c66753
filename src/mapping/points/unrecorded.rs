//! Points that fire between standing mappings by today's data and were not recorded: an earlier program made the mappings,
//! or a row of the data was corrected since. What was recorded stays as it is; these are for a person to decide.

use rusqlite::Connection;

use super::super::queries as links;
use super::events::PointEvent;
use super::fired::fired_anew;
use super::model::Opened;
use super::queries::pairs;
use crate::error::Result;
use crate::items::ItemId;
use crate::standards::data_version;
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

/// The documents and records that are mapped to clauses of several editions, the only ones of which points can fire.
/// Reads every mapping.
pub fn mapped_across(db: &Connection) -> Result<Vec<ItemId>> {
    let sql = "SELECT item_kind, item FROM link GROUP BY item HAVING min(edition) <> max(edition)";
    let mut statement = db.prepare(sql)?;
    let found = statement.query_map([], |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Records what fires between the mappings of a document or record today. The answer is how many points that are between
/// mappings; nothing is written where there are none.
pub fn record(tx: &mut Tx<'_>, item: ItemId) -> Result<usize> {
    let points = unrecorded(tx.db(), item)?;
    let found = points.len();
    if found > 0 {
        tx.append(&PointEvent::Opened { item, points, data: data_version().to_owned() })?;
    }
    Ok(found)
}
