//! Filing what was dropped: look first, then file all of it in one step that can be undone.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Progress, Session, Step, Topic, commands};
use crate::error::Result;
use crate::filing::{self, FileItem, Filed, Missing, Probe};
use crate::import::{self, Dropped};
use crate::mapping::{self, Proposal};
use crate::standards::catalogue;
use crate::systems;

commands! { FileProbe, FilesLook, FileCheck, DropSort, ProposeFor, FileItems }

/// Looks at dropped files; files nothing.
#[derive(Debug, Deserialize, TS)]
pub struct FileProbe {
    /// The file.
    pub path: PathBuf,
}

impl Command for FileProbe {
    type Answer = Probe;
    const NAME: &'static str = "file_probe";
    const EFFECT: Effect =
        Effect::Reads(&[Topic::Systems, Topic::Rules, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn paths(&self) -> Vec<&Path> {
        vec![&self.path]
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let contained = session.here().contained.clone();
        let db = session.workspace()?.db();
        filing::probe(db, &contained, &self.path, &systems::editions_held(db)?)
    }
}

/// Looks at several files, and says how many of them are ready to be filed as they are suggested; files nothing.
#[derive(Debug, Deserialize, TS)]
pub struct FilesLook {
    /// The files.
    pub paths: Vec<PathBuf>,
}

/// Files that were looked at.
#[derive(Debug, Serialize, TS)]
pub struct FilesLooked {
    /// What each seems to be.
    pub files: Vec<Probe>,
    /// How many lack nothing.
    pub ready: usize,
    /// How many are filed already.
    pub already: usize,
}

impl Command for FilesLook {
    type Answer = FilesLooked;
    const NAME: &'static str = "files_look";
    const EFFECT: Effect =
        Effect::Reads(&[Topic::Systems, Topic::Rules, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn paths(&self) -> Vec<&Path> {
        self.paths.iter().map(PathBuf::as_path).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let contained = session.here().contained.clone();
        let db = session.workspace()?.db();
        let held = systems::editions_held(db)?;
        let step: Vec<&Path> = self.paths.iter().map(PathBuf::as_path).collect();
        let look = |path: &PathBuf| filing::probe_among(db, &contained, path, &held, &step);
        let files: Vec<Probe> = self.paths.iter().map(look).collect::<Result<_>>()?;
        let ready = files.iter().filter(|file| file.missing.is_empty()).count();
        let already = files.iter().filter(|file| !file.already.is_empty()).count();
        Ok(FilesLooked { files, ready, already })
    }
}

/// Says what things to file still lack, by the rule that filing them follows; reads no file.
#[derive(Debug, Deserialize, TS)]
pub struct FileCheck {
    /// What is to be filed.
    pub items: Vec<FileItem>,
    /// Of each, whether its content is filed already.
    pub held: Vec<bool>,
}

impl Command for FileCheck {
    type Answer = Vec<Vec<Missing>>;
    const NAME: &'static str = "file_check";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, _session: &mut Session) -> Result<Self::Answer> {
        let held = self.held.into_iter().chain(std::iter::repeat(false));
        Ok(self.items.iter().zip(held).map(|(item, held)| filing::missing(item, held)).collect())
    }
}

/// Tells files and folders apart, and finds the lists among them.
#[derive(Debug, Deserialize, TS)]
pub struct DropSort {
    /// What was dropped.
    pub paths: Vec<PathBuf>,
}

impl Command for DropSort {
    type Answer = Dropped;
    const NAME: &'static str = "drop_sort";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn paths(&self) -> Vec<&Path> {
        self.paths.iter().map(PathBuf::as_path).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        import::sort_dropped(self.paths, &session.here().contained)
    }
}

/// Says what the correlation proposes for clauses that nothing is filed for yet.
#[derive(Debug, Deserialize, TS)]
pub struct ProposeFor {
    /// Clauses, as `9001:2015/7.5`.
    pub references: Vec<String>,
    /// Codes of the scope items that it belongs to.
    #[serde(default)]
    pub scope: Vec<String>,
}

impl Command for ProposeFor {
    type Answer = Vec<Proposal>;
    const NAME: &'static str = "propose_for";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        let held = systems::editions_held(db)?;
        let scope = systems::scope_codes(db, &self.scope)?;
        mapping::propose(db, &catalogue().references(&self.references, &held)?, &scope, &held)
    }
}

/// What filing brought.
#[derive(Debug, Serialize, TS)]
pub struct FilesFiled {
    /// What was filed.
    #[serde(flatten)]
    pub filed: Filed,
    /// How many points opened that keep clauses partial.
    pub points_opened: usize,
}

/// Files several things in one step: all of them, or none.
#[derive(Debug, Deserialize, TS)]
pub struct FileItems {
    /// What to file.
    pub items: Vec<FileItem>,
}

impl Command for FileItems {
    type Answer = FilesFiled;
    const NAME: &'static str = "file_items";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        self.items.iter().flat_map(|i| i.paths.iter().map(PathBuf::as_path)).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cache) = (session.tell(), session.text_cache()?);
        let workspace = session.workspace()?;
        let progress = |done, total| tell(Progress { step: Step::Filing, done, total });
        let first = workspace.head()?.size;
        let filed = filing::file_items(workspace, &cache, self.items, &progress)?;
        Ok(FilesFiled { points_opened: mapping::points_opened_since(workspace.db(), first)?, filed })
    }
}
