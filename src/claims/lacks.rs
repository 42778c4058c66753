//! What is missing of a system itself before anybody may claim conformity: no rule of the guidance names it, every standard
//! asks for it.

use super::facts::Facts;
use super::model::Lacks;
use crate::applicability::{self, DecisionLack};
use crate::coverage;
use crate::error::Result;
use crate::systems::ScopeKind;

/// What is missing of a system.
pub(super) fn of(facts: &Facts<'_>) -> Result<Lacks> {
    let edition = facts.system.edition.parse()?;
    let summary = coverage::coverage(facts.db, &edition, None, facts.day)?.summary;
    let decided = applicability::list(facts.db, &edition)?;
    let unsaid = |row: &&applicability::Row| row.control && row.lacks.contains(&DecisionLack::Implemented);
    let otherwise = decided.iter().filter(|row| row.lacks.contains(&DecisionLack::Statement));
    Ok(Lacks {
        statement: facts.system.statement_lacks.clone(),
        runners: runners(facts),
        gaps: summary.gap,
        partial: summary.partial,
        in_place_unsaid: decided.iter().filter(unsaid).count(),
        not_in_place: summary.not_in_place,
        otherwise_stated: otherwise.map(|row| row.reference.clause.clone()).collect(),
    })
}

/// Others may run a part and not all (CL-01 to CL-03), so that each has to be told of.
fn runners(facts: &Facts<'_>) -> Vec<String> {
    if facts.standard() != "20000-1" {
        return Vec::new();
    }
    let run = [ScopeKind::Service, ScopeKind::Component, ScopeKind::Process];
    let unsaid = facts.inside(&facts.system).filter(|item| run.contains(&item.kind) && item.run_by.is_none());
    unsaid.map(|item| item.code.clone()).collect()
}
