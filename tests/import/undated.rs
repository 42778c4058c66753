//! What a list says without a day, or beside one: nothing is made up, and nothing is dropped without a word.

use clausebook::day::Due;
use clausebook::documents::{self, RevisionState};
use clausebook::import::Sources;
use clausebook::questions::{Kind, Reading};
use clausebook::registers;
use rust_xlsxwriter::{Format, Workbook};

use super::words::said_under;
use super::{Intake, only};

use crate::support::{day, file};

#[test]
fn what_is_in_force_since_nobody_knows_when_says_so() {
    let mut intake = Intake::new();
    intake.puts("P-101 Supplier evaluation procedure.txt", "text");
    let head: &[&str] = &["Number", "Title", "Status", "Approved by"];
    intake.with_list("list.xlsx", &[head, &["P-101", "Supplier evaluation procedure", "in force", "MK"]]);
    let today = intake.at.workspace.today().unwrap();
    let revision = intake.revisions("P-101").remove(0);
    assert_eq!((revision.state, revision.approved_by.as_deref()), (RevisionState::Effective, Some("MK")));
    assert_eq!((revision.approved_on, revision.effective_from), (None, Some(today)));
    assert!(revision.effective_at_latest, "the day of the import is no day on which it came into force");
    let register = registers::register(intake.at.db()).unwrap();
    assert_eq!((register.documents[0].in_force_from, register.documents[0].in_force_at_latest), (Some(today), true));
    let document = intake.document("P-101");
    assert!(documents::approved(intake.at.db(), document.id, document.current, today).unwrap().at_latest);
    intake.at.rebuilds_the_same();
}

#[test]
fn a_day_that_the_list_gives_is_that_day() {
    let mut intake = Intake::new();
    intake.puts("P-101 Supplier evaluation procedure.txt", "text");
    let head: &[&str] = &["Number", "Title", "Status", "Approved on"];
    intake.with_list("list.xlsx", &[head, &["P-101", "Supplier evaluation procedure", "in force", "2025-01-02"]]);
    let revision = intake.revisions("P-101").remove(0);
    assert_eq!(revision.approved_on, Some(Due::Day { day: day(2025, 1, 2) }));
    assert_eq!((revision.effective_from, revision.effective_at_latest), (Some(day(2025, 1, 2)), false));
}

#[test]
fn an_approval_of_what_is_not_in_force_is_named_and_a_withdrawal_has_its_day() {
    let mut intake = Intake::new();
    for code in ["P-201 Backup policy", "P-202 Change management procedure", "P-203 Archive procedure"] {
        intake.puts(&format!("{code}.txt"), code);
    }
    let done = intake.with_list(
        "list.xlsx",
        &[
            &["Number", "Title", "Status", "Approved on", "Approved by"],
            &["P-201", "Backup policy", "draft", "15.01.2025", "MK"],
            &["P-202", "Change management procedure", "withdrawn since 01.03.2025", "15.01.2024", "MK"],
            &["P-203", "Archive procedure", "unclear", "31/02/2025", "MK"],
        ],
    );
    assert_eq!(
        said_under(&done, "approval_not_taken"),
        [
            "The list says that P-201 was approved by MK on 15.01.2025. Since it does not count as in force, that is not \
             entered as an approval.",
            "The list says that P-202 was approved by MK on 15.01.2024. Since it is out of use, that is not entered as an \
             approval.",
        ]
    );
    assert_eq!(said_under(&done, "unreadable_date"), ["The day of approval “31/02/2025” is no date."]);
    assert_eq!(intake.revisions("P-202")[0].ended_on, Some(day(2025, 3, 1)), "since the day that the list says");
    intake.at.rebuilds_the_same();
}

#[test]
fn a_row_struck_out_whose_status_says_so_too_is_not_said_to_be_asked() {
    let mut intake = Intake::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in ["Number", "Title", "Status"].into_iter().enumerate() {
        sheet.write_string(0, column as u16, name).unwrap();
    }
    let struck = Format::new().set_font_strikethrough();
    for (column, text) in ["P-202", "Change management procedure", "retired"].into_iter().enumerate() {
        sheet.write_string_with_format(1, column as u16, text, &struck).unwrap();
        sheet.write_string(2, column as u16, ["P-203", "Archive procedure", "in force"][column]).unwrap();
    }
    intake.puts("P-202 Change management procedure.txt", "text");
    let list = file(intake.at.place.folder.path(), "list.xlsx", &book.save_to_buffer().unwrap());
    let share = intake.at.place.path("share");
    let done = intake.import(&Sources { master_list: Some(list), ..only(&[share]) });
    assert_eq!(
        said_under(&done, "row_struck"),
        ["The row is struck out in the list; so does its status say; it counts as out of use."]
    );
    assert!(intake.kinds().iter().all(|(about, ..)| about != "P-202"));
}

