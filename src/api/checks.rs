//! The check of the documents' control, as a command.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::checks::{self, Checked, Texts};
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
        Topic::Records,
    ]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let shelf = session.shelf(When::default(), &cache)?;
        let workspace = session.workspace()?;
        let texts = Texts { cache: &cache, shelf: &shelf, stored: Some(workspace.vault()) };
        checks::run(workspace.db(), workspace.id(), &texts)
    }
}
