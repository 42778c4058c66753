//! Registers and histories as files that people know: workbooks and paper.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, ItemHistoryShow, Session, Topic, When, commands};
use crate::error::Result;
use crate::ledger;
use crate::log;
use crate::print::{Language, Made, PaperSize, Printed};
use crate::registers::{self, Register};
use crate::saved::Target;
use crate::systems;

commands! { RegisterShow, RegisterSave, ItemHistorySave }

/// Reads the whole register of documents, and what is obsolete.
#[derive(Debug, Deserialize, TS)]
pub struct RegisterShow {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for RegisterShow {
    type Answer = Register;
    const NAME: &'static str = "register_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Mapping, Topic::Statements, Topic::Reviews]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        registers::register(&*session.view(self.when)?)
    }
}

/// Writes the register of documents to a file.
#[derive(Debug, Deserialize, TS)]
pub struct RegisterSave {
    /// The file.
    pub out: PathBuf,
    /// As what.
    pub form: RegisterForm,
    /// What is obsolete alone.
    #[serde(default)]
    pub obsolete: bool,
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

/// As what a register is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterForm {
    /// A workbook.
    Xlsx,
    /// Pages.
    Pdf,
}

/// A file that was written.
#[derive(Debug, Serialize, TS)]
pub struct PaperSaved {
    /// The file.
    pub out: String,
    /// Rows of its lists.
    pub rows: usize,
    /// Pages; none for a workbook.
    pub pages: Option<usize>,
    /// Letters that no font of this machine has, printed as their numbers.
    pub missing: Vec<char>,
}

impl Command for RegisterSave {
    type Answer = PaperSaved;
    const NAME: &'static str = "register_save";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Mapping, Topic::Statements, Topic::Reviews]);

    fn written(&self) -> Option<&Path> {
        Some(&self.out)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let out = Target { path: &self.out, overwrite: self.overwrite };
        out.check()?;
        let made = made(session, self.when, self.language, self.paper)?;
        let register = registers::register(&*session.view(self.when)?)?;
        let rows = register.obsolete.len() + if self.obsolete { 0 } else { register.documents.len() };
        match self.form {
            RegisterForm::Xlsx => save_book(&out, rows, &registers::workbook(&register, self.obsolete, &made)?),
            RegisterForm::Pdf => save_pages(&out, rows, registers::print(&register, self.obsolete, &made)?),
        }
    }
}

/// Prints all that happened to a document or record to a file.
#[derive(Debug, Deserialize, TS)]
pub struct ItemHistorySave {
    /// Whose.
    #[serde(flatten)]
    pub history: ItemHistoryShow,
    /// The file.
    pub out: PathBuf,
    /// For which paper.
    #[serde(default)]
    pub paper: PaperSize,
    /// In which language.
    #[serde(default)]
    pub language: Language,
    /// Whether a file that is there may be written over.
    #[serde(default)]
    pub overwrite: bool,
}

impl Command for ItemHistorySave {
    type Answer = PaperSaved;
    const NAME: &'static str = "item_history_save";
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn written(&self) -> Option<&Path> {
        Some(&self.out)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let out = Target { path: &self.out, overwrite: self.overwrite };
        out.check()?;
        let made = Made { day: None, ..made(session, self.history.when, self.language, self.paper)? };
        let history = self.history.run(session)?;
        save_pages(&out, history.happened.len(), log::print(&history, &made)?)
    }
}

/// Writes a workbook whose lists have so many rows.
pub(super) fn save_book(out: &Target<'_>, rows: usize, bytes: &[u8]) -> Result<PaperSaved> {
    out.write(bytes)?;
    Ok(PaperSaved { out: out.path.display().to_string(), rows, pages: None, missing: Vec::new() })
}

/// Writes pages whose lists have so many rows.
pub(super) fn save_pages(out: &Target<'_>, rows: usize, printed: Printed) -> Result<PaperSaved> {
    out.write(&printed.bytes)?;
    let (out, pages) = (out.path.display().to_string(), Some(printed.pages));
    Ok(PaperSaved { out, rows, pages, missing: printed.missing })
}

/// For which day, from what and by whom.
pub(super) fn made(session: &mut Session, when: When, language: Language, paper: PaperSize) -> Result<Made> {
    let (on, day, recorded) = (session.today(), session.day(when), session.recorded(when)?);
    let organisation = systems::organisation(&*session.view(when)?)?;
    let workspace = session.workspace()?;
    let size = match recorded {
        Some(recorded) => workspace.recorded_by(recorded)?,
        None => workspace.head()?.size,
    };
    let root = ledger::root_at(workspace.db(), size)?;
    let by = workspace.actor().to_owned();
    Ok(Made { language, paper, organisation, day: Some(day), recorded: recorded.unwrap_or(on), on, by, size, root })
}
