//! Where evidence counts: at a scope item, in the whole of a system, everywhere (R45).

use clausebook::coverage::{State, Why};
use clausebook::items::ItemId;
use clausebook::mapping::{self, NewLink, Strength};
use clausebook::records::{self, NewRecord};
use clausebook::systems::{self, ScopeKind};

use super::{row, stands, whys};
use crate::support::organisation::{Organisation, by_hand, owned, record, today};

const AUDITS: &str = "20000-1/9.2.2";

/// Sites A and B inside the SMS, C outside of it.
fn sites() -> Organisation {
    let mut at = Organisation::new();
    at.sites(&["A", "B", "C"]);
    at.set_scope("SMS", &["A", "B"]);
    at
}

/// Files a record that belongs to these scope items and maps it to the clause.
fn evidence(at: &mut Organisation, codes: &[&str]) -> ItemId {
    let id = at.does(|tx| {
        let scope = systems::scope_codes(tx.db(), &owned(codes))?;
        records::file(tx, NewRecord { scope, ..record(&format!("Report of {codes:?}")) })
    });
    at.map(ItemId::Record(id), AUDITS);
    ItemId::Record(id)
}

fn at_place(at: &Organisation, code: &str) -> State {
    row(at, AUDITS, Some(code), today()).state
}

#[test]
fn r45_evidence_counts_at_the_places_it_belongs_to() {
    let mut at = sites();
    evidence(&mut at, &["A"]);
    assert_eq!((at_place(&at, "A"), at_place(&at, "B")), (State::Covered, State::Gap));
    assert_eq!(stands(&at, AUDITS), (State::Partial, vec![Why::MissingAt]));
    assert_eq!(row(&at, AUDITS, None, today()).gaps[0].scope, ["B"], "the lacking place is named");
    let at_b = row(&at, AUDITS, Some("B"), today());
    assert_eq!((at_b.gaps[0].why, &at_b.gaps[0].scope), (Why::Elsewhere, &owned(&["A"])), "what is filed is for A");
    evidence(&mut at, &["B"]);
    assert_eq!(stands(&at, AUDITS), (State::Covered, vec![]));
    at.rebuilds_the_same();
}

#[test]
fn a_place_outside_of_a_system_is_out_of_scope_and_its_evidence_does_not_count_there() {
    let mut at = sites();
    evidence(&mut at, &["C"]);
    assert_eq!(at_place(&at, "C"), State::OutOfScope);
    assert_eq!(stands(&at, AUDITS), (State::Gap, vec![Why::Elsewhere]), "it is not nothing");
    at.set_scope("SMS", &["A", "B", "C"]);
    assert_eq!(at_place(&at, "C"), State::Covered);
    at.rebuilds_the_same();
}

#[test]
fn evidence_without_a_place_or_of_the_whole_organisation_counts_everywhere() {
    for codes in [&[][..], &["ALL"], &["A", "ALL"]] {
        let mut at = sites();
        at.does(|tx| systems::add_scope_item(tx, "ALL", ScopeKind::Organisation, "The organisation", &[]));
        evidence(&mut at, codes);
        assert_eq!((at_place(&at, "A"), at_place(&at, "B")), (State::Covered, State::Covered), "{codes:?}");
        assert_eq!(stands(&at, AUDITS).0, State::Covered, "{codes:?}");
        at.rebuilds_the_same();
    }
}

#[test]
fn a_system_without_places_takes_all_evidence_wherever_it_belongs() {
    let mut at = sites();
    at.set_scope("SMS", &[]);
    evidence(&mut at, &["C"]);
    assert_eq!(stands(&at, AUDITS).0, State::Covered);
    assert_eq!((at_place(&at, "C"), at_place(&at, "A")), (State::Covered, State::Gap));
}

#[test]
fn a_mappings_own_places_go_before_those_of_its_item() {
    let mut at = sites();
    let item = evidence(&mut at, &["A"]);
    let reference = by_hand(item, AUDITS, Strength::Full).reference;
    at.does(|tx| mapping::unlink(tx, item, &reference, "for B alone"));
    let scope = systems::scope_codes(at.db(), &owned(&["B"])).unwrap();
    at.does(|tx| mapping::link(tx, NewLink { scope, ..by_hand(item, AUDITS, Strength::Full) }));
    assert_eq!((at_place(&at, "A"), at_place(&at, "B")), (State::Gap, State::Covered));
    at.rebuilds_the_same();
}

#[test]
fn a_system_is_covered_where_all_places_of_one_kind_are() {
    let mut at = sites();
    for code in ["HELP", "HOST"] {
        at.does(|tx| systems::add_scope_item(tx, code, ScopeKind::Service, code, &[]));
    }
    at.set_scope("SMS", &["A", "B", "HELP", "HOST"]);
    evidence(&mut at, &["HELP"]);
    assert_eq!(stands(&at, AUDITS).0, State::Partial);
    evidence(&mut at, &["HOST"]);
    assert_eq!(stands(&at, AUDITS).0, State::Covered, "all services have it, whatever the sites have");
}

#[test]
fn what_is_lacking_is_said_of_a_kind_of_place_that_has_something() {
    let mut at = sites();
    at.does(|tx| systems::add_scope_item(tx, "HOST", ScopeKind::Service, "HOST", &[]));
    at.set_scope("SMS", &["A", "B", "HOST"]);
    let id = at.does(|tx| {
        let scope = systems::scope_codes(tx.db(), &owned(&["A", "B"]))?;
        records::file(tx, NewRecord { scope, ..record("Report of both sites") })
    });
    at.does(|tx| mapping::link(tx, by_hand(ItemId::Record(id), AUDITS, Strength::Partial)));
    assert_eq!(stands(&at, AUDITS), (State::Partial, vec![Why::OnlyPart]), "one service without anything is not all");
}

#[test]
fn functions_processes_and_components_are_no_places_that_speak_for_the_whole() {
    for kind in [ScopeKind::Activity, ScopeKind::Function, ScopeKind::Process, ScopeKind::Component] {
        let mut at = Organisation::new();
        at.sites(&["A", "B"]);
        at.does(|tx| systems::add_scope_item(tx, "INC", kind, "Incidents", &[]));
        at.set_scope("QMS", &["A", "B", "INC"]);
        let filed = |at: &mut Organisation, place: &str| {
            let scope = systems::scope_codes(at.db(), &[place.to_owned()]).unwrap();
            let id = at.does(|tx| records::file(tx, NewRecord { scope, ..record(place) }));
            at.map(ItemId::Record(id), "9001/8.2.1");
        };
        filed(&mut at, "INC");
        let shown = row(&at, "9001/8.2.1", None, today());
        assert_eq!(shown.state, State::Partial, "all there is of {kind} is shown, and not where it runs");
        assert_eq!((whys(&shown), shown.gaps[0].scope.join(" ")), (vec![Why::MissingAt], "A B".into()), "{kind}");
        filed(&mut at, "A");
        assert_eq!(stands(&at, "9001/8.2.1").0, State::Partial, "{kind}");
        filed(&mut at, "B");
        assert_eq!(stands(&at, "9001/8.2.1"), (State::Covered, vec![]), "{kind}: both sites are");
        at.set_scope("QMS", &["INC"]);
        assert_eq!(stands(&at, "9001/8.2.1"), (State::Partial, vec![Why::OnlyPart]), "{kind} alone never is");
    }
}
