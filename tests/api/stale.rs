//! What a change makes stale is what the page asks again, and no more: a question whose declared topics miss something
//! would show yesterday's answer.

use std::collections::BTreeMap;

use clausebook::api::{self, Effect, Topic};
use serde_json::{Value, json};

use super::Window;
use crate::support::file;

/// Every question, with requests that have something to answer on the sample organisation.
pub(super) fn questions(window: &Window) -> Vec<(&'static str, Value)> {
    let path = file(window.place.folder.path(), "chosen/QP-01 Supplier evaluation v1.0.txt", b"ISO 9001 8.4.1");
    window.host.choose(&window.place.path("chosen"));
    window.host.choose_to_write(&window.place.path("chosen/reviews.ics"));
    window.host.choose_to_write(&window.place.path("chosen/r.pdf"));
    window.host.choose_to_write(&window.place.path("chosen/soa.xlsx"));
    window.ask("soa_issue", json!({"draft": true}));
    file(window.place.folder.path(), "watched/Supplier list.txt", b"suppliers");
    window.host.choose(&window.place.path("watched"));
    window.ask("watch_add", json!({"folder": window.place.path("watched")}));
    let stored = window.ask("document_show", json!({"code": "QP-01"}))["revisions"][0]["files"][0]["digest"].clone();
    let listed = ["unmapped", "overdue_on"].map(|which| match which {
        "unmapped" => json!({"filter": {"unmapped": true}}),
        _ => json!({"filter": {"overdue_on": "2027-01-01"}}),
    });
    let mut out = vec![
        ("standard_list", json!({})),
        ("standard_show", json!({"standard": "9001"})),
        ("standard_own", json!({"standard": "9001"})),
        ("clause_show", json!({"standard": "9001", "clause": "7.5"})),
        ("correlate", json!({"standard": "9001", "clause": "7.5", "to": null})),
        ("terms", json!({"query": "audit"})),
        ("person_list", json!({})),
        ("person_keys", json!({"email": "second@example.org"})),
        ("rule_list", json!({})),
        ("author_rule", json!({})),
        ("rule_set_preview", json!({"rule": "approvers", "type": "procedure", "value": 2})),
        ("applicability_list", json!({})),
        ("applicability_show", json!({"standard": "27001", "clause": "A.5.1"})),
        (
            "applicability_foretell",
            json!({"standard": "27001", "clauses": ["A.5.2"], "applies": true, "reason": "a risk"}),
        ),
        ("soa_show", json!({})),
        ("soa_controls", json!({"version": "2 draft 1"})),
        ("soa_diff", json!({"from": "2 draft 1", "to": "now"})),
        ("soa_save", json!({"out": window.place.path("chosen/soa.xlsx"), "form": "xlsx", "overwrite": true})),
        ("soa_export", json!({"version": "2 draft 1", "out": window.place.path("chosen/soa"), "replace": true})),
        ("organisation_show", json!({})),
        ("time_zone_list", json!({})),
        ("system_list", json!({})),
        ("scope_list", json!({})),
        ("scope_compare", json!({})),
        ("scope_recheck", json!({})),
        ("scope_questions", json!({})),
        ("party_list", json!({})),
        ("claim_check", json!({"system": "SMS"})),
        ("soa_moved", json!({})),
        ("requirement_list", json!({})),
        ("certificate_list", json!({})),
        ("certificate_show", json!({"number": "Q-1"})),
        ("party_show", json!({"name": "Northern Hosting"})),
        ("scope_sharing", json!({})),
        ("scope_words", json!({"system": "SMS"})),
        ("scope_set_preview", json!({"system": "9001", "items": ["OSL"]})),
        ("scope_statement", json!({"system": "SMS"})),
        ("scope_versions", json!({"system": "SMS"})),
        ("scope_diff", json!({"system": "SMS", "before": 1, "after": 1})),
        ("document_list", json!({})),
        ("document_show", json!({"code": "QP-01"})),
        ("document_approvals", json!({"code": "QP-90"})),
        ("approvals_open", json!({})),
        ("control_check", json!({})),
        ("statement_list", json!({"item": "QP-90"})),
        ("statement_export", json!({"item": "QP-01", "out": window.place.path("chosen/statements"), "replace": true})),
        ("record_list", json!({})),
        ("record_show", json!({"record": recorded(window, 0)})),
        ("record_numbering", json!({})),
        ("proposal_list", json!({"item": "QP-01"})),
        ("proposals_open", json!({})),
        ("points", json!({})),
        ("points_choices", json!({})),
        ("group_open", json!({"group": "27001:2013/A.15"})),
        (
            "proposals_preview",
            json!({"cells": [{"item": "QP-01", "reference": proposed(window), "counts": false, "reason": "Another"}]}),
        ),
        ("map_cells_preview", json!({"cells": [{"item": "QP-01", "reference": "9001/7.1.3"}], "strength": "full"})),
        ("points_unrecorded", json!({})),
        ("coverage_show", json!({"standard": null, "scope": null, "as_of": null})),
        ("review_list", json!({})),
        ("review_days", json!({"from": "2026-01-01", "to": "2028-01-01", "first": 3})),
        ("review_page", json!({})),
        ("review_calendar", json!({"out": window.place.path("chosen/reviews.ics"), "overwrite": true})),
        ("search", json!({"query": "supplier", "limit": 50, "as_of": null})),
        ("search_unread", json!({})),
        ("engine_list", json!({})),
        ("engine_set", json!({"languages": "eng"})),
        ("file_reading", json!({"digest": "00".repeat(32)})),
        ("audit_list", json!({})),
        ("audit_show", json!({"code": "AUD-2026-1"})),
        ("pack_list", json!({})),
        ("pack_preview", json!({"code": "AUD-2026-1"})),
        ("pack_verify", json!({"file": path, "against": null})),
        ("document_register", json!({})),
        ("record_register", json!({})),
        ("register_counts", json!({})),
        ("register_show", json!({})),
        ("register_save", json!({"out": window.place.path("chosen/r.pdf"), "form": "pdf", "overwrite": true})),
        (
            "item_history_save",
            json!({"code": "QP-01", "kind": "document", "out": window.place.path("chosen/r.pdf"), "overwrite": true}),
        ),
        ("question_list", json!({"all": true})),
        ("file_probe", json!({"path": path})),
        ("files_look", json!({"paths": [path]})),
        ("file_check", json!({"items": [], "held": []})),
        (
            "file_foretell",
            json!({"item": {"paths": [path], "as": "record", "title": "Supplier report",
                            "clauses": [{"reference": "9001/8.4.2", "strength": "full"}]},
                   "digest": stored, "references": ["9001/8.4.2"]}),
        ),
        ("drop_sort", json!({"paths": [path]})),
        ("import_lists", json!({"paths": [path], "evidence_index": listed_in(window)})),
        ("soa_look", json!({"path": statement_in(window), "standard": "27001"})),
        ("propose_for", json!({"references": ["9001/7.5.3"]})),
        ("watch_add", json!({"folder": path})),
        ("watch_list", json!({})),
        ("watch_remove", json!({"name": "none of them"})),
        ("watch_run", json!({})),
        ("file_preview", json!({"digest": stored})),
        ("texts_read", json!({})),
        ("concordance", json!({})),
        ("coverage_columns", json!({})),
        ("clause_open", json!({"reference": "9001:2015/8.4.1"})),
        ("today", json!({})),
        ("workspace_info", json!({})),
        ("pulse", json!({})),
        ("verify", json!({})),
        ("ledger_log", json!({"before": null})),
        ("ledger_trust", json!({})),
        ("ledger_vouch", json!({"key": window.ask("ledger_trust", json!({}))["own"]})),
        ("ledger_check_consistency", json!({"file": path})),
        ("undo_list", json!({})),
        ("document_withdraw_preview", json!({"code": "QP-01"})),
        ("item_history", json!({"code": "QP-01", "kind": "document"})),
        (
            "document_compare",
            json!({"code": "IS-POL-01", "earlier": window.ask("document_show", json!({"code": "IS-POL-01"}))["revisions"][0]["label"]}),
        ),
        ("document_cited_by", json!({"code": "QP-01"})),
        ("document_impact", json!({"code": "QP-01"})),
    ];
    out.extend(listed.iter().map(|request| ("document_register", request.clone())));
    out
}

