//! What a scope statement excludes is no gap, on the days on which it was stated.

use clausebook::coverage::{self, Coverage, State, Why};
use clausebook::items::ItemId;
use clausebook::systems::{self, ScopeStatement};
use clausebook::undo;

use super::stands;
use crate::support::day;
use crate::support::organisation::{Organisation, today};

fn stating(lines: &[&str]) -> ScopeStatement {
    let not_applicable = lines.iter().map(|line| (*line).to_owned()).collect();
    ScopeStatement { not_applicable, ..ScopeStatement::default() }
}

fn of(at: &Organisation, edition: &str) -> Coverage {
    coverage::coverage(at.db(), &edition.parse().unwrap(), None, today()).unwrap()
}

#[test]
fn a_stated_exclusion_is_no_gap_and_says_why() {
    let mut at = Organisation::new();
    let before = of(&at, "9001:2015").summary;
    at.does(|tx| systems::state_scope(tx, "QMS", stating(&["8.3 Design: nothing is developed", "8.5.3: no property"])));
    let after = of(&at, "9001:2015");
    let row = |clause: &str| after.rows.iter().find(|row| row.reference.clause == clause).unwrap();
    for (clause, reason) in
        [("8.3", "nothing is developed"), ("8.3.2", "nothing is developed"), ("8.5.3", "no property")]
    {
        assert_eq!(row(clause).state, State::NotApplicable, "{clause}");
        let gaps = &row(clause).gaps;
        assert_eq!((gaps[0].why, gaps[0].said.as_deref()), (Why::NotApplicable, Some(reason)), "{clause}");
    }
    assert_eq!((row("8.5.1").state, row("8.5").state, row("8.4.1").state), (State::Gap, State::Gap, State::Gap));
    let summary = after.summary;
    assert_eq!(summary.clauses + summary.not_applicable, before.clauses, "what does not apply is counted apart");
    assert_eq!(summary.not_applicable, before.gap - summary.gap);
    at.rebuilds_the_same();
}

#[test]
fn r52_an_exclusion_of_9001_says_so_until_its_condition_is_confirmed() {
    let mut at = Organisation::new();
    at.does(|tx| systems::state_scope(tx, "QMS", stating(&["8.3: nothing is developed"])));
    at.does(|tx| systems::state_scope(tx, "ISMS", stating(&["A.11.1.1: no premises"])));
    let unconfirmed = vec![Why::NotApplicable, Why::Unconfirmed];
    for clause in ["9001/8.3", "9001/8.3.2"] {
        assert_eq!(stands(&at, clause), (State::NotApplicable, unconfirmed.clone()), "{clause}");
    }
    assert_eq!(stands(&at, "27001:2013/A.11.1.1").1, [Why::NotApplicable], "no control has that condition");
    let confirmed = ScopeStatement { unaffected: Some(true), ..stating(&["8.3: nothing is developed"]) };
    at.does(|tx| systems::state_scope(tx, "QMS", confirmed));
    assert_eq!(stands(&at, "9001/8.3.2").1, [Why::NotApplicable]);
}

#[test]
fn a_heading_stands_as_its_parts_that_apply() {
    let mut at = Organisation::new();
    let parts = ["8.4.1: bought from no one", "8.4.2: bought from no one", "8.4.3: bought from no one"];
    at.does(|tx| systems::state_scope(tx, "QMS", stating(&parts[..2])));
    assert_eq!(stands(&at, "9001/8.4").0, State::Gap);
    at.does(|tx| systems::state_scope(tx, "QMS", stating(&parts)));
    assert_eq!(stands(&at, "9001/8.4").0, State::NotApplicable);
}

#[test]
fn a_control_of_which_nobody_said_anything_is_undecided() {
    let mut at = Organisation::new();
    let summary = of(&at, "27001:2013").summary;
    assert_eq!(summary.undecided, 114, "every control, and no requirement");
    assert!(summary.gap > 0);
    assert_eq!(stands(&at, "27001:2013/A.11.1"), (State::Undecided, vec![Why::Undecided]));
    at.does(|tx| systems::state_scope(tx, "ISMS", stating(&["A.11.1.1: no premises"])));
    assert_eq!(stands(&at, "27001:2013/A.11.1.1").0, State::NotApplicable);
    assert_eq!(of(&at, "27001:2013").summary.undecided, 113);
}

#[test]
fn a_statement_counts_from_its_day_and_is_as_never_made_once_undone() {
    let mut at = Organisation::new();
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| systems::state_scope(tx, "QMS", stating(&["8.3: nothing is developed"])));
    at.turn_to(day(2026, 3, 1));
    at.does(|tx| systems::state_scope(tx, "QMS", stating(&["7.1.5: nothing is measured"])));
    at.turn_to(day(2026, 4, 1));
    let on = |at: &Organisation, month: u32, clause: &str| {
        let view = at.workspace.in_force(day(2026, month, 15)).unwrap();
        let answer = coverage::coverage(&view, &"9001:2015".parse().unwrap(), None, day(2026, month, 15)).unwrap();
        answer.rows.into_iter().find(|row| row.reference.clause == clause).unwrap().state
    };
    assert_eq!(
        (on(&at, 1, "8.3.2"), on(&at, 2, "8.3.2"), on(&at, 3, "8.3.2")),
        (State::Gap, State::NotApplicable, State::Gap)
    );
    assert_eq!((on(&at, 2, "7.1.5.1"), on(&at, 3, "7.1.5.1")), (State::Gap, State::NotApplicable));
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(
        (on(&at, 3, "8.3.2"), on(&at, 3, "7.1.5.1")),
        (State::NotApplicable, State::Gap),
        "the one before stands"
    );
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!((on(&at, 2, "8.3.2"), on(&at, 3, "8.3.2")), (State::Gap, State::Gap));
    at.rebuilds_the_same();
}

#[test]
fn nothing_is_lost_with_evidence_for_what_does_not_apply() {
    let mut at = Organisation::new();
    let id = ItemId::Document(at.document("QP-83"));
    at.map(id, "9001/8.3.2");
    at.map(id, "9001/8.4.1");
    let alone = |at: &Organisation| -> Vec<String> {
        coverage::alone(at.db(), id).unwrap().iter().map(ToString::to_string).collect()
    };
    assert_eq!(alone(&at), ["9001:2015/8.3.2", "9001:2015/8.4.1"]);
    at.does(|tx| systems::state_scope(tx, "QMS", stating(&["8.3: nothing is developed"])));
    assert_eq!(alone(&at), ["9001:2015/8.4.1"]);
}
