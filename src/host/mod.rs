//! A window's side of the core: one workspace open, questions answered while long work goes on, only those files let
//! through that the user chose, and what one window leaves to the next. The desktop shell and the development bridge
//! share it.

mod chosen;
mod copies;
mod folders;
mod jobs;
mod machine;
mod opening;
mod own;
mod programs;
mod refusals;
mod remembered;
mod requests;
mod sessions;
mod turns;
mod types;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use crate::api::{self, Access, Effect, Session, Topic};
use crate::error::{Error, Result};
use crate::saved::Target;
use chosen::Chosen;
use jobs::Jobs;
use opening::{End, Opening};
use own::Own;
use remembered::Remembered;
use requests::Request;
use sessions::Sessions;

pub use copies::CopyFor;
pub use folders::{config_folder, workspaces_folder};
pub use machine::{arguments, contained, given_passphrase, here, here_contained};
pub use refusals::{REASONS, broken_off, without_program};
pub use requests::{
    HostActAs, HostActLater, HostClose, HostCreate, HostDemo, HostKeepBackground, HostOpen, HostStart, Reply, Start,
};
pub use types::typescript;

// What a shell needs besides: it names no other room.
pub use crate::api::{Here, Progress, Step};
pub use crate::filed::FiledFile;
pub use crate::filing::path_as_text;

/// Work that takes long and opens the workspace by itself, or not at all: it holds up nobody.
const APART: &[&str] = &["verify", "pack_verify", "file_probe", "texts_read"];

/// Commands of the core that make a workspace: a window asks its host for one.
const NOT_HERE: &[&str] = &["init", "demo"];

/// A window's way into the core.
pub struct Host {
    home: PathBuf,
    sessions: Sessions,
    chosen: Chosen,
    jobs: Jobs,
    opening: Opening,
    first_problem: Mutex<Option<Error>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Host {
    /// A host without a workspace. New ones are proposed below `home`.
    pub fn new(config: &Path, home: &Path, here: Here) -> Self {
        remembered::clear_up(config);
        Self {
            home: home.to_owned(),
            sessions: Sessions::new(config, here),
            chosen: Chosen::default(),
            jobs: Jobs::default(),
            opening: Opening::default(),
            first_problem: Mutex::new(None),
        }
    }

    /// Opens a workspace; where it cannot be opened, the one before stays open.
    pub fn open(&self, folder: &Path) -> Result<()> {
        self.sessions.open(folder, |_| {}, &Arc::default())
    }

    /// Begins to open a workspace and goes on at once: a window need not wait for it, its first requests do.
    pub fn open_soon(self: &Arc<Self>, folder: PathBuf) {
        let host = Arc::clone(self);
        let switch = self.opening.begin();
        std::thread::spawn(move || {
            // Also after a panic: no workspace is open then, which every request says.
            let _end = End(&host.opening);
            let telling = Arc::clone(&host);
            let opened = host.sessions.open(&folder, move |step| telling.opening.tell(step), &switch);
            *lock(&host.first_problem) = opened.err();
        });
    }

    /// Why the workspace of `open_soon` could not be opened; told once.
    pub fn first_problem(&self) -> Option<Error> {
        self.opening.wait(|_| {});
        lock(&self.first_problem).take()
    }

    /// The colour on which the last window stood: red, green, blue.
    pub fn background(&self) -> Option<[u8; 3]> {
        Remembered::read(self.sessions.config()).background
    }

    /// Notes that the user chose a file or folder; from here on requests may read it and what lies in it.
    pub fn choose(&self, path: &Path) {
        self.chosen.add(path, Access::Read);
    }

    /// Notes that the user chose where to write; from here on requests may write that file, and no other.
    pub fn choose_to_write(&self, path: &Path) {
        self.chosen.add(path, Access::Write);
    }

    /// Stops a call, whether it works, waits or is still to come, and the opening that it may wait for; what was
    /// acknowledged stays.
    pub fn cancel(&self, job: u64) {
        self.opening.stop();
        self.jobs.cancel(job);
        self.sessions.wake();
    }

    /// Calls a command. `job` is the caller's number for it, by which it can be cancelled.
    pub fn call(
        &self,
        name: &str,
        request: Value,
        job: u64,
        tell: impl Fn(Progress) + Send + Sync + 'static,
    ) -> Result<Reply> {
        // Before anything waits: from here on a cancel finds it.
        let job = self.jobs.begin(job);
        let switch = job.switch();
        self.opening.wait(&tell);
        if name.starts_with("host_") {
            let own = Own { sessions: &self.sessions, chosen: &self.chosen, home: &self.home };
            let answer = serde_json::to_value(own.answer(Request::read(name, request)?, tell, switch)?)?;
            return Ok(Reply { answer, entries: Vec::new(), undo: None, stale: Topic::ALL.to_vec() });
        }
        if NOT_HERE.contains(&name) {
            return Err(api::command_unknown(name));
        }
        match api::entry(name)?.effect {
            _ if APART.contains(&name) => self.run(&mut self.sessions.apart(switch)?, name, request, tell),
            Effect::Reads(_) => self.run(&mut *self.sessions.questions(switch)?, name, request, tell),
            Effect::Writes => self.run(&mut *self.sessions.changes(switch)?, name, request, tell),
        }
    }

    fn run(
        &self,
        session: &mut Session,
        name: &str,
        request: Value,
        tell: impl Fn(Progress) + Send + Sync + 'static,
    ) -> Result<Reply> {
        session.on_progress(tell);
        let answer = api::call(session, name, request, &|path, access| self.chosen.allow(path, access));
        // Also after a refusal, so that the next command is not told what this one did.
        let (entries, stale) = session.take_changes();
        let undo = session.taken_back_by(&entries);
        Ok(Reply { answer: answer?, entries, undo, stale })
    }

    /// The bytes of a stored file, for a window to draw.
    pub fn stored(&self, digest: &str) -> Result<Vec<u8>> {
        api::stored_bytes(&mut *self.sessions.questions(&Arc::default())?, digest)
    }

    /// Writes text to a file that the user chose; the dialog asked about one that is there.
    pub fn save_text(&self, path: &Path, text: &str) -> Result<()> {
        self.chosen.allow(path, Access::Write)?;
        Target { path, overwrite: true }.write(text.as_bytes())
    }

    /// Writes a copy of a stored file under its own name, for another program to open or to show.
    ///
    /// # Errors
    /// `file_is_program` where it would be run.
    pub fn copy_out(&self, file: &FiledFile, wanted: CopyFor) -> Result<PathBuf> {
        copies::write(self.sessions.config(), file, &self.stored(&file.digest.to_string())?, wanted)
    }
}
