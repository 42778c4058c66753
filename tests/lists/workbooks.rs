//! What is to be seen of a workbook beside its text: struck, hidden, merged, computed, linked; on several sheets.

use clausebook::contained::Containment;
use clausebook::extract::{Unsearchable, tables};
use clausebook::lists::{Chosen, Struck};
use clausebook::questions::List;
use clausebook::words::Header;
use rust_xlsxwriter::{Format, Formula, Url, Workbook};

use super::{clauses, decided, look, master, meanings, values};
use crate::fixtures::files::{docx, xlsx};

fn book(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn marked() -> Vec<u8> {
    book(|sheet| {
        let struck = Format::new().set_font_strikethrough();
        for (column, name) in ["Code", "Title", "Owner", "Version"].into_iter().enumerate() {
            sheet.write_string(0, column as u16, name).unwrap();
        }
        for row in 1..5u32 {
            sheet.write_string(row, 0, format!("D-{row}")).unwrap();
            sheet.write_string(row, 1, format!("Document {row}")).unwrap();
            sheet.write_number_with_format(row, 3, f64::from(row), &Format::new().set_num_format("0.0")).unwrap();
        }
        sheet.merge_range(1, 2, 4, 2, "Quality", &Format::new()).unwrap();
        for (column, text) in ["D-2", "Document 2"].into_iter().enumerate() {
            sheet.write_string_with_format(2, column as u16, text, &struck).unwrap();
        }
        sheet.write_number_with_format(2, 3, 2.0, &struck.set_num_format("0.0")).unwrap();
        sheet.set_row_hidden(3).unwrap();
        sheet.write_formula(4, 1, Formula::new("=A5&\" title\"").set_result("#REF!")).unwrap();
    })
}

#[test]
fn marks_of_rows_and_cells_are_seen_and_said() {
    let list = master(&marked());
    assert_eq!(values(&list, Header::Owner), ["Quality"; 4], "a merged cell holds for every row that it covers");
    assert_eq!(values(&list, Header::Version), ["1.0", "2.0", "3.0", "4.0"], "as the cell shows it");
    assert_eq!(list.rows.iter().map(|row| row.struck).collect::<Vec<_>>(), [false, true, false, false]);
    let notes: Vec<(usize, &str)> = list.notes.iter().map(|note| (note.row, note.what)).collect();
    assert_eq!(notes, [(3, "struck"), (4, "hidden"), (5, "uncomputed")]);
}

#[test]
fn struck_and_hidden_rows_stay_out_where_the_user_says_so() {
    let said = Chosen { struck: Some(Struck::LeaveOut), leave_hidden: Some(true), ..Chosen::default() };
    let list = decided(&marked(), List::MasterList, &[], &said);
    assert_eq!(values(&list, Header::Number), ["D-1", "D-4"]);
    let left: Vec<(usize, &str)> = list.left_out.iter().map(|left| (left.row, left.why)).collect();
    assert_eq!(left, [(3, "struck"), (4, "hidden")]);
}

#[test]
fn two_lines_of_names_with_signs_below_name_clauses() {
    let bytes = book(|sheet| {
        sheet.merge_range(0, 0, 1, 0, "Doc ID", &Format::new()).unwrap();
        sheet.merge_range(0, 1, 1, 1, "Title", &Format::new()).unwrap();
        sheet.merge_range(0, 2, 0, 3, "ISO 9001", &Format::new()).unwrap();
        sheet.write_string(0, 4, "ISO 27001").unwrap();
        for (column, clause) in ["7.5", "8.5.1", "A.5.9"].into_iter().enumerate() {
            sheet.write_string(1, column as u16 + 2, clause).unwrap();
        }
        for (row, [code, title, a, b, c]) in
            [["P-1", "One", "x", "", "✓"], ["P-2", "Two", "-", "X", ""]].into_iter().enumerate()
        {
            for (column, text) in [code, title, a, b, c].into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row as u32 + 2, column as u16, text).unwrap();
            }
        }
    });
    let list = master(&bytes);
    assert_eq!(list.names_in, Some((1, 2)));
    assert_eq!(clauses(&list), ["9001 7.5, 27001 A.5.9", "9001 8.5.1"]);
}

