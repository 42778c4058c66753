//! One user at one workspace: where it lies, who acts, what day it is, how progress is told and work stopped.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::here::Here;
use super::refusals;
use super::span::Span;
use super::topic::Topic;
use super::when::When;
use crate::day::Day;
use crate::error::Result;
use crate::extract::equip;
use crate::people;
use crate::questions;
use crate::rebuild;
use crate::search::{LastShelf, TextCache};
use crate::statements::Keys;
use crate::workspace::{BatchState, Workspace, batch_with};

/// How far long work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// How much is done.
    pub done: u64,
    /// Of how much.
    pub total: u64,
}

/// A step of long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Reading text out of files.
    Reading,
    /// Filing files.
    Filing,
    /// Checking files against their hashes.
    Checking,
    /// Comparing the tables with the ledger.
    Comparing,
    /// Writing a pack.
    Packing,
    /// Filling the tables from the ledger.
    Rebuilding,
    /// Filling tables as they stood on a past day.
    LookingBack,
}

/// A user's session.
pub struct Session {
    folder: PathBuf,
    config: PathBuf,
    actor: Option<String>,
    here: Here,
    workspace: Option<Workspace>,
    progress: Arc<dyn Fn(Progress) + Send + Sync>,
    switch: Arc<AtomicBool>,
    other: Option<OtherTables>,
    orders: HashMap<String, Order>,
    pub(super) shelf: LastShelf<(When, Day)>,
    stale: Vec<Topic>,
    elsewhere: Option<Day>,
    /// Somebody said that the machine's clock is right.
    clock_right: bool,
}

/// The tables of another day, kept while the ledger and the day stand still.
struct OtherTables {
    when: When,
    size: u64,
    /// The day on which the tables stood when they were looked at.
    stood: Day,
    db: Connection,
}

/// The identifiers of a list, in order, kept while the ledger stands still.
struct Order {
    size: u64,
    ids: Arc<Vec<Uuid>>,
}

/// So many orders of lists are kept; one of 100,000 documents takes 1.6 MB.
const ORDERS: usize = 12;

impl Session {
    /// A session at a workspace's folder. `config` is the user's own configuration folder; nothing is opened
    /// before the first command needs it.
    pub fn new(folder: &Path, config: &Path, here: Here) -> Self {
        Self {
            folder: folder.to_owned(),
            config: config.to_owned(),
            actor: None,
            here,
            workspace: None,
            progress: Arc::new(|_| {}),
            switch: Arc::default(),
            other: None,
            orders: HashMap::new(),
            shelf: LastShelf::default(),
            stale: Vec::new(),
            elsewhere: None,
            clock_right: false,
        }
    }

    /// The day of the last entry, where another machine had written it when the workspace was opened.
    pub fn written_elsewhere(&self) -> Option<Day> {
        self.elsewhere
    }

    /// Names the person who acts, by e-mail address.
    pub fn act_as(&mut self, email: Option<String>) {
        if let (Some(open), Some(email)) = (&mut self.workspace, &email) {
            open.act_as(email.clone());
        }
        self.actor = email;
    }

    /// Says where progress goes.
    pub fn on_progress(&mut self, tell: impl Fn(Progress) + Send + Sync + 'static) {
        self.progress = Arc::new(tell);
    }

    /// From here on long work stops once this switch is set; what was acknowledged stays. One that is set already lets
    /// none begin, and only its owner sets or clears it.
    pub fn stop_at(&mut self, switch: Arc<AtomicBool>) {
        self.switch = switch;
    }

