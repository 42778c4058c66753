//! A session that works for one call at a time. Who waits for it can be stopped, which a lock alone does not allow.

use std::ops::{Deref, DerefMut};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::jobs::go_on;
use crate::api::Session;
use crate::error::Result;

/// The session, and whether somebody has it.
pub(super) struct Turns {
    taken: Mutex<bool>,
    free: Condvar,
    session: Mutex<Session>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Turns {
    /// Nobody has it.
    pub(super) fn new(session: Session) -> Self {
        Self { taken: Mutex::new(false), free: Condvar::new(), session: Mutex::new(session) }
    }

    /// Waits for the session, which then works under this switch.
    ///
    /// # Errors
    /// `cancelled` once the switch is set, also where another call still has the session.
    pub(super) fn take(&self, switch: &Arc<AtomicBool>) -> Result<Turn<'_>> {
        let mut taken = lock(&self.taken);
        loop {
            go_on(switch)?;
            if !*taken {
                break;
            }
            taken = self.free.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken = true;
        drop(taken);
        let mut turn = Turn { session: lock(&self.session), _end: End(self) };
        turn.stop_at(Arc::clone(switch));
        Ok(turn)
    }

    /// Lets all who wait look at their switches.
    pub(super) fn wake(&self) {
        // Under the lock, so that none is between its look and its wait.
        let _taken = lock(&self.taken);
        self.free.notify_all();
    }
}

/// The session, until this is dropped.
pub(super) struct Turn<'t> {
    session: MutexGuard<'t, Session>,
    // Dropped after the session: then the next may have it.
    _end: End<'t>,
}

impl Deref for Turn<'_> {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl DerefMut for Turn<'_> {
    fn deref_mut(&mut self) -> &mut Session {
        &mut self.session
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.on_progress(|_| {});
        self.stop_at(Arc::default());
    }
}

struct End<'t>(&'t Turns);

impl Drop for End<'_> {
    fn drop(&mut self) {
        *lock(&self.0.taken) = false;
        self.0.free.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::atomic::Ordering;

    use super::*;
    use crate::api::Here;
    use crate::contained::Containment;
    use crate::day::Zone;
    use crate::error::Code;
    use crate::workspace::Clock;

    #[test]
    fn who_is_stopped_while_waiting_leaves_at_once_and_the_next_waits_on() {
        let here = Here {
            clock: Clock::Machine,
            zone: Zone::UTC,
            login: String::from("local"),
            contained: Containment::here(),
            agent: None,
        };
        let turns = Turns::new(Session::new(Path::new(""), Path::new(""), here));
        let (stopped, waits) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        std::thread::scope(|scope| {
            let held = turns.take(&Arc::default()).unwrap();
            let first = scope.spawn(|| turns.take(&stopped).err().map(|e| e.code()));
            let second = scope.spawn(|| turns.take(&waits).is_ok());
            stopped.store(true, Ordering::Relaxed);
            turns.wake();
            // The session is still another's.
            assert_eq!(first.join().unwrap(), Some(Code::Cancelled));
            drop(held);
            assert!(second.join().unwrap());
        });
    }
}
