//! A list that is taken in again: each difference is an event or a question, never silence.

use clausebook::day::Due;
use clausebook::documents::{self, DocumentKind, DocumentState};
use clausebook::import::Sources;
use clausebook::named::Wanted;
use clausebook::questions::{Kind, Reading};
use clausebook::records;

use super::asking::HEAD;
use super::{Intake, only};
use crate::support::{day, file};

const ROW: [&str; 7] = ["QP-10", "Purchasing", "1.0", "Approved", "Buyer", "2026-12-01", "2025-01-02"];

/// The row with other words in one place.
fn with(place: usize, words: &'static str) -> [&'static str; 7] {
    let mut row = ROW;
    row[place] = words;
    row
}

fn imported() -> Intake {
    let mut intake = Intake::new();
    intake.puts("Policies/QP-10 Purchasing v1.0.txt", "text");
    intake.puts("Policies/QP-11 Sales v1.0.txt", "sales");
    intake.with_list(
        "list.xlsx",
        &[HEAD, &ROW, &["QP-11", "Sales", "1.0", "Approved", "Buyer", "2026-12-01", "2025-01-03"]],
    );
    assert_eq!(intake.kinds(), Vec::new());
    intake.at.wrote();
    intake
}

const OTHER: [&str; 7] = ["QP-11", "Sales", "1.0", "Approved", "Buyer", "2026-12-01", "2025-01-03"];

#[test]
fn what_nobody_changed_since_follows_the_list() {
    let mut intake = imported();
    intake.with_list("list 2.xlsx", &[HEAD, &with(4, "Purchasing Manager"), &OTHER]);
    assert_eq!(intake.document("QP-10").particulars.owner, "Purchasing Manager");
    assert_eq!(intake.at.wrote(), ["document.corrected", "question.list_read"]);
    intake.with_list("list 3.xlsx", &[HEAD, &with(5, "2027-06"), &OTHER]);
    assert_eq!(intake.document("QP-10").next_review, Some(Due::Month { first: day(2027, 6, 1) }));
    intake.with_list("list 4.xlsx", &[HEAD, &with(1, "Buying"), &OTHER]);
    assert_eq!(intake.document("QP-10").particulars.title, "Buying");
    assert_eq!(intake.kinds(), Vec::new());
    let typed: [&[&str]; 3] = [
        &["Doc No", "Title", "Type", "Owner"],
        &["QP-10", "Buying", "Policy", "Buyer"],
        &["QP-11", "Sales", "", "Buyer"],
    ];
    intake.with_list("list 5.xlsx", &typed);
    let kind = intake.document("QP-10").particulars.kind;
    assert_eq!((kind, intake.document("QP-10").particulars.owner.as_str()), (DocumentKind::Policy, "Buyer"));
    intake.at.rebuilds_the_same();
}

#[test]
fn what_somebody_changed_since_is_asked_once() {
    let mut intake = imported();
    let wanted = Wanted::from([("owner".to_owned(), "Finance".to_owned())]);
    intake.at.does(|tx| documents::correct(tx, "QP-10", &wanted, None, "moved"));
    intake.with_list("list.xlsx", &[HEAD, &with(4, "Purchasing Manager"), &OTHER]);
    assert_eq!(intake.kinds(), [("QP-10".to_owned(), Kind::Particular, "owner".to_owned())]);
    let question = &intake.asked()[0];
    let values = ["Purchasing Manager", "Finance"].map(|text| Reading::Value(text.into()));
    assert_eq!(question.readings, values, "what the list says, and what the register says");
    assert_eq!(intake.document("QP-10").particulars.owner, "Finance", "until it is answered nothing changes");
    let (code, size) = (question.code.clone(), intake.size());
    intake.with_list("list.xlsx", &[HEAD, &with(4, "Purchasing Manager"), &OTHER]);
    assert_eq!(intake.size(), size);
    intake.answer(&code, 2);
    let size = intake.size();
    intake.with_list("list.xlsx", &[HEAD, &with(4, "Purchasing Manager"), &OTHER]);
    assert_eq!((intake.size(), intake.kinds()), (size, Vec::new()), "an answer stands");
}

#[test]
fn a_list_that_has_become_clear_closes_the_question() {
    let mut intake = imported();
    intake.with_list("list.xlsx", &[HEAD, &with(5, "04/05/27"), &OTHER]);
    assert_eq!(intake.kinds(), [("QP-10".to_owned(), Kind::Date, "next_review".to_owned())]);
    assert_eq!(intake.document("QP-10").next_review, Some(Due::Day { day: day(2026, 12, 1) }));
    intake.with_list("list.xlsx", &[HEAD, &with(5, "2026-12-01"), &OTHER]);
    assert_eq!(intake.kinds(), Vec::new());
}

#[test]
fn a_state_that_differs_is_asked_and_the_answer_acts() {
    let mut intake = imported();
    intake.with_list("list.xlsx", &[HEAD, &with(3, "Withdrawn"), &OTHER]);
    assert_eq!(intake.kinds(), [("QP-10".to_owned(), Kind::Status, "status".to_owned())]);
    assert_eq!(intake.document("QP-10").state, DocumentState::Effective, "a list withdraws nothing by itself");
    let code = intake.asked()[0].code.clone();
    intake.answer(&code, 1);
    assert_eq!(intake.document("QP-10").state, DocumentState::Withdrawn);
    let size = intake.size();
    intake.with_list("list.xlsx", &[HEAD, &with(3, "Withdrawn"), &OTHER]);
    assert_eq!(intake.size(), size);
}

