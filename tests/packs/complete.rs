//! A pack against the workspace it came from: every entry about what is in it is there, and nothing that belongs in it is left out.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::verify::{Fact, Report};

use super::forged::Forger;
use super::forged::bag::Bag;

fn against(pack: &Path, folder: &Path) -> Report {
    checked::pack(pack, Some(folder), &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

/// Leaves out the entries that the history says are about `code`, all or the first one of a kind, and seals the rest.
fn without(forger: &Forger, code: &str, kind: Option<&str>) -> Vec<String> {
    let mut bag: Bag = forger.bag();
    let history = bag.text("data/history.csv");
    let left: Vec<bool> = history
        .lines()
        .skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            cells[4].split("; ").any(|about| about == code) && kind.is_none_or(|kind| cells[3] == kind)
        })
        .collect();
    let rest = |text: String, between: &str| -> String {
        text.split_inclusive(between).zip(&left).filter(|(_, left)| !**left).map(|(one, _)| one).collect()
    };
    bag.set("data/ledger/entries.jsonl", rest(bag.text("data/ledger/entries.jsonl"), "\n"));
    bag.set("data/ledger/proofs.txt", rest(bag.text("data/ledger/proofs.txt"), "\n\n"));
    if kind.is_none() {
        bag.files.retain(|name, _| !name.contains(&format!("/{code} ")));
    }
    bag.seal(&forger.key.clone());
    std::fs::write(forger.place.path("without.zip"), bag.archive().bytes()).unwrap();
    let places = history.lines().skip(1).zip(&left).filter(|(_, left)| **left);
    places.map(|(row, _)| format!("entry {}", row.split(',').next().unwrap())).collect()
}

fn places<'r>(report: &'r Report, code: &str) -> Vec<&'r str> {
    report.findings.iter().filter(|found| found.code == code).map(|found| found.place.as_str()).collect()
}

#[test]
fn a_genuine_pack_holds_all_that_the_workspace_says_of_what_is_in_it() {
    let forger = Forger::new();
    let report = against(&forger.pack, &forger.place.path("ws"));
    assert!(report.ok && report.unmet.is_empty(), "{:?} {:?}", report.findings, report.unmet);
    let check = report.checks.iter().find(|check| check.name == "complete").unwrap();
    let Some(Fact::Complete { entries, items }) = check.said else { panic!("{check:?}") };
    assert!(entries > 100 && items > 20, "{check:?}");
    let alone = checked::pack(&forger.pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert!(alone.checks.iter().all(|check| check.name != "complete"), "without the workspace nothing is said of it");
}

#[test]
fn an_entry_that_the_issuer_left_out_is_named_by_its_place_and_kind() {
    let forger = Forger::new();
    let left = without(&forger, "QP-02", Some("mapping.linked"));
    assert!(!left.is_empty(), "the forgery is one");
    let report = against(&forger.place.path("without.zip"), &forger.place.path("ws"));
    assert_eq!(places(&report, "entry_left_out"), left, "{:?}", report.findings);
    let found = report.findings.iter().find(|found| found.code == "entry_left_out").unwrap();
    assert!(found.message.contains("mapping.linked"), "{found:?}");
}

#[test]
fn a_document_that_the_issuer_left_out_with_all_its_entries_is_named() {
    let forger = Forger::new();
    let left = without(&forger, "QP-02", None);
    let report = against(&forger.place.path("without.zip"), &forger.place.path("ws"));
    assert_eq!(places(&report, "item_left_out"), ["QP-02"], "{:?}", report.findings);
    let named = places(&report, "entry_left_out");
    assert!(left.iter().all(|place| named.contains(&place.as_str())), "{named:?}");
}

#[test]
fn of_two_packs_over_the_same_entries_either_names_what_the_other_leaves_out() {
    let mut forger = Forger::new();
    let left = without(&forger, "QP-02", Some("mapping.linked"));
    let hiding = forger.place.path("without.zip");
    forger.workspace.transact(|tx| clausebook::systems::name_organisation(tx, "Fjordlink 2")).unwrap();
    let later = forger.place.path("later.zip");
    super::build(&mut forger.workspace, &forger.audit, &later).unwrap();
    for (pack, held, whose) in [(&hiding, &later, "this pack"), (&later, &hiding, "what you hold")] {
        let report = against(pack, held);
        assert_eq!(places(&report, "entries_differ"), left, "{:?}", report.findings);
        let found = report.findings.iter().find(|found| found.code == "entries_differ").unwrap();
        let says = [whose, "mapping.linked", "QP-02"].iter().all(|word| found.message.contains(word));
        assert!(says, "{found:?}");
    }
    let genuine = against(&forger.pack, &later);
    assert!(genuine.ok, "{:?}", genuine.findings);
    let alike = |fact: &Fact| matches!(fact, Fact::EntriesAlike { items, of, .. } if items == of && *items > 20);
    assert!(genuine.facts.iter().any(alike), "{:?}", genuine.facts);
    // What was not compared is said, and only then.
    let alone = checked::pack(&forger.pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    let older = against(&later, &forger.pack);
    let folder = against(&forger.pack, &forger.place.path("ws"));
    for (report, told) in [(alone, true), (older, true), (genuine, false), (folder, false)] {
        assert_eq!(report.facts.contains(&Fact::OmissionsNotCompared), told, "{report:?}");
    }
}
