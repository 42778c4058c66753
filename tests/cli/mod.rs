//! The terminal program: the fixed forms of its answers, its exit codes, and what it says to wrong input.

use std::process::Command;

use serde_json::{Value, json};

use crate::support::{Place, file};

/// A workspace made by the program itself.
fn ready() -> Place {
    let place = Place::new();
    let ws = place.path("ws").display().to_string();
    let made = place.json(&["init", &ws, "--organisation", "Test laboratory"]);
    assert_eq!(made["standards"], json!(["9001:2015", "20000-1:2018", "27001:2013"]), "the guidance's own editions");
    place
}

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
        .args(["correlate", "20000-1", "8.2.5", "--to", "27001", "--json", "--config", "/nonexistent"])
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
    assert_eq!(code(&["map", "D-1", "14001/4.1"]), "unknown_standard");
    assert_eq!(code(&["map", "D-1", "27001:2005/4.1"]), "unknown_edition");
    assert_eq!(code(&["map", "D-2", "9001/7.5"]), "not_found");
    assert_eq!(code(&["map", "D-1", "9001/7.5", "--strength", "partial"]), "reason_needed");
    assert_eq!(code(&["document", "show", "D-2"]), "not_found");
    assert_eq!(code(&["document", "submit", "D-1"]), "not_yet");
    assert_eq!(code(&["plan", "--have", "9001", "--want", "27001"]), "not_yet");
    assert_eq!(code(&["document", "review", "D-1", "--outcome", "confirmed", "--reason", "x"]), "refused");
    assert_eq!(code(&["import", "/no/such/folder"]), "file_not_found");
    assert_eq!(code(&["pack", "build", "NONE", "--out", "/tmp/none.zip"]), "not_found");
    assert_eq!(code(&["--as", "nobody@example.org", "document", "list"]), "not_found");
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
fn a_workspace_of_a_newer_version_is_refused_and_left_alone() {
    let place = ready();
    let db = rusqlite::Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute("UPDATE workspace SET value = '999' WHERE key = 'projections'", []).unwrap();
    assert_eq!(place.refused(&["document", "list"])["code"], "workspace_newer");
    db.execute("UPDATE workspace SET value = '1' WHERE key = 'projections'", []).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(place.refused(&["document", "list"])["code"], "workspace_newer");
    let kept: String = db.query_row("SELECT value FROM workspace WHERE key = 'projections'", [], |r| r.get(0)).unwrap();
    assert_eq!(kept, "1", "nothing was changed");
}

#[test]
fn a_workspace_that_is_being_written_is_said_to_be_locked() {
    let place = ready();
    let db = rusqlite::Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = place.refused(&["person", "add", "Somebody", "--email", "s@example.org", "--role", "reader"]);
    assert_eq!(refused["code"], "workspace_locked");
    assert!(place.run(&["person", "list"]).status.success(), "reading goes on");
}

#[test]
fn a_foreign_or_truncated_database_is_damaged_and_nothing_is_deleted() {
    let place = ready();
    let path = place.path("ws/clausebook.db");
    add_document(&place, "D-1", &[]);
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(place.refused(&["document", "list"])["code"], "workspace_damaged");
    assert_eq!(std::fs::metadata(&path).unwrap().len(), whole.len() as u64 / 2, "nothing was repaired by deleting");
    std::fs::write(&path, b"something else entirely, no database").unwrap();
    assert_eq!(place.refused(&["document", "list"])["code"], "workspace_damaged");
}

