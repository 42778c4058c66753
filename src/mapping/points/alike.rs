//! Points as the organisation has them: where they stand in the editions it maps to, and which of them ask the same, so that
//! one answer settles them all.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::super::queries as links;
use super::model::Opened;
use super::queries::Point;
use super::queries::{of_item, pairs};
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::ItemId;
use crate::standards::{ClauseRef, OpenPoint, catalogue};
use crate::systems;

/// Where a point stands: at the clause that the data name, or, where nothing is mapped in that edition, at what took its place:
/// the clauses that are mapped and stay open by it.
pub fn stands(at: &ClauseRef, keeps_open: &[ClauseRef]) -> Vec<ClauseRef> {
    let known = keeps_open.is_empty() || keeps_open.iter().any(|clause| clause.edition_id() == at.edition_id());
    if known { vec![at.clone()] } else { keeps_open.to_vec() }
}

/// The clauses of the mappings that a point keeps open, in order.
pub(super) fn keeps_open(links: &[links::Link], pairs: &[Opened], id: &str, at: &ClauseRef) -> Vec<ClauseRef> {
    let its = |link: &&links::Link| pairs.iter().any(|pair| pair.id == id && pair.at == *at && pair.to == link.id);
    links.iter().filter(its).map(|link| link.reference.clone()).collect()
}

/// The same by name, as it is called beside the editions held.
pub fn place(db: &Connection, item: ItemId, id: &str, at: &ClauseRef) -> Result<String> {
    let kept = keeps_open(&links::of_item(db, item)?, &pairs(db, item)?, id, at);
    let named = stands(at, &kept).iter().map(|clause| systems::clause_name(db, clause)).collect::<Result<Vec<_>>>()?;
    Ok(named.join(", "))
}

/// The open points of the same item that ask the same of the same mappings: what answers one answers them.
pub(super) fn alike(db: &Connection, point: &Point) -> Result<Vec<Point>> {
    let Some(row) = catalogue().open_point(&point.id) else { return Ok(Vec::new()) };
    let same = |id: &str| {
        let asks = |other: &OpenPoint| other.what == row.what && other.settle_by == row.settle_by;
        id == row.id || catalogue().open_point(id).is_some_and(asks)
    };
    let mut pairs = pairs(db, point.item)?;
    pairs.retain(|pair| same(&pair.id));
    let kept = |id: &str, at: &ClauseRef| -> BTreeSet<LinkId> {
        pairs.iter().filter(|pair| pair.id == id && pair.at == *at).map(|pair| pair.to).collect()
    };
    let own = kept(&point.id, &point.at);
    // Nearly every point asks something of its own.
    if pairs.iter().all(|pair| pair.id == point.id && pair.at == point.at) {
        return Ok(Vec::new());
    }
    let mut out = Vec::new();
    for other in of_item(db, point.item)? {
        let itself = other.id == point.id && other.at == point.at;
        // Nothing is settled that the answer says nothing of.
        let within = same(&other.id) && kept(&other.id, &other.at).is_subset(&own);
        if !itself && within && !other.is_settled(db)? {
            out.push(other);
        }
    }
    Ok(out)
}
