//! The concordance: one row per subject, the standards side by side. The middle column is the standard the tables
//! are built around; the outer two are compared through it. Where that is not held, the first stands in its place, and is
//! compared with the other through it all the same.

use std::collections::HashSet;

use serde::Serialize;
use ts_rs::TS;

use super::answer::{Match, Outcome, Own, Via};
use super::catalogue::Catalogue;
use super::model::Relation;
use super::reference::{ClauseRef, EditionId, compare_clauses};

/// A row of the concordance.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConcordanceRow {
    /// Main clause it stands under: `4` to `10`, or `A` for controls without a counterpart.
    pub group: String,
    /// Number of the row's clause: that of the middle standard, or of the one it belongs to.
    pub clause: String,
    /// Title of that clause.
    pub title: String,
    /// Whether it is common text; else it belongs to one standard.
    pub common: bool,
    /// Per standard held, in the order of the columns.
    pub cells: Vec<ConcordanceCell>,
    /// Between the columns: how the clause in the middle relates to those on the left and on the right.
    pub joins: Vec<Join>,
}

/// A standard's part in a row.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConcordanceCell {
    /// Short name: `9001`.
    pub standard: String,
    /// Its clauses; none where it has no counterpart.
    pub clauses: Vec<ClauseRef>,
}

/// What stands between two neighbouring columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Join {
    /// The same common text.
    Identical,
    /// Partly the same subject.
    Similar,
    /// The same intent, one side wider.
    Aligned,
    /// A small part only, decided clause by clause.
    Limited,
    /// Added by its standard below a common clause, with nothing beside it.
    AddedByStandard,
    /// Stated to have no counterpart.
    NoCounterpart,
    /// The guidance says nothing.
    NotStated,
    /// Neither side has a clause here.
    Nothing,
}

/// The standard in the middle.
const PIVOT: &str = "20000-1";

impl Catalogue {
    /// The rows for the editions held, in the order of the columns. Every clause of each of them has its place: those of the
    /// middle standard, each with its partners, then those that are no partner themselves, with what they are a part of.
    pub fn concordance(&self, held: &[EditionId]) -> Vec<ConcordanceRow> {
        let Some(middle) = held.iter().find(|e| e.standard == PIVOT).or(held.first()) else { return Vec::new() };
        let middle = middle.standard.as_str();
        let mut rows: Vec<ConcordanceRow> = Vec::new();
        let (first, others): (Vec<_>, Vec<_>) = held.iter().partition(|e| e.standard == middle);
        let in_order = first.into_iter().chain(others);
        let mut seen: HashSet<ClauseRef> = HashSet::new();
        for edition in in_order {
            for clause in self.clauses(edition).filter(|c| c.level >= 2) {
                if seen.contains(&clause.reference) {
                    continue;
                }
                let row = self.row(&clause.reference, held, middle);
                // Those of the middle standard hold their partners; what another one is a part of has a place already.
                if edition.standard == middle {
                    seen.extend(row.cells.iter().flat_map(|c| c.clauses.iter().cloned()));
                } else {
                    seen.insert(clause.reference.clone());
                }
                rows.push(row);
            }
        }
        rows.sort_by(|a, b| compare_clauses(&a.clause, &b.clause));
        rows
    }

    /// A clause with its partners in the middle standard or, where it is one of that, in the others.
    fn row(&self, reference: &ClauseRef, held: &[EditionId], middle: &str) -> ConcordanceRow {
        let mut cells = Vec::new();
        let mut joins = Vec::new();
        let own_column = |e: &EditionId| e.edition == reference.edition && e.standard == reference.standard;
        let compared = |e: &EditionId| reference.standard == middle || e.standard == middle;
        for edition in held {
            let (clauses, join) = match (own_column(edition), compared(edition)) {
                (true, _) => (vec![reference.clone()], None),
                (false, true) => {
                    let (clauses, join) = self.beside_it(reference, edition, middle != PIVOT);
                    (clauses, Some(join))
                }
                (false, false) => (Vec::new(), Some(Join::Nothing)),
            };
            cells.push(ConcordanceCell { standard: edition.standard.clone(), clauses });
            joins.extend(join);
        }
        // Between the columns: of a clause outside the middle its own side only.
        if reference.standard != middle {
            let own = held.iter().position(own_column).unwrap_or_default();
            let middle = held.iter().position(|e| e.standard == middle);
            let join = middle.and_then(|at| joins.get(at - usize::from(at > own))).copied().unwrap_or(Join::Nothing);
            let place = middle.map(|at| at.min(own));
            joins = (0..held.len().saturating_sub(1))
                .map(|n| if Some(n) == place { join } else { Join::Nothing })
                .collect();
        }
        let clause = self.clause(reference);
        ConcordanceRow {
            group: reference.clause.split('.').next().unwrap_or_default().to_owned(),
            clause: reference.clause.clone(),
            title: clause.map(|c| c.title.clone()).unwrap_or_default(),
            common: clause.is_some_and(|c| c.spine.is_some()),
            cells,
            joins,
        }
    }

    /// The partners of a clause in one other edition, and how they relate; `through` says that nothing else is compared than
    /// what is found through the standard that is not held: its own ones, else those that it has as a part of
    /// the clause above. Those of a group, and of what stands below, have rows of their own.
    fn beside_it(&self, reference: &ClauseRef, edition: &EditionId, through: bool) -> (Vec<ClauseRef>, Join) {
        let Some(answer) = self.correlate(reference, Some(edition)).pop() else { return (Vec::new(), Join::Nothing) };
        let heading = self.children(reference).next().is_some();
        let usual = |via: &Via| *via == Via::EditionMap || (through && *via == Via::Pivot);
        let direct = |m: &&Match| m.via.iter().all(usual);
        let part = |m: &&Match| m.via.iter().all(|via| usual(via) || matches!(via, Via::Parent | Via::Group));
        let mut found: Vec<&Match> = answer.matches.iter().filter(direct).collect();
        if found.is_empty() && !heading {
            found = answer.matches.iter().filter(part).collect();
        }
        if found.iter().any(|m| !m.limited) {
            found.retain(|m| !m.limited);
        }
        // Common text has its row; what is only similar to it has another.
        if found.iter().any(|m| m.relation == Relation::IdenticalHls) {
            found.retain(|m| m.relation == Relation::IdenticalHls);
        }
        let added = answer.own == Some(Own::AddedByStandard);
        let join = match (found.iter().map(|m| m.relation).min(), answer.outcome) {
            (Some(_), _) if found.iter().all(|m| m.limited) => Join::Limited,
            (Some(Relation::IdenticalHls), _) => Join::Identical,
            (Some(Relation::Aligned), _) => Join::Aligned,
            (Some(_), _) => Join::Similar,
            (None, _) if added => Join::AddedByStandard,
            // What stands below a heading says it.
            (None, Outcome::Matched) => Join::Nothing,
            (None, Outcome::NotStated) if heading => Join::Nothing,
            (None, Outcome::None) => Join::NoCounterpart,
            (None, Outcome::NotStated) => Join::NotStated,
        };
        let mut clauses: Vec<ClauseRef> = found.iter().map(|m| m.clause.clone()).collect();
        clauses.sort();
        clauses.dedup();
        let whole = clauses.clone();
        clauses.retain(|part| !whole.iter().any(|group| part.is_below(group)));
        (clauses, join)
    }
}
