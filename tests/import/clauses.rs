//! What a list or a share says anew of clauses, of an approval's day, of what is out of use and of a record's file: never
//! silence.

use clausebook::day::Due;
use clausebook::documents::RevisionState;
use clausebook::items::ItemId;
use clausebook::mapping;
use clausebook::questions::{self, Consequence, Kind, Reading};
use clausebook::standards::ClauseRef;
use serde_json::Value;

use super::{Intake, only};
use crate::support::day;

const HEAD: &[&str] = &["Doc No", "Title", "Version", "Status", "Approved on", "ISO 9001"];

impl Intake {
    fn clauses(&self, code: &str) -> Vec<String> {
        let item = ItemId::Document(self.document(code).id);
        let mut there: Vec<String> =
            mapping::of_item(self.at.db(), item).unwrap().into_iter().map(|link| link.reference.clause).collect();
        there.sort();
        there
    }

    /// Imports the share with a list of one row that has these clauses.
    fn listed(&mut self, clauses: &str) -> Value {
        self.with_list("list.xlsx", &[HEAD, &["QP-10", "Purchasing", "1.0", "Approved", "2025-01-02", clauses]])
    }
}

fn clause(clause: &str) -> ClauseRef {
    ClauseRef { standard: "9001".into(), edition: "2015".into(), clause: clause.into() }
}

fn imported() -> Intake {
    let mut intake = Intake::new();
    intake.puts("Policies/QP-10 Purchasing v1.0.txt", "text");
    intake.listed("8.4.1; 8.4.2");
    assert_eq!((intake.clauses("QP-10"), intake.kinds()), (vec!["8.4.1".into(), "8.4.2".into()], Vec::new()));
    intake.at.wrote();
    intake
}

fn about_clauses() -> Vec<(String, Kind, String)> {
    vec![("QP-10".to_owned(), Kind::Particular, "clauses".to_owned())]
}

#[test]
fn clauses_named_anew_are_mapped_and_those_named_no_longer_are_taken_back() {
    let mut intake = imported();
    intake.listed("8.4.2, 8.4.3");
    assert_eq!(intake.clauses("QP-10"), ["8.4.2", "8.4.3"]);
    assert_eq!(intake.at.wrote(), ["mapping.linked", "mapping.unlinked", "question.list_read"]);
    intake.listed("8.4.3; 8.4.2");
    assert_eq!(intake.at.wrote(), Vec::<String>::new(), "another order says nothing else");
    intake.listed("");
    assert_eq!(intake.clauses("QP-10"), Vec::<String>::new(), "an empty cell says that there are none");
    assert_eq!(intake.kinds(), Vec::new());
    intake.at.rebuilds_the_same();
}

#[test]
fn a_list_without_a_column_for_clauses_says_nothing_of_them() {
    let mut intake = imported();
    intake.with_list("other.xlsx", &[&HEAD[..5], &["QP-10", "Purchasing", "1.0", "Approved", "2025-01-02"]]);
    assert_eq!((intake.clauses("QP-10"), intake.kinds()), (vec!["8.4.1".into(), "8.4.2".into()], Vec::new()));
}

#[test]
fn what_a_person_took_back_or_corrected_is_asked_and_the_answer_acts() {
    let mut intake = imported();
    let item = ItemId::Document(intake.document("QP-10").id);
    intake.at.does(|tx| mapping::unlink(tx, item, &clause("8.4.1"), "does not speak of it"));
    intake.listed("8.4.1; 8.4.2");
    assert_eq!(intake.kinds(), about_clauses());
    assert_eq!(intake.clauses("QP-10"), ["8.4.2"], "until it is answered nothing changes");
    let today = intake.at.workspace.today().unwrap();
    let groups =
        questions::list(intake.at.db(), questions::Wanted { kind: None, all: false, each: true, limit: 9 }, today)
            .unwrap()
            .groups;
    assert_eq!(groups.iter().map(|g| g.follows).collect::<Vec<_>>(), [Consequence::InForce], "coverage follows it");
    let question = intake.asked()[0].clone();
    let values = ["9001:2015/8.4.1; 9001:2015/8.4.2", "9001:2015/8.4.2"].map(|text| Reading::Value(text.into()));
    assert_eq!(question.readings, values);
    let size = intake.size();
    intake.listed("8.4.1; 8.4.2");
    assert_eq!(intake.size(), size, "it is asked once");
    intake.answer(&question.code, 1);
    assert_eq!(intake.clauses("QP-10"), ["8.4.1", "8.4.2"]);
    intake.at.rebuilds_the_same();
}

