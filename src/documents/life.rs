//! How a document stands on any day. What was filed and what was decided, each with the day from which it holds, are the
//! facts; the day itself brings a revision into force, nobody has to write anything on it.
//!
//! In force on a day is the approved revision with the latest first day that has come, the later entry where two are equal;
//! none from a withdrawal until a reinstatement, which plans anew. What is approved while a withdrawal lies ahead ends with it,
//! too; one that was called off holds no longer. An approval that was taken back counts for the days before, so that the revision before it is in force from that day on and never earlier.

use super::model::{DocumentState, RevisionState};
use crate::day::{Day, Due};
use crate::ids::RevisionId;

/// A revision, as it was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filed {
    pub(super) id: RevisionId,
    /// The day on which it was filed.
    pub(super) day: Day,
    /// Whether it had been replaced already when it was filed.
    pub(super) retired: bool,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A revision was approved.
    Approved(RevisionId),
    /// A withdrawn document was put in force again with a revision, by the approval that this had.
    Reinstated(RevisionId),
    /// The document is out of use.
    Withdrawn,
    /// The next review was set by itself.
    NextReview,
}

/// A decision about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decision {
    /// Its entry.
    pub(super) seq: u64,
    /// The day on which it was recorded.
    pub(super) recorded: Day,
    /// The day from which it holds; none for an approval without a day yet.
    pub(super) holds: Option<Day>,
    /// The day from which it holds no longer, since it was taken back.
    pub(super) until: Option<Day>,
    pub(super) what: What,
    /// The next review that it brings.
    pub(super) due: Option<Due>,
}

/// A document's facts, in the order of their entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Life {
    pub(super) revisions: Vec<Filed>,
    pub(super) decisions: Vec<Decision>,
}

/// How a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stand {
    pub(super) state: DocumentState,
    /// The revision in force, else the one that comes, else the newest.
    pub(super) current: Option<RevisionId>,
    /// The next review.
    pub(super) due: Option<Due>,
}

impl Life {
    /// The facts as they were before an entry.
    pub(super) fn until_entry(mut self, seq: u64) -> Self {
        self.decisions.retain(|d| d.seq < seq);
        self
    }

    /// How the document stands on a day, by all that is known.
    pub(super) fn on(&self, day: Day) -> Stand {
        let state_of = |wanted: RevisionState| {
            self.revisions.iter().rev().find(|r| r.day <= day && self.state(r, day) == wanted).map(|r| r.id)
        };
        let newest = || self.revisions.iter().rev().find(|r| r.day <= day).map(|r| r.id);
        let in_force = self.in_force(day).and_then(|d| d.what.revision());
        let (state, current) = if self.withdrawn(day) {
            (DocumentState::Withdrawn, state_of(RevisionState::Withdrawn).or_else(newest))
        } else if let Some(revision) = in_force {
            (DocumentState::Effective, Some(revision))
        } else if let Some(revision) = state_of(RevisionState::Approved) {
            (DocumentState::Approved, Some(revision))
        } else if let Some(revision) = state_of(RevisionState::Draft) {
            (DocumentState::Draft, Some(revision))
        } else if self.revisions.is_empty() {
            (DocumentState::Listed, None)
        } else {
            let some = newest();
            (if some.is_some() { DocumentState::Superseded } else { DocumentState::Draft }, some)
        };
        let due = if state == DocumentState::Withdrawn { None } else { self.due(day) };
        Stand { state, current, due }
    }

    /// How a revision stands on a day.
    pub(super) fn state(&self, revision: &Filed, day: Day) -> RevisionState {
        if let Some(gone) = self.withdrawal(day).filter(|_| self.withdrawn(day)) {
            return match Self::before(gone).map(|before| self.state(revision, before)) {
                Some(RevisionState::Superseded) => RevisionState::Superseded,
                _ => RevisionState::Withdrawn,
            };
        }
        if self.in_force(day).is_some_and(|d| d.what.revision() == Some(revision.id)) {
            return RevisionState::Effective;
        }
        let mut coming = false;
        for approval in self.standing(day).filter(|d| d.what.revision() == Some(revision.id)) {
            if approval.holds.is_some_and(|from| from <= day) {
                return RevisionState::Superseded;
            }
            coming |= approval.recorded <= day;
        }
        if coming {
            return RevisionState::Approved;
        }
        // What was in force before the document was withdrawn and put in force again with another revision.
        let once = self.withdrawal(day).and_then(Self::before).map(|before| self.state(revision, before));
        match once {
            Some(RevisionState::Effective | RevisionState::Superseded) => RevisionState::Superseded,
            _ if revision.retired => RevisionState::Superseded,
            _ => RevisionState::Draft,
        }
    }

    /// The spans in which the document stands alike: each first day with how it stands from there on.
    pub(super) fn spans(&self) -> Vec<(Day, Stand)> {
        let mut days: Vec<Day> = self.revisions.iter().map(|r| r.day).collect();
        for decision in &self.decisions {
            days.push(decision.recorded);
            days.extend(decision.holds);
            days.extend(decision.until);
        }
        days.sort_unstable();
        days.dedup();
        let mut spans = vec![(Day::MIN, self.on(Day::MIN))];
        for day in days {
            let stand = self.on(day);
            if spans.last().is_none_or(|(_, before)| *before != stand) {
                spans.push((day, stand));
            }
        }
        spans
    }

