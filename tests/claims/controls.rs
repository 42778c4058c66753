//! Situations of the rules about decisions on controls.

use clausebook::applicability::{self, Change, ControlReach, Implemented, OwnControl};
use clausebook::claims;
use clausebook::documents;
use clausebook::items::ItemId;
use clausebook::people::{self, Role};
use clausebook::records;
use clausebook::soa;
use clausebook::statements::{Keys, Signing};
use clausebook::systems::{self, AppliedControls, Grade};

use super::situations::{Shown, Situation, certificate, situation};
use crate::support::day;
use crate::support::organisation::{Organisation, approval, owned, revision};

fn decides(at: &mut Organisation, on: &[&str], change: &Change) {
    let on = owned(on);
    at.does(|tx| applicability::decide(tx, "27001", &on, change));
}

fn yes() -> Change {
    Change { applies: Some(true), reason: Some("as seen".into()), ..Change::default() }
}

fn no() -> Change {
    Change { applies: Some(false), reason: Some("no site".into()), ..Change::default() }
}

fn risk(code: &str) -> Option<Vec<String>> {
    Some(vec![code.into()])
}

/// A document that shows a control of which this was decided.
fn shown(at: &mut Organisation, change: &Change) {
    decides(at, &["A.15.1.1"], change);
    let id = at.document("PR-1");
    at.map(ItemId::Document(id), "27001/A.15.1.1");
}

/// Decides on what is open, and issues the statement.
fn issued(at: &mut Organisation) {
    let rows = applicability::list(at.db(), &"27001:2013".parse().unwrap()).unwrap();
    let open = rows.iter().filter(|row| row.control && !row.heading && row.decision.is_none());
    let open: Vec<String> = open.map(|row| row.reference.clause.clone()).collect();
    if !open.is_empty() {
        at.does(|tx| applicability::decide(tx, "27001", &open, &yes()));
    }
    let rows = applicability::list(at.db(), &"27001:2013".parse().unwrap()).unwrap();
    let unsaid = rows.iter().filter(|row| row.control && row.lacks.contains(&applicability::DecisionLack::Implemented));
    let unsaid: Vec<String> = unsaid.map(|row| row.reference.clause.clone()).collect();
    if !unsaid.is_empty() {
        let there = Change { implemented: Some(Implemented::Yes), ..Change::default() };
        at.does(|tx| applicability::decide(tx, "27001", &unsaid, &there));
    }
    let manager = "manager@example.org";
    if people::list(at.db()).unwrap().is_empty() {
        at.does(|tx| people::enrol(tx, "Manager", manager, Role::QualityManager, None));
    }
    at.workspace.act_as(manager);
    let keys = Keys::of(&at.place.path("config"), None);
    let signing = Signing { workspace: at.workspace.id(), keys: &keys, file: None, passphrase: None };
    at.does(|tx| soa::issue(tx, "27001", false, "", &signing));
}

/// As a list that was taken in says it, without a reason.
fn listed(at: &mut Organisation, change: &Change) {
    let on = applicability::targets(at.db(), "27001", &owned(&["A.5.1.1"])).unwrap();
    at.does(|tx| applicability::decide_on(tx, &on, change, "list.xlsx 3"));
}

/// An exclusion that rests on a document, which is revised afterwards.
fn rests_on_assessment(at: &mut Organisation, revised: bool) {
    let id = at.document("RA-1");
    decides(at, &["A.11.1.1"], &Change { risks: risk("RA-1"), ..no() });
    at.turn_to(day(2026, 1, 15));
    if revised {
        at.does(|tx| documents::file_revision(tx, id, revision("another")));
        at.does(|tx| documents::approve(tx, id, approval(day(2026, 1, 20))));
        at.turn_to(day(2026, 2, 1));
    }
}

