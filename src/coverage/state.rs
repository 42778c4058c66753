//! What a clause's evidence adds up to: pure, so that it can be read and tested without a database.

use serde::Serialize;
use ts_rs::TS;

use super::class::{Class, Classes};
use super::gap::Why;
use crate::standards::RequiredKind;

/// How far a clause is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CoverageState")]
pub enum State {
    /// Nothing that counts.
    Gap,
    /// A control for which nothing is filed, and of which nobody said whether it applies.
    Undecided,
    /// A control that applies and is not in place yet: nothing can show it.
    NotInPlace,
    /// Something, but not all, not everywhere, not in date or not in force.
    Partial,
    /// In-date evidence of the kind the clause asks for.
    Covered,
    /// It was decided that it does not apply.
    NotApplicable,
    /// The scope item is outside this system's scope.
    OutOfScope,
}

/// What is filed for one clause at one place, per kind of item (document, record).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) full: [i64; 2],
    pub(super) part: [i64; 2],
    pub(super) help: [i64; 2],
    /// Those that would satisfy all of it, but for open points.
    pub(super) open: [i64; 2],
    /// Best end of validity, as a day number; 0 where nothing is in force.
    pub(super) until: [i64; 2],
    /// The same of those with open points.
    open_until: [i64; 2],
    /// How those stand that satisfy all of it.
    held: [Classes; 2],
    /// How those stand that have open points.
    waits: [Classes; 2],
    /// How those stand that count for nothing.
    void: [Classes; 2],
}

impl Tally {
    /// Adds items of one kind and class: how many satisfy the clause fully, in part, support it, would satisfy it but for
    /// open points; until when the first and the last of these count.
    pub(super) fn add(
        &mut self,
        kind: usize,
        class: Class,
        [full, part, help, open]: [i64; 4],
        [until, open_until]: [i64; 2],
    ) {
        if !class.counts() {
            self.void[kind].put(class);
            return;
        }
        self.full[kind] += full;
        self.part[kind] += part;
        self.help[kind] += help;
        self.open[kind] += open;
        self.until[kind] = self.until[kind].max(until);
        self.open_until[kind] = self.open_until[kind].max(open_until);
        if full > 0 {
            self.held[kind].put(class);
        }
        if open > 0 {
            self.waits[kind].put(class);
        }
    }

    /// The same of what is mapped to a mere heading or a group of controls above: it is at the most a part of what stands below.
    pub(super) fn of_heading(mut self) -> Self {
        for kind in 0..2 {
            self.part[kind] += self.full[kind] + self.open[kind];
        }
        let (part, help, void) = (self.part, self.help, self.void);
        Tally { part, help, void, ..Tally::default() }
    }

    pub(super) fn merge(&mut self, other: &Tally) {
        for kind in 0..2 {
            self.full[kind] += other.full[kind];
            self.part[kind] += other.part[kind];
            self.help[kind] += other.help[kind];
            self.open[kind] += other.open[kind];
            self.until[kind] = self.until[kind].max(other.until[kind]);
            self.open_until[kind] = self.open_until[kind].max(other.open_until[kind]);
            self.held[kind].merge(other.held[kind]);
            self.waits[kind].merge(other.waits[kind]);
            self.void[kind].merge(other.void[kind]);
        }
    }

    pub(super) fn items(&self) -> i64 {
        self.full.iter().chain(&self.part).chain(&self.help).chain(&self.open).sum()
    }

    /// The state on a day, and why it is no better. A clause that asks for a retained record is not covered by a policy,
    /// and the other way round; one that asks for neither is covered by either.
    pub(super) fn state(&self, asks: &[RequiredKind], today: i64) -> (State, Vec<Why>) {
        let some = |kind: usize| self.full[kind] + self.part[kind] + self.open[kind] > 0;
        let good = |kind: usize| self.until[kind] >= today;
        let mut why = Vec::new();
        if !some(0) && !some(1) {
            if self.help[0] + self.help[1] > 0 {
                why.push(Why::OnlySupporting);
            }
            (0..2).for_each(|kind| why.extend(self.void[kind].whys(kind)));
            if why.is_empty() {
                why.push(Why::NothingFiled);
            }
            return (State::Gap, in_order(why));
        }
        if asks.is_empty() {
            if good(0) || good(1) {
                return (State::Covered, why);
            }
            (0..2).for_each(|kind| self.short_of(kind, today, &mut why));
            if why.is_empty() {
                why.push(Why::OnlyPart);
            }
            return (State::Partial, in_order(why));
        }
        for ask in asks {
            let (kind, absent) = match ask {
                RequiredKind::Maintain => (0, Why::NoDocument),
                RequiredKind::Retain => (1, Why::NoRecord),
            };
            if !good(kind) {
                self.lacks(kind, absent, today, &mut why);
            }
        }
        (if why.is_empty() { State::Covered } else { State::Partial }, in_order(why))
    }

