//! A workspace that is being opened while the window comes up: whoever asks meanwhile waits, and hears how far it is.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::api::Progress;

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// None is under way.
    #[default]
    Open,
    Begun,
    At(Progress),
}

/// The opening of a workspace, or none.
#[derive(Default)]
pub(super) struct Opening {
    state: Mutex<State>,
    news: Condvar,
    switch: Mutex<Arc<AtomicBool>>,
}

impl Opening {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, state: State) {
        *self.state() = state;
        self.news.notify_all();
    }

    fn switch(&self) -> MutexGuard<'_, Arc<AtomicBool>> {
        self.switch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// It begins; the answer stops it.
    pub(super) fn begin(&self) -> Arc<AtomicBool> {
        let switch = Arc::<AtomicBool>::default();
        *self.switch() = Arc::clone(&switch);
        self.set(State::Begun);
        switch
    }

    /// It has come this far.
    pub(super) fn tell(&self, step: Progress) {
        self.set(State::At(step));
    }

    /// Stops the one that is under way.
    pub(super) fn stop(&self) {
        self.switch().store(true, Ordering::Relaxed);
    }

    /// Waits until none is under way.
    pub(super) fn wait(&self, tell: impl Fn(Progress)) {
        let mut told = State::Begun;
        let mut state = self.state();
        while *state != State::Open {
            let now = *state;
            if let State::At(step) = now
                && now != told
            {
                told = now;
                drop(state);
                tell(step);
                state = self.state();
            } else {
                state = self.news.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
        }
    }
}

/// Ends it when dropped.
pub(super) struct End<'a>(pub(super) &'a Opening);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.set(State::Open);
    }
}
