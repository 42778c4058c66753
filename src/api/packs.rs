//! Packs, as commands.

use std::path::PathBuf;

use serde::Deserialize;

use super::{Command, Progress, Session, Step, Topic};
use crate::audits;
use crate::day::Day;
use crate::error::Result;
use crate::packs::{self, Built, Pack};
use crate::verify::{self, Report};

/// Builds and issues a pack.
#[derive(Debug, Deserialize)]
pub struct PackBuild {
    /// Code of the audit.
    pub code: String,
    /// The file to write.
    pub out: PathBuf,
    /// As of the end of this day.
    #[serde(default)]
    pub as_of: Option<Day>,
}

impl Command for PackBuild {
    type Answer = Built;
    const NAME: &'static str = "pack_build";
    const CHANGES: &'static [Topic] = &[Topic::Packs, Topic::Ledger];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel, today) = (session.tell(), session.cancel(), session.today());
        let workspace = session.workspace()?;
        let audit = audits::by_code(workspace.db(), &self.code)?;
        packs::build(
            workspace,
            audit,
            self.as_of.unwrap_or(today),
            today,
            &self.out,
            &|done, total| tell(Progress { step: Step::Packing, done, total }),
            &cancel,
        )
    }
}

/// Lists issued packs.
#[derive(Debug, Deserialize)]
pub struct PackList {}

impl Command for PackList {
    type Answer = Vec<Pack>;
    const NAME: &'static str = "pack_list";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        packs::list(session.workspace()?.db())
    }
}

/// Checks a pack; needs no workspace.
#[derive(Debug, Deserialize)]
pub struct PackVerify {
    /// The file.
    pub file: PathBuf,
    /// A checkpoint or verifier key held from elsewhere is compared where it is given.
    #[serde(default)]
    pub against: Option<PathBuf>,
}

impl Command for PackVerify {
    type Answer = Report;
    const NAME: &'static str = "pack_verify";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cancel = session.cancel();
        verify::pack(&self.file, self.against.as_deref(), &cancel)
    }
}
