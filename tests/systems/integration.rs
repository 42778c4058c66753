//! Where two systems can be integrated, item by item and kind by kind, with the reason (R43, R44).

use clausebook::systems::{self, IntegrationAt, IntegrationWhy, ScopeKind, ScopeStatement};

use crate::support::organisation::{Organisation, owned};

fn places(at: &Organisation) -> Vec<IntegrationAt> {
    systems::compare_all(at.db()).unwrap().places
}

/// What SMS and ISMS can share at an item, or at a site of it.
fn sms_isms(at: &Organisation, item: &str, site: Option<&str>) -> (Option<bool>, IntegrationWhy, Vec<String>) {
    let place = places(at).into_iter().find(|p| p.item == item && p.site.as_deref() == site).unwrap();
    let pair = place.pairs.into_iter().find(|pair| (pair.a.as_str(), pair.b.as_str()) == ("SMS", "ISMS")).unwrap();
    (pair.possible, pair.why, pair.outside)
}

/// SMS at A, B and C with a service that is delivered at all of them; ISMS at A and B.
fn a_b_c() -> Organisation {
    let mut at = Organisation::new();
    at.sites(&["A", "B", "C", "D"]);
    at.does(|tx| systems::add_scope_item(tx, "HELP", ScopeKind::Service, "Service desk", &owned(&["A", "B", "C"])));
    at.set_scope("SMS", &["A", "B", "C", "HELP"]);
    at.set_scope("ISMS", &["A", "B"]);
    states(&mut at, "QMS");
    at
}

/// A scope in words alone.
fn states(at: &mut Organisation, system: &str) {
    let statement = ScopeStatement { text: "Everything that is done here".into(), ..ScopeStatement::default() };
    at.does(|tx| systems::state_scope(tx, system, statement));
}

#[test]
fn r44_at_a_and_b_both_and_at_c_nothing_to_correlate_with() {
    let at = a_b_c();
    for site in ["A", "B"] {
        assert_eq!(sms_isms(&at, site, None), (Some(true), IntegrationWhy::Both, vec![]), "{site}");
    }
    assert_eq!(sms_isms(&at, "C", None), (Some(false), IntegrationWhy::OnlyFirst, owned(&["ISMS"])));
    assert_eq!(sms_isms(&at, "D", None), (Some(false), IntegrationWhy::Neither, owned(&["SMS", "ISMS"])));
    let c = places(&at).into_iter().find(|place| place.item == "C").unwrap();
    assert_eq!(c.systems, ["QMS", "SMS"], "a scope that is not divided takes in what its statement says");
}

#[test]
fn r44_of_a_service_it_is_said_site_by_site() {
    let mut at = a_b_c();
    let why = IntegrationWhy::KindNotNamed;
    assert_eq!(sms_isms(&at, "HELP", None), (None, why, vec![]), "the ISMS names no service");
    for (site, possible) in [("A", true), ("B", true), ("C", false)] {
        assert_eq!(sms_isms(&at, "HELP", Some(site)).0, Some(possible), "{site}");
    }
    at.does(|tx| systems::add_scope_item(tx, "SHOP", ScopeKind::Service, "Shop", &[]));
    at.set_scope("ISMS", &["A", "B", "SHOP"]);
    assert_eq!(sms_isms(&at, "HELP", Some("A")), (Some(false), IntegrationWhy::OnlyFirst, owned(&["ISMS"])));
    assert_eq!(sms_isms(&at, "SHOP", None).1, IntegrationWhy::OnlySecond);
}

#[test]
fn r43_scopes_are_compared_kind_by_kind() {
    let at = a_b_c();
    let kinds = systems::compare_all(at.db()).unwrap().kinds;
    let of = |kind| kinds.iter().find(|one| one.a == "SMS" && one.b == "ISMS" && one.kind == kind).unwrap();
    let (sites, services) = (of(ScopeKind::Site), of(ScopeKind::Service));
    assert_eq!((&sites.both, &sites.only_a), (&owned(&["A", "B"]), &owned(&["C"])));
    assert_eq!((&services.both, &services.only_a), (&owned(&[]), &owned(&["HELP"])));
    assert!(kinds.iter().all(|one| one.kind != ScopeKind::Unit), "what neither names is left out");
}

#[test]
fn of_a_system_of_which_nothing_was_said_nothing_is_said() {
    let mut at = Organisation::new();
    at.sites(&["A"]);
    assert_eq!(sms_isms(&at, "A", None), (None, IntegrationWhy::NothingSaid, vec![]));
    at.set_scope("SMS", &["A"]);
    assert_eq!(sms_isms(&at, "A", None), (None, IntegrationWhy::NothingSaid, vec![]), "one of them is not enough");
    assert_eq!(places(&at)[0].systems, ["SMS"]);
    states(&mut at, "ISMS");
    assert_eq!(sms_isms(&at, "A", None), (Some(true), IntegrationWhy::NotDivided, vec![]));
    at.sites(&["B"]);
    at.set_scope("ISMS", &["B"]);
    assert_eq!(sms_isms(&at, "A", None).1, IntegrationWhy::OnlyFirst);
}
