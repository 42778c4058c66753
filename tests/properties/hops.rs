//! Random histories of mappings, proposals, corrections and undoing: along any hop strength and scope only fall, and what
//! follows from nothing is not there.

use std::collections::BTreeSet;

use clausebook::items::ItemId;
use clausebook::mapping::{self, Link, Origin, Strength};
use clausebook::named::Wanted;
use clausebook::systems;
use clausebook::undo::undo;
use proptest::prelude::*;

use crate::support::organisation::{Organisation, by_hand, clause, owned};

const CLAUSES: [&str; 10] = [
    "9001/7.2",
    "20000-1/7.2",
    "27001/7.2",
    "20000-1/8.6.1",
    "20000-1/8.5",
    "20000-1/6.1",
    "27001/6.1.1",
    "9001/9.2.2",
    "27001/A.16.1.5",
    "20000-1/8.7.2",
];
const SCOPES: [&[&str]; 4] = [&[], &["A"], &["B"], &["A", "B"]];

#[derive(Debug, Clone)]
enum Act {
    Map(u8, u8, u8),
    Accept(u8, u8),
    Decline(u8),
    Strength(u8, u8),
    Scope(u8, u8),
    Unlink(u8),
    Undo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(a, b, c)| Act::Map(a, b, c)),
        8 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Act::Accept(a, b)),
        1 => any::<u8>().prop_map(Act::Decline),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Act::Strength(a, b)),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Act::Scope(a, b)),
        2 => any::<u8>().prop_map(Act::Unlink),
        2 => Just(Act::Undo),
    ]
}

fn of<T: Clone>(all: &[T], n: u8) -> Option<T> {
    (!all.is_empty()).then(|| all[usize::from(n) % all.len()].clone())
}

/// Tries it; what is refused changes nothing.
fn play(at: &mut Organisation, item: ItemId, act: &Act) {
    let held = at.held();
    let links = mapping::of_item(at.db(), item).unwrap();
    let proposals = mapping::proposals(at.db(), item, &held).unwrap();
    let strengths = [Strength::Full, Strength::Partial, Strength::Supporting];
    let scope = |at: &Organisation, n: u8| systems::scope_codes(at.db(), &owned(SCOPES[usize::from(n % 4)])).unwrap();
    let correct = |at: &mut Organisation, link: &Link, wanted: Wanted, scope| {
        let _ = at.workspace.transact(|tx| mapping::correct(tx, item, &link.reference, &wanted, scope, "read again"));
    };
    match act {
        Act::Map(which, strength, n) => {
            let mut new = by_hand(item, of(&CLAUSES, *which).unwrap(), strengths[usize::from(strength % 3)]);
            new.scope = scope(at, *n);
            let _ = at.workspace.transact(|tx| mapping::link(tx, new));
        }
        Act::Accept(which, strength) => {
            let Some(proposal) = of(&proposals, *which) else { return };
            let strength = [None, Some(Strength::Full), Some(Strength::Partial)][usize::from(strength % 3)];
            let refused = strength.is_some_and(|s| s < proposal.at_most);
            let done =
                at.workspace.transact(|tx| mapping::accept(tx, item, &proposal.reference, strength, "as seen", &held));
            assert_eq!(done.is_err(), refused, "{proposal:?} as {strength:?}");
        }
        Act::Decline(which) => {
            let Some(proposal) = of(&proposals, *which) else { return };
            at.does(|tx| mapping::decline(tx, item, &proposal.reference, "not this"));
        }
        Act::Strength(which, strength) => {
            let Some(link) = of(&links, *which) else { return };
            let strength = strengths[usize::from(strength % 3)].name().to_owned();
            correct(at, &link, [("strength".into(), strength), ("reason".into(), "a part".into())].into(), None);
        }
        Act::Scope(which, n) => {
            let Some(link) = of(&links, *which) else { return };
            let scope = Some(scope(at, *n));
            correct(at, &link, Wanted::new(), scope);
        }
        Act::Unlink(which) => {
            let Some(link) = of(&links, *which) else { return };
            at.does(|tx| mapping::unlink(tx, item, &link.reference, "wrong"));
        }
        Act::Undo => {
            let _ = undo(&mut at.workspace);
        }
    }
}

/// The sites at which something counts; the item belongs to none, that is to both.
fn sites(at: &Organisation, scope: &[clausebook::ids::ScopeItemId]) -> BTreeSet<String> {
    let codes = systems::scope_item_codes(at.db(), scope).unwrap();
    if codes.is_empty() { owned(&["A", "B"]).into_iter().collect() } else { codes.into_iter().collect() }
}

/// What was accepted is no more than some mapping that a person made, at which it counts as well.
fn nothing_rose(at: &Organisation, item: ItemId) -> Result<(), TestCaseError> {
    let links = mapping::of_item(at.db(), item).unwrap();
    let made = |link: &&Link| !matches!(link.origin, Origin::Correlation { .. });
    for derived in links.iter().filter(|link| !made(link)) {
        let carried = links.iter().filter(made).any(|source| {
            derived.strength >= source.strength && sites(at, &derived.scope).is_subset(&sites(at, &source.scope))
        });
        prop_assert!(carried, "{derived:?} follows from none of {links:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn strength_and_scope_never_rise_along_a_hop(acts in prop::collection::vec(act(), 1..28)) {
        let mut at = Organisation::new();
        at.sites(&["A", "B"]);
        let item = ItemId::Document(at.document("P-1"));
        at.map(item, "20000-1/7.2");
        for act in &acts {
            play(&mut at, item, act);
            nothing_rose(&at, item)?;
        }
        at.rebuilds_the_same();
    }
}

#[test]
fn a_clause_of_the_list_is_one() {
    assert!(CLAUSES.iter().all(|text| !clause(text).clause.is_empty()));
}
