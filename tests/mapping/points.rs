//! Open points: what opens where an item is mapped to clauses of several standards, and how it is settled.

use clausebook::day::Day;
use clausebook::documents::{self, Reinstatement};
use clausebook::ids::LinkId;
use clausebook::items::ItemId;
use clausebook::mapping::{
    self, MappingEvent, NamedPoint, NewLink, Origin, PointFilter, PointShown, PointState, SettledBy, Strength,
};
use clausebook::named::Wanted;
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::standards::catalogue;
use clausebook::undo;

use crate::support::day;
use crate::support::organisation::{Organisation, by_hand, clause, record, today};

fn points(at: &Organisation, item: ItemId) -> Vec<PointShown> {
    mapping::points_of(at.db(), item).unwrap()
}

/// Number, clause and state of each.
fn said(at: &Organisation, item: ItemId) -> Vec<(String, String, PointState)> {
    points(at, item).into_iter().map(|p| (p.id, p.at.short(), p.state)).collect()
}

fn open(at: &Organisation, item: ItemId) -> Vec<String> {
    let points = points(at, item).into_iter();
    points.filter(|p| p.state == PointState::Open).map(|p| p.id).collect()
}

fn named(item: ItemId, id: &str) -> Vec<NamedPoint> {
    vec![NamedPoint { id: id.into(), item: Some(item), at: None }]
}

fn stated(text: &str) -> SettledBy {
    SettledBy::Statement(text.into())
}

/// What fires for these clauses in both directions by the table alone, unless the first of a pair was taken from the second.
fn fires(mapped: &[&str], taken: &[(&str, &str)]) -> Vec<(String, String, PointState)> {
    let mut all = Vec::new();
    for from in mapped {
        for to in mapped.iter().filter(|to| !taken.contains(&(*from, **to))) {
            let fired = catalogue().fires(&clause(from), &clause(to));
            all.extend(fired.into_iter().map(|f| (f.at.clone(), f.point.id.clone())));
        }
    }
    all.sort();
    all.dedup();
    all.into_iter().map(|(at, id)| (id, at.short(), PointState::Open)).collect()
}

fn sorted(mut points: Vec<(String, String, PointState)>) -> Vec<(String, String, PointState)> {
    points.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    points
}

#[test]
fn by_hand_on_both_sides_opens_the_same_in_whatever_order() {
    for clauses in [
        ["27001/5.2", "9001/5.2.1"],
        ["27001/5.2", "9001/5.2"],
        ["9001/6.2.1", "20000-1/6.2.1"],
        ["27001/4.3", "9001/4.3"],
        ["27001:2022/5.2", "9001/5.2.1"],
        ["20000-1/8.6.1", "27001/A.16.1.5"],
        ["20000-1/8.7.2", "27001:2022/A.5.29"],
        ["20000-1/7.2", "27001/7.2"],
    ] {
        let expected = sorted(fires(&clauses, &[]));
        for order in [[0, 1], [1, 0]] {
            let mut at = Organisation::new();
            let item = ItemId::Document(at.document("P-1"));
            for n in order {
                at.map(item, clauses[n]);
            }
            assert_eq!(sorted(said(&at, item)), expected, "{clauses:?}");
            at.rebuilds_the_same();
        }
    }
}

#[test]
fn what_was_accepted_opens_nothing_at_its_own_source() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("ISP"));
    at.map(item, "27001/5.2");
    let held = at.held();
    at.does(|tx| mapping::accept(tx, item, &clause("9001/5.2"), Some(Strength::Full), "one policy", &held));
    let expected = [("OP-027", "9001 5.2.1"), ("OP-029", "9001 5.2.2"), ("OP-904", "9001 5.2.2")];
    let expected = expected.map(|(id, at)| (id.to_owned(), at.to_owned(), PointState::Open));
    assert_eq!(said(&at, item), expected, "at what was accepted, not at what it was accepted from");
    // One that was accepted from the one that was accepted.
    let origin = Origin::Correlation { from: clause("9001/5.2"), relation: "identical_hls".into() };
    let new = NewLink { origin, ..by_hand(item, "20000-1/5.2.1", Strength::Full) };
    at.does(|tx| mapping::link(tx, new));
    let (isms, qms, sms) = ("27001/5.2", "9001/5.2", "20000-1/5.2.1");
    let expected = fires(&[isms, qms, sms], &[(qms, isms), (sms, qms), (sms, isms)]);
    assert_eq!(sorted(said(&at, item)), sorted(expected));
}

