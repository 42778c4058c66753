//! What the correlation proposes, and that it counts only when a person accepts it (R12, R16).

use clausebook::documents;
use clausebook::error::Result;
use clausebook::ids::LinkId;
use clausebook::items::ItemId;
use clausebook::mapping::{self, Decided, Decision, Origin, Proposal, Strength};
use clausebook::systems::{self, ScopeStatement};
use clausebook::undo;
use clausebook::workspace::Tx;

use crate::support::organisation::{Organisation, by_hand, clause, owned};

fn proposed(at: &Organisation, item: ItemId) -> Vec<Proposal> {
    mapping::proposals(at.db(), item, &at.held()).unwrap()
}

fn find(at: &Organisation, item: ItemId, reference: &str) -> Option<Proposal> {
    proposed(at, item).into_iter().find(|proposal| proposal.reference == clause(reference))
}

/// Accepts in full.
fn accept<'a>(
    at: &Organisation,
    item: ItemId,
    reference: &str,
    reason: &'a str,
) -> impl FnOnce(&mut Tx<'_>) -> Result<LinkId> + 'a {
    let (held, reference) = (at.held(), clause(reference));
    move |tx| mapping::accept(tx, item, &reference, Some(Strength::Full), reason, &held)
}

/// A change procedure and internal audits, for the services.
fn services() -> (Organisation, ItemId) {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/8.5.1");
    at.map(item, "20000-1/9.2");
    at.wrote();
    (at, item)
}

#[test]
fn r12_what_is_proposed_is_no_mapping() {
    let (at, item) = services();
    assert!(!proposed(&at, item).is_empty());
    assert_eq!(mapping::of_item(at.db(), item).unwrap().len(), 2);
}

#[test]
fn identical_text_is_accepted_as_it_is_and_a_similar_match_asks_for_a_reason() {
    let (mut at, item) = services();
    assert!(!find(&at, item, "27001/9.2").unwrap().needs_reason);
    assert!(find(&at, item, "9001/6.3").unwrap().needs_reason);
    let bare = accept(&at, item, "9001/6.3", " ");
    assert_eq!(at.refuses(bare), "proposal_accepted_without_reason", "R16");
    let identical = accept(&at, item, "27001/9.2", "");
    at.does(identical);
    let similar = accept(&at, item, "9001/6.3", "one procedure serves both");
    at.does(similar);
    assert_eq!(at.wrote(), ["mapping.linked", "mapping.linked"]);
    let links = mapping::of_item(at.db(), item).unwrap();
    let link = links.iter().find(|link| link.reference == clause("9001/6.3")).unwrap();
    assert_eq!(link.reason, "one procedure serves both");
    assert_eq!(link.origin, Origin::Correlation { from: clause("20000-1/8.5.1"), relation: "similar".into() });
    assert!(find(&at, item, "9001/6.3").is_none(), "what is mapped is not proposed");
    at.rebuilds_the_same();
}

#[test]
fn only_what_is_proposed_is_accepted() {
    let (mut at, item) = services();
    for (reference, why) in [("9001/4.1", "proposal_not_found"), ("20000-1/8.5.1", "proposal_mapped_already")] {
        let unasked = accept(&at, item, reference, "because");
        assert_eq!(at.refuses(unasked), why, "{reference}");
    }
}

#[test]
fn a_declined_proposal_is_not_made_again_until_it_is_reopened() {
    let (mut at, item) = services();
    let reference = clause("9001/8.5.6");
    assert_eq!(at.refuses(|tx| mapping::decline(tx, item, &reference, " ")), "proposal_declined_without_reason");
    assert!(find(&at, item, "9001/8.5.6").is_some());
    at.does(|tx| mapping::decline(tx, item, &reference, "other changes"));
    assert!(find(&at, item, "9001/8.5.6").is_none());
    at.rebuilds_the_same();
    at.wrote();
    let after_all = accept(&at, item, "9001/8.5.6", "it does after all");
    at.does(after_all);
    assert_eq!(
        at.wrote()[..2],
        ["mapping.proposal_reopened", "mapping.linked"],
        "whoever accepts it takes it up again"
    );
    undo::undo(&mut at.workspace).unwrap();
    assert!(find(&at, item, "9001/8.5.6").is_none(), "declined as before");
    at.wrote();
    at.does(|tx| mapping::reopen(tx, item, &reference));
    assert_eq!(at.wrote(), ["mapping.proposal_reopened"]);
    assert!(find(&at, item, "9001/8.5.6").is_some());
    at.rebuilds_the_same();
}

#[test]
fn a_declined_proposal_is_declined_for_its_item_alone() {
    let (mut at, item) = services();
    let other = ItemId::Document(at.document("P-2"));
    at.map(other, "20000-1/8.5.1");
    at.does(|tx| mapping::decline(tx, item, &clause("9001/6.3"), "other changes"));
    assert!(find(&at, item, "9001/6.3").is_none());
    assert!(find(&at, other, "9001/6.3").is_some());
}

#[test]
fn nothing_follows_from_support_or_from_what_was_accepted() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.does(|tx| mapping::link(tx, by_hand(item, "20000-1/8.5.1", Strength::Supporting)));
    assert!(proposed(&at, item).is_empty(), "what satisfies nothing by itself proposes nothing");
    at.map(item, "20000-1/9.2");
    let by_hand = proposed(&at, item).len();
    let identical = accept(&at, item, "27001/9.2", "");
    at.does(identical);
    let from: Vec<_> = proposed(&at, item).into_iter().filter_map(|proposal| proposal.from).collect();
    assert!(from.iter().all(|from| *from == clause("20000-1/9.2")), "proposals do not breed: {from:?}");
    assert_eq!(from.len(), by_hand - 1);
}

