//! The points of a document or record as a pack has them: what several of the standards' data ask in the same words stands once for
//! each clause, with all numbers and where each comes from.

use super::content::Content;
use crate::day::Day;
use crate::mapping::{PointShown, PointState};
use crate::standards::ClauseRef;

/// Points that ask the same at the same clauses, and stand alike.
pub(super) struct Grouped<'a> {
    /// The first of them.
    pub(super) point: &'a PointShown,
    all: Vec<&'a PointShown>,
}

/// Each once, in the order of the first.
pub(super) fn grouped(points: &[PointShown]) -> Vec<Grouped<'_>> {
    let mut out: Vec<Grouped<'_>> = Vec::new();
    for point in points {
        let alike = |one: &PointShown| {
            (&one.at.standard, &one.at.edition, clauses(one), &one.what, one.state, &one.settled, &one.owner, one.due)
                == (
                    &point.at.standard,
                    &point.at.edition,
                    clauses(point),
                    &point.what,
                    point.state,
                    &point.settled,
                    &point.owner,
                    point.due,
                )
        };
        match out.iter_mut().find(|group| !point.what.is_empty() && alike(group.point)) {
            Some(group) => group.all.push(point),
            None => out.push(Grouped { point, all: vec![point] }),
        }
    }
    out
}

/// The clauses that it keeps open: those that are mapped, or where it stands.
fn clauses(point: &PointShown) -> &[ClauseRef] {
    if point.keeps_open.is_empty() { std::slice::from_ref(&point.at) } else { &point.keeps_open }
}

impl Grouped<'_> {
    /// All their numbers.
    pub(super) fn ids(&self, between: &str) -> String {
        self.all.iter().map(|point| point.id.as_str()).collect::<Vec<_>>().join(between)
    }

    /// The clauses that they keep open, without the standard.
    pub(super) fn clauses(&self, between: &str) -> String {
        clauses(self.point).iter().map(|clause| clause.clause.as_str()).collect::<Vec<_>>().join(between)
    }

    /// The editions of these.
    pub(super) fn editions(&self, between: &str) -> String {
        let mut editions: Vec<String> = clauses(self.point).iter().map(|one| one.edition_id().to_string()).collect();
        editions.dedup();
        editions.join(between)
    }

    /// Since when it is overdue, where it is open.
    pub(super) fn late(&self, day: Day) -> String {
        let late = self.point.due.filter(|due| *due < day && self.point.state == PointState::Open);
        late.map(|due| format!("overdue since {due}")).unwrap_or_default()
    }

    /// The same with the standard.
    pub(super) fn at(&self, content: &Content) -> String {
        clauses(self.point).iter().map(|clause| content.clause(clause)).collect::<Vec<_>>().join(", ")
    }

    /// The clauses whose evidence is not enough by itself.
    pub(super) fn from(&self, between: &str, content: &Content) -> String {
        let mut from: Vec<String> = Vec::new();
        for clause in self.all.iter().flat_map(|point| &point.from).map(|one| content.clause(one)) {
            if !from.contains(&clause) {
                from.push(clause);
            }
        }
        from.join(between)
    }
}
