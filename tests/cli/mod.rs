//! The terminal program: the fixed forms of its answers, its exit codes, and what it says to wrong input.

mod anchors;
mod arguments;
mod claims;
mod communications;
mod corrections;
mod named;
mod organisation;
mod points;
mod questions;
mod reviews;
mod soa;
mod watch;

use std::process::Command;

use serde_json::{Value, json};

use crate::support::{Place, file};

/// A workspace made by the program itself.
fn ready() -> Place {
    let place = Place::new();
    let ws = place.path("ws").display().to_string();
    let made = place.json(&["init", &ws, "--organisation", "Test laboratory"]);
    assert_eq!(
        made["standards"],
        json!(["9001:2015", "20000-1:2018", "27001:2022"]),
        "the editions to which certificates are issued"
    );
    place.json(&["person", "add", "Quality manager", "--email", QUALITY, "--role", "quality-manager"]);
    place
}

/// Who is enrolled in it.
const QUALITY: &str = "quality@example.org";

fn add_document(place: &Place, code: &str, clauses: &[&str]) -> Value {
    let path = file(place.folder.path(), &format!("in/{code}.txt"), format!("Text of {code}").as_bytes());
    let path = path.display().to_string();
    let mut args = vec![
        "document",
        "add",
        &path,
        "--code",
        code,
        "--title",
        "Title",
        "--type",
        "procedure",
        "--review-interval",
        "12",
    ];
    for clause in clauses {
        args.extend(["--clause", clause]);
    }
    place.json(&args)
}

#[test]
fn correlate_answers_in_its_fixed_form_without_a_workspace() {
    let out = Command::new(env!("CARGO_BIN_EXE_clausebook"))
        .args(["correlate", "20000-1", "8.2.5", "--to", "27001:2013", "--json", "--config", "/nonexistent"])
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let answer: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(answer["from"], json!({"standard": "20000-1", "edition": "2018", "clause": "8.2.5"}));
    let found = &answer["answers"][0];
    assert_eq!(
        (&found["standard"], &found["edition"], &found["outcome"]),
        (&json!("27001"), &json!("2013"), &json!("matched"))
    );
    let hit = &found["matches"][0];
    assert_eq!(
        (&hit["clause"], &hit["relation"], &hit["through"]),
        (&json!("A.8.1.1"), &json!("similar"), &Value::Null)
    );
    for key in ["title", "notes", "source"] {
        assert!(!hit[key].is_null(), "{key}");
    }
}

#[test]
fn exit_codes_are_zero_one_and_two() {
    let place = ready();
    assert_eq!(place.run(&["document", "list"]).status.code(), Some(0));
    assert_eq!(place.run(&["document", "show", "NOTHING"]).status.code(), Some(1));
    assert_eq!(place.run(&["document", "frobnicate"]).status.code(), Some(2));
    assert_eq!(place.run(&["--version"]).status.code(), Some(0));
}

#[test]
fn refusals_have_a_code_a_message_and_a_next_step() {
    let place = ready();
    add_document(&place, "D-1", &[]);
    let code = |args: &[&str]| place.refused(args)["code"].as_str().unwrap().to_owned();
    assert_eq!(code(&["map", "D-1", "9001/99.9"]), "unknown_clause");
    assert_eq!(code(&["document", "show", "D-2"]), "not_found");
    assert_eq!(code(&["document", "decide", "D-1", "--approve"]), "refused");
    assert_eq!(code(&["plan", "--have", "9001", "--want", "27001"]), "not_yet");
    assert_eq!(code(&["import", "/no/such/folder"]), "file_not_found");
    assert_eq!(code(&["pack", "build", "NONE", "--out", "/tmp/none.zip"]), "not_found");
    assert_eq!(place.refused(&["--as", "nobody@example.org", "document", "list"])["reason"], "person_not_enrolled");
    let ws = place.path("ws").display().to_string();
    assert_eq!(code(&["init", &ws, "--organisation", "Again"]), "workspace_exists");
    let elsewhere = Place::new();
    assert_eq!(elsewhere.refused(&["document", "list"])["code"], "no_workspace");
    assert!(
        place.refused(&["map", "D-1", "9001/7.5.9"])["hint"].as_str().unwrap().contains("7.5"),
        "near matches are offered"
    );
}

#[test]
fn a_list_has_each_order_that_is_named_where_another_is_asked_for() {
    let place = ready();
    for list in ["document", "record"] {
        let refused = place.refused(&[list, "list", "--sort", "age"]);
        assert_eq!(
            (&refused["reason"], &refused["values"]["text"]),
            (&json!(format!("{list}_order_unknown")), &json!("age"))
        );
        let known = refused["values"]["known"].as_str().unwrap();
        assert!(refused["hint"].as_str().unwrap().contains(known), "{refused}");
        for order in known.split(", ") {
            place.json(&[list, "list", "--sort", order]);
        }
    }
}

#[test]
fn a_day_that_is_none_is_wrong_usage_and_said_in_words() {
    let place = ready();
    for args in [&["coverage", "--as-of", "2026-13-45"][..], &["review", "list", "--until", "2026-13-45"]] {
        let out = place.run(args);
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(2), "{said}");
        assert!(said.contains("2026-13-45") && said.contains("is not a day"), "{said}");
        assert!(said.contains("\n→ Write it as year, month and day"), "the next step, too: {said}");
    }
}

