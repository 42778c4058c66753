//! What stands between a window and the core: one workspace open, questions answered while long work goes on, and
//! only those files and folders let through that the user chose. The shell and the development bridge share it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::desk::{self, Desk};
use super::opening::{End, Opening};
use super::requests::{HostActAs, HostCreate, HostKeepGround, HostOpen, Reply, Start};
use super::{Command, Init, MakeDemo, Progress, Session, TABLE, call, read, stored_bytes};
use crate::day::Day;
use crate::error::{Code, Error, Result};
use crate::filed::FiledFile;

/// Work that takes long and opens the workspace by itself, or not at all: it holds up nobody.
const APART: &[&str] = &["verify", "pack_verify", "file_probe"];

/// A window's way into the core.
pub struct Host {
    config: PathBuf,
    home: PathBuf,
    questions: Mutex<Session>,
    changes: Mutex<Session>,
    folder: Mutex<Option<PathBuf>>,
    chosen: Mutex<HashSet<PathBuf>>,
    jobs: Mutex<HashMap<u64, Arc<AtomicBool>>>,
    today: fn() -> Day,
    opening: Opening,
    first_problem: Mutex<Option<Error>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Host {
    /// A host without a workspace. New ones are proposed below `home`; `today` says what day it is where the user is.
    pub fn new(config: &Path, home: &Path, today: fn() -> Day) -> Self {
        let session = || Mutex::new(Session::new(Path::new(""), config, today()));
        desk::clear_up(config);
        Self {
            config: config.to_owned(),
            home: home.to_owned(),
            questions: session(),
            changes: session(),
            folder: Mutex::new(None),
            chosen: Mutex::new(HashSet::new()),
            jobs: Mutex::new(HashMap::new()),
            today,
            opening: Opening::default(),
            first_problem: Mutex::new(None),
        }
    }

    /// Begins to open a workspace and goes on at once: a window need not wait for it, its first requests do.
    pub fn open_soon(self: &Arc<Self>, folder: PathBuf) {
        let host = Arc::clone(self);
        self.opening.begin();
        std::thread::spawn(move || {
            // Also after a panic: no workspace is open then, which every request says.
            let _end = End(&host.opening);
            let (telling, stop) = (Arc::clone(&host), host.opening.stop());
            *lock(&host.first_problem) = host.open_telling(&folder, move |step| telling.opening.tell(step), stop).err();
        });
    }

    /// Why the workspace of `open_soon` could not be opened; told once.
    pub fn first_problem(&self) -> Option<Error> {
        self.opening.wait(|_| {});
        lock(&self.first_problem).take()
    }

    /// The colour on which the last window stood: red, green, blue.
    pub fn ground(&self) -> Option<[u8; 3]> {
        Desk::read(&self.config).ground
    }

    /// Notes that the user chose a file or folder; from here on requests may name it and what lies in it.
    pub fn choose(&self, path: &Path) {
        lock(&self.chosen).insert(path.to_owned());
    }

    /// Stops a piece of work, and the opening that it may wait for; what was acknowledged stays.
    pub fn cancel(&self, job: u64) {
        if self.opening.under_way() {
            self.opening.stop().store(true, Ordering::Relaxed);
        }
        if let Some(switch) = lock(&self.jobs).get(&job) {
            switch.store(true, Ordering::Relaxed);
        }
    }

    /// Calls a command. `job` is the caller's number for it, by which it can be cancelled.
    pub fn call(
        &self,
        name: &str,
        request: Value,
        job: u64,
        tell: impl Fn(Progress) + Send + Sync + 'static,
    ) -> Result<Reply> {
        self.opening.wait(&tell);
        if name.starts_with("host_") {
            let stop = Arc::new(AtomicBool::new(false));
            lock(&self.jobs).insert(job, Arc::clone(&stop));
            let start = self.own(name, request, tell, stop);
            lock(&self.jobs).remove(&job);
            let answer = serde_json::to_value(start?)?;
            return Ok(Reply { answer, from: 0, to: 0 });
        }
        let Some((_, changes)) = TABLE.iter().find(|(known, _)| *known == name) else {
            return Err(super::no_command(name));
        };
        if ["init", "demo"].contains(&name) {
            return Err(super::no_command(name));
        }
        let allow = |path: &Path| self.allow(path);
        if APART.contains(&name) {
            let mut session = Session::new(&self.open_folder()?, &self.config, (self.today)());
            return self.run(&mut session, name, request, job, tell, &allow, false);
        }
        let which = if changes.is_empty() { &self.questions } else { &self.changes };
        let mut session = lock(which);
        session.set_today((self.today)());
        self.run(&mut session, name, request, job, tell, &allow, !changes.is_empty())
    }

    fn run(
        &self,
        session: &mut Session,
        name: &str,
        request: Value,
        job: u64,
        tell: impl Fn(Progress) + Send + Sync + 'static,
        allow: &dyn Fn(&Path) -> Result<()>,
        writes: bool,
    ) -> Result<Reply> {
        session.on_progress(tell);
        lock(&self.jobs).insert(job, session.cancel_switch());
        let size = |session: &mut Session| session.workspace().and_then(|w| w.head()).map_or(0, |head| head.size);
        let from = if writes { size(session) } else { 0 };
        let answer = call(session, name, request, allow);
        lock(&self.jobs).remove(&job);
        session.on_progress(|_| {});
        let answer = answer?;
        let to = if writes { size(session) } else { 0 };
        Ok(Reply { answer, from, to })
    }

    /// The bytes of a stored file, for a window to draw.
    pub fn stored(&self, digest: &str) -> Result<Vec<u8>> {
        stored_bytes(&mut lock(&self.questions), digest)
    }

    /// Writes a copy of a stored file under its own name, for another program to open; the copy is read-only and
    /// lies in a folder that only this user can enter.
    pub fn copy_out(&self, file: &FiledFile) -> Result<PathBuf> {
        let bytes = self.stored(&file.digest.to_string())?;
        let short: String = file.digest.to_string().chars().take(16).collect();
        let folder = self.config.join("opened").join(short);
        std::fs::create_dir_all(&folder).map_err(|e| Error::io(&folder, e))?;
        let name = Path::new(&file.name).file_name().unwrap_or_else(|| "file".as_ref());
        let path = folder.join(name);
        if path.exists() {
            return Ok(path);
        }
        std::fs::write(&path, bytes).map_err(|e| Error::io(&path, e))?;
        let mut rights = std::fs::metadata(&path).map_err(|e| Error::io(&path, e))?.permissions();
        rights.set_readonly(true);
        std::fs::set_permissions(&path, rights).map_err(|e| Error::io(&path, e))?;
        Ok(path)
    }

    /// Whether the user chose this file, or a folder it lies in.
    ///
    /// # Errors
    /// `invalid_path` where not.
    pub fn allow(&self, path: &Path) -> Result<()> {
        let plain = !path.components().any(|c| matches!(c, std::path::Component::ParentDir));
        if plain && path.is_absolute() && path.ancestors().any(|p| lock(&self.chosen).contains(p)) {
            return Ok(());
        }
        Err(Error::new(
            Code::InvalidPath,
            format!("{} was not chosen by you", path.display()),
            "Drop the file on the window, or choose it in the dialog.",
        ))
    }

    fn open_folder(&self) -> Result<PathBuf> {
        lock(&self.folder)
            .clone()
            .ok_or_else(|| Error::new(Code::NoWorkspace, "No workspace is open", "Open one, or make a new one."))
    }

    fn own(
        &self,
        name: &str,
        request: Value,
        tell: impl Fn(Progress) + Send + Sync + 'static,
        stop: Arc<AtomicBool>,
    ) -> Result<Start> {
        match name {
            "host_start" => {}
            "host_open" => {
                let HostOpen { folder } = read(name, request)?;
                let known = Desk::read(&self.config).recent.iter().any(|r| Path::new(r) == folder);
                if !known {
                    self.allow(&folder)?;
                }
                self.open_telling(&folder, tell, stop)?;
            }
            "host_create" => {
                let HostCreate { folder, organisation, standards } = read(name, request)?;
                let folder = match folder {
                    Some(folder) => {
                        self.allow(&folder)?;
                        folder
                    }
                    None => self.home.join(safe(&organisation)),
                };
                self.make(&folder, |session| Command::run(Init { organisation, standards }, session))?;
            }
            "host_demo" => {
                let folder = self.home.join("Sample organisation");
                if !folder.join("clausebook.db").is_file() {
                    self.make(&folder, |session| Command::run(MakeDemo {}, session))?;
                    self.act_as_first_manager()?;
                }
                self.open(&folder)?;
            }
            "host_keep_ground" => {
                let HostKeepGround { ground } = read(name, request)?;
                if self.ground() != Some(ground) {
                    Desk::change(&self.config, |desk| desk.ground = Some(ground))?;
                }
            }
            "host_close" => {
                *lock(&self.folder) = None;
                lock(&self.questions).move_to(Path::new(""));
                lock(&self.changes).move_to(Path::new(""));
            }
            "host_act_as" => {
                let HostActAs { email } = read(name, request)?;
                let id = lock(&self.questions).workspace()?.id().to_string();
                Desk::change(&self.config, |desk| drop(desk.actors.insert(id, email)))?;
                self.open(&self.open_folder()?)?;
            }
            _ => return Err(super::no_command(name)),
        }
        Ok(self.start())
    }

    fn make<A>(&self, folder: &Path, fill: impl FnOnce(&mut Session) -> Result<A>) -> Result<()> {
        if let Some(parent) = folder.parent() {
            std::fs::create_dir_all(parent).map_err(|e| Error::io(parent, e))?;
        }
        let mut session = Session::new(folder, &self.config, (self.today)());
        fill(&mut session)?;
        drop(session);
        self.open(folder)
    }

    /// In the sample organisation its own quality manager acts.
    fn act_as_first_manager(&self) -> Result<()> {
        let (id, manager) = {
            let mut session = lock(&self.questions);
            let workspace = session.workspace()?;
            let people = crate::people::list(workspace.db())?;
            (workspace.id().to_string(), people.into_iter().find(|p| p.role == crate::people::Role::QualityManager))
        };
        if let Some(manager) = manager {
            Desk::change(&self.config, |desk| drop(desk.actors.insert(id, manager.email)))?;
        }
        Ok(())
    }

    /// Opens a workspace; where it cannot be opened, the one before stays open.
    pub fn open(&self, folder: &Path) -> Result<()> {
        self.open_telling(folder, |_| {}, Arc::default())
    }

    /// The same, telling of a rebuild, and stopping it when the switch is set.
    fn open_telling(
        &self,
        folder: &Path,
        tell: impl Fn(Progress) + Send + Sync + 'static,
        stop: Arc<AtomicBool>,
    ) -> Result<()> {
        let mut questions = Session::new(folder, &self.config, (self.today)());
        questions.on_progress(tell);
        questions.stop_with(stop);
        let id = questions.workspace()?.id().to_string();
        questions.on_progress(|_| {});
        questions.stop_with(Arc::default());
        // Somebody who is not enrolled any more, or not yet: the login acts.
        let actor = match Desk::read(&self.config).actors.get(&id) {
            Some(email) => crate::people::by_email(questions.workspace()?.db(), email)?.map(|person| person.email),
            None => None,
        };
        questions.act_as(actor.clone());
        // Only a change opens the workspace a second time.
        let mut changes = Session::new(folder, &self.config, (self.today)());
        changes.act_as(actor);
        *lock(&self.questions) = questions;
        *lock(&self.changes) = changes;
        *lock(&self.folder) = Some(folder.to_owned());
        // A list of recent folders that cannot be kept is no reason to keep a workspace shut.
        let _ = Desk::change(&self.config, |desk| desk.opened(folder));
        Ok(())
    }

    fn start(&self) -> Start {
        let there = |r: &String| Path::new(r).join("clausebook.db").is_file();
        Start {
            open: lock(&self.folder).as_ref().map(|f| f.display().to_string()),
            recent: Desk::read(&self.config).recent.into_iter().filter(there).collect(),
            home: self.home.display().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

/// A folder's name from an organisation's.
fn safe(name: &str) -> String {
    let kept: String = name.chars().map(|c| if c.is_alphanumeric() || "-_ ".contains(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    if words.is_empty() { "Workspace".to_owned() } else { words.join(" ") }
}
