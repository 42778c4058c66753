//! Mapping documents and records to clauses by hand, and taking mappings back.

mod cells;
mod corrections;
mod editions;
mod follows;
mod groups;
mod named;
mod offered;
mod parts;
mod pointlist;
mod points;
mod proposals;

use clausebook::items::ItemId;
use clausebook::mapping::{self, Link, NewLink, Origin, Strength};
use clausebook::standards::ClauseRef;
use clausebook::systems;

use crate::support::organisation::{Organisation, by_hand, clause, owned};

fn mapped(at: &Organisation, item: ItemId) -> Vec<(String, Strength)> {
    let links = mapping::of_item(at.db(), item).unwrap();
    links.into_iter().map(|link| (link.reference.to_string(), link.strength)).collect()
}

#[test]
fn r18_a_common_process_names_its_clauses_in_each_standard() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.wrote();
    at.does(|tx| mapping::link(tx, by_hand(item, "9001/7.1.6", Strength::Partial)));
    at.does(|tx| mapping::link(tx, by_hand(item, "20000-1/7.6", Strength::Full)));
    assert_eq!(at.wrote(), ["mapping.linked", "mapping.linked"]);
    let [first, second] = &mapping::of_item(at.db(), item).unwrap()[..] else { panic!("two mappings") };
    let said = |link: &Link| (link.reference.to_string(), link.strength, link.reason.clone(), link.origin.clone());
    assert_eq!(said(first), ("20000-1:2018/7.6".into(), Strength::Full, String::new(), Origin::Hand));
    assert_eq!(said(second), ("9001:2015/7.1.6".into(), Strength::Partial, "A part of it".into(), Origin::Hand));
    at.rebuilds_the_same();
}

#[test]
fn only_a_clause_that_there_is_is_mapped_to() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    for (standard, edition, number) in [("9001", "2015", "99.9"), ("9001", "1994", "4.1"), ("14001", "2015", "4.1")] {
        let reference = ClauseRef { standard: standard.into(), edition: edition.into(), clause: number.into() };
        let new = NewLink { reference: reference.clone(), ..by_hand(item, "9001/7.5", Strength::Full) };
        assert_eq!(at.refuses(|tx| mapping::link(tx, new)), "clause_unknown", "{reference}");
    }
}

#[test]
fn what_is_not_full_says_why() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    for strength in [Strength::Partial, Strength::Supporting] {
        let new = NewLink { reason: " ".into(), ..by_hand(item, "9001/7.5", strength) };
        assert_eq!(at.refuses(|tx| mapping::link(tx, new)), "mapping_without_reason", "{strength:?}");
    }
    let new = NewLink { reason: " only storage ".into(), ..by_hand(item, "9001/7.5", Strength::Partial) };
    at.does(|tx| mapping::link(tx, new));
    assert_eq!(mapping::of_item(at.db(), item).unwrap()[0].reason, "only storage");
}

#[test]
fn an_item_is_mapped_to_a_clause_once() {
    let mut at = Organisation::new();
    let (item, other) = (ItemId::Document(at.document("P-1")), ItemId::Record(at.record("Report")));
    at.map(item, "9001/7.5");
    assert_eq!(
        at.refuses(|tx| mapping::link(tx, by_hand(item, "9001/7.5", Strength::Partial))),
        "mapping_already_there"
    );
    at.map(item, "9001/7.5.3");
    at.map(other, "9001/7.5");
    let to_the_clause = mapping::by_clause(at.db(), &clause("9001/7.5")).unwrap();
    let items: Vec<ItemId> = to_the_clause.iter().map(|link| link.item).collect();
    assert_eq!(items, [item, other], "in the order in which they were made");
}

#[test]
fn several_clauses_are_mapped_in_full_at_once_or_none() {
    let mut at = Organisation::new();
    let item = ItemId::Record(at.record("Report"));
    let clauses = |texts: [&str; 2]| texts.map(clause).to_vec();
    assert_eq!(
        at.refuses(|tx| mapping::link_in_full(tx, item, clauses(["9001/9.2.2", "9001/9.2.2"]))),
        "mapping_already_there"
    );
    assert!(mapped(&at, item).is_empty());
    at.does(|tx| mapping::link_in_full(tx, item, clauses(["9001/9.2.2", "20000-1/9.2.2"])));
    let full = ["20000-1:2018/9.2.2", "9001:2015/9.2.2"].map(|reference| (reference.to_owned(), Strength::Full));
    assert_eq!(mapped(&at, item), full);
}

#[test]
fn a_mapping_is_taken_back_once() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    let id = at.map(item, "9001/7.5");
    assert!(mapping::stored(at.db(), id).unwrap().is_some());
    at.wrote();
    at.does(|tx| mapping::unlink(tx, item, &clause("9001/7.5"), "wrong clause"));
    assert_eq!(at.wrote(), ["mapping.unlinked"]);
    assert!(mapped(&at, item).is_empty() && mapping::stored(at.db(), id).unwrap().is_none());
    assert_eq!(at.refuses(|tx| mapping::unlink(tx, item, &clause("9001/7.5"), "again")), "mapping_not_found");
    at.map(item, "9001/7.5");
    at.rebuilds_the_same();
}

#[test]
fn a_mapping_can_hold_for_fewer_places_than_its_item_and_differ_there() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    let item = ItemId::Document(at.document("P-1"));
    let scope = systems::scope_codes(at.db(), &owned(&["B"])).unwrap();
    let variance = "Kept by another department".to_owned();
    let new = NewLink { scope, variance, ..by_hand(item, "9001/7.5", Strength::Full) };
    at.does(|tx| mapping::link(tx, new));
    let link = mapping::of_item(at.db(), item).unwrap().remove(0);
    let named = link.named(at.db(), &at.held()).unwrap();
    assert_eq!((named.scope, named.variance.as_str()), (owned(&["B"]), "Kept by another department"));
    assert_eq!(named.title, "Documented information", "it is shown with the clause's title");
    at.rebuilds_the_same();
}

#[test]
fn an_event_holds_as_long_as_what_it_says_is_so() {
    let mut at = Organisation::new();
    let item = ItemId::Record(at.record("Report"));
    at.map(item, "9001/9.2.2");
    let written = at.workspace.take_written().pop().unwrap().entries.start;
    let bytes = clausebook::ledger::entry_bytes(at.db(), written).unwrap().unwrap();
    let event = clausebook::ledger::Entry::parse(&bytes).unwrap().event().to_owned();
    assert!(mapping::holds(at.db(), &event).unwrap());
    at.does(|tx| mapping::unlink(tx, item, &clause("9001/9.2.2"), "wrong"));
    assert!(!mapping::holds(at.db(), &event).unwrap());
    let again = by_hand(item, "9001/9.2.2", Strength::Full);
    at.does(|tx| mapping::link(tx, again));
    assert!(mapping::holds(at.db(), &event).unwrap(), "whoever mapped it again says the same");
}

#[test]
fn a_strength_is_read_by_its_name_alone() {
    for strength in [Strength::Full, Strength::Partial, Strength::Supporting] {
        assert_eq!(Strength::parse(strength.name()).unwrap(), strength);
    }
    assert_eq!(Strength::parse("strong").unwrap_err().reason().name, "strength_unknown");
}
