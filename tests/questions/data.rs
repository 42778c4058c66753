//! What today's data say of mappings and nobody decided on, or decided otherwise: asked, answered, taken back, and overtaken.

use clausebook::coverage::{self, State as Covers};
use clausebook::ids::LinkId;
use clausebook::mapping::{self, Accepted, Basis, MappingEvent, Origin, PointState, Strength};
use clausebook::questions::Kind;
use clausebook::standards::{ClauseRef, Direction};

use super::*;

fn clause(text: &str) -> ClauseRef {
    text.parse().unwrap()
}

/// A mapping as a program wrote it that knew no points.
fn before_points(at: &mut Organisation, item: ItemId, reference: &str, origin: Origin, basis: Option<Basis>) {
    at.does(|tx| {
        tx.append(&MappingEvent::Linked {
            id: LinkId::new(),
            item,
            reference: clause(reference),
            strength: Strength::Full,
            reason: String::new(),
            variance: String::new(),
            scope: Vec::new(),
            origin,
            basis,
            points: Vec::new(),
            data: String::new(),
        })
    });
}

/// Policies that such a program mapped to two standards.
fn policies(at: &mut Organisation, codes: &[&str]) -> Vec<ItemId> {
    let mut out = Vec::new();
    for code in codes {
        let item = ItemId::Document(at.document(code));
        for reference in ["27001:2013/5.2", "9001:2015/5.2.1"] {
            before_points(at, item, reference, Origin::Hand, None);
        }
        out.push(item);
    }
    out
}

fn asked(at: &Organisation, kind: Kind) -> Vec<questions::QuestionShown> {
    let found =
        questions::list(at.db(), questions::Wanted { kind: Some(kind), all: false, each: true, limit: 100 }, today())
            .unwrap();
    found.groups.into_iter().flat_map(|group| group.rows).collect()
}

fn of_clause(question: &questions::QuestionShown, reference: &str) -> bool {
    matches!(&question.differs, Some(questions::Differs::Points { at, .. }) if *at == clause(reference))
}

fn state_of(at: &Organisation, reference: &str) -> Covers {
    let clause = clause(reference);
    coverage::standing(at.db(), std::slice::from_ref(&clause), today()).unwrap()[&clause]
}

fn points(at: &Organisation, item: ItemId, state: PointState) -> usize {
    mapping::points_of(at.db(), item).unwrap().iter().filter(|point| point.state == state).count()
}

#[test]
fn points_that_nobody_knew_are_asked_once_for_each_item_and_clause() {
    let mut at = Organisation::new();
    let items = policies(&mut at, &["PO-1", "PO-2"]);
    assert_eq!(state_of(&at, "9001:2015/5.2.1"), Covers::Covered, "what was not recorded opens nothing by itself");
    let clauses: Vec<_> =
        mapping::unrecorded(at.db(), items[0]).unwrap().into_iter().map(|point| (point.at, point.id)).collect();
    let mut each: Vec<_> = clauses.iter().map(|(at, _)| at).collect();
    each.dedup();
    assert_eq!(at.does(questions::ask_of_data), 2 * each.len(), "one for each item and clause, not for each point");
    assert_eq!(at.does(questions::ask_of_data), 0, "asked again, they are the same ones");
    let open = asked(&at, Kind::Points);
    let first = open.iter().find(|q| q.clauses.len() == 2 && of_clause(q, "9001:2015/5.2.1")).unwrap().clone();
    assert_eq!((first.alike, first.readings.len()), (1, 2), "the other policy's is like it");
    at.answer_all(&first.code, 1);
    assert!(items.iter().all(|item| points(&at, *item, PointState::Open) > 0), "both are open");
    assert_eq!(state_of(&at, "9001:2015/5.2.1"), Covers::Partial);
    at.rebuilds_the_same();
    at.undoes();
    assert_eq!((asked(&at, Kind::Points).len(), state_of(&at, "9001:2015/5.2.1")), (2 * each.len(), Covers::Covered));
    at.rebuilds_the_same();
}

#[test]
fn what_is_left_takes_a_reason_and_is_not_asked_again() {
    let mut at = Organisation::new();
    let item = policies(&mut at, &["PO-1"])[0];
    at.does(questions::ask_of_data);
    let open = asked(&at, Kind::Points);
    let leave = |at: &mut Organisation, code: &str| {
        at.does(|tx| questions::settle(tx, code, &Answer::Reading(2), false, "the two policies are one"))
    };
    let refused = at.refuses(|tx| questions::settle(tx, &open[0].code, &Answer::Reading(2), false, "  "));
    assert_eq!(refused, "question_answered_without_reason");
    open.iter().for_each(|question| drop(leave(&mut at, &question.code)));
    assert_eq!((at.does(questions::ask_of_data), points(&at, item, PointState::Open)), (0, 0));
    let left = &mapping::unrecorded_points(at.db(), Some(item)).unwrap()[0].points;
    assert!(left.iter().all(|point| point.left.as_deref() == Some("the two policies are one")), "it stays to be read");
    at.rebuilds_the_same();
    at.undoes();
    assert_eq!(asked(&at, Kind::Points).len(), 1, "taken back, it is asked as it was");
    at.rebuilds_the_same();
}

