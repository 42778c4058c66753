//! What does not apply is no gap, and what nobody decided is none yet: read from the system's scope statement beside the
//! sums, so that a statement changes no cell.

use std::collections::HashMap;

use super::gap::{Gap, Why};
use super::state::State;
use crate::error::Result;
use crate::standards::{Clause, ClauseRef, Kind, catalogue};
use crate::systems::System;

/// What a system's statement excludes, with the reasons.
pub(super) struct Applicability {
    reasons: HashMap<ClauseRef, String>,
    /// Whether a condition of the exclusions is not confirmed (R52).
    unconfirmed: bool,
}

impl Applicability {
    pub(super) fn of(system: &System) -> Result<Self> {
        let reasons = system.exclusions()?.into_iter().map(|one| (one.reference, one.reason)).collect();
        Ok(Self { reasons, unconfirmed: system.statement_lacks.iter().any(|lack| lack.code == "unaffected") })
    }

    /// The reason stated for a clause, or for the nearest one above it.
    fn reason(&self, clause: &Clause) -> Option<&String> {
        if self.reasons.is_empty() {
            return None;
        }
        let above = catalogue().ancestors(&clause.reference);
        std::iter::once(clause).chain(above).find_map(|one| self.reasons.get(&one.reference))
    }

    /// Whether a clause does not apply.
    pub(super) fn leaves_out(&self, reference: &ClauseRef) -> bool {
        catalogue().clause(reference).is_some_and(|clause| self.reason(clause).is_some())
    }

    /// How a clause stands whose evidence adds up to a state. A control with evidence is as its evidence says.
    pub(super) fn judged(&self, clause: &Clause, state: State, gaps: Vec<Gap>) -> (State, Vec<Gap>) {
        if state == State::OutOfScope {
            return (state, gaps);
        }
        if let Some(reason) = self.reason(clause) {
            let stated = Gap { said: Some(reason.clone()), ..Gap::of(Why::NotApplicable) };
            let mut gaps = vec![stated];
            gaps.extend(self.unconfirmed.then(|| Gap::of(Why::Unconfirmed)));
            return (State::NotApplicable, gaps);
        }
        let nothing = gaps.iter().all(|gap| gap.why == Why::NothingFiled);
        if clause.kind == Kind::Control && state == State::Gap && nothing {
            return (State::Undecided, vec![Gap::of(Why::Undecided)]);
        }
        (state, gaps)
    }
}

/// Why a heading does not apply of which no part does: what was said of its parts, each once.
pub(super) fn stated<'a>(parts: impl Iterator<Item = &'a Gap>) -> Vec<Gap> {
    let (mut reasons, mut unconfirmed): (Vec<&str>, bool) = (Vec::new(), false);
    for gap in parts {
        unconfirmed |= gap.why == Why::Unconfirmed;
        reasons.extend(gap.said.as_deref().filter(|reason| !reasons.contains(reason)));
    }
    let mut gaps = vec![Gap { said: Some(reasons.join("; ")), ..Gap::of(Why::NotApplicable) }];
    gaps.extend(unconfirmed.then(|| Gap::of(Why::Unconfirmed)));
    gaps
}
