//! What is cancelled stops, at whatever moment the cancel comes: before its call, while that waits for another, or late.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, spawn};

use clausebook::error::{Code, Result};
use clausebook::host::{Host, Reply};
use serde_json::{Value, json};

use crate::api::Window;
use crate::support::file;

fn call(host: &Host, name: &str, request: Value, job: u64) -> Result<Reply, Code> {
    host.call(name, request, job, |_| {}).map_err(|e| e.code())
}

/// A question that stands still at its first step, so that every other waits for it, until it is let go.
struct Busy {
    answer: JoinHandle<Result<Reply>>,
    go: Sender<()>,
}

impl Busy {
    fn new(host: &Arc<Host>, job: u64) -> Self {
        let (go, wait): (Sender<()>, Receiver<()>) = channel();
        let (begun, seen) = channel();
        let (host, wait) = (Arc::clone(host), Mutex::new(wait));
        let answer = spawn(move || {
            host.call("today", json!({"as_of": "2026-10-01"}), job, move |_| {
                let _ = begun.send(());
                let _ = wait.lock().unwrap().recv();
            })
        });
        seen.recv().unwrap();
        Self { answer, go }
    }

    fn let_go(self) -> Result<Reply> {
        drop(self.go);
        self.answer.join().unwrap()
    }
}

#[test]
fn a_call_that_waits_for_another_can_be_cancelled() {
    let Window { place: _place, host } = Window::sample();
    let host = Arc::new(host);
    let busy = Busy::new(&host, 1);
    let waits = Arc::clone(&host);
    let waiting = spawn(move || call(&waits, "register_counts", json!({}), 2));
    host.cancel(2);
    busy.let_go().expect("the one it waited for goes on");
    assert_eq!(waiting.join().unwrap().unwrap_err(), Code::Cancelled);
    call(&host, "register_counts", json!({}), 3).unwrap();
}

#[test]
fn a_cancel_that_comes_before_its_call_stops_it_at_once() {
    let window = Window::sample();
    let folder = window.place.path("share");
    file(&folder, "04 Records/note.txt", b"note");
    window.host.choose(&folder);
    let entries = || window.ask("workspace_info", json!({}))["entries"].clone();
    let before = entries();
    let calls = [
        ("import", json!({"paths": [folder]})),
        ("rebuild", json!({})),
        ("verify", json!({"deep": true})),
        ("host_open", json!({"folder": window.place.path("ws")})),
        ("person_add", json!({"name": "Night manager", "email": "night@example.org", "role": "reader"})),
        ("today", json!({"as_of": "2026-10-01"})),
    ];
    for (job, (name, request)) in (100..).zip(calls) {
        window.host.cancel(job);
        assert_eq!(call(&window.host, name, request.clone(), job).unwrap_err(), Code::Cancelled, "{name}");
        call(&window.host, name, request, job).expect("a cancel stops one call");
    }
    assert_ne!(entries(), before, "what was not cancelled was done");
}

#[test]
fn a_cancel_that_comes_after_the_answer_stops_nothing_later() {
    let window = Window::sample();
    window.host.call("register_counts", json!({}), 4, |_| {}).unwrap();
    window.host.cancel(4);
    // A page that is loaded anew counts from the beginning again.
    window.host.call("register_counts", json!({}), 4, |_| {}).unwrap();
}

#[test]
fn where_the_window_stands_is_said_even_to_a_call_that_was_cancelled() {
    let window = Window::sample();
    window.host.cancel(5);
    let start = window.host.call("host_start", json!({}), 5, |_| {}).unwrap().answer;
    assert!(start["open"].is_string(), "the page has nothing else to show: {start}");
}
