//! Evidence settles a point only where it counts: what is shown at one site settles nothing of what is mapped for another.

use rusqlite::Connection;

use super::super::queries as links;
use super::super::refusals;
use super::super::sources::{reach_of, scope_of};
use super::alike::place;
use super::events::PointEvent;
use super::model::{Concerned, SettledBy};
use super::queries::{self, Point, pairs};
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::systems::{Reach, Reaches};
use crate::workspace::Tx;

/// Refuses evidence that counts at fewer places than a mapping it is to settle a point of.
///
/// # Errors
/// `point_evidence_elsewhere`.
pub(super) fn check_reach(db: &Connection, point: &Point, evidence: ItemId) -> Result<()> {
    let reaches = Reaches::read(db)?;
    match lacking(db, &reaches, point, evidence)? {
        None => Ok(()),
        Some(places) => {
            let codes = if places.is_nowhere() { Vec::new() } else { reaches.codes(&places.items()) };
            let evidence = items::code(db, evidence)?;
            Err(refusals::point_evidence_elsewhere(
                &point.id,
                place(db, point.item, &point.id, &point.at)?,
                evidence,
                codes.join(", "),
            ))
        }
    }
}

/// Opens again what evidence settled that does not count wherever the mapping does, after a scope is another.
pub(in super::super) fn reopen_beyond(tx: &mut Tx<'_>, concerned: Concerned) -> Result<()> {
    let settled = queries::settled_by_evidence(tx.db(), concerned)?;
    // Mostly nothing is: every mapping that opens points comes by here.
    if settled.is_empty() {
        return Ok(());
    }
    let reaches = Reaches::read(tx.db())?;
    for point in settled {
        let Some(SettledBy::Evidence(evidence)) = point.settled.as_ref().map(|settled| settled.by.clone()) else {
            continue;
        };
        if lacking(tx.db(), &reaches, &point, evidence)?.is_some() {
            let Point { item, id, at, .. } = point;
            tx.append(&PointEvent::Reopened { item, point: id, at, reason: String::new() })?;
        }
    }
    Ok(())
}

/// Where a mapping counts that the point keeps open, and the evidence does not.
fn lacking(db: &Connection, reaches: &Reaches, point: &Point, evidence: ItemId) -> Result<Option<Reach>> {
    let shown = reaches.of(&scope_of(db, evidence)?);
    if evidence == point.item || shown == Reach::Everywhere {
        return Ok(None);
    }
    let item = reaches.of(&scope_of(db, point.item)?);
    let wanted: Vec<_> = pairs(db, point.item)?
        .into_iter()
        .filter(|pair| pair.id == point.id && pair.at == point.at)
        .map(|pair| pair.to)
        .collect();
    for link in links::of_item(db, point.item)?.iter().filter(|link| wanted.contains(&link.id)) {
        let there = reach_of(link, &item, reaches).cut(&reaches.system(&link.reference.edition_id()));
        if !reaches.shows_all(&shown, &there) {
            return Ok(Some(there));
        }
    }
    Ok(None)
}