/// One change of every kind of event that a window can make.
fn changes(window: &Window) -> Vec<(&'static str, Value)> {
    let folder = window.place.path("chosen");
    let filed = |name: &str| file(&folder, name, name.as_bytes());
    let question = open_question(window);
    vec![
        ("person_add", json!({"name": "Second Auditor", "email": "second@example.org", "role": "auditor"})),
        ("organisation_set", json!({"name": "Fjordlink", "reason": "As in the register of companies"})),
        ("organisation_set", json!({"time_zone": "Asia/Tokyo"})),
        ("person_correct", json!({"email": "second@example.org", "name": "Lead Auditor", "reason": "Promoted"})),
        ("person_key_generate", json!({"email": "second@example.org", "passphrase": "correct horse"})),
        ("person_key_retire", json!({"email": "second@example.org", "reason": "Lost"})),
        (
            "person_away",
            json!({"email": "second@example.org", "from": "2027-01-01", "until": "2099-01-05", "reason": "Holiday"}),
        ),
        ("person_back", json!({"email": "second@example.org", "reason": "Earlier"})),
        ("applicability_set", json!({"standard": "27001", "clauses": ["A.5.1"], "applies": true, "reason": "a risk"})),
        ("own_control_set", json!({"standard": "27001", "code": "K-1", "title": "Island mode"})),
        ("own_control_drop", json!({"standard": "27001", "code": "K-1", "reason": "none needed"})),
        ("soa_issue", json!({"draft": true})),
        ("soa_import", json!({"path": statement_in(window), "standard": "27001"})),
        ("rule_set", json!({"rule": "interval", "type": "procedure", "value": 24, "reason": "They last"})),
        ("person_leave", json!({"email": "second@example.org", "reason": "Retired"})),
        ("author_rule_set", json!({"allowed": true, "reason": "Few people"})),
        ("proposal_decline", json!({"item": "QP-01", "references": [PROPOSED], "reasons": ["Another one covers it"]})),
        ("proposal_reopen", json!({"item": "QP-01", "references": [DECLINED]})),
        ("scope_add", json!({"code": "NEW", "kind": "site", "name": "New site"})),
        ("scope_set", json!({"system": "9001", "items": ["NEW"]})),
        ("requirement_add", json!({"whose": "legal", "text": "Keeps logs"})),
        (
            "certificate_add",
            json!({"system": "QMS", "number": "Q-1", "body": "Body", "issued": "2026-01-01",
                   "valid_until": "2027-12-31", "surveillance": ["2026-12-20"], "scope": ["OSL"]}),
        ),
        ("certificate_surveyed", json!({"number": "Q-1", "day": "2026-12-20", "on": "2026-01-05"})),
        ("certificate_correct", json!({"number": "Q-1", "body": "Another body", "reason": "Misread"})),
        ("party_add", json!({"name": "Northern Hosting", "kind": "external"})),
        ("party_correct", json!({"name": "Northern Hosting", "within_larger_organisation": true, "reason": "Seen"})),
        ("party_note", json!({"name": "Northern Hosting", "fact": "risk", "held": {"words": "Loss of data"}})),
        (
            "scope_run_by",
            json!({"item": "HOSTING", "by": "shared", "parties": ["Northern Hosting"], "reason": "As in the contract"}),
        ),
        ("review_recheck", json!({"items": [placed(window)], "reason": "It names no place"})),
        (
            "file_items",
            json!({"items": [
                {"paths": [filed("one.txt")], "as": "document", "code": "QP-90", "title": "Supplier audits",
                 "what": "procedure", "revision": "1", "next_review": "2026-12-01", "clauses": []},
                {"paths": [filed("two.txt")], "as": "record", "title": "Supplier report", "collected": "2026-11-20",
                 "valid_until": "2026-12-01", "clauses": [{"reference": "9001/9.1", "strength": "full"}]},
            ]}),
        ),
        ("map_many", json!({"items": ["QP-90"], "reference": "9001/8.4.1", "strength": "full"})),
        ("map_many", json!({"items": ["QP-90"], "reference": "20000-1/8.2.3", "strength": "full"})),
        ("point_assign", json!({"points": [{"id": "OP-089"}], "owner": "Buyer", "due": "2026-12-01"})),
        ("point_settle", json!({"points": [{"id": "OP-089", "item": "QP-90"}], "evidence": "QP-01"})),
        ("point_reopen", json!({"points": [{"id": "OP-089", "at": "9001/8.4.1"}], "reason": "It names none"})),
        ("document_approve", json!({"code": "QP-90"})),
        ("document_communicate", json!({"code": "QP-90", "to": "All staff", "how": "By mail"})),
        ("document_take_back_communication", json!({"code": "QP-90", "to": "All staff", "reason": "Not yet"})),
        ("document_set_review", json!({"codes": ["QP-01"], "next": "2028-01-01", "reason": "after the audit"})),
        (
            "file_items",
            json!({"items": [{"paths": [filed("three.txt")], "as": "revision", "code": "QP-90", "title": "",
                              "what": "", "revision": "2", "clauses": []}]}),
        ),
        ("document_submit", json!({"code": "QP-90", "approvers": ["director@example.org"]})),
        ("document_call_off", json!({"code": "QP-90", "reason": "A page is missing"})),
        (
            "document_replace_files",
            json!({"code": "QP-90", "files": [filed("four.txt")], "reason": "Another procedure"}),
        ),
        (
            "document_correct",
            json!({"codes": ["QP-01", "QP-90"], "changes": {"owner": "Change Manager", "review_interval": "6"},
                   "scope": ["NEW"], "reason": "Moved"}),
        ),
        (
            "document_review",
            json!({"code": "QP-01", "outcome": "revise", "reason": "New suppliers", "revise_by": "2028-01-01"}),
        ),
        ("revision_call_off", json!({"code": "QP-01", "reason": "Another one covers it"})),
        ("document_review", json!({"code": "QP-02", "outcome": "withdraw", "reason": "Joined with another"})),
        (
            "audit_add",
            json!({"code": "AUD-90", "title": "Second", "kind": "internal", "standards": ["9001"],
                             "scope": [], "from": null, "to": null}),
        ),
        (
            "record_correct",
            json!({"records": [recorded(window, 0)], "changes": {"note": "signed"}, "reason": "It was missed"}),
        ),
        ("record_replace", json!({"record": recorded(window, 0), "by": recorded(window, 1), "reason": "Newer"})),
        ("record_reinstate", json!({"record": recorded(window, 0), "reason": "The wrong one"})),
        ("record_take_back", json!({"record": recorded(window, 2), "reason": "Filed twice"})),
        ("record_numbering_set", json!({"pattern": "EV-{year}-{number}"})),
        ("audit_correct", json!({"code": "AUD-90", "changes": {"title": "Third"}, "reason": "It is the third"})),
        (
            "map_correct",
            json!({"item": "QP-90", "references": ["9001/8.4.1"], "changes": {"variance": "On paper"}, "reason": "Seen"}),
        ),
        ("pack_build", json!({"code": "AUD-2026-1", "out": folder.join("pack.zip")})),
        ("question_put_off", json!({"question": question, "aside": true})),
        (
            "import",
            json!({"paths": [folder.join("Records")], "evidence_index": listed_in(window),
                   "columns": {"evidence_index": {"columns": {"C": "valid_until"}}}}),
        ),
        ("question_settle", json!({"question": question, "reading": 1})),
        ("unmap", json!({"item": "QP-90", "reference": "9001/8.4.1", "reason": "Wrong clause"})),
        ("undo", json!({})),
        ("verify", json!({})),
    ]
}

