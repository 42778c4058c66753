//! Where work on foreign bytes is done, as the shell says.

use std::sync::Arc;

use super::guarded::contain;
use super::model::{Failed, Start, Work};
use super::pool::Pool;

/// Where work on foreign bytes is done.
#[derive(Clone, Default)]
pub struct Containment(Option<Arc<Pool>>);

impl std::fmt::Debug for Containment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "in children" } else { "here" })
    }
}

impl Containment {
    /// In this process: panics are caught, nothing else is. For tests, and wherever no program of ours can be named.
    pub fn here() -> Self {
        Self(None)
    }

    /// In a few children, started when first needed and used for many files; they end with the last clone of this.
    pub fn in_children(start: Start) -> Self {
        Self(Some(Arc::new(Pool::new(start))))
    }

    /// Does the work, several callers at once.
    pub fn run(&self, work: Work, bytes: &[u8]) -> Result<Vec<u8>, Failed> {
        match &self.0 {
            Some(pool) => pool.run(work, bytes),
            None => contain(|| (work.run)(bytes)).ok_or(Failed::Panicked),
        }
    }
}
