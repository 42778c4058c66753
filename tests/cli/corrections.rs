//! Correcting from the terminal.

use serde_json::json;

use super::{QUALITY, add_document, ready};
use crate::support::{Place, file};

fn said(place: &Place, args: &[&str]) -> String {
    let out = place.run(args);
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn several_documents_are_corrected_in_one_step_and_told_apart_from_those_that_said_so() {
    let place = ready();
    for code in ["D-1", "D-2", "D-3"] {
        add_document(&place, code, &[]);
    }
    place.json(&["document", "correct", "D-2", "--owner", "Ada", "--reason", "She answers for it"]);
    let before = place.json(&["ledger", "log", "--limit", "1"])["size"].as_u64().unwrap();
    let answer = place.json(&["document", "correct", "D-1", "D-2", "d-3", "--owner", "Ada", "--reason", "All of them"]);
    assert_eq!(answer, json!({"corrected": ["D-1", "D-3"], "unchanged": ["D-2"], "next_reviews": []}));
    let log = place.json(&["ledger", "log", "--limit", "2"]);
    assert_eq!(log["size"].as_u64().unwrap(), before + 2, "one event each, none for what said so already");
    assert!(said(&place, &["ledger", "log", "--limit", "1"]).contains("D-3, owner: – → Ada, All of them"));
    let refused = place.refused(&["document", "correct", "D-1", "NONE", "--owner", "Bo", "--reason", "r"]);
    assert_eq!(refused["reason"], "document_not_found");
    assert_eq!(place.json(&["document", "show", "D-1"])["owner"], "Ada", "all of them or none");
    let refused = place.refused(&["document", "correct", "D-1", "--owner", "Bo", "--reason", " "]);
    assert_eq!(refused["code"], "reason_needed");
}

#[test]
fn an_empty_value_clears_and_a_corrected_interval_says_which_day_stays() {
    let place = ready();
    place.json(&["--as", QUALITY, "scope", "add", "A", "--kind", "site", "--name", "Head office"]);
    add_document(&place, "D-1", &[]);
    place.json(&["--as", QUALITY, "document", "approve", "D-1", "--effective", "2026-01-01"]);
    let why = ["--reason", "Entered wrongly"];
    let correct = |given: &[&str]| said(&place, &[&["document", "correct", "D-1"], given, &why].concat());
    let answer = correct(&["--review-interval", "6", "--scope", "A", "--language", "German"]);
    assert!(answer.contains("D-1: the next review is 2027-01-01."), "{answer}");
    let shown = place.json(&["document", "show", "D-1"]);
    assert_eq!((&shown["scope"], &shown["language"]), (&json!(["A"]), &json!("German")));
    let answer = correct(&["--scope", "", "--language", "", "--review-interval", "3", "--next-review", "2026-07-01"]);
    assert!(answer.contains("D-1: the next review is 2026-07-01."), "{answer}");
    let shown = place.json(&["document", "show", "D-1"]);
    assert_eq!((&shown["scope"], &shown["language"]), (&json!([]), &json!("")));
    assert_eq!(shown["next_review"]["day"], "2026-07-01");
    let alone = [&["document", "correct", "D-1", "--next-review", "2026-08-01"], &why[..]].concat();
    assert_eq!(place.run(&alone).status.code(), Some(2), "without the interval it is a review's to move");
    assert!(correct(&["--language", ""]).contains("D-1: says so already; nothing was written."));
    correct(&["--code", "D-9", "--type", "policy"]);
    assert_eq!(place.json(&["document", "show", "D-9"])["kind"], "policy");
}

#[test]
fn the_wrong_file_of_a_draft_is_replaced() {
    let place = ready();
    add_document(&place, "D-1", &[]);
    let right = file(place.folder.path(), "right.txt", b"The right one").display().to_string();
    let args = ["document", "replace-files", "D-1", &right, "--reason", "Another procedure"];
    assert_eq!(place.json(&args)["revisions"][0]["files"][0]["name"], "right.txt");
    assert_eq!(place.json(&args)["replaced"], false, "just these already");
    place.json(&["--as", QUALITY, "document", "approve", "D-1"]);
    assert_eq!(place.refused(&args)["reason"], "revision_decided");
    assert_eq!(place.json(&["verify", "--deep"])["ok"], true, "the wrong one stays, and the check finds both");
}

#[test]
fn mappings_are_corrected_beside_being_made() {
    let place = ready();
    add_document(&place, "D-1", &["9001/7.5", "27001/7.5"]);
    let correct = ["map", "correct", "D-1", "9001/7.5", "27001/7.5", "--strength", "partial"];
    assert_eq!(place.refused(&[&correct[..], &["--reason", "r"]].concat())["reason"], "mapping_without_reason");
    let answer = place.json(&[&correct[..], &["--reason-text", "Only storage", "--reason", "Read again"]].concat());
    assert_eq!(answer["corrected"], 2);
    let strengths: Vec<_> = answer["mappings"].as_array().unwrap().iter().map(|m| &m["strength"]).collect();
    assert_eq!(strengths, ["partial", "partial"]);
    place.json(&["map", "D-1", "20000-1/7.5"]);
    assert_eq!(place.json(&["document", "show", "D-1"])["mappings"].as_array().unwrap().len(), 3, "and one is made");
    assert_eq!(place.run(&["map", "D-1"]).status.code(), Some(2), "a mapping has a clause");
}

#[test]
fn several_documents_are_mapped_to_several_clauses_and_a_preview_maps_nothing() {
    let place = ready();
    for code in ["D-1", "D-2"] {
        add_document(&place, code, &[]);
    }
    let several = ["map", "several", "D-1", "D-2", "--clause", "9001/7.5.3", "--clause", "27001/7.5.3"];
    let told = said(&place, &[&several[..], &["--preview"]].concat());
    assert!(told.contains("D-2\n  9001 7.5.3 mapped by hand, full") && told.contains("→"), "{told}");
    let mappings = |code: &str| place.json(&["document", "show", code])["mappings"].as_array().unwrap().len();
    assert_eq!(["D-1", "D-2"].map(mappings), [0, 0], "a preview maps nothing");
    let made = place.json(&[&several[..], &["--as", QUALITY]].concat());
    assert_eq!(made["cells"].as_array().unwrap().len(), 4);
    assert_eq!(["D-1", "D-2"].map(mappings), [2, 2]);
    place.json(&["undo", "--as", QUALITY]);
    assert_eq!(["D-1", "D-2"].map(mappings), [0, 0], "one step back takes all four");
}

#[test]
fn an_audit_is_corrected() {
    let place = ready();
    place.json(&["audit", "add", "AUD-1", "--title", "Audit", "--standard", "9001", "--from", "2026-01-01"]);
    let why = ["--reason", "Planned anew"];
    let correct = |given: &[&str]| place.json(&[&["audit", "correct", "AUD-1"], given, &why].concat());
    let answer = correct(&["--title", "Second", "--type", "stage1", "--standard", "27001", "--from", ""]);
    assert_eq!(
        (&answer["title"], &answer["kind"], &answer["period_from"]),
        (&json!("Second"), &json!("stage1"), &json!(null))
    );
    assert_eq!((&answer["editions"], &answer["corrected"]), (&json!(["27001:2022"]), &json!(true)));
    assert_eq!(correct(&["--title", "Second"])["corrected"], false);
}
