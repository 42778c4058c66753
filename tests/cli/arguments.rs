//! Each argument reaches the event it belongs to.

use serde_json::{Value, json};

use super::{QUALITY, ready};
use crate::support::{Place, file};

/// Runs the program on these arguments; answers the events that it wrote, each as `{"kind", "data"}`.
fn written(place: &Place, args: &[&str]) -> Vec<Value> {
    let size = || place.reopen().unwrap().head().unwrap().size;
    let before = size();
    place.json(&[args, &["--as", QUALITY]].concat());
    let workspace = place.reopen().unwrap();
    let mut events = Vec::new();
    clausebook::ledger::for_each_entry(workspace.db(), before..size(), |_, bytes| {
        events.push(serde_json::from_slice::<Value>(bytes)?["event"].clone());
        Ok(())
    })
    .unwrap();
    events
}

/// The events have these kinds and hold at least this.
#[track_caller]
fn writes(place: &Place, args: &[&str], wanted: &[(&str, Value)]) -> Vec<Value> {
    let events = written(place, args);
    let kinds: Vec<&str> = events.iter().map(|event| event["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, wanted.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), "{args:?}");
    for (event, (_, data)) in events.iter().zip(wanted) {
        for (name, value) in data.as_object().unwrap() {
            assert_eq!(event["data"][name], *value, "{args:?}: {name}");
        }
    }
    events
}

/// A path under the temporary folder, with some content.
fn path(place: &Place, name: &str, content: &str) -> String {
    file(place.folder.path(), name, content.as_bytes()).display().to_string()
}

/// The identifier of what the last event made.
fn id(events: &[Value]) -> Value {
    events.last().unwrap()["data"]["id"].clone()
}

#[test]
fn those_of_people_systems_and_scopes() {
    let place = ready();
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop a@example.org";
    let kept = path(&place, "key.pub", &format!("{key}\n"));
    writes(
        &place,
        &[
            "--as",
            super::QUALITY,
            "person",
            "add",
            "Auditor",
            "--email",
            "a@example.org",
            "--role",
            "auditor",
            "--key",
            &kept,
        ],
        &[("person.enrolled", json!({"name": "Auditor", "email": "a@example.org", "role": "auditor", "key": key}))],
    );
    writes(
        &place,
        &[
            "--as",
            super::QUALITY,
            "person",
            "correct",
            "a@example.org",
            "--name",
            "Lead Auditor",
            "--role",
            "reader",
            "--reason",
            "promoted",
        ],
        &[("person.corrected", json!({"reason": "promoted"}))],
    );
    writes(
        &place,
        &["--as", super::QUALITY, "person", "leave", "a@example.org", "--reason", "retired"],
        &[("person.left", json!({"reason": "retired"}))],
    );
    writes(
        &place,
        &["organisation", "set", "--author-approves", "yes", "--reason", "one person"],
        &[("person.author_rule_set", json!({"allowed": true, "reason": "one person"}))],
    );
    writes(
        &place,
        &["--as", QUALITY, "system", "add", "27001:2013"],
        &[("system.established", json!({"edition": "27001:2013"}))],
    );
    let quality =
        ["--as", QUALITY, "system", "state", "QMS", "--not-applicable", "8.3: nothing is developed", "--unaffected"];
    let stated = json!({"statement": {"not_applicable": ["8.3: nothing is developed"], "unaffected": true}});
    writes(&place, &quality, &[("system.scope_stated", stated)]);
    let statement = json!({
        "boundaries": "all sites", "provider": "service department", "services": ["hosting", "desk"],
        "offerings": ["kits"], "not_applicable": ["none"], "other_parties": "none", "text": "All of it."
    });
    let mut line = vec![
        "--as",
        QUALITY,
        "system",
        "state",
        "SMS",
        "--boundaries",
        "all sites",
        "--provider",
        "service department",
    ];
    line.extend(["--service", "hosting", "--service", "desk", "--offering", "kits", "--not-applicable", "none"]);
    line.extend(["--other-parties", "none", "--text", "All of it."]);
    writes(&place, &line, &[("system.scope_stated", json!({"statement": statement}))]);
    let site = writes(
        &place,
        &["--as", QUALITY, "scope", "add", "A", "--kind", "site", "--name", "Head office"],
        &[("system.scope_item_added", json!({"code": "A", "item_kind": "site", "name": "Head office"}))],
    );
    writes(
        &place,
        &["--as", QUALITY, "scope", "add", "HELP", "--kind", "service", "--name", "Desk", "--at", "A"],
        &[("system.scope_item_added", json!({"at": [id(&site)]}))],
    );
    writes(
        &place,
        &["--as", QUALITY, "scope", "set", "SMS", "A"],
        &[("system.scope_set", json!({"items": [id(&site)]}))],
    );
    let compared = place.json(&["scope", "compare"])["pairs"].as_array().unwrap().len();
    let stored = written(&place, &["scope", "compare", "--store"]);
    assert_eq!(stored.len(), compared, "a comparison is written down where that is asked for");
    writes(
        &place,
        &["--as", QUALITY, "scope", "answer", "isms-covers-services", "partly", "--reason", "hosting only"],
        &[(
            "system.scope_question_answered",
            json!({"question": "isms_covers_services", "answer": "partly", "reason": "hosting only"}),
        )],
    );
}

#[test]
fn those_of_documents_and_their_mappings() {
    let place = ready();
    let site = writes(
        &place,
        &["--as", QUALITY, "scope", "add", "A", "--kind", "site", "--name", "Head office"],
        &[("system.scope_item_added", json!({}))],
    );
    let (first, second) = (path(&place, "one.txt", "one"), path(&place, "two.txt", "two"));
    let mut line = vec!["document", "add", &first, "--code", "P-1", "--title", "Change", "--type", "process"];
    line.extend(["--owner", "Owner", "--approver", "Approver", "--classification", "Internal"]);
    line.extend(["--distribution", "All staff", "--retention", "3 years", "--source", "head office"]);
    line.extend(["--review-interval", "6", "--revision", "A", "--clause", "20000-1/8.5.1", "--scope", "A"]);
    let registered = json!({
        "code": "P-1", "title": "Change", "document_kind": "process_description", "owner": "Owner",
        "approver": "Approver", "classification": "Internal", "distribution": "All staff", "retention": "3 years",
        "source": "head office", "review_interval": 6, "scope": [id(&site)]
    });
    let filed = [
        ("document.registered", registered),
        ("document.revision_filed", json!({"label": "A"})),
        ("mapping.linked", json!({"reference": "20000-1:2018/8.5.1", "strength": "full", "origin": {"by": "hand"}})),
    ];
    writes(&place, &line, &filed);
    writes(
        &place,
        &["document", "revise", "P-1", &second, "--revision", "B", "--summary", "New times"],
        &[("document.revision_filed", json!({"label": "B", "summary": "New times"}))],
    );
    writes(
        &place,
        &["organisation", "set", "--author-approves", "yes", "--reason", "one person"],
        &[("person.author_rule_set", json!({"allowed": true}))],
    );
    writes(
        &place,
        &["document", "approve", "P-1", "--revision", "A", "--effective", "2026-01-02", "--next-review", "2099-03-04"],
        &[
            (
                "document.approved",
                json!({"from": "2026-01-02", "next_review": {"precision": "day", "day": "2099-03-04"}, "own": true}),
            ),
            ("statement.made", json!({"meaning": "approved", "effective": "2026-01-02"})),
        ],
    );
    let next = json!({"precision": "day", "day": "2099-05-06"});
    writes(
        &place,
        &["document", "review", "P-1", "--outcome", "confirmed", "--reason", "still right", "--next", "2099-05-06"],
        &[
            ("review.concluded", json!({"outcome": "confirmed", "reason": "still right", "next_review": next})),
            ("document.next_review_set", json!({"due": next})),
            ("statement.made", json!({"meaning": "confirmed", "reason": "still right"})),
        ],
    );
    let mut line = vec!["map", "P-1", "9001/7.1.6", "--strength", "partial", "--reason", "a part"];
    line.extend(["--variance", "other names", "--scope", "A"]);
    let linked = json!({
        "reference": "9001:2015/7.1.6", "strength": "partial", "reason": "a part", "variance": "other names",
        "scope": [id(&site)]
    });
    writes(&place, &line, &[("mapping.linked", linked)]);
    writes(
        &place,
        &["unmap", "P-1", "9001/7.1.6", "--reason", "wrong clause"],
        &[("mapping.unlinked", json!({"reason": "wrong clause"}))],
    );
    writes(
        &place,
        &["proposal", "accept", "P-1", "9001/6.3", "--strength", "partial", "--reason", "serves both"],
        &[("mapping.linked", json!({"strength": "partial", "reason": "serves both"}))],
    );
    writes(
        &place,
        &["proposal", "decline", "P-1", "9001/8.5.6", "--reason", "other changes"],
        &[("mapping.proposal_declined", json!({"reference": "9001:2015/8.5.6", "reason": "other changes"}))],
    );
    writes(
        &place,
        &["proposal", "reopen", "P-1", "9001/8.5.6"],
        &[("mapping.proposal_reopened", json!({"reference": "9001:2015/8.5.6"}))],
    );
}

#[test]
fn those_of_records_and_audits() {
    let place = ready();
    let site = writes(
        &place,
        &["--as", QUALITY, "scope", "add", "A", "--kind", "site", "--name", "Head office"],
        &[("system.scope_item_added", json!({}))],
    );
    let report = path(&place, "report.txt", "report");
    let mut line = vec!["record", "add", &report, "--title", "Report", "--kind", "audit", "--from", "2026-01-01"];
    line.extend(["--to", "2026-01-31", "--collected", "2026-02-01", "--valid-until", "2099-02-01"]);
    line.extend(["--retention", "3 years", "--note", "signed", "--clause", "9001/9.2.2", "--scope", "A"]);
    let filed = json!({
        "title": "Report", "record_kind": "audit", "period_from": "2026-01-01", "period_to": "2026-01-31",
        "collected": "2026-02-01", "valid_until": "2099-02-01", "retention": "3 years", "note": "signed",
        "scope": [id(&site)]
    });
    let linked = ("mapping.linked", json!({"reference": "9001:2015/9.2.2"}));
    writes(&place, &line, &[("record.filed", filed), linked]);
    let mut line = vec!["audit", "add", "AUD-1", "--title", "Combined", "--kind", "stage1", "--standard", "9001"];
    line.extend(["--standard", "27001", "--scope", "A", "--from", "2026-01-01", "--to", "2026-12-31"]);
    let planned = json!({
        "code": "AUD-1", "title": "Combined", "audit_kind": "stage1", "editions": ["9001:2015", "27001:2022"],
        "scope": [id(&site)], "period_from": "2026-01-01", "period_to": "2026-12-31"
    });
    writes(&place, &line, &[("audit.planned", planned)]);
}

#[test]
fn events_are_written_in_the_name_of_the_person_given() {
    let place = ready();
    let author = ["person", "add", "Author", "--email", "author@example.org", "--role", "quality-manager"];
    place.json(&[&["--as", super::QUALITY], &author[..]].concat());
    place.json(&["--as", "author@example.org", "scope", "add", "A", "--kind", "site", "--name", "Head office"]);
    let log = place.json(&["ledger", "log", "--limit", "1"]);
    assert_eq!(log["entries"][0]["actor"], "author@example.org", "{log}");
}
