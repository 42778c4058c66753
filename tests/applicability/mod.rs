//! Deciding what applies: what each standard takes and refuses, what stands afterwards, and that all of it can be taken back.

use clausebook::applicability::{
    self, Change, ControlReach, Decision, DecisionLack, Gives, Ground, Implemented, OwnControl, Row, Standing,
};
use clausebook::standards::{ClauseRef, EditionId};
use clausebook::systems::{self, ScopeStatement};
use clausebook::undo;

use crate::support::day;
use crate::support::organisation::Organisation;

const ISMS: &str = "27001:2013";

fn edition(of: &str) -> EditionId {
    of.parse().unwrap()
}

fn clause(of: &str) -> ClauseRef {
    of.parse().unwrap()
}

fn yes(reason: &str) -> Change {
    Change { applies: Some(true), reason: Some(reason.into()), ..Change::default() }
}

fn no(reason: &str) -> Change {
    Change { applies: Some(false), reason: Some(reason.into()), ..Change::default() }
}

fn names(of: &[&str]) -> Vec<String> {
    of.iter().map(|name| (*name).to_owned()).collect()
}

fn rows(at: &Organisation, of: &str) -> Vec<Row> {
    applicability::list(at.db(), &edition(of)).unwrap()
}

fn row(at: &Organisation, of: &str, clause: &str) -> Row {
    rows(at, of).into_iter().find(|row| row.reference.clause == clause).unwrap()
}

fn standing(at: &Organisation, of: &str) -> Standing {
    applicability::standing(at.db(), &edition(of)).unwrap()
}

/// What a decision is answered with: nothing where it is taken, else the name of the refusal.
fn answered(at: &mut Organisation, standard: &str, on: &str, change: &Change) -> Option<&'static str> {
    let asked = names(&[on]);
    match at.workspace.transact(|tx| applicability::decide(tx, standard, &asked, change)) {
        Ok(_) => None,
        Err(refusal) => Some(refusal.reason().name),
    }
}

#[test]
fn r50_r51_r52_r53_each_standard_takes_what_it_may_and_nothing_else() {
    let mut at = Organisation::new();
    let met = |met: bool| Change { condition_met: Some(met), ..no("nothing is developed") };
    for (standard, on, change, refused) in [
        // E1: nothing of 20000-1, no requirement of 27001.
        ("20000-1", "8.4", no("there is no budget"), Some("scope_exclusion_from_all_or_nothing")),
        ("20000-1", "4.1", no("a reason"), Some("scope_exclusion_from_all_or_nothing")),
        ("20000-1", "10", no("a reason"), Some("scope_exclusion_from_all_or_nothing")),
        ("27001", "8.2", no("no risks"), Some("scope_exclusion_of_requirement")),
        ("27001", "4", no("no risks"), Some("scope_exclusion_of_requirement")),
        // E2: 9001 with a reason and the condition confirmed.
        ("9001", "8.3", no("nothing is developed"), Some("decision_unconfirmed")),
        ("9001", "8.3", Change { condition_met: Some(true), ..no("") }, Some("decision_without_reason")),
        ("9001", "8.3", Change { condition_met: Some(true), ..no(" – ") }, Some("decision_without_reason")),
        ("9001", "8.3", met(false), Some("decision_affects_conformity")),
        ("9001", "8", met(true), Some("scope_exclusion_of_main_clause")),
        ("9001", "8.3", met(true), None),
        (
            "9001",
            "8.5.1",
            Change { condition_met: Some(true), ..yes("it applies") },
            Some("decision_condition_elsewhere"),
        ),
        // E3: a control with a reason either way.
        ("27001", "A.11.1.6", no(""), Some("decision_without_reason")),
        ("27001", "A.11.1.6", Change { reason: None, ..no("") }, Some("decision_without_reason")),
        ("27001", "A.11.1.6", yes(""), Some("decision_without_reason")),
        ("27001", "A.11.1.6", no("no loading area"), None),
        ("27001", "A.5.1.1", yes("a risk"), None),
        ("27001", "A.11.1.6", met(true), Some("decision_condition_elsewhere")),
        // What does not apply cannot be in place.
        (
            "27001",
            "A.7.1.1",
            Change { implemented: Some(Implemented::Yes), ..no("x") },
            Some("decision_excluded_in_place"),
        ),
        (
            "27001",
            "A.7.1.1",
            Change { reach: Some(vec![ControlReach::Services]), ..no("x") },
            Some("decision_excluded_in_place"),
        ),
        // First things first, and nothing unknown.
        (
            "27001",
            "A.7.1.1",
            Change { implemented: Some(Implemented::Yes), ..Change::default() },
            Some("decision_without_applies"),
        ),
        ("27001", "A.99", yes("x"), Some("clause_misspelt")),
        ("27001", "A.5.1.1", yes("a risk"), Some("decision_stands")),
        ("14001", "6.1", yes("x"), Some("standard_misspelt")),
    ] {
        assert_eq!(answered(&mut at, standard, on, &change), refused, "{standard} {on} {change:?}");
    }
    assert_eq!(at.wrote(), ["applicability.decided"; 3], "what is refused leaves nothing behind");
    at.rebuilds_the_same();
}

