//! A workspace that an earlier program wrote is brought up while the window waits: it hears how far that is, can stop
//! it, and nothing is lost either way.

use std::sync::{Arc, Mutex};

use clausebook::error::Code;
use clausebook::host::{Host, Progress, Step};
use serde_json::json;

use crate::api::{here, today};
use crate::support::Place;

/// The sample organisation with tables of an earlier version.
fn old_sample(place: &Place) {
    let mut workspace = clausebook::rebuild::create_workspace(&place.path("ws"), &place.path("config")).unwrap();
    clausebook::demo::fill(&mut workspace, clausebook::day::Zone::UTC, today()).unwrap();
    drop(workspace);
    outdate(place);
}

fn outdate(place: &Place) {
    let db = rusqlite::Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute_batch("UPDATE workspace SET value = '1' WHERE key = 'projections'").unwrap();
}

fn version(place: &Place) -> String {
    let db = rusqlite::Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.query_row("SELECT value FROM workspace WHERE key = 'projections'", [], |r| r.get(0)).unwrap()
}

#[test]
fn a_window_hears_how_far_the_rebuild_is_and_then_stands_before_full_tables() {
    let place = Place::new();
    old_sample(&place);
    let host = Arc::new(Host::new(&place.path("config"), &place.path("home"), here()));
    host.open_soon(place.path("ws"));
    let start = host.call("host_start", json!({}), 1, |_| {}).unwrap().answer;
    assert!(start["open"].as_str().is_some_and(|folder| folder.ends_with("ws")), "{start}");
    assert_ne!(version(&place), "1");
    let info = host.call("today", json!({}), 2, |_| {}).unwrap().answer;
    assert!(info["overdue_count"].as_u64().unwrap() > 0);

    // Opened by hand, every step is heard by the one who opens it.
    outdate(&place);
    let heard = Arc::new(Mutex::new(Vec::<Progress>::new()));
    let steps = Arc::clone(&heard);
    host.choose(&place.path("ws"));
    host.call("host_open", json!({"folder": place.path("ws")}), 3, move |step| steps.lock().unwrap().push(step))
        .unwrap();
    let heard = heard.lock().unwrap();
    assert!(heard.iter().all(|p| p.step == Step::Rebuilding && p.done <= p.total) && !heard.is_empty(), "{heard:?}");
}

#[test]
fn a_rebuild_that_is_stopped_changes_nothing_and_says_so() {
    let place = Place::new();
    old_sample(&place);
    let host = Arc::new(Host::new(&place.path("config"), &place.path("home"), here()));
    host.choose(&place.path("ws"));
    let stopper = Arc::clone(&host);
    let refusal =
        host.call("host_open", json!({"folder": place.path("ws")}), 7, move |_| stopper.cancel(7)).unwrap_err();
    assert_eq!(refusal.code(), Code::Cancelled);
    assert_eq!(version(&place), "1", "the tables are those of before");
    assert_eq!(host.call("today", json!({}), 8, |_| {}).unwrap_err().code(), Code::NoWorkspace);
    host.call("host_open", json!({"folder": place.path("ws")}), 9, |_| {}).unwrap();
    assert_ne!(version(&place), "1");
}

#[test]
fn looking_back_tells_how_far_it_is_and_can_be_stopped() {
    let place = Place::new();
    old_sample(&place);
    let host = Arc::new(Host::new(&place.path("config"), &place.path("home"), here()));
    host.open(&place.path("ws")).unwrap();
    let heard = Arc::new(Mutex::new(Vec::<Progress>::new()));
    let (steps, stopper) = (Arc::clone(&heard), Arc::clone(&host));
    let past = json!({"as_of": "2026-10-01"});
    let stop = move |step| {
        steps.lock().unwrap().push(step);
        stopper.cancel(1);
    };
    assert_eq!(host.call("today", past.clone(), 1, stop).unwrap_err().code(), Code::Cancelled);
    assert!(heard.lock().unwrap().iter().all(|p| p.step == Step::LookingBack));
    assert!(!heard.lock().unwrap().is_empty());
    host.call("today", past, 2, |_| {}).unwrap();
}
