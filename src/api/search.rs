//! Search, as a command.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Progress, Session, Step, Topic, When, commands};
use crate::error::Result;
use crate::extract::Unsearchable;
use crate::filed;
use crate::filing;
use crate::search::{self, Asked, Found, NotRead, Shelf, TextCache};
use crate::workspace::one_state;

/// What is searched through is read as fast as it is kept where there are fewer documents and records.
const WORTH_KEEPING: usize = 2_000;

commands! { Search, SearchUnread, TextsRead }

/// Finds documents and records by code, title, clause, and the text in their files.
#[derive(Debug, Deserialize, TS)]
pub struct Search {
    /// Words, phrases in quotes, `-word`, and the operators `owner:`, `type:`, `clause:`, `after:`, `before:`.
    pub query: String,
    /// How many documents are shown at the most, and how many records.
    #[serde(default = "most")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

fn most() -> usize {
    500
}

impl Command for Search {
    type Answer = Found;
    const NAME: &'static str = "search";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let day = session.day(self.when);
        let shelf = session.shelf(self.when, &cache)?;
        let found = {
            let view = session.view(self.when)?;
            let _state = one_state(&view)?;
            search::find(&view, &cache, &shelf, &self.query, self.limit, day)?
        };
        if self.when == When::default() {
            // What was found does not depend on whether it is found as fast the next time.
            let _ = session.keep_shelf(&cache);
        }
        Ok(found)
    }
}

/// Lists the files that cannot be searched, or not wholly, each with what holds it, the reason and what in it was not read.
#[derive(Debug, Deserialize, TS)]
pub struct SearchUnread {
    /// Of one reason alone.
    #[serde(default)]
    pub problem: Option<Unsearchable>,
    /// How many are shown at the most.
    #[serde(default = "most")]
    pub limit: usize,
}

impl Command for SearchUnread {
    type Answer = NotRead;
    const NAME: &'static str = "search_unread";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (cache, when) = (session.text_cache()?, When::default());
        let shelf = session.shelf(when, &cache)?;
        let view = session.view(when)?;
        let _state = one_state(&view)?;
        search::unread(&view, &cache, &shelf, self.problem, self.limit)
    }
}

impl Session {
    /// What a search looks through: the tables as they stand for a day, and a cache.
    pub(super) fn shelf(&mut self, when: When, cache: &TextCache) -> Result<Arc<Shelf>> {
        let (head, stood, now) = (self.workspace()?.head()?, self.today(), self.recorded(when)?.is_none());
        let day = self.day(when);
        let mut last = std::mem::take(&mut self.shelf);
        // Tables by what was known on a past day stand without their ledger.
        let db = if now { Some(self.view(when)?) } else { None };
        let shelf = last.of((when, stood), head, db.as_deref().map(|db| (db, day)), cache);
        self.shelf = last;
        shelf
    }

    /// Keeps in the cache what a search looks through, so that the first one of the next start has it at hand.
    fn keep_shelf(&mut self, cache: &TextCache) -> Result<()> {
        let (when, day) = (When::default(), self.today());
        self.shelf(when, cache)?.ready(&*self.view(when)?)?;
        let last = std::mem::take(&mut self.shelf);
        let kept = self.view(when).and_then(|view| last.keep(&view, day, cache, WORTH_KEEPING));
        self.shelf = last;
        kept
    }
}

/// A query of a register, with what it is asked of.
pub(super) fn asked<'q>(session: &mut Session, text: &'q str, when: When) -> Result<Asked<'q>> {
    let cache = session.text_cache()?;
    Ok(Asked { text, shelf: session.shelf(when, &cache)?, cache })
}

/// Reads the text of files that no reader of today has read yet, so that it is found. Asked once when a workspace is opened;
/// where there is nothing to read it costs nothing.
#[derive(Debug, Deserialize, TS)]
pub struct TextsRead {}

/// What was read.
#[derive(Debug, Serialize, TS)]
pub struct TextsWereRead {
    /// How many files.
    pub files: usize,
}

impl Command for TextsRead {
    type Answer = TextsWereRead;
    const NAME: &'static str = "texts_read";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (cache, tell, switch) = (session.text_cache()?, session.tell(), session.switch());
        let workspace = session.workspace()?;
        let filed = filed::contents(workspace.db())?;
        let tell = |done, total| tell(Progress { step: Step::Reading, done, total });
        let files = filing::read_again(workspace.vault(), &cache, &filed, &tell, &switch)?;
        session.keep_shelf(&cache)?;
        if files > 0 {
            // No event says it, and yet a search finds more.
            session.make_stale(Topic::Documents);
            session.make_stale(Topic::Records);
        }
        Ok(TextsWereRead { files })
    }
}
