//! What the correlation offers from one clause in one edition: every match by itself, a group control by control. It hangs
//! on the reference data alone, so that it is worked out once for all items.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::Strength;
use crate::standards::{ClauseRef, EditionId, Match, Own, Via, catalogue};

/// A match as it is offered.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    /// The partner, with everything a person needs to judge it.
    pub(super) hit: Match,
    /// Why the clause it is offered from is its standard's own, where it is.
    pub(super) own: Option<Own>,
    /// Whether it is offered from one control for what corresponds to its group: one never stands for all (R163).
    pub(super) one_of_group: bool,
}

impl Offer {
    /// The most that evidence can be for the partner that satisfies the clause as strongly as said: never stronger, and
    /// partial where the match is limited, evidence is not enough in this direction, or one control is to stand for its
    /// group, one part for the whole (R22, R147, R163).
    pub(super) fn at_most(&self, source: Strength) -> Strength {
        let less =
            self.hit.limited || self.one_of_group || self.hit.part_for_whole || !self.hit.direction.may_suffice();
        source.max(if less { Strength::Partial } else { Strength::Full })
    }

    /// Whether a person has to say why it counts (R16).
    pub(super) fn needs_reason(&self, at_most: Strength) -> bool {
        self.hit.limited || self.hit.relation.needs_reason() || at_most != Strength::Full
    }
}

type Known = HashMap<(ClauseRef, EditionId), Arc<[Offer]>>;

static KNOWN: LazyLock<RwLock<Known>> = LazyLock::new(RwLock::default);

/// What is offered from a clause in an edition of another standard; nothing within its own.
pub(super) fn offers(from: &ClauseRef, target: &EditionId) -> Arc<[Offer]> {
    if from.standard == target.standard {
        return Arc::default();
    }
    let key = (from.clone(), target.clone());
    if let Some(known) = KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Arc::clone(known);
    }
    let found: Arc<[Offer]> = work_out(from, target).into();
    KNOWN.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&found));
    found
}

fn work_out(from: &ClauseRef, target: &EditionId) -> Vec<Offer> {
    let mut found: Vec<Offer> = Vec::new();
    for answer in catalogue().correlate(from, Some(target)) {
        let parts = |hit: &Match| catalogue().part_by_part(from, hit);
        let (single, groups): (Vec<_>, Vec<_>) =
            answer.matches.iter().map(|hit| (hit, parts(hit))).partition(|(_, parts)| parts.is_empty());
        // A part found through the whole stands behind the whole: both would ask the same thing twice. Not behind a
        // limited match, which is less than what its parts have.
        let behind = |hit: &Match| {
            hit.via.iter().any(|via| matches!(via, Via::Parent | Via::Group | Via::Member))
                && single.iter().any(|(whole, _)| !whole.limited && hit.clause.is_below(&whole.clause))
        };
        let own = answer.own;
        let offer = |hit: Match| {
            let one_of_group = from.in_annex() && hit.via.contains(&Via::Group);
            Offer { hit, own, one_of_group }
        };
        found.extend(single.iter().filter(|(m, _)| !behind(m)).map(|(m, _)| offer((*m).clone())));
        // What the tables say of a part itself goes before what they say of its group.
        for hit in groups.into_iter().flat_map(|(_, parts)| parts) {
            if !found.iter().any(|known| known.hit.clause == hit.clause) {
                found.push(offer(hit));
            }
        }
    }
    found
}
