//! What is decided about a document, as commands: approved, taken back, withdrawn, put in force again.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::approval::{Sign, intact};
use super::{Command, Effect, Session, Topic, Who, commands};
use crate::approval::{self, AtOnce};
use crate::coverage;
use crate::day::{Day, Due};
use crate::documents::{self, Notice, Reinstatement};
use crate::error::Result;
use crate::items::ItemId;
use crate::people::Duty;
use crate::reviews::{self, DocumentShown};
use crate::standards::ClauseRef;

commands! { DocumentApprove, DocumentTakeBackApproval, DocumentWithdrawPreview, DocumentWithdraw, DocumentReinstate }

/// Approves a draft for a day, from which on it is in force.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentApprove {
    /// Code of the document.
    pub code: String,
    /// Which revision; the newest where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// First day in force; today where none is given.
    #[serde(default)]
    pub effective: Option<Day>,
    /// Next review; from the review interval where none is given.
    #[serde(default)]
    pub next_review: Option<Day>,
    /// Why; needed where an older revision is to replace a newer one.
    #[serde(default)]
    pub reason: String,
    /// How whoever acts signs.
    #[serde(default)]
    pub sign: Sign,
}

/// A document as an approval left it.
#[derive(Debug, Serialize, TS)]
pub struct DocumentApproved {
    /// The document.
    #[serde(flatten)]
    pub document: DocumentShown,
    /// What has to be said of the approval.
    pub notices: Vec<Notice>,
}

impl Command for DocumentApprove {
    type Answer = DocumentApproved;
    const NAME: &'static str = "document_approve";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Approve);

    fn paths(&self) -> Vec<&Path> {
        self.sign.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let noted = session.sections_noted(&self.code, self.revision.as_deref())?;
        let keys = session.keys();
        let workspace = session.workspace()?;
        intact(workspace, &self.code, self.revision.as_deref())?;
        let wanted = AtOnce {
            label: self.revision.as_deref(),
            effective: self.effective,
            next_review: self.next_review,
            reason: &self.reason,
        };
        let signing = self.sign.with(workspace, &keys);
        let notices = workspace.transact(|tx| {
            let (_, notices) = approval::approve_at_once(tx, &self.code, wanted, &signing)?;
            if let Some(noted) = noted {
                reviews::note_sections(tx, noted)?;
            }
            Ok(notices)
        })?;
        Ok(DocumentApproved { document: reviews::document_shown(workspace.db(), &self.code)?, notices })
    }
}

/// Takes an approval back; from today on the revision before it is in force.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentTakeBackApproval {
    /// Code of the document.
    pub code: String,
    /// Which revision; the newest that is approved where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// Why.
    pub reason: String,
}

impl Command for DocumentTakeBackApproval {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_take_back_approval";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Approve);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| {
            documents::take_back_approval(tx, &self.code, self.revision.as_deref(), &self.reason)?;
            Ok(())
        })?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}

/// Tells which clauses would be gaps without a document.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentWithdrawPreview {
    /// Code of the document.
    pub code: String,
}

impl Command for DocumentWithdrawPreview {
    type Answer = Vec<ClauseRef>;
    const NAME: &'static str = "document_withdraw_preview";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records, Topic::Mapping, Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        coverage::alone(db, ItemId::Document(documents::by_code(db, &self.code)?.id))
    }
}

/// Takes a document out of use from a day on.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentWithdraw {
    /// Code of the document.
    pub code: String,
    /// Why.
    pub reason: String,
    /// First day out of use; today where none is given.
    #[serde(default)]
    pub from: Option<Day>,
    /// How whoever acts signs.
    #[serde(default)]
    pub sign: Sign,
}

impl Command for DocumentWithdraw {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_withdraw";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Approve);

    fn paths(&self) -> Vec<&Path> {
        self.sign.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (from, keys) = (self.from.unwrap_or(session.today()), session.keys());
        let workspace = session.workspace()?;
        let signing = self.sign.with(workspace, &keys);
        workspace.transact(|tx| approval::withdraw(tx, &self.code, &self.reason, from, &signing))?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}

/// Puts a withdrawn document in force again.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentReinstate {
    /// Code of the document.
    pub code: String,
    /// Which revision; the one that was in force last where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// First day in force; today where none is given.
    #[serde(default)]
    pub from: Option<Day>,
    /// Next review; from the review interval where none is given.
    #[serde(default)]
    pub next_review: Option<Day>,
    /// Why.
    pub reason: String,
}

impl Command for DocumentReinstate {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_reinstate";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Approve);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let from = self.from.unwrap_or(session.today());
        let workspace = session.workspace()?;
        let next_review = self.next_review.map(|day| Due::Day { day });
        let new = Reinstatement { label: self.revision, from, next_review, reason: self.reason };
        workspace.transact(|tx| {
            documents::reinstate(tx, &self.code, new)?;
            Ok(())
        })?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}
