//! Whom a revision was communicated to, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, commands};
use crate::day::Day;
use crate::documents::{self, Communication};
use crate::error::Result;
use crate::reviews::{self, DocumentShown};

commands! { DocumentCommunicate, DocumentTakeBackCommunication }

/// Records that a revision was communicated.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentCommunicate {
    /// Code of the document.
    pub code: String,
    /// Which revision; the one in force, else the one that comes, where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// To whom, in words: all staff, one site, a person.
    pub to: String,
    /// When; today where no day is given.
    #[serde(default)]
    pub on: Option<Day>,
    /// How, in words.
    #[serde(default)]
    pub how: String,
}

impl Command for DocumentCommunicate {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_communicate";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let on = self.on.unwrap_or(session.today());
        let workspace = session.workspace()?;
        let new = Communication { label: self.revision, on, to: self.to, how: self.how };
        workspace.transact(|tx| documents::communicate(tx, &self.code, new))?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}

/// Takes back that a revision was communicated to an audience: it was recorded by mistake.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentTakeBackCommunication {
    /// Code of the document.
    pub code: String,
    /// Which revision; the one in force, else the one that comes, where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// To whom it was said to have been communicated.
    pub to: String,
    /// When; today where no day is given.
    #[serde(default)]
    pub on: Option<Day>,
    /// Why.
    pub reason: String,
}

impl Command for DocumentTakeBackCommunication {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_take_back_communication";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let on = self.on.unwrap_or(session.today());
        let workspace = session.workspace()?;
        let told = Communication { label: self.revision, on, to: self.to, how: String::new() };
        workspace.transact(|tx| documents::take_back_communication(tx, &self.code, &told, &self.reason))?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}