#[test]
fn answers_are_json_everywhere_and_help_names_every_command() {
    let place = ready();
    for args in [
        &["standard", "list"][..],
        &["standard", "show", "9001"],
        &["clause", "9001", "7.5.3"],
        &["term", "risk"],
        &["person", "list"],
        &["system", "list"],
        &["scope", "list"],
        &["document", "list"],
        &["record", "list"],
        &["coverage"],
        &["review", "list"],
        &["search", "nothing"],
        &["audit", "list"],
        &["pack", "list"],
        &["verify"],
        &["ledger", "log"],
        &["ledger", "checkpoint"],
        &["ledger", "proof", "0"],
        &["ledger", "consistency", "1"],
        &["rebuild"],
    ] {
        place.json(args);
        assert!(place.run(args).status.success(), "{args:?} as text");
    }
    let help = String::from_utf8(place.run(&["--help"]).stdout).unwrap();
    for command in [
        "init",
        "demo",
        "standard",
        "clause",
        "correlate",
        "term",
        "import",
        "person",
        "system",
        "scope",
        "document",
        "record",
        "map",
        "coverage",
        "plan",
        "review",
        "search",
        "audit",
        "pack",
        "verify",
        "ledger",
        "rebuild",
    ] {
        assert!(help.contains(&format!("  {command} ")), "{command} is in the help");
    }
}

#[test]
fn a_faulty_file_is_named_by_the_document_it_belongs_to() {
    let place = ready();
    let added = add_document(&place, "SMS-PO-01", &[]);
    let digest = added["revisions"][0]["files"][0]["digest"].as_str().unwrap_or_default().to_owned();
    assert_eq!(digest.len(), 64, "{added}");
    std::fs::remove_file(place.path(&format!("ws/objects/{}/{digest}", &digest[..2]))).unwrap();
    let out = place.run(&["verify", "--json"]);
    let report: Value = serde_json::from_slice(&out.stdout).unwrap();
    let owner = &report["findings"][0]["owners"][0];
    assert_eq!((owner["kind"].as_str(), owner["code"].as_str()), (Some("document"), Some("SMS-PO-01")), "{report}");
    let said = String::from_utf8(place.run(&["verify"]).stdout).unwrap();
    assert!(said.contains("it belongs to SMS-PO-01 Title"), "{said}");
}

#[test]
fn what_is_decided_names_the_person_and_says_how() {
    let place = ready();
    add_document(&place, "QP-01", &["9001/7.5"]);
    let error = place.refused(&["document", "approve", "QP-01"]);
    assert_eq!(error["reason"], "person_needed");
    let hint = error["hint"].as_str().unwrap();
    assert!(hint.contains("--as") && hint.contains("person add"), "{hint}");
    place.json(&["document", "approve", "QP-01", "--as", QUALITY]);
    let refused = place.refused(&["person", "leave", QUALITY, "--reason", "retired", "--as", QUALITY]);
    assert_eq!(refused["reason"], "person_manages_alone");
    let other =
        ["person", "add", "Other", "--email", "other@example.org", "--role", "quality-manager", "--as", QUALITY];
    place.json(&other);
    place.json(&["person", "leave", QUALITY, "--reason", "retired", "--as", QUALITY]);
    assert_eq!(place.refused(&["document", "list", "--as", QUALITY])["reason"], "person_left");
}

#[test]
fn the_terminal_takes_back_what_the_person_did_and_lists_it_in_words() {
    let place = ready();
    add_document(&place, "QP-01", &["9001/7.5"]);
    let text = |args: &[&str]| {
        let out = place.run(args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    let listed = text(&["undo", "--list"]);
    assert!(listed.contains("(would be taken back next)") && listed.contains("document: registered  QP-01, Title"));
    let done = text(&["undo"]);
    assert!(done.starts_with("Taken back:\n"), "{done}");
    assert!(text(&["undo", "--list"]).contains("batch: undone"));
    assert_eq!(place.refused(&["document", "show", "QP-01"])["code"], "not_found");
    assert_eq!(place.refused(&["undo", "--as", QUALITY])["reason"], "change_none");
}

#[test]
fn entries_that_stand_in_the_way_are_named_in_words() {
    let place = ready();
    add_document(&place, "QP-01", &[]);
    place.json(&["map", "QP-01", "9001/7.5", "--as", QUALITY]);
    let error = place.refused(&["undo"]);
    let message = error["message"].as_str().unwrap();
    assert!(message.contains(" mapping: linked, ") && message.contains(QUALITY), "{message}");
}

#[test]
fn a_word_with_a_minus_is_left_out_of_a_search_and_options_stay_options() {
    let place = ready();
    for (code, title) in [("D-1", "Change draft"), ("D-2", "Change plan")] {
        let path = file(place.folder.path(), &format!("in/{code}.txt"), title.as_bytes()).display().to_string();
        place.json(&["document", "add", &path, "--code", code, "--title", title, "--type", "procedure"]);
    }
    let found = |args: &[&str]| -> Vec<String> {
        let answer = place.json(args);
        answer["hits"].as_array().unwrap().iter().map(|hit| hit["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(found(&["search", "change", "-draft"]), ["D-2"]);
    assert_eq!(found(&["search", "-draft", "change", "--limit", "5"]), ["D-2"], "an option after it is one");
    assert_eq!(place.run(&["search", "change", "--nonsense"]).status.code(), Some(2));
}
