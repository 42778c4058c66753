//! The work list of points: by day and by who sees to them, and what is said of evidence that does not count.

use clausebook::documents;
use clausebook::items::ItemId;
use clausebook::mapping::{self, NamedPoint, PointDue, PointFilter, PointShown, PointState, SettledBy};

use crate::support::organisation::{Organisation, approval, owned, today};

fn points(at: &Organisation, item: ItemId) -> Vec<PointShown> {
    mapping::points_of(at.db(), item).unwrap()
}

fn named(item: ItemId, id: &str) -> Vec<NamedPoint> {
    vec![NamedPoint { id: id.into(), item: Some(item), at: None }]
}

#[test]
fn the_work_list_asks_by_day_and_says_who_sees_to_points() {
    let mut at = Organisation::new();
    let scope = ItemId::Document(at.document("SCO"));
    let evidence = SettledBy::Evidence(ItemId::Document(at.document("QP-1")));
    for reference in ["27001/4.3", "9001/4.3"] {
        at.map(scope, reference);
    }
    let (sooner, later) = (today().plus_days(3), today().plus_days(9));
    at.does(|tx| mapping::assign(tx, &named(scope, "OP-013"), "Quality Manager", Some(sooner)));
    at.does(|tx| mapping::assign(tx, &named(scope, "OP-014"), "Service Manager", Some(later)));
    let due = |at: &Organisation, due, day| {
        let filter = PointFilter { due: Some((due, day)), ..PointFilter::default() };
        let (page, counts) = mapping::point_page(at.db(), &filter, None, 100).unwrap();
        (page.rows.into_iter().map(|p| p.id).collect::<Vec<_>>(), counts.open)
    };
    assert_eq!(due(&at, PointDue::Overdue, later), (owned(&["OP-013"]), 1), "its own day is not over yet");
    assert_eq!(due(&at, PointDue::Coming, later).0, ["OP-014"]);
    assert_eq!(due(&at, PointDue::Coming, today()).0, ["OP-013", "OP-014"]);
    assert!(due(&at, PointDue::Undated, later).0.contains(&"OP-012".to_owned()));
    assert!(!due(&at, PointDue::Undated, later).0.contains(&"OP-013".to_owned()));
    let choices = mapping::point_choices(at.db()).unwrap();
    assert_eq!(choices.owners, ["Quality Manager", "Service Manager"]);
    assert_eq!(choices.items.iter().map(|item| item.code.as_str()).collect::<Vec<_>>(), ["SCO"]);
    at.does(|tx| mapping::settle(tx, &named(scope, "OP-013"), &evidence, ""));
    assert!(due(&at, PointDue::Overdue, later).0.is_empty(), "what is settled is not late");
}

#[test]
fn evidence_that_is_not_in_force_yet_is_told_from_what_counts_no_longer() {
    let mut at = Organisation::new();
    let policy = ItemId::Document(at.document("ISP"));
    let draft = at.draft("QP-1");
    at.map(policy, "27001/5.2");
    at.map(policy, "9001/5.2.1");
    at.does(|tx| mapping::settle(tx, &named(policy, "OP-027"), &SettledBy::Evidence(ItemId::Document(draft)), ""));
    let waits = |at: &Organisation| {
        let point = points(at, policy).into_iter().find(|p| p.id == "OP-027").unwrap();
        (point.state, point.settled.unwrap().waits)
    };
    assert_eq!(waits(&at), (PointState::Open, true), "a draft shows nothing yet");
    at.does(|tx| documents::approve(tx, "QP-1", approval(today())));
    assert_eq!(waits(&at), (PointState::Settled, false));
    at.does(|tx| documents::withdraw(tx, "QP-1", "merged", tx.today()));
    assert_eq!(waits(&at), (PointState::Open, false), "and no longer");
}
