//! A version, a day, an approver or a state that is not there is asked or left open; none is made up.

use clausebook::day::Due;
use clausebook::documents::{DocumentState, RevisionState};
use clausebook::questions::{Kind, Reading};
use serde_json::Value;

use super::{Intake, only};
use crate::fixtures::files::docx;
use crate::support::{day, file};

const HEAD: &[&str] = &["Doc No", "Title", "Version", "Status", "Approved by", "Approved on"];

fn said(done: &Value, code: &str) -> Vec<String> {
    let of = |p: &&Value| p["code"] == code;
    let problems = done["problems"].as_array().unwrap().iter().filter(of);
    problems.map(|p| p["doc_no"].as_str().unwrap_or_default().to_owned()).collect()
}

impl Intake {
    /// The label and state of the newest revision.
    fn newest(&self, code: &str) -> (String, RevisionState) {
        let revision = self.revisions(code).pop().unwrap();
        (revision.label, revision.state)
    }
}

#[test]
fn a_file_with_a_number_and_no_title_is_filed_under_its_number() {
    let mut intake = Intake::new();
    for name in ["WI-031.txt", "wi-032.txt", "F-PUR-7_v2.txt"] {
        intake.puts(&format!("Instructions/{name}"), "it goes on in the middle of a sentence, without any name.");
    }
    let share = intake.at.place.path("share");
    let planned = intake.try_import(&only(std::slice::from_ref(&share)), true).unwrap();
    let done = intake.import(&only(&[share]));
    assert_eq!(serde_json::to_value(&planned).unwrap()["documents"], done["documents"], "as the dry run said");
    assert_eq!(said(&done, "not_filed"), Vec::<String>::new());
    for code in ["WI-031", "wi-032", "F-PUR-7"] {
        assert_eq!(intake.document(code).particulars.title, code);
    }
}

#[test]
fn a_version_that_only_the_list_says_is_that_of_the_file() {
    let mut intake = Intake::new();
    intake.puts("QP-21 Goods receipt.txt", "how goods are received");
    let rows: [&[&str]; 2] = [HEAD, &["QP-21", "Goods receipt", "E", "In force", "COO", "2026-01-05"]];
    let done = intake.with_list("list.xlsx", &rows);
    assert_eq!(intake.newest("QP-21"), ("E".to_owned(), RevisionState::Effective));
    assert_eq!(said(&done, "version_from_list"), ["QP-21"]);
    let size = intake.size();
    intake.with_list("list.xlsx", &rows);
    assert_eq!(intake.size(), size, "the same again");
}

#[test]
fn bytes_that_were_filed_without_a_list_get_no_second_revision_by_one() {
    let mut intake = Intake::new();
    intake.puts("QP-21 Goods receipt.txt", "how goods are received");
    let share = intake.at.place.path("share");
    intake.import(&only(&[share]));
    intake.with_list("list.xlsx", &[HEAD, &["QP-21", "Goods receipt", "E", "In force", "COO", "2026-01-05"]]);
    assert_eq!(intake.revisions("QP-21").len(), 1);
}

#[test]
fn an_approval_of_one_version_is_not_that_of_another() {
    let mut intake = Intake::new();
    intake.puts("QP-22 Storage Rev B.txt", "how things are stored");
    intake.puts("QP-23 Transport Rev D.txt", "how things are moved now");
    intake.puts("QP-23 Transport Rev C.txt", "how things were moved");
    let newer = ["QP-22", "Storage", "C", "In force", "COO", "2026-01-05"];
    let older = ["QP-23", "Transport", "C", "In force", "COO", "2026-01-05"];
    intake.with_list("list.xlsx", &[HEAD, &newer, &older]);
    assert_eq!(intake.newest("QP-22"), ("B".to_owned(), RevisionState::Draft), "nobody approved B");
    assert_eq!(intake.newest("QP-23"), ("D".to_owned(), RevisionState::Draft), "nobody approved D");
    let revisions = intake.revisions("QP-23");
    assert_eq!((revisions[0].state, revisions[0].approved_by.as_deref()), (RevisionState::Effective, Some("COO")));
    let asked: Vec<String> = intake.kinds().into_iter().filter(|k| k.1 == Kind::Status).map(|k| k.0).collect();
    assert_eq!(asked, ["QP-22", "QP-23"]);
}