#[test]
fn a_link_says_where_the_file_lies() {
    let bytes = book(|sheet| {
        for (column, name) in ["Number", "Title", "Owner"].into_iter().enumerate() {
            sheet.write_string(0, column as u16, name).unwrap();
        }
        sheet.write_string(1, 0, "P-1").unwrap();
        sheet.write_url(1, 1, Url::new("file:///docs/My%20policy.docx").set_text("My policy")).unwrap();
        sheet.write_string(1, 2, "Quality").unwrap();
    });
    let list = look(&bytes, List::MasterList, &["docs/My policy.docx"]);
    assert_eq!(list.rows[0].link.as_deref(), Some("docs/My policy.docx"));
}

#[test]
fn sheets_of_one_shape_are_one_list_and_another_that_looks_like_one_is_named() {
    let head: &[&str] = &["Number", "Name", "Revision", "Responsible"];
    let list = master(&xlsx(&[
        ("Cover", &[&["Register of ACME"]]),
        ("Policies", &[head, &["P-1", "First policy", "A", "Quality"]]),
        ("Procedures", &[head, &["Q-1", "First procedure", "B", "Sales"], &["Q-2", "Second procedure", "A", "Sales"]]),
        ("Forms", &[&["Form no", "Title", "Owner"], &["F-1", "A form", "Sales"]]),
    ]));
    assert_eq!(values(&list, Header::Number), ["P-1", "Q-1", "Q-2"]);
    assert_eq!(list.beside, [("Forms".to_owned(), 2)], "it is not passed over in silence");
    let forms = Chosen { sheet: Some("Forms".into()), ..Chosen::default() };
    let list = decided(
        &xlsx(&[("A", &[head, &["P-1", "One", "A", "Q"]]), ("Forms", &[&["Form no", "Title"], &["F-1", "A form"]])]),
        List::MasterList,
        &[],
        &forms,
    );
    assert_eq!((list.sheet.as_str(), values(&list, Header::Title)), ("Forms", vec!["A form".to_owned()]));
}

#[test]
fn a_word_table_is_a_list_like_any_other() {
    let table: &[&[&str]] = &[
        &["Kennung", "Titel", "Version", "Verantwortlich"],
        &["RL-01", "Leitlinie", "1.2", "Leitung"],
        &["RL-02", "Richtlinie", "2.0", "Leitung"],
    ];
    let list = master(&docx("Verzeichnis", table, &["text"], "head"));
    assert_eq!(meanings(&list), [("A", "number"), ("B", "title"), ("C", "version"), ("D", "owner")].into());
    assert_eq!(list.rows.len(), 2);
}

#[test]
fn what_is_no_table_says_so() {
    assert_eq!(tables(b"%PDF-1.7 x", &Containment::here()).unwrap_err(), Unsearchable::UnknownType);
    assert_eq!(tables(b"", &Containment::here()).unwrap_err(), Unsearchable::Empty);
    assert_eq!(tables(b"PK\x03\x04 cut off", &Containment::here()).unwrap_err(), Unsearchable::Damaged);
    let list = master(b"just a text\nof some lines\n");
    assert!(!list.usable && list.rows.is_empty());
}

#[test]
fn a_long_list_takes_linear_time_and_two_far_cells_take_no_room() {
    let rows = |count: usize| {
        let rows = (0..count).map(|n| format!("QX-{n:06},Title {n},1.0,effective,9001 7.5,P/none{n}.txt\n"));
        format!("Document no.,Title,Version,Status,Clauses,Location\n{}", rows.collect::<String>())
    };
    assert_eq!(master(rows(20_000).as_bytes()).rows.len(), 20_000);
    let far = book(|sheet| {
        sheet.write_string(0, 0, "a").unwrap();
        sheet.write_string(1_048_575, 16_383, "b").unwrap();
    });
    let read = tables(&far, &Containment::here()).unwrap();
    assert!(read.cut && read.tables[0].rows.len() == 1, "what lies too far out is said to be left out");
}
