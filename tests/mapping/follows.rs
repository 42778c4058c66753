//! Along a hop strength and scope only fall, also when the source falls later (R15, R22, R147).

use clausebook::applicability::Gives;
use clausebook::documents;
use clausebook::items::ItemId;
use clausebook::mapping::{self, NewLink, Proposal, Strength};
use clausebook::named::Wanted;
use clausebook::undo::{undo, undo_one};

use crate::support::organisation::{Organisation, by_hand, clause, owned};
use clausebook::{ledger, records, systems};

fn find(at: &Organisation, item: ItemId, reference: &str) -> Option<Proposal> {
    let all = mapping::proposals(at.db(), item, &at.held()).unwrap();
    all.into_iter().find(|p| p.reference == clause(reference))
}

fn accept(at: &mut Organisation, item: ItemId, reference: &str, strength: Option<Strength>, reason: &str) {
    let (held, reference) = (at.held(), clause(reference));
    at.does(|tx| mapping::accept(tx, item, &reference, strength, reason, &held).map(|_| ()));
}

fn refused(at: &mut Organisation, item: ItemId, reference: &str, strength: Option<Strength>) -> &'static str {
    let (held, reference) = (at.held(), clause(reference));
    at.refuses(|tx| mapping::accept(tx, item, &reference, strength, "because", &held))
}

/// How an item is mapped to a clause: strength and codes of its own scope.
fn mapped(at: &Organisation, item: ItemId, reference: &str) -> Option<(Strength, Vec<String>)> {
    let links = mapping::named(at.db(), item).unwrap();
    links.into_iter().find(|l| l.reference == clause(reference)).map(|l| (l.strength, l.scope))
}

fn strength(name: &str) -> Wanted {
    [("strength".to_owned(), name.to_owned()), ("reason".to_owned(), "a part".to_owned())].into()
}

fn correct(at: &mut Organisation, item: ItemId, reference: &str, wanted: &Wanted, scope: Option<&[&str]>) {
    let scope = scope.map(|codes| systems::scope_codes(at.db(), &owned(codes)).unwrap());
    at.does(|tx| mapping::correct(tx, item, &clause(reference), wanted, scope, "read again").map(|_| ()));
}

#[test]
fn a_proposal_is_at_most_as_strong_as_its_source() {
    let mut at = Organisation::new();
    let item = ItemId::Record(at.record("Report"));
    at.does(|tx| mapping::link(tx, by_hand(item, "20000-1/7.2", Strength::Partial)));
    let proposal = find(&at, item, "27001/7.2").unwrap();
    assert_eq!((proposal.at_most, proposal.needs_reason), (Strength::Partial, true), "a part says why");
    assert_eq!(refused(&mut at, item, "27001/7.2", Some(Strength::Full)), "proposal_accepted_too_strong");
    accept(&mut at, item, "27001/7.2", None, "the same part");
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Partial, vec![])), "as strong as it can be");
}

#[test]
fn one_way_and_limited_matches_are_partial_and_say_what_is_missing() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/8.7.3.1");
    at.map(item, "20000-1/6.1");
    let risk = find(&at, item, "27001/6.1").or_else(|| find(&at, item, "27001/6.1.1")).unwrap();
    assert!(!risk.direction.may_suffice() && risk.at_most == Strength::Partial, "R82: {risk:?}");
    assert!(risk.notes.iter().any(|n| n.contains("not the other way round") || n.contains("Missing")), "{risk:?}");
    let other = ItemId::Document(at.document("P-2"));
    at.map(other, "20000-1/8.5");
    let limited = find(&at, other, "9001/8.4.1").unwrap();
    assert!(limited.limited && limited.at_most == Strength::Partial && limited.needs_reason, "R147");
    assert_eq!(refused(&mut at, other, "9001/8.4.1", Some(Strength::Full)), "proposal_accepted_too_strong");
    assert_eq!(refused(&mut at, other, "9001/8.5", None), "proposal_of_a_group", "clause by clause");
    assert!(find(&at, other, "9001/8.5.1").is_some());
    assert!(find(&at, other, "9001/8.5.2").is_none(), "kept out of it");
}

#[test]
fn of_several_sources_the_one_that_allows_most_is_taken() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.does(|tx| mapping::link(tx, by_hand(item, "20000-1/7.2", Strength::Partial)));
    assert_eq!(find(&at, item, "27001/7.2").unwrap().at_most, Strength::Partial);
    at.map(item, "9001/7.2");
    let proposal = find(&at, item, "27001/7.2").unwrap();
    assert_eq!((proposal.at_most, proposal.from), (Strength::Full, Some(clause("9001/7.2"))));
}

