//! The two times of a question: what was known, and for which day.

use serde::Deserialize;
use ts_rs::TS;

use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::workspace::Workspace;

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

    /// By the end of which past day it must have been recorded; none where all that is known counts.
    ///
    /// # Errors
    /// `as_of_ahead` for a day to come, `as_of_before` for one before anything was recorded: neither has an answer, and
    /// none would read like one.
    pub(super) fn recorded(self, today: Day, workspace: &Workspace) -> Result<Option<Day>> {
        let Some(day) = self.as_of else { return Ok(None) };
        if day > today {
            return Err(refusals::as_of_ahead(day, today));
        }
        if workspace.recorded_by(day)? == 0
            && let Some(first) = workspace.began()?
        {
            return Err(refusals::as_of_before(day, first));
        }
        Ok((day < today).then_some(day))
    }
}
