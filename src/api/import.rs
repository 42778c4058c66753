//! Import, as a command.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Progress, Session, Step, commands};
use crate::error::Result;
use crate::import::{self, Imported, Sources};

commands! { Import }

/// Takes a share in, with its lists.
#[derive(Debug, Deserialize, TS)]
pub struct Import {
    /// Folders and files.
    pub paths: Vec<PathBuf>,
    /// Master document list (XLSX).
    #[serde(default)]
    pub master_list: Option<PathBuf>,
    /// Evidence index (CSV).
    #[serde(default)]
    pub evidence_index: Option<PathBuf>,
    /// Scopes (JSON).
    #[serde(default)]
    pub scopes: Option<PathBuf>,
    /// Show it, write nothing.
    #[serde(default)]
    pub dry_run: bool,
}

impl Command for Import {
    type Answer = Imported;
    const NAME: &'static str = "import";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        let lists = [&self.master_list, &self.evidence_index, &self.scopes];
        self.paths.iter().map(PathBuf::as_path).chain(lists.into_iter().filter_map(|l| l.as_deref())).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel) = (session.tell(), session.switch());
        let cache = session.text_cache()?;
        let sources = Sources {
            paths: self.paths,
            master_list: self.master_list,
            evidence_index: self.evidence_index,
            scopes: self.scopes,
        };
        let progress = |step: &'static str, done: u64, total: u64| {
            let step = if step == "reading" { Step::Reading } else { Step::Filing };
            tell(Progress { step, done, total });
        };
        let workspace = session.workspace()?;
        import::import(workspace, &cache, &sources, self.dry_run, &progress, &cancel)
    }
}
