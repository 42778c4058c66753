//! What only a part shows, at one place or of one clause, never counts as the whole.

use clausebook::items::ItemId;
use clausebook::mapping::{self, NamedPoint, PointState, Proposal, SettledBy, Strength};
use clausebook::named::Wanted;
use clausebook::{records, systems, undo};

use crate::support::organisation::{Organisation, clause, owned};

fn proposed(at: &Organisation, item: ItemId) -> Vec<Proposal> {
    mapping::proposals(at.db(), item, &at.held()).unwrap()
}

fn find(at: &Organisation, item: ItemId, reference: &str) -> Option<Proposal> {
    proposed(at, item).into_iter().find(|p| p.reference == clause(reference))
}

fn accept(at: &mut Organisation, item: ItemId, reference: &str) {
    let (held, reference) = (at.held(), clause(reference));
    at.does(|tx| mapping::accept(tx, item, &reference, None, "because", &held).map(|_| ()));
}

fn full() -> Wanted {
    [("strength".to_owned(), "full".to_owned()), ("reason".to_owned(), "all of it".to_owned())].into()
}

fn belongs(at: &mut Organisation, record: clausebook::ids::RecordId, codes: &[&str]) {
    let scope = systems::scope_codes(at.db(), &owned(codes)).unwrap();
    at.does(|tx| {
        mapping::with_scope_of_items(tx, &[ItemId::Record(record)], Some(&scope), |tx| {
            records::correct(tx, record, &Wanted::new(), Some(scope.clone()), "there alone").map(|_| ())
        })
    });
}

#[test]
fn what_was_accepted_is_corrected_to_no_more_than_is_offered() {
    for (source, target) in
        [("20000-1/7.6", "9001/7.1.6"), ("20000-1/6.1.1", "27001/6.1.1"), ("20000-1/8.5", "9001/8.5.1")]
    {
        let mut at = Organisation::new();
        let item = ItemId::Document(at.document("P-1"));
        at.map(item, source);
        assert_eq!(find(&at, item, target).map(|p| p.at_most), Some(Strength::Partial), "{target} of {source}");
        accept(&mut at, item, target);
        let raised = at.refuses(|tx| mapping::correct(tx, item, &clause(target), &full(), None, "read again"));
        assert_eq!(raised, "mapping_stronger_than_source", "{target} of {source}");
    }
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.2");
    let held = at.held();
    at.does(|tx| mapping::accept(tx, item, &clause("27001/7.2"), Some(Strength::Partial), "half", &held).map(|_| ()));
    at.does(|tx| mapping::correct(tx, item, &clause("27001/7.2"), &full(), None, "read again").map(|_| ()));
}

#[test]
fn a_part_of_a_common_clause_is_partial_where_the_other_standard_has_no_parts() {
    for (part, whole) in [
        ("9001/10.2.1", "27001/10.1"),
        ("9001/10.2.1", "27001:2022/10.2"),
        ("9001/9.2.1", "27001/9.2"),
        ("9001/9.3.1", "20000-1/9.3"),
    ] {
        let mut at = Organisation::new();
        at.does(|tx| systems::establish(tx, &"27001:2022".parse()?).map(|_| ()));
        let item = ItemId::Record(at.record("Report"));
        at.map(item, part);
        let proposal = find(&at, item, whole).unwrap_or_else(|| panic!("{whole} of {part}"));
        assert_eq!((proposal.at_most, proposal.needs_reason), (Strength::Partial, true), "{whole} of {part}");
        let said: Vec<_> = proposal.said.iter().filter_map(|said| said.code).collect();
        assert!(said.contains(&"part_for_whole"), "{whole} of {part}: {said:?}");
    }
    let mut at = Organisation::new();
    let item = ItemId::Record(at.record("Report"));
    at.map(item, "9001/9.2.2");
    assert_eq!(find(&at, item, "20000-1/9.2.2").unwrap().at_most, Strength::Full, "part for part");
}

#[test]
fn from_a_heading_nothing_follows_in_full() {
    for heading in ["27001/5", "20000-1/8", "20000-1/7", "20000-1/10", "20000-1/4"] {
        let mut at = Organisation::new();
        let item = ItemId::Document(at.document("P-1"));
        at.map(item, heading);
        let all = proposed(&at, item);
        assert!(!all.is_empty(), "{heading}");
        for proposal in all {
            assert_ne!(proposal.at_most, Strength::Full, "{} of {heading}", proposal.reference);
        }
    }
}

#[test]
fn a_whole_of_which_parts_lead_elsewhere_is_a_part_at_the_most_and_its_own_part_stands_beside_it() {
    for (source, whole, parts) in [
        ("27001/5.2", "20000-1/8.7.3", &["20000-1/8.7.3.1"][..]),
        ("27001/A.16.1.5", "20000-1/8.7.3", &["20000-1/8.7.3.3"]),
        ("27001/8.2", "20000-1/8.7.3", &["20000-1/8.7.3.2"]),
        ("9001/8.4.1", "20000-1/8.3.4", &["20000-1/8.3.4.1"]),
        ("20000-1/7.1", "9001/7.1", &[]),
    ] {
        let mut at = Organisation::new();
        let item = ItemId::Document(at.document("P-1"));
        at.map(item, source);
        let most = |clause: &str| find(&at, item, clause).map(|p| p.at_most);
        assert_eq!(most(whole), Some(Strength::Partial), "{whole} of {source}");
        for part in parts {
            assert!(most(part).is_some(), "{part} of {source}");
        }
    }
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.5");
    assert_eq!(find(&at, item, "9001/7.5").map(|p| p.at_most), Some(Strength::Full), "each part has the common text");
}