/// The code of a record, by its place in the register.
fn recorded(window: &Window, place: usize) -> Value {
    window.ask("record_list", json!({}))["rows"][place]["code"].clone()
}

/// The code of a record that belongs to Oslo.
fn placed(window: &Window) -> Value {
    let rows = window.ask("record_list", json!({}))["rows"].as_array().unwrap().clone();
    let mut codes = rows.into_iter().map(|row| row["code"].clone());
    codes.find(|code| window.ask("record_show", json!({"record": code}))["scope"].to_string().contains("OSL")).unwrap()
}

/// An evidence index.
fn listed_in(window: &Window) -> std::path::PathBuf {
    let folder = window.place.path("chosen");
    window.host.choose(&folder);
    file(&folder, "other.csv", b"file,clauses,seen\nreport.txt,9001: 9.2.2,2027-03-30\n")
}

/// A record whose index gives it a day with two readings; the name of the question that asks.
fn open_question(window: &Window) -> Value {
    let folder = window.place.path("chosen");
    file(&folder, "Records/report.txt", b"report");
    let index = file(&folder, "index.csv", b"file,clauses,collected\nreport.txt,9001: 9.2.2,03/04/26\n");
    window.host.choose(&folder);
    window.host.choose_to_write(&folder.join("pack.zip"));
    let request = json!({"paths": [folder.join("Records")], "evidence_index": index});
    window.host.call("import", request, 0, |_| {}).unwrap();
    window.ask("question_list", json!({}))["groups"][0]["rows"][0]["code"].clone()
}

