//! Readers of other people's formats may panic on damaged input; here that is one more way to be unreadable.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

/// Some readers recurse as deeply as the file tells them to: they get a stack of their own.
pub(super) const STACK: usize = 64 << 20;

thread_local! {
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; nothing where it panicked. The panic leaves no trace on the terminal.
pub fn contain<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    if CONTAINED.with(Cell::get) {
        return panic::catch_unwind(AssertUnwindSafe(work)).ok();
    }
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || {
                enter();
                panic::catch_unwind(AssertUnwindSafe(work)).ok()
            })
            .ok()
            .and_then(|thread| thread.join().ok().flatten())
    })
}

/// From here on panics of this thread are silent, and [`contain`] needs no other thread: it has a deep stack already.
pub(super) fn enter() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !CONTAINED.with(Cell::get) {
                before(info);
            }
        }));
    });
    CONTAINED.with(|c| c.set(true));
}
