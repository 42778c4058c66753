//! Who may give which command, the same for every shell.

use std::collections::BTreeSet;

use clausebook::host::Host;
use serde_json::{Value, json};

use super::{Window, here};
use crate::support::file;

/// Why a command is refused.
fn why(window: &Window, name: &str, request: Value) -> &'static str {
    window.host.call(name, request, 0, |_| {}).map_or_else(|e| e.reason().name, |_| "done")
}

/// A window whose workspace nobody is enrolled in, with one draft filed under the login.
fn unnamed() -> Window {
    let window = Window::new();
    let folder = window.place.path("chosen");
    window.host.choose(&folder);
    let path = file(&folder, "QP-01.txt", b"procedure");
    let item = json!({"paths": [path], "as": "document", "code": "QP-01", "title": "T", "what": "procedure",
                      "revision": "1", "clauses": [{"reference": "9001/8.4.1", "strength": "full"}]});
    window.ask("file_items", json!({"items": [item]}));
    window
}

/// What is decided, each with a request that reaches its rule.
fn decisions() -> Vec<(&'static str, Value)> {
    vec![
        ("document_approve", json!({"code": "QP-01"})),
        ("document_take_back_approval", json!({"code": "QP-01", "reason": "r"})),
        ("document_withdraw", json!({"code": "QP-01", "reason": "r"})),
        ("document_reinstate", json!({"code": "QP-01", "reason": "r"})),
        ("document_review", json!({"code": "QP-01", "outcome": "confirmed", "reason": "r"})),
        ("proposal_accept", json!({"item": "QP-01", "references": ["20000-1/8.3.4.1"], "reasons": ["r"]})),
        (
            "proposals_decide",
            json!({"cells": [{"item": "QP-01", "reference": "20000-1/8.3.4.1", "counts": true, "reason": "r"}]}),
        ),
        (
            "map_cells",
            json!({"cells": [{"item": "QP-01", "reference": "20000-1/8.3.4.1"}], "strength": "full", "reason": "r"}),
        ),
        ("proposal_reopen", json!({"item": "QP-01", "references": ["20000-1/8.3.4.1"]})),
        ("proposal_decline", json!({"item": "QP-01", "references": ["20000-1/8.3.4.1"], "reasons": ["r"]})),
    ]
}

#[test]
fn who_decides_is_enrolled_and_a_login_only_files() {
    let window = unnamed();
    for (name, request) in decisions() {
        assert_eq!(why(&window, name, request), "person_needed", "{name}");
    }
}

#[test]
fn a_reader_and_an_auditor_decide_nothing_and_are_told_their_role() {
    for role in ["reader", "auditor"] {
        let window = unnamed();
        window.ask("host_act_as", json!({"email": "r@example.org", "name": "R", "role": role}));
        for (name, request) in decisions() {
            let refusal = window.host.call(name, request, 0, |_| {}).unwrap_err();
            assert_eq!((refusal.reason().name, refusal.value("role")), ("person_may_not", Some(role)), "{name}");
        }
    }
}

#[test]
fn an_author_looks_after_what_was_written_and_does_not_approve() {
    let window = unnamed();
    window.ask("host_act_as", json!({"email": "a@example.org", "name": "A", "role": "author"}));
    let refused: BTreeSet<&str> = decisions()
        .into_iter()
        .filter(|(name, request)| why(&window, name, request.clone()) == "person_may_not")
        .map(|(name, _)| name)
        .collect();
    let approving = ["document_approve", "document_reinstate", "document_take_back_approval", "document_withdraw"];
    assert_eq!(refused, approving.into());
}

#[test]
fn what_needs_a_person_is_done_in_that_persons_name() {
    let window = unnamed();
    window.ask("host_act_as", json!({"email": "q@example.org", "name": "Q", "role": "quality_manager"}));
    let approved = window.ask("document_approve", json!({"code": "QP-01"}));
    assert_eq!(approved["revisions"][0]["approved_by"], "q@example.org");
    assert_eq!(window.ask("ledger_log", json!({"limit": 1}))["entries"][0]["actor"], "q@example.org");
}

#[test]
fn enrolling_needs_a_manager_once_there_is_one() {
    let window = unnamed();
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop a@example.org";
    let add = |email: &str, role: &str, key: Value| {
        why(&window, "person_add", json!({"name": "P", "email": email, "role": role, "key": key}))
    };
    let own_key =
        || why(&window, "person_key_generate", json!({"email": "r@example.org", "passphrase": "long enough"}));
    assert_eq!(add("r@example.org", "reader", Value::Null), "done", "the first one");
    assert_eq!(add("k@example.org", "approver", json!(key)), "done", "nobody manages yet");
    assert_eq!(add("a@example.org", "quality_manager", Value::Null), "done");
    assert_eq!(add("c@example.org", "reader", Value::Null), "person_needed");
    assert_eq!(own_key(), "person_needed");
    window.ask("host_act_as", json!({"email": "r@example.org"}));
    assert_eq!(add("c@example.org", "quality_manager", Value::Null), "person_may_not");
    assert_eq!(own_key(), "done");
    window.ask("host_act_as", json!({"email": "a@example.org"}));
    assert_eq!(add("c@example.org", "reader", Value::Null), "done");
}

