//! One child with its pipes, and the watch that ends it when its time is over.

use std::process::{Child, ChildStdin, ChildStdout};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::frames;
use super::model::{Failed, Work};

/// A child that waits for questions.
pub(super) struct Running {
    to: ChildStdin,
    from: ChildStdout,
    watch: Arc<Watch>,
    /// How many questions it answered.
    pub(super) answered: usize,
    /// How many bytes they had.
    pub(super) bytes: usize,
}

/// Shared with the thread that watches.
struct Watch {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    child: Child,
    /// When the work under way has to be done.
    until: Option<Instant>,
    /// The watching thread looks again at the earliest time it knows of; only without one it has to be woken.
    asleep: bool,
    late: bool,
    over: bool,
}

impl Running {
    /// Takes a child whose standard input and output are pipes.
    pub(super) fn new(mut child: Child) -> Option<Self> {
        let (to, from) = (child.stdin.take(), child.stdout.take());
        let state = State { child, until: None, asleep: false, late: false, over: false };
        let watch = Arc::new(Watch { state: Mutex::new(state), changed: Condvar::new() });
        let watching = Arc::clone(&watch);
        let watched = std::thread::Builder::new().spawn(move || watching.keep());
        match (to, from, watched) {
            (Some(to), Some(from), Ok(_)) => Some(Self { to, from, watch, answered: 0, bytes: 0 }),
            _ => {
                watch.end();
                None
            }
        }
    }

    /// Asks it, and waits no longer than `time`. After any failure but a panic it is of no more use.
    pub(super) fn ask(&mut self, work: Work, bytes: &[u8], time: Duration) -> Result<Vec<u8>, Failed> {
        self.watch.begin(time);
        let sent = frames::ask(&mut self.to, work.name, bytes);
        let answer = match sent {
            Ok(()) => frames::answered(&mut self.from),
            Err(_) => Err(Failed::Ended),
        };
        self.answered += 1;
        self.bytes += bytes.len();
        if self.watch.done() { Err(Failed::TooSlow) } else { answer }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.watch.end();
    }
}

impl Watch {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self, time: Duration) {
        let mut state = self.state();
        state.until = Some(Instant::now() + time);
        if state.asleep {
            self.changed.notify_one();
        }
    }

    /// Ends the work under way; says whether its time was over.
    fn done(&self) -> bool {
        let mut state = self.state();
        state.until = None;
        state.late
    }

    /// Ends the child, and does not leave it behind.
    fn end(&self) {
        let mut state = self.state();
        state.over = true;
        let _ = state.child.kill();
        let _ = state.child.wait();
        self.changed.notify_one();
    }

    fn keep(&self) {
        let mut state = self.state();
        while !state.over && !state.late {
            let now = Instant::now();
            state.asleep = state.until.is_none();
            state = match state.until {
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(until) if until > now => {
                    self.changed.wait_timeout(state, until - now).unwrap_or_else(PoisonError::into_inner).0
                }
                Some(_) => {
                    state.late = true;
                    let _ = state.child.kill();
                    state
                }
            };
        }
    }
}