#[test]
fn what_only_supports_neither_opens_nor_has_anything_open() {
    for supports in ["27001/5.2", "9001/5.2.1"] {
        let mut at = Organisation::new();
        let item = ItemId::Record(at.record("Policy as published"));
        for reference in ["27001/5.2", "9001/5.2.1"] {
            let strength = if reference == supports { Strength::Supporting } else { Strength::Full };
            at.does(|tx| mapping::link(tx, by_hand(item, reference, strength)));
        }
        assert_eq!(said(&at, item), [], "{supports} supports");
        let full = |strength: &str| Wanted::from([("strength".to_owned(), strength.to_owned())]);
        at.does(|tx| mapping::correct(tx, item, &clause(supports), &full("full"), None, "it is one of us"));
        let both = sorted(fires(&["27001/5.2", "9001/5.2.1"], &[]));
        assert_eq!(sorted(said(&at, item)), both, "once it satisfies something");
        at.does(|tx| mapping::correct(tx, item, &clause(supports), &full("supporting"), None, "it is not"));
        assert_eq!(said(&at, item), []);
        undo::undo(&mut at.workspace).unwrap();
        assert_eq!(sorted(said(&at, item)), both, "undone");
        at.rebuilds_the_same();
    }
}

#[test]
fn a_point_stands_as_long_as_mappings_between_which_it_fired() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/9.2");
    at.map(item, "9001/9.2.1");
    at.map(item, "9001/9.2.2");
    let all = sorted(said(&at, item));
    assert_eq!(all, sorted(fires(&["20000-1/9.2", "9001/9.2.1", "9001/9.2.2"], &[])));
    at.does(|tx| mapping::unlink(tx, item, &clause("9001/9.2.1"), "the wrong one"));
    assert!(open(&at, item).contains(&"OP-106".to_owned()), "another mapping has it open still");
    at.does(|tx| mapping::unlink(tx, item, &clause("20000-1/9.2"), "the wrong one"));
    assert_eq!(said(&at, item), [], "nothing is compared any more");
    undo::undo(&mut at.workspace).unwrap();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(sorted(said(&at, item)), all, "taken back and undone");
    at.rebuilds_the_same();
}

#[test]
fn a_point_is_settled_by_what_it_asks_for() {
    let mut at = Organisation::new();
    let (policy, scope) = (ItemId::Document(at.document("ISP")), ItemId::Document(at.document("SCO")));
    let evidence = SettledBy::Evidence(ItemId::Document(at.document("QP-1")));
    for (item, reference) in [(policy, "27001/5.2"), (policy, "9001/5.2.1"), (scope, "27001/4.3"), (scope, "9001/4.3")]
    {
        at.map(item, reference);
    }
    let by_itself = SettledBy::Evidence(policy);
    for (item, id, by, place, refused) in [
        (policy, "OP-027", &stated("there is one"), "", "point_asks_for_evidence"),
        (scope, "OP-012", &evidence, "", "point_asks_for_statement"),
        (scope, "OP-012", &stated("  "), "", "point_settled_without_reason"),
        (policy, "OP-027", &by_itself, " ", "point_shown_by_itself"),
        (policy, "OP-999", &evidence, "", "point_not_found"),
        (scope, "OP-027", &evidence, "", "point_not_found"),
    ] {
        assert_eq!(at.refuses(|tx| mapping::settle(tx, &named(item, id), by, place)), refused, "{id} by {by:?}");
    }
    at.does(|tx| mapping::settle(tx, &named(policy, "op-027"), &evidence, "Section 2"));
    at.does(|tx| mapping::settle(tx, &named(scope, "OP-012"), &stated("The same boundaries"), ""));
    assert!(!open(&at, policy).contains(&"OP-027".to_owned()) && !open(&at, scope).contains(&"OP-012".to_owned()));
    let shown = points(&at, policy).into_iter().find(|p| p.id == "OP-027").unwrap();
    let settled = shown.settled.unwrap();
    assert_eq!((settled.evidence.unwrap().code.as_str(), settled.reason.as_str()), ("QP-1", "Section 2"));
    at.does(|tx| mapping::reopen_point(tx, &named(policy, "OP-027")[0], "it is about services"));
    assert!(open(&at, policy).contains(&"OP-027".to_owned()));
    assert_eq!(at.refuses(|tx| mapping::reopen_point(tx, &named(policy, "OP-027")[0], "x")), "point_not_settled");
    at.does(|tx| mapping::settle(tx, &named(policy, "OP-027"), &by_itself, "Section 4, the quality policy"));
    assert!(!open(&at, policy).contains(&"OP-027".to_owned()), "the same document, where it says so");
    at.rebuilds_the_same();
}

