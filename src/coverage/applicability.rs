//! What does not apply is no gap, what is not in place yet can have nothing to show, and what nobody decided is none yet: read
//! from decisions beside the sums, so that a decision on a clause changes none of its cells.

use rusqlite::Connection;

use super::gap::{Gap, Why};
use super::state::State;
use crate::applicability::{self, Implemented, Standing};
use crate::error::Result;
use crate::standards::{Clause, ClauseRef, EditionId, Kind};

/// What was decided in an edition.
pub(super) struct Applicability(Standing);

impl Applicability {
    pub(super) fn of(db: &Connection, edition: &EditionId) -> Result<Self> {
        Ok(Self(applicability::standing(db, edition)?))
    }

    /// Whether a clause does not apply.
    pub(super) fn leaves_out(&self, reference: &ClauseRef) -> bool {
        self.0.excludes(reference)
    }

    /// How a clause stands whose evidence adds up to a state. A control on which nobody decided is as its evidence says.
    pub(super) fn judged(&self, clause: &Clause, state: State, mut gaps: Vec<Gap>) -> (State, Vec<Gap>) {
        if state == State::OutOfScope {
            return (state, gaps);
        }
        let Some((at, decision)) = self.0.found(&clause.reference) else {
            let nothing = gaps.iter().all(|gap| gap.why == Why::NothingFiled);
            if clause.kind == Kind::Control && state == State::Gap && nothing {
                return (State::Undecided, vec![Gap::of(Why::Undecided)]);
            }
            return (state, gaps);
        };
        let decided = |why| {
            let said = Some(decision.reason.clone()).filter(|reason| !reason.is_empty());
            let planned = decision.implemented.and_then(Implemented::planned);
            Gap { said, planned, decided_at: Some(at.clone()), ..Gap::of(why) }
        };
        if !decision.applies {
            let mut gaps = vec![decided(Why::NotApplicable)];
            let unconfirmed = !clause.reference.in_annex() && decision.condition_met != Some(true);
            gaps.extend(unconfirmed.then(|| Gap::of(Why::Unconfirmed)));
            return (State::NotApplicable, gaps);
        }
        match decision.implemented {
            Some(Implemented::No | Implemented::By(_)) => (State::NotInPlace, vec![decided(Why::NotInPlace)]),
            Some(Implemented::Partly) => {
                gaps.push(decided(Why::InPlaceInPart));
                gaps.sort();
                (if state == State::Covered { State::Partial } else { state }, gaps)
            }
            Some(Implemented::Yes) | None => (state, gaps),
        }
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
