//! What is missing of a system itself before anybody may claim conformity: no rule of the guidance names it, every standard
//! asks for it.

use serde::Serialize;
use ts_rs::TS;

use super::facts::Facts;
use crate::applicability::{self, DecisionLack};
use crate::coverage;
use crate::error::Result;
use crate::systems::{self, ScopeKind};

/// What is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ClaimLacks")]
pub struct Lacks {
    /// What the scope statement does not say.
    pub statement: Vec<systems::Lack>,
    /// Services, components and processes in the scope of which nobody said who runs them, by code; asked for an SMS.
    pub runners: Vec<String>,
    /// Clauses without evidence.
    pub gaps: usize,
    /// Clauses covered in part.
    pub partial: usize,
    /// Controls that apply of which nobody said whether they are in place.
    pub in_place_unsaid: usize,
    /// Controls that apply and are not in place yet.
    pub not_in_place: usize,
}

impl Lacks {
    pub(super) fn of(facts: &Facts<'_>) -> Result<Self> {
        let edition = facts.system.edition.parse()?;
        let summary = coverage::coverage(facts.db, &edition, None, facts.day)?.summary;
        let decided = applicability::list(facts.db, &edition)?;
        let unsaid = |row: &&applicability::Row| row.control && row.lacks.contains(&DecisionLack::Implemented);
        Ok(Self {
            statement: facts.system.statement_lacks.clone(),
            runners: runners(facts),
            gaps: summary.gap,
            partial: summary.partial,
            in_place_unsaid: decided.iter().filter(unsaid).count(),
            not_in_place: summary.not_in_place,
        })
    }

    /// Whether nothing is missing.
    pub fn nothing(&self) -> bool {
        *self == Self::default()
    }
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
