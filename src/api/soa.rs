//! The Statement of Applicability, as commands.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::papers::{made, save_book, save_pages};
use super::{Command, Effect, PaperSaved, RegisterForm, Session, Sign, Topic, When, Who, commands};
use crate::error::Result;
use crate::people::Duty;
use crate::print::{Language, PaperSize};
use crate::saved::Target;
use crate::soa::{self, SoaControl, SoaDifference, SoaExported, SoaShown, Version};

commands! { SoaShow, SoaControls, SoaIssue, SoaDiff, SoaSave, SoaExport }

/// The standard that asks for a statement, where none is named.
fn security() -> String {
    String::from("27001")
}

/// Shows the statement: its versions, and what was decided since the last one.
#[derive(Debug, Deserialize, TS)]
pub struct SoaShow {
    /// Standard or code of the system; 27001 where none is given.
    #[serde(default = "security")]
    pub standard: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for SoaShow {
    type Answer = SoaShown;
    const NAME: &'static str = "soa_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        soa::show(&view, &soa::statement_edition(&view, &self.standard)?)
    }
}

/// Shows the controls of one version.
#[derive(Debug, Deserialize, TS)]
pub struct SoaControls {
    /// Standard or code of the system.
    #[serde(default = "security")]
    pub standard: String,
    /// Which version; the last one where none is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<String>,
}

/// A version with its controls.
#[derive(Debug, Serialize, TS)]
pub struct SoaVersionShown {
    /// The version.
    pub version: Version,
    /// Its controls.
    pub controls: Vec<SoaControl>,
}

impl Command for SoaControls {
    type Answer = SoaVersionShown;
    const NAME: &'static str = "soa_controls";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        let edition = soa::statement_edition(db, &self.standard)?;
        let version = soa::version(db, &edition, self.version.as_deref())?;
        Ok(SoaVersionShown { controls: soa::controls_of(db, version.id)?, version })
    }
}

/// Issues the next version, or a draft of it.
#[derive(Debug, Deserialize, TS)]
pub struct SoaIssue {
    /// Standard or code of the system.
    #[serde(default = "security")]
    pub standard: String,
    /// A draft, which may hold controls that are not decided.
    #[serde(default)]
    pub draft: bool,
    /// What this version is for.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
    /// How whoever issues it signs.
    #[serde(flatten)]
    pub sign: Sign,
}

impl Command for SoaIssue {
    type Answer = SoaShown;
    const NAME: &'static str = "soa_issue";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Manage);

    fn paths(&self) -> Vec<&Path> {
        self.sign.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let keys = session.keys();
        let workspace = session.workspace()?;
        let signing = self.sign.with(workspace, &keys);
        let reason = self.reason.unwrap_or_default();
        workspace.transact(|tx| soa::issue(tx, &self.standard, self.draft, &reason, &signing))?;
        let db = workspace.db();
        soa::show(db, &soa::statement_edition(db, &self.standard)?)
    }
}

/// Compares two versions, or one with what is decided `now`.
#[derive(Debug, Deserialize, TS)]
pub struct SoaDiff {
    /// Standard or code of the system.
    #[serde(default = "security")]
    pub standard: String,
    /// Version before.
    pub from: String,
    /// Version after, or `now`.
    pub to: String,
}

impl Command for SoaDiff {
    type Answer = SoaDifference;
    const NAME: &'static str = "soa_diff";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        soa::difference(db, &soa::statement_edition(db, &self.standard)?, &self.from, &self.to)
    }
}

/// Writes the statement to a file, as customers get it.
#[derive(Debug, Deserialize, TS)]
pub struct SoaSave {
    /// Standard or code of the system.
    #[serde(default = "security")]
    pub standard: String,
    /// Which version; the last one where none is given, `now` for what is decided and not issued.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<String>,
    /// The file.
    pub out: PathBuf,
    /// As what.
    pub form: RegisterForm,
    /// Also who answers, on which risk a decision rests, and what a control reaches.
    #[serde(default)]
    pub inside: bool,
    /// For which paper.
    #[serde(default)]
    pub paper: PaperSize,
    /// In which language.
    #[serde(default)]
    pub language: Language,
    /// Whether a file that is there may be written over.
    #[serde(default)]
    pub overwrite: bool,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for SoaSave {
    type Answer = PaperSaved;
    const NAME: &'static str = "soa_save";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn written(&self) -> Option<&Path> {
        Some(&self.out)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let out = Target { path: &self.out, overwrite: self.overwrite };
        out.check()?;
        let made = made(session, self.when, self.language, self.paper)?;
        let view = session.view(self.when)?;
        let edition = soa::statement_edition(&view, &self.standard)?;
        let shown = soa::paper(&view, &edition, self.version.as_deref())?;
        let rows = shown.controls.len();
        match self.form {
            RegisterForm::Xlsx => save_book(&out, rows, &soa::workbook(&shown, self.inside, &made)?),
            RegisterForm::Pdf => save_pages(&out, rows, soa::print(&shown, self.inside, &made)?),
        }
    }
}

/// Writes a version with its signature into a folder, for `ssh-keygen -Y verify`.
#[derive(Debug, Deserialize, TS)]
pub struct SoaExport {
    /// Standard or code of the system.
    #[serde(default = "security")]
    pub standard: String,
    /// Which version; the last one where none is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<String>,
    /// The folder.
    pub out: PathBuf,
    /// Whether files that are there may be written over.
    #[serde(default)]
    pub replace: bool,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for SoaExport {
    type Answer = SoaExported;
    const NAME: &'static str = "soa_export";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn written(&self) -> Option<&Path> {
        Some(&self.out)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?.id();
        let view = session.view(self.when)?;
        let edition = soa::statement_edition(&view, &self.standard)?;
        let version = soa::version(&view, &edition, self.version.as_deref())?;
        soa::export(&view, &edition, &version, workspace, &self.out, self.replace)
    }
}