#[test]
fn a_day_that_does_not_exist_lies_ahead_or_is_not_there_approves_nothing() {
    let mut intake = Intake::new();
    let days = ["2026-04-31", "1 January 2099", "soon", "", "2025-02-03"];
    let codes: Vec<String> = (0..days.len()).map(|n| format!("QP-3{n}")).collect();
    let mut rows: Vec<Vec<&str>> = vec![HEAD.to_vec()];
    for (code, day) in codes.iter().zip(days) {
        intake.puts(&format!("{code} Cleaning Rev B.txt"), code);
        rows.push(vec![code, "Cleaning", "B", "In force", "COO", day]);
    }
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    intake.with_list("list.xlsx", &rows);
    let states: Vec<RevisionState> = codes.iter().map(|code| intake.newest(code).1).collect();
    let (draft, effective) = (RevisionState::Draft, RevisionState::Effective);
    assert_eq!(states, [draft, draft, draft, draft, effective]);
    let asked = intake.asked();
    assert_eq!(asked.len(), 4);
    assert_eq!(
        asked.iter().filter(|q| q.particular == "approved_on" && q.readings.contains(&Reading::Kept)).count(),
        4
    );
    let empty = asked.iter().find(|q| q.item.as_ref().is_some_and(|i| i.code == "QP-33")).unwrap();
    assert_eq!(empty.readings, [Reading::InForce, Reading::Kept]);
    let code = empty.code.clone();
    intake.answer(&code, 1);
    let revision = intake.revisions("QP-33").pop().unwrap();
    assert_eq!((revision.state, revision.approved_on), (effective, None), "in force, on a day that nobody knows");
}

#[test]
fn what_a_list_has_no_column_for_stays_open_and_is_said() {
    let mut intake = Intake::new();
    intake.puts("QP-40 Audits Rev B.txt", "text");
    let done = intake
        .with_list("list.xlsx", &[&["Doc No", "Title", "Version", "Status"], &["QP-40", "Audits", "B", "In force"]]);
    let revision = intake.revisions("QP-40").pop().unwrap();
    assert_eq!((revision.state, revision.approved_on), (RevisionState::Effective, None));
    assert_eq!(said(&done, "approval_not_known"), ["QP-40"]);
}

#[test]
fn an_approver_who_is_still_to_sign_has_approved_nothing() {
    let mut intake = Intake::new();
    intake.puts("QP-41 Audits Rev B.txt", "text");
    let pending = ["QP-41", "Audits", "B", "In force", "COO (ausstehend)", "2025-02-03"];
    intake.with_list("list.xlsx", &[HEAD, &pending]);
    let table = [
        &["Document ID", "QP-42", "Version", "3"][..],
        &["Status", "Approved"],
        &["Approved by", "Head of quality, to be confirmed"],
        &["Date", "2025-02-03"],
    ];
    file(&intake.at.place.path("more"), "QP-42 Reviews.docx", &docx("Reviews", &table, &["text"], ""));
    let label = [&["Document ID", "QP-43", "Version", "3"][..], &["Status", "Approved"], &["Approved by", "Datum"]];
    file(&intake.at.place.path("more"), "QP-43 Scope.docx", &docx("Scope", &label, &["text"], ""));
    let more = intake.at.place.path("more");
    intake.import(&only(&[more]));
    for code in ["QP-41", "QP-42"] {
        assert_eq!(intake.newest(code).1, RevisionState::Draft, "{code}");
    }
    assert_eq!(intake.revisions("QP-43").pop().unwrap().approved_by.as_deref().unwrap_or_default(), "");
    let asked: Vec<String> = intake.kinds().into_iter().filter(|k| k.1 == Kind::Status).map(|k| k.0).collect();
    assert_eq!(asked, ["QP-41", "QP-42"]);
}

#[test]
fn an_approval_without_a_word_of_where_it_stands_is_asked() {
    let mut intake = Intake::new();
    let table = [
        &["Document ID", "QP-44", "Version", "3"][..],
        &["Approved by", "Head of quality"],
        &["Approval date", "3 February 2025"],
    ];
    file(&intake.at.place.path("share"), "QP-44 Reviews.docx", &docx("Reviews", &table, &["text"], ""));
    let share = intake.at.place.path("share");
    intake.import(&only(&[share]));
    assert_eq!(intake.document("QP-44").state, DocumentState::Draft);
    let asked = intake.asked();
    let [question] = &asked[..] else { panic!("{asked:?}") };
    let on = Due::Day { day: day(2025, 2, 3) };
    assert_eq!(question.readings, [Reading::Date(on), Reading::Kept]);
    let code = question.code.clone();
    intake.answer(&code, 1);
    let revision = intake.revisions("QP-44").pop().unwrap();
    assert_eq!((revision.state, revision.approved_on), (RevisionState::Effective, Some(on)));
    assert_eq!(revision.approved_by.as_deref(), Some("Head of quality"));
}

#[test]
fn a_day_of_validity_is_no_approval_and_its_end_ends_it() {
    let mut intake = Intake::new();
    for (code, until) in [("QP-45", "31.12.2024"), ("QP-46", "2099-12-31")] {
        let table = [
            &["Dokument-Nr.", code, "Version", "3"][..],
            &["Status", "Freigegeben"],
            &["Freigegeben durch", "Leitung"],
            &["Gültig ab", "2024-01-01"],
            &["Gültig bis", until],
        ];
        let name = format!("{code} Prüfungen.docx");
        file(&intake.at.place.path("share"), &name, &docx("Prüfungen", &table, &["text"], ""));
    }
    let share = intake.at.place.path("share");
    intake.import(&only(&[share]));
    assert_eq!(intake.newest("QP-45").1, RevisionState::Draft, "what has ended is asked");
    let there = intake.revisions("QP-46").pop().unwrap();
    assert_eq!((there.state, there.approved_on), (RevisionState::Effective, None));
    assert_eq!(there.effective_from, Some(day(2024, 1, 1)), "in force since the day that is said");
    assert_eq!(intake.kinds().len(), 1);
}

