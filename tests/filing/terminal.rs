//! Filing in the terminal: it says what the window says.

use serde_json::json;

use crate::support::{Place, file};

fn ready() -> (Place, String) {
    let place = Place::new();
    let workspace = place.path("ws").display().to_string();
    place.json(&["init", &workspace, "--organisation", "Hall"]);
    let path = file(&place.path("drop"), "Walkthrough 2026-05-04.txt", b"a walk through the hall");
    let path = path.display().to_string();
    (place, path)
}

fn said(place: &Place, args: &[&str]) -> String {
    let out = place.run(args);
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn a_look_says_each_value_with_its_origin_and_what_is_missing() {
    let (place, path) = ready();
    let policy = file(&place.path("drop"), "KL-POL-3 Key policy v2.txt", b"Keys are kept.").display().to_string();
    let told = said(&place, &["look", &path, &policy]);
    let line = |begins: &str| told.lines().find(|line| line.trim_start().starts_with(begins)).unwrap_or_default();
    assert!(line("collected").contains("2026-05-04") && line("collected").ends_with("from its name"), "{told}");
    assert!(line("kind").trim_end().ends_with("open"), "{told}");
    assert!(line("not ready").ends_with("a clause"), "{told}");
    assert!(told.ends_with("2 files: 1 ready, 1 to decide, 0 already filed.\n"), "{told}");
    let answer = place.json(&["look", &path, &policy]);
    let ready = answer["files"].as_array().unwrap().iter().filter(|f| f["missing"] == json!([]));
    assert_eq!(answer["ready"], ready.count(), "the count and the files agree");
}

#[test]
fn content_filed_already_is_said_before_and_after_and_filed_again_only_with_a_word() {
    let (place, path) = ready();
    let add = ["record", "add", &path, "--title", "Walkthrough"];
    let told = said(&place, &add);
    assert!(told.contains("names no clause"), "a record without a clause is not whole: {told}");
    let looked = said(&place, &["look", &path]);
    assert!(looked.contains("already filed as REC-") && looked.contains(", since "), "{looked}");
    assert!(looked.ends_with("1 file: 0 ready, 0 to decide, 1 already filed.\n"), "{looked}");
    assert_eq!(place.refused(&add)["reason"], "file_already_filed");
    let document = ["document", "add", &path, "--code", "D-1", "--title", "T", "--type", "form"];
    assert_eq!(place.refused(&document)["reason"], "file_already_filed");
    let told = said(&place, &[&document[..], &["--again"]].concat());
    assert!(told.contains("Filed again: the same content is filed as REC-"), "{told}");
    let revise = ["document", "revise", "D-1", &path, "--summary", "s"];
    assert_eq!(place.refused(&revise)["reason"], "file_already_filed");
}