#[test]
fn only_editions_that_are_held_are_proposed() {
    let (at, item) = services();
    let held = ["20000-1:2018".parse().unwrap(), "27001:2013".parse().unwrap()];
    let proposed = mapping::proposals(at.db(), item, &held).unwrap();
    assert!(!proposed.is_empty() && proposed.iter().all(|proposal| proposal.reference.standard == "27001"));
    assert!(
        mapping::propose(at.db(), &[clause("20000-1/9.2")], &[], &held[..1]).unwrap().is_empty(),
        "its own standard has nothing to propose"
    );
}

#[test]
fn what_does_not_apply_is_not_proposed() {
    let (mut at, item) = services();
    at.map(item, "27001/A.14.2.1");
    let before = proposed(&at, item);
    let part = before.iter().find(|p| p.reference.standard == "9001").unwrap().reference.clone();
    let line = format!("{}: none of it is done here", part.clause);
    let statement = ScopeStatement { not_applicable: vec![line], ..ScopeStatement::default() };
    at.does(|tx| systems::state_scope(tx, "QMS", statement));
    let (now, excluded) = (proposed(&at, item), |p: &Proposal| p.reference == part || p.reference.is_below(&part));
    assert!(!now.iter().any(excluded), "{part} is left out");
    assert_eq!(now.len(), before.iter().filter(|p| !excluded(p)).count(), "and nothing else is");
}

#[test]
fn a_mapping_to_a_part_leaves_the_whole_unproposed() {
    let mut at = Organisation::new();
    let item = ItemId::Record(at.record("Audit report"));
    at.map(item, "27001/9.2");
    assert!(find(&at, item, "9001/9.2").is_some());
    at.map(item, "9001/9.2.2");
    assert!(find(&at, item, "9001/9.2").is_none(), "a person said more closely what it is");
    let other = ItemId::Record(at.record("Other report"));
    at.map(other, "27001/9.2");
    at.does(|tx| mapping::link(tx, by_hand(other, "9001/9.2.2", Strength::Supporting)));
    assert!(find(&at, other, "9001/9.2").is_some(), "what supports says nothing of the kind");
}

#[test]
fn several_cells_of_one_item_are_decided_as_one_after_the_other() {
    let (mut at, item) = services();
    let held = at.held();
    let cells: Vec<Decided> = proposed(&at, item)
        .into_iter()
        .enumerate()
        .map(|(n, proposal)| Decided {
            item,
            reference: proposal.reference,
            decision: if n % 2 == 0 { Decision::Accept(None) } else { Decision::Decline },
            reason: "compared".into(),
        })
        .collect();
    let before = mapping::of_item(at.db(), item).unwrap().len();
    at.does(|tx| mapping::decide(tx, &cells, &held));
    assert_eq!(mapping::of_item(at.db(), item).unwrap().len(), before + cells.len().div_ceil(2));
    assert_eq!(proposed(&at, item), [], "everything is decided");
    assert_eq!(at.refuses(|tx| mapping::decide(tx, &cells[..1], &held)), "proposal_mapped_already", "once");
    let twice = [cells[1].clone(), Decided { decision: Decision::Accept(None), ..cells[1].clone() }];
    let mut other = services();
    let twice = twice.map(|cell| Decided { item: other.1, ..cell });
    assert_eq!(other.0.refuses(|tx| mapping::decide(tx, &twice, &held)), "proposal_not_found", "declined just before");
}

