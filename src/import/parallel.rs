//! The same work on many files, two at a time.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The results of `work` on 0, 1, … up to `count`, done on two threads, in that order; nothing where `cancel` stopped it
/// before the last. Two, because reading a file may need as much memory as the file is long.
pub fn map_on_two_threads<T: Send>(
    count: usize,
    work: &(dyn Fn(usize) -> T + Sync),
    cancel: &AtomicBool,
) -> Option<Vec<T>> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    let run = || {
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            if i >= count || cancel.load(Ordering::Relaxed) {
                return;
            }
            let one = work(i);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((i, one));
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(run);
        scope.spawn(run);
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(i, _)| *i);
    (done.len() == count).then(|| done.into_iter().map(|(_, one)| one).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_kept_and_a_stop_gives_no_half_answer() {
        let go_on = AtomicBool::new(false);
        assert_eq!(map_on_two_threads(100, &|i| i * 2, &go_on), Some((0..100).map(|i| i * 2).collect()));
        let stop_at_ten = |i: usize| go_on.store(i >= 10, Ordering::Relaxed);
        assert_eq!(map_on_two_threads(100, &stop_at_ten, &go_on), None);
    }
}
