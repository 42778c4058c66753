//! The catalogue: every look-up in the reference data that needs no judgement.

use super::model::{
    Clause, Edition, Link, Move, OneWay, PairNote, Process, Required, SisterDocument, Specific, SpineClause,
};
use super::open_points::{OpenPoint, PointIndex};
use super::reference::{ClauseRef, EditionId};
use super::terms::{self, Term};

/// All reference data, read once. Clauses stand in the order of [`ClauseRef`].
#[derive(Debug, Default)]
pub struct Catalogue {
    pub(super) editions: Vec<Edition>,
    pub(super) spine: Vec<SpineClause>,
    pub(super) clauses: Vec<Clause>,
    pub(super) required: Vec<Required>,
    pub(super) links: Vec<Link>,
    pub(super) specific: Vec<Specific>,
    pub(super) moves: Vec<Move>,
    pub(super) one_way: Vec<OneWay>,
    pub(super) pairs: Vec<PairNote>,
    pub(super) terms: Vec<Term>,
    pub(super) processes: Vec<Process>,
    pub(super) sisters: Vec<SisterDocument>,
    pub(super) points: Vec<OpenPoint>,
    pub(super) point_index: PointIndex,
}

impl Catalogue {
    /// Every edition, in the order of the columns.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The editions a new workspace starts with: the default one of each standard.
    pub fn default_editions(&self) -> impl Iterator<Item = &Edition> {
        self.editions.iter().filter(|e| e.default)
    }

    /// The edition with exactly this id.
    pub fn edition_of(&self, id: &EditionId) -> Option<&Edition> {
        self.editions.iter().find(|e| e.id == *id)
    }

    /// A clause or control, if the edition has it.
    pub fn clause(&self, reference: &ClauseRef) -> Option<&Clause> {
        let at = self.clauses.binary_search_by(|c| c.reference.cmp(reference)).ok()?;
        self.clauses.get(at)
    }

    /// Its title; empty where the edition has no such clause.
    pub fn title(&self, reference: &ClauseRef) -> String {
        self.clause(reference).map_or_else(String::new, |c| c.title.clone())
    }

    /// All clauses and controls of an edition, in order.
    pub fn clauses(&self, edition: &EditionId) -> impl Iterator<Item = &Clause> {
        let key = |c: &Clause| (c.reference.standard.clone(), c.reference.edition.clone());
        let wanted = (edition.standard.clone(), edition.edition.clone());
        let start = self.clauses.partition_point(|c| key(c) < wanted);
        let end = self.clauses.partition_point(|c| key(c) <= wanted);
        self.clauses.get(start..end).unwrap_or_default().iter()
    }

    /// What stands directly below a clause, objective, domain or theme.
    pub fn children(&self, reference: &ClauseRef) -> impl Iterator<Item = &Clause> {
        let level = self.clause(reference).map_or(0, |c| c.level);
        self.descendants(reference).filter(move |c| c.level == level + 1)
    }

    /// Everything below, in order. Items below one another stand together, so this is a slice.
    pub fn descendants(&self, reference: &ClauseRef) -> impl Iterator<Item = &Clause> {
        let start = self.clauses.partition_point(|c| c.reference <= *reference);
        let rest = self.clauses.get(start..).unwrap_or_default();
        let count = rest.iter().take_while(|c| c.reference.is_below(reference)).count();
        rest.get(..count).unwrap_or_default().iter()
    }

    /// What stands above, nearest first.
    pub fn ancestors(&self, reference: &ClauseRef) -> impl Iterator<Item = &Clause> {
        let above = |c: &Clause| c.parent.as_ref().and_then(|p| self.clause(&c.reference.edition_id().at(p.as_str())));
        std::iter::successors(self.clause(reference).and_then(above), move |c| above(c))
    }

    /// The items at the bottom: those below that have nothing below themselves, or the clause itself.
    pub fn leaves_below(&self, reference: &ClauseRef) -> Vec<&Clause> {
        let leaves: Vec<_> =
            self.descendants(reference).filter(|c| self.descendants(&c.reference).next().is_none()).collect();
        if leaves.is_empty() { self.clause(reference).into_iter().collect() } else { leaves }
    }

    /// Documented information this very clause asks for.
    pub fn required(&self, reference: &ClauseRef) -> &[Required] {
        let start = self.required.partition_point(|r| r.reference < *reference);
        let end = self.required.partition_point(|r| r.reference <= *reference);
        self.required.get(start..end).unwrap_or_default()
    }

    /// The common structure: 7 clauses and 20 subclauses.
    pub fn spine(&self) -> &[SpineClause] {
        &self.spine
    }

    /// The place of a clause on the common structure: its own, or that of the nearest clause above (R1).
    ///
    /// Annex A has no place there: controls are chosen under the risk treatment, not under a clause.
    pub fn spine_of(&self, reference: &ClauseRef) -> Option<&SpineClause> {
        let place = std::iter::once(self.clause(reference)?)
            .chain(self.ancestors(reference))
            .find_map(|c| c.spine.as_deref())?;
        self.spine.iter().find(|s| s.clause == place)
    }

    /// What takes the place of a clause in the later edition of its standard; for a group, of its members.
    pub fn successors(&self, reference: &ClauseRef) -> Vec<&ClauseRef> {
        self.moved(reference, |m, r| m.from.as_ref() == Some(r), |m| m.to.iter().collect())
    }

    /// What held the place of a clause in the earlier edition of its standard; for a group, of its members.
    pub fn predecessors(&self, reference: &ClauseRef) -> Vec<&ClauseRef> {
        self.moved(reference, |m, r| m.to.contains(r), |m| m.from.iter().collect())
    }

    fn moved<'a>(
        &'a self,
        reference: &ClauseRef,
        matches: impl Fn(&Move, &ClauseRef) -> bool,
        other_side: impl Fn(&'a Move) -> Vec<&'a ClauseRef>,
    ) -> Vec<&'a ClauseRef> {
        let step = |r: &ClauseRef| -> Vec<&'a ClauseRef> {
            self.moves.iter().filter(|m| matches(m, r)).flat_map(&other_side).collect()
        };
        let mut found = step(reference);
        if found.is_empty() {
            found = self.leaves_below(reference).iter().flat_map(|c| step(&c.reference)).collect();
        }
        found.sort();
        found.dedup();
        found
    }

    /// Terms by entry number or part of a word; all of them without a query.
    pub fn terms(&self, query: Option<&str>) -> Vec<&Term> {
        terms::find(&self.terms, query)
    }

    /// Core processes several standards share (R9).
    pub fn processes(&self) -> &[Process] {
        &self.processes
    }

    /// The core processes a clause is part of; of a later edition, those of what held its place.
    pub(super) fn processes_of(&self, reference: &ClauseRef) -> Vec<String> {
        let here = [reference].into_iter().chain(self.predecessors(reference)).collect::<Vec<_>>();
        let part = |c: &ClauseRef| here.iter().any(|r| *r == c || r.is_below(c));
        self.processes.iter().filter(|p| p.clauses.iter().any(part)).map(|p| p.name.clone()).collect()
    }

    /// Documents that answer a question better than the correlation does (R36).
    pub fn sister_documents(&self) -> &[SisterDocument] {
        &self.sisters
    }

    /// Rows of the correlation tables.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// What has no counterpart elsewhere, and what the guidance is silent about.
    pub fn specific(&self) -> &[Specific] {
        &self.specific
    }
}
