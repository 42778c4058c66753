//! Sites, services and their like, and which of them each system takes in (R43, R44).

use clausebook::error::Code;
use clausebook::systems::{self, ScopeKind};

use crate::support::organisation::{Organisation, owned};

#[test]
fn a_scope_item_has_a_code_of_its_own_and_a_name() {
    let mut at = Organisation::new();
    at.does(|tx| systems::add_scope_item(tx, " HQ ", ScopeKind::Site, " Head office ", &[]));
    let mut add =
        |code: &str, name: &str| at.refuses(|tx| systems::add_scope_item(tx, code, ScopeKind::Unit, name, &[]));
    assert_eq!(add("", "Laboratory"), "scope_item_incomplete");
    assert_eq!(add("LAB", " "), "scope_item_incomplete");
    assert_eq!(add("hq", "Another"), "scope_item_taken", "capitals make no other code");
    assert_eq!(add("head office", "Another"), "scope_item_taken", "a code that is a name would be found twice");
    let item = systems::scope_item(at.db(), "hq").unwrap();
    assert_eq!((item.code.as_str(), item.name.as_str(), item.kind), ("HQ", "Head office", ScopeKind::Site));
    assert_eq!(systems::scope_item(at.db(), "Head  OFFICE").unwrap().id, item.id, "it is found by its name, too");
    assert_eq!(systems::scope_item(at.db(), "MOON").unwrap_err().code(), Code::NotFound);
    assert_eq!(ScopeKind::parse("planet").unwrap_err().reason().name, "scope_item_kind_unknown");
    at.rebuilds_the_same();
}

#[test]
fn a_service_names_the_sites_where_it_is_delivered() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    let add = |at: &[&str]| {
        let at = owned(at);
        move |tx: &mut clausebook::workspace::Tx<'_>| {
            systems::add_scope_item(tx, "HELP", ScopeKind::Service, "Service desk", &at)
        }
    };
    assert_eq!(at.refuses(add(&["A", "MOON"])), "scope_item_not_found");
    at.does(add(&["B", "A"]));
    assert_eq!(systems::scope_item(at.db(), "HELP").unwrap().at, ["A", "B"]);
    at.rebuilds_the_same();
}

#[test]
fn a_scope_is_set_as_a_whole_and_says_nothing_when_nothing_changes() {
    let mut at = Organisation::new();
    at.sites(&["A", "B", "C"]);
    at.wrote();
    at.set_scope("SMS", &["B", "A", "b"]);
    assert_eq!(at.wrote(), ["system.scope_set"]);
    assert_eq!(systems::system(at.db(), "SMS").unwrap().scope, ["A", "B"], "each item once");
    at.set_scope("20000-1", &["A", "B"]);
    assert!(at.wrote().is_empty(), "the same scope again is no event");
    at.set_scope("SMS", &["C"]);
    assert_eq!(systems::system(at.db(), "SMS").unwrap().scope, ["C"], "what is not named is taken out");
    assert_eq!(systems::scope_item(at.db(), "C").unwrap().systems, ["SMS"]);
    at.set_scope("SMS", &[]);
    assert!(systems::system(at.db(), "SMS").unwrap().scope.is_empty());
    assert_eq!(at.refuses(|tx| systems::set_scope(tx, "SMS", &owned(&["A", "MOON"]))), "scope_item_not_found");
    assert_eq!(at.refuses(|tx| systems::set_scope(tx, "EMS", &owned(&["A"]))), "system_not_found");
    at.rebuilds_the_same();
}

#[test]
fn r43_r44_scopes_are_compared_item_by_item_and_the_difference_is_written_down() {
    let mut at = Organisation::new();
    at.sites(&["A", "B", "C"]);
    at.set_scope("SMS", &["A", "B", "C"]);
    at.set_scope("ISMS", &["A", "B"]);
    at.wrote();
    let pairs = systems::compare_all(at.db()).unwrap().pairs;
    let count = pairs.len();
    let compared = pairs.into_iter().find(|pair| pair.a == "SMS" && pair.b == "ISMS").unwrap();
    assert_eq!(compared.both, ["A", "B"]);
    assert_eq!(compared.only_a, ["C"], "R44: at C there is nothing to correlate with");
    assert!(compared.only_b.is_empty());
    at.does(systems::store_comparisons);
    assert_eq!(at.wrote(), vec!["system.scopes_compared"; count], "R43: each pair is written down");
    at.rebuilds_the_same();
}

#[test]
fn codes_are_turned_into_items_and_back_and_unknown_ones_are_refused() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    let ids = systems::scope_codes(at.db(), &owned(&["b", "A"])).unwrap();
    assert_eq!(systems::scope_item_codes(at.db(), &ids).unwrap(), ["B", "A"]);
    assert_eq!(systems::scope_codes(at.db(), &owned(&["A", "MOON"])).unwrap_err().code(), Code::NotFound);
    assert!(systems::scope_codes(at.db(), &[]).unwrap().is_empty());
}