pub(super) fn situations() -> Vec<Situation> {
    use Shown::{Anything, Names};
    const CONTROL: Shown = Names(&["27001 A.15.1.1"]);
    vec![
        situation!(
            "CL-14",
            "ISMS",
            |at| decides(at, &["A.5", "A.6"], &yes()),
            |at| {
                let groups: Vec<String> = (5..=18).map(|n| format!("A.{n}")).collect();
                let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
                decides(at, &groups, &yes());
            },
            Names(&["ISMS"])
        ),
        situation!(
            "CL-15",
            "ISMS",
            |at| listed(at, &Change { reason: None, ..yes() }),
            |at| listed(at, &yes()),
            Names(&["ISMS"])
        ),
        situation!(
            "CL-16",
            "ISMS",
            |at| {
                let control = OwnControl { title: "Cabinets are locked".into(), origin: "contract".into() };
                at.does(|tx| applicability::name_control(tx, "27001", "KRITIS-1", control, ""));
                decides(at, &["KRITIS-1"], &yes());
            },
            |at| decides(at, &["A.5"], &yes()),
            Anything
        ),
        situation!(
            "CL-17",
            "ISMS",
            |at| decides(at, &["A.5"], &yes()),
            |at| decides(at, &["A.5"], &Change { risks: risk("R-1"), ..yes() }),
            Names(&["ISMS"])
        ),
        situation!(
            "CL-18",
            "ISMS",
            |at| {
                issued(at);
                decides(at, &["A.5.1.1"], &no());
            },
            |at| {
                decides(at, &["A.5.1.1"], &no());
                issued(at);
            },
            Names(&["ISMS"])
        ),
        situation!(
            "CL-28",
            "ISMS",
            |at| {
                certificate(at, "ISMS", "I-1", &[], "", "Version 1");
                issued(at);
                decides(at, &["A.5.1.1"], &no());
                issued(at);
            },
            |at| {
                issued(at);
                certificate(at, "ISMS", "I-1", &[], "", "Version 1");
                decides(at, &["A.5.1.1"], &no());
            },
            Names(&["I-1"])
        ),
        situation!(
            "CL-19",
            "ISMS",
            |at| decides(at, &["A.11.1.1"], &no()),
            |at| decides(at, &["A.11.1.1"], &Change { risks: risk("R-1"), ..no() }),
            Names(&["ISMS"])
        ),
        situation!(
            "CL-20",
            "ISMS",
            |at| rests_on_assessment(at, true),
            |at| rests_on_assessment(at, false),
            Names(&["27001 A.11.1.1"])
        ),
        situation!("CL-21", "ISMS", |at| shown(at, &no()), |at| shown(at, &yes()), CONTROL),
        situation!(
            "CL-22",
            "ISMS",
            |at| shown(at, &Change { implemented: Some(Implemented::No), ..yes() }),
            |at| shown(at, &Change { implemented: Some(Implemented::Yes), ..yes() }),
            CONTROL
        ),
        situation!(
            "CL-23",
            "ISMS",
            |at| shown(at, &yes()),
            |at| shown(at, &Change { reach: Some(vec![ControlReach::Services]), ..yes() }),
            CONTROL
        ),
        situation!(
            "CL-24",
            "ISMS",
            |at| shown(at, &Change { reach: Some(vec![ControlReach::Assets]), ..yes() }),
            |at| shown(at, &Change { reach: Some(vec![ControlReach::Assets, ControlReach::Services]), ..yes() }),
            CONTROL
        ),
    ]
}

#[test]
fn r154_the_grade_counts_the_controls_that_were_decided_on() {
    let mut at = Organisation::new();
    assert_eq!(claims::applied_controls(at.db()).unwrap(), None, "nobody decided");
    let in_place = Change { implemented: Some(Implemented::Yes), ..yes() };
    decides(&mut at, &["A.5.1.1", "A.5.1.2", "A.6.1.1"], &yes());
    decides(&mut at, &["A.5.1.1", "A.5.1.2"], &in_place);
    decides(&mut at, &["A.5.1.1"], &Change { reach: Some(vec![ControlReach::Services]), ..Change::default() });
    let applied = claims::applied_controls(at.db()).unwrap();
    assert_eq!(applied, Some(AppliedControls { in_place: 2, in_part: 0, reach_services: 1, all: 3 }));
    assert!(systems::sharing(at.db(), applied).unwrap().is_some());
}

