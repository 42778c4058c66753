//! The organisation's rules for its documents, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::approval::{self, RuleEffect};
use crate::documents::DocumentKind;
use crate::error::Result;
use crate::people::Duty;
use crate::rules::{self, InForce, Rule, Value};

commands! { RuleList, RuleSetPreview, RuleSet }

/// Lists the rules as they stand.
#[derive(Debug, Deserialize, TS)]
pub struct RuleList {}

impl Command for RuleList {
    type Answer = Vec<InForce>;
    const NAME: &'static str = "rule_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Rules]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        rules::list(session.workspace()?.db())
    }
}

/// Tells what a rule would change.
#[derive(Debug, Deserialize, TS)]
pub struct RuleSetPreview {
    /// Which rule.
    pub rule: Rule,
    /// Type of document; all where none is given.
    #[serde(default, rename = "type")]
    pub kind: Option<DocumentKind>,
    /// What it would say; none where it would be taken away.
    #[serde(default)]
    pub value: Option<Value>,
}

impl Command for RuleSetPreview {
    type Answer = RuleEffect;
    const NAME: &'static str = "rule_set_preview";
    const EFFECT: Effect = Effect::Reads(&[Topic::Rules, Topic::Documents, Topic::Approval]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        approval::rule_effect(session.workspace()?.db(), self.rule, self.kind, self.value)
    }
}

/// Sets a rule, or takes it away for a type.
#[derive(Debug, Deserialize, TS)]
pub struct RuleSet {
    /// Which rule.
    pub rule: Rule,
    /// Type of document; all where none is given.
    #[serde(default, rename = "type")]
    pub kind: Option<DocumentKind>,
    /// What it says; none where it is taken away.
    #[serde(default)]
    pub value: Option<Value>,
    /// Why.
    pub reason: String,
}

impl Command for RuleSet {
    type Answer = Vec<InForce>;
    const NAME: &'static str = "rule_set";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let kind = self.kind.map_or("", DocumentKind::name);
        workspace.transact(|tx| rules::set(tx, self.rule, kind, self.value, &self.reason))?;
        rules::list(workspace.db())
    }
}
