//! Where work on foreign bytes is done, as the shell says.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use super::guarded::contain;
use super::model::{Failed, Start, Work};
use super::pool::Pool;
use super::program::{self, Errand, Tool};

/// Where work on foreign bytes is done.
#[derive(Clone, Default)]
pub struct Containment {
    pool: Option<Arc<Pool>>,
    /// Shared by all clones: what a person switches holds everywhere at once.
    tools: Arc<RwLock<Option<Vec<Tool>>>>,
}

impl std::fmt::Debug for Containment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.pool.is_some() { "in children" } else { "here" })
    }
}

impl Containment {
    /// In this process: panics are caught, nothing else is. For tests, and wherever no program of ours can be named.
    pub fn here() -> Self {
        Self::default()
    }

    /// In a few children, started when first needed and used for many files; they end with the last clone of this.
    pub fn in_children(start: Start) -> Self {
        Self { pool: Some(Arc::new(Pool::new(start))), ..Self::default() }
    }

    /// Does the work, several callers at once.
    pub fn run(&self, work: Work, bytes: &[u8]) -> Result<Vec<u8>, Failed> {
        match &self.pool {
            Some(pool) => pool.run(work, bytes),
            None => contain(|| (work.run)(bytes)).ok_or(Failed::Panicked),
        }
    }

    /// Does the work in a child of its own, which may have so much memory and processor time. Elsewhere than on Linux memory is not
    /// held, and the time is a clock's.
    pub fn run_within(&self, work: Work, bytes: &[u8], memory: u64, time: Duration) -> Result<Vec<u8>, Failed> {
        match &self.pool {
            Some(pool) => pool.run_within(work, bytes, memory, time),
            None => contain(|| (work.run)(bytes)).ok_or(Failed::Panicked),
        }
    }

    /// Runs another program on a private copy of some bytes, and gives its answer. Where no program of ours can be named,
    /// none is started.
    pub fn program(&self, errand: &Errand<'_>, bytes: &[u8]) -> Result<Vec<u8>, Failed> {
        let start = self.pool.as_ref().ok_or(Failed::NotStarted)?.start();
        program::run(start, errand, bytes)
    }

    /// Whether somebody said which other programs may be asked; where none can be started, nobody has to.
    pub fn equipped(&self) -> bool {
        self.pool.is_none() || self.tools.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// The other programs that may be asked.
    pub fn tools(&self) -> Vec<Tool> {
        self.tools.read().unwrap_or_else(PoisonError::into_inner).clone().unwrap_or_default()
    }

    /// Says which other programs may be asked, of all clones.
    pub fn set_tools(&self, tools: Vec<Tool>) {
        *self.tools.write().unwrap_or_else(PoisonError::into_inner) = Some(tools);
    }
}
