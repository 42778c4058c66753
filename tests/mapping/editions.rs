//! Two editions of one standard, and an edition that the data do not know: each clause by the name and at the place that the
//! organisation knows.

use std::collections::BTreeSet;

use clausebook::coverage;
use clausebook::items::ItemId;
use clausebook::mapping::{self, ControlState, NamedPoint, Origin, PointShown, PointState, SettledBy};
use clausebook::standards::catalogue;

use crate::support::organisation::{Organisation, clause, owned, today};

const TODAY: [&str; 3] = ["9001:2015", "20000-1:2018", "27001:2022"];

/// With both editions of 27001; the later one was set up first.
fn with_both() -> Organisation {
    Organisation::holding(&["9001:2015", "20000-1:2018", "27001:2022", "27001:2013"])
}

fn points(at: &Organisation, item: ItemId) -> Vec<PointShown> {
    mapping::points_of(at.db(), item).unwrap()
}

#[test]
fn both_editions_held_belong_on_an_opened_clause() {
    let mut at = with_both();
    let item = ItemId::Record(at.record("Incidents"));
    at.map(item, "20000-1/8.6.1");
    let waits = mapping::proposals(at.db(), item, &at.held()).unwrap();
    let opened = coverage::open_clause(at.db(), "20000-1:2018/8.6.1", today()).unwrap();
    let answered: Vec<_> = opened.answers.iter().map(|a| format!("{}:{}", a.standard, a.edition)).collect();
    assert_eq!(answered.iter().filter(|e| e.starts_with("27001")).count(), 2, "{answered:?}");
    let names = |proposals: Vec<String>| proposals.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(
        names(opened.proposals.iter().map(|p| p.proposal.reference.to_string()).collect()),
        names(waits.iter().map(|p| p.reference.to_string()).collect()),
        "as many as the list of the item has"
    );
    let columns: Vec<_> = opened.editions.iter().map(ToString::to_string).collect();
    assert_eq!(columns.iter().filter(|e| e.starts_with("27001")).count(), 2, "{columns:?}");
    let beside = opened.clause.unwrap().correlated;
    assert_eq!(beside.iter().filter(|row| row.standard == "27001").count(), 2, "also in the short answer of `clause`");
    let control = "27001:2013/A.16.1.5";
    assert!(!coverage::open_clause(at.db(), control, today()).unwrap().proposals.is_empty());
    let group = coverage::open_group(at.db(), control, &owned(&[control]), &[], 40, today()).unwrap();
    assert_eq!((group.open, group.controls[0].cells[0].state), (1, ControlState::Proposed));
}

#[test]
fn the_year_is_said_where_another_edition_is_held() {
    let (both, one) = (with_both().held(), Organisation::holding(&TODAY).held());
    let name = |text: &str, held| clause(text).beside(held);
    assert_eq!(name("27001:2022/7.1", &both), "27001:2022 7.1");
    assert_eq!(name("27001:2013/7.1", &both), "27001:2013 7.1");
    assert_eq!(name("9001:2015/7.1", &both), "9001 7.1");
    assert_eq!(name("27001:2022/A.5.24", &one), "27001 A.5.24");
    assert_eq!(name("27001:2013/A.16", &one), "27001:2013 A.16", "it is not the one that is held");
    assert_eq!(name("27001:2013/A.16", &Vec::new()), "27001 A.16");
}

#[test]
fn a_point_stands_where_the_organisation_has_it() {
    let mut at = Organisation::holding(&TODAY);
    let item = ItemId::Record(at.record("Incidents"));
    at.map(item, "20000-1/8.6.1");
    at.map(item, "27001:2022/A.5.24");
    at.map(item, "27001:2022/5.2");
    at.map(item, "9001/5.2.1");
    let held = at.held();
    let all = points(&at, item);
    assert!(all.iter().any(|p| p.at.edition == "2013"), "the data know the earlier edition only");
    for point in &all {
        assert!(point.stands.iter().all(|clause| held.contains(&clause.edition_id())), "{point:?}");
        assert!(!mapping::point_place(at.db(), item, &point.id, &point.at).unwrap().contains("2013"), "{point:?}");
    }
    let unrecorded = mapping::unrecorded_points(at.db(), Some(item)).unwrap();
    assert!(unrecorded.iter().flat_map(|one| &one.points).all(|p| p.stands.iter().all(|c| c.edition != "2013")));
}

