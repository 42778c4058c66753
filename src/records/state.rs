//! Whether a record counts, in one word.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::day::Day;
use crate::named::enumeration;

/// How a record stands on a day. Every list, the search and the packs say it by this one word.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "RecordState", rename_all = "snake_case")]
pub enum State {
    /// It counts.
    InDate,
    /// Its validity has ended.
    Ended,
    /// Another record stands in its place.
    Replaced,
    /// It was filed by mistake.
    TakenBack,
}

enumeration!(State, refusals::record_state_unknown);

impl State {
    /// In words, as packs and the terminal say it.
    pub fn words(self) -> String {
        self.name().replace('_', " ")
    }
}

/// Why a record counts no longer, though its validity may not have ended.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "RecordExit", rename_all = "snake_case")]
pub enum Exit {
    /// Another record stands in its place, from a day on.
    Replaced,
    /// It was filed by mistake, so that it never counted.
    TakenBack,
}

enumeration!(Exit, refusals::record_exit_unknown);

/// When a record counts: what its state and its days follow from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// First day: that of its collection, else that of its filing.
    pub first: Day,
    /// Last day of its validity, where it has an end.
    pub valid_until: Option<Day>,
    /// Whether it was replaced or taken back, and from which day.
    pub exit: Option<(Exit, Day)>,
}

impl Standing {
    /// How it stands on a day.
    pub fn state(&self, day: Day) -> State {
        match self.exit {
            Some((Exit::TakenBack, _)) => State::TakenBack,
            Some((Exit::Replaced, on)) if on <= day => State::Replaced,
            _ if self.valid_until.is_some_and(|until| until < day) => State::Ended,
            _ => State::InDate,
        }
    }

    /// The day on which its validity ended, or from which it is replaced or taken back; nothing where it counts.
    pub fn since(&self, day: Day) -> Option<Day> {
        match self.state(day) {
            State::InDate => None,
            State::Ended => self.valid_until,
            State::Replaced | State::TakenBack => self.exit.map(|(_, on)| on),
        }
    }

    /// The first and the last day on which it counts, both included; nothing where it counts on none. A record without
    /// an end counts to the last day there is.
    pub fn counts(&self) -> Option<(Day, Day)> {
        let until = self.valid_until.unwrap_or(Day::MAX);
        let last = match self.exit {
            Some((Exit::TakenBack, _)) => return None,
            Some((Exit::Replaced, on)) => until.min(on.minus_days(1)),
            None => until,
        };
        Some((self.first, last)).filter(|(first, last)| first <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> Day {
        Day::new(2026, 3, n).unwrap()
    }

    #[test]
    fn a_record_counts_from_its_collection_to_its_end_or_the_day_before_it_was_replaced() {
        let open = Standing { first: day(5), valid_until: None, exit: None };
        assert_eq!(open.counts(), Some((day(5), Day::MAX)));
        let until = Standing { valid_until: Some(day(20)), ..open };
        assert_eq!(until.counts(), Some((day(5), day(20))));
        assert_eq!([day(20), day(21)].map(|on| until.state(on)), [State::InDate, State::Ended]);
        let replaced = |on| Standing { exit: Some((Exit::Replaced, on)), ..until };
        assert_eq!(replaced(day(10)).counts(), Some((day(5), day(9))));
        assert_eq!(replaced(day(25)).counts(), Some((day(5), day(20))), "it had ended before");
        assert_eq!(replaced(day(5)).counts(), None, "replaced before it counted");
        assert_eq!([day(9), day(10)].map(|on| replaced(day(10)).state(on)), [State::InDate, State::Replaced]);
        assert_eq!(replaced(day(1)).state(day(25)), State::Replaced, "what is replaced has not ended");
        let back = Standing { exit: Some((Exit::TakenBack, day(10))), ..until };
        assert_eq!((back.counts(), back.state(day(1))), (None, State::TakenBack));
    }
}
