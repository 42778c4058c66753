//! What is done with foreign bytes, how it may fail, and how children are started.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// By this first argument a program knows that it is such a child.
pub const FIRST_ARGUMENT: &str = "--contained";

/// Behind this second argument stands how much memory the child may have, in bytes, and how much processor time, in seconds.
pub(super) const WITHIN: &str = "within";

/// How long a child may take for an empty file.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// Something to be done with foreign bytes: a plain function, so that a child of the same program finds it by its name.
#[derive(Clone, Copy)]
pub struct Work {
    /// Its name, of at most 255 bytes.
    pub name: &'static str,
    /// What is done; the answer has at most [`LONGEST_ANSWER`] bytes.
    pub run: fn(&[u8]) -> Vec<u8>,
}

/// A longer answer is one out of form.
pub const LONGEST_ANSWER: usize = 64 << 20;

/// Why work came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// The reader gave up by a panic, which was caught.
    Panicked,
    /// The child ended: too little stack or memory, a fault in a reader, or somebody ended it.
    Ended,
    /// No answer came within the time that was given.
    TooSlow,
    /// The answer was none.
    OutOfForm,
    /// No child could be started; nothing is known of the bytes.
    NotStarted,
}

/// How children are started.
#[derive(Debug, Clone)]
pub struct Start {
    /// The program, which hands its first argument to [`serve`] before it does anything else.
    pub program: PathBuf,
    /// The variables of the environment without which no program starts there; a child knows no others.
    pub environment: Vec<(&'static str, OsString)>,
    /// How long a child may take for an empty file; each MiB adds half a second.
    pub patience: Duration,
}

impl Start {
    /// Children of a program, with the time that is given to every file.
    pub fn of(program: PathBuf) -> Self {
        Self { program, environment: Vec::new(), patience: PATIENCE }
    }
}