#[test]
fn what_asks_the_same_of_the_same_mapping_is_answered_once() {
    let mut at = Organisation::holding(&TODAY);
    let item = ItemId::Document(at.document("CHG"));
    at.map(item, "20000-1/8.5.1");
    at.map(item, "27001:2022/A.8.32");
    let open = |at: &Organisation| -> Vec<PointShown> {
        points(at, item).into_iter().filter(|p| p.state == PointState::Open).collect()
    };
    let before = open(&at);
    let at_27001 = |p: &&PointShown| p.keeps_open.iter().all(|clause| clause.standard == "27001");
    let twins: Vec<&PointShown> = before.iter().filter(|p| !p.alike.is_empty()).filter(at_27001).collect();
    let [one, other] = twins[..] else { panic!("{before:?}") };
    assert_eq!((&one.what, &one.keeps_open), (&other.what, &other.keeps_open));
    assert_eq!((&one.alike, &other.alike), (&vec![other.id.clone()], &vec![one.id.clone()]));
    at.wrote();
    let named = [NamedPoint { id: one.id.clone(), item: Some(item), at: Some(one.at.clone()) }];
    let by = SettledBy::Statement("One change process for both".into());
    let settled = at.does(|tx| mapping::settle(tx, &named, &by, ""));
    assert_eq!(settled.iter().map(|p| &p.id).collect::<Vec<_>>(), [&one.id, &other.id], "the answer says so");
    assert_eq!(at.wrote(), ["point.settled", "point.settled"]);
    assert_eq!(open(&at).len(), before.len() - 2);
    at.rebuilds_the_same();
}

#[test]
fn one_answer_settles_nothing_that_it_says_nothing_of() {
    for pair in catalogue().open_points().iter().filter(|p| p.settle_by.takes_statement()).take(12) {
        let mut at = Organisation::new();
        let item = ItemId::Document(at.document("P-1"));
        at.map(item, &pair.from[0].to_string());
        for to in pair.to.iter().take(2).filter(|to| **to != pair.from[0]) {
            at.map(item, &to.to_string());
        }
        let before = points(&at, item);
        let Some(first) = before.iter().find(|p| p.id == pair.id && p.state == PointState::Open) else { continue };
        let named = [NamedPoint { id: first.id.clone(), item: Some(item), at: Some(first.at.clone()) }];
        at.does(|tx| mapping::settle(tx, &named, &SettledBy::Statement("Seen".into()), ""));
        for (was, now) in before.iter().zip(points(&at, item)) {
            if was.state != now.state {
                assert_eq!(was.what, first.what, "{}", was.id);
                assert!(was.keeps_open.iter().all(|clause| first.keeps_open.contains(clause)), "{}", was.id);
            }
        }
    }
}

#[test]
fn where_the_source_is_gone_it_says_what_carries_it_now() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("T-1"));
    let partial = mapping::Strength::Partial;
    at.does(|tx| mapping::link(tx, crate::support::organisation::by_hand(item, "20000-1/9.2", partial)));
    at.map(item, "27001/9.2");
    let held = at.held();
    at.does(|tx| mapping::accept(tx, item, &clause("9001/9.2"), None, "the same audits", &held));
    let origin = |at: &Organisation| {
        let all = mapping::named(at.db(), item).unwrap();
        all.into_iter().find(|m| m.reference == clause("9001/9.2")).map(|m| (m.origin, m.accepted_from)).unwrap()
    };
    let (Origin::Correlation { from, .. }, None) = origin(&at) else { panic!("{:?}", origin(&at)) };
    assert_eq!(from, clause("27001/9.2"));
    at.does(|tx| mapping::unlink(tx, item, &from, "not its audits"));
    let (Origin::Correlation { from: now, .. }, Some(before)) = origin(&at) else { panic!("{:?}", origin(&at)) };
    assert_eq!((now, before), (clause("20000-1/9.2"), from));
    let kept = mapping::of_item(at.db(), item).unwrap().into_iter().find(|l| l.reference == clause("9001/9.2"));
    assert!(
        matches!(kept.unwrap().origin, Origin::Correlation { from, .. } if from == clause("27001/9.2")),
        "what was decided stays"
    );
}
