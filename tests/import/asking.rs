//! What an import cannot decide is asked, and not guessed.

use clausebook::day::Due;
use clausebook::documents::{DocumentState, RevisionState};
use clausebook::import::Sources;
use clausebook::questions::{self, Answer, Kind, QuestionShown, Reading, State};
use clausebook::records;
use serde_json::{Value, json};

use super::{Intake, only};
use crate::fixtures::files::xlsx;
use crate::support::organisation::{approval, today};
use crate::support::{day, file};

impl Intake {
    /// Imports the share with a master list of these rows.
    pub(super) fn with_list(&mut self, name: &str, rows: &[&[&str]]) -> Value {
        let list = file(self.at.place.folder.path(), name, &xlsx(&[("List", rows)]));
        let share = self.at.place.path("share");
        self.import(&Sources { master_list: Some(list), ..only(&[share]) })
    }

    /// A file of the share.
    pub(super) fn puts(&self, path: &str, content: &str) {
        file(&self.at.place.path("share"), path, content.as_bytes());
    }

    /// The questions that wait.
    pub(super) fn asked(&self) -> Vec<QuestionShown> {
        let list = questions::list(
            self.at.db(),
            questions::Wanted { kind: None, all: false, each: true, limit: 100 },
            today(),
        )
        .unwrap();
        list.groups.into_iter().flat_map(|group| group.rows).collect()
    }

    pub(super) fn kinds(&self) -> Vec<(String, Kind, String)> {
        let about = |q: &QuestionShown| q.item.as_ref().map_or(q.path.clone().unwrap_or_default(), |i| i.code.clone());
        let mut kinds: Vec<_> = self.asked().iter().map(|q| (about(q), q.kind, q.particular.clone())).collect();
        kinds.sort_by_key(|(about, kind, particular)| format!("{about} {kind} {particular}"));
        kinds
    }

    pub(super) fn answer(&mut self, code: &str, reading: usize) {
        self.at.does(|tx| questions::settle(tx, code, &Answer::Reading(reading), false, ""));
    }
}

pub(super) const HEAD: &[&str] = &["Doc No", "Title", "Version", "Status", "Owner", "Next review", "Approved on"];

fn kind(about: &str, kind: Kind, particular: &str) -> (String, Kind, String) {
    (about.to_owned(), kind, particular.to_owned())
}

#[test]
fn an_ambiguous_date_is_asked_with_its_words_and_the_place_where_they_stood() {
    let mut intake = Intake::new();
    intake.puts("Policies/QP-10 Purchasing v1.0.txt", "text");
    let row = ["QP-10", "Purchasing", "1.0", "Approved", "Buyer", "12/03/26", "2025-01-02"];
    let done = intake.with_list("Register.xlsx", &[&["Registers"], HEAD, &row]);
    let asked = intake.asked();
    let [question] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!(
        done["questions"],
        json!([{"code": question.code, "kind": "date", "particular": "next_review", "about": "QP-10", "words": "12/03/26"}])
    );
    assert_eq!(done["to_settle"], 1);
    let said = &question.said[0];
    assert_eq!((said.words.as_str(), said.row, said.column.as_str()), ("12/03/26", Some(3), "Next review"));
    assert_eq!(said.name, "Register.xlsx");
    let readings = [day(2026, 3, 12), day(2026, 12, 3)].map(|day| Reading::Date(Due::Day { day }));
    assert_eq!(question.readings, readings);
    let code = question.code.clone();
    intake.answer(&code, 2);
    assert_eq!(intake.document("QP-10").next_review, Some(Due::Day { day: day(2026, 12, 3) }));
    let size = intake.size();
    let again = intake.with_list("Register.xlsx", &[&["Registers"], HEAD, &row]);
    assert_eq!((intake.size(), &again["questions"]), (size, &json!([])), "an answer stands for the same words");
}