#[test]
fn the_lifecycle_runs_from_draft_to_withdrawn_with_who_and_when() {
    let place = ready();
    let new = add_document(&place, "D-1", &["9001/7.5.3"]);
    assert_eq!((&new["state"], &new["revisions"][0]["state"]), (&json!("draft"), &json!("draft")));
    let state = |v: &Value| v["summary"].clone();
    let coverage = || place.json(&["coverage", "--standard", "9001"])[0].clone();
    assert_eq!(state(&coverage())["covered"], 0, "a draft covers nothing");
    let approved = place.json(&["document", "approve", "D-1"]);
    assert_eq!(approved["revisions"][0]["state"], "effective");
    assert!(approved["next_review"]["day"].is_string(), "the interval gives the next review");
    assert!(state(&coverage())["covered"].as_u64().unwrap() > 0);
    let second = file(place.folder.path(), "in/two.txt", b"second").display().to_string();
    place.json(&["document", "revise", "D-1", &second, "--revision", "2", "--summary", "new"]);
    assert_eq!(
        place.json(&["document", "show", "D-1"])["revisions"][0]["state"],
        "effective",
        "a draft replaces nothing"
    );
    let replaced = place.json(&["document", "approve", "D-1"]);
    assert_eq!(replaced["revisions"][0]["state"], "superseded");
    let reviewed = place.json(&[
        "document",
        "review",
        "D-1",
        "--outcome",
        "confirmed",
        "--reason",
        "still right",
        "--next",
        "2099-01-01",
    ]);
    assert_eq!(reviewed["next_review"]["day"], "2099-01-01");
    assert_eq!(reviewed["reviews"][0]["reason"], "still right");
    let gone = place.json(&["document", "review", "D-1", "--outcome", "withdraw", "--reason", "replaced by another"]);
    assert_eq!((&gone["state"], &gone["next_review"]), (&json!("withdrawn"), &Value::Null));
    assert_eq!(state(&coverage())["covered"], 0, "what is withdrawn covers nothing");
}

#[test]
fn r16_a_similar_proposal_counts_only_with_a_reason_and_only_when_accepted() {
    let place = ready();
    add_document(&place, "D-1", &["20000-1/8.5.1", "20000-1/9.2"]);
    place.json(&["document", "approve", "D-1"]);
    let covered = |standard: &str| place.json(&["coverage", "--standard", standard])[0]["summary"]["covered"].clone();
    assert_eq!(covered("27001"), 0, "R12: what is proposed does not count");
    let proposals = place.json(&["proposal", "list", "D-1"]);
    let of =
        |reference: &str| proposals.as_array().unwrap().iter().find(|p| p["reference"] == reference).cloned().unwrap();
    assert_eq!(of("27001:2013/9.2")["needs_reason"], false);
    assert_eq!(of("9001:2015/6.3")["needs_reason"], true);
    assert_eq!(place.refused(&["proposal", "accept", "D-1", "9001/6.3"])["code"], "reason_needed");
    let accepted = place.json(&["proposal", "accept", "D-1", "9001/6.3", "--reason", "one procedure serves both"]);
    let link =
        accepted["mappings"].as_array().unwrap().iter().find(|m| m["reference"] == "9001:2015/6.3").unwrap().clone();
    assert_eq!(link["origin"], json!({"by": "correlation", "from": "20000-1:2018/8.5.1", "relation": "similar"}));
    place.json(&["proposal", "decline", "D-1", "9001/8.5.6", "--reason", "other changes"]);
    let left = place.json(&["proposal", "list", "D-1"]);
    assert!(
        left.as_array()
            .unwrap()
            .iter()
            .all(|p| p["reference"] != "9001:2015/8.5.6" && p["reference"] != "9001:2015/6.3")
    );
    assert_eq!(
        place.refused(&["proposal", "accept", "D-1", "9001/4.1"])["code"],
        "not_found",
        "only what is proposed is accepted"
    );
}