    /// Why what would satisfy all of it does not.
    fn short_of(&self, kind: usize, today: i64, why: &mut Vec<Why>) {
        why.extend(self.held[kind].whys(kind));
        if self.open[kind] > 0 {
            why.push(Why::OpenPoints);
            // In date it lacks nothing else.
            if self.open_until[kind] < today {
                why.extend(self.waits[kind].whys(kind));
            }
        }
    }

    /// Why nothing of a kind covers it.
    fn lacks(&self, kind: usize, absent: Why, today: i64, why: &mut Vec<Why>) {
        let before = why.len();
        if self.full[kind] + self.open[kind] > 0 {
            self.short_of(kind, today, why);
        } else if self.part[kind] > 0 {
            why.push(Why::OnlyPart);
        } else if self.help[kind] > 0 {
            why.push(Why::OnlySupporting);
        } else {
            why.extend(self.void[kind].whys(kind));
        }
        if why.len() == before {
            why.push(absent);
        }
    }
}

pub(super) fn in_order(mut why: Vec<Why>) -> Vec<Why> {
    why.sort_unstable();
    why.dedup();
    why
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(kind: usize, [full, part, help]: [i64; 3], until: i64) -> Tally {
        let mut e = Tally::default();
        let class = if until > 0 { Class::InForce } else { Class::Draft };
        e.add(kind, class, [full, part, help, 0], [until, 0]);
        e
    }

    #[test]
    fn a_record_clause_is_not_covered_by_a_policy() {
        let policy = evidence(0, [1, 0, 0], 100);
        assert_eq!(policy.state(&[RequiredKind::Retain], 50), (State::Partial, vec![Why::NoRecord]));
        assert_eq!(policy.state(&[RequiredKind::Maintain], 50), (State::Covered, vec![]));
        assert_eq!(policy.state(&[], 50), (State::Covered, vec![]));
    }

    #[test]
    fn r145_support_alone_is_a_gap_and_part_alone_is_partial() {
        assert_eq!(evidence(0, [0, 0, 3], 0).state(&[], 50), (State::Gap, vec![Why::OnlySupporting]));
        assert_eq!(evidence(0, [0, 1, 0], 0).state(&[], 50), (State::Partial, vec![Why::OnlyPart]));
    }

    #[test]
    fn open_points_leave_a_clause_partial_unless_something_else_covers_it() {
        let mut policy = Tally::default();
        policy.add(0, Class::InForce, [0, 0, 0, 1], [0, 100]);
        for asks in [&[][..], &[RequiredKind::Maintain]] {
            assert_eq!(policy.state(asks, 50), (State::Partial, vec![Why::OpenPoints]));
            assert_eq!(policy.state(asks, 101), (State::Partial, vec![Why::OpenPoints, Why::Overdue]));
        }
        assert_eq!(policy.state(&[RequiredKind::Retain], 50), (State::Partial, vec![Why::NoRecord]));
        assert_eq!(policy.items(), 1);
        let mut both = policy;
        both.add(0, Class::InForce, [1, 0, 0, 0], [100, 0]);
        assert_eq!(both.state(&[], 50), (State::Covered, vec![]), "another one has none");
        assert_eq!(both.state(&[], 101), (State::Partial, vec![Why::OpenPoints, Why::Overdue]));
    }

    #[test]
    fn evidence_counts_to_its_last_day_and_not_beyond() {
        let record = evidence(1, [1, 0, 0], 100);
        assert_eq!(record.state(&[RequiredKind::Retain], 100).0, State::Covered, "the last day still counts");
        assert_eq!(record.state(&[RequiredKind::Retain], 101), (State::Partial, vec![Why::Expired]));
    }

    #[test]
    fn what_is_there_and_counts_for_nothing_is_not_nothing() {
        for (class, why) in [
            (Class::Listed, Why::Listed),
            (Class::Withdrawn, Why::Withdrawn),
            (Class::NotYet, Why::NotYet),
            (Class::NeverCounted, Why::Replaced),
        ] {
            let mut there = Tally::default();
            there.add(0, class, [1, 0, 0, 0], [0, 0]);
            assert_eq!(there.state(&[], 50), (State::Gap, vec![why]));
            assert_eq!(there.items(), 0);
        }
        assert_eq!(Tally::default().state(&[], 50), (State::Gap, vec![Why::NothingFiled]));
    }
}
