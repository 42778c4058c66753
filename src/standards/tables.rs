//! Partners as the tables state them: between two editions that a table compares, or through the pivot standard.

use super::answer::{Direction, Found, Match, Outcome, Via, add_once};
use super::catalogue::Catalogue;
use super::hit::{Hit, Reached, source};
use super::model::{Link, Relation, Suffices};
use super::notes::join_additions;
use super::reference::{ClauseRef, EditionId};

impl Catalogue {
    /// The edition the tables speak about instead of this one: itself, or the earlier one the map leads back to.
    pub(super) fn edition_in_tables(&self, id: &EditionId) -> EditionId {
        if self.links.iter().any(|l| l.pivot.is_of(id) || l.other == *id) {
            return id.clone();
        }
        self.moves.iter().find(|m| m.new == *id).map_or_else(|| id.clone(), |m| m.old.clone())
    }

    /// What the tables say; both editions are ones they speak about.
    pub(super) fn partners_in_tables(&self, from: &ClauseRef, target: &EditionId) -> Found {
        if !self.tables_compare(&from.edition_id(), target) {
            return self.indirect(from, target);
        }
        let hits = self.all_hits(from, target);
        let mut notes = self.clause_notes(from, target, !hits.is_empty());
        let outcome = self.outcome(from, target);
        if outcome == Outcome::NotStated {
            let above = self.ancestors(from).find_map(|c| {
                let partner = self.hits_at_or_above(&c.reference, target).into_iter().next()?;
                Some((c, partner.clause))
            });
            if let Some((whole, partner)) = above {
                add_once(
                    &mut notes,
                    format!(
                        "As a whole {} has a partner ({}); the guidance says nothing about this part.",
                        whole.reference.short(),
                        partner.short()
                    ),
                );
            }
        }
        Found { outcome, matches: hits.iter().map(|hit| self.as_match(from, hit)).collect(), notes }
    }

    fn as_match(&self, from: &ClauseRef, hit: &Hit<'_>) -> Match {
        Match {
            title: self.title(&hit.clause),
            relation: hit.relation,
            through: match &hit.reached {
                Reached::Exact => None,
                Reached::Above(group) | Reached::Member(group) => Some(group.clause.clone()),
            },
            via: hit.reached.via().into_iter().collect(),
            limited: hit.limited,
            direction: Direction::Both,
            group: None,
            controls: Vec::new(),
            parts: Vec::new(),
            notes: self.match_notes(from, hit),
            said: Vec::new(),
            source: source(&hit.links),
            ways: self.ways(&from.standard, hit.links.first().copied()),
            part: hit.part.clone(),
            part_for_whole: false,
            resembles_twice: false,
            clause: hit.clause.clone(),
        }
    }

    /// What the one-way rows leave of the two directions of a row, seen from one standard.
    fn ways(&self, from: &str, link: Option<&Link>) -> (bool, bool) {
        let Some(link) = link else { return (true, true) };
        let rows = self.one_way.iter().filter(|o| o.clause == link.pivot.clause && o.other == link.other);
        let (mut to_other, mut to_pivot) = (true, true);
        for row in rows {
            to_other &= row.suffices == Suffices::Pivot;
            to_pivot &= row.suffices == Suffices::Other;
        }
        if link.pivot.standard == from { (to_other, to_pivot) } else { (to_pivot, to_other) }
    }

    /// Two standards no table compares: the link runs through the pivot standard and says so (R14).
    fn indirect(&self, from: &ClauseRef, target: &EditionId) -> Found {
        let mut found = Found { outcome: Outcome::NotStated, matches: Vec::new(), notes: Vec::new() };
        let pivot = self
            .links
            .iter()
            .map(|l| l.pivot.edition_id())
            .find(|p| self.tables_compare(p, &from.edition_id()) && self.tables_compare(p, target));
        let Some(pivot) = pivot else { return found };
        // A limited match is never more than itself: nothing runs through it (R147).
        let (first, limited): (Vec<_>, Vec<_>) = self.all_hits(from, &pivot).into_iter().partition(|h| !h.limited);
        for near in &first {
            for mut far in self.hits_at_or_above(&near.clause, target).into_iter().filter(|h| !h.limited) {
                if far.part.is_none() && near.part.is_some() && far.relation == Relation::IdenticalHls {
                    far.part.clone_from(&near.part);
                    let twin = near.part.as_deref().and_then(|part| self.same_part(&far.clause, part));
                    far.clause = twin.unwrap_or(far.clause);
                }
                if !found.matches.iter().any(|m| m.clause == far.clause) {
                    found.matches.push(self.through_pivot(from, near, far));
                }
            }
        }
        if !found.matches.is_empty() {
            found.outcome = Outcome::Matched;
        } else if let Some(near) = first.first() {
            found.notes.push(format!(
                "No link: its partner {} has no partner in {}.",
                near.clause.short(),
                target.standard
            ));
        } else if let Some(near) = limited.first() {
            found
                .notes
                .push(format!("No link: its match {} is limited, and nothing runs through such.", near.clause.short()));
        } else {
            found
                .notes
                .push(format!("No link: it would run through {}, where this clause has no partner.", pivot.standard));
        }
        found
    }

    fn through_pivot(&self, from: &ClauseRef, near: &Hit<'_>, far: Hit<'_>) -> Match {
        let mut notes = vec![format!(
            "Indirect: runs through {} ({}, then {}).",
            near.clause.short(),
            near.relation.in_words(),
            far.relation.in_words()
        )];
        let steps = [self.match_notes(from, near), self.match_notes(&near.clause, &far)];
        steps.into_iter().flatten().for_each(|note| add_once(&mut notes, note));
        join_additions(&mut notes);
        let links: Vec<_> = near.links.iter().chain(&far.links).copied().collect();
        let mut here = self.ways(&from.standard, near.links.first().copied());
        let mut there = self.ways(&near.clause.standard, far.links.first().copied());
        // What is enough to or from the pivot was said of its evidence, not of what only resembles it; from either side.
        let (near_resembles, far_resembles) =
            (near.relation != Relation::IdenticalHls, far.relation != Relation::IdenticalHls);
        if there != (true, true) && near_resembles {
            there = (false, false);
        }
        if here != (true, true) && far_resembles {
            here = (false, false);
        }
        let resembles_twice = near_resembles && far_resembles;
        if resembles_twice {
            notes.push(String::from("Neither step is identical text: at most a part."));
        }
        Match {
            title: self.title(&far.clause),
            relation: near.relation.max(far.relation),
            through: Some(near.clause.short()),
            via: near.reached.via().into_iter().chain([Via::Pivot]).chain(far.reached.via()).collect(),
            limited: false,
            direction: Direction::Both,
            group: None,
            controls: Vec::new(),
            parts: Vec::new(),
            notes,
            said: Vec::new(),
            source: format!("{} (indirect)", source(&links)),
            ways: (here.0 && there.0, here.1 && there.1),
            part: far.part,
            part_for_whole: false,
            resembles_twice,
            clause: far.clause,
        }
    }
}