#[test]
fn what_was_decided_in_another_way_is_not_asked_any_more() {
    let mut at = Organisation::new();
    let items = policies(&mut at, &["PO-1", "PO-2", "PO-3"]);
    at.does(questions::ask_of_data);
    let each = asked(&at, Kind::Points).len() / 3;
    at.does(|tx| mapping::record_points(tx, items[0]));
    assert_eq!(asked(&at, Kind::Points).len(), 2 * each, "recorded in the terminal");
    at.does(|tx| mapping::unlink(tx, items[1], &clause("9001:2015/5.2.1"), "it is not there"));
    assert_eq!(asked(&at, Kind::Points).len(), each, "one of its mappings is gone");
    let change = [("strength".to_owned(), "supporting".to_owned()), ("reason".to_owned(), "a hint".to_owned())].into();
    at.does(|tx| mapping::correct(tx, items[2], &clause("27001:2013/5.2"), &change, None, "read again"));
    assert_eq!(asked(&at, Kind::Points).len(), 0, "what supports alone fires nothing");
    at.rebuilds_the_same();
    at.undoes();
    assert_eq!(at.does(questions::ask_of_data), 0, "it satisfies again, and its points were recorded with that");
    at.rebuilds_the_same();
}

#[test]
fn a_mapping_accepted_on_what_the_data_say_otherwise_is_asked_about() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("PR-1"));
    at.map(item, "20000-1/9.2.2");
    let from = clause("20000-1:2018/9.2.2");
    let was = |direction| Basis { relation: "similar".into(), direction, data: "000000000000".into() };
    let origin = || Origin::Correlation { from: from.clone(), relation: "similar".into() };
    before_points(&mut at, item, "9001:2015/9.2.2", origin(), Some(was(Direction::Both)));
    before_points(&mut at, item, "9001:2015/7.1.4", origin(), Some(was(Direction::Back)));
    at.does(questions::ask_of_data);
    let open = asked(&at, Kind::Relation);
    let now: Vec<_> = open
        .iter()
        .map(|question| match question.differs.clone() {
            Some(questions::Differs::Relation { now, .. }) => now,
            other => panic!("{other:?}"),
        })
        .collect();
    let identical = Accepted { relation: "identical_hls".into(), direction: Some(Direction::Both) };
    assert_eq!(now, [Some(identical), None], "another one, or no correspondence");
    let refused = at.refuses(|tx| questions::settle(tx, &open[0].code, &Answer::Reading(1), false, ""));
    assert_eq!(refused, "question_answered_without_reason");
    at.does(|tx| questions::settle(tx, &open[0].code, &Answer::Reading(1), false, "the text was compared"));
    at.answer(&open[1].code, 2);
    let mapped: Vec<_> =
        mapping::of_item(at.db(), item).unwrap().into_iter().map(|l| l.reference.to_string()).collect();
    assert_eq!(mapped, ["20000-1:2018/9.2.2", "9001:2015/9.2.2"], "one stays, one is taken back");
    assert_eq!(at.does(questions::ask_of_data), 0, "an answer stands while the data say the same");
    at.rebuilds_the_same();
    at.undoes();
    assert_eq!(asked(&at, Kind::Relation).len(), 1);
    at.does(|tx| mapping::unlink(tx, item, &clause("9001:2015/7.1.4"), "nothing there"));
    assert_eq!(asked(&at, Kind::Relation).len(), 0, "the mapping is gone");
    at.rebuilds_the_same();
    at.undoes();
    assert_eq!(asked(&at, Kind::Relation).len(), 1, "and is there again");
    at.rebuilds_the_same();
}

#[test]
fn what_was_decided_on_these_data_raises_no_question() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("PO-1"));
    for reference in ["27001/5.2", "9001/5.2.1", "20000-1/9.2.2"] {
        at.map(item, reference);
    }
    let held = at.held();
    at.does(|tx| mapping::accept(tx, item, &clause("9001:2015/9.2.2"), None, "compared", &held));
    let size = at.workspace.head().unwrap().size;
    assert_eq!((at.does(questions::ask_of_data), at.workspace.head().unwrap().size), (0, size));
}
