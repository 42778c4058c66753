//! A few children for many files.

use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Sender, SyncSender, channel, sync_channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::limits::time_for;
use super::model::{FIRST_ARGUMENT, Failed, Start, WITHIN, Work};
use super::running::Running;

/// So many at once; whoever comes then waits.
const MOST: usize = 4;
/// A child is replaced after so many files or bytes: what a reader does not give back must not add up.
const FILES: usize = 5_000;
const BYTES: usize = 128 << 20;

/// A child is wanted, with so much memory and processor time.
type Order = (Option<(u64, Duration)>, SyncSender<io::Result<Child>>);

/// The children that are there.
pub(super) struct Pool {
    start: Start,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Running>,
    busy: usize,
    /// The thread that starts children, once there is one.
    parent: Option<Sender<Order>>,
}

impl Pool {
    pub(super) fn new(start: Start) -> Self {
        Self { start, state: Mutex::default(), freed: Condvar::new() }
    }

    /// Asks a child, a new one where none is idle.
    pub(super) fn run(&self, work: Work, bytes: &[u8]) -> Result<Vec<u8>, Failed> {
        let place = Place::take(self);
        let idle = self.state().idle.pop();
        let time = time_for(self.start.patience, bytes.len());
        if let Some(mut used) = idle {
            let answer = used.ask(work, bytes, time);
            // What a child did before, or whoever ended it, is not this file's fault: a new one is asked.
            if answer != Err(Failed::Ended) {
                place.give_back(used, &answer);
                return answer;
            }
        }
        let mut new = self.begin(None).ok_or(Failed::NotStarted)?;
        let answer = new.ask(work, bytes, time);
        place.give_back(new, &answer);
        answer
    }

    /// Asks a child of its own, which has so much memory and time and ends with its answer.
    pub(super) fn run_within(&self, work: Work, bytes: &[u8], memory: u64, time: Duration) -> Result<Vec<u8>, Failed> {
        let _place = Place::take(self);
        // Beside other work a processor's second takes many of the clock's.
        let patience = if cfg!(target_os = "linux") { time * 10 } else { time };
        self.begin(Some((memory, time))).ok_or(Failed::NotStarted)?.ask(work, bytes, patience)
    }

    /// How its children are started.
    pub(super) fn start(&self) -> &Start {
        &self.start
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self, within: Option<(u64, Duration)>) -> Option<Running> {
        let (send, receive) = sync_channel(1);
        {
            let mut state = self.state();
            let parent = match state.parent.take() {
                Some(parent) => parent,
                None => parent(self.start.clone())?,
            };
            let sent = parent.send((within, send)).is_ok();
            state.parent = sent.then_some(parent);
        }
        Running::new(receive.recv().ok()?.ok()?)
    }
}

/// One of the places for children at work.
struct Place<'p>(&'p Pool);

impl<'p> Place<'p> {
    fn take(pool: &'p Pool) -> Self {
        let mut state = pool.state();
        while state.busy >= MOST {
            state = pool.freed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.busy += 1;
        Self(pool)
    }

    /// Keeps a child for the next file, unless it is of no more use.
    fn give_back(&self, child: Running, answer: &Result<Vec<u8>, Failed>) {
        let sound = matches!(answer, Ok(_) | Err(Failed::Panicked));
        if sound && child.answered < FILES && child.bytes < BYTES {
            self.0.state().idle.push(child);
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.state().busy -= 1;
        self.0.freed.notify_one();
    }
}

/// A thread that starts children and lives as long as the pool: Linux ends them with the thread that started them.
fn parent(start: Start) -> Option<Sender<Order>> {
    let (orders, ordered) = channel::<Order>();
    let begin = move || {
        for (within, answer) in ordered {
            let mut command = Command::new(&start.program);
            command.arg(FIRST_ARGUMENT);
            if let Some((memory, time)) = within {
                command.args([WITHIN, &memory.to_string(), &time.as_secs().max(1).to_string()]);
            }
            command.env_clear().envs(start.environment.iter().map(|(name, value)| (name, value)));
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
            let _ = answer.send(command.spawn());
        }
    };
    std::thread::Builder::new().spawn(begin).ok().map(|_| orders)
}
