//! Scopes, parties, certificates and claims in the terminal.

use serde_json::{Value, json};

use crate::support::Place;

/// A workspace with a service that a supplier runs.
fn outsourced() -> Place {
    let place = Place::new();
    let ws = place.path("ws").display().to_string();
    assert!(place.run(&["init", &ws, "--organisation", "Test laboratory", "--time-zone", "UTC"]).status.success());
    for args in [
        &["party", "add", "Northern Hosting", "--kind", "external"][..],
        &["party", "note", "Northern Hosting", "serves", "--words", "SMS"],
        &["scope", "add", "HOST", "--kind", "service", "--name", "Hosting"],
        &["scope", "set", "SMS", "HOST"],
        &["scope", "run-by", "HOST", "others", "--party", "northern hosting", "--reason", "as in the contract"],
    ] {
        let out = place.run(args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    }
    place
}

fn said(place: &Place, args: &[&str]) -> String {
    let out = place.run(args);
    assert_eq!(out.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn a_claim_that_is_blocked_is_an_answer_and_no_failure() {
    let place = outsourced();
    let text = said(&place, &["claim", "check", "SMS"]);
    assert!(text.contains("No conformity can be claimed.") && text.contains("CL-01 block"), "{text}");
    assert!(text.contains("HOST") && text.contains("Northern Hosting: contract"), "{text}");
    let claim = place.json(&["claim", "check", "20000-1"]);
    assert_eq!((&claim["system"], &claim["verdict"]), (&json!("SMS"), &json!("blocked")));
    let rules = |part: &str| -> Vec<Value> {
        claim[part].as_array().unwrap().iter().map(|finding| finding["rule"].clone()).collect()
    };
    assert!(rules("against").contains(&json!("CL-35")), "no contract: {:?}", rules("against"));
    assert!(rules("ask").contains(&json!("CL-45")), "no risk: {:?}", rules("ask"));
    assert_eq!(place.refused(&["claim", "check", "EMS"])["reason"], "system_not_found");
}

#[test]
fn statements_of_a_scope_are_shown_listed_and_compared() {
    let place = outsourced();
    said(&place, &["system", "state", "SMS", "--boundaries", "Oslo", "--of-organisation", "part"]);
    said(&place, &["system", "state", "SMS", "--service", "Hosting", "--of-services", "all"]);
    let versions = place.json(&["scope", "versions", "SMS"]);
    assert_eq!(versions.as_array().unwrap().iter().map(|v| v["version"].clone()).collect::<Vec<_>>(), [1, 2]);
    let diff = said(&place, &["scope", "diff", "SMS", "1", "2"]);
    assert!(diff.contains("services: – → Hosting") && diff.contains("all services: – → yes"), "{diff}");
    assert!(said(&place, &["scope", "statement", "SMS", "--version", "1"]).contains("whole organisation: no"));
    let words = said(&place, &["scope", "words", "SMS"]);
    assert!(words.contains("organisation: the part in this scope"), "{words}");
    let preview = said(&place, &["scope", "set", "SMS", "HOST", "--preview"]);
    assert!(preview.contains("No evidence would have to be looked at again."), "{preview}");
    assert!(!said(&place, &["scope", "compare"]).contains("HOST: QMS and SMS: yes"), "the QMS says nothing yet");
    said(&place, &["system", "state", "QMS", "--boundaries", "Oslo", "--of-organisation", "all"]);
    assert!(said(&place, &["scope", "compare"]).contains("HOST: QMS and SMS: yes"));
    assert!(said(&place, &["scope", "sharing"]).contains("is open"));
}

#[test]
fn certificates_and_requirements_are_kept_and_refused_with_a_next_step() {
    let place = outsourced();
    let own = ["certificate", "add", "I-1", "--system", "ISMS", "--body", "B", "--issued", "2026-01-01"];
    let own = [&own[..], &["--until", "2028-12-31"]].concat();
    assert_eq!(place.refused(&own)["reason"], "certificate_without_statement");
    said(&place, &[&own[..], &["--statement", "3", "--surveillance", "2027-01-10"]].concat());
    assert!(said(&place, &["certificate", "show", "I-1"]).contains("cites version 3"));
    assert!(said(&place, &["review", "list"]).contains("surveillance"));
    assert_eq!(place.refused(&["requirement", "add", "fast", "--implied"])["reason"], "requirement_implied");
    said(&place, &["requirement", "add", "Keeps logs", "--kind", "legal"]);
    assert!(said(&place, &["requirement", "list"]).contains("REQ-1"));
}