#[test]
fn nothing_is_proposed_outside_the_other_systems_scope() {
    let mut at = Organisation::new();
    at.sites(&["A", "B", "C"]);
    at.set_scope("ISMS", &["A", "B"]);
    at.set_scope("QMS", &["B", "C"]);
    let filed = |at: &mut Organisation, scope: &[&str]| {
        let scope = systems::scope_codes(at.db(), &owned(scope)).unwrap();
        let title = format!("R{}", scope.len());
        let new = records::NewRecord { scope, ..crate::support::organisation::record(&title) };
        ItemId::Record(at.does(|tx| records::file(tx, new)))
    };
    for (own, wanted) in [
        (&["A"][..], None),
        (&["B"], Some(vec![])),
        (&["A", "B"], Some(owned(&["B"]))),
        (&["C"], None),
        (&[], Some(owned(&["B"]))),
    ] {
        let item = filed(&mut at, own);
        at.map(item, "27001/7.2");
        let scope = find(&at, item, "9001/7.2").map(|p| p.scope);
        assert_eq!(scope, wanted, "an item of {own:?}: it counts where both systems and the item meet");
        if let Some(scope) = wanted {
            accept(&mut at, item, "9001/7.2", None, "");
            assert_eq!(mapped(&at, item, "9001/7.2"), Some((Strength::Full, scope)));
        } else {
            assert_eq!(refused(&mut at, item, "9001/7.2", None), "proposal_not_found");
        }
    }
    let narrow = filed(&mut at, &["A", "B"]);
    let scope = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    at.does(|tx| mapping::link(tx, NewLink { scope, ..by_hand(narrow, "27001/7.2", Strength::Full) }));
    assert!(find(&at, narrow, "9001/7.2").is_none(), "the mapping itself holds at A only");
    at.rebuilds_the_same();
}

#[test]
fn what_follows_falls_with_its_source_and_comes_back_with_it() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.2");
    accept(&mut at, item, "27001/7.2", None, "");
    at.wrote();
    correct(&mut at, item, "20000-1/7.2", &strength("partial"), Some(&["A"]));
    assert_eq!(at.wrote(), ["mapping.corrected", "mapping.corrected"], "both stand in the history");
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Partial, owned(&["A"]))));
    at.rebuilds_the_same();
    let stronger = |tx: &mut clausebook::workspace::Tx<'_>| {
        mapping::correct(tx, item, &clause("27001/7.2"), &strength("full"), None, "it is all of it")
    };
    assert_eq!(at.refuses(stronger), "mapping_stronger_than_source");
    let wider = |tx: &mut clausebook::workspace::Tx<'_>| {
        mapping::correct(tx, item, &clause("27001/7.2"), &Wanted::new(), Some(Vec::new()), "everywhere")
    };
    assert_eq!(at.refuses(wider), "mapping_wider_than_source");
    undo(&mut at.workspace).unwrap();
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Full, vec![])), "undone together");
    at.does(|tx| mapping::unlink(tx, item, &clause("20000-1/7.2"), "wrong"));
    assert_eq!(mapped(&at, item, "27001/7.2"), None, "nothing follows from nothing");
    at.rebuilds_the_same();
    undo(&mut at.workspace).unwrap();
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Full, vec![])));
}

#[test]
fn where_another_source_allows_as_much_nothing_falls() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.2");
    accept(&mut at, item, "27001/7.2", None, "");
    at.map(item, "9001/7.2");
    at.wrote();
    at.does(|tx| mapping::unlink(tx, item, &clause("20000-1/7.2"), "wrong"));
    assert_eq!(at.wrote(), ["mapping.unlinked"]);
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Full, vec![])));
}

#[test]
fn a_source_is_not_undone_under_what_was_accepted_because_of_it() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.2");
    let first = at.workspace.actor().to_owned();
    at.workspace.act_as("other@example.org".to_owned());
    accept(&mut at, item, "27001/7.2", None, "");
    at.workspace.act_as(first);
    assert_eq!(undo(&mut at.workspace).unwrap_err().reason().name, "change_built_upon");
    assert!(mapped(&at, item, "27001/7.2").is_some() && mapped(&at, item, "20000-1/7.2").is_some());
}

#[test]
fn what_fell_with_a_mapping_is_named() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.2");
    at.map(item, "9001/9.2.2");
    accept(&mut at, item, "27001/7.2", None, "");
    let before = mapping::mapped(at.db(), "P-1").unwrap().mappings;
    at.does(|tx| mapping::unlink(tx, item, &clause("20000-1/7.2"), "wrong"));
    let after = mapping::mapped(at.db(), "P-1").unwrap().since(&before, &[clause("20000-1/7.2")]);
    let fell: Vec<_> = after.fell.into_iter().map(|fell| (fell.reference, fell.now.is_some())).collect();
    assert_eq!(fell, [(clause("27001/7.2"), false)]);
}

