//! Records that count no longer: replaced by another, or taken back, with a reason, and shown all the same.

use clausebook::agenda;
use clausebook::coverage::{self, State as Covered};
use clausebook::day::Day;
use clausebook::error::Result;
use clausebook::ids::RecordId;
use clausebook::items::ItemId;
use clausebook::mapping;
use clausebook::records::{self, Exit, NewRecord, Particulars, State};
use clausebook::workspace::Tx;

use super::counts;
use crate::support::day;
use crate::support::organisation::{Organisation, by_hand, record, today};

/// A record that was valid until a day, mapped to 9.2.2 of 9001.
fn until(at: &mut Organisation, title: &str, last: Day) -> RecordId {
    let particulars = Particulars { valid_until: Some(last), ..Particulars::new(title.into()) };
    let id = at.does(|tx| records::file(tx, NewRecord { particulars, ..record(title) }));
    at.map(ItemId::Record(id), "9001/9.2.2");
    id
}

fn due(at: &Organisation, on: Day) -> Vec<String> {
    agenda::due_until(at.db(), None, on).unwrap().into_iter().map(|due| due.code).collect()
}

fn state(at: &Organisation, id: RecordId, on: Day) -> State {
    records::by_id(at.db(), id).unwrap().state(on)
}

fn covered(at: &Organisation, on: Day) -> Covered {
    let rows = coverage::coverage(at.db(), &"9001:2015".parse().unwrap(), None, on).unwrap().rows;
    rows.into_iter().find(|row| row.reference.clause == "9.2.2").unwrap().state
}

fn replace(id: RecordId, by: RecordId) -> impl Fn(&mut Tx<'_>) -> Result<()> {
    move |tx| records::replace(tx, id, by, "the next quarter")
}

#[test]
fn expired_evidence_with_a_successor_is_not_overdue() {
    let mut at = Organisation::new();
    let old = until(&mut at, "Backup test Q2", day(2026, 2, 1));
    let new = until(&mut at, "Backup test Q3", day(2026, 12, 1));
    at.turn_to(day(2026, 3, 1));
    assert_eq!(due(&at, day(2026, 3, 1)), ["REC-2026-001", "REC-2026-002"]);
    at.does(replace(old, new));
    assert_eq!(due(&at, day(2026, 3, 1)), ["REC-2026-002"]);
    let counts: usize =
        agenda::due_days(at.db(), Day::MIN, Day::MAX, today(), 9).unwrap().iter().map(|d| d.records).sum();
    assert_eq!(counts, 1, "nor is it counted on its day");
    let page = agenda::due_page(at.db(), None, [Day::MIN, Day::MAX], today(), None, 9).unwrap();
    assert_eq!((page.total, page.page.rows.len()), (1, 1));
    assert_eq!(agenda::load(at.db(), today(), 12).unwrap().iter().map(|load| load.records).sum::<usize>(), 1);
    assert_eq!(state(&at, old, day(2026, 3, 1)), State::Replaced, "and stays shown");
    at.rebuilds_the_same();
}

#[test]
fn a_replacement_holds_from_its_day_and_is_shown_both_ways() {
    let mut at = Organisation::new();
    let old = until(&mut at, "Backup test Q2", day(2026, 12, 1));
    let new = at.record("Backup test Q3");
    at.turn_to(day(2026, 3, 1));
    at.does(replace(old, new));
    assert_eq!([day(2026, 2, 28), day(2026, 3, 1)].map(|on| state(&at, old, on)), [State::InDate, State::Replaced]);
    assert_eq!(counts(&at, old), Some((today(), day(2026, 2, 28))));
    assert_ne!(covered(&at, day(2026, 3, 1)), Covered::Covered, "the successor is not mapped");
    let exited = records::exited(at.db(), old).unwrap().remove(0);
    assert_eq!((exited.exit, exited.on, exited.reason.as_str()), (Exit::Replaced, day(2026, 3, 1), "the next quarter"));
    assert_eq!((exited.who.as_str(), exited.by.unwrap().id), ("local", new));
    assert_eq!(records::replaced_by(at.db(), new).unwrap().remove(0).id, old);
}

#[test]
fn nothing_replaces_itself_in_a_circle_or_out_of_nothing() {
    let mut at = Organisation::new();
    let [a, b, c, back] = ["A", "B", "C", "D"].map(|title| at.record(title));
    at.does(|tx| records::take_back(tx, back, "filed twice"));
    at.does(replace(a, b));
    at.does(replace(b, c));
    assert_eq!(at.refuses(replace(a, a)), "record_replaces_itself");
    assert_eq!(at.refuses(replace(a, c)), "record_already_replaced");
    assert_eq!(at.refuses(replace(c, a)), "record_replaced_in_circle");
    assert_eq!(at.refuses(replace(c, back)), "record_is_taken_back");
    assert_eq!(at.refuses(replace(back, c)), "record_is_taken_back");
    assert_eq!(at.refuses(|tx| records::replace(tx, c, b, "")), "record_without_reason");
    assert_eq!(at.refuses(replace(c, RecordId::new())), "record_not_found");
}