#[test]
fn a_number_alone_is_enough_where_it_stands_once() {
    let mut at = Organisation::new();
    let items = ["P-1", "P-2"].map(|code| ItemId::Document(at.document(code)));
    for item in items {
        at.map(item, "27001/4.3");
        at.map(item, "9001/4.3");
    }
    let anywhere = |id: &str| vec![NamedPoint { id: id.into(), item: None, at: None }];
    assert_eq!(at.refuses(|tx| mapping::settle(tx, &anywhere("OP-012"), &stated("same"), "")), "point_ambiguous");
    at.does(|tx| mapping::settle(tx, &named(items[0], "OP-012"), &stated("same"), ""));
    at.does(|tx| mapping::settle(tx, &anywhere("OP-012"), &stated("same"), ""));
    assert!(items.iter().all(|item| !open(&at, *item).contains(&"OP-012".to_owned())), "one was left open");
    let elsewhere = NamedPoint { at: Some(clause("9001/5.2")), ..named(items[0], "OP-012").remove(0) };
    assert_eq!(at.refuses(|tx| mapping::settle(tx, &[elsewhere], &stated("same"), "")), "point_not_found");
}

#[test]
fn evidence_settles_as_long_as_it_counts() {
    let mut at = Organisation::new();
    let policy = ItemId::Document(at.document("ISP"));
    at.map(policy, "27001/5.2");
    at.map(policy, "9001/5.2.1");
    let until = |last: Day| Particulars { valid_until: Some(last), ..Particulars::new("Policy as published".into()) };
    let last = today().plus_days(3);
    let shown = at.does(|tx| records::file(tx, NewRecord { particulars: until(last), ..record("Published") }));
    at.does(|tx| mapping::settle(tx, &named(policy, "OP-027"), &SettledBy::Evidence(ItemId::Record(shown)), ""));
    let is_open = |at: &Organisation| open(at, policy).contains(&"OP-027".to_owned());
    assert!(!is_open(&at));
    at.turn_to(last);
    assert!(!is_open(&at), "its last day counts");
    at.turn_to(last.plus_days(1));
    assert!(is_open(&at), "expired overnight");
    let point = points(&at, policy).into_iter().find(|p| p.id == "OP-027").unwrap();
    assert!(point.settled.is_some(), "by what it was settled is still told");
    let quality = at.document("QP-1");
    at.does(|tx| mapping::settle(tx, &named(policy, "OP-027"), &SettledBy::Evidence(ItemId::Document(quality)), ""));
    assert!(!is_open(&at));
    at.does(|tx| documents::withdraw(tx, quality, "merged", tx.today()));
    assert!(is_open(&at), "withdrawn");
    let again = Reinstatement { label: None, from: last.plus_days(1), next_review: None, reason: "not yet".into() };
    at.does(|tx| documents::reinstate(tx, quality, again));
    assert!(!is_open(&at), "in force again");
    at.rebuilds_the_same();
}

#[test]
fn what_was_decided_is_undone_to_what_stood_before() {
    let mut at = Organisation::new();
    let scope = ItemId::Document(at.document("SCO"));
    at.map(scope, "27001/4.3");
    at.map(scope, "9001/4.3");
    let point = |at: &Organisation| {
        let point = points(at, scope).into_iter().find(|p| p.id == "OP-012").unwrap();
        (point.state, point.settled.map(|s| s.reason), point.owner, point.due)
    };
    let one = named(scope, "OP-012");
    let due = Some(day(2026, 3, 1));
    let mut seen = vec![point(&at)];
    at.does(|tx| mapping::assign(tx, &one, "Quality Manager", due));
    seen.push(point(&at));
    at.does(|tx| mapping::settle(tx, &one, &stated("alike"), ""));
    seen.push(point(&at));
    at.does(|tx| mapping::reopen_point(tx, &one[0], "they differ"));
    seen.push(point(&at));
    at.does(|tx| mapping::settle(tx, &one, &stated("alike by now"), ""));
    seen.push(point(&at));
    at.does(|tx| mapping::settle(tx, &one, &stated("said better"), ""));
    at.does(|tx| mapping::assign(tx, &one, "", None));
    at.wrote();
    at.does(|tx| mapping::assign(tx, &one, "", None));
    assert_eq!(at.wrote(), Vec::<String>::new(), "said already");
    undo::undo(&mut at.workspace).unwrap();
    while let Some(before) = seen.pop() {
        undo::undo(&mut at.workspace).unwrap();
        assert_eq!(point(&at), before);
    }
    at.rebuilds_the_same();
}

