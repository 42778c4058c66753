//! What was accepted from a control counts as far as the control holds, on every day, and whatever happened in which order (R57, R58).

use clausebook::applicability::{self, Change, ControlReach, Gives, Implemented};
use clausebook::coverage::{self, Coverage, State, Why};
use clausebook::items::ItemId;
use clausebook::mapping::{self, SourceControl, Strength};
use clausebook::standards::ClauseRef;
use clausebook::systems::{self, ScopeStatement};
use clausebook::undo;

use super::stands;
use crate::support::day;
use crate::support::organisation::{Organisation, today};

/// One control that is matched with a clause of 20000-1 in full.
const CONTROL: &str = "27001:2013/A.12.1.3";
const CLAUSE: &str = "20000-1:2018/8.4.3";

fn decide(at: &mut Organisation, change: Change) {
    let control = CONTROL.split_once('/').unwrap().1.to_owned();
    at.does(|tx| applicability::decide(tx, "27001", &[control], &change));
}

fn applies(implemented: Implemented, reach: &[ControlReach]) -> Change {
    Change {
        applies: Some(true),
        reason: Some("a risk".into()),
        implemented: Some(implemented),
        reach: Some(reach.to_vec()),
        ..Change::default()
    }
}

fn excluded() -> Change {
    Change { applies: Some(false), reason: Some("no incidents".into()), ..Change::default() }
}

fn proposal(at: &Organisation, item: ItemId) -> Option<mapping::Proposal> {
    let all = mapping::proposals(at.db(), item, &at.held()).unwrap();
    all.into_iter().find(|p| p.reference.to_string() == CLAUSE)
}

/// A document in force that is mapped to the control.
fn with_control(at: &mut Organisation) -> ItemId {
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, CONTROL);
    item
}

fn accepts(at: &mut Organisation, item: ItemId) -> Strength {
    let (held, clause): (_, ClauseRef) = (at.held(), CLAUSE.parse().unwrap());
    let strongest = proposal(at, item).unwrap().at_most;
    at.does(|tx| mapping::accept(tx, item, &clause, None, "the same process", &held));
    strongest
}

#[test]
fn r57_an_excluded_control_proposes_nothing_and_says_why() {
    let mut at = Organisation::new();
    let item = with_control(&mut at);
    assert!(
        proposal(&at, item).is_some_and(|p| p.control.is_none()),
        "of what nobody decided the correlation speaks alone"
    );
    decide(&mut at, excluded());
    assert_eq!(proposal(&at, item), None);
    let (held, clause): (_, ClauseRef) = (at.held(), CLAUSE.parse().unwrap());
    assert_eq!(at.refuses(|tx| mapping::accept(tx, item, &clause, None, "x", &held)), "proposal_from_excluded");
    assert_eq!(stands(&at, CONTROL), (State::NotApplicable, vec![Why::NotApplicable]), "and is no gap itself");
}

#[test]
fn r57_r58_what_is_proposed_says_what_was_decided_of_its_control() {
    use ControlReach::{Assets, Services};
    let mut at = Organisation::new();
    let item = with_control(&mut at);
    let full = proposal(&at, item).unwrap().at_most;
    for (change, control, at_most) in [
        (applies(Implemented::By(day(2026, 9, 1)), &[Services]), Some(SourceControl::NotInPlace), full),
        (applies(Implemented::Partly, &[Services]), Some(SourceControl::InPart), Strength::Partial),
        (applies(Implemented::Yes, &[Assets]), Some(SourceControl::OwnAssets), Strength::Partial),
        (applies(Implemented::Yes, &[]), Some(SourceControl::ReachUnsaid), full),
        (applies(Implemented::Yes, &[Services, Assets]), None, full),
    ] {
        decide(&mut at, change.clone());
        let proposal = proposal(&at, item).unwrap();
        assert_eq!((proposal.control, proposal.at_most), (control, at_most.max(full)), "{change:?}");
    }
}

#[test]
fn r57_r58_a_mapping_names_the_decision_that_keeps_it_from_counting() {
    use ControlReach::{Assets, Services};
    let mut at = Organisation::new();
    let item = with_control(&mut at);
    let strongest = accepts(&mut at, item);
    let less = |at: &Organisation| -> Vec<Option<(String, Gives)>> {
        let named = mapping::named(at.db(), item).unwrap().into_iter();
        named.map(|named| named.less.map(|less| (less.decided.to_string(), less.gives))).collect()
    };
    let both = |gives| vec![Some((CONTROL.to_owned(), gives)); 2];
    assert_eq!(less(&at), [None, None], "nobody decided");
    for (change, expected) in [
        (excluded(), both(Gives::Excluded)),
        (applies(Implemented::By(day(2027, 1, 1)), &[Services]), both(Gives::NotInPlace)),
        (applies(Implemented::Yes, &[Services]), vec![None, None]),
    ] {
        decide(&mut at, change.clone());
        assert_eq!(less(&at), expected, "{change:?}");
    }
    decide(&mut at, applies(Implemented::Yes, &[Assets]));
    let other = (strongest == Strength::Full).then(|| (CONTROL.to_owned(), Gives::OwnAssets));
    assert_eq!(less(&at), [other, None], "its own standard takes it whole");
    decide(&mut at, applies(Implemented::By(day(2027, 1, 1)), &[Services]));
    let [Some(first), _] =
        &mapping::named(at.db(), item).unwrap()[..].iter().map(|n| n.less.clone()).collect::<Vec<_>>()[..]
    else {
        panic!("both are held back")
    };
    assert_eq!((first.planned, first.reason.as_str()), (Some(day(2027, 1, 1)), "a risk"));
}

