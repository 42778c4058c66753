//! Undoing, as a command.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Session, Topic};
use crate::error::Result;
use crate::undo;

/// Takes back the entries of one change.
#[derive(Debug, Deserialize, TS)]
pub struct Undo {
    /// Its first entry.
    pub from: u64,
    /// The entry behind its last.
    pub to: u64,
}

impl Command for Undo {
    type Answer = ();
    const NAME: &'static str = "undo";
    const CHANGES: &'static [Topic] = &[Topic::All];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        undo::undo(session.workspace()?, std::slice::from_ref(&(self.from..self.to)))
    }
}