#[test]
fn what_a_decision_lacks_is_said_until_it_is_given() {
    let mut at = Organisation::new();
    assert_eq!(row(&at, ISMS, "A.5.1.1").lacks, [DecisionLack::Undecided]);
    assert_eq!(row(&at, ISMS, "A.5.1").lacks, [], "a group is decided control by control");
    assert_eq!(row(&at, ISMS, "6.1").lacks, [], "a requirement applies without saying");
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.5.1.1"]), &yes("a risk")));
    assert_eq!(row(&at, ISMS, "A.5.1.1").lacks, [DecisionLack::Implemented, DecisionLack::Reach]);
    let more = Change {
        implemented: Some(Implemented::By(day(2026, 6, 30))),
        reach: Some(vec![ControlReach::Services, ControlReach::Assets, ControlReach::Services]),
        grounds: Some(vec![Ground::Law, Ground::Risk]),
        owner: Some(" CISO ".into()),
        ..Change::default()
    };
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.5.1.1"]), &more));
    let now = row(&at, ISMS, "A.5.1.1");
    assert_eq!(now.lacks, []);
    let decision = now.decision.unwrap();
    assert_eq!((decision.reason.as_str(), decision.owner.as_str()), ("a risk", "CISO"), "what was not given stays");
    assert_eq!(decision.reach, [ControlReach::Assets, ControlReach::Services]);
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.11.1.6"]), &no("no loading area")));
    assert_eq!(row(&at, ISMS, "A.11.1.6").lacks, [DecisionLack::Risk], "CL-19: it rests on a risk assessment");
    let risk = Change { risks: Some(names(&["RA-2026", " "])), ..Change::default() };
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.11.1.6"]), &risk));
    assert_eq!(row(&at, ISMS, "A.11.1.6").lacks, []);
    let stated = ScopeStatement { not_applicable: names(&["8.3: nothing is developed"]), ..ScopeStatement::default() };
    at.does(|tx| systems::state_scope(tx, "QMS", stated));
    assert_eq!(row(&at, "9001:2015", "8.3").lacks, [DecisionLack::Condition], "the scope statement decides, too");
    assert_eq!(row(&at, "9001:2015", "8.3.2").decided_at, Some(clause("9001:2015/8.3")));
}

#[test]
fn r40_what_the_scope_statement_says_otherwise_is_said_where_it_was_decided() {
    let mut at = Organisation::new();
    let met = Change { condition_met: Some(true), ..no("nothing is developed") };
    let state = |at: &mut Organisation, system: &str, lines: &[&str]| {
        let stated = ScopeStatement { not_applicable: names(lines), ..ScopeStatement::default() };
        at.does(|tx| systems::state_scope(tx, system, stated));
    };
    let otherwise = |at: &Organisation, of: &str| -> Vec<String> {
        let lacking = rows(at, of).into_iter().filter(|row| row.lacks.contains(&DecisionLack::Statement));
        lacking.map(|row| row.reference.clause).collect()
    };
    at.does(|tx| applicability::decide(tx, "9001", &names(&["8.3.4"]), &met));
    assert_eq!(otherwise(&at, "9001:2015"), [""; 0], "there is no statement yet");
    state(&mut at, "QMS", &["none"]);
    assert_eq!(otherwise(&at, "9001:2015"), ["8.3.4"], "each exclusion stands in it with its reason");
    state(&mut at, "QMS", &["8.3: nothing is developed"]);
    assert_eq!(otherwise(&at, "9001:2015"), [""; 0], "said of the heading");
    at.does(|tx| applicability::decide(tx, "9001", &names(&["8.3.4", "8.3"]), &yes("")));
    assert_eq!(otherwise(&at, "9001:2015"), ["8.3", "8.3.4"]);
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.11.1.6"]), &no("no loading area")));
    state(&mut at, "ISMS", &["A.14.2.7: nothing is outsourced"]);
    assert_eq!(otherwise(&at, ISMS), [""; 0], "the Statement of Applicability is the place of controls");
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.14.2.7"]), &yes("a supplier develops")));
    assert_eq!(otherwise(&at, ISMS), ["A.14.2.7"]);
}

