//! A revision's way to its approval, as commands: submitted, decided, called off, and what is under way.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::approval::{self, ApprovalShown, Ended, Submission};
use crate::day::Day;
use crate::documents::{self, Notice};
use crate::error::Result;
use crate::people::Duty;
use crate::reviews::{self, DocumentShown};
use crate::signing::Passphrase;
use crate::statements::{self, Keys, Signing};
use crate::vault::Vault;
use crate::workspace::Workspace;

commands! { DocumentChange, DocumentSubmit, DocumentDecide, DocumentCallOff, DocumentApprovals, ApprovalsOpen }

/// How whoever acts signs, where they have a key.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "SignWith")]
pub struct Sign {
    /// A private key file of their own; where none is named, the key that was made here or the agent's is taken.
    pub key: Option<PathBuf>,
    /// What unlocks it.
    pub passphrase: Option<Passphrase>,
}

impl Sign {
    /// The files it reads.
    pub(super) fn paths(&self) -> Vec<&Path> {
        self.key.as_deref().into_iter().collect()
    }

    /// The way to sign in a workspace.
    pub(super) fn with<'a>(&'a self, workspace: &Workspace, keys: &'a Keys) -> Signing<'a> {
        Signing { workspace: workspace.id(), keys, file: self.key.as_deref(), passphrase: self.passphrase.as_ref() }
    }
}

/// Asks for a change of a document: a task for its owner.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentChange {
    /// Code of the document.
    pub code: String,
    /// Why.
    pub reason: String,
    /// Who is to write the new revision; the document's owner where nobody is given.
    #[serde(default)]
    pub owner: Option<String>,
    /// By when; in thirty days where no day is given.
    #[serde(default)]
    pub by: Option<Day>,
}

impl Command for DocumentChange {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_change";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| {
            reviews::request_change(tx, &self.code, self.owner.as_deref(), self.by, &self.reason).map(drop)
        })?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}

/// Submits a draft to those who review and approve it.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentSubmit {
    /// Code of the document.
    pub code: String,
    /// Which revision; the newest where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// E-mail addresses of who reviews it, in order.
    #[serde(default)]
    pub reviewers: Vec<String>,
    /// E-mail addresses of who approves it, in order; the register's approver where none is given.
    #[serde(default)]
    pub approvers: Vec<String>,
    /// So many of them have to; all where none is given.
    #[serde(default)]
    pub quorum: Option<u32>,
    /// Whether one speaks after the other.
    #[serde(default)]
    pub in_order: bool,
    /// First day in force, where it is planned.
    #[serde(default)]
    pub effective: Option<Day>,
    /// What the people asked are told.
    #[serde(default)]
    pub reason: String,
    /// How the author signs.
    #[serde(default)]
    pub sign: Sign,
}

impl Command for DocumentSubmit {
    type Answer = Vec<ApprovalShown>;
    const NAME: &'static str = "document_submit";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Submit);

    fn paths(&self) -> Vec<&Path> {
        self.sign.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let keys = session.keys();
        let workspace = session.workspace()?;
        intact(workspace, &self.code, self.revision.as_deref())?;
        let submission = Submission {
            label: self.revision.as_deref(),
            reviewers: &self.reviewers,
            approvers: &self.approvers,
            quorum: self.quorum,
            in_order: self.in_order,
            planned: self.effective,
            reason: &self.reason,
        };
        let signing = self.sign.with(workspace, &keys);
        workspace.transact(|tx| approval::submit(tx, &self.code, submission, &signing).map(drop))?;
        shown(workspace, &self.code)
    }
}

/// Says for or against a revision that was submitted, as whoever was asked or stands in for them.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentDecide {
    /// Code of the document.
    pub code: String,
    /// Which revision; the newest where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// Whether they are for it.
    pub approve: bool,
    /// Why; needed to reject.
    #[serde(default)]
    pub reason: String,
    /// First day in force, where another than planned.
    #[serde(default)]
    pub effective: Option<Day>,
    /// How they sign.
    #[serde(default)]
    pub sign: Sign,
}

/// A document's way after a decision.
#[derive(Debug, Serialize, TS)]
pub struct DocumentDecided {
    /// How the approval ended, where this ended it.
    pub ended: Option<Ended>,
    /// Its submissions, newest first.
    pub approvals: Vec<ApprovalShown>,
    /// What has to be said of the approval.
    pub notices: Vec<Notice>,
}

impl Command for DocumentDecide {
    type Answer = DocumentDecided;
    const NAME: &'static str = "document_decide";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Review);

    fn paths(&self) -> Vec<&Path> {
        self.sign.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        // Comparing reads texts, and a rejection brings nothing into force.
        let noted = if self.approve { session.sections_noted(&self.code, self.revision.as_deref())? } else { None };
        let keys = session.keys();
        let workspace = session.workspace()?;
        intact(workspace, &self.code, self.revision.as_deref())?;
        let decision = approval::Decision {
            label: self.revision.as_deref(),
            approve: self.approve,
            reason: &self.reason,
            effective: self.effective,
        };
        let signing = self.sign.with(workspace, &keys);
        let decided = workspace.transact(|tx| {
            let decided = approval::decide(tx, &self.code, decision, &signing)?;
            // What rests on the sections that change is looked at again once the revision is in force.
            if let Some(noted) = noted.filter(|_| decided.ended == Some(Ended::Approved)) {
                reviews::note_sections(tx, noted)?;
            }
            Ok(decided)
        })?;
        let approvals = shown(workspace, &self.code)?;
        Ok(DocumentDecided { ended: decided.ended, approvals, notices: decided.notices })
    }
}

/// Calls off what is under way.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentCallOff {
    /// Code of the document.
    pub code: String,
    /// Which revision; the newest where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// Why.
    pub reason: String,
}

impl Command for DocumentCallOff {
    type Answer = Vec<ApprovalShown>;
    const NAME: &'static str = "document_call_off";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Submit);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| approval::call_off(tx, &self.code, self.revision.as_deref(), &self.reason))?;
        shown(workspace, &self.code)
    }
}

/// Shows a document's submissions, newest first.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentApprovals {
    /// Code of the document.
    pub code: String,
}

impl Command for DocumentApprovals {
    type Answer = Vec<ApprovalShown>;
    const NAME: &'static str = "document_approvals";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Approval, Topic::People]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        shown(session.workspace()?, &self.code)
    }
}

/// Lists what is under way, oldest first.
#[derive(Debug, Deserialize, TS)]
pub struct ApprovalsOpen {
    /// Whether only what waits for whoever asks.
    #[serde(default)]
    pub yours: bool,
}

impl Command for ApprovalsOpen {
    type Answer = Vec<ApprovalShown>;
    const NAME: &'static str = "approvals_open";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Approval, Topic::People]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        approval::waiting(workspace.db(), workspace.actor(), self.yours)
    }
}

fn shown(workspace: &Workspace, code: &str) -> Result<Vec<ApprovalShown>> {
    approval::shown_of(workspace.db(), &documents::by_code(workspace.db(), code)?, workspace.actor())
}

/// Whether what is to be signed is what was filed.
pub(super) fn intact(workspace: &Workspace, code: &str, label: Option<&str>) -> Result<()> {
    let document = documents::by_code(workspace.db(), code)?;
    let revision = documents::revision(workspace.db(), &document, label)?;
    let vault: &Vault = workspace.vault();
    statements::intact(vault, &document, &revision)
}