#[test]
fn what_was_accepted_counts_as_far_as_its_control_holds() {
    use ControlReach::{Assets, Services};
    let mut at = Organisation::new();
    let item = with_control(&mut at);
    let strongest = accepts(&mut at, item);
    let whole = stands(&at, CLAUSE);
    let in_part = if strongest == Strength::Full { State::Partial } else { whole.0 };
    for (change, state, why) in [
        (excluded(), State::Gap, vec![Why::ControlOff]),
        (applies(Implemented::No, &[Services]), State::Gap, vec![Why::ControlOff]),
        (applies(Implemented::By(day(2027, 1, 1)), &[Services]), State::Gap, vec![Why::ControlOff]),
        (applies(Implemented::Yes, &[Assets]), in_part, vec![Why::OnlyPart]),
        (applies(Implemented::Partly, &[Services]), in_part, vec![Why::OnlyPart]),
        (applies(Implemented::Yes, &[Services]), whole.0, whole.1.clone()),
    ] {
        decide(&mut at, change.clone());
        assert_eq!(stands(&at, CLAUSE), (state, why), "{change:?}");
        at.rebuilds_the_same();
    }
    decide(&mut at, excluded());
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(stands(&at, CLAUSE), whole, "and as before once that is taken back");
    let stated = ScopeStatement { not_applicable: vec!["A.12.1.3: no incidents".into()], ..ScopeStatement::default() };
    at.does(|tx| systems::state_scope(tx, "ISMS", stated));
    assert_eq!(stands(&at, CLAUSE), whole, "a decision goes before what a statement says");
}

#[test]
fn a_statement_of_scope_holds_back_likewise() {
    let mut at = Organisation::new();
    let item = with_control(&mut at);
    accepts(&mut at, item);
    let whole = stands(&at, CLAUSE);
    let stated = ScopeStatement { not_applicable: vec!["A.12.1: no incidents".into()], ..ScopeStatement::default() };
    at.does(|tx| systems::state_scope(tx, "ISMS", stated));
    assert_eq!(stands(&at, CLAUSE), (State::Gap, vec![Why::ControlOff]));
    at.rebuilds_the_same();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(stands(&at, CLAUSE), whole);
    at.rebuilds_the_same();
}

#[test]
fn it_is_named_by_which_control_and_holds_on_every_day() {
    let mut at = Organisation::new();
    let item = with_control(&mut at);
    accepts(&mut at, item);
    let whole = stands(&at, CLAUSE).0;
    at.turn_to(day(2026, 5, 1));
    decide(&mut at, excluded());
    at.turn_to(day(2026, 8, 1));
    decide(&mut at, applies(Implemented::Yes, &[ControlReach::Services]));
    let clause: ClauseRef = CLAUSE.parse().unwrap();
    let on = |month| {
        let view = at.workspace.in_force(day(2026, month, 15)).unwrap();
        let all: Coverage = coverage::coverage_named(&view, &clause.edition_id(), None, day(2026, month, 15)).unwrap();
        all.rows.into_iter().find(|row| row.reference == clause).unwrap()
    };
    assert_eq!([1, 2, 5, 7, 8].map(|month| on(month).state), [whole, whole, State::Gap, State::Gap, whole]);
    let gap = on(6).gaps.remove(0);
    assert_eq!(
        (gap.why, gap.items, gap.said.as_deref()),
        (Why::ControlOff, vec!["P-1".into()], Some("27001 A.12.1.3"))
    );
}

#[test]
fn another_mapping_that_allows_as_much_lets_it_count() {
    let (control, clause, other) = ("27001:2013/A.12.1.2", "20000-1:2018/8.5.1", "9001:2015/8.5.6");
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, control);
    let (held, reference): (_, ClauseRef) = (at.held(), clause.parse().unwrap());
    at.does(|tx| mapping::accept(tx, item, &reference, None, "the same process", &held));
    let counts = stands(&at, clause);
    assert_ne!(counts.0, State::Gap);
    at.does(|tx| applicability::decide(tx, "27001", &["A.12.1.2".into()], &excluded()));
    assert_eq!(stands(&at, clause).0, State::Gap);
    at.map(item, other);
    assert_eq!(stands(&at, clause), counts, "the other one allows as much");
    at.rebuilds_the_same();
    at.does(|tx| mapping::unlink(tx, item, &other.parse().unwrap(), "wrong"));
    assert_eq!(stands(&at, clause).0, State::Gap);
    at.rebuilds_the_same();
}

#[test]
fn a_control_that_is_not_in_place_shows_nothing_and_is_no_gap() {
    let mut at = Organisation::new();
    let before = coverage::coverage(at.db(), &"27001:2013".parse().unwrap(), None, today()).unwrap().summary;
    with_control(&mut at);
    assert_eq!(stands(&at, CONTROL).0, State::Covered);
    decide(&mut at, applies(Implemented::By(day(2026, 9, 1)), &[]));
    assert_eq!(stands(&at, CONTROL), (State::NotInPlace, vec![Why::NotInPlace]));
    let now = coverage::coverage(at.db(), &"27001:2013".parse().unwrap(), None, today()).unwrap();
    assert_eq!((now.summary.not_in_place, now.summary.clauses), (1, before.clauses));
    let gap = now.rows.iter().find(|row| row.reference.to_string() == CONTROL).unwrap().gaps[0].clone();
    assert_eq!((gap.planned, gap.said.as_deref()), (Some(day(2026, 9, 1)), Some("a risk")));
    decide(&mut at, applies(Implemented::Partly, &[]));
    assert_eq!(stands(&at, CONTROL), (State::Partial, vec![Why::InPlaceInPart]));
}