/// A Statement of Applicability that was kept elsewhere.
fn statement_in(window: &Window) -> std::path::PathBuf {
    let list = b"Control,Applicable,Justification\nA.5.3,Yes,a risk\nA.5.4,Yes,a risk\nKRITIS-9,Yes,a law\n";
    let path = file(window.place.folder.path(), "chosen/soa.csv", list);
    window.host.choose(&path);
    path
}

#[test]
fn a_preview_says_what_would_change_and_changes_nothing() {
    let window = Window::sample();
    let cell = json!({"item": "QP-01", "reference": proposed(&window), "counts": true, "reason": "as seen"});
    let before = window.ask("proposal_list", json!({"item": "QP-01"}));
    let size = window.ask("workspace_info", json!({}))["entries"].clone();
    let first = window.ask("proposals_preview", json!({"cells": [cell]}));
    assert!(first[0]["before"].is_string() && first[0]["after"].is_string(), "{first}");
    assert_eq!(window.ask("proposals_preview", json!({"cells": [cell]})), first, "nothing was done");
    assert_eq!(window.ask("proposal_list", json!({"item": "QP-01"})), before);
    assert_eq!(window.ask("workspace_info", json!({}))["entries"], size);
    assert_eq!(window.ask("proposals_decide", json!({"cells": [cell]})), first, "as it was foretold");
    assert_ne!(window.ask("proposal_list", json!({"item": "QP-01"})), before);
}