#[test]
fn what_is_decided_the_other_way_round_keeps_only_who_answers_for_it() {
    let mut at = Organisation::new();
    let first = Change {
        implemented: Some(Implemented::Yes),
        reach: Some(vec![ControlReach::Services]),
        risks: Some(names(&["R-7"])),
        owner: Some("CISO".into()),
        ..yes("a risk")
    };
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.7.1.1"]), &first));
    let without = Change { applies: Some(false), ..Change::default() };
    assert_eq!(
        answered(&mut at, "27001", "A.7.1.1", &without),
        Some("decision_without_reason"),
        "why it applied is no reason"
    );
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.7.1.1"]), &no("nobody is hired")));
    let decision = row(&at, ISMS, "A.7.1.1").decision.unwrap();
    let expected = Decision {
        applies: false,
        reason: "nobody is hired".into(),
        grounds: vec![],
        risks: vec![],
        condition_met: None,
        implemented: None,
        reach: vec![],
        owner: "CISO".into(),
    };
    assert_eq!(decision, expected);
    let met = Change { condition_met: Some(true), ..no("nothing is developed") };
    at.does(|tx| applicability::decide(tx, "9001", &names(&["8.3"]), &met));
    let reworded = Change { reason: Some("development was sold".into()), ..Change::default() };
    assert_eq!(
        answered(&mut at, "9001", "8.3", &reworded),
        Some("decision_unconfirmed"),
        "it was confirmed of another reason"
    );
}

#[test]
fn a_group_is_decided_control_by_control_in_one_step_that_can_be_taken_back() {
    let mut at = Organisation::new();
    let decided =
        at.does(|tx| applicability::decide(tx, "27001", &names(&["A.11.1", "A.5.1.1", "A.11.1.6"]), &yes("a risk")));
    assert_eq!(decided.len(), 7, "six controls and one, each once");
    let again = at.does(|tx| applicability::decide(tx, "27001", &names(&["A.11.1", "A.5.1.2"]), &yes("a risk")));
    assert_eq!(again, [clause("27001:2013/A.5.1.2")], "what stands already is not said again");
    let summary = applicability::summary(&rows(&at, ISMS));
    assert_eq!((summary.controls, summary.included, summary.undecided), (114, 8, 106));
    undo::undo(&mut at.workspace).unwrap();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(applicability::summary(&rows(&at, ISMS)).undecided, 114);
    at.rebuilds_the_same();
}

#[test]
fn undoing_leaves_what_was_decided_since_on_others_and_refuses_under_it() {
    let mut at = Organisation::new();
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.5.1.1"]), &yes("a risk")));
    at.does(|tx| systems::correct_name(tx, "Another", "sold").and_then(|()| systems::name_organisation(tx, "Third")));
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.5.1.2"]), &yes("a law")));
    undo::undo(&mut at.workspace).unwrap();
    assert!(row(&at, ISMS, "A.5.1.1").decision.is_some() && row(&at, ISMS, "A.5.1.2").decision.is_none());
}

