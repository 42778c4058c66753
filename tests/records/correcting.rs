//! What was entered about a record is corrected: by one event with before, after and reason.

use std::collections::BTreeMap;

use clausebook::coverage::{self, State};
use clausebook::ids::{RecordId, ScopeItemId};
use clausebook::items::ItemId;
use clausebook::ledger::{self, Entry};
use clausebook::named::List;
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::systems;
use clausebook::undo;
use serde_json::{Value, json};

use crate::support::day;
use crate::support::organisation::{Organisation, owned, record};

fn wanted(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn report(at: &mut Organisation) -> RecordId {
    let particulars = Particulars {
        kind: "review".into(),
        period_from: Some(day(2026, 1, 1)),
        period_to: Some(day(2026, 3, 31)),
        collected: Some(day(2026, 1, 10)),
        valid_until: Some(day(2026, 12, 31)),
        retention: "3 years".into(),
        note: "signed".into(),
        ..Particulars::new("Report".into())
    };
    at.does(|tx| records::file(tx, NewRecord { particulars, ..record("Report") }))
}

fn correct(at: &mut Organisation, id: RecordId, pairs: &[(&str, &str)]) -> bool {
    at.does(|tx| records::correct(tx, id, &wanted(pairs), None, "as the paper says"))
}

fn last_event(at: &Organisation) -> Value {
    let bytes = ledger::entry_bytes(at.db(), at.workspace.head().unwrap().size - 1).unwrap().unwrap();
    serde_json::from_str(Entry::parse(&bytes).unwrap().event()).unwrap()
}

#[test]
fn every_particular_in_the_list_can_be_corrected_and_cleared_and_back() {
    let mut at = Organisation::new();
    let id = report(&mut at);
    let before = records::by_id(at.db(), id).unwrap();
    for (field, text) in before.particulars.texts() {
        let other = if text.starts_with("20") { "2026-02-02" } else { "Another" };
        assert!(correct(&mut at, id, &[(field.name, other)]), "{}", field.name);
        let now = records::by_id(at.db(), id).unwrap().particulars.texts();
        assert!(now.iter().any(|(there, text)| there.name == field.name && text == other), "{}", field.name);
        if !field.needed {
            assert!(correct(&mut at, id, &[(field.name, "")]), "{} is cleared", field.name);
        }
        assert!(correct(&mut at, id, &[(field.name, &text)]));
        assert_eq!(records::by_id(at.db(), id).unwrap(), before, "{} is as it was", field.name);
    }
    at.rebuilds_the_same();
}

#[test]
fn a_correction_is_one_event_with_before_after_and_reason() {
    let mut at = Organisation::new();
    let id = report(&mut at);
    at.wrote();
    correct(&mut at, id, &[("title", " Audit report "), ("valid_until", "")]);
    assert_eq!(at.wrote(), ["record.corrected"]);
    let data = json!({
        "id": id,
        "changes": [
            {"field": "title", "before": "Report", "after": "Audit report"},
            {"field": "valid_until", "before": "2026-12-31", "after": ""},
        ],
        "reason": "as the paper says",
    });
    assert_eq!(last_event(&at)["data"], data);
}

#[test]
fn the_same_value_writes_nothing() {
    let mut at = Organisation::new();
    let id = report(&mut at);
    at.wrote();
    assert!(!correct(&mut at, id, &[("title", "Report "), ("valid_until", "2026-12-31")]));
    assert!(!at.does(|tx| records::correct(tx, id, &wanted(&[]), Some(Vec::new()), "it belongs to all")));
    assert_eq!(at.wrote(), Vec::<String>::new());
}

#[test]
fn a_correction_is_checked_as_a_filing_is() {
    let mut at = Organisation::new();
    let id = report(&mut at);
    let mut refused =
        |pairs: &[(&str, &str)], reason: &str| at.refuses(|tx| records::correct(tx, id, &wanted(pairs), None, reason));
    assert_eq!(refused(&[("title", "Other")], " "), "record_without_reason");
    assert_eq!(refused(&[("title", " ")], "r"), "record_incomplete");
    assert_eq!(refused(&[("period_to", "2025-12-31")], "r"), "record_period_reversed");
    assert_eq!(refused(&[("valid_until", "2026-01-09")], "r"), "record_validity_reversed");
    assert_eq!(refused(&[("valid_until", "soon")], "r"), "day_unreadable");
    assert_eq!(refused(&[("owner", "Ada")], "r"), "particular_unknown");
    at.does(|tx| records::take_back(tx, id, "filed twice"));
    assert_eq!(at.refuses(|tx| records::correct(tx, id, &wanted(&[("note", "")]), None, "r")), "record_is_taken_back");
}

fn state(at: &Organisation, clause: &str, place: Option<&str>, on: clausebook::day::Day) -> State {
    let item = place.map(|code| systems::scope_item(at.db(), code).unwrap());
    let rows = coverage::coverage(at.db(), &"9001:2015".parse().unwrap(), item.as_ref(), on).unwrap().rows;
    rows.into_iter().find(|row| row.reference.clause == clause).unwrap().state
}

#[test]
fn coverage_follows_a_corrected_validity_and_scope() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("QMS", &["A", "B"]);
    let id = report(&mut at);
    at.map(ItemId::Record(id), "9001/9.2.2");
    assert_eq!(state(&at, "9.2.2", Some("B"), day(2026, 12, 31)), State::Covered);
    correct(&mut at, id, &[("valid_until", "2026-12-30")]);
    assert_ne!(state(&at, "9.2.2", Some("B"), day(2026, 12, 31)), State::Covered);
    let only_a: Vec<ScopeItemId> = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    at.does(|tx| records::correct(tx, id, &wanted(&[]), Some(only_a), "B was not part of it"));
    let on = day(2026, 2, 1);
    assert_eq!(state(&at, "9.2.2", Some("A"), on), State::Covered);
    assert_ne!(state(&at, "9.2.2", Some("B"), on), State::Covered);
    at.rebuilds_the_same();
}

#[test]
fn undoing_a_correction_that_was_corrected_again_is_refused_and_names_it() {
    let mut at = Organisation::new();
    let id = report(&mut at);
    at.workspace.act_as("first");
    correct(&mut at, id, &[("title", "Audit report")]);
    at.workspace.act_as("second");
    correct(&mut at, id, &[("title", "Report of the audit")]);
    at.workspace.act_as("first");
    let refusal = undo::undo(&mut at.workspace).unwrap_err();
    assert!(refusal.value("since").unwrap().contains("record.corrected 2026-01-15 second"), "{refusal}");
}