#[test]
fn what_was_declined_is_listed_with_its_reason_and_taken_up_again() {
    let (mut at, item) = services();
    let reference = clause("9001/8.5.6");
    assert_eq!(at.refuses(|tx| mapping::reopen(tx, item, &reference)), "proposal_not_declined");
    assert_eq!(at.refuses(|tx| mapping::decline(tx, item, &clause("27001/A.7.1.1"), "no")), "proposal_not_found");
    at.does(|tx| mapping::decline(tx, item, &reference, "other changes"));
    at.does(|tx| mapping::decline(tx, item, &reference, "changes of services alone"));
    let declined = mapping::proposed(at.db(), item, &at.held()).unwrap().declined;
    let said: Vec<_> = declined.iter().map(|one| (one.reference.clone(), one.reason.as_str())).collect();
    assert_eq!(said, [(reference.clone(), "changes of services alone")], "as it was said last");
    at.does(|tx| mapping::reopen(tx, item, &reference));
    assert!(mapping::proposed(at.db(), item, &at.held()).unwrap().declined.is_empty());
    assert!(find(&at, item, "9001/8.5.6").is_some());
    at.rebuilds_the_same();
}

#[test]
fn where_all_that_it_is_mapped_to_lies_elsewhere_that_is_said_too() {
    let (mut at, _) = services();
    at.sites(&["A", "B", "C"]);
    at.set_scope("20000-1", &["A", "B"]);
    at.set_scope("27001", &["C"]);
    let item = ItemId::Document(at.document("P-9"));
    at.map(item, "27001/A.16.1.5");
    let outside = |at: &Organisation| mapping::proposed(at.db(), item, &at.held()).unwrap().outside;
    assert!(outside(&at).contains(&clause("20000-1/4").edition_id()), "8.6.1 would follow: {:?}", outside(&at));
    at.set_scope("27001", &["B", "C"]);
    assert!(!outside(&at).contains(&clause("20000-1/4").edition_id()), "it follows at B");
    assert!(find(&at, item, "20000-1/8.6.1").is_some());
}

#[test]
fn what_is_mapped_outside_of_the_systems_scope_says_that_it_counts_nowhere() {
    let (mut at, _) = services();
    at.sites(&["A", "B"]);
    at.set_scope("27001", &["B"]);
    let item = ItemId::Document(at.document("P-9"));
    let only = |at: &mut Organisation, site: &str| {
        let scope = systems::scope_codes(at.db(), &owned(&[site])).unwrap();
        at.does(|tx| {
            documents::correct_several(tx, &owned(&["P-9"]), &Default::default(), Some(&scope), None, "another")
                .map(|_| ())
        });
    };
    only(&mut at, "A");
    at.map(item, "27001/A.16.1.5");
    at.map(item, "20000-1/8.6.1");
    let nowhere = |at: &Organisation| -> Vec<String> {
        let all = mapping::named(at.db(), item).unwrap();
        all.into_iter().filter(|m| m.nowhere).map(|m| m.reference.short()).collect()
    };
    assert_eq!(nowhere(&at), ["27001 A.16.1.5"]);
    only(&mut at, "B");
    assert_eq!(nowhere(&at), Vec::<String>::new());
}

#[test]
fn where_nothing_is_proposed_since_the_scope_is_another_that_is_said() {
    let (mut at, _) = services();
    at.sites(&["A", "B"]);
    at.set_scope("9001", &["A"]);
    at.set_scope("27001", &["A", "B"]);
    let item = ItemId::Document(at.document("P-9"));
    at.map(item, "20000-1/8.5.1");
    let outside = |at: &Organisation| mapping::proposed(at.db(), item, &at.held()).unwrap().outside;
    assert!(outside(&at).is_empty(), "it belongs everywhere");
    let only_b = systems::scope_codes(at.db(), &owned(&["B"])).unwrap();
    at.does(|tx| {
        documents::correct_several(tx, &owned(&["P-9"]), &Default::default(), Some(&only_b), None, "B alone")
            .map(|_| ())
    });
    assert_eq!(outside(&at), [clause("9001/4").edition_id()]);
    assert!(find(&at, item, "9001/8.5.6").is_none() && find(&at, item, "27001/A.12.1.2").is_some());
}

/// Neither step is identical text, so it is a part at the most (R109, R145).
#[test]
fn what_only_resembles_what_resembles_is_a_part_at_the_most() {
    let (mut at, item) = services();
    at.map(item, "27001/A.14.2.7");
    for (reference, strongest) in [("20000-1/8.2.3", Strength::Full), ("9001/8.4", Strength::Partial)] {
        let proposal = find(&at, item, reference).unwrap();
        assert_eq!((proposal.at_most, proposal.needs_reason), (strongest, true), "{reference}");
        let said = proposal.said.iter().any(|said| said.code == Some("resembles_twice"));
        assert_eq!(said, strongest == Strength::Partial, "{reference}: and it says so");
    }
}
