//! Which open points open for a pair of clauses. The table names editions the tables know; later editions are asked
//! through the map of editions.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::catalogue::Catalogue;
use super::model::{Kind, Link};
use super::open_points::{Fired, OpenPoint, PointIndex};
use super::reference::{ClauseRef, EditionId};

impl Catalogue {
    /// Every open point the table knows, in order of number.
    pub fn open_points(&self) -> &[OpenPoint] {
        &self.points
    }

    /// The open point of this number.
    pub fn open_point(&self, id: &str) -> Option<&OpenPoint> {
        self.points.binary_search_by(|p| p.id.as_str().cmp(id)).ok().and_then(|at| self.points.get(at))
    }

    /// Which points open when evidence of `from` is accepted for `to`; each once, in order of number.
    ///
    /// A row fires where each clause is one of its list, or stands above or below one of it; a heading fires only
    /// rows that name it. Nothing fires for a clause that the map of editions leads nowhere. No row means that the
    /// source names nothing that stays open, not that nothing does.
    pub fn fires(&self, from: &ClauseRef, to: &ClauseRef) -> Vec<Fired<'_>> {
        let (Some(sources), Some(wanted)) = (self.point_index.from.get(from), self.point_index.to.get(to)) else {
            return Vec::new();
        };
        let both = sources.iter().filter(|row| wanted.binary_search(row).is_ok());
        both.filter_map(|row| {
            let point = self.points.get(*row)?;
            Some(Fired { at: self.stands_at(point, to)?, point })
        })
        .collect()
    }

    /// The clause of the point's list that is the wanted clause, else the nearest above it, else the first below.
    fn stands_at<'a>(&self, point: &'a OpenPoint, wanted: &ClauseRef) -> Option<&'a ClauseRef> {
        let places = self.point_index.known.get(wanted)?;
        let any = |fits: &dyn Fn(&ClauseRef, &ClauseRef) -> bool| {
            point.to.iter().filter(|to| places.iter().any(|place| fits(place, to))).max_by_key(|to| to.clause.len())
        };
        any(&|place, to| place == to)
            .or_else(|| any(&|place, to| place.is_below(to)))
            .or_else(|| point.to.iter().find(|to| places.iter().any(|place| to.is_below(place))))
    }

    /// Whether what is mapped to a clause in full counts in full for those below it too: it does for a clause of the body that
    /// is compared as a whole (R19), and never for a group of controls, each of which is decided by itself (R163).
    pub fn holds_for_parts(&self, reference: &ClauseRef) -> bool {
        let group = |kind| matches!(kind, Kind::Domain | Kind::Objective | Kind::Theme);
        !self.clause(reference).is_some_and(|clause| group(clause.kind)) && !self.is_heading(reference)
    }

    /// Whether a clause is a mere heading: what stands below it is about different things, and no table compares it
    /// as a whole. Groups of controls are compared as a whole; a theme is only a heading.
    pub fn is_heading(&self, reference: &ClauseRef) -> bool {
        let Some(clause) = self.clause(reference) else { return false };
        match clause.kind {
            Kind::Theme => true,
            Kind::Clause => {
                let compared = |l: &&Link| l.relation.is_some() && !l.is_limited();
                self.children(reference).next().is_some()
                    && !self.before(reference).iter().any(|known| {
                        self.links.iter().filter(compared).any(|l| l.pivot == *known || l.refs.contains(known))
                    })
            }
            Kind::Domain | Kind::Objective | Kind::Control => false,
        }
    }

    /// The clause itself and what held its place in earlier editions.
    fn before(&self, reference: &ClauseRef) -> Vec<ClauseRef> {
        let moved = self.moves.iter().filter(|m| m.to.contains(reference)).filter_map(|m| m.from.clone());
        std::iter::once(reference.clone()).chain(moved).collect()
    }

    /// Prepares what [`Self::fires`] looks up; once, when the tables are read.
    pub(super) fn index_points(&mut self) {
        self.points.sort_by(|a, b| a.id.cmp(&b.id));
        let (mut from, mut to) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        for (row, point) in self.points.iter().enumerate() {
            for (side, list) in [(&mut from, &point.from), (&mut to, &point.to)] {
                for clause in list {
                    side.entry(clause.clone()).or_default().push(row);
                }
            }
        }
        let editions: HashSet<EditionId> = from.keys().chain(to.keys()).map(ClauseRef::edition_id).collect();
        let mut index = PointIndex::default();
        for clause in self.clauses.iter().map(|c| &c.reference) {
            let known: Vec<ClauseRef> = if editions.contains(&clause.edition_id()) {
                vec![clause.clone()]
            } else {
                self.predecessors(clause).into_iter().cloned().collect()
            };
            index.from.insert(clause.clone(), self.rows_reached(clause, &known, &from));
            index.to.insert(clause.clone(), self.rows_reached(clause, &known, &to));
            index.known.insert(clause.clone(), known);
        }
        self.point_index = index;
    }

    fn rows_reached(
        &self,
        clause: &ClauseRef,
        known: &[ClauseRef],
        named: &HashMap<ClauseRef, Vec<usize>>,
    ) -> Vec<usize> {
        let heading = self.is_heading(clause);
        let mut rows = BTreeSet::new();
        for known in known {
            // A heading of a later edition reaches what stood below it through the map; none of it is its own.
            if heading && !self.before(clause).contains(known) {
                continue;
            }
            rows.extend(named.get(known).into_iter().flatten());
            let around = self.ancestors(known).chain(self.descendants(known).filter(|_| !heading));
            around.for_each(|c| rows.extend(named.get(&c.reference).into_iter().flatten()));
        }
        rows.into_iter().collect()
    }
}
