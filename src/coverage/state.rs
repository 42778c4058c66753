//! What a clause's evidence adds up to: pure, so that it can be read and tested without a database.

use serde::Serialize;
use ts_rs::TS;

use crate::standards::RequiredKind;

/// How far a clause is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CoverageState")]
pub enum State {
    /// Nothing that counts.
    Gap,
    /// Something, but not all, not everywhere, not in date or not in force.
    Partial,
    /// In-date evidence of the kind the clause asks for.
    Covered,
    /// The scope item is outside this system's scope.
    OutOfScope,
}

/// Why a clause is not covered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Gap {
    /// Nothing is mapped to it.
    NothingFiled,
    /// Only supporting evidence is mapped to it.
    OnlySupporting,
    /// It asks for a document that is maintained, and none is there.
    NoDocument,
    /// It asks for a record that is retained, and none is there.
    NoRecord,
    /// Nothing satisfies all of it.
    OnlyPart,
    /// What would satisfy it is a draft, overdue for review, or expired.
    NotInDate,
    /// These scope items lack evidence.
    MissingAt {
        /// Their codes.
        scope: Vec<String>,
    },
}

/// What counts for one clause at one place, per kind of item (document, record).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) full: [i64; 2],
    pub(super) part: [i64; 2],
    pub(super) help: [i64; 2],
    /// Best end of validity, as a day number; 0 where nothing is in force.
    pub(super) until: [i64; 2],
}

impl Tally {
    pub(super) fn add(&mut self, kind: usize, full: i64, part: i64, help: i64, until: i64) {
        self.full[kind] += full;
        self.part[kind] += part;
        self.help[kind] += help;
        self.until[kind] = self.until[kind].max(until);
    }

    pub(super) fn merge(&mut self, other: &Tally) {
        for kind in 0..2 {
            self.add(kind, other.full[kind], other.part[kind], other.help[kind], other.until[kind]);
        }
    }

    pub(super) fn items(&self) -> i64 {
        self.full.iter().chain(&self.part).chain(&self.help).sum()
    }

    /// The state on a day. A clause that asks for a retained record is not covered by a policy, and the other
    /// way round; one that asks for neither is covered by either.
    pub(super) fn state(&self, asks: &[RequiredKind], today: i64) -> (State, Vec<Gap>) {
        let some = |kind: usize| self.full[kind] + self.part[kind] > 0;
        let good = |kind: usize| self.until[kind] >= today;
        if !some(0) && !some(1) {
            let helped = self.help[0] + self.help[1] > 0;
            return (State::Gap, vec![if helped { Gap::OnlySupporting } else { Gap::NothingFiled }]);
        }
        let mut why = Vec::new();
        if asks.is_empty() {
            if good(0) || good(1) {
                return (State::Covered, why);
            }
            why.push(if self.full[0] + self.full[1] > 0 { Gap::NotInDate } else { Gap::OnlyPart });
            return (State::Partial, why);
        }
        for ask in asks {
            let (kind, absent) = match ask {
                RequiredKind::Maintain => (0, Gap::NoDocument),
                RequiredKind::Retain => (1, Gap::NoRecord),
            };
            if good(kind) {
                continue;
            }
            why.push(match (some(kind), self.full[kind] > 0) {
                (false, _) => absent,
                (true, true) => Gap::NotInDate,
                (true, false) => Gap::OnlyPart,
            });
        }
        why.sort();
        why.dedup();
        (if why.is_empty() { State::Covered } else { State::Partial }, why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(kind: usize, full: i64, part: i64, help: i64, until: i64) -> Tally {
        let mut e = Tally::default();
        e.add(kind, full, part, help, until);
        e
    }

    #[test]
    fn a_record_clause_is_not_covered_by_a_policy() {
        let policy = evidence(0, 1, 0, 0, 100);
        assert_eq!(policy.state(&[RequiredKind::Retain], 50), (State::Partial, vec![Gap::NoRecord]));
        assert_eq!(policy.state(&[RequiredKind::Maintain], 50), (State::Covered, vec![]));
        assert_eq!(policy.state(&[], 50), (State::Covered, vec![]));
    }

    #[test]
    fn r145_support_alone_is_a_gap_and_part_alone_is_partial() {
        assert_eq!(evidence(0, 0, 0, 3, 0).state(&[], 50), (State::Gap, vec![Gap::OnlySupporting]));
        assert_eq!(evidence(0, 0, 1, 0, 0).state(&[], 50), (State::Partial, vec![Gap::OnlyPart]));
    }

    #[test]
    fn evidence_counts_to_its_last_day_and_not_beyond() {
        let record = evidence(1, 1, 0, 0, 100);
        assert_eq!(record.state(&[RequiredKind::Retain], 100).0, State::Covered, "the last day still counts");
        assert_eq!(record.state(&[RequiredKind::Retain], 101), (State::Partial, vec![Gap::NotInDate]));
    }
}