#[test]
fn r43_r44_r45_r47_scopes_are_compared_and_changes_touch_evidence() {
    let place = ready();
    for code in ["A", "B", "C"] {
        place.json(&["scope", "add", code, "--kind", "site", "--name", &format!("Site {code}")]);
    }
    place.json(&["scope", "set", "SMS", "A", "B", "C"]);
    place.json(&["scope", "set", "ISMS", "A", "B"]);
    let compared = place.json(&["scope", "compare", "--store"]);
    let pair =
        compared["pairs"].as_array().unwrap().iter().find(|p| p["a"] == "SMS" && p["b"] == "ISMS").unwrap().clone();
    assert_eq!(
        (&pair["both"], &pair["only_a"]),
        (&json!(["A", "B"]), &json!(["C"])),
        "R44: at C there is nothing to correlate with"
    );
    assert!(
        place.json(&["ledger", "log"])["entries"].to_string().contains("system.scopes_compared"),
        "R43: written down"
    );
    let path = file(place.folder.path(), "in/r.txt", b"record").display().to_string();
    place.json(&[
        "record",
        "add",
        &path,
        "--title",
        "At C",
        "--clause",
        "27001/9.2",
        "--clause",
        "20000-1/9.2.2",
        "--scope",
        "C",
    ]);
    let at = |standard: &str, scope: &str, clause: &str| -> Value {
        let answer = place.json(&["coverage", "--standard", standard, "--scope", scope]);
        answer[0]["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|r| r["reference"].as_str().unwrap().ends_with(&format!("/{clause}")))
            .unwrap()["state"]
            .clone()
    };
    assert_eq!(at("20000-1", "C", "9.2.2"), "covered", "R45: per scope");
    assert_eq!(at("20000-1", "A", "9.2.2"), "gap");
    assert_eq!(at("27001", "C", "9.2"), "out_of_scope", "evidence counts only inside the intersection");
    place.json(&["scope", "set", "SMS", "A", "B"]);
    let recheck = place.json(&["scope", "recheck"]);
    assert_eq!((&recheck[0]["scope_item"], &recheck[0]["change"]), (&json!("C"), &json!("removed")), "R47");
    assert_eq!(recheck[0]["items"].as_array().unwrap().len(), 1);
}

#[test]
fn r18_a_common_process_names_its_clauses_in_each_standard() {
    let place = ready();
    let path = file(place.folder.path(), "in/k.txt", b"knowledge").display().to_string();
    place.json(&["document", "add", &path, "--code", "P-1", "--title", "Knowledge", "--type", "process"]);
    place.json(&["map", "P-1", "20000-1/7.6", "--strength", "full", "--reason", "the process"]);
    place.json(&["map", "P-1", "9001/7.1.6", "--strength", "partial", "--reason", "without lessons from outside"]);
    let shown = place.json(&["document", "show", "P-1"]);
    let mut clauses: Vec<String> = shown["mappings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| format!("{} {}", m["reference"].as_str().unwrap(), m["strength"].as_str().unwrap()))
        .collect();
    clauses.sort();
    assert_eq!(clauses, ["20000-1:2018/7.6 full", "9001:2015/7.1.6 partial"]);
}

#[test]
fn r23_evidence_belongs_to_unit_location_service_product_and_asset() {
    let place = ready();
    let kinds = ["unit", "site", "service", "product", "asset"];
    let path = file(place.folder.path(), "in/r.txt", b"record").display().to_string();
    let mut line = vec!["record", "add", &path, "--title", "R"];
    for kind in kinds {
        place.json(&["scope", "add", &kind.to_uppercase(), "--kind", kind, "--name", kind]);
    }
    let codes = kinds.map(str::to_uppercase);
    for code in &codes {
        line.extend(["--scope", code]);
    }
    let filed = place.json(&line);
    let shown = place.json(&["record", "show", filed["code"].as_str().unwrap()]);
    let mut scope: Vec<&str> = shown["scope"].as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
    scope.sort_unstable();
    assert_eq!(scope, ["ASSET", "PRODUCT", "SERVICE", "SITE", "UNIT"]);
    assert_eq!(place.refused(&["record", "add", &path, "--title", "R", "--scope", "MOON"])["code"], "not_found");
}

#[test]
fn r46_the_two_questions_about_sms_and_isms_are_asked_answered_and_told_to_the_auditor() {
    let place = ready();
    let asked = place.json(&["scope", "questions"]);
    assert_eq!(asked.as_array().unwrap().len(), 2);
    assert!(asked[0]["answer"].is_null() && asked[0]["follows"].as_str().unwrap().contains("Not answered"));
    assert_eq!(
        place.refused(&["scope", "answer", "isms-covers-services", "partly"])["code"],
        "invalid_value",
        "partly says which part"
    );
    assert_eq!(place.refused(&["scope", "answer", "isms-covers-services", "perhaps"])["code"], "invalid_value");
    place.json(&["scope", "answer", "isms-covers-services", "no", "--reason", "offices only"]);
    place.json(&["scope", "answer", "isms-covers-services", "partly", "--reason", "hosting only"]);
    place.json(&["scope", "answer", "assets-are-the-same", "yes"]);
    let asked = place.json(&["scope", "questions"]);
    assert_eq!((&asked[0]["answer"], &asked[0]["reason"]), (&json!("partly"), &json!("hosting only")));
    assert_eq!(asked[1]["answer"], "yes");
    let told = |standards: &[&str], code: &str| -> String {
        let mut line = vec!["audit", "add", code, "--title", "T"];
        for standard in standards {
            line.extend(["--standard", standard]);
        }
        place.json(&line);
        let out = place.folder.path().join(format!("{code}.zip")).display().to_string();
        place.json(&["pack", "build", code, "--out", &out])["notes"].to_string()
    };
    let path = file(place.folder.path(), "in/r.txt", b"record").display().to_string();
    place.json(&["record", "add", &path, "--title", "R", "--clause", "27001/9.2", "--clause", "9001/9.2.2"]);
    assert!(told(&["20000-1", "27001"], "BOTH").contains("hosting only"));
    assert!(!told(&["9001", "27001"], "OTHER").contains("ISMS take in"), "asked of SMS and ISMS together only");
}

#[test]
fn r38_r42_a_scope_statement_is_checked_for_its_standard() {
    let place = ready();
    let lacks = |system: &str| -> String {
        let all = place.json(&["system", "list"]);
        all.as_array().unwrap().iter().find(|s| s["code"] == system).unwrap()["statement_lacks"].to_string()
    };
    assert!(
        lacks("SMS").contains("services covered")
            && lacks("QMS").contains("products and services")
            && lacks("ISMS").contains("boundaries")
    );
    place.json(&[
        "system",
        "state",
        "SMS",
        "--boundaries",
        "all sites",
        "--provider",
        "service department",
        "--service",
        "hosting",
    ]);
    assert_eq!(lacks("SMS"), "[]");
    place.json(&["system", "state", "SMS", "--not-applicable", "8.3"]);
    assert!(lacks("SMS").contains("nothing may be left out"));
}

#[test]
fn the_calendar_is_read_by_a_parser_that_is_not_ours_and_keeps_its_identifiers() {
    let place = ready();
    add_document(&place, "D-1", &[]);
    place.json(&["document", "approve", "D-1", "--next-review", "2031-05-06"]);
    let ics = place.path("due.ics").display().to_string();
    place.json(&["review", "list", "--ics", &ics]);
    let read = || {
        let program = "import sys, icalendar\ncal = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n\
                       [print(e['UID'], e['DTSTART'].dt, e['SUMMARY']) for e in cal.walk('VEVENT')]";
        let out = crate::support::tool(
            &crate::support::venv("python"),
            "setup.sh",
            &["-c", program, &ics],
            place.folder.path(),
        );
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    let first = read();
    assert!(first.contains("2031-05-06 Review: D-1 Title"), "{first}");
    place.json(&["review", "list", "--ics", &ics]);
    assert_eq!(read(), first, "the same entry keeps its UID");
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
