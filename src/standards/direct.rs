//! Look-ups between the standard the tables are built around (the pivot) and one other, in both directions (R13).

use super::answer::Outcome;
use super::catalogue::Catalogue;
use super::hit::{Hit, Via};
use super::model::Relation;
use super::reference::{ClauseRef, EditionId};

impl Catalogue {
    /// Whether a table compares the two editions directly.
    pub(super) fn tables_compare(&self, a: &EditionId, b: &EditionId) -> bool {
        self.links.iter().any(|l| (l.pivot.is_of(a) && l.other == *b) || (l.pivot.is_of(b) && l.other == *a))
    }

    /// Partners a row names together with this very clause.
    fn exact_hits(&self, start: &ClauseRef, target: &EditionId) -> Vec<Hit<'_>> {
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let mut add = |clause: &ClauseRef, relation: Relation, link| {
            if let Some(hit) = hits.iter_mut().find(|h| h.clause == *clause) {
                // The first table keeps the word; a differing later one shows as a note (R143).
                hit.links.push(link);
            } else {
                hits.push(Hit { clause: clause.clone(), relation, via: Via::Exact, links: vec![link] });
            }
        };
        for link in &self.links {
            let Some(relation) = link.relation.filter(|r| *r != Relation::None) else { continue };
            if link.pivot == *start && link.other == *target {
                link.refs.iter().for_each(|partner| add(partner, relation, link));
            } else if link.pivot.is_of(target) && link.refs.contains(start) {
                add(&link.pivot, relation, link);
            }
        }
        hits.sort_by(|a, b| a.clause.cmp(&b.clause));
        hits
    }

    /// Exact hits, then those of the groups above.
    ///
    /// A control belongs to its objective and domain (R19). A finer clause of the pivot standard without a row of
    /// its own takes that of the clause above, but never common text it does not carry itself. Clauses of other
    /// standards inherit nothing: 9001 7.1 has a partner, 7.1.4 and 7.1.5 have none.
    pub(super) fn hits_at_or_above(&self, start: &ClauseRef, target: &EditionId) -> Vec<Hit<'_>> {
        let mut hits = self.exact_hits(start, target);
        if start.in_annex() {
            for group in self.ancestors(start) {
                for hit in self.exact_hits(&group.reference, target) {
                    if !hits.iter().any(|h| h.clause == hit.clause) {
                        hits.push(Hit { via: Via::Above(group.reference.clone()), ..hit });
                    }
                }
            }
        } else if hits.is_empty() && !self.has_row(start, target) {
            let own = self.clause(start).and_then(|c| c.spine.as_deref());
            if let Some(above) = self.ancestors(start).find(|c| self.has_row(&c.reference, target)) {
                let carried = own.is_some() && own == above.spine.as_deref();
                hits.extend(
                    self.exact_hits(&above.reference, target)
                        .into_iter()
                        .filter(|h| h.relation != Relation::IdenticalHls || carried)
                        .map(|h| Hit { via: Via::Above(above.reference.clone()), ..h }),
                );
            }
        }
        hits
    }

    /// Whether the pivot side of a table has a statement (not just a heading) on this clause.
    fn has_row(&self, pivot: &ClauseRef, other: &EditionId) -> bool {
        self.links.iter().any(|l| l.pivot == *pivot && l.other == *other && l.relation.is_some())
    }

    /// Everything: exact hits, those of the groups above, and those of what stands below.
    pub(super) fn all_hits(&self, start: &ClauseRef, target: &EditionId) -> Vec<Hit<'_>> {
        let mut hits = self.hits_at_or_above(start, target);
        for member in self.descendants(start) {
            for hit in self.exact_hits(&member.reference, target) {
                // Common text of 6.2.1 is already part of a match on 6.2 as a whole.
                let covered = |h: &Hit<'_>| {
                    h.relation == Relation::IdenticalHls
                        && hit.relation == Relation::IdenticalHls
                        && hit.clause.is_below(&h.clause)
                };
                if !hits.iter().any(|h| h.clause == hit.clause || covered(h)) {
                    hits.push(Hit { via: Via::Member(member.reference.clone()), ..hit });
                }
            }
        }
        hits
    }

    /// What the tables say where there may be no hit: stated absence and silence are different things (R17).
    pub(super) fn outcome(&self, start: &ClauseRef, target: &EditionId) -> Outcome {
        if !self.all_hits(start, target).is_empty() {
            return Outcome::Matched;
        }
        let mut above = std::iter::once(start).chain(self.ancestors(start).map(|c| &c.reference));
        if above.any(|group| self.says_none(group, target)) {
            return Outcome::None;
        }
        let mut children = self.children(start).peekable();
        if children.peek().is_some() && children.all(|c| self.outcome(&c.reference, target) == Outcome::None) {
            return Outcome::None;
        }
        Outcome::NotStated
    }

    /// Whether a table or a list says that this has no counterpart. Named exceptions have a match and never get here.
    fn says_none(&self, reference: &ClauseRef, target: &EditionId) -> bool {
        self.links.iter().any(|l| l.pivot == *reference && l.other == *target && l.relation == Some(Relation::None))
            || self.specific.iter().any(|s| s.reference == *reference && s.no_counterpart_in.contains(target))
    }
}
