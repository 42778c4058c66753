//! Which points fire between the mappings of an item.

use super::super::queries::Link;
use super::super::{Origin, Strength};
use super::model::Opened;
use crate::standards::catalogue;

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
