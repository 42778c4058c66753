//! Service requirements are written down and agreed; others stand beside them (R161).

use clausebook::requirements::{self, NewRequirement, Requirement, RequirementKind};
use clausebook::systems::{self, ScopeKind};
use clausebook::undo::undo;
use clausebook::workspace::Tx;

use crate::support::organisation::Organisation;

fn new(kind: RequirementKind, text: &'static str, agreed: &'static str) -> NewRequirement<'static> {
    NewRequirement { kind, text, agreed, service: None, implied: false }
}

fn numbers(at: &Organisation) -> Vec<String> {
    requirements::list(at.db()).unwrap().into_iter().map(|one| one.number).collect()
}

#[test]
fn r161_a_service_requirement_is_written_and_agreed_and_never_implied() {
    let mut at = Organisation::new();
    let mut refused = |new: NewRequirement<'_>| at.refuses(|tx: &mut Tx<'_>| requirements::add(tx, new));
    let service = new(RequirementKind::Service, "answers within an hour", "customer, agreement 4");
    assert_eq!(refused(NewRequirement { implied: true, ..service }), "requirement_implied");
    assert_eq!(refused(NewRequirement { text: " ", ..service }), "requirement_not_written");
    assert_eq!(refused(NewRequirement { agreed: "", ..service }), "requirement_not_agreed");
    assert_eq!(refused(NewRequirement { service: Some("MOON"), ..service }), "scope_item_not_found");
    at.does(|tx| systems::add_scope_item(tx, "HELP", ScopeKind::Service, "Service desk", &[]));
    at.does(|tx| requirements::add(tx, NewRequirement { service: Some("HELP"), ..service }));
    let all: Vec<Requirement> = requirements::list(at.db()).unwrap();
    assert_eq!((all[0].service.as_deref(), all[0].agreed.as_str()), (Some("HELP"), "customer, agreement 4"));
    at.rebuilds_the_same();
}

#[test]
fn r161_what_law_asks_for_stands_beside_them_and_nobody_has_to_agree() {
    let mut at = Organisation::new();
    for kind in [RequirementKind::Legal, RequirementKind::Regulatory, RequirementKind::Other] {
        at.does(|tx| requirements::add(tx, new(kind, "keeps logs", "")));
    }
    assert_eq!(numbers(&at), ["REQ-1", "REQ-2", "REQ-3"]);
    at.does(|tx| requirements::drop(tx, "req-2", "repealed"));
    assert_eq!(numbers(&at), ["REQ-1", "REQ-3"], "a number is not given again");
    assert_eq!(at.refuses(|tx| requirements::drop(tx, "REQ-2", "r")), "requirement_not_found");
    assert_eq!(at.refuses(|tx| requirements::drop(tx, "REQ-1", " ")), "requirement_dropped_without_reason");
    at.does(|tx| requirements::add(tx, new(RequirementKind::Legal, "answers in writing", "")));
    undo(&mut at.workspace).unwrap();
    assert_eq!(numbers(&at), ["REQ-1", "REQ-3"]);
    at.rebuilds_the_same();
}
