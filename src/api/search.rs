//! Search, as a command.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::error::Result;
use crate::search::{self, Hit};

commands! { Search }

/// Finds documents and records by code, title, clause, and the text in their files.
#[derive(Debug, Deserialize, TS)]
pub struct Search {
    /// One phrase; several in quotation marks have to be there all.
    pub query: String,
    /// How many at the most.
    #[serde(default = "most")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

fn most() -> usize {
    500
}

/// What was found.
#[derive(Debug, Serialize, TS)]
pub struct Hits {
    /// One per file.
    pub hits: Vec<Hit>,
}

impl Command for Search {
    type Answer = Hits;
    const NAME: &'static str = "search";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        Ok(Hits { hits: search::find(&view, &cache, &self.query, self.limit, day)? })
    }
}
