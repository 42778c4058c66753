//! Folders that are watched, as commands. Which they are is this user's configuration; no entry says so.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Progress, Session, Step, Topic, commands};
use crate::error::Result;
use crate::watch::{self, Act, Acted, Looked, Watched};

commands! { WatchAdd, WatchList, WatchRemove, WatchRun, WatchDo }

/// Watches a folder from now on.
#[derive(Debug, Deserialize, TS)]
pub struct WatchAdd {
    /// The folder.
    pub folder: PathBuf,
    /// How it is called; by its own name where nothing is said.
    #[serde(default)]
    pub name: Option<String>,
}

/// The folders that are watched.
#[derive(Debug, Serialize, TS)]
pub struct WatchedFolders {
    /// By their names.
    pub folders: Vec<Watched>,
}

impl Command for WatchAdd {
    type Answer = WatchedFolders;
    const NAME: &'static str = "watch_add";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn paths(&self) -> Vec<&Path> {
        vec![&self.folder]
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let config = session.config().to_owned();
        watch::add(&config, session.workspace()?, &self.folder, self.name.as_deref())?;
        WatchList {}.run(session)
    }
}

/// Lists the folders that are watched.
#[derive(Debug, Deserialize, TS)]
pub struct WatchList {}

impl Command for WatchList {
    type Answer = WatchedFolders;
    const NAME: &'static str = "watch_list";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let config = session.config().to_owned();
        Ok(WatchedFolders { folders: watch::list(&config, session.workspace()?.id())? })
    }
}

/// Watches a folder no longer.
#[derive(Debug, Deserialize, TS)]
pub struct WatchRemove {
    /// Its name.
    pub name: String,
}

impl Command for WatchRemove {
    type Answer = WatchedFolders;
    const NAME: &'static str = "watch_remove";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let config = session.config().to_owned();
        watch::remove(&config, session.workspace()?.id(), &self.name)?;
        WatchList {}.run(session)
    }
}

/// Looks at watched folders.
#[derive(Debug, Deserialize, TS)]
pub struct WatchRun {
    /// At the folder of this name alone.
    #[serde(default)]
    pub name: Option<String>,
}

/// What was found.
#[derive(Debug, Serialize, TS)]
pub struct WatchFound {
    /// In each folder.
    pub folders: Vec<Looked>,
}

impl Command for WatchRun {
    type Answer = WatchFound;
    const NAME: &'static str = "watch_run";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel, config) = (session.tell(), session.switch(), session.config().to_owned());
        let cache = session.text_cache()?;
        let progress = |_: &'static str, done, total| tell(Progress { step: Step::Checking, done, total });
        let workspace = session.workspace()?;
        let names = match self.name {
            Some(name) => vec![name],
            None => watch::list(&config, workspace.id())?.into_iter().map(|watched| watched.name).collect(),
        };
        let look = |name: &String| watch::look(workspace, &cache, &config, name, &progress, &cancel);
        Ok(WatchFound { folders: names.iter().map(look).collect::<Result<_>>()? })
    }
}

/// Does what is wanted about files of a watched folder.
#[derive(Debug, Deserialize, TS)]
pub struct WatchDo {
    /// The folder's name.
    pub name: String,
    /// What about which file.
    pub acts: Vec<Act>,
}

impl Command for WatchDo {
    type Answer = Acted;
    const NAME: &'static str = "watch_do";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel, config) = (session.tell(), session.switch(), session.config().to_owned());
        let cache = session.text_cache()?;
        let progress = |step: &'static str, done, total| {
            let step = if step == "reading" { Step::Reading } else { Step::Filing };
            tell(Progress { step, done, total });
        };
        watch::act(session.workspace()?, &cache, &config, &self.name, &self.acts, &progress, &cancel)
    }
}