#[test]
fn what_follows_falls_where_its_document_or_a_system_reaches_less_far() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.2");
    accept(&mut at, item, "27001/7.2", None, "");
    at.wrote();
    let only_a = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    let edition = clause("20000-1/7.2").edition_id();
    at.does(|tx| mapping::with_scope_of_system(tx, &edition, &only_a, |_| Ok(())));
    at.does(|tx| systems::set_scope(tx, "20000-1", &owned(&["A"])));
    assert_eq!(at.wrote(), ["mapping.corrected", "system.scope_set"]);
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Full, owned(&["A"]))), "the source counts at A only");
    at.does(|tx| mapping::with_scope_of_system(tx, &edition, &only_a, |_| Ok(())));
    assert!(at.wrote().is_empty(), "nothing falls twice");
    let only_b = systems::scope_codes(at.db(), &owned(&["B"])).unwrap();
    at.does(|tx| {
        mapping::with_scope_of_items(tx, &[item], Some(&only_b), |tx| {
            documents::correct_several(tx, &owned(&["P-1"]), &Wanted::new(), Some(&only_b), None, "B alone").map(|_| ())
        })
    });
    assert_eq!(mapped(&at, item, "27001/7.2"), None, "the source counts nowhere any more");
    at.rebuilds_the_same();
    undo(&mut at.workspace).unwrap();
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Full, owned(&["A"]))), "undone together");
}

#[test]
fn a_fall_says_from_what_and_is_undone_however_often_it_fell() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.2");
    accept(&mut at, item, "27001/7.2", None, "");
    correct(&mut at, item, "20000-1/7.2", &strength("partial"), None);
    correct(&mut at, item, "20000-1/7.2", &strength("supporting"), None);
    let log = clausebook::log::log(at.db(), None, 100).unwrap().entries;
    let events = log.into_iter().map(|entry| serde_json::from_str::<serde_json::Value>(entry.event.get()).unwrap());
    let fallen: Vec<_> = events.filter(|event| event["data"]["follows_from"] == "20000-1:2018/7.2").collect();
    assert_eq!(fallen.len(), 2);
    assert!(fallen.iter().all(|e| e["data"]["reason"] == ""), "no sentence of the program stands in the ledger");
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Supporting, vec![])));
    undo(&mut at.workspace).unwrap();
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Partial, vec![])));
    at.does(|tx| mapping::unlink(tx, item, &clause("20000-1/7.2"), "wrong"));
    undo(&mut at.workspace).unwrap();
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Partial, vec![])));
    at.rebuilds_the_same();
}

#[test]
fn undoing_a_wider_scope_leaves_nothing_wider_than_its_source() {
    let mut at = Organisation::new();
    at.sites(&["A", "B", "C"]);
    at.set_scope("27001", &["A", "B"]);
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "20000-1/7.2");
    let belongs = |at: &mut Organisation, codes: &[&str]| {
        let scope = systems::scope_codes(at.db(), &owned(codes)).unwrap();
        at.does(|tx| {
            mapping::with_scope_of_items(tx, &[item], Some(&scope), |tx| {
                documents::correct_several(tx, &owned(&["P-1"]), &Wanted::new(), Some(&scope), None, "there")
                    .map(|_| ())
            })
        });
    };
    belongs(&mut at, &["A"]);
    belongs(&mut at, &["A", "B", "C"]);
    let widened = ledger::head(at.db()).unwrap().size - 1;
    accept(&mut at, item, "27001/7.2", None, "");
    assert_eq!(mapped(&at, item, "27001/7.2"), Some((Strength::Full, owned(&["A", "B"]))));
    undo_one(&mut at.workspace, widened).unwrap();
    assert_eq!(
        mapped(&at, item, "27001/7.2"),
        Some((Strength::Full, owned(&["A"]))),
        "cut with what the item is again"
    );
    at.rebuilds_the_same();
}

#[test]
fn nothing_follows_from_what_does_not_apply() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "9001/8.3.6");
    assert!(find(&at, item, "20000-1/8.5.1").is_some());
    accept(&mut at, item, "20000-1/8.5.1", None, "design changes are changes");
    let counts = |at: &Organisation| {
        let named = mapping::named(at.db(), item).unwrap();
        named.into_iter().find(|m| m.reference == clause("20000-1/8.5.1")).unwrap().less.map(|less| less.gives)
    };
    assert_eq!(counts(&at), None);
    let nothing =
        systems::ScopeStatement { not_applicable: owned(&["8.3: nothing is designed"]), ..Default::default() };
    at.does(|tx| systems::state_scope(tx, "9001", nothing));
    assert_eq!(counts(&at), Some(Gives::Excluded), "what it follows from does not apply any more");
    at.rebuilds_the_same();
    assert!(find(&at, item, "27001/A.12.1.2").is_none(), "and nothing new is proposed from it");
    at.does(|tx| mapping::unlink(tx, item, &clause("20000-1/8.5.1"), "not shown"));
    assert_eq!(refused(&mut at, item, "20000-1/8.5.1", None), "proposal_from_excluded");
    at.map(item, "9001/8.5.6");
    accept(&mut at, item, "20000-1/8.5.1", None, "another clause leads there");
    assert_eq!(counts(&at), None);
}