#[test]
fn any_day_can_be_asked_and_every_decision_stays_readable() {
    let mut at = Organisation::new();
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.6.2.2"]), &yes("people work from home")));
    at.turn_to(day(2026, 8, 1));
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.6.2.2"]), &no("nobody does any more")));
    let applies = |view: &rusqlite::Connection| {
        let rows = applicability::list(view, &edition(ISMS)).unwrap();
        let row = rows.into_iter().find(|row| row.reference.clause == "A.6.2.2").unwrap();
        row.decision.map(|decision| decision.applies)
    };
    for (on, expected) in [
        (day(2026, 1, 31), None),
        (day(2026, 2, 1), Some(true)),
        (day(2026, 7, 31), Some(true)),
        (day(2026, 8, 1), Some(false)),
    ] {
        assert_eq!(applies(&at.workspace.as_of(on, on, &|_, _| Ok(())).unwrap()), expected, "as recorded by {on}");
        assert_eq!(applies(&at.workspace.in_force(on).unwrap()), expected, "in force on {on}");
    }
    let made = applicability::made(at.db(), &clause("27001:2013/A.6.2.2")).unwrap();
    assert_eq!(made.iter().map(|made| made.day).collect::<Vec<_>>(), [day(2026, 8, 1), day(2026, 2, 1)]);
}

#[test]
fn r54_controls_from_elsewhere_stand_beside_annex_a() {
    let mut at = Organisation::new();
    let own = |title: &str| OwnControl { title: title.into(), origin: "BSI KRITIS".into() };
    for (standard, code, control, reason, refused) in [
        ("9001", "K-1", own("Island mode"), "", Some("own_control_elsewhere")),
        ("27001", "A.5.38", own("Island mode"), "", Some("own_control_code")),
        ("27001", "8.3", own("Island mode"), "", Some("own_control_code")),
        ("27001", "K-1", own(" "), "", Some("own_control_untitled")),
        ("27001", "K-1", own("Island mode"), "", None),
        ("27001", "k-1", own("Island operation"), "", Some("own_control_without_reason")),
        ("27001", "k-1", own("Island operation"), "misnamed", None),
    ] {
        let said = at.workspace.transact(|tx| applicability::name_control(tx, standard, code, control.clone(), reason));
        assert_eq!(said.err().map(|refusal| refusal.reason().name), refused, "{standard} {code}");
    }
    assert_eq!(row(&at, ISMS, "K-1").lacks, [DecisionLack::Undecided], "it is decided on like the others");
    at.does(|tx| applicability::decide(tx, "27001", &names(&["k-1"]), &yes("the law asks for it")));
    let now = row(&at, ISMS, "K-1");
    assert_eq!((now.title.as_str(), now.own.map(|own| own.origin)), ("Island operation", Some("BSI KRITIS".into())));
    assert_eq!(applicability::summary(&rows(&at, ISMS)).controls, 115);
    at.does(|tx| applicability::drop_control(tx, "27001", "K-1", "we are no such operator"));
    assert_eq!(applicability::summary(&rows(&at, ISMS)).controls, 114);
    undo::undo(&mut at.workspace).unwrap();
    assert!(row(&at, ISMS, "K-1").decision.is_some_and(|decision| decision.applies), "with its decision");
    at.rebuilds_the_same();
}

#[test]
fn r57_r58_what_a_control_gives_follows_from_its_decision() {
    let mut at = Organisation::new();
    let gives = |at: &Organisation, of: &str| standing(at, ISMS).gives(&clause(&format!("{ISMS}/{of}")));
    let with = |implemented: Implemented, reach: &[ControlReach]| Change {
        implemented: Some(implemented),
        reach: Some(reach.to_vec()),
        ..yes("a risk")
    };
    use ControlReach::{Assets, Services};
    assert_eq!(gives(&at, "A.16.1.1"), Gives::All, "of what nobody decided the correlation speaks alone");
    for (on, change, expected) in [
        ("A.16.1.1", no("no incidents"), Gives::Excluded),
        ("A.16.1.2", with(Implemented::No, &[Services]), Gives::NotInPlace),
        ("A.16.1.3", with(Implemented::By(day(2026, 1, 1)), &[Services]), Gives::NotInPlace),
        ("A.16.1.4", with(Implemented::Partly, &[Services]), Gives::InPart),
        ("A.16.1.5", with(Implemented::Yes, &[Assets]), Gives::OwnAssets),
        ("A.16.1.6", with(Implemented::Yes, &[Assets, Services]), Gives::All),
    ] {
        at.does(|tx| applicability::decide(tx, "27001", &names(&[on]), &change));
        assert_eq!(gives(&at, on), expected, "{on}");
    }
    assert_eq!(gives(&at, "A.16"), Gives::All, "a group gives what the best of its controls does");
    at.does(|tx| applicability::decide(tx, "27001", &names(&["A.16"]), &no("nothing of it")));
    assert_eq!(gives(&at, "A.16"), Gives::Excluded);
}