#[test]
fn filing_is_foretold_as_it_comes_and_nothing_is_filed_before() {
    let window = Window::sample();
    let folder = window.place.path("chosen");
    let path = file(&folder, "report.txt", b"a report of one supplier");
    window.host.choose(&folder);
    let digest = window.ask("file_probe", json!({"path": path}))["digest"].clone();
    let clauses = ["9001:2015/7.1.3", "9001:2015/7.1.4", "9001:2015/8.4.2"];
    let item = |clauses: &[&str]| {
        let clauses: Vec<_> = clauses.iter().map(|c| json!({"reference": c, "strength": "full"})).collect();
        json!({"paths": [path], "as": "record", "title": "Supplier report", "clauses": clauses})
    };
    let ask = |item: Value| {
        let request = json!({"item": item, "digest": digest, "references": clauses});
        window.ask("file_foretell", request)
    };
    let stands = |told: &Value, reference: &str, when: &str| {
        let row = told["clauses"].as_array().unwrap().iter().find(|c| c["reference"] == reference).unwrap();
        row[when].as_str().unwrap().to_owned()
    };
    let size = window.ask("workspace_info", json!({}))["entries"].clone();
    let told = ask(item(&clauses[..1]));
    assert_eq!(told["ready"], true);
    for reference in &clauses[1..] {
        assert_eq!(stands(&told, reference, "before"), stands(&told, reference, "after"), "{reference} is not ticked");
    }
    assert_eq!(ask(item(&[]))["ready"], false, "a record needs a clause, and nothing is said of afterwards");
    assert_eq!(window.ask("workspace_info", json!({}))["entries"], size, "nothing was filed");
    window.ask("file_items", json!({"items": [item(&clauses[..1])]}));
    let now = ask(item(&[]));
    for reference in clauses {
        assert_eq!(stands(&told, reference, "after"), stands(&now, reference, "before"), "{reference} as foretold");
    }
}

