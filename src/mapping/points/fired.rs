//! Which points fire between the mappings of an item.

use std::collections::HashMap;

use rusqlite::Connection;

use super::super::queries::Link;
use super::super::{MappingEvent, Origin, Strength};
use super::model::Opened;
use crate::day::Day;
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::ItemId;
use crate::ledger::Entry;
use crate::standards::{ClauseRef, catalogue};
use crate::workspace::{entries_about, stamped};

/// The points that fire between a mapping and the other standing mappings of its item, in both directions, whichever
/// way each was made. What only supports satisfies nothing: it opens nothing, and nothing opens at it.
pub(in super::super) fn fired(mapping: &Link, standing: &[Link]) -> Vec<Opened> {
    let mut out = Vec::new();
    if mapping.strength == Strength::Supporting {
        return out;
    }
    for other in standing.iter().filter(|l| l.id != mapping.id && l.strength != Strength::Supporting) {
        for (from, to) in [(other, mapping), (mapping, other)] {
            if follows_from(from, to, standing) {
                continue;
            }
            out.extend(catalogue().fires(&from.reference, &to.reference).into_iter().map(|fired| Opened {
                id: fired.point.id.clone(),
                at: fired.at.clone(),
                from: from.id,
                to: to.id,
                since: None,
            }));
        }
    }
    out
}

/// Those of them that are not recorded yet.
pub(in super::super) fn fired_anew(mapping: &Link, standing: &[Link], recorded: &[Opened]) -> Vec<Opened> {
    let mut out = fired(mapping, standing);
    out.retain(|point| !recorded.contains(point));
    out
}

/// The same for a mapping that is as it was before entry `seq`: each point stands open since both of its mappings had been made.
pub(in super::super) fn as_before(
    db: &Connection,
    mapping: &Link,
    standing: &[Link],
    seq: u64,
    mut points: Vec<Opened>,
) -> Result<Vec<Opened>> {
    if points.is_empty() {
        return Ok(points);
    }
    let made = made_before(db, mapping.item, seq)?;
    let of = |id: LinkId| {
        let link = standing.iter().chain([mapping]).find(|link| link.id == id)?;
        made.get(&link.reference).copied()
    };
    for point in &mut points {
        point.since = of(point.from).zip(of(point.to)).map(|(one, other)| one.max(other));
    }
    Ok(points)
}

/// On which day an item was mapped to a clause, by the entries before `seq`; of several the last.
fn made_before(db: &Connection, item: ItemId, seq: u64) -> Result<HashMap<ClauseRef, Day>> {
    let mut made = HashMap::new();
    for at in entries_about(db, [item.uuid()], seq)? {
        let Some((stamp, bytes)) = stamped(db, at)? else { continue };
        if let Ok(MappingEvent::Linked { reference, .. }) = serde_json::from_str(Entry::parse(&bytes)?.event()) {
            made.insert(reference, stamp.day);
        }
    }
    Ok(made)
}

/// Whether a mapping was accepted from another one, or from one that was: evidence does not question its own source.
fn follows_from(mapping: &Link, source: &Link, standing: &[Link]) -> bool {
    let mut at = mapping;
    // A chain is no longer than the mappings there are, whatever they say of each other.
    for _ in 0..=standing.len() {
        let Origin::Correlation { from, .. } = &at.origin else { return false };
        if *from == source.reference {
            return true;
        }
        match standing.iter().find(|l| l.reference == *from) {
            Some(next) => at = next,
            None => return false,
        }
    }
    false
}