#[test]
fn what_was_filed_by_mistake_stays_shown_and_counts_for_nothing() {
    let mut at = Organisation::new();
    let id = until(&mut at, "Report", day(2026, 12, 1));
    let before = records::files(at.db(), id).unwrap();
    at.document("PR-1");
    assert_eq!(at.refuses(|tx| records::take_back(tx, id, " ")), "record_without_reason");
    at.wrote();
    at.does(|tx| records::take_back(tx, id, " filed twice "));
    assert_eq!(at.wrote(), ["record.taken_back"]);
    let exited = records::exited(at.db(), id).unwrap().remove(0);
    assert_eq!((exited.exit, exited.on, exited.reason.as_str()), (Exit::TakenBack, today(), "filed twice"));
    assert_eq!(state(&at, id, day(2020, 1, 1)), State::TakenBack, "it never counted");
    assert_eq!(records::find(at.db(), "REC-2026-001").unwrap().id, id);
    assert_eq!(records::files(at.db(), id).unwrap(), before);
    assert_eq!(counts(&at, id), None);
    assert_eq!(covered(&at, today()), Covered::Gap);
    assert_eq!(due(&at, today()).len(), 1, "only the document is due");
    assert_eq!(records::ages(at.db(), today()).unwrap(), [0; 4]);
    assert!(mapping::proposals(at.db(), ItemId::Record(id), &at.held()).unwrap().is_empty());
    assert_eq!(at.refuses(|tx| records::take_back(tx, id, "again")), "record_is_taken_back");
    let link = by_hand(ItemId::Record(id), "9001/9.1", mapping::Strength::Full);
    assert_eq!(at.refuses(|tx| mapping::link(tx, link)), "record_is_taken_back");
    at.rebuilds_the_same();
}

#[test]
fn what_a_record_filed_by_mistake_had_replaced_counts_again() {
    let mut at = Organisation::new();
    let old = until(&mut at, "Backup test Q2", day(2026, 12, 1));
    let new = at.record("Backup test Q3");
    at.does(replace(old, new));
    assert_eq!(at.refuses(|tx| records::undo_filing(tx, new)), "record_in_place_of");
    let again = at.does(|tx| records::take_back(tx, new, "filed twice"));
    assert_eq!(again, ["REC-2026-001"]);
    assert_eq!((state(&at, old, today()), covered(&at, today())), (State::InDate, Covered::Covered));
    at.rebuilds_the_same();
}

#[test]
fn what_was_taken_back_or_replaced_is_reinstated_with_a_reason() {
    let mut at = Organisation::new();
    let (old, new) = (at.record("Backup test Q2"), at.record("Backup test Q3"));
    assert_eq!(at.refuses(|tx| records::reinstate(tx, old, "why")), "record_not_gone");
    at.does(replace(old, new));
    at.does(|tx| records::take_back(tx, old, "filed twice"));
    assert_eq!(at.refuses(|tx| records::reinstate(tx, old, "")), "record_without_reason");
    assert_eq!(state(&at, old, today()), State::TakenBack);
    at.does(|tx| records::reinstate(tx, old, "it was right"));
    assert_eq!(state(&at, old, today()), State::Replaced, "what held before holds again");
    at.does(|tx| records::reinstate(tx, old, "both are needed"));
    assert_eq!(state(&at, old, today()), State::InDate);
    at.rebuilds_the_same();
}

#[test]
fn every_record_that_counts_is_handed_over_with_its_days_in_the_order_of_keys() {
    let mut at = Organisation::new();
    let [a, b, c, back] = ["A", "B", "C", "D"].map(|title| until(&mut at, title, day(2026, 12, 1)));
    at.does(|tx| records::take_back(tx, back, "filed twice"));
    at.turn_to(day(2026, 2, 1));
    at.does(replace(b, c));
    let mut seen = Vec::new();
    let see = |id, standing: records::Standing| {
        seen.extend(standing.counts().map(|(first, last)| (id, first, last)));
        Ok(())
    };
    records::for_each_stands(at.db(), see).unwrap();
    let (end, replaced) = (day(2026, 12, 1), day(2026, 1, 31));
    assert_eq!(seen, [(a, today(), end), (b, today(), replaced), (c, today(), end)]);
    for (id, first, last) in seen {
        assert_eq!(counts(&at, id), Some((first, last)));
    }
}

#[test]
fn taking_back_the_successor_of_what_was_taken_back_is_undone_as_it_was() {
    let mut at = Organisation::new();
    let old = until(&mut at, "Backup test Q2", day(2026, 2, 1));
    let new = until(&mut at, "Backup test Q3", day(2026, 12, 1));
    at.does(replace(old, new));
    at.does(|tx| records::take_back(tx, old, "by mistake").map(drop));
    let exits = |at: &Organisation| records::exited(at.db(), old).unwrap();
    let before = exits(&at);
    at.does(|tx| records::take_back(tx, new, "by mistake").map(drop));
    assert_ne!(exits(&at), before, "what was taken back stands in no place");
    clausebook::undo::undo(&mut at.workspace).unwrap();
    assert_eq!(exits(&at), before);
    assert_eq!(records::by_id(at.db(), old).unwrap().exit, Some(Exit::TakenBack));
    at.rebuilds_the_same();
}
