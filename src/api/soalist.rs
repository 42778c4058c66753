//! A Statement of Applicability that was kept elsewhere, taken in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::error::Result;
use crate::extract::read_text;
use crate::lists::{Chosen, read_form};
use crate::people::Duty;
use crate::questions::List;
use crate::soalist::{self, SoaListed, SoaSources};

commands! { SoaLook, SoaImport }

/// The list and what a person says about it.
#[derive(Debug, Deserialize, TS)]
pub struct SoaListRequest {
    /// Standard or code of the system; 27001 where none is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub standard: Option<String>,
    /// The list: a workbook, separated text or a Word table.
    pub path: PathBuf,
    /// The edition of which it speaks, where a person says it: `2013`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub edition: Option<String>,
    /// What was decided about its columns.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub columns: Option<Chosen>,
    /// The same in a file, as `soa_look` writes it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub columns_file: Option<PathBuf>,
    /// Whether what was decided about columns is kept for the next list of the same shape; it is unless that is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub remember: Option<bool>,
    /// Answers to what is doubtful, by the key of the row.
    #[serde(default)]
    #[ts(optional = nullable, type = "Record<string, string[]>")]
    pub answers: Option<BTreeMap<String, Vec<String>>>,
}

impl SoaListRequest {
    fn paths(&self) -> Vec<&Path> {
        [Some(&self.path), self.columns_file.as_ref()].into_iter().flatten().map(PathBuf::as_path).collect()
    }

    fn sources(self) -> Result<SoaSources> {
        let mut chosen = self.columns.unwrap_or_default();
        if let Some(file) = &self.columns_file {
            let mut of_file = read_form(&read_text(file)?)?;
            chosen = of_file.remove(&List::StatementOfApplicability).unwrap_or(chosen);
        }
        Ok(SoaSources {
            standard: self.standard.unwrap_or_else(|| String::from("27001")),
            path: self.path,
            chosen,
            edition: self.edition,
            answers: self.answers.unwrap_or_default(),
            remember: self.remember.unwrap_or(true),
        })
    }
}

/// Looks at a statement: what its columns mean, what each row would decide, what is doubtful; writes nothing.
#[derive(Debug, Deserialize, TS)]
pub struct SoaLook {
    /// The list.
    #[serde(flatten)]
    pub of: SoaListRequest,
}

impl Command for SoaLook {
    type Answer = SoaListed;
    const NAME: &'static str = "soa_look";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Questions]);

    fn paths(&self) -> Vec<&Path> {
        self.of.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let contained = session.here().contained.clone();
        soalist::look(session.workspace()?, &self.of.sources()?, &contained)
    }
}

/// Takes a statement in: all rows that decide something, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct SoaImport {
    /// The list.
    #[serde(flatten)]
    pub of: SoaListRequest,
}

impl Command for SoaImport {
    type Answer = SoaListed;
    const NAME: &'static str = "soa_import";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Manage);

    fn paths(&self) -> Vec<&Path> {
        self.of.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let contained = session.here().contained.clone();
        soalist::import(session.workspace()?, &self.of.sources()?, &contained)
    }
}
