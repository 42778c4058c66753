//! What is particular to one pair of clauses, where the tables name several partners in one row (R113, R124).

use super::catalogue::Catalogue;
use super::hit::{Hit, Reached};
use super::model::PairNote;
use super::reference::ClauseRef;

impl Catalogue {
    /// What is particular to a hit.
    pub(super) fn pair_notes(&self, start: &ClauseRef, hit: &Hit<'_>) -> Vec<String> {
        let start = match &hit.reached {
            Reached::Member(member) => member,
            Reached::Exact | Reached::Above(_) => start,
        };
        let named = |pair: &&PairNote| {
            let [one, other] = &pair.sides;
            (touches(start, one) && touches(&hit.clause, other)) || (touches(start, other) && touches(&hit.clause, one))
        };
        self.pairs.iter().filter(named).map(|pair| pair.note.clone()).collect()
    }

    /// Whether a note may stand at a clause: those of a pair do not stand where another part of its group is meant. A clause
    /// of a later edition is asked for by what held its place.
    pub(super) fn speaks_of(&self, note: &str, clause: &ClauseRef) -> bool {
        let before = self.predecessors(clause);
        let meant = |side: &ClauseRef| {
            touches(clause, side) || before.iter().any(|old| touches(old, side)) || side.standard != clause.standard
        };
        let mut pairs = self.pairs.iter().filter(|pair| pair.note == note).peekable();
        pairs.peek().is_none() || pairs.any(|pair| pair.sides.iter().all(meant))
    }

    /// Those of a match's notes that are particular to its pair.
    pub(super) fn particular(&self, notes: &[String]) -> Vec<String> {
        notes.iter().filter(|note| self.pairs.iter().any(|pair| pair.note == **note)).cloned().collect()
    }
}

/// Whether a clause is the one named, or a part of it, or a group of controls with the one named in it.
fn touches(clause: &ClauseRef, named: &ClauseRef) -> bool {
    clause == named || clause.is_below(named) || (clause.in_annex() && named.is_below(clause))
}
