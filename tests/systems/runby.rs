//! Who provides or runs what a scope takes in (R48).

use clausebook::ids::PartyId;
use clausebook::systems::{self, RunBy, ScopeKind};
use clausebook::undo::undo;
use clausebook::workspace::Tx;

use crate::support::organisation::Organisation;

fn run(at: &Organisation) -> (Option<RunBy>, usize, String) {
    let item = systems::scope_item(at.db(), "INC").unwrap();
    (item.run_by, item.parties.len(), item.run_reason)
}

#[test]
fn each_item_says_who_runs_it_and_that_is_taken_back_like_anything() {
    let mut at = Organisation::new();
    at.does(|tx| systems::add_scope_item(tx, "INC", ScopeKind::Process, "Incidents", &[]));
    assert_eq!(run(&at), (None, 0, String::new()), "nobody said so");
    let party = PartyId::new();
    at.wrote();
    at.does(|tx| systems::set_run_by(tx, "INC", RunBy::Others, &[party, party], " outsourced "));
    assert_eq!(run(&at), (Some(RunBy::Others), 1, "outsourced".into()));
    at.does(|tx| systems::set_run_by(tx, "inc", RunBy::Others, &[party], "again"));
    assert_eq!(at.wrote(), ["system.run_by_set"], "the same is no event");
    at.does(|tx| systems::set_run_by(tx, "INC", RunBy::Own, &[], "taken back into the house"));
    undo(&mut at.workspace).unwrap();
    assert_eq!(run(&at), (Some(RunBy::Others), 1, "outsourced".into()), "as before");
    undo(&mut at.workspace).unwrap();
    assert_eq!(run(&at), (None, 0, String::new()));
    at.rebuilds_the_same();
}

#[test]
fn what_cannot_be_said_of_an_item_is_refused() {
    let mut at = Organisation::new();
    at.does(|tx| {
        systems::add_scope_item(tx, "ALL", ScopeKind::Organisation, "All", &[])?;
        systems::add_scope_item(tx, "INC", ScopeKind::Process, "Incidents", &[])
    });
    let mut refused = |code: &str, by, parties: &[PartyId], reason: &str| {
        at.refuses(|tx: &mut Tx<'_>| systems::set_run_by(tx, code, by, parties, reason))
    };
    let party = [PartyId::new()];
    assert_eq!(refused("ALL", RunBy::Others, &party, "r"), "scope_run_by_of_organisation");
    assert_eq!(refused("INC", RunBy::Own, &party, "r"), "scope_run_by_own_with_parties");
    assert_eq!(refused("INC", RunBy::Shared, &[], "r"), "scope_run_by_nobody");
    assert_eq!(refused("INC", RunBy::Others, &party, " "), "scope_run_by_without_reason");
    assert_eq!(refused("MOON", RunBy::Own, &[], "r"), "scope_item_not_found");
    assert_eq!(RunBy::parse("nobody").unwrap_err().reason().name, "scope_run_by_unknown");
}
