//! The kept workspaces of earlier programs: each opens, is rebuilt, passes the checks, and answers as it did.

use std::collections::BTreeSet;
use std::path::Path;

use clausebook::ledger::{self, Entry};
use clausebook::people::{self, Role};
use regex::Regex;
use serde_json::Value;

use crate::fixtures::earlier::{answers, names, written_by};
use crate::support::rows;

/// Kinds of events that no kept workspace holds yet. Whoever adds a kind names it here; whoever keeps a new workspace
/// empties the list.
const IN_NO_WORKSPACE_YET: &[&str] = &[
    "applicability.control_set",
    "applicability.decided",
    "approval.called_off",
    "approval.decided",
    "approval.submitted",
    "audit.corrected",
    "batch.undone",
    "certificate.corrected",
    "certificate.issued",
    "certificate.surveyed",
    "certificate.taken_back",
    "certificate.withdrawn",
    "document.approval_taken_back",
    "document.communicated",
    "document.communication_taken_back",
    "document.corrected",
    "document.reinstated",
    "document.revision_files_replaced",
    "document.withdrawal_called_off",
    "ledger.accepted",
    "ledger.answer_kept",
    "ledger.day_said",
    "ledger.unsigned_accepted",
    "machine.key_enrolled",
    "mapping.corrected",
    "party.added",
    "party.corrected",
    "party.noted",
    "party.taken_back",
    "person.author_rule_set",
    "person.away",
    "person.back",
    "person.corrected",
    "person.key_enrolled",
    "person.key_retired",
    "person.left",
    "person.returned",
    "point.assigned",
    "point.closed",
    "point.left",
    "point.left_no_longer",
    "point.opened",
    "point.reopened",
    "point.settled",
    "question.asked",
    "question.closed",
    "question.columns_read",
    "question.list_read",
    "question.reopened",
    "question.set_aside",
    "question.settled",
    "record.corrected",
    "record.numbering_set",
    "record.reinstated",
    "record.replaced",
    "requirement.added",
    "requirement.dropped",
    "review.change_requested",
    "review.move_taken_back",
    "review.moved",
    "review.recheck_taken_back",
    "review.rechecked",
    "review.revision_called_off",
    "review.sections_noted",
    "rule.set",
    "soa.issued",
    "statement.made",
    "system.organisation_corrected",
    "system.run_by_set",
    "system.time_zone_set",
];

/// Everything the earlier program answered is still answered; more may be. What a statement excludes, and a control of
/// which nobody said anything, were gaps to it, and a heading counted them.
fn still_says(now: &Value, then: &Value, at: &str) {
    match (now, then) {
        (Value::Object(new), Value::Object(old)) if new.contains_key("not_applicable") && old.contains_key("gap") => {
            let count = |of: &Value, key: &str| of[key].as_u64().unwrap_or_default();
            let apart = count(now, "not_applicable");
            assert_eq!(count(then, "clauses"), count(now, "clauses") + apart, "{at}");
            assert_eq!(count(then, "gap"), count(now, "gap") + count(now, "undecided") + apart, "{at}");
            assert_eq!((&now["covered"], &now["partial"]), (&then["covered"], &then["partial"]), "{at}");
        }
        (Value::Object(_), Value::Object(_)) if ["not_applicable", "undecided"].iter().any(|s| now["state"] == *s) => {
            assert_eq!((&now["reference"], &then["state"]), (&then["reference"], &Value::from("gap")), "{at}");
        }
        (Value::Object(_), Value::Object(_)) if now["heading"] == true && now["gaps"] != then["gaps"] => {
            assert_eq!((&now["reference"], &now["items"]), (&then["reference"], &then["items"]), "{at}");
        }
        (Value::Object(now), Value::Object(then)) => {
            for (key, then) in then {
                still_says(now.get(key).unwrap_or(&Value::Null), then, &format!("{at}.{key}"));
            }
        }
        (Value::Array(now), Value::Array(then)) => {
            // No earlier program asked for the confirmation that 9001 wants, nor whether something is all or a part.
            let asked = ["unaffected", "whole_organisation", "all_services", "all_offerings", "all_activities"];
            let now: Vec<&Value> = now.iter().filter(|one| !asked.iter().any(|code| one["code"] == *code)).collect();
            assert_eq!(now.len(), then.len(), "{at}");
            for (i, (now, then)) in now.iter().zip(then).enumerate() {
                still_says(now, then, &format!("{at}[{i}]"));
            }
        }
        _ => assert_eq!(now, then, "{at}"),
    }
}

#[test]
fn a_workspace_of_every_earlier_program_answers_as_before() {
    for name in names() {
        let place = written_by(&name);
        for (command, then) in answers(&name).as_object().unwrap() {
            let now = place.json(&command.split(' ').collect::<Vec<_>>());
            still_says(&now, then, &format!("{name}: {command}"));
        }
        assert_eq!(place.json(&["verify", "--deep"])["ok"], true, "{name}");
    }
}

#[test]
fn its_tables_are_what_its_ledger_says_and_it_goes_on() {
    for name in names() {
        let place = written_by(&name);
        let mut workspace = place.reopen().unwrap();
        let opened = rows(workspace.db());
        assert!(!opened["document"].is_empty(), "{name}");
        workspace.rebuild(&|_, _| Ok(())).unwrap();
        assert_eq!(rows(workspace.db()), opened, "{name}: tables as opened, and filled again");
        let manager = people::list(workspace.db()).unwrap().into_iter().find(|p| p.role == Role::QualityManager);
        workspace.act_as(manager.map_or("local".to_owned(), |p| p.email));
        let before = workspace.head().unwrap().size;
        workspace
            .transact(|tx| people::enrol(tx, "Second Auditor", "second.auditor@example.org", Role::Auditor, None))
            .unwrap();
        assert_eq!(workspace.head().unwrap().size, before + 2, "{name}: it goes on, with its machine's key enrolled");
    }
}

/// The kinds the code can read: what its enumerations of events are called in the ledger.
pub(super) fn kinds() -> BTreeSet<String> {
    let name = Regex::new(r#"#\[serde\(rename = "(\w+\.\w+)"[,)]"#).unwrap();
    let files = walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).into_iter().flatten();
    let mut kinds = BTreeSet::new();
    for file in files.filter(|f| f.path().extension().is_some_and(|e| e == "rs")) {
        let source = std::fs::read_to_string(file.path()).unwrap();
        kinds.extend(name.captures_iter(&source).map(|found| found[1].to_owned()));
    }
    assert!(kinds.contains("document.registered"), "the names of events are found: {kinds:?}");
    kinds
}

#[test]
fn every_kind_of_event_is_in_a_kept_workspace() {
    let mut kept = BTreeSet::new();
    for name in names() {
        let workspace = written_by(&name).reopen().unwrap();
        let size = workspace.head().unwrap().size;
        ledger::for_each_entry(workspace.db(), 0..size, |_, bytes| {
            let event: Value = serde_json::from_str(Entry::parse(bytes)?.event())?;
            kept.insert(event["kind"].as_str().unwrap().to_owned());
            Ok(())
        })
        .unwrap();
    }
    let kinds = kinds();
    let missing: BTreeSet<String> = kinds.difference(&kept).cloned().collect();
    let named: BTreeSet<String> = IN_NO_WORKSPACE_YET.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(missing, named, "left: kinds that no kept workspace holds; right: those known to be in none yet");
    let unread: Vec<&String> = kept.difference(&kinds).collect();
    assert!(unread.is_empty(), "kinds that were written once and nothing reads any more: {unread:?}");
}
