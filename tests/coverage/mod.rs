//! Coverage: what counts for a clause, on which day, and at which place.

mod applicability;
mod controls;
mod places;
mod points;
mod reasons;

use clausebook::coverage::{self, Row, State, Why};
use clausebook::day::Due;
use clausebook::documents;
use clausebook::error::Code;
use clausebook::items::ItemId;
use clausebook::mapping::{self, Strength};
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::systems;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, by_hand, clause, record, today};

/// The row of a clause on a day, for a scope item or the whole system.
fn row(at: &Organisation, reference: &str, scope: Option<&str>, on: clausebook::day::Day) -> Row {
    let reference = clause(reference);
    let scope = scope.map(|code| systems::scope_item(at.db(), code).unwrap());
    let answer = coverage::coverage(at.db(), &reference.edition_id(), scope.as_ref(), on).unwrap();
    answer.rows.into_iter().find(|row| row.reference == reference).unwrap()
}

/// How a clause stands today in the whole system, and why.
fn stands(at: &Organisation, reference: &str) -> (State, Vec<Why>) {
    let row = row(at, reference, None, today());
    (row.state, whys(&row))
}

fn whys(row: &Row) -> Vec<Why> {
    row.gaps.iter().map(|gap| gap.why).collect()
}

#[test]
fn a_document_counts_from_its_first_day_in_force_until_it_is_withdrawn() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    assert_eq!(stands(&at, "9001/7.5.3.1"), (State::Gap, vec![Why::NothingFiled]));
    at.map(ItemId::Document(id), "9001/7.5.3.1");
    assert_eq!(stands(&at, "9001/7.5.3.1"), (State::Partial, vec![Why::Draft]), "a draft covers nothing");
    at.does(|tx| documents::approve(tx, id, approval(today())));
    assert_eq!(stands(&at, "9001/7.5.3.1"), (State::Covered, vec![]));
    at.does(|tx| documents::withdraw(tx, id, "replaced", today()));
    assert_eq!(stands(&at, "9001/7.5.3.1"), (State::Gap, vec![Why::Withdrawn]), "what is withdrawn covers nothing");
    at.rebuilds_the_same();
}

#[test]
fn a_document_counts_to_the_day_of_its_next_review() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.map(ItemId::Document(id), "9001/7.5.3.1");
    let (ambiguous, month) = (
        Due::Ambiguous { day_first: day(2026, 12, 3), month_first: day(2026, 3, 12) },
        Due::Month { first: day(2026, 3, 1) },
    );
    for (due, last) in [
        (Some(Due::Day { day: day(2026, 3, 5) }), day(2026, 3, 5)),
        (Some(month), day(2026, 3, 31)),
        (Some(ambiguous), day(2026, 3, 12)),
    ] {
        at.does(|tx| documents::set_next_review(tx, id, due));
        assert_eq!(row(&at, "9001/7.5.3.1", None, last).state, State::Covered, "{due:?}: the last day counts");
        let after = row(&at, "9001/7.5.3.1", None, last.plus_days(1));
        let why = if matches!(due, Some(Due::Ambiguous { .. })) { Why::UnclearDate } else { Why::Overdue };
        assert_eq!((after.state, whys(&after)), (State::Partial, vec![why]), "{due:?}");
    }
    at.does(|tx| documents::set_next_review(tx, id, None));
    assert_eq!(row(&at, "9001/7.5.3.1", None, day(2099, 1, 1)).state, State::Covered, "without a review it has no end");
    at.rebuilds_the_same();
}