#[test]
fn what_is_in_place_in_part_is_not_counted_as_in_place() {
    let mut at = Organisation::new();
    let reach = Some(vec![ControlReach::Services]);
    let is = |implemented| Change { implemented: Some(implemented), reach: reach.clone(), ..yes() };
    decides(&mut at, &["A.5.1.1"], &is(Implemented::Yes));
    decides(&mut at, &["A.5.1.2"], &is(Implemented::Partly));
    let applied = claims::applied_controls(at.db()).unwrap().unwrap();
    assert_eq!(applied, AppliedControls { in_place: 1, in_part: 1, reach_services: 2, all: 2 });
    let controls = |at: &Organisation, applied| {
        let shared = systems::sharing(at.db(), Some(applied)).unwrap().unwrap();
        shared.measures.last().unwrap().grade()
    };
    assert_eq!(controls(&at, applied), Grade::Some, "one of them is there in part alone");
    assert_eq!(controls(&at, AppliedControls { in_place: 2, in_part: 0, ..applied }), Grade::Much);
}

/// An exclusion that rests on what is written so.
fn rests_on(at: &mut Organisation, written: &str) {
    decides(at, &["A.11.1.1"], &Change { risks: risk(written), ..no() });
}

fn overtaken_by(at: &Organisation) -> Vec<String> {
    super::finding(at, "ISMS", "CL-20").map(|found| found.about[0].with.clone()).unwrap_or_default()
}

#[test]
fn an_assessment_is_found_within_the_words_that_name_it_and_the_longest_code_is_meant() {
    for (written, wanted) in [
        ("RA-1", "RA-1"),
        ("RA-1, row 17: data hall", "RA-1"),
        ("(ra-1)", "RA-1"),
        ("Assessment RA-1; see there", "RA-1"),
        ("RA 1 of the year", "RA 1 of the year"),
        ("RA-12", ""),
        ("the assessment of the year", ""),
    ] {
        let mut at = Organisation::new();
        for code in ["RA-1", "RA 1", "RA 1 of the year"] {
            at.document(code);
        }
        rests_on(&mut at, written);
        for code in ["RA-1", "RA 1 of the year"] {
            let id = documents::by_code(at.db(), code).unwrap().id;
            at.does(|tx| documents::file_revision(tx, id, revision(&format!("{code} again"))));
            at.does(|tx| documents::approve(tx, id, approval(day(2026, 1, 20))));
        }
        at.turn_to(day(2026, 2, 1));
        assert_eq!(overtaken_by(&at).join(" "), wanted, "{written}");
    }
}

#[test]
fn of_one_day_the_order_says_whether_an_assessment_is_newer_than_a_decision() {
    for (before, wanted) in [(true, vec!["RA-1"]), (false, vec![])] {
        let mut at = Organisation::new();
        let id = at.document("RA-1");
        if before {
            rests_on(&mut at, "RA-1, row 2");
        }
        at.does(|tx| documents::file_revision(tx, id, revision("another")));
        at.does(|tx| documents::approve(tx, id, approval(crate::support::organisation::today())));
        if !before {
            rests_on(&mut at, "RA-1, row 2");
        }
        assert_eq!(overtaken_by(&at), wanted, "decided before: {before}");
    }
}

#[test]
fn a_register_of_risks_that_is_a_record_is_overtaken_by_the_one_in_its_place() {
    let mut at = Organisation::new();
    let old = at.record("Risk register");
    let code = clausebook::items::code(at.db(), ItemId::Record(old)).unwrap();
    rests_on(&mut at, &format!("{code}, row 4"));
    assert_eq!(overtaken_by(&at), Vec::<String>::new());
    let new = at.record("Risk register of the next year");
    at.does(|tx| records::replace(tx, old, new, "assessed anew"));
    assert_eq!(overtaken_by(&at), [code]);
}

#[test]
fn a_requirement_that_was_decided_on_is_left_out_as_one_of_the_statement_is() {
    let mut at = Organisation::new();
    let change = Change { condition_met: Some(true), ..no() };
    at.does(|tx| applicability::decide(tx, "9001", &owned(&["8.3"]), &change));
    let found = super::finding(&at, "QMS", "CL-13").unwrap();
    assert_eq!(found.about.iter().map(|about| about.name.as_str()).collect::<Vec<_>>(), ["9001 8.3"]);
    assert!(found.about[0].with.iter().any(|partner| partner.starts_with("20000-1 ")), "{:?}", found.about);
    assert_eq!(super::finding(&at, "QMS", "CL-11"), None, "the condition was confirmed");
}
