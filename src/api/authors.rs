//! The organisation's rule on authors who approve what they wrote, as a command.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::error::Result;
use crate::people::{self, Duty};

commands! { AuthorRuleSet, AuthorRule }

/// Sets whether authors may approve what they wrote; such an approval is marked.
#[derive(Debug, Deserialize, TS)]
pub struct AuthorRuleSet {
    /// Whether they may.
    pub allowed: bool,
    /// Why.
    pub reason: String,
}

impl Command for AuthorRuleSet {
    type Answer = bool;
    const NAME: &'static str = "author_rule_set";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| people::set_author_rule(tx, self.allowed, &self.reason))?;
        people::author_approves(workspace.db())
    }
}

/// Says whether authors may approve what they wrote.
#[derive(Debug, Deserialize, TS)]
pub struct AuthorRule {}

impl Command for AuthorRule {
    type Answer = bool;
    const NAME: &'static str = "author_rule";
    const EFFECT: Effect = Effect::Reads(&[Topic::People]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        people::author_approves(session.workspace()?.db())
    }
}