#[test]
fn a_record_counts_until_it_expires_or_is_taken_back() {
    let mut at = Organisation::new();
    let valid = |until| Particulars { valid_until: until, ..Particulars::new("Report".into()) };
    let id =
        at.does(|tx| records::file(tx, NewRecord { particulars: valid(Some(day(2026, 2, 1))), ..record("Report") }));
    at.map(ItemId::Record(id), "9001/9.2.2");
    assert_eq!(row(&at, "9001/9.2.2", None, day(2026, 2, 1)).state, State::Covered);
    assert_eq!(whys(&row(&at, "9001/9.2.2", None, day(2026, 2, 2))), [Why::Expired]);
    let longer = at.record("Another report");
    at.map(ItemId::Record(longer), "9001/9.2.2");
    assert_eq!(row(&at, "9001/9.2.2", None, day(2026, 2, 2)).state, State::Covered, "the best of them counts");
    at.does(|tx| mapping::unlink(tx, ItemId::Record(longer), &clause("9001/9.2.2"), "wrong clause"));
    at.does(|tx| records::undo_filing(tx, longer));
    assert_eq!(row(&at, "9001/9.2.2", None, day(2026, 2, 2)).state, State::Partial, "and no longer than it is there");
    at.rebuilds_the_same();
}

#[test]
fn a_clause_that_asks_for_a_record_is_not_covered_by_a_document() {
    let mut at = Organisation::new();
    let (document, filed) = (at.document("PR-1"), at.record("Report"));
    at.map(ItemId::Document(document), "9001/9.2.2");
    assert_eq!(stands(&at, "9001/9.2.2"), (State::Partial, vec![Why::NoRecord]));
    at.map(ItemId::Record(filed), "9001/9.2.2");
    assert_eq!(stands(&at, "9001/9.2.2"), (State::Covered, vec![]));
    at.map(ItemId::Record(filed), "9001/4.3");
    assert_eq!(stands(&at, "9001/4.3"), (State::Partial, vec![Why::NoDocument]));
}

#[test]
fn part_of_a_clause_is_partial_and_support_alone_a_gap() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("PR-1"));
    at.does(|tx| mapping::link(tx, by_hand(item, "9001/8.4.2", Strength::Supporting)));
    assert_eq!(stands(&at, "9001/8.4.2"), (State::Gap, vec![Why::OnlySupporting]));
    let other = ItemId::Document(at.document("PR-2"));
    at.does(|tx| mapping::link(tx, by_hand(other, "9001/8.4.2", Strength::Partial)));
    assert_eq!(stands(&at, "9001/8.4.2"), (State::Partial, vec![Why::OnlyPart]));
    assert_eq!(row(&at, "9001/8.4.2", None, today()).items, 2);
}

#[test]
fn r19_what_satisfies_a_clause_satisfies_its_parts_and_a_heading_stands_as_its_parts_do() {
    let mut at = Organisation::new();
    assert_eq!(stands(&at, "9001/8.4").0, State::Gap);
    let item = ItemId::Document(at.document("PR-1"));
    at.map(item, "9001/8.4.2");
    assert_eq!(stands(&at, "9001/8.4").0, State::Partial, "one of its parts has something");
    assert_eq!(stands(&at, "9001/8.4.3").0, State::Gap, "nothing goes from part to part");
    at.map(item, "9001/8.4");
    assert_eq!(stands(&at, "9001/8.4.3").0, State::Covered);
    let of_suppliers = ItemId::Record(at.record("Supplier evaluation"));
    at.map(of_suppliers, "9001/8.4.1");
    assert_eq!(stands(&at, "9001/8.4"), (State::Covered, vec![]), "all of its parts are covered");
}

#[test]
fn clauses_that_hold_requirements_are_counted_headings_are_not() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("PR-1"));
    at.map(item, "9001/8.4.2");
    at.does(|tx| mapping::link(tx, by_hand(item, "9001/8.4.3", Strength::Partial)));
    let answer = coverage::coverage(at.db(), &"9001:2015".parse().unwrap(), None, today()).unwrap();
    let summary = answer.summary;
    assert_eq!((summary.covered, summary.partial), (1, 1));
    assert_eq!(summary.clauses, summary.covered + summary.partial + summary.gap);
    assert_eq!(summary.clauses, answer.rows.iter().filter(|row| !row.heading).count());
    let parts = coverage::by_main_clause(&answer.rows);
    let numbers: Vec<&str> = parts.iter().map(|(number, _)| number.as_str()).collect();
    assert_eq!(numbers, ["4", "5", "6", "7", "8", "9", "10"]);
    assert_eq!(parts.iter().map(|(_, part)| part.clauses).sum::<usize>(), summary.clauses);
}

