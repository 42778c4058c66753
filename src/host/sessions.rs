//! The workspace that is open, seen by two sessions: one answers questions while a change takes long in the other.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::desk::Desk;
use crate::api::{Progress, Session};
use crate::day::Day;
use crate::error::{Code, Error, Result};
use crate::people;

/// The open workspace, or none.
pub(super) struct Sessions {
    config: PathBuf,
    today: fn() -> Day,
    questions: Mutex<Session>,
    changes: Mutex<Session>,
    folder: Mutex<Option<PathBuf>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sessions {
    /// None is open.
    pub(super) fn new(config: &Path, today: fn() -> Day) -> Self {
        let session = || Mutex::new(Session::new(Path::new(""), config, today()));
        Self { config: config.to_owned(), today, questions: session(), changes: session(), folder: Mutex::new(None) }
    }

    /// The user's configuration folder.
    pub(super) fn config(&self) -> &Path {
        &self.config
    }

    /// The folder that is open.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        lock(&self.folder).clone()
    }

    /// The same, where one has to be open.
    pub(super) fn open_folder(&self) -> Result<PathBuf> {
        self.folder()
            .ok_or_else(|| Error::new(Code::NoWorkspace, "No workspace is open", "Open one, or make a new one."))
    }

    /// The session for questions, once no other is answered.
    pub(super) fn questions(&self) -> MutexGuard<'_, Session> {
        self.on_this_day(lock(&self.questions))
    }

    /// The session for changes, once no other is made.
    pub(super) fn changes(&self) -> MutexGuard<'_, Session> {
        self.on_this_day(lock(&self.changes))
    }

    fn on_this_day<'s>(&self, mut session: MutexGuard<'s, Session>) -> MutexGuard<'s, Session> {
        session.set_today((self.today)());
        session
    }

    /// A session of its own at the same workspace, for work that takes long and opens it by itself, or not at all.
    pub(super) fn apart(&self) -> Result<Session> {
        Ok(self.at(&self.open_folder()?))
    }

    fn at(&self, folder: &Path) -> Session {
        Session::new(folder, &self.config, (self.today)())
    }

    /// Opens a workspace, telling of a rebuild and stopping it when the switch is set; where it cannot be opened, the
    /// one before stays open.
    pub(super) fn open(
        &self,
        folder: &Path,
        tell: impl Fn(Progress) + Send + Sync + 'static,
        stop: Arc<AtomicBool>,
    ) -> Result<()> {
        let mut questions = self.at(folder);
        questions.on_progress(tell);
        questions.stop_with(stop);
        let id = questions.workspace()?.id().to_string();
        questions.on_progress(|_| {});
        questions.stop_with(Arc::default());
        // Somebody who is not enrolled any more, or not yet: the login acts.
        let actor = match Desk::read(&self.config).actors.get(&id) {
            Some(email) => people::by_email(questions.workspace()?.db(), email)?.map(|person| person.email),
            None => None,
        };
        questions.act_as(actor.clone());
        // Only a change opens the workspace a second time.
        let mut changes = self.at(folder);
        changes.act_as(actor);
        *lock(&self.questions) = questions;
        *lock(&self.changes) = changes;
        *lock(&self.folder) = Some(folder.to_owned());
        // A list of recent folders that cannot be kept is no reason to keep a workspace shut.
        let _ = Desk::change(&self.config, |desk| desk.opened(folder));
        Ok(())
    }

    /// Makes a workspace by `fill`, and opens it.
    pub(super) fn make<A>(&self, folder: &Path, fill: impl FnOnce(&mut Session) -> Result<A>) -> Result<()> {
        if let Some(parent) = folder.parent() {
            std::fs::create_dir_all(parent).map_err(|e| Error::io(parent, e))?;
        }
        fill(&mut self.at(folder))?;
        self.open(folder, |_| {}, Arc::default())
    }

    /// Closes it.
    pub(super) fn close(&self) {
        *lock(&self.folder) = None;
        lock(&self.questions).move_to(Path::new(""));
        lock(&self.changes).move_to(Path::new(""));
    }
}
