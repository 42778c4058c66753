//! A disk that fails once, at a chosen step: either nothing was done, or it was done and said not to be.

use std::fs::File;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use clausebook::vault::{Disk, RealDisk};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Create,
    Write,
    SyncFile,
    Rename,
    SyncFolder,
}

pub const STEPS: [Step; 5] = [Step::Create, Step::Write, Step::SyncFile, Step::Rename, Step::SyncFolder];

/// Fails at the n-th time (from 0) a step is taken.
pub struct Faulty {
    pub step: Step,
    pub skip: usize,
    pub kind: ErrorKind,
    /// The step is done all the same.
    pub done: bool,
    /// Something to happen instead of a failure, such as another program writing.
    pub meanwhile: Option<Box<dyn Fn() + Send + Sync>>,
    pub seen: AtomicUsize,
    /// A test whose fault never fired has tested nothing.
    pub fired: AtomicBool,
}

impl Faulty {
    pub fn at(step: Step, skip: usize, kind: ErrorKind) -> Self {
        let (seen, fired) = (AtomicUsize::new(0), AtomicBool::new(false));
        Self { step, skip, kind, done: false, meanwhile: None, seen, fired }
    }

    fn take<T>(&self, step: Step, work: impl FnOnce() -> Result<T>) -> Result<T> {
        if step != self.step || self.seen.fetch_add(1, Ordering::SeqCst) != self.skip {
            return work();
        }
        self.fired.store(true, Ordering::SeqCst);
        if let Some(meanwhile) = &self.meanwhile {
            meanwhile();
            return work();
        }
        if self.done {
            work()?;
        }
        Err(Error::from(self.kind))
    }
}

impl Disk for Faulty {
    fn create(&self, path: &Path) -> Result<File> {
        self.take(Step::Create, || RealDisk.create(path))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> Result<()> {
        self.take(Step::Write, || RealDisk.write(file, bytes))
    }

    fn sync_file(&self, file: &File) -> Result<()> {
        self.take(Step::SyncFile, || RealDisk.sync_file(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        self.take(Step::Rename, || RealDisk.rename(from, to))
    }

    fn sync_folder(&self, path: &Path) -> Result<()> {
        self.take(Step::SyncFolder, || RealDisk.sync_folder(path))
    }
}