#[test]
fn what_the_list_says_of_no_document_is_said_once() {
    let mut intake = Intake::new();
    intake.puts("notes.txt", "text");
    let done = intake.with_list(
        "list.xlsx",
        &[&["Number", "Title", "Status"], &["P-1", "One", "retired"], &["P-2", "Two", "retired"]],
    );
    assert_eq!((said_under(&done, "location_empty").len(), said_under(&done, "next_review_empty").len()), (1, 1));
}

#[test]
fn an_evidence_index_may_name_several_files_in_one_cell() {
    let mut intake = Intake::new();
    intake.puts("a/restore test.txt", "one");
    intake.puts("b/training.txt", "two");
    let index = "File,Clauses,Note\nrestore test.txt; training.txt,9001 7.2,both\ngone.txt,,\n";
    let index = file(intake.at.place.folder.path(), "index.csv", index.as_bytes());
    let share = intake.at.place.path("share");
    let done = intake.import(&Sources { evidence_index: Some(index), ..only(&[share]) });
    assert_eq!(said_under(&done, "record_not_in_index"), Vec::<String>::new());
    assert_eq!(said_under(&done, "index_file_missing").len(), 1, "{:#}", done["problems"]);
    assert_eq!(said_under(&done, "index_row_without_clauses"), Vec::<String>::new(), "nothing was filed for it");
}

#[test]
fn programs_become_no_documents_unasked() {
    let mut intake = Intake::new();
    for name in ["Backup", "Access", "Training", "Supplier", "Audit"] {
        let text = format!("{name} policy\n\nPurpose\nThis policy says what is done.\nScope\nAll sites.\n");
        intake.puts(&format!("docs/{name} policy v1.0.txt"), &text);
    }
    for name in ["Gemfile", "Rakefile", "layout.erb", "style.css"] {
        let text = format!("# Every file of this folder is made by {name} and said here in words enough\nbody p\n");
        intake.puts(&format!("docs/{name}"), &text);
    }
    let share = intake.at.place.path("share");
    let done = intake.import(&only(&[share]));
    assert_eq!(done["documents"], 5, "{:#}", done["planned_documents"]);
}

#[test]
fn a_day_of_approval_to_come_is_no_answer() {
    let mut intake = Intake::new();
    intake.puts("P-1 One.txt", "text");
    let head: &[&str] = &["Number", "Title", "Status", "Approved on"];
    intake.with_list("list.xlsx", &[head, &["P-1", "One", "in force", "2099-01-02"]]);
    let asked = intake.asked().remove(0);
    assert_eq!(asked.readings, [Reading::InForce, Reading::Kept]);
}

#[test]
fn one_answer_for_all_alike_joins_only_what_reads_alike() {
    let mut intake = Intake::new();
    let head: &[&str] = &["Number", "Title", "Next review"];
    for (n, code) in ["P-1", "P-2", "P-3", "P-4", "P-5"].into_iter().enumerate() {
        intake.puts(&format!("{code} Title {n}.txt"), &format!("text {n}"));
    }
    intake.with_list(
        "list.xlsx",
        &[
            head,
            &["P-1", "One", "mid-2027"],
            &["P-2", "Two", "Ende 2027"],
            &["P-3", "Three", "end of 2027"],
            &["P-4", "Four", "31.04.2026"],
            &["P-5", "Five", "before next audit"],
        ],
    );
    let asked = intake.asked();
    let alike: Vec<(String, usize)> =
        asked.iter().filter(|q| q.kind == Kind::Date).map(|q| (q.said[0].words.clone(), q.alike)).collect();
    let of = |words: &str| alike.iter().find(|(known, _)| known == words).map(|(_, alike)| *alike);
    assert_eq!([of("mid-2027"), of("Ende 2027"), of("end of 2027")], [Some(0), Some(1), Some(1)], "{alike:?}");
    assert_eq!([of("31.04.2026"), of("before next audit")], [Some(0), Some(0)], "{alike:?}");
}
