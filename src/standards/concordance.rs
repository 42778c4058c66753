//! The concordance: one row per subject, the standards side by side. The middle column is the standard the tables
//! are built around; the outer two are compared through it.

use serde::Serialize;
use ts_rs::TS;

use super::answer::Outcome;
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
    /// The rows for the editions held, in the order of the columns.
    pub fn concordance(&self, held: &[EditionId]) -> Vec<ConcordanceRow> {
        let pivot = held.iter().find(|e| e.standard == PIVOT);
        let mut rows = Vec::new();
        let mut seen: Vec<ClauseRef> = Vec::new();
        if let Some(pivot) = pivot {
            for clause in self.clauses(pivot).filter(|c| c.level >= 2) {
                let row = self.pivot_row(&clause.reference, held);
                let has_partner = row.cells.iter().any(|c| c.standard != PIVOT && !c.clauses.is_empty());
                // A heading without a partner of its own says nothing that its parts do not say.
                if self.children(&clause.reference).next().is_some() && !has_partner {
                    continue;
                }
                seen.extend(row.cells.iter().flat_map(|c| c.clauses.iter().cloned()));
                rows.push(row);
            }
        }
        for edition in held.iter().filter(|e| e.standard != PIVOT) {
            for clause in self.clauses(edition).filter(|c| c.level >= 2) {
                let reference = &clause.reference;
                let behind = seen.iter().any(|s| s == reference || reference.is_below(s));
                if behind || self.children(reference).next().is_some() {
                    continue;
                }
                rows.push(self.alone(reference, held));
            }
        }
        rows.sort_by(|a, b| compare_clauses(&a.clause, &b.clause));
        rows
    }

    fn pivot_row(&self, reference: &ClauseRef, held: &[EditionId]) -> ConcordanceRow {
        let clause = self.clause(reference);
        let mut cells = Vec::new();
        let mut joins = Vec::new();
        for edition in held {
            if edition.standard == PIVOT {
                cells.push(ConcordanceCell { standard: edition.standard.clone(), clauses: vec![reference.clone()] });
                continue;
            }
            // An edition that the tables do not know stands beside what they say of the one before it.
            let known = self.edition_in_tables(edition);
            let answer = self.correlate(reference, Some(&known)).pop();
            let direct: Vec<_> = answer.iter().flat_map(|a| &a.matches).filter(|m| m.through.is_none()).collect();
            let join = match (direct.iter().map(|m| m.relation).min(), answer.as_ref().map(|a| a.outcome)) {
                (Some(Relation::IdenticalHls), _) => Join::Identical,
                (Some(Relation::Aligned), _) => Join::Aligned,
                (Some(_), _) => Join::Similar,
                (None, Some(Outcome::None)) => Join::NoCounterpart,
                (None, _) => Join::NotStated,
            };
            joins.push(join);
            let mut clauses: Vec<ClauseRef> = if known == *edition {
                direct.iter().map(|m| m.clause.clone()).collect()
            } else {
                direct.iter().flat_map(|m| self.successors(&m.clause)).cloned().collect()
            };
            clauses.sort();
            clauses.dedup();
            let whole = clauses.clone();
            clauses.retain(|part| !whole.iter().any(|group| part.is_below(group)));
            cells.push(ConcordanceCell { standard: edition.standard.clone(), clauses });
        }
        ConcordanceRow {
            group: group(&reference.clause),
            clause: reference.clause.clone(),
            title: clause.map(|c| c.title.clone()).unwrap_or_default(),
            common: clause.is_some_and(|c| c.spine.is_some()),
            cells,
            joins,
        }
    }

    /// A clause that has no place in a row of the middle standard.
    fn alone(&self, reference: &ClauseRef, held: &[EditionId]) -> ConcordanceRow {
        let pivot = held.iter().find(|e| e.standard == PIVOT);
        let stated = pivot.and_then(|p| self.correlate(reference, Some(p)).pop()).map(|a| a.outcome);
        let own = match stated {
            Some(Outcome::None) => Join::NoCounterpart,
            Some(_) => Join::NotStated,
            None => Join::Nothing,
        };
        let others = held.iter().filter(|e| e.standard != PIVOT);
        ConcordanceRow {
            group: group(&reference.clause),
            clause: reference.clause.clone(),
            title: self.title(reference),
            common: self.clause(reference).is_some_and(|c| c.spine.is_some()),
            cells: held
                .iter()
                .map(|e| ConcordanceCell {
                    standard: e.standard.clone(),
                    clauses: if reference.is_of(e) { vec![reference.clone()] } else { Vec::new() },
                })
                .collect(),
            joins: others.map(|e| if reference.is_of(e) { own } else { Join::Nothing }).collect(),
        }
    }
}

fn group(clause: &str) -> String {
    clause.split('.').next().unwrap_or_default().to_owned()
}
