//! One reason for each state: what is there and does not count is told apart, and named.

use clausebook::coverage::{self, Shown, State, Why};
use clausebook::day::Due;
use clausebook::documents::{self, DocumentKind, NewDocument};
use clausebook::items::ItemId;
use clausebook::mapping::{self, NewLink, Strength};
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::systems;

use super::{row, stands, whys};
use crate::support::day;
use crate::support::organisation::{Organisation, approval, by_hand, owned, record, revision, today};

/// A clause that asks for neither a document nor a record.
const CLAUSE: &str = "9001/7.5.3.1";

#[test]
fn a_document_that_does_not_count_says_how_it_stands() {
    let mut at = Organisation::new();
    let id = at.does(|tx| documents::register(tx, NewDocument::new("PR-1", "Purchasing", DocumentKind::Procedure)));
    at.map(ItemId::Document(id), CLAUSE);
    assert_eq!(stands(&at, CLAUSE), (State::Gap, vec![Why::Listed]));
    at.does(|tx| documents::file_revision(tx, id, revision("one")));
    assert_eq!(stands(&at, CLAUSE), (State::Partial, vec![Why::Draft]));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 2, 1))));
    assert_eq!(stands(&at, CLAUSE), (State::Partial, vec![Why::Coming]));
    at.turn_to(day(2026, 2, 1));
    let either = Due::Ambiguous { day_first: day(2026, 12, 3), month_first: day(2026, 3, 12) };
    at.does(|tx| documents::set_next_review(tx, id, Some(either)));
    let on = |at: &Organisation, on| {
        let row = row(at, CLAUSE, None, on);
        (row.state, whys(&row))
    };
    assert_eq!(on(&at, day(2026, 2, 1)), (State::Covered, vec![]));
    assert_eq!(on(&at, day(2026, 3, 13)), (State::Partial, vec![Why::UnclearDate]));
    at.does(|tx| documents::set_next_review(tx, id, Some(Due::Day { day: day(2026, 3, 12) })));
    assert_eq!(on(&at, day(2026, 3, 13)), (State::Partial, vec![Why::Overdue]));
    at.does(|tx| documents::withdraw(tx, id, "unused", tx.today()));
    assert_eq!(on(&at, day(2026, 2, 1)), (State::Gap, vec![Why::Withdrawn]));
    at.rebuilds_the_same();
}

#[test]
fn a_record_that_does_not_count_says_how_it_stands() {
    let mut at = Organisation::new();
    let file = |at: &mut Organisation, particulars| {
        let id = at.does(|tx| records::file(tx, NewRecord { particulars, ..record("Report") }));
        at.map(ItemId::Record(id), CLAUSE);
        id
    };
    let later = Particulars { collected: Some(day(2026, 2, 1)), ..Particulars::new("Later".into()) };
    let id = file(&mut at, later);
    assert_eq!(stands(&at, CLAUSE), (State::Gap, vec![Why::NotYet]));
    at.does(|tx| records::undo_filing(tx, id));
    let short = Particulars { valid_until: Some(day(2026, 1, 1)), ..Particulars::new("Short".into()) };
    let id = file(&mut at, short);
    assert_eq!(stands(&at, CLAUSE), (State::Gap, vec![Why::Expired]), "it had ended before it was filed");
    at.does(|tx| records::take_back(tx, id, "wrong"));
    assert_eq!(stands(&at, CLAUSE), (State::Gap, vec![Why::NothingFiled]), "what is taken back is not there");
    let old = file(&mut at, Particulars::new("Old".into()));
    assert_eq!(stands(&at, CLAUSE), (State::Covered, vec![]));
    let new = at.record("New");
    at.turn_to(day(2026, 1, 20));
    at.does(|tx| records::replace(tx, old, new, "newer"));
    assert_eq!(whys(&row(&at, CLAUSE, None, day(2026, 1, 20))), [Why::Replaced]);
    at.rebuilds_the_same();
}

#[test]
fn reasons_and_what_covers_are_named() {
    let mut at = Organisation::new();
    for code in ["PR-1", "PR-2", "PR-3"] {
        let id = at.draft(code);
        at.map(ItemId::Document(id), "9001/8.4.2");
    }
    let named = |at: &Organisation, clause: &str| {
        let opened = coverage::open_clause(at.db(), clause, today()).unwrap();
        opened.stands.unwrap()
    };
    let draft = &named(&at, "9001/8.4.2").gaps[0];
    assert_eq!((draft.why, draft.items.join(" "), draft.more), (Why::Draft, "PR-1 PR-2".to_owned(), 1));
    at.does(|tx| documents::approve(tx, "PR-2", approval(today())));
    for title in ["First", "Second"] {
        let id = at.record(title);
        at.map(ItemId::Record(id), "9001/8.4.2");
    }
    let shown = named(&at, "9001/8.4.2").shown.unwrap();
    let by = Shown { documents: vec!["PR-2".into()], more_documents: 0, records: 2, years: Some((2026, 2026)) };
    assert_eq!(shown, by);
    let heading = named(&at, "9001/8.4");
    assert_eq!((heading.gaps[0].why, heading.gaps[0].parts), (Why::Parts, Some((1, 3))));
}

#[test]
fn support_of_the_kind_asked_for_is_not_nothing() {
    let mut at = Organisation::new();
    let (document, record) = (at.document("PR-1"), at.record("Report"));
    at.map(ItemId::Document(document), "9001/9.2.2");
    at.does(|tx| mapping::link(tx, by_hand(ItemId::Record(record), "9001/9.2.2", Strength::Supporting)));
    assert_eq!(stands(&at, "9001/9.2.2"), (State::Partial, vec![Why::OnlySupporting]));
}

#[test]
fn one_that_is_mapped_fully_at_one_site_and_partly_at_all_is_named_where_it_is_partial() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("QMS", &["A", "B"]);
    let record = ItemId::Record(at.record("Change log"));
    let scope = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    at.does(|tx| mapping::link(tx, NewLink { scope, ..by_hand(record, "9001/7.5.3", Strength::Full) }));
    at.does(|tx| mapping::link(tx, by_hand(record, CLAUSE, Strength::Partial)));
    let row = coverage::open_clause(at.db(), CLAUSE, today()).unwrap().stands.unwrap();
    let part = row.gaps.iter().find(|gap| gap.why == Why::OnlyPart).unwrap();
    assert_eq!(part.items.len(), 1, "{:?}", row.gaps);
}