    /// The last span in which a revision was or will be in force: its first day, and the first day after it.
    pub(super) fn last_in_force(&self, revision: RevisionId) -> Option<(Day, Option<Day>)> {
        let spans = self.spans();
        let in_force = |stand: &Stand| stand.state == DocumentState::Effective && stand.current == Some(revision);
        let last = spans.iter().rposition(|(_, stand)| in_force(stand))?;
        let end = spans.get(last + 1).map(|(day, _)| *day);
        let first = spans[..=last].iter().rev().take_while(|(_, stand)| in_force(stand)).last()?;
        Some((first.0, end))
    }

    /// The last approval of a revision that stood on a day, whether the document was withdrawn since or not: of several the
    /// one that had been recorded by then; one that was written down later counts where there is no other.
    pub(super) fn approval(&self, revision: RevisionId, day: Day) -> Option<&Decision> {
        let holds = |d: &&Decision| d.until.is_none_or(|until| day < until);
        let of = |d: &&Decision| d.what == What::Approved(revision);
        let there = || self.decisions.iter().filter(holds).filter(of);
        there().rev().find(|d| d.recorded <= day).or_else(|| there().next_back())
    }

    /// Since when a revision is in force on a day, without a break.
    pub(super) fn since(&self, revision: RevisionId, day: Day) -> Option<Day> {
        self.in_force(day).filter(|d| d.what.revision() == Some(revision)).and_then(|d| d.holds)
    }

    /// The reinstatements with a revision that were recorded by a day and not taken back.
    pub(super) fn reinstatements(&self, revision: RevisionId, day: Day) -> impl Iterator<Item = &Decision> {
        let there = move |d: &&Decision| d.recorded <= day && d.until.is_none_or(|until| day < until);
        self.decisions.iter().filter(there).filter(move |d| d.what == What::Reinstated(revision))
    }

    /// Whether anything was ever decided about a revision, taken back or not.
    pub(super) fn decided(&self, revision: RevisionId) -> bool {
        self.decisions.iter().any(|d| d.what.revision() == Some(revision))
    }

    /// Since when the document is withdrawn, or will be.
    pub(super) fn withdrawn_from(&self) -> Option<Day> {
        let gone = self.decisions.iter().rev().find(|d| d.what == What::Withdrawn && d.until.is_none())?;
        let brings = |d: &Decision| d.what.revision().is_some() && d.until.is_none();
        let back = self.decisions.iter().any(|d| brings(d) && d.outlives(gone));
        gone.holds.filter(|_| !back)
    }

    /// The decision by which something is in force on a day.
    fn in_force(&self, day: Day) -> Option<&Decision> {
        self.standing(day)
            .filter(|d| d.what.revision().is_some() && d.holds.is_some_and(|from| from <= day))
            .max_by_key(|d| (d.holds, d.seq))
    }

    fn withdrawn(&self, day: Day) -> bool {
        self.withdrawal(day).is_some() && self.in_force(day).is_none()
    }

    /// The withdrawal that was the last to be recorded of those whose day has come.
    fn withdrawal(&self, day: Day) -> Option<&Decision> {
        let holds = |d: &Decision| d.holds.is_some_and(|from| from <= day) && d.until.is_none_or(|until| day < until);
        self.decisions.iter().rev().find(|d| d.what == What::Withdrawn && holds(d))
    }

    fn before(withdrawal: &Decision) -> Option<Day> {
        withdrawal.holds.filter(|day| *day > Day::MIN).map(|day| day.minus_days(1))
    }

    /// What stands on a day: after the last withdrawal, and not taken back by then.
    fn standing(&self, day: Day) -> impl Iterator<Item = &Decision> {
        let gone = self.withdrawal(day);
        let stands = move |d: &&Decision| gone.is_none_or(|gone| d.outlives(gone));
        self.decisions.iter().filter(stands).filter(move |d| d.until.is_none_or(|until| day < until))
    }

    /// The next review as it stands on a day: what was said last of what holds by then, where an approval speaks on the
    /// day on which it was recorded or comes into force, whichever is later.
    fn due(&self, day: Day) -> Option<Due> {
        let speaks = |d: &Decision| d.holds.map(|from| (from.max(d.recorded), d.seq));
        self.standing(day)
            .filter(|d| d.what == What::NextReview || d.due.is_some())
            .filter(|d| d.holds.is_some_and(|from| from <= day))
            .max_by_key(|d| speaks(d))
            .and_then(|d| d.due)
    }
}

impl Decision {
    /// Whether it stands beyond a withdrawal: it was decided later, and an approval not before the withdrawal's day.
    fn outlives(&self, gone: &Decision) -> bool {
        let meanwhile = matches!(self.what, What::Approved(_)) && gone.holds.is_some_and(|from| self.recorded < from);
        self.seq > gone.seq && !meanwhile
    }
}

impl What {
    /// The revision that it brings into force.
    fn revision(self) -> Option<RevisionId> {
        match self {
            What::Approved(revision) | What::Reinstated(revision) => Some(revision),
            What::Withdrawn | What::NextReview => None,
        }
    }
}