#[test]
fn only_an_edition_that_is_held_has_coverage() {
    let at = Organisation::new();
    let refusal = coverage::coverage(at.db(), &"27001:2022".parse().unwrap(), None, today());
    assert_eq!(refusal.unwrap_err().code(), Code::NotFound);
}

#[test]
fn r12_what_is_only_proposed_covers_nothing() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("PR-1"));
    at.map(item, "20000-1/8.5.1");
    at.map(item, "20000-1/9.2");
    assert!(!mapping::proposals(at.db(), item, &at.held()).unwrap().is_empty());
    for edition in ["9001:2015", "27001:2013"] {
        let answer = coverage::coverage(at.db(), &edition.parse().unwrap(), None, today()).unwrap();
        assert_eq!(answer.summary.covered + answer.summary.partial, 0, "{edition}");
    }
}

#[test]
fn a_clause_that_something_else_shows_is_no_gap_without_the_document() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    for reference in ["9001/7.5.3.1", "9001/9.2", "9001/8.4.1"] {
        at.map(ItemId::Document(id), reference);
    }
    let other = at.document("PR-2");
    at.map(ItemId::Document(other), "9001/7.5.3");
    let record = at.record("Report");
    at.map(ItemId::Record(record), "9001/8.4.1");
    let alone = |at: &Organisation| -> Vec<String> {
        coverage::alone(at.db(), ItemId::Document(id)).unwrap().iter().map(ToString::to_string).collect()
    };
    assert_eq!(alone(&at), ["9001:2015/9.2"], "a clause above and a record count, too");
    at.does(|tx| documents::withdraw(tx, other, "joined", today()));
    assert_eq!(alone(&at), ["9001:2015/7.5.3.1", "9001:2015/9.2"], "what is withdrawn shows nothing");
}

#[test]
fn what_is_mapped_to_a_mere_heading_is_a_part_of_what_stands_below_it() {
    let mut at = Organisation::new();
    let manual = ItemId::Document(at.document("QM-1"));
    at.map(manual, "9001/5");
    assert_eq!(
        stands(&at, "9001/5.1.1"),
        (State::Partial, vec![Why::OnlyPart]),
        "a chapter is no statement of each clause"
    );
    assert_eq!(stands(&at, "9001/5").0, State::Partial);
    assert_eq!(stands(&at, "9001/6.3").0, State::Gap, "another chapter");
    let policy = ItemId::Document(at.document("PR-1"));
    at.map(policy, "9001/7.5");
    assert_eq!(stands(&at, "9001/7.5.1").0, State::Covered, "7.5 is compared as a whole, and counts for its parts");
    at.map(manual, "9001/5.1.1");
    assert_eq!(stands(&at, "9001/5.1.1").0, State::Covered, "its own mapping says so");
    at.rebuilds_the_same();
}

#[test]
fn r163_what_is_mapped_to_a_group_of_controls_shows_none_of_them_whole_in_either_edition() {
    let mut at = Organisation::holding(&["27001:2013", "27001:2022"]);
    let item = ItemId::Document(at.document("PR-1"));
    for (group, control) in [
        ("27001:2013/A.9", "27001:2013/A.9.2.1"),
        ("27001:2013/A.13.1", "27001:2013/A.13.1.1"),
        ("27001:2022/A.5", "27001:2022/A.5.1"),
    ] {
        at.map(item, group);
        assert_eq!(stands(&at, control), (State::Partial, vec![Why::OnlyPart]), "{group}");
        assert_eq!(stands(&at, group).0, State::Partial, "{group}");
        at.map(item, control);
        assert_eq!(stands(&at, control).0, State::Covered, "{control} is decided by itself");
    }
    at.rebuilds_the_same();
}
