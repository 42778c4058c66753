//! Doubts about what is approved, as a command.

use std::path::Path;

use serde::Deserialize;
use ts_rs::TS;

use super::approval::Sign;
use super::{Command, Effect, Session, Who, commands};
use crate::error::Result;
use crate::people::Duty;
use crate::reviews::{self, DocumentShown};

commands! { DocumentDoubt }

/// Says that a revision is doubtful though it is approved, as whoever acts. The approval stays.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentDoubt {
    /// Code of the document.
    pub code: String,
    /// Which revision; the one in force where none is given, else the one that comes.
    #[serde(default)]
    pub revision: Option<String>,
    /// Why.
    pub reason: String,
    /// How they sign.
    #[serde(default)]
    pub sign: Sign,
}

impl Command for DocumentDoubt {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_doubt";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Review);

    fn paths(&self) -> Vec<&Path> {
        self.sign.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let keys = session.keys();
        let workspace = session.workspace()?;
        let signing = self.sign.with(workspace, &keys);
        workspace.transact(|tx| {
            reviews::doubt(tx, &self.code, self.revision.as_deref(), &self.reason, &signing).map(drop)
        })?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}
