//! The calls of a window that have no answer yet, each with a switch of its own that stops it.
//!
//! A page's call and its cancel come by different ways, so that either may come first: a cancel is remembered for a call
//! that is still to come, and stops nothing where the call has its answer already.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::refusals::request_stopped;
use crate::error::Result;

/// So many early cancels, and so many answered calls, are remembered: far more than a page has under way.
const REMEMBERED: usize = 64;

/// All of them.
#[derive(Default)]
pub(super) struct Jobs(Mutex<Known>);

#[derive(Default)]
struct Known {
    running: Vec<(u64, Arc<AtomicBool>)>,
    cancelled_early: VecDeque<u64>,
    answered: VecDeque<u64>,
}

/// Adds one, and lets go of the oldest.
fn remember(numbers: &mut VecDeque<u64>, number: u64) {
    numbers.push_back(number);
    if numbers.len() > REMEMBERED {
        numbers.pop_front();
    }
}

/// Forgets one; says whether it was there.
fn forget(numbers: &mut VecDeque<u64>, number: u64) -> bool {
    let before = numbers.len();
    numbers.retain(|n| *n != number);
    numbers.len() < before
}

impl Jobs {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A call has come. It is known until the answer is dropped.
    pub(super) fn begin(&self, number: u64) -> Job<'_> {
        let mut known = self.known();
        forget(&mut known.answered, number);
        let switch = Arc::new(AtomicBool::new(forget(&mut known.cancelled_early, number)));
        known.running.push((number, Arc::clone(&switch)));
        Job { jobs: self, number, switch }
    }

    /// Stops a call, or the one that is still to come by this number.
    pub(super) fn cancel(&self, number: u64) {
        let mut known = self.known();
        let mut running = known.running.iter().filter(|(n, _)| *n == number).peekable();
        if running.peek().is_some() {
            running.for_each(|(_, switch)| switch.store(true, Ordering::Relaxed));
        } else if !known.answered.contains(&number) && !known.cancelled_early.contains(&number) {
            remember(&mut known.cancelled_early, number);
        }
    }
}

/// One call.
pub(super) struct Job<'j> {
    jobs: &'j Jobs,
    number: u64,
    switch: Arc<AtomicBool>,
}

impl Job<'_> {
    /// What stops it.
    pub(super) fn switch(&self) -> &Arc<AtomicBool> {
        &self.switch
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        let mut known = self.jobs.known();
        known.running.retain(|(_, switch)| !Arc::ptr_eq(switch, &self.switch));
        remember(&mut known.answered, self.number);
    }
}

/// Refuses where the switch is set.
pub(super) fn go_on(switch: &AtomicBool) -> Result<()> {
    if switch.load(Ordering::Relaxed) {
        return Err(request_stopped());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stopped(job: &Job<'_>) -> bool {
        go_on(job.switch()).is_err()
    }

    #[test]
    fn a_cancel_stops_the_call_of_its_number_and_no_other() {
        let jobs = Jobs::default();
        let (one, two) = (jobs.begin(1), jobs.begin(2));
        jobs.cancel(2);
        assert!(!stopped(&one) && stopped(&two));
        drop(two);
        jobs.cancel(2);
        assert!(!stopped(&jobs.begin(2)), "a cancel that comes after the answer is late, not early");
    }

    #[test]
    fn a_cancel_that_comes_first_stops_one_call() {
        let jobs = Jobs::default();
        jobs.cancel(3);
        jobs.cancel(3);
        assert!(stopped(&jobs.begin(3)));
        assert!(!stopped(&jobs.begin(3)));
    }

    #[test]
    fn what_is_remembered_is_bounded_and_the_oldest_goes_first() {
        let jobs = Jobs::default();
        for number in 0..1000 {
            jobs.cancel(number);
        }
        assert_eq!(jobs.known().cancelled_early.len(), REMEMBERED);
        assert!(stopped(&jobs.begin(999)) && !stopped(&jobs.begin(0)));
        for number in 0..1000 {
            drop(jobs.begin(number));
        }
        let known = jobs.known();
        assert_eq!((known.answered.len(), known.running.len()), (REMEMBERED, 0));
    }
}