#[test]
fn the_window_asks_once_who_works_here_and_the_next_one_knows() {
    let window = unnamed();
    let open = |host: &Host| host.call("host_start", json!({}), 0, |_| {}).unwrap().answer["who_is_open"].clone();
    assert_eq!(open(&window.host), true, "after it was made");
    window.ask("host_act_later", json!({}));
    assert_eq!(open(&window.host), false, "whoever says later is not asked again by itself");
    let info = window.ask("workspace_info", json!({}));
    assert_eq!((&info["actor"], &info["person"]), (&json!("local"), &Value::Null), "filing goes on under the login");
    window.ask("host_act_as", json!({"email": "q@example.org", "name": "Q", "role": "quality_manager"}));
    assert_eq!(window.ask("person_list", json!({}))[0]["email"], "q@example.org", "enrolled, since nobody was");
    window.ask("host_act_as", json!({"email": "Q@example.org", "name": "Another", "role": "reader"}));
    assert_eq!(window.ask("person_list", json!({})).as_array().unwrap().len(), 1, "the address is known");
    let next = Host::new(&window.place.path("config"), &window.place.path("home"), here());
    next.open(&window.place.path("ws")).unwrap();
    assert_eq!(open(&next), false);
    let info = next.call("workspace_info", json!({}), 0, |_| {}).unwrap().answer;
    assert_eq!(info["person"]["name"], "Q");
    let other = Host::new(&window.place.path("other config"), &window.place.path("home"), here());
    other.open(&window.place.path("ws")).unwrap();
    assert_eq!(open(&other), true, "another user of the same workspace is asked");
}

#[test]
fn whoever_left_acts_no_more_in_any_window() {
    let window = unnamed();
    window.ask("host_act_as", json!({"email": "q@example.org", "name": "Q", "role": "quality_manager"}));
    let another = json!({"name": "N", "email": "n@example.org", "role": "quality_manager"});
    window.ask("person_add", another);
    window.ask("person_leave", json!({"email": "q@example.org", "reason": "retired"}));
    assert_eq!(why(&window, "document_approve", json!({"code": "QP-01"})), "person_left");
    assert_eq!(window.ask("workspace_info", json!({}))["person"], Value::Null);
    assert_eq!(why(&window, "host_act_as", json!({"email": "q@example.org"})), "person_left");
    let next = Host::new(&window.place.path("config"), &window.place.path("home"), here());
    next.open(&window.place.path("ws")).unwrap();
    assert_eq!(next.call("workspace_info", json!({}), 0, |_| {}).unwrap().answer["actor"], "local");
}

/// What is set up for a management system, each with a request that reaches its rule.
fn managing() -> Vec<(&'static str, Value)> {
    let certificate = json!({"system": "QMS", "number": "Q-1", "body": "B", "issued": "2026-01-01",
                             "valid_until": "2028-12-31"});
    vec![
        ("scope_add", json!({"code": "S1", "kind": "service", "name": "Hosting", "at": []})),
        ("scope_set", json!({"system": "QMS", "items": ["S1"]})),
        ("system_state", json!({"system": "QMS", "statement": {"boundaries": "all of it"}})),
        ("scope_answer", json!({"question": "isms-covers-services", "answer": "yes", "reason": "r"})),
        ("party_add", json!({"name": "P", "kind": "external"})),
        ("requirement_add", json!({"whose": "service", "text": "Up"})),
        ("certificate_add", certificate),
        ("certificate_withdraw", json!({"number": "Q-1", "reason": "r"})),
    ]
}

#[test]
fn who_manages_systems_is_a_manager_once_somebody_is_enrolled() {
    let window = unnamed();
    for (name, request) in managing() {
        let why = why(&window, name, request);
        assert!(!["person_needed", "person_may_not"].contains(&why), "{name}: with nobody enrolled as ever, {why}");
    }
    for role in ["reader", "auditor", "author", "approver"] {
        let window = unnamed();
        window.ask("host_act_as", json!({"email": "r@example.org", "name": "R", "role": role}));
        for (name, request) in managing() {
            assert_eq!(why(&window, name, request), "person_may_not", "{role} {name}");
        }
    }
    let window = unnamed();
    window.ask("host_act_as", json!({"email": "q@example.org", "name": "Q", "role": "quality_manager"}));
    for (name, request) in managing() {
        let why = why(&window, name, request);
        assert!(!["person_needed", "person_may_not"].contains(&why), "{name}: {why}");
    }
}
