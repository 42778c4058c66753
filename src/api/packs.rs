//! Packs, as commands.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Progress, Session, Step, Topic, When, commands};
use crate::audits;
use crate::checked;
use crate::error::Result;
use crate::packs::{self, Built, Contents, Pack, Wanted};
use crate::rebuild;
use crate::saved::Target;
use crate::verify::{self, Report};

commands! { PackBuild, PackList, PackVerify, PackPreview }

/// Builds and issues a pack.
#[derive(Debug, Deserialize, TS)]
pub struct PackBuild {
    /// Code of the audit.
    pub code: String,
    /// The file to write.
    pub out: PathBuf,
    /// Whether a file that is there may be written over.
    #[serde(default)]
    pub overwrite: bool,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PackBuild {
    type Answer = Built;
    const NAME: &'static str = "pack_build";
    const EFFECT: Effect = Effect::Writes;

    fn written(&self) -> Option<&Path> {
        Some(&self.out)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel) = (session.tell(), session.switch());
        let (recorded, day) = (session.recorded(self.when)?, session.day(self.when));
        let comparing = session.steps(Step::Comparing);
        let workspace = session.workspace()?;
        let audit = audits::by_code(workspace.db(), &self.code)?;
        let out = Target { path: &self.out, overwrite: self.overwrite };
        let packing = |done, total| tell(Progress { step: Step::Packing, done, total });
        rebuild::build_pack(workspace, Wanted { audit, recorded, day, out }, &comparing, &packing, &cancel)
    }
}

/// Lists issued packs.
#[derive(Debug, Deserialize, TS)]
pub struct PackList {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PackList {
    type Answer = Vec<Pack>;
    const NAME: &'static str = "pack_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Audits, Topic::Packs]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        packs::list(&view)
    }
}

/// Checks a pack; needs no workspace.
#[derive(Debug, Deserialize, TS)]
pub struct PackVerify {
    /// The file.
    pub file: PathBuf,
    /// What is held from elsewhere is compared where it is given: the path of a checkpoint, key, proof, pack or workspace, or a
    /// key's fingerprint as such.
    #[serde(default)]
    pub against: Option<PathBuf>,
}

impl Command for PackVerify {
    type Answer = Report;
    const NAME: &'static str = "pack_verify";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn paths(&self) -> Vec<&Path> {
        // A fingerprint is no path.
        let held = self.against.as_deref().filter(|path| !path.to_str().is_some_and(verify::is_fingerprint));
        std::iter::once(self.file.as_path()).chain(held).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel) = (session.tell(), session.switch());
        let progress = |done: u64, total: u64| tell(Progress { step: Step::Checking, done, total });
        let contained = session.here().contained.clone();
        checked::pack(&self.file, self.against.as_deref(), &contained, &progress, &cancel)
    }
}

/// Shows what a pack would hold; writes nothing.
#[derive(Debug, Deserialize, TS)]
pub struct PackPreview {
    /// Code of the audit.
    pub code: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PackPreview {
    type Answer = Contents;
    const NAME: &'static str = "pack_preview";
    // Whether it would be the same pack again is otherwise with every entry.
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        // As when it is built: an audit planned today may ask for a day before it was planned.
        let audit = audits::by_code(session.workspace()?.db(), &self.code)?;
        let recorded = session.recorded(self.when)?;
        let chosen = {
            let view = session.view(self.when)?;
            packs::choose(&view, audit, day, recorded)?
        };
        packs::preview(session.workspace()?, chosen)
    }
}
