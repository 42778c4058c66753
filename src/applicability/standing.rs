//! What stands on the day of the tables, and what it means for evidence. A decision goes before what a scope statement says
//! does not apply; one at a heading holds below it, unless something was decided there.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::{ControlReach, Decision, Implemented};
use crate::day::Day;
use crate::error::Result;
use crate::standards::{ClauseRef, EditionId, Exclusions, Kind, catalogue};
use crate::systems;
use crate::workspace::said_until;

/// What was said about a clause or control, and by whom.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) decision: Decision,
    /// Empty where the scope statement says so.
    pub(super) by: String,
    pub(super) on: Option<Day>,
    pub(super) source: String,
}

/// All that stands in one edition.
#[derive(Debug, Clone)]
pub struct Standing {
    said: HashMap<ClauseRef, Said>,
    /// What the scope statement says does not apply.
    stated: HashSet<ClauseRef>,
    /// Whether the scope statement has to name everything that does not apply, and there is one.
    statement_names_all: bool,
    /// Whether services are in the scope of a system beside it.
    pub(super) beside_services: bool,
}

/// What evidence for a control is worth beyond its own standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ControlGives", rename_all = "snake_case")]
pub enum Gives {
    /// As much as the correlation says.
    All,
    /// A part at the most: it reaches the organisation's own assets alone (CL-24).
    OwnAssets,
    /// A part at the most: it is in place in part.
    InPart,
    /// Nothing before it is in place (CL-22).
    NotInPlace,
    /// Nothing: it is excluded (CL-21).
    Excluded,
}

impl Gives {
    /// Whether it gives nothing at all.
    pub fn nothing(self) -> bool {
        self >= Self::NotInPlace
    }
}

/// What stands in an edition.
///
/// # Errors
/// `not_found` where no system holds it.
pub fn standing(db: &Connection, edition: &EditionId) -> Result<Standing> {
    let system = systems::system(db, &edition.to_string())?;
    let mut said = HashMap::new();
    let condition_met = system.statement.unaffected;
    let exclusions = system.exclusions()?;
    let stated = exclusions.iter().map(|one| one.reference.clone()).collect();
    for one in exclusions {
        let nine = !one.reference.in_annex();
        let decision = Decision {
            applies: false,
            reason: one.reason,
            grounds: Vec::new(),
            risks: Vec::new(),
            condition_met: condition_met.filter(|_| nine),
            implemented: None,
            reach: Vec::new(),
            owner: String::new(),
        };
        said.insert(one.reference, Said { decision, by: String::new(), on: None, source: String::new() });
    }
    let mut found = db.prepare_cached(
        "SELECT clause, decision, actor, day, source FROM applicability a WHERE edition = ?1 AND seq =
             (SELECT max(seq) FROM applicability n WHERE n.edition = a.edition AND n.clause = a.clause AND n.day <= ?2)",
    )?;
    let rows = found.query_map(params![edition.to_string(), said_until(db)?], |r| {
        Ok((r.get::<_, String>(0)?, r.get::<_, Option<String>>(1)?, r.get(2)?, r.get(3)?, r.get(4)?))
    })?;
    for row in rows {
        let (clause, decision, by, on, source) = row?;
        if let Some(decision) = decision {
            let decision = serde_json::from_str(&decision)?;
            said.insert(edition.at(clause), Said { decision, by, on: Some(on), source });
        }
    }
    let services = systems::systems(db)?.iter().any(|other| other.edition.starts_with("20000-1:"));
    let requirements =
        catalogue().edition_of(edition).is_some_and(|known| known.exclusions == Exclusions::Requirements);
    let statement_names_all = requirements && system.statement != systems::ScopeStatement::default();
    Ok(Standing { said, stated, statement_names_all, beside_services: services })
}

impl Standing {
    /// What holds for a clause or control, and where it was said: there, or at the nearest one above.
    pub(super) fn said(&self, reference: &ClauseRef) -> Option<(&ClauseRef, &Said)> {
        if self.said.is_empty() {
            return None;
        }
        let here = self.said.get_key_value(reference);
        here.or_else(|| {
            let above = catalogue().ancestors(reference).find_map(|one| self.said.get_key_value(&one.reference));
            // Who answers for a heading does not answer for each of its parts.
            above.filter(|(_, said)| !said.decision.applies)
        })
    }

    /// What holds for a clause or control, and where that was decided.
    pub fn found(&self, reference: &ClauseRef) -> Option<(&ClauseRef, &Decision)> {
        self.said(reference).map(|(at, said)| (at, &said.decision))
    }

    /// What holds for a clause or control.
    pub fn decision(&self, reference: &ClauseRef) -> Option<&Decision> {
        self.said(reference).map(|(_, said)| &said.decision)
    }

    /// Whether the scope statement says otherwise than what was decided here: it leaves out what applies, or says nothing of a
    /// requirement that does not.
    pub(super) fn against_statement(&self, reference: &ClauseRef) -> bool {
        let Some(said) = self.said.get(reference).filter(|said| said.on.is_some()) else { return false };
        let mut above = catalogue().ancestors(reference);
        let stated = self.stated.contains(reference) || above.any(|one| self.stated.contains(&one.reference));
        if said.decision.applies { stated } else { self.statement_names_all && !stated }
    }

    /// Whether it is excluded.
    pub fn excludes(&self, reference: &ClauseRef) -> bool {
        self.decision(reference).is_some_and(|decision| !decision.applies)
    }

    /// Whether anything at all was said.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// What evidence for a clause or control is worth beyond its own standard. A group is worth what the best of its controls
    /// is; of a requirement it is asked only whether it applies.
    pub fn gives(&self, reference: &ClauseRef) -> Gives {
        if self.said.is_empty() {
            return Gives::All;
        }
        if !reference.in_annex() {
            return if self.excludes(reference) { Gives::Excluded } else { Gives::All };
        }
        let below = catalogue().leaves_below(reference);
        let leaves = below.iter().filter(|leaf| leaf.kind == Kind::Control).map(|leaf| self.gives_one(&leaf.reference));
        leaves.min().unwrap_or_else(|| self.gives_one(reference))
    }

    fn gives_one(&self, control: &ClauseRef) -> Gives {
        let Some(decision) = self.decision(control) else { return Gives::All };
        match decision.implemented {
            _ if !decision.applies => Gives::Excluded,
            Some(Implemented::No | Implemented::By(_)) => Gives::NotInPlace,
            Some(Implemented::Partly) => Gives::InPart,
            _ if decision.reach == [ControlReach::Assets] => Gives::OwnAssets,
            _ => Gives::All,
        }
    }

    /// The clauses, controls and groups of controls from which evidence gives less than the correlation says, where that was
    /// decided.
    pub fn limiting(&self) -> Vec<&ClauseRef> {
        let with_group = |control| {
            let above = catalogue().ancestors(control).map(|one| &one.reference);
            let below = catalogue().descendants(control).map(|one| &one.reference);
            std::iter::once(control).chain(above).chain(below)
        };
        let limits = self.said.iter().filter(|(reference, said)| reference.in_annex() || !said.decision.applies);
        let mut all: Vec<&ClauseRef> = limits
            .map(|(reference, _)| reference)
            .flat_map(with_group)
            .filter(|one| self.gives(one) != Gives::All)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether nobody said if a control that applies reaches the services.
    pub fn reach_unsaid(&self, control: &ClauseRef) -> bool {
        self.decision(control).is_some_and(|decision| decision.applies && decision.reach.is_empty())
    }
}