#[test]
fn a_question_about_clauses_that_the_list_no_longer_raises_is_closed() {
    let mut intake = imported();
    let item = ItemId::Document(intake.document("QP-10").id);
    intake.at.does(|tx| mapping::unlink(tx, item, &clause("8.4.1"), "does not speak of it"));
    intake.listed("8.4.1; 8.4.2");
    assert_eq!(intake.kinds(), about_clauses());
    intake.listed("8.4.2");
    assert_eq!((intake.kinds(), intake.clauses("QP-10")), (Vec::new(), vec!["8.4.2".to_owned()]));
}

#[test]
fn mappings_made_by_hand_are_none_of_the_lists() {
    let mut intake = imported();
    let item = ItemId::Document(intake.document("QP-10").id);
    intake.at.does(|tx| mapping::link_in_full(tx, item, vec![clause("7.5")]));
    intake.listed("8.4.1");
    assert_eq!((intake.clauses("QP-10"), intake.kinds()), (vec!["7.5".into(), "8.4.1".into()], Vec::new()));
}

#[test]
fn another_day_of_approval_is_asked_and_the_answer_approves_anew() {
    let mut intake = imported();
    let row = |on| [HEAD, &["QP-10", "Purchasing", "1.0", "Approved", on, "8.4.1; 8.4.2"]].map(<[&str]>::to_vec);
    let list = |intake: &mut Intake, on: &'static str| {
        let rows = row(on);
        intake.with_list("list.xlsx", &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    };
    list(&mut intake, "January 2025");
    assert_eq!(intake.kinds(), Vec::new(), "the month of that day is no other day");
    list(&mut intake, "2025-02-03");
    assert_eq!(intake.kinds(), [("QP-10".to_owned(), Kind::Date, "approved_on".to_owned())]);
    let approved = |intake: &Intake| {
        let revision = intake.revisions("QP-10").remove(0);
        (revision.state, revision.approved_on, revision.effective_from)
    };
    let before = day(2025, 1, 2);
    assert_eq!(approved(&intake), (RevisionState::Effective, Some(Due::Day { day: before }), Some(before)));
    let code = intake.asked()[0].code.clone();
    intake.answer(&code, 1);
    let after = Due::Day { day: day(2025, 2, 3) };
    assert_eq!(
        approved(&intake),
        (RevisionState::Effective, Some(after), Some(before)),
        "an approval is taken back from today on: the days before stay as they were"
    );
    let size = intake.size();
    list(&mut intake, "2025-02-03");
    assert_eq!((intake.size(), intake.kinds()), (size, Vec::new()));
    intake.at.rebuilds_the_same();
}

fn codes(done: &Value) -> Vec<&str> {
    done["problems"].as_array().unwrap().iter().filter_map(|p| p["code"].as_str()).collect()
}

#[test]
fn a_new_version_of_what_is_out_of_use_is_said() {
    let mut intake = imported();
    let today = intake.at.workspace.today().unwrap();
    intake.at.does(|tx| clausebook::documents::withdraw(tx, "QP-10", "no longer needed", today));
    intake.puts("Policies/QP-10 Purchasing v2.0.txt", "newer");
    let share = intake.at.place.path("share");
    let done = intake.import(&only(&[share]));
    assert_eq!(codes(&done), ["withdrawn_not_filed"]);
    assert_eq!(intake.revisions("QP-10").len(), 1);
}

#[test]
fn a_records_file_with_other_bytes_is_said() {
    let mut intake = Intake::new();
    intake.puts("Records/Backup test.txt", "ok");
    let share = intake.at.place.path("share");
    intake.import(&only(std::slice::from_ref(&share)));
    intake.puts("Records/Backup test.txt", "not ok");
    let done = intake.import(&only(std::slice::from_ref(&share)));
    assert_eq!((codes(&done), &done["added"]["records"]), (vec!["record_changed"], &Value::from(1)));
    let again = intake.import(&only(&[share]));
    assert_eq!(codes(&again), Vec::<&str>::new(), "both are known by then");
}
