//! What the correlation offers from one clause in one edition: every match by itself, a group control by control. It hangs
//! on the reference data alone, so that it is worked out once for all items.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::Strength;
use crate::standards::{ClauseRef, EditionId, Match, Own, Said, Via, catalogue};

/// A match as it is offered.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    /// The partner, with everything a person needs to judge it.
    pub(super) hit: Match,
    /// Why the clause it is offered from is its standard's own, where it is.
    pub(super) own: Option<Own>,
    /// Whether it is offered from one control for what corresponds to its group: one never stands for all (R163).
    pub(super) one_of_group: bool,
    /// Whether it is offered from a mere heading, which is a part at the most of whatever stands below it.
    from_heading: bool,
    /// Whether the partner has parts that do not lead back: what is accepted says nothing of these.
    says_less_than_all: bool,
}

impl Offer {
    /// The most that evidence can be for the partner that satisfies the clause as strongly as said: never stronger, and
    /// partial where the match is limited, evidence is not enough in this direction, it comes from a heading, the partner has
    /// parts of which it says nothing, it only resembles what resembles (R145), or one control is to stand for its group, one
    /// part for the whole (R22, R147, R163).
    pub(super) fn at_most(&self, source: Strength) -> Strength {
        let less = self.hit.limited
            || self.one_of_group
            || self.from_heading
            || self.says_less_than_all
            || self.hit.part_for_whole
            || self.hit.resembles_twice
            || !self.hit.direction.may_suffice();
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
    let from_heading = catalogue().is_heading(from);
    for answer in catalogue().correlate(from, Some(target)) {
        let parts = |hit: &Match| catalogue().part_by_part(from, hit);
        let (single, groups): (Vec<_>, Vec<_>) =
            answer.matches.iter().map(|hit| (hit, parts(hit))).partition(|(_, parts)| parts.is_empty());
        let own = answer.own;
        let offer = |mut hit: Match| {
            let one_of_group = from.in_annex() && hit.via.contains(&Via::Group);
            let says_less_than_all = !every_part_leads_back(from, &hit.clause);
            // Nothing is a part at the most without a word why.
            let (this, that) = (catalogue().read_aloud(from), catalogue().read_aloud(&hit.clause));
            let heading = from_heading.then(|| format!("{this} is a heading over several things: a part at the most."));
            let own_parts = says_less_than_all
                .then(|| format!("{that} has parts of its own, of which {this} says nothing: a part at the most."));
            for note in heading.into_iter().chain(own_parts) {
                hit.said.push(Said::of(&note));
                hit.notes.push(note);
            }
            Offer { hit, own, one_of_group, from_heading, says_less_than_all }
        };
        let single: Vec<Offer> = single.into_iter().map(|(hit, _)| offer(hit.clone())).collect();
        // A part found through the whole stands behind the whole: both would ask the same thing twice. Not where the whole
        // is less than what its part has.
        let behind = |one: &Offer| {
            let before = |whole: &Offer| {
                let less = whole.says_less_than_all || whole.at_most(Strength::Full) > one.at_most(Strength::Full);
                !less && one.hit.clause.is_below(&whole.hit.clause)
            };
            one.hit.via.iter().any(|via| matches!(via, Via::Parent | Via::Group | Via::Member))
                && single.iter().any(|whole| !whole.hit.limited && before(whole))
        };
        found.extend(single.iter().filter(|one| !behind(one)).cloned());
        // What the tables say of a part itself goes before what they say of its group.
        for hit in groups.into_iter().flat_map(|(_, parts)| parts) {
            if !found.iter().any(|known| known.hit.clause == hit.clause) {
                found.push(offer(hit));
            }
        }
    }
    found
}

/// Whether each part of a clause of the body, asked by itself, leads to where its whole was found from. A part that its standard
/// added, or of which the tables name other partners, does not: what satisfies the whole's partner says nothing of it (R149).
fn every_part_leads_back(from: &ClauseRef, to: &ClauseRef) -> bool {
    if to.in_annex() || catalogue().is_heading(to) {
        return true;
    }
    let leads = |part: &ClauseRef| {
        let answers = catalogue().correlate(part, Some(&from.edition_id()));
        answers.iter().flat_map(|answer| &answer.matches).any(|back| {
            back.clause == *from
                || from.is_below(&back.clause)
                || back.clause.is_below(from)
                || back.controls.iter().any(|control| control == from)
        })
    };
    catalogue().leaves_below(to).iter().filter(|leaf| leaf.reference != *to).all(|leaf| leads(&leaf.reference))
}
