//! The organisation, its systems and scopes, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::scopes::set_scope;
use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::error::Result;
use crate::people::Duty;
use crate::reviews::{self, Rechecks};
use crate::standards::catalogue;
use crate::systems::{
    self, ScopeAnswer, ScopeItem, ScopeKind, ScopeQuestion, ScopeQuestionAsked, ScopeStatement, ScopesCompared, System,
};

commands! { SystemList, SystemAdd, SystemState, ScopeList, ScopeAdd, ScopeSet, ScopeCompare, ScopeCompareStore, ScopeRecheck, ScopeQuestions, ScopeAnswerGive }

/// Lists the management systems.
#[derive(Debug, Deserialize, TS)]
pub struct SystemList {}

impl Command for SystemList {
    type Answer = Vec<System>;
    const NAME: &'static str = "system_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        systems::systems(session.workspace()?.db())
    }
}

/// Sets up the system for one more standard.
#[derive(Debug, Deserialize, TS)]
pub struct SystemAdd {
    /// Standard, as `9001` or `27001:2022`.
    pub standard: String,
}

impl Command for SystemAdd {
    type Answer = System;
    const NAME: &'static str = "system_add";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let edition = catalogue().edition(&self.standard, &[])?.id.clone();
        let workspace = session.workspace()?;
        workspace.transact(|tx| systems::establish(tx, &edition))?;
        systems::system(workspace.db(), &edition.to_string())
    }
}

/// Puts a system's scope into words. Parts that are not given stay as they are.
#[derive(Debug, Deserialize, TS)]
pub struct SystemState {
    /// Code or standard of the system.
    pub system: String,
    /// The parts to set.
    pub statement: ScopeStatement,
}

impl Command for SystemState {
    type Answer = System;
    const NAME: &'static str = "system_state";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| systems::state_scope(tx, &self.system, self.statement))?;
        systems::system(workspace.db(), &self.system)
    }
}

/// Lists sites, services, products, units and assets.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeList {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ScopeList {
    type Answer = Vec<ScopeItem>;
    const NAME: &'static str = "scope_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        systems::scope_items(&view)
    }
}

/// Names a site, service, product, unit or asset.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeAdd {
    /// Short code.
    pub code: String,
    /// What it is.
    pub kind: ScopeKind,
    /// Name.
    pub name: String,
    /// Codes of the sites where it is delivered.
    #[serde(default)]
    pub at: Vec<String>,
}

impl Command for ScopeAdd {
    type Answer = ScopeItem;
    const NAME: &'static str = "scope_add";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| systems::add_scope_item(tx, &self.code, self.kind, &self.name, &self.at))?;
        systems::scope_item(workspace.db(), &self.code)
    }
}

/// Sets what is inside a system's scope.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeSet {
    /// Code or standard of the system.
    pub system: String,
    /// Codes of everything inside.
    pub items: Vec<String>,
}

impl Command for ScopeSet {
    type Answer = System;
    const NAME: &'static str = "scope_set";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| set_scope(tx, &self.system, &self.items))?;
        systems::system(workspace.db(), &self.system)
    }
}

/// Compares the scopes of all systems, two by two.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeCompare {}

impl Command for ScopeCompare {
    type Answer = ScopesCompared;
    const NAME: &'static str = "scope_compare";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        systems::compare_all(session.workspace()?.db())
    }
}

/// Writes down how the scopes of all systems differ.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeCompareStore {}

impl Command for ScopeCompareStore {
    type Answer = ScopesCompared;
    const NAME: &'static str = "scope_compare_store";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(systems::store_comparisons)
    }
}

/// Lists the evidence to look at again because a scope changed.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeRecheck {
    /// Of each change of scope, the first so many documents and records.
    #[serde(default = "super::documents::page")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ScopeRecheck {
    type Answer = Rechecks;
    const NAME: &'static str = "scope_recheck";
    const EFFECT: Effect =
        Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping, Topic::Reviews]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        reviews::rechecks(&view, self.limit)
    }
}

/// Lists the questions about SMS and ISMS together (R46).
#[derive(Debug, Deserialize, TS)]
pub struct ScopeQuestions {}

impl Command for ScopeQuestions {
    type Answer = Vec<ScopeQuestionAsked>;
    const NAME: &'static str = "scope_questions";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        systems::scope_questions(session.workspace()?.db())
    }
}

/// Answers one of them.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeAnswerGive {
    /// Which.
    pub question: ScopeQuestion,
    /// The answer.
    pub answer: ScopeAnswer,
    /// Why, or for which part; needed unless the answer is yes.
    #[serde(default)]
    pub reason: String,
}

impl Command for ScopeAnswerGive {
    type Answer = Vec<ScopeQuestionAsked>;
    const NAME: &'static str = "scope_answer";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| systems::answer_scope_question(tx, self.question, self.answer, &self.reason))?;
        systems::scope_questions(workspace.db())
    }
}
