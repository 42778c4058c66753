//! Correcting audits.

use clausebook::audits;
use clausebook::named::Wanted;
use clausebook::systems;
use clausebook::undo::undo;

use super::audit;
use crate::support::day;
use crate::support::organisation::{Organisation, owned};

fn wanted(pairs: &[(&str, &str)]) -> Wanted {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn every_particular_of_an_audit_is_corrected_and_undone() {
    let mut at = Organisation::new();
    at.sites(&["A"]);
    at.does(|tx| audits::plan(tx, audit("AUD-1")));
    let before = audits::by_code(at.db(), "AUD-1").unwrap();
    at.wrote();
    let change = wanted(&[
        ("title", "Second audit"),
        ("kind", "internal"),
        ("editions", "20000-1:2018"),
        ("period_from", ""),
        ("period_to", "2026-06-30"),
    ]);
    let scope = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    at.workspace.take_written();
    assert!(at.does(|tx| audits::correct(tx, "AUD-1", &change, Some(scope), "Planned anew")));
    let now = audits::by_code(at.db(), "AUD-1").unwrap();
    assert_eq!((now.title.as_str(), now.kind.name(), now.scope.clone()), ("Second audit", "internal", owned(&["A"])));
    assert_eq!((now.period_from, now.period_to), (None, Some(day(2026, 6, 30))));
    assert_eq!(now.editions, ["20000-1:2018".parse().unwrap()]);
    assert!(!at.does(|tx| audits::correct(tx, "AUD-1", &change, None, "again")), "it says so already");
    at.rebuilds_the_same();
    at.wrote();
    undo(&mut at.workspace).unwrap();
    assert_eq!(audits::by_code(at.db(), "AUD-1").unwrap(), before);
    assert_eq!(at.wrote(), ["batch.undone", "audit.corrected"]);
}

#[test]
fn what_planning_refuses_is_refused_in_correcting() {
    let mut at = Organisation::new();
    at.does(|tx| audits::plan(tx, audit("AUD-1")));
    let cases = [
        ("title", " ", "audit_incomplete"),
        ("editions", "", "audit_incomplete"),
        ("editions", "27001:2022", "audit_edition_not_held"),
        ("period_to", "2025-01-01", "audit_period_reversed"),
        ("kind", "surprise", "audit_kind_unknown"),
    ];
    for (field, text, reason) in cases {
        let change = wanted(&[(field, text)]);
        assert_eq!(at.refuses(|tx| audits::correct(tx, "AUD-1", &change, None, "why")), reason, "{field} {text}");
    }
    let change = wanted(&[("title", "Second")]);
    assert_eq!(at.refuses(|tx| audits::correct(tx, "AUD-1", &change, None, "")), "audit_corrected_without_reason");
}

#[test]
fn an_audit_corrected_again_is_not_undone_past_that() {
    let mut at = Organisation::new();
    at.does(|tx| audits::plan(tx, audit("AUD-1")));
    at.workspace.take_written();
    for title in ["Second", "Third"] {
        at.workspace.act_as(title);
        at.does(|tx| audits::correct(tx, "AUD-1", &wanted(&[("title", title)]), None, "why"));
    }
    at.workspace.act_as("Second");
    let refusal = undo(&mut at.workspace).unwrap_err();
    assert!(refusal.value("since").unwrap().contains("audit.corrected 2026-01-15 Third"), "{refusal}");
}
