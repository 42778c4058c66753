//! Scope statements: kept as they are, with what each lacks for its standard (R38–R42).

use clausebook::systems::{self, ScopeStatement};

use crate::support::organisation::Organisation;

fn lacks(at: &Organisation, system: &str) -> Vec<&'static str> {
    systems::system(at.db(), system).unwrap().statement_lacks.iter().map(|lack| lack.code).collect()
}

#[test]
fn r38_r42_a_scope_statement_is_checked_for_its_standard() {
    let mut at = Organisation::new();
    assert_eq!(lacks(&at, "SMS"), ["boundaries", "services", "provider"]);
    assert_eq!(lacks(&at, "QMS"), ["boundaries", "offerings", "not_applicable"]);
    assert_eq!(lacks(&at, "ISMS"), ["boundaries", "other_parties"]);
    let whole = ScopeStatement {
        boundaries: "all sites".into(),
        whole_organisation: Some(true),
        all_services: Some(true),
        all_offerings: Some(true),
        provider: "service department".into(),
        services: vec!["hosting".into()],
        ..ScopeStatement::default()
    };
    at.does(|tx| systems::state_scope(tx, "SMS", whole.clone()));
    assert!(lacks(&at, "SMS").is_empty());
    let shortened = ScopeStatement { not_applicable: vec!["8.3: nothing is developed".into()], ..whole };
    let refused = at.refuses(|tx| systems::state_scope(tx, "SMS", shortened.clone()));
    assert_eq!(refused, "scope_exclusion_from_all_or_nothing", "nothing may be left out of 20000-1");
    at.does(|tx| systems::state_scope(tx, "QMS", ScopeStatement { offerings: vec!["hosting".into()], ..shortened }));
    assert_eq!(lacks(&at, "QMS"), ["unaffected"], "an incomplete statement is kept");
    at.does(|tx| {
        systems::state_scope(tx, "QMS", ScopeStatement { unaffected: Some(true), ..ScopeStatement::default() })
    });
    assert_eq!(lacks(&at, "QMS"), [""; 0]);
    let affects = ScopeStatement { unaffected: Some(false), ..ScopeStatement::default() };
    assert_eq!(at.refuses(|tx| systems::state_scope(tx, "QMS", affects)), "scope_exclusion_affects_conformity");
    assert_eq!(at.wrote(), ["system.scope_stated"; 3]);
    assert_eq!(lacks(&at, "ISMS").len(), 2, "the other systems have statements of their own");
    at.rebuilds_the_same();
}

#[test]
fn a_statement_belongs_to_a_system_that_is_held() {
    let mut at = Organisation::new();
    assert_eq!(at.refuses(|tx| systems::state_scope(tx, "EMS", ScopeStatement::default())), "system_not_found");
}