#[test]
fn a_settlement_waits_for_its_mapping() {
    let mut at = Organisation::new();
    let scope = ItemId::Document(at.document("SCO"));
    at.map(scope, "27001/4.3");
    at.map(scope, "9001/4.3");
    at.does(|tx| mapping::settle(tx, &named(scope, "OP-012"), &stated("alike"), ""));
    at.does(|tx| mapping::unlink(tx, scope, &clause("27001/4.3"), "by mistake"));
    assert_eq!(said(&at, scope), [], "what is not mapped has no points");
    undo::undo(&mut at.workspace).unwrap();
    assert!(!open(&at, scope).contains(&"OP-012".to_owned()), "it was decided");
    at.rebuilds_the_same();
}

#[test]
fn the_work_list_is_read_by_standard_item_clause_state_and_owner() {
    let mut at = Organisation::new();
    let (policy, scope) = (ItemId::Document(at.document("ISP")), ItemId::Document(at.document("SCO")));
    for (item, reference) in
        [(policy, "27001:2022/5.2"), (policy, "9001/5.2.1"), (scope, "27001/4.3"), (scope, "9001/4.3")]
    {
        at.map(item, reference);
    }
    at.does(|tx| mapping::settle(tx, &named(scope, "OP-012"), &stated("alike"), ""));
    at.does(|tx| mapping::assign(tx, &named(scope, "OP-013"), "Quality Manager", None));
    let ids = |filter: PointFilter| {
        let (mut rows, mut after) = (Vec::new(), None::<Vec<String>>);
        loop {
            let (page, counts) = mapping::point_page(at.db(), &filter, after.as_deref(), 2).unwrap();
            rows.extend(page.rows.into_iter().map(|p| p.id));
            after = page.next;
            if after.is_none() {
                return (rows, counts.open, counts.settled);
            }
        }
    };
    let all = PointFilter::default;
    let (rows, open, settled) = ids(all());
    assert_eq!((rows.len(), settled), (open + settled, 1));
    assert_eq!(rows.len(), points(&at, policy).len() + points(&at, scope).len());
    let edition = |id: &str| Some(id.parse().unwrap());
    assert_eq!(ids(PointFilter { edition: edition("27001:2022"), ..all() }).0, ["OP-282"], "through the map");
    assert_eq!(ids(PointFilter { edition: edition("20000-1:2018"), ..all() }).0, Vec::<String>::new());
    assert_eq!(ids(PointFilter { clause: Some(clause("9001/5")), ..all() }).0, ["OP-027"], "below a heading");
    assert_eq!(ids(PointFilter { clause: Some(clause("9001/4.3")), ..all() }).0, ["OP-012", "OP-013", "OP-014"]);
    assert_eq!(ids(PointFilter { state: Some(PointState::Settled), ..all() }).0, ["OP-012"]);
    let open = PointFilter { state: Some(PointState::Open), item: Some(scope), ..all() };
    assert!(!ids(open).0.contains(&"OP-012".to_owned()));
    assert_eq!(ids(PointFilter { owner: Some("Quality Manager".into()), ..all() }).0, ["OP-013"]);
    at.does(|tx| documents::withdraw(tx, "ISP", "merged", tx.today()));
    let left = mapping::point_page(at.db(), &all(), None, 100).unwrap().0.rows;
    assert!(left.iter().all(|p| p.item.code == "SCO"), "what is out of use is nobody's work");
}

#[test]
fn what_an_earlier_program_did_not_know_is_listed_and_recorded() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("ISP"));
    at.map(item, "27001/5.2");
    at.does(|tx| {
        tx.append(&MappingEvent::Linked {
            id: LinkId::new(),
            item,
            reference: clause("9001/5.2.1"),
            strength: Strength::Full,
            reason: String::new(),
            variance: String::new(),
            scope: Vec::new(),
            origin: Origin::Hand,
            basis: None,
            points: Vec::new(),
            data: String::new(),
        })
    });
    assert_eq!(said(&at, item), [], "nobody knew of them");
    assert_eq!(mapping::mapped_across(at.db()).unwrap(), [item]);
    let both = sorted(fires(&["27001/5.2", "9001/5.2.1"], &[]));
    let found = mapping::unrecorded(at.db(), item).unwrap();
    assert_eq!(found.len(), both.len());
    at.wrote();
    at.does(|tx| mapping::record_points(tx, item));
    assert_eq!(at.wrote(), ["point.opened"]);
    assert_eq!(sorted(said(&at, item)), both);
    assert!(mapping::unrecorded(at.db(), item).unwrap().is_empty());
    at.does(|tx| mapping::record_points(tx, item));
    assert_eq!(at.wrote(), Vec::<String>::new(), "recorded already");
    at.rebuilds_the_same();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(said(&at, item), []);
    at.rebuilds_the_same();
}
