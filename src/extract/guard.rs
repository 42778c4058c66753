//! Readers of other people's formats may panic on damaged input; here that is one more way to be unreadable.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; nothing where it panicked. The panic leaves no trace on the terminal.
pub(super) fn contain<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !CONTAINED.with(Cell::get) {
                before(info);
            }
        }));
    });
    // A stack of its own: some readers recurse as deeply as the file tells them to.
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(64 << 20)
            .spawn_scoped(scope, || {
                CONTAINED.with(|c| c.set(true));
                panic::catch_unwind(AssertUnwindSafe(work)).ok()
            })
            .ok()
            .and_then(|thread| thread.join().ok().flatten())
    })
}
