//! Every scope statement that was made is a version: shown, listed, compared, as of any day (R38, R42).

use clausebook::systems::{self, ScopeStatement, statement_diff, statement_version, statement_versions};
use clausebook::undo::undo;

use crate::support::day;
use crate::support::organisation::{Organisation, owned, today};

fn states(at: &mut Organisation, parts: ScopeStatement) {
    at.does(|tx| systems::state_scope(tx, "SMS", parts));
}

#[test]
fn statements_are_versions_of_each_other_and_are_compared() {
    let mut at = Organisation::new();
    let refused = statement_version(at.db(), "SMS", None).unwrap_err();
    assert_eq!(refused.reason().name, "scope_statement_none");
    states(&mut at, ScopeStatement { boundaries: "Oslo".into(), ..ScopeStatement::default() });
    at.turn_to(day(2026, 5, 1));
    at.workspace.act_as("manager@example.org");
    let services = ScopeStatement { services: owned(&["desk", "hosting"]), ..ScopeStatement::default() };
    states(&mut at, ScopeStatement { whole_organisation: Some(false), ..services });
    let all = statement_versions(at.db(), "20000-1").unwrap();
    assert_eq!(all.iter().map(|v| v.version).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((all[0].on, all[1].on, all[1].by.as_str()), (today(), day(2026, 5, 1), "manager@example.org"));
    assert_eq!(all[1].lacks.iter().map(|lack| lack.code).collect::<Vec<_>>(), ["all_services", "provider"]);
    assert_eq!(statement_version(at.db(), "SMS", None).unwrap(), all[1]);
    assert_eq!(statement_version(at.db(), "SMS", Some(1)).unwrap(), all[0]);
    let refused = statement_version(at.db(), "SMS", Some(3)).unwrap_err();
    assert_eq!(refused.reason().name, "scope_statement_not_found");
    let differs = statement_diff(at.db(), "SMS", 1, 2).unwrap().differences;
    let said: Vec<_> = differs.into_iter().map(|d| (d.part, d.before, d.after)).collect();
    assert_eq!(
        said,
        [
            ("whole_organisation".to_owned(), owned(&[]), owned(&["false"])),
            ("services".to_owned(), owned(&[]), owned(&["desk", "hosting"])),
        ]
    );
    assert!(statement_diff(at.db(), "SMS", 2, 2).unwrap().differences.is_empty());
    let then = at.workspace.as_of(today(), today(), &|_, _| Ok(())).unwrap();
    assert_eq!(statement_version(&then, "SMS", None).unwrap().version, 1, "as it was then");
    at.rebuilds_the_same();
}

#[test]
fn a_statement_that_was_taken_back_is_no_version() {
    let mut at = Organisation::new();
    for boundaries in ["Oslo", "Bergen"] {
        states(&mut at, ScopeStatement { boundaries: boundaries.into(), ..ScopeStatement::default() });
    }
    undo(&mut at.workspace).unwrap();
    let all = statement_versions(at.db(), "SMS").unwrap();
    assert_eq!(all.iter().map(|v| v.statement.boundaries.as_str()).collect::<Vec<_>>(), ["Oslo"]);
}
