//! Statements, as commands: shown with their proof, and written out for stock tools.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::error::Result;
use crate::items;
use crate::statements::{self, Exported, Proof, Statement};

commands! { StatementList, StatementExport }

/// Shows what was said of a document or record, oldest first.
#[derive(Debug, Deserialize, TS)]
pub struct StatementList {
    /// Code of the document or record.
    pub item: String,
}

/// A statement with its text and how far it is proven.
#[derive(Debug, Serialize, TS)]
pub struct StatementShown {
    /// The statement.
    #[serde(flatten)]
    pub statement: Statement,
    /// Its text, byte for byte.
    pub text: String,
    /// How far it is proven.
    pub proof: Proof,
}

impl Command for StatementList {
    type Answer = Vec<StatementShown>;
    const NAME: &'static str = "statement_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records, Topic::Statements, Topic::People]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let (db, id) = (workspace.db(), workspace.id());
        let all = statements::about(db, items::find(db, &self.item)?)?;
        all.into_iter()
            .map(|statement| {
                Ok(StatementShown { text: statement.text(id), proof: statement.proof(db, id)?, statement })
            })
            .collect()
    }
}

/// Writes what was said of a document or record into a folder, for `ssh-keygen -Y verify`.
#[derive(Debug, Deserialize, TS)]
pub struct StatementExport {
    /// Code of the document or record.
    pub item: String,
    /// The folder.
    pub out: PathBuf,
    /// Whether files that are there may be written over.
    #[serde(default)]
    pub replace: bool,
}

impl Command for StatementExport {
    type Answer = Exported;
    const NAME: &'static str = "statement_export";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn written(&self) -> Option<&Path> {
        Some(&self.out)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let all = statements::about(workspace.db(), items::find(workspace.db(), &self.item)?)?;
        statements::export(&all, workspace.id(), &self.out, self.replace)
    }
}
