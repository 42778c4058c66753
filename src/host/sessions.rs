//! The workspace that is open, seen by two sessions: one answers questions while a change takes long in the other.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use super::jobs::go_on;
use super::refusals::workspace_not_open;
use super::remembered::Remembered;
use super::turns::{Turn, Turns};
use crate::api::{Here, Progress, Session};
use crate::error::{Code, Error, Result};
use crate::people;

/// The open workspace, or none.
pub(super) struct Sessions {
    config: PathBuf,
    here: Here,
    questions: Turns,
    changes: Turns,
    /// The folder that is open, and its workspace's identity.
    place: Mutex<Option<(PathBuf, String)>>,
}

impl Sessions {
    /// None is open.
    pub(super) fn new(config: &Path, here: Here) -> Self {
        let session = || Turns::new(Session::new(Path::new(""), config, here.clone()));
        let (questions, changes) = (session(), session());
        Self { config: config.to_owned(), here, questions, changes, place: Mutex::new(None) }
    }

    /// The user's configuration folder.
    pub(super) fn config(&self) -> &Path {
        &self.config
    }

    /// The machine's clock and time zone.
    pub(super) fn here(&self) -> &Here {
        &self.here
    }

    /// The folder that is open.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.place().map(|(folder, _)| folder)
    }

    /// The identity of the workspace that is open.
    pub(super) fn workspace_id(&self) -> Option<String> {
        self.place().map(|(_, id)| id)
    }

    fn place(&self) -> Option<(PathBuf, String)> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The same, where one has to be open.
    pub(super) fn open_folder(&self) -> Result<PathBuf> {
        self.folder().ok_or_else(workspace_not_open)
    }

    fn set_place(&self, place: Option<(PathBuf, String)>) {
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }

    /// The session for questions, once no other is answered; until this switch is set.
    pub(super) fn questions(&self, switch: &Arc<AtomicBool>) -> Result<Turn<'_>> {
        self.questions.take(switch)
    }

    /// The session for changes, once no other is made; until this switch is set.
    pub(super) fn changes(&self, switch: &Arc<AtomicBool>) -> Result<Turn<'_>> {
        self.changes.take(switch)
    }

    /// Lets all who wait for a session look at their switches.
    pub(super) fn wake(&self) {
        self.questions.wake();
        self.changes.wake();
    }

    /// A session of its own at the same workspace, for work that takes long and opens it by itself, or not at all.
    pub(super) fn apart(&self, switch: &Arc<AtomicBool>) -> Result<Session> {
        go_on(switch)?;
        let mut session = self.at(&self.open_folder()?);
        session.stop_at(Arc::clone(switch));
        Ok(session)
    }

    fn at(&self, folder: &Path) -> Session {
        Session::new(folder, &self.config, self.here.clone())
    }

    /// Opens a workspace, telling of a rebuild; where it cannot be opened, or the switch is set, the one before stays
    /// open.
    pub(super) fn open(
        &self,
        folder: &Path,
        tell: impl Fn(Progress) + Send + Sync + 'static,
        switch: &Arc<AtomicBool>,
    ) -> Result<()> {
        let mut questions = self.at(folder);
        questions.on_progress(tell);
        questions.stop_at(Arc::clone(switch));
        let id = questions.workspace()?.id().to_string();
        // Somebody who left, or is not enrolled yet: the login acts.
        let actor = match Remembered::read(&self.config).who_acts.get(&id) {
            Some(email) => match people::who_acts(questions.workspace()?.db(), email) {
                Ok(person) => Some(person.email),
                Err(e) if matches!(e.code(), Code::NotFound | Code::Refused) => None,
                Err(e) => return Err(e),
            },
            None => None,
        };
        questions.act_as(actor.clone());
        questions.compare()?;
        // Only a change opens the workspace a second time.
        let mut changes = self.at(folder);
        changes.act_as(actor);
        {
            let (mut for_changes, mut for_questions) = (self.changes(switch)?, self.questions(switch)?);
            *for_changes = changes;
            *for_questions = questions;
            self.set_place(Some((folder.to_owned(), id)));
        }
        // A list of recent folders that cannot be kept is no reason to keep a workspace shut.
        let _ = Remembered::change(&self.config, |all| all.opened(folder));
        Ok(())
    }

    /// Makes a workspace by `fill`, and opens it; once made it is not given up.
    pub(super) fn make<A>(&self, folder: &Path, fill: impl FnOnce(&mut Session) -> Result<A>) -> Result<()> {
        if let Some(parent) = folder.parent() {
            std::fs::create_dir_all(parent).map_err(|e| Error::io(parent, e))?;
        }
        fill(&mut self.at(folder))?;
        self.open(folder, |_| {}, &Arc::default())
    }

    /// Closes it.
    pub(super) fn close(&self, switch: &Arc<AtomicBool>) -> Result<()> {
        let (mut changes, mut questions) = (self.changes(switch)?, self.questions(switch)?);
        changes.move_to(Path::new(""));
        questions.move_to(Path::new(""));
        self.set_place(None);
        Ok(())
    }
}
