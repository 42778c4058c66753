//! Look-ups between the standard the tables are built around (the pivot) and one other, in both directions (R13).

use super::answer::Outcome;
use super::catalogue::Catalogue;
use super::hit::{Hit, Reached};
use super::model::Relation;
use super::reference::{ClauseRef, EditionId};

impl Catalogue {
    /// Whether a table compares the two editions directly.
    pub(super) fn tables_compare(&self, a: &EditionId, b: &EditionId) -> bool {
        self.links.iter().any(|l| (l.pivot.is_of(a) && l.other == *b) || (l.pivot.is_of(b) && l.other == *a))
    }

    /// Partners a row names together with this very clause; those that match in a small part only come last.
    fn exact_hits(&self, start: &ClauseRef, target: &EditionId) -> Vec<Hit<'_>> {
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let mut add = |clause: &ClauseRef, relation: Relation, link| {
            if let Some(hit) = hits.iter_mut().find(|h| h.clause == *clause) {
                // The first table keeps the word; a differing later one shows as a note (R143).
                hit.links.push(link);
            } else {
                hits.push(Hit {
                    clause: clause.clone(),
                    relation,
                    reached: Reached::Exact,
                    limited: link.is_limited(),
                    part: None,
                    links: vec![link],
                });
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
        hits.sort_by(|a, b| (a.limited, &a.clause).cmp(&(b.limited, &b.clause)));
        hits
    }

    /// Exact hits, then those of the groups above.
    ///
    /// A control belongs to its objective and domain (R19). A clause without a row of its own is a part of the nearest
    /// clause above that has one: it has the common text only if it carries it, and a similar clause is offered through
    /// the whole. What a standard added, or what is stated to have no counterpart, inherits nothing (R149).
    pub(super) fn hits_at_or_above(&self, start: &ClauseRef, target: &EditionId) -> Vec<Hit<'_>> {
        let mut hits = self.exact_hits(start, target);
        if start.in_annex() {
            for group in self.ancestors(start) {
                for hit in self.exact_hits(&group.reference, target) {
                    if !hits.iter().any(|h| h.clause == hit.clause) {
                        hits.push(Hit { reached: Reached::Above(group.reference.clone()), ..hit });
                    }
                }
            }
        } else if hits.is_empty() && !self.has_row(start, target) && !self.inherits_nothing(start, target) {
            hits = self.inherited(start, target);
        }
        hits
    }

    /// The hits of the nearest clause above that has any, as far as they are those of this part too.
    fn inherited(&self, start: &ClauseRef, target: &EditionId) -> Vec<Hit<'_>> {
        let own = self.clause(start).and_then(|c| c.spine.as_deref());
        let whole = self
            .ancestors(start)
            .find(|c| self.has_row(&c.reference, target) || !self.exact_hits(&c.reference, target).is_empty());
        let Some(whole) = whole else { return Vec::new() };
        let carried = own.is_some() && own == whole.spine.as_deref();
        let part = start.clause.strip_prefix(whole.reference.clause.as_str());
        let mut hits = Vec::new();
        for hit in self.exact_hits(&whole.reference, target) {
            let common = hit.relation == Relation::IdenticalHls;
            if common && !carried {
                continue;
            }
            let part = part.filter(|_| common);
            let clause = part.and_then(|part| self.same_part(&hit.clause, part)).unwrap_or_else(|| hit.clause.clone());
            hits.push(Hit {
                clause,
                part: part.map(str::to_owned),
                reached: Reached::Above(whole.reference.clone()),
                ..hit
            });
        }
        // A part of a group has its limited match only where it has nothing better.
        if hits.iter().any(|h| !h.limited) {
            hits.retain(|h| !h.limited);
        }
        hits
    }

    /// The part of another standard's clause that bears the same number below it and carries the same common text.
    pub(super) fn same_part(&self, whole: &ClauseRef, part: &str) -> Option<ClauseRef> {
        let candidate = whole.edition_id().at(format!("{}{part}", whole.clause));
        let text = self.clause(&candidate)?.spine.as_deref()?;
        (self.clause(whole)?.spine.as_deref() == Some(text)).then_some(candidate)
    }

    /// Whether a clause is that part of a common clause, `.2` for 9.2.2.
    pub(super) fn is_part(&self, clause: &ClauseRef, part: &str) -> bool {
        let whole = clause.clause.strip_suffix(part).map(|number| clause.edition_id().at(number.to_owned()));
        whole.and_then(|whole| self.same_part(&whole, part)).is_some()
    }

    /// Whether a standard put this below a common clause, or stands below such a clause (R149).
    pub fn added_by_standard(&self, clause: &ClauseRef) -> bool {
        let listed = |c: &ClauseRef| self.specific.iter().any(|s| s.is_addition() && s.reference == *c);
        listed(clause) || self.ancestors(clause).any(|c| listed(&c.reference))
    }

    fn inherits_nothing(&self, start: &ClauseRef, target: &EditionId) -> bool {
        self.added_by_standard(start)
            || self.says_none(start, target)
            || self.ancestors(start).any(|c| self.says_none(&c.reference, target))
    }

    /// Whether the pivot side of a table has a statement (not just a heading) on this clause.
    fn has_row(&self, pivot: &ClauseRef, other: &EditionId) -> bool {
        self.links.iter().any(|l| l.pivot == *pivot && l.other == *other && l.relation.is_some())
    }

    /// Everything: exact hits, those of the groups above, and those of what stands below.
    pub(super) fn all_hits(&self, start: &ClauseRef, target: &EditionId) -> Vec<Hit<'_>> {
        let mut hits = self.hits_at_or_above(start, target);
        for member in self.descendants(start) {
            for hit in self.exact_hits(&member.reference, target).into_iter().filter(|h| !h.limited) {
                // Common text of 6.2.1 is already part of a match on 6.2 as a whole.
                let covered = |h: &Hit<'_>| {
                    h.relation == Relation::IdenticalHls
                        && hit.relation == Relation::IdenticalHls
                        && hit.clause.is_below(&h.clause)
                };
                if !hits.iter().any(|h| h.clause == hit.clause || covered(h)) {
                    hits.push(Hit { reached: Reached::Member(member.reference.clone()), ..hit });
                }
            }
        }
        hits.sort_by_key(|h| h.limited);
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
    pub(super) fn says_none(&self, reference: &ClauseRef, target: &EditionId) -> bool {
        self.links.iter().any(|l| l.pivot == *reference && l.other == *target && l.relation == Some(Relation::None))
            || self.specific.iter().any(|s| s.reference == *reference && s.no_counterpart_in.contains(target))
    }
}
