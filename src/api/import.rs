//! Import, as commands.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Progress, Session, Step, Topic, commands};
use crate::checked;
use crate::contained::Containment;
use crate::error::Result;
use crate::extract::read_text;
use crate::import::{self, Imported, ListsLooked, Sources};
use crate::lists::{ChosenLists, read_form};

commands! { Import, ImportLists }

/// Takes a share in, with its lists.
#[derive(Debug, Deserialize, TS)]
pub struct Import {
    /// Folders and files.
    pub paths: Vec<PathBuf>,
    /// Master document list: a workbook, separated text or a Word table.
    #[serde(default)]
    pub master_list: Option<PathBuf>,
    /// Evidence index, in any of these forms.
    #[serde(default)]
    pub evidence_index: Option<PathBuf>,
    /// Scopes (JSON).
    #[serde(default)]
    pub scopes: Option<PathBuf>,
    /// What was decided about the columns of the lists.
    #[serde(default)]
    pub columns: ChosenLists,
    /// The same in a file, as `import_lists` writes it.
    #[serde(default)]
    pub columns_file: Option<PathBuf>,
    /// Whether what was decided is kept for the next list of the same shape; it is unless that is said.
    #[serde(default = "kept")]
    pub remember: bool,
    /// Show it, write nothing.
    #[serde(default)]
    pub dry_run: bool,
}

fn kept() -> bool {
    true
}

/// What was decided about columns, of the request and of a file.
fn decided(mut columns: ChosenLists, file: Option<&Path>) -> Result<ChosenLists> {
    if let Some(path) = file {
        columns.extend(read_form(&read_text(path)?)?);
    }
    Ok(columns)
}

/// What a check of a pack finds, by its codes.
fn check_pack(file: &Path, contained: &Containment) -> Result<Vec<String>> {
    let report = checked::pack(file, None, contained, &|_, _| {}, &AtomicBool::new(false))?;
    Ok(report.findings.into_iter().map(|found| found.code.into_owned()).collect())
}

impl Command for Import {
    type Answer = Imported;
    const NAME: &'static str = "import";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        let lists = [&self.master_list, &self.evidence_index, &self.scopes, &self.columns_file];
        self.paths.iter().map(PathBuf::as_path).chain(lists.into_iter().filter_map(|l| l.as_deref())).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel) = (session.tell(), session.switch());
        let cache = session.text_cache()?;
        let sources = Sources {
            paths: self.paths,
            master_list: self.master_list,
            evidence_index: self.evidence_index,
            columns: decided(self.columns, self.columns_file.as_deref())?,
            scopes: self.scopes,
            remember: self.remember,
            check_pack: Some(check_pack),
        };
        let progress = |step: &'static str, done: u64, total: u64| {
            let step = if step == "reading" { Step::Reading } else { Step::Filing };
            tell(Progress { step, done, total });
        };
        let workspace = session.workspace()?;
        import::import(workspace, &cache, &sources, self.dry_run, &progress, &cancel)
    }
}

/// Looks at the lists of an import: what their columns mean and why; files nothing.
#[derive(Debug, Deserialize, TS)]
pub struct ImportLists {
    /// Folders and files of the share.
    pub paths: Vec<PathBuf>,
    /// Master document list.
    #[serde(default)]
    pub master_list: Option<PathBuf>,
    /// Evidence index.
    #[serde(default)]
    pub evidence_index: Option<PathBuf>,
    /// What was decided about the columns so far.
    #[serde(default)]
    pub columns: ChosenLists,
    /// The same in a file.
    #[serde(default)]
    pub columns_file: Option<PathBuf>,
}

impl Command for ImportLists {
    type Answer = ListsLooked;
    const NAME: &'static str = "import_lists";
    const EFFECT: Effect = Effect::Reads(&[Topic::Questions]);

    fn paths(&self) -> Vec<&Path> {
        let lists = [&self.master_list, &self.evidence_index, &self.columns_file];
        self.paths.iter().map(PathBuf::as_path).chain(lists.into_iter().filter_map(|l| l.as_deref())).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let sources = Sources {
            paths: self.paths,
            master_list: self.master_list,
            evidence_index: self.evidence_index,
            columns: decided(self.columns, self.columns_file.as_deref())?,
            ..Sources::default()
        };
        let contained = session.here().contained.clone();
        let workspace = session.workspace()?;
        import::look_at_lists(workspace.db(), &sources, workspace.today()?, &contained)
    }
}
