//! What the terminal says when records are corrected, replaced, taken back and numbered.

use serde_json::{Value, json};

use crate::support::{Place, file};

fn place() -> Place {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "Harbour", "--standard", "9001"]);
    place
}

fn add(place: &Place, title: &str, more: &[&str]) -> Value {
    let path = file(place.folder.path(), &format!("{title}.txt"), title.as_bytes());
    place.json(&[&["record", "add", path.to_str().unwrap(), "--title", title], more].concat())
}

fn said(place: &Place, args: &[&str]) -> String {
    let out = place.run(args);
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn several_records_are_corrected_in_one_step_and_the_same_value_is_said_to_be_there() {
    let place = place();
    let codes = ["A", "B"].map(|title| add(&place, title, &["--retention", "3 years"])["code"].clone());
    let [a, b] = codes.each_ref().map(|code| code.as_str().unwrap());
    place.json(&["record", "correct", a, "--retention", "5 years", "--reason", "the schedule"]);
    let both = ["record", "correct", a, b, "--retention", "5 years", "--reason", "the schedule"];
    assert_eq!(place.json(&both), json!({"corrected": [b], "unchanged": [a]}));
    assert_eq!(said(&place, &both), format!("{a}, {b}: says so already; nothing was written.\n"));
    let cleared = ["record", "correct", a, "--retention", "", "--from", "2026-01-01", "--reason", "none is needed"];
    place.json(&cleared);
    let shown = place.json(&["record", "show", a]);
    assert_eq!((&shown["retention"], &shown["period_from"]), (&json!(""), &json!("2026-01-01")));
    let log = place.json(&["ledger", "log", "--limit", "1"]);
    assert_eq!(log["entries"][0]["about"], format!("{a}, period_from, retention, none is needed"));
}

#[test]
fn a_later_record_of_a_series_is_proposed_and_replaces_when_it_is_said() {
    let place = place();
    let until = |day| ["--collected", day, "--valid-until", "2026-06-30"];
    let old = add(&place, "Backup test Q1", &until("2026-03-01"))["code"].clone();
    let path = file(place.folder.path(), "q2.txt", b"q2");
    let path = path.to_str().unwrap();
    let told = said(&place, &["record", "add", path, "--title", "Backup test Q2", "--collected", "2026-06-01"]);
    let (old, new) = (old.as_str().unwrap(), told.split(' ').next().unwrap());
    assert!(told.contains(&format!("→ clausebook record replace {old} --by {new} --reason")), "{told}");
    assert_eq!(place.json(&["record", "show", old])["exited"], json!([]), "it is not done by itself");
    let told = said(&place, &["record", "replace", old, "--by", new, "--reason", "the next quarter"]);
    assert!(told.contains("  replaced\n") && told.contains(&format!("replaced by {new} Backup test Q2 on ")), "{told}");
    assert!(said(&place, &["record", "show", new]).contains(&format!("  replaces {old} Backup test Q1")));
    assert_eq!(place.json(&["review", "list"])["items"], json!([]));
    assert_eq!(place.json(&["record", "list", "--expired"])["rows"], json!([]));
    let replaced = place.json(&["record", "list", "--state", "replaced"]);
    assert_eq!((&replaced["rows"][0]["code"], &replaced["rows"][0]["state"]), (&json!(old), &json!("replaced")));
    let hits = place.json(&["search", "test q1"]);
    assert_eq!(hits["hits"][0]["state"], "replaced", "the search says so, too");
}

#[test]
fn what_is_taken_back_is_listed_and_its_number_is_not_given_again() {
    let place = place();
    assert_eq!(place.json(&["record", "numbering"])["pattern"], "REC-{year}-{number:3}");
    place.json(&["record", "numbering", "--set", "EV-{number:2}", "--reason", "as in the manual"]);
    assert_eq!(add(&place, "A", &[])["code"], "EV-01");
    let told = said(&place, &["record", "take-back", "ev-01", "--reason", "filed twice"]);
    assert!(told.starts_with("EV-01 is taken back."), "{told}");
    assert_eq!(add(&place, "B", &[])["code"], "EV-02");
    let states = place.json(&["record", "list"]);
    assert_eq!((&states["rows"][0]["state"], &states["rows"][1]["state"]), (&json!("taken_back"), &json!("in_date")));
    assert!(said(&place, &["record", "show", "EV-01"]).contains("  taken back on "));
    place.json(&["record", "reinstate", "EV-01", "--reason", "it was right"]);
    assert_eq!(place.json(&["record", "show", "EV-01"])["state"], "in_date");
}
