//! The work list of points: by day and by who sees to them, and what is said of evidence that does not count.

use clausebook::documents;
use clausebook::items::ItemId;
use clausebook::mapping::{self, NamedPoint, PointDue, PointFilter, PointShown, PointState, SettledBy};
use clausebook::records;
use clausebook::undo::undo;

use crate::support::organisation::{Organisation, approval, clause, owned, today};

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

#[test]
fn what_went_out_of_use_left_its_points_open_and_waits_for_nothing() {
    let mut at = Organisation::new();
    let policy = ItemId::Document(at.document("ISP"));
    let (old, newer) = (at.record("Results of spring"), at.record("Results of autumn"));
    for item in [policy, ItemId::Record(old)] {
        at.map(item, "27001/9.2");
        at.map(item, "20000-1/9.2.2");
    }
    let counts = |at: &Organisation, filter| mapping::point_page(at.db(), &filter, None, 100).unwrap();
    let of = |item| PointFilter { item: Some(item), ..PointFilter::default() };
    let proposed = |at: &Organisation, item| mapping::proposals(at.db(), item, &at.held()).unwrap().len();
    for item in [policy, ItemId::Record(old)] {
        let before = counts(&at, of(item)).1;
        assert!(before.open > 0 && before.left_open == 0);
        assert!(proposed(&at, item) > 0);
        match item {
            ItemId::Document(_) => at.does(|tx| documents::withdraw(tx, "ISP", "merged", tx.today())),
            ItemId::Record(_) => at.does(|tx| records::replace(tx, old, newer, "newer")),
        }
        let (page, after) = counts(&at, of(item));
        assert_eq!((after.open, after.left_open), (0, before.open));
        assert!(page.rows.iter().all(|p| p.state == PointState::LeftOpen), "and said so of each");
        assert_eq!(page.rows, points(&at, item), "as beside the item itself");
        let open = PointFilter { state: Some(PointState::Open), ..of(item) };
        assert!(counts(&at, open).0.rows.is_empty());
        assert_eq!(proposed(&at, item), 0, "nor is anything to be decided of it");
        assert!(!mapping::mapped_or_naming(at.db(), 0, 100).unwrap().contains(&item));
    }
    let left = PointFilter { state: Some(PointState::LeftOpen), ..PointFilter::default() };
    let (page, all) = counts(&at, left);
    assert_eq!(page.rows.len(), all.left_open);
    assert_eq!(counts(&at, PointFilter::default()).1.open, 0, "the work list has none of them");
}

#[test]
fn what_is_mapped_again_by_an_undo_stands_open_since_it_did() {
    let mut at = Organisation::new();
    let policy = ItemId::Document(at.document("ISP"));
    at.map(policy, "27001/5.2");
    at.map(policy, "9001/5.2.1");
    let since = |at: &Organisation| points(at, policy).into_iter().find(|p| p.id == "OP-027").map(|p| p.since);
    let first = since(&at);
    assert_eq!(first, Some(today()));
    let later = today().plus_days(9);
    at.turn_to(later);
    let gone = |at: &mut Organisation| at.does(|tx| mapping::unlink(tx, policy, &clause("9001/5.2.1"), "by mistake"));
    gone(&mut at);
    assert_eq!(since(&at), None);
    undo(&mut at.workspace).unwrap();
    assert_eq!(since(&at), first);
    at.rebuilds_the_same();
    gone(&mut at);
    at.map(policy, "9001/5.2.1");
    assert_eq!(since(&at), Some(later), "who maps it anew opens it from then on");
}