#[test]
fn nothing_is_approved_on_a_day_that_can_be_read_in_two_ways() {
    let mut intake = Intake::new();
    intake.puts("Policies/QP-10 Purchasing v1.0.txt", "text");
    let row = ["QP-10", "Purchasing", "1.0", "Approved", "Buyer", "2026-12-01", "03/04/25"];
    intake.with_list("list.xlsx", &[HEAD, &row]);
    assert_eq!(intake.document("QP-10").state, DocumentState::Draft);
    assert_eq!(intake.kinds(), [kind("QP-10", Kind::Date, "approved_on")]);
    let code = intake.asked()[0].code.clone();
    intake.answer(&code, 1);
    let revision = &intake.revisions("QP-10")[0];
    assert_eq!((revision.state, revision.effective_from), (RevisionState::Effective, Some(day(2025, 4, 3))));
    assert_eq!(intake.document("QP-10").next_review, Some(Due::Day { day: day(2026, 12, 1) }), "it stays");
    let size = intake.size();
    intake.with_list("list.xlsx", &[HEAD, &row]);
    assert_eq!(intake.size(), size);
}

#[test]
fn dots_are_doubtful_where_another_date_of_the_list_has_the_month_first() {
    let mut intake = Intake::new();
    for code in ["QP-10", "QP-11"] {
        intake.puts(&format!("Policies/{code} Purchasing v1.0.txt"), code);
    }
    let row = |code: &'static str, next: &'static str| [code, "Purchasing", "1.0", "Approved", "", next, "2025-01-02"];
    intake.with_list("list.xlsx", &[HEAD, &row("QP-10", "05.04.27"), &row("QP-11", "25.03.27")]);
    assert_eq!(intake.kinds(), Vec::new(), "by itself the day stands first");
    let mut intake = Intake::new();
    for code in ["QP-10", "QP-11"] {
        intake.puts(&format!("Policies/{code} Purchasing v1.0.txt"), code);
    }
    let rows: [&[&str]; 3] = [HEAD, &row("QP-10", "05.04.27"), &row("QP-11", "03.25.27")];
    intake.with_list("list.xlsx", &rows);
    assert_eq!(intake.kinds(), [kind("QP-10", Kind::Date, "next_review")]);
    let code = intake.asked()[0].code.clone();
    intake.answer(&code, 2);
    let size = intake.size();
    intake.with_list("list.xlsx", &rows);
    assert_eq!((intake.size(), intake.kinds()), (size, Vec::new()), "an answer stands");
}

#[test]
fn a_state_that_nobody_understands_is_asked_and_so_is_a_row_without_a_file() {
    let mut intake = Intake::new();
    intake.puts("Policies/QP-10 Purchasing v1.0.txt", "text");
    let rows: [&[&str]; 3] = [
        HEAD,
        &["QP-10", "Purchasing", "1.0", "grün", "", "", ""],
        &["QP-11", "Sales", "1.0", "Approved", "", "2026-12-01", ""],
    ];
    intake.with_list("list.xlsx", &rows);
    assert_eq!(intake.kinds(), [kind("QP-10", Kind::Status, "status"), kind("QP-11", Kind::MissingFile, "")]);
    intake.puts("Policies/QP-11 Sales v1.0.txt", "sales");
    intake.with_list("list.xlsx", &rows);
    assert_eq!(intake.kinds(), [kind("QP-10", Kind::Status, "status")], "a file that came needs no answer");
}

#[test]
fn unclear_dates_of_a_record_are_asked_and_left_out_until_then() {
    let mut intake = Intake::new();
    intake.puts("Records/one.txt", "one");
    let text = "file,clauses,collected,valid_until,period_from\n\
                Records/one.txt,9001: 9.2.2,03/04/26,2027-03,soon\nRecords/two.txt,9001: 9.2.2,2026-01-02,,\n";
    let index = file(intake.at.place.folder.path(), "index.csv", text.as_bytes());
    let share = intake.at.place.path("share");
    let sources = Sources { evidence_index: Some(index), ..only(&[share]) };
    intake.import(&sources);
    let asked = intake.asked();
    let code = asked.iter().find_map(|q| q.item.as_ref()).unwrap().code.clone();
    let date = |particular: &str| kind(&code, Kind::Date, particular);
    let mut expected = vec![date("collected"), date("period_from"), date("valid_until")];
    expected.push(kind("Records/two.txt", Kind::MissingFile, ""));
    assert_eq!(intake.kinds(), expected);
    let readings = |particular: &str| asked.iter().find(|q| q.particular == particular).unwrap().readings.clone();
    let on = |y, m, d| Reading::Date(Due::Day { day: day(y, m, d) });
    assert_eq!(readings("valid_until"), [on(2027, 3, 1), on(2027, 3, 31), Reading::NoDate]);
    assert_eq!(readings("period_from"), [Reading::NoDate]);
    let question = asked.iter().find(|q| q.particular == "collected").unwrap().code.clone();
    intake.answer(&question, 1);
    let record = records::find(intake.at.db(), &code).unwrap();
    assert_eq!(record.particulars.collected, Some(day(2026, 4, 3)));
    intake.puts("Records/two.txt", "two");
    intake.import(&sources);
    assert!(!intake.kinds().iter().any(|(_, kind, _)| *kind == Kind::MissingFile), "the file came");
}

