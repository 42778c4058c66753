//! The two times of a question: what was known, and for which day.

use serde::Deserialize;
use ts_rs::TS;

use crate::day::Day;

/// For which day a question is asked, and by what was known when. Neither given: today, by what is known now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct When {
    /// As recorded by the end of this day: what was written later is not known.
    #[ts(optional = nullable)]
    pub as_of: Option<Day>,
    /// In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
    #[ts(optional = nullable)]
    pub in_force: Option<Day>,
}

impl When {
    /// As recorded by the end of a day.
    pub fn recorded_by(day: Day) -> Self {
        Self { as_of: Some(day), in_force: None }
    }
}