#[test]
fn the_parts_of_a_common_clause_are_found_in_every_edition() {
    for edition in ["27001:2013", "27001:2022"] {
        let mut at = Organisation::new();
        at.does(|tx| systems::establish(tx, &"27001:2022".parse()?).map(|_| ()));
        let item = ItemId::Document(at.document("ISP"));
        at.map(item, &format!("{edition}/5.2"));
        at.map(item, &format!("{edition}/6.2"));
        for part in ["20000-1/5.2.1", "20000-1/5.2.2", "20000-1/6.2.1", "9001/5.2.1", "9001/6.2.1"] {
            assert!(find(&at, item, part).is_some(), "{part} of {edition}");
        }
    }
}

#[test]
fn a_record_that_belongs_to_less_takes_with_it_what_follows() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    for system in ["SMS", "QMS", "ISMS"] {
        at.set_scope(system, &["A", "B"]);
    }
    let record = at.record("Report");
    let item = ItemId::Record(record);
    at.map(item, "20000-1/7.3");
    accept(&mut at, item, "9001/7.3");
    belongs(&mut at, record, &["A"]);
    let scope = |at: &Organisation| {
        let links = mapping::named(at.db(), item).unwrap();
        links.into_iter().find(|link| link.reference == clause("9001/7.3")).map(|link| link.scope)
    };
    assert_eq!(scope(&at), Some(owned(&["A"])));
    at.rebuilds_the_same();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(scope(&at), Some(owned(&["A", "B"])), "undone together");
}

#[test]
fn a_point_is_settled_only_by_evidence_of_all_its_places() {
    let mut at = Organisation::new();
    at.sites(&["A", "B", "C"]);
    for system in ["SMS", "QMS", "ISMS"] {
        at.set_scope(system, &["A", "B"]);
    }
    let item = ItemId::Document(at.document("ISP"));
    at.map(item, "27001/5.2");
    accept(&mut at, item, "20000-1/5.2.1");
    let point =
        mapping::points_of(at.db(), item).unwrap().into_iter().find(|p| p.at == clause("20000-1/5.2.1")).unwrap();
    let named = vec![NamedPoint { id: point.id.clone(), item: Some(item), at: Some(point.at.clone()) }];
    let evidence = at.record("Minutes");
    let by = SettledBy::Evidence(ItemId::Record(evidence));
    for elsewhere in [&["A"][..], &["C"], &["A", "C"]] {
        belongs(&mut at, evidence, elsewhere);
        assert_eq!(
            at.refuses(|tx| mapping::settle(tx, &named, &by, "p. 2")),
            "point_evidence_elsewhere",
            "{elsewhere:?}"
        );
    }
    let state = |at: &Organisation| {
        mapping::points_of(at.db(), item).unwrap().into_iter().find(|p| p.id == point.id).unwrap().state
    };
    belongs(&mut at, evidence, &["A", "B"]);
    at.does(|tx| mapping::settle(tx, &named, &by, "p. 2").map(|_| ()));
    assert_eq!(state(&at), PointState::Settled);
    at.wrote();
    at.does(|tx| mapping::settle(tx, &named, &by, "p. 2").map(|_| ()));
    assert!(at.wrote().is_empty(), "it says that already");
    belongs(&mut at, evidence, &["A"]);
    assert_eq!((at.wrote(), state(&at)), (owned(&["record.corrected", "point.reopened"]), PointState::Open));
    let asked = mapping::points_of(at.db(), item).unwrap().into_iter().find(|p| p.id == point.id).unwrap();
    let named = asked.settled.expect("what settled it is named where it is asked again");
    assert_eq!((named.outgrown, named.waits, named.reason.as_str()), (true, false, "p. 2"));
    at.rebuilds_the_same();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(state(&at), PointState::Settled, "undone together");
    // The mapping reaches further from now on than what settled it.
    at.does(|tx| {
        let scope = systems::scope_codes(tx.db(), &owned(&["A", "B", "C"]))?;
        let edition = clause("20000-1/5.2.1").edition_id();
        mapping::with_scope_of_system(tx, &edition, &scope, |tx| {
            systems::set_scope(tx, "SMS", &owned(&["A", "B", "C"]))
        })
    });
    let links = mapping::named(at.db(), item).unwrap();
    let reaches = links.into_iter().find(|link| link.reference == clause("20000-1/5.2.1")).unwrap().scope;
    assert_eq!(state(&at), if reaches.is_empty() { PointState::Open } else { PointState::Settled }, "{reaches:?}");
}
