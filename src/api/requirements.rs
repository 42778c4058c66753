//! Requirements, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::error::Result;
use crate::people::Duty;
use crate::requirements::{self, NewRequirement, Requirement, RequirementKind};

commands! { RequirementList, RequirementAdd, RequirementDrop }

/// Lists the requirements that stand.
#[derive(Debug, Deserialize, TS)]
pub struct RequirementList {}

impl Command for RequirementList {
    type Answer = Vec<Requirement>;
    const NAME: &'static str = "requirement_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Requirements, Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        requirements::list(session.workspace()?.db())
    }
}

/// Writes a requirement down.
#[derive(Debug, Deserialize, TS)]
pub struct RequirementAdd {
    /// Whose it is.
    pub whose: RequirementKind,
    /// What is required, in the organisation's own words.
    pub text: String,
    /// With whom and where it is agreed.
    #[serde(default)]
    pub agreed: String,
    /// Code of the service that it is about.
    #[serde(default)]
    pub service: Option<String>,
    /// Whether it is only implied; refused for a service requirement.
    #[serde(default)]
    pub implied: bool,
}

impl Command for RequirementAdd {
    type Answer = Vec<Requirement>;
    const NAME: &'static str = "requirement_add";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let (kind, implied) = (self.whose, self.implied);
        let (text, agreed, service) = (self.text.as_str(), self.agreed.as_str(), self.service.as_deref());
        workspace.transact(|tx| requirements::add(tx, NewRequirement { kind, text, agreed, service, implied }))?;
        requirements::list(workspace.db())
    }
}

/// Drops a requirement.
#[derive(Debug, Deserialize, TS)]
pub struct RequirementDrop {
    /// Its number, as `REQ-3`.
    pub number: String,
    /// Why.
    pub reason: String,
}

impl Command for RequirementDrop {
    type Answer = Vec<Requirement>;
    const NAME: &'static str = "requirement_drop";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| requirements::drop(tx, &self.number, &self.reason))?;
        requirements::list(workspace.db())
    }
}
