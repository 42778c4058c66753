//! The check of the documents' control, as a command.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::checks::{self, Checked};
use crate::error::Result;

commands! { ControlCheck }

/// Looks for what an auditor would find in the documents' control.
#[derive(Debug, Deserialize, TS)]
pub struct ControlCheck {}

impl Command for ControlCheck {
    type Answer = Checked;
    const NAME: &'static str = "control_check";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::People,
        Topic::Rules,
        Topic::Documents,
        Topic::Statements,
        Topic::Approval,
        Topic::Reviews,
    ]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        checks::run(workspace.db(), workspace.id())
    }
}