#[test]
fn a_number_of_the_list_is_found_in_a_name_however_it_is_written() {
    let mut intake = Intake::new();
    for name in ["PA 04.02–07 Wareneingang Rev B.txt", "pa_04.02-08 Versand Rev B.txt", "PA04.02-09 Lager Rev B.txt"]
    {
        intake.puts(name, name);
    }
    let row = |code: &'static str, title: &'static str| [code, title, "B", "In force", "COO", "2025-01-05"];
    let rows = [row("PA 04.02-07", "Wareneingang"), row("PA-04.02-08", "Versand"), row("PA 04.02-09", "Lager")];
    let all: Vec<&[&str]> = std::iter::once(HEAD).chain(rows.iter().map(|row| &row[..])).collect();
    let done = intake.with_list("list.xlsx", &all);
    assert_eq!((&done["documents"], &done["listed_only"]), (&serde_json::json!(3), &serde_json::json!(0)));
    for (code, title) in rows.map(|row| (row[0], row[1])) {
        assert_eq!(intake.newest(code), ("B".to_owned(), RevisionState::Effective), "{code}");
        assert_eq!(intake.document(code).particulars.title, title);
    }
}

#[test]
fn another_text_is_no_copy_whatever_its_name_says() {
    let mut intake = Intake::new();
    let table = |limit: &str| {
        let rows = [&["Document ID", "QP-51", "Version", "2"][..], &["Status", "Approved"], &["Approved by", "COO"]];
        docx("Pressure", &rows, &[limit], "")
    };
    let share = intake.at.place.path("share");
    file(&share, "QP-51 Pressure.docx", &table("at most 4 bar"));
    file(&share, "Copy of QP-51 Pressure.docx", &table("at most 40 bar"));
    file(&share, "QP-51 Pressure (2).docx", &table("at most 400 bar"));
    file(&share, "QP-51 Pressure - Kopie.docx", &table("at most  4 bar"));
    let done = intake.import(&only(&[share]));
    assert_eq!(done["documents"], 3, "{done:#}");
    let there = intake.revisions("QP-51").pop().unwrap();
    let files: Vec<&str> = there.files.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(files, ["QP-51 Pressure.docx", "QP-51 Pressure - Kopie.docx"], "the same words are a copy");
    let asked = intake.kinds();
    assert_eq!(asked.iter().filter(|k| k.1 == Kind::Status).count(), 2, "{asked:?}");
    assert_eq!(said(&done, "number_used_twice").len(), 2);
}

#[test]
fn what_lies_in_an_archive_supersedes_nothing() {
    let mut intake = Intake::new();
    let table = |version: &'static str| {
        let rows =
            [&["Document ID", "QP-52", "Version", version][..], &["Status", "Approved"], &["Approved by", "COO"]];
        docx("Strategy", &rows, &[version], "")
    };
    let share = intake.at.place.path("share");
    file(&share, "Published/QP-52 Strategy.docx", &table("1"));
    file(&share, "Archive/QP-52 Strategy.docx", &table("2"));
    intake.import(&only(&[share]));
    assert_eq!(intake.newest("QP-52"), ("1".to_owned(), RevisionState::Effective));
    assert_eq!(intake.newest("QP-52 (Archive)").1, RevisionState::Draft);
    let asked: Vec<String> = intake.kinds().into_iter().map(|k| k.0).collect();
    assert_eq!(asked, ["QP-52 (Archive)"]);
}

#[test]
fn after_the_last_letter_two_letters_follow() {
    let mut intake = Intake::new();
    for label in ["B", "Z", "AB"] {
        intake.puts(&format!("QP-53 Drawings Rev {label}.txt"), label);
    }
    let share = intake.at.place.path("share");
    intake.import(&only(&[share]));
    let labels: Vec<String> = intake.revisions("QP-53").into_iter().map(|r| r.label).collect();
    assert_eq!(labels, ["B", "Z", "AB"]);
}

#[test]
fn numbers_of_machines_make_no_documents_by_vouching_for_each_other() {
    let mut intake = Intake::new();
    for n in 1..=6 {
        intake.puts(&format!("Halle 2/GER_000{n}.txt"), &format!("Baujahr 2014, Leistung {n} kW, Gewicht 300 kg"));
    }
    for name in ["VDE_0701.txt", "DIN EN 10204.txt", "ISO_9001_2015.txt"] {
        intake.puts(&format!("Halle 2/{name}"), name);
    }
    let share = intake.at.place.path("share");
    let done = intake.import(&only(&[share]));
    assert_eq!((&done["documents"], &done["external"]), (&serde_json::json!(0), &serde_json::json!(3)), "{done:#}");
    let asked = intake.kinds().into_iter().filter(|k| k.1 == Kind::DocumentOrRecord).count();
    assert_eq!(asked, 6, "what they are is asked");
}