#[test]
fn other_bytes_under_an_approved_version_become_a_draft_and_a_question() {
    let mut intake = Intake::new();
    let path = "Policies/QP-10 Purchasing v1.1.txt";
    intake.puts(path, "approved");
    let share = only(&[intake.at.place.path("share")]);
    intake.import(&share);
    intake.at.does(|tx| clausebook::documents::approve(tx, "QP-10", approval(today())));
    let told = |intake: &Intake| -> Vec<(String, RevisionState, usize)> {
        intake.revisions("QP-10").into_iter().map(|r| (r.label, r.state, r.files.len())).collect()
    };
    intake.puts("Policies/Copy of QP-10 Purchasing v1.1.txt", "approved");
    let copied = intake.import(&share);
    assert_eq!(told(&intake), [("1.1".into(), RevisionState::Effective, 1)], "an exact copy is filed nowhere");
    assert_eq!(copied["duplicates"].as_array().unwrap().len(), 1, "and is named among the duplicates");

    intake.puts(path, "changed");
    let in_force = ("1.1".to_owned(), RevisionState::Effective, 1);
    let draft = ("1.1 (2)".to_owned(), RevisionState::Draft, 1);
    intake.import(&share);
    assert_eq!(told(&intake), [in_force.clone(), draft.clone()]);
    assert_eq!(intake.kinds(), [kind("QP-10", Kind::ChangedFile, "")]);
    let size = intake.size();
    intake.import(&share);
    assert_eq!(intake.size(), size, "it is asked once");

    intake.puts(path, "changed again");
    intake.import(&share);
    assert_eq!(told(&intake), [in_force.clone(), draft], "newer bytes take the place of those nobody answered for");
    let code = intake.asked()[0].code.clone();
    intake.answer(&code, 3);
    assert_eq!(told(&intake), [in_force]);
    let size = intake.size();
    intake.import(&share);
    assert_eq!(intake.size(), size, "bytes that were not kept are not asked about again");
    assert_eq!(questions::by_name(intake.at.db(), &code).unwrap().state, State::Settled);
    intake.at.rebuilds_the_same();
}

#[test]
fn a_draft_without_a_decision_takes_files() {
    let mut intake = Intake::new();
    intake.puts("Policies/QP-10 Purchasing v1.1.txt", "draft");
    let share = only(&[intake.at.place.path("share")]);
    intake.import(&share);
    intake.puts("Policies/QP-10 Purchasing v1.1 signed.txt", "signed");
    intake.import(&share);
    assert_eq!((intake.revisions("QP-10")[0].files.len(), intake.kinds()), (2, Vec::new()));
}

#[test]
fn a_file_that_is_gone_from_a_share_is_asked_about_and_a_part_of_it_says_nothing_of_the_rest() {
    let mut intake = Intake::new();
    for name in ["Policies/QP-10 Purchasing v1.0.txt", "Policies/QP-11 Sales v1.0.txt", "Plans/QP-12 Plan v1.0.txt"] {
        intake.puts(name, name);
    }
    let share = intake.at.place.path("share");
    intake.import(&only(std::slice::from_ref(&share)));
    std::fs::remove_file(share.join("Policies/QP-11 Sales v1.0.txt")).unwrap();
    std::fs::rename(share.join("Policies/QP-10 Purchasing v1.0.txt"), share.join("Policies/QP-10 v1.0.txt")).unwrap();
    intake.puts("Policies/QP-13 More v1.0.txt", "more");
    intake.import(&only(std::slice::from_ref(&share)));
    assert_eq!(
        intake.kinds(),
        Vec::new(),
        "nothing of what was there before is in the folder: it may be another share's"
    );
    intake.import(&only(&[share]));
    assert_eq!(intake.kinds(), [kind("QP-11", Kind::MissingFile, "")], "one that was moved is not gone");
}
