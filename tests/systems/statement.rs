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
        provider: "service department".into(),
        services: vec!["hosting".into()],
        ..ScopeStatement::default()
    };
    at.does(|tx| systems::state_scope(tx, "SMS", whole.clone()));
    assert!(lacks(&at, "SMS").is_empty());
    let shortened = ScopeStatement { not_applicable: vec!["8.3".into()], ..whole };
    at.does(|tx| systems::state_scope(tx, "SMS", shortened.clone()));
    assert_eq!(lacks(&at, "SMS"), ["shortened"], "nothing may be left out of 20000-1");
    assert_eq!(systems::system(at.db(), "SMS").unwrap().statement, shortened, "an incomplete statement is kept");
    assert_eq!(at.wrote(), ["system.scope_stated", "system.scope_stated"]);
    assert_eq!(lacks(&at, "QMS").len(), 3, "the other systems have statements of their own");
    at.rebuilds_the_same();
}

#[test]
fn a_statement_belongs_to_a_system_that_is_held() {
    let mut at = Organisation::new();
    assert_eq!(at.refuses(|tx| systems::state_scope(tx, "EMS", ScopeStatement::default())), "system_not_found");
}
