//! Undoing, as a command.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Span, commands};
use crate::error::Result;
use crate::undo;

commands! { Undo }

/// Takes back the entries of one change.
#[derive(Debug, Deserialize, TS)]
pub struct Undo {
    /// The entries it wrote.
    pub entries: Vec<Span>,
}

impl Command for Undo {
    type Answer = ();
    const NAME: &'static str = "undo";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let ranges: Vec<_> = self.entries.iter().map(|span| span.from..span.to).collect();
        undo::undo(session.workspace()?, &ranges)
    }
}