    pub(super) fn switch(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.switch)
    }

    /// Today, by the organisation's time zone; where no workspace can be opened, by the machine's.
    pub fn today(&mut self) -> Day {
        let zone = self.workspace().and_then(|workspace| workspace.zone());
        zone.unwrap_or(self.here.zone).day(self.here.clock.now())
    }

    /// Takes the machine's clock for right from here on.
    pub fn clock_is_right(&mut self) {
        self.clock_right = true;
        if let Some(open) = &mut self.workspace {
            open.clock_is_right();
        }
    }

    /// What is known of the machine.
    pub fn here(&self) -> &Here {
        &self.here
    }

    /// Where people's private keys are.
    pub(super) fn keys(&self) -> Keys {
        Keys::of(&self.config, self.here.agent.clone())
    }

    /// Notes that something is stale though no event says so.
    pub(super) fn make_stale(&mut self, topic: Topic) {
        self.orders.clear();
        self.stale.push(topic);
    }

    /// What the commands wrote since this was asked last, and what became stale by it.
    pub fn take_changes(&mut self) -> (Vec<Span>, Vec<Topic>) {
        let written = self.workspace.as_mut().map(Workspace::take_written).unwrap_or_default();
        let entries = written.iter().map(|w| Span { from: w.entries.start, to: w.entries.end }).collect();
        let mut stale = Topic::stale_after(&written);
        stale.append(&mut self.stale);
        stale.sort_unstable();
        stale.dedup();
        (entries, stale)
    }

    /// The entry by which one undo takes back all that a command wrote; none where it cannot be, or was more than one change.
    pub fn taken_back_by(&self, entries: &[Span]) -> Option<u64> {
        let ([written], Some(open)) = (entries, &self.workspace) else { return None };
        // It is written: where this cannot be told, it is not offered.
        let batch = batch_with(open.db(), written.to - 1).ok().flatten()?;
        (batch.state == BatchState::Undoable).then_some(batch.first)
    }

    /// The workspace's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Turns to another folder; whatever is open is closed.
    pub fn move_to(&mut self, folder: &Path) {
        folder.clone_into(&mut self.folder);
        self.close();
    }

    /// Closes whatever is open.
    pub fn close(&mut self) {
        self.workspace = None;
        self.other = None;
        self.orders.clear();
        self.shelf = LastShelf::default();
    }

    /// The user's configuration folder.
    pub fn config(&self) -> &Path {
        &self.config
    }

    pub(super) fn tell(&self) -> Arc<dyn Fn(Progress) + Send + Sync> {
        Arc::clone(&self.progress)
    }

    /// Tells of a step, and stops it when asked to.
    pub(super) fn steps(&self, step: Step) -> impl Fn(u64, u64) -> Result<()> + use<> {
        let (tell, stop) = (self.tell(), self.switch());
        move |done, total| {
            tell(Progress { step, done, total });
            if stop.load(Ordering::Relaxed) {
                return Err(refusals::rebuild_stopped());
            }
            Ok(())
        }
    }

    /// The tables, where a workspace is open.
    pub fn tables(&self) -> Option<&Connection> {
        self.workspace.as_ref().map(Workspace::db)
    }

    /// The workspace, opened when first needed. Acting as somebody who is not enrolled is refused.
    pub fn workspace(&mut self) -> Result<&mut Workspace> {
        let workspace = match self.workspace.take().filter(|open| !open.outdated()) {
            Some(open) => open,
            None => {
                let open = rebuild::open_workspace(&self.folder, &self.config, &self.steps(Step::Rebuilding))?;
                self.elsewhere = open.written_elsewhere()?.map(|(_, day)| day);
                self.enter(open)?
            }
        };
        let open = self.workspace.insert(workspace);
        // The day may have moved on since the last command.
        open.renew()?;
        Ok(open)
    }

    /// Asks what today's data say of the mappings and nobody decided on; see [`questions::compare`].
    pub fn compare(&mut self) -> Result<usize> {
        questions::compare(self.workspace()?)
    }

    pub(super) fn adopt(&mut self, workspace: Workspace) -> Result<&mut Workspace> {
        let workspace = self.enter(workspace)?;
        Ok(self.workspace.insert(workspace))
    }

    fn enter(&self, mut workspace: Workspace) -> Result<Workspace> {
        workspace.set_clock(self.here.clock);
        if self.clock_right {
            workspace.clock_is_right();
        }
        match &self.actor {
            Some(email) => workspace.act_as(people::who_acts(workspace.db(), email)?.email),
            None => workspace.act_as(self.here.login.clone()),
        }
        Ok(workspace)
    }

    /// The day that is asked about.
    pub fn day(&mut self, when: When) -> Day {
        when.in_force.or(when.as_of).unwrap_or_else(|| self.today())
    }

    /// By the end of which past day it must have been recorded; see [`When::recorded`].
    pub(super) fn recorded(&mut self, when: When) -> Result<Option<Day>> {
        let today = self.today();
        when.recorded(today, self.workspace()?)
    }

    /// The tables as they stand today, or for another day, or by what was known then.
    pub fn view(&mut self, when: When) -> Result<View<'_>> {
        let (recorded, day) = (self.recorded(when)?, self.day(when));
        if recorded.is_none() && day == self.today() {
            return Ok(View(self.workspace()?.db()));
        }
        let size = self.workspace()?.head()?.size;
        let stood = self.today();
        let other = match self.other.take() {
            Some(other) if (other.when, other.size, other.stood) == (when, size, stood) => other,
            _ => {
                let steps = self.steps(Step::LookingBack);
                let db = match recorded {
                    Some(recorded) => self.workspace()?.as_of(recorded, day, &steps)?,
                    None => self.workspace()?.in_force(day)?,
                };
                OtherTables { when, size, stood, db }
            }
        };
        Ok(View(&self.other.insert(other).db))
    }

    /// The identifiers of a list in its order, found by `find` unless they are known already. `name` says which
    /// list, with its filter, order and day.
    pub(super) fn order(
        &mut self,
        name: String,
        when: When,
        find: impl FnOnce(&Connection) -> Result<Vec<Uuid>>,
    ) -> Result<Arc<Vec<Uuid>>> {
        let size = self.workspace()?.head()?.size;
        if let Some(order) = self.orders.get(&name).filter(|o| o.size == size) {
            return Ok(Arc::clone(&order.ids));
        }
        let ids = Arc::new(find(&*self.view(when)?)?);
        self.orders.retain(|_, order| order.size == size);
        if self.orders.len() >= ORDERS {
            self.orders.clear();
        }
        self.orders.insert(name, Order { size, ids: Arc::clone(&ids) });
        Ok(ids)
    }

    /// The cache of extracted text, opened beside the workspace.
    pub fn text_cache(&mut self) -> Result<TextCache> {
        // Which programs there are is asked once, when a file may be read.
        if !self.here.contained.equipped() {
            equip(&self.config, &self.here.contained)?;
        }
        Ok(TextCache::open(&self.workspace()?.text_db())?.reading_in(self.here.contained.clone()))
    }
}

/// Tables to ask: those of now, or those of a past day.
pub struct View<'w>(&'w Connection);

impl Deref for View<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.0
    }
}
