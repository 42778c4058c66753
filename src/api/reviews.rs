//! What is due, as a command.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Session, Topic};
use crate::day::{Day, Overdue};
use crate::error::{Error, Result};
use crate::reviews::{self, DueItem};
use crate::systems;

/// Lists what is due, soonest first.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewList {
    /// Only what is due until then.
    #[serde(default)]
    pub until: Option<Day>,
    /// As of the end of this day.
    #[serde(default)]
    pub as_of: Option<Day>,
    /// Write it to this calendar file, too.
    #[serde(default)]
    pub ics: Option<PathBuf>,
}

/// What is due.
#[derive(Debug, Serialize, TS)]
pub struct ReviewsDue {
    /// The day against which overdue is judged.
    pub day: Day,
    /// How many are overdue by every reading of their date.
    pub overdue: usize,
    /// How many are overdue by one reading of an unclear date.
    pub unclear: usize,
    /// Everything, soonest first.
    pub items: Vec<DueItem>,
}

impl Command for ReviewList {
    type Answer = ReviewsDue;
    const NAME: &'static str = "review_list";
    const CHANGES: &'static [Topic] = &[];

    fn paths(&self) -> Vec<&Path> {
        self.ics.as_deref().into_iter().collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = self.as_of.unwrap_or(session.today());
        let view = session.view(self.as_of)?;
        let items = reviews::due_until(&view, self.until, day)?;
        if let Some(path) = &self.ics {
            let text = reviews::calendar(&systems::organisation(&view)?, &items, day);
            std::fs::write(path, text).map_err(|e| Error::io(path, e))?;
        }
        let count = |wanted: Overdue| items.iter().filter(|i| i.overdue == wanted).count();
        Ok(ReviewsDue { day, overdue: count(Overdue::Yes), unclear: count(Overdue::ByOneReading), items })
    }
}