#[test]
fn a_row_that_is_gone_is_asked_about_each_time_it_goes() {
    let mut intake = imported();
    let gone = [("QP-11".to_owned(), Kind::RowGone, String::new())];
    intake.with_list("list.xlsx", &[HEAD, &ROW]);
    assert_eq!(intake.kinds(), gone);
    let size = intake.size();
    intake.with_list("list.xlsx", &[HEAD, &ROW]);
    assert_eq!(intake.size(), size, "it is asked once");
    let code = intake.asked()[0].code.clone();
    intake.answer(&code, 3);
    assert_eq!(intake.document("QP-11").state, DocumentState::Effective);
    intake.with_list("list.xlsx", &[HEAD, &ROW, &OTHER]);
    assert_eq!(intake.kinds(), Vec::new());
    intake.with_list("list.xlsx", &[HEAD, &ROW]);
    assert_eq!(intake.kinds(), gone);
    intake.with_list("list.xlsx", &[HEAD, &ROW, &OTHER]);
    assert_eq!(intake.kinds(), Vec::new(), "a row that came back needs no answer");
    intake.at.rebuilds_the_same();
}

#[test]
fn an_import_without_a_list_says_nothing_of_its_rows() {
    let mut intake = imported();
    let size = intake.size();
    let share = intake.at.place.path("share");
    intake.import(&only(&[share]));
    assert_eq!(intake.size(), size);
}

#[test]
fn the_evidence_index_corrects_its_records_and_asks() {
    let mut intake = Intake::new();
    intake.puts("Records/one.txt", "one");
    intake.puts("Records/two.txt", "two");
    let import = |intake: &mut Intake, rows: &str| {
        let text = format!("file,clauses,collected,valid_until\n{rows}");
        let index = file(intake.at.place.folder.path(), "index.csv", text.as_bytes());
        let share = intake.at.place.path("share");
        intake.import(&Sources { evidence_index: Some(index), ..only(&[share]) })
    };
    let two = "Records/two.txt,9001: 9.2.2,2026-01-02,\n";
    import(&mut intake, &format!("Records/one.txt,9001: 9.2.2,2026-01-02,2026-06-30\n{two}"));
    let size = intake.size();
    import(&mut intake, &format!("Records/one.txt,9001: 9.2.2,2026-01-02,2026-06-30\n{two}"));
    assert_eq!(intake.size(), size);
    import(&mut intake, &format!("Records/one.txt,9001: 9.2.2,2026-01-02,2026-12-31\n{two}"));
    let one = |intake: &Intake| {
        let page = records::list(intake.at.db(), &records::Filter::default(), records::Sort::Title, None, 10).unwrap();
        page.rows.into_iter().find(|r| r.particulars.title == "one").unwrap()
    };
    assert_eq!((one(&intake).particulars.valid_until, intake.kinds()), (Some(day(2026, 12, 31)), Vec::new()));
    let wanted = Wanted::from([("valid_until".to_owned(), "2027-01-31".to_owned())]);
    let id = one(&intake).id;
    intake.at.does(|tx| records::correct(tx, id, &wanted, None, "extended"));
    import(&mut intake, "Records/one.txt,9001: 9.2.2,2026-01-02,2026-11-30\n");
    let kinds: Vec<Kind> = intake.kinds().into_iter().map(|(_, kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Date, Kind::RowGone]);
    intake.at.rebuilds_the_same();
}

#[test]
fn a_renamed_and_edited_file_is_recognised_by_its_words_and_a_form_filled_in_is_not() {
    let mut intake = Intake::new();
    let words = |from: usize| (from..from + 150).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ");
    let text = |title: &str, from: usize| format!("{title}\n\nPurpose\n{}\n\nScope\nAll sites.\n", words(from));
    intake.puts("Policies/POL-01 Access policy v1.0.txt", &text("Access policy", 0));
    intake.puts("Policies/POL-02 Backup policy v1.0.txt", &text("Backup policy", 1000));
    let share = [intake.at.place.path("share")];
    intake.import(&only(&share));
    intake
        .puts("Copies/Who may enter policy.txt", &text("Who may enter", 0).replace("All sites", "Every site and room"));
    intake.puts("Copies/Travel policy.txt", &text("Travel policy", 5000));
    intake
        .puts("Records/Access review report 2026-03-01.txt", &text("Access policy", 0).replace("Purpose", "Findings"));
    let recognised = intake.import(&only(&share))["recognised"].clone();
    let of = |path: &str| recognised.as_array().unwrap().iter().find(|one| one["path"] == path).cloned();
    let known = of("Copies/Who may enter policy.txt").unwrap_or_default();
    assert_eq!((&known["code"], &known["how"]), (&"POL-01".into(), &"looks_like".into()), "{recognised}");
    assert!(known["was"].as_str().unwrap().parse::<u8>().unwrap() > 90, "{known}");
    assert_eq!(of("Copies/Travel policy.txt"), None, "another policy of the same make is another policy");
    assert_eq!(of("Records/Access review report 2026-03-01.txt"), None, "a record is no version of a document");
}
