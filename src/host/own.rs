//! Answers the requests that are the host's own: which workspace is open, who acts, what the next window is left.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::chosen::Chosen;
use super::jobs::go_on;
use super::refusals::workspace_not_open;
use super::remembered::Remembered;
use super::requests::{HostActAs, HostCreate, HostKeepBackground, HostOpen, Request, Start};
use super::sessions::Sessions;
use crate::api::{Access, Command, Init, MakeDemo, PersonAdd, Progress};
use crate::error::{Code, Result};
use crate::people;
use crate::people::Role;

/// What it takes to answer them.
pub(super) struct Own<'h> {
    pub(super) sessions: &'h Sessions,
    pub(super) chosen: &'h Chosen,
    /// New workspaces are proposed below it.
    pub(super) home: &'h Path,
}

impl Own<'_> {
    /// Does what is asked, and says where the window stands then.
    pub(super) fn answer(
        &self,
        request: Request,
        tell: impl Fn(Progress) + Send + Sync + 'static,
        switch: &Arc<AtomicBool>,
    ) -> Result<Start> {
        // Where the window stands is said all the same: its page has nothing else to show.
        if !matches!(request, Request::Start(_)) {
            go_on(switch)?;
        }
        match request {
            Request::Start(_) => {}
            Request::Open(HostOpen { folder }) => {
                let known = self.remembered().recent_folders.iter().any(|r| Path::new(r) == folder);
                if !known {
                    self.chosen.allow(&folder, Access::Read)?;
                }
                self.sessions.open(&folder, tell, switch)?;
            }
            Request::Create(HostCreate { folder, organisation, standards, time_zone }) => {
                let folder = self.folder_for(folder, &organisation)?;
                self.sessions
                    .make(&folder, |session| Command::call(Init { organisation, standards, time_zone }, session))?;
            }
            Request::Demo(_) => self.open_demo(tell, switch)?,
            Request::Close(_) => self.sessions.close(switch)?,
            Request::KeepBackground(HostKeepBackground { background }) => self.remember(|all| {
                all.background = Some(background);
            })?,
            Request::ActAs(request) => {
                let folder = self.sessions.open_folder()?;
                let (id, email) = self.introduce(request, switch)?;
                self.act(id, email)?;
                self.sessions.open(&folder, tell, switch)?;
            }
            Request::ActLater(_) => {
                let id = self.sessions.workspace_id().ok_or_else(workspace_not_open)?;
                self.act(id, String::new())?;
            }
        }
        Ok(self.start())
    }

    /// Whoever says that they work here, enrolled where nobody with that address is; with the workspace's identity.
    fn introduce(
        &self,
        HostActAs { email, name, role }: HostActAs,
        switch: &Arc<AtomicBool>,
    ) -> Result<(String, String)> {
        let mut session = self.sessions.changes(switch)?;
        let workspace = session.workspace()?;
        let id = workspace.id().to_string();
        let person = match people::who_acts(workspace.db(), email.trim()) {
            Err(e) if e.code() == Code::NotFound => match name.zip(role) {
                Some((name, role)) => PersonAdd { name, email, role, key: None }.call(&mut session)?.ok_or(e)?,
                None => return Err(e),
            },
            found => found?,
        };
        // Whoever acts now may decide what nobody could before.
        session.act_as(Some(person.email.clone()));
        session.compare()?;
        // The page is told that everything is stale.
        session.take_changes();
        Ok((id, person.email))
    }

    fn remembered(&self) -> Remembered {
        Remembered::read(self.sessions.config())
    }

    fn remember(&self, change: impl FnOnce(&mut Remembered)) -> Result<()> {
        Remembered::change(self.sessions.config(), change)
    }

    fn act(&self, workspace: String, email: String) -> Result<()> {
        self.remember(|all| drop(all.who_acts.insert(workspace, email)))
    }

    /// The folder that was chosen for a new workspace, or the proposed one.
    fn folder_for(&self, chosen: Option<PathBuf>, organisation: &str) -> Result<PathBuf> {
        let Some(folder) = chosen else { return Ok(self.home.join(folder_name(organisation))) };
        self.chosen.allow(&folder, Access::Read)?;
        Ok(folder)
    }

    fn open_demo(&self, tell: impl Fn(Progress) + Send + Sync + 'static, switch: &Arc<AtomicBool>) -> Result<()> {
        let folder = self.home.join("Sample organisation");
        if !is_workspace(&folder) {
            self.sessions.make(&folder, |session| Command::call(MakeDemo {}, session))?;
            self.let_first_manager_act(switch)?;
        }
        self.sessions.open(&folder, tell, switch)
    }

    /// In the sample organisation its own quality manager acts.
    fn let_first_manager_act(&self, switch: &Arc<AtomicBool>) -> Result<()> {
        let (id, people) = {
            let mut session = self.sessions.questions(switch)?;
            let workspace = session.workspace()?;
            (workspace.id().to_string(), people::list(workspace.db())?)
        };
        match people.into_iter().find(|p| p.role == Role::QualityManager) {
            Some(manager) => self.act(id, manager.email),
            None => Ok(()),
        }
    }

    fn start(&self) -> Start {
        let remembered = self.remembered();
        Start {
            open: self.sessions.folder().map(|f| f.display().to_string()),
            who_is_open: self.sessions.workspace_id().is_some_and(|id| !remembered.who_acts.contains_key(&id)),
            recent: remembered.recent_folders.into_iter().filter(|r| is_workspace(Path::new(r))).collect(),
            home: self.home.display().to_string(),
            time_zone: self.sessions.here().zone,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

fn is_workspace(folder: &Path) -> bool {
    std::fs::symlink_metadata(folder.join("clausebook.db")).is_ok_and(|found| found.is_file())
}

/// A folder's name from an organisation's.
fn folder_name(organisation: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || "-_ ".contains(c) { c } else { ' ' };
    let kept: String = organisation.chars().map(plain).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    if words.is_empty() { "Workspace".to_owned() } else { words.join(" ") }
}