fn proposed(window: &Window) -> Value {
    window.ask("proposal_list", json!({"item": "QP-01"}))["proposals"][0]["reference"].clone()
}

/// What is proposed and what was declined for QP-01 when the change is made: those before it may say another thing.
const PROPOSED: &str = "{proposed}";
const DECLINED: &str = "{declined}";

fn filled(window: &Window, request: &Value) -> Value {
    let text = request.to_string();
    if !text.contains(PROPOSED) && !text.contains(DECLINED) {
        return request.clone();
    }
    let list = window.ask("proposal_list", json!({"item": "QP-01"}));
    let first = |of: &str| list[of][0]["reference"].as_str().unwrap_or_default().to_owned();
    let text = text.replace(PROPOSED, &first("proposals")).replace(DECLINED, &first("declined"));
    serde_json::from_str(&text).unwrap()
}

fn answers(window: &Window, questions: &[(&'static str, Value)]) -> Vec<Value> {
    questions
        .iter()
        .map(|(name, request)| match window.host.call(name, request.clone(), 0, |_| {}) {
            Ok(reply) => reply.answer,
            Err(refusal) => json!(format!("{refusal:?}")),
        })
        .collect()
}

#[test]
fn no_answer_changes_that_is_not_said_to_be_stale() {
    let window = Window::sample();
    let questions = questions(&window);
    let reads: BTreeMap<&str, &[Topic]> = api::table()
        .filter_map(|entry| match entry.effect {
            Effect::Reads(topics) => Some((entry.name, topics)),
            Effect::Writes => None,
        })
        .collect();
    let asked: std::collections::BTreeSet<&str> = questions.iter().map(|(name, _)| *name).collect();
    assert_eq!(asked, reads.keys().copied().collect(), "every question is asked here");

    let mut touched: std::collections::BTreeSet<Topic> = std::collections::BTreeSet::new();
    let mut told_for_nothing = 0;
    let changes = changes(&window);
    let all = questions.len() * changes.len();
    let mut last = answers(&window, &questions);
    for (change, request) in changes {
        let request = filled(&window, &request);
        let reply = window.host.call(change, request, 0, |_| {}).unwrap_or_else(|e| panic!("{change}: {e:?}"));
        touched.extend(&reply.stale);
        let before = std::mem::replace(&mut last, answers(&window, &questions));
        for (((name, request), before), after) in questions.iter().zip(&before).zip(&last) {
            let stale = reads[name].iter().any(|topic| reply.stale.contains(topic));
            assert!(
                before == after || stale,
                "{change} changed the answer of {name} {request}, which reads {:?}",
                reads[name]
            );
            told_for_nothing += usize::from(stale && before == after);
        }
    }
    assert_eq!(touched.into_iter().collect::<Vec<_>>(), Topic::ALL, "every topic was touched");
    assert!(told_for_nothing * 2 < all, "{told_for_nothing} of {all} answers would be asked again for nothing");
}

#[test]
fn what_another_program_wrote_is_told_by_the_pulse() {
    let window = Window::sample();
    let size = window.ask("pulse", json!({}))["size"].clone();
    assert_eq!(window.ask("pulse", json!({"since": size}))["stale"], json!([]));
    let mut other = window.place.reopen().unwrap();
    other.act_as("quality@example.org");
    other
        .transact(|tx| {
            clausebook::people::enrol(tx, "Auditor", "a@example.org", clausebook::people::Role::Auditor, None)
        })
        .unwrap();
    assert_eq!(window.ask("pulse", json!({"since": size}))["stale"], json!(["people", "ledger"]));
}
