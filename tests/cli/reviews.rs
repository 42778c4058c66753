//! Reviews and reasons in the terminal.

use serde_json::{Value, json};

use super::{QUALITY, ready};
use crate::support::{Place, file};

/// P-1, in force and overdue since long ago.
fn overdue() -> Place {
    let place = ready();
    let path = file(place.folder.path(), "one.txt", b"one").display().to_string();
    place.json(&[
        "document",
        "add",
        &path,
        "--code",
        "P-1",
        "--title",
        "Change",
        "--type",
        "procedure",
        "--owner",
        "Ada",
    ]);
    place.json(&["--as", QUALITY, "document", "approve", "P-1", "--next-review", "2001-01-31"]);
    place
}

#[test]
fn an_overdue_review_is_moved_with_a_reason() {
    let place = overdue();
    let refused = place.refused(&["--as", QUALITY, "review", "move", "P-1", "--to", "2099-01-01"]);
    assert_eq!(refused["reason"], "review_moved_without_reason");
    assert_eq!(refused["values"], json!({"code": "P-1", "due": "2001-01-31"}));
    let moved =
        place.json(&["--as", QUALITY, "review", "move", "P-1", "--to", "2099-01-01", "--reason", "after the audit"]);
    assert_eq!(moved, json!({"next": "2099-01-01", "documents": 1}));
    let shown = place.json(&["document", "show", "P-1"]);
    assert_eq!(shown["moves"][0]["reason"], "after the audit");
    assert_eq!(shown["next_review"], json!({"precision": "day", "day": "2099-01-01"}));
    let page = String::from_utf8(place.run(&["document", "show", "P-1"]).stdout).unwrap();
    assert!(page.contains("from 2001-01-31 to 2099-01-01: after the audit"), "{page}");
}

#[test]
fn a_revision_is_asked_for_listed_and_called_off() {
    let place = overdue();
    let line = ["--as", QUALITY, "document", "review", "P-1", "--outcome", "revise", "--reason", "new suppliers"];
    assert_eq!(place.refused(&line)["reason"], "review_revision_without_day");
    place.json(&[&line[..], &["--by", "2099-02-01"]].concat());
    let list = place.json(&["review", "list"]);
    let of_kind = |list: &Value| -> Vec<Value> {
        let all = list["items"].as_array().unwrap().iter();
        all.filter(|item| item["kind"] == "document_revision").cloned().collect()
    };
    let [task] = &of_kind(&list)[..] else { panic!("{list}") };
    assert_eq!((&task["owner"], &task["due"]["day"]), (&json!("Ada"), &json!("2099-02-01")));
    let page = String::from_utf8(place.run(&["review", "list"]).stdout).unwrap();
    assert!(page.contains("revision") && page.contains("2099-02-01"), "{page}");
    let shown = place.json(&["--as", QUALITY, "review", "call-off", "P-1", "--reason", "merged"]);
    assert_eq!((&shown["tasks"][0]["how"], &shown["tasks"][0]["why"]), (&json!("called_off"), &json!("merged")));
    assert_eq!(of_kind(&place.json(&["review", "list"])), Vec::<Value>::new());
}

#[test]
fn coverage_says_by_what_and_why_not() {
    let place = overdue();
    place.json(&["map", "P-1", "9001/8.4.2"]);
    let page = || String::from_utf8(place.run(&["coverage", "--standard", "9001"]).stdout).unwrap();
    assert!(page().contains("review overdue: P-1") && page().contains("nothing filed"), "{}", page());
    place.json(&["--as", QUALITY, "review", "move", "P-1", "--to", "2099-01-01", "--reason", "after the audit"]);
    assert!(page().contains("P-1 in force"), "{}", page());
    let rows = place.json(&["coverage", "--standard", "9001"])[0]["rows"].clone();
    let row = rows.as_array().unwrap().iter().find(|row| row["reference"] == "9001:2015/8.4.2").unwrap().clone();
    assert_eq!((&row["shown"]["documents"], &row["gaps"]), (&json!(["P-1"]), &json!([])));
}

#[test]
fn evidence_touched_by_a_change_of_scope_is_listed_and_looked_at_again() {
    let place = ready();
    for code in ["A", "B"] {
        place.json(&["--as", QUALITY, "scope", "add", code, "--kind", "site", "--name", code]);
    }
    place.json(&["--as", QUALITY, "scope", "set", "9001", "A"]);
    let path = file(place.folder.path(), "report.txt", b"report").display().to_string();
    let filed = place.json(&["record", "add", &path, "--title", "Report", "--scope", "A"]);
    let code = filed["code"].as_str().unwrap().to_owned();
    place.json(&["--as", QUALITY, "scope", "set", "9001", "B"]);
    let page = |line: &[&str]| String::from_utf8(place.run(line).stdout).unwrap();
    let listed = page(&["review", "rechecks"]);
    assert!(listed.contains("QMS: A removed on") && listed.contains(&code), "{listed}");
    assert!(listed.contains("To look at again: 1 document or record."), "{listed}");
    assert_eq!(page(&["scope", "recheck"]), listed);
    let line = ["review", "recheck", &code, "--reason", "it names no place"];
    assert_eq!(place.json(&[&["--as", QUALITY], &line[..]].concat()), json!({"items": 1, "waiting": 0}));
    assert_eq!(place.json(&["review", "rechecks"]), json!({"items": 0, "changes": [], "revisions": []}));
    let log = page(&["record", "history", &code]);
    assert!(log.contains("since A moved in the scope of QMS; still counts"), "{log}");
    place.json(&["--as", QUALITY, "undo"]);
    assert_eq!(page(&["review", "rechecks"]), listed);
}
