//! Work under a switch: set at whatever moment, it stops what is done, and nothing clears it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clausebook::api::{Session, call};
use clausebook::error::Code;
use serde_json::json;

use super::{Window, file, here};

#[test]
fn work_whose_switch_is_set_before_it_begins_does_nothing() {
    let window = Window::sample();
    let share = window.place.path("share");
    file(&share, "04 Records/note.txt", b"note");
    let out = window.place.path("before.zip");
    let mut session = Session::new(&window.place.path("ws"), &window.place.path("config"), here());
    call(&mut session, "pack_build", json!({"code": "AUD-2026-1", "out": out}), &|_, _| Ok(())).unwrap();
    let size = session.workspace().unwrap().head().unwrap().size;
    let work = [
        ("rebuild", json!({})),
        ("import", json!({"paths": [share]})),
        ("pack_build", json!({"code": "AUD-2026-1", "out": window.place.path("after.zip")})),
        ("pack_verify", json!({"file": out})),
        ("verify", json!({})),
        ("today", json!({"as_of": "2026-10-01"})),
    ];
    let switch = Arc::new(AtomicBool::new(true));
    session.stop_at(Arc::clone(&switch));
    for (name, request) in work.clone() {
        let refused = call(&mut session, name, request, &|_, _| Ok(())).map_err(|e| e.code());
        assert_eq!(refused, Err(Code::Cancelled), "{name}");
        assert!(switch.load(Ordering::Relaxed), "{name} clears no switch");
    }
    assert_eq!(session.workspace().unwrap().head().unwrap().size, size, "nothing was written");
    assert!(!window.place.path("after.zip").exists());
    session.stop_at(Arc::default());
    for (name, request) in work {
        call(&mut session, name, request, &|_, _| Ok(())).unwrap();
    }
}
