//! Undoing, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::error::Result;
use crate::undo::{self, Shown, Undone};

commands! { Undo, UndoList }

/// Takes a change back that whoever acts made.
#[derive(Debug, Deserialize, TS)]
pub struct Undo {
    /// Any entry of the change; without one the newest that can be taken back.
    #[serde(default)]
    pub of: Option<u64>,
    /// Where none is named: that what lies before a final change is taken back, too, which itself stays.
    #[serde(default)]
    pub past_final: bool,
}

impl Command for Undo {
    type Answer = Undone;
    const NAME: &'static str = "undo";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        match self.of {
            Some(entry) => undo::undo_one(workspace, entry),
            None if self.past_final => undo::undo(workspace),
            None => undo::undo_newest(workspace),
        }
    }
}

/// Lists the newest changes of whoever acts, newest first.
#[derive(Debug, Deserialize, TS)]
pub struct UndoList {
    /// How many at the most.
    #[serde(default = "most")]
    pub limit: usize,
}

fn most() -> usize {
    20
}

impl Command for UndoList {
    type Answer = Vec<Shown>;
    const NAME: &'static str = "undo_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        undo::changes(workspace.db(), workspace.actor(), self.limit)
    }
}
