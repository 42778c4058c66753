//! The register as files.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use clausebook::digest::Digest;
use clausebook::extract::extract_bytes;
use clausebook::print::{Language, Made, PaperSize};
use clausebook::registers::{Register, print, register, workbook};

use super::titled;
use crate::support::organisation::{Organisation, approval};
use crate::support::{Place, day};

fn made(language: Language) -> Made {
    let on = day(2027, 6, 1);
    Made {
        language,
        paper: PaperSize::A4,
        organisation: "Test & laboratory".into(),
        day: Some(on),
        recorded: on,
        on,
        by: "quality@example.org".into(),
        size: 1_284,
        root: Digest::of(b"root"),
    }
}

/// Titles that programs take for something else, and those of other scripts.
const TITLES: &[&str] = &[
    "=HYPERLINK(\"http://example.org\")",
    "+1+2",
    "-2-3",
    "@SUM(A1)",
    "\tTab and\nline",
    "0012",
    "2026-01-02",
    "TRUE",
    "Überwachung & Messung <b>",
    "Διαχείριση αλλαγών",
    "Политика безопасности",
    "文件管理程序",
    "בקרת מסמכים",
];

/// An organisation whose only documents have these titles; all reviews are overdue by June 2027.
fn with_titles() -> (Organisation, Register) {
    let mut at = Organisation::new();
    for (n, title) in TITLES.iter().enumerate() {
        let code = format!("D-{n:02}");
        titled(&mut at, &code, title);
        at.does(|tx| clausebook::documents::approve(tx, &*code, approval(day(2026, 1, 15))));
    }
    at.turn_to(day(2027, 6, 1));
    let register = register(at.db()).unwrap();
    (at, register)
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_workbook_has_texts_as_texts_and_days_as_days() {
    let (_at, register) = with_titles();
    let bytes = workbook(&register, false, &made(Language::En)).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(book.sheet_names(), ["Documents", "Obsolete", "About this list"]);
    let sheet = book.worksheet_range("Documents").unwrap();
    assert_eq!(sheet.height(), TITLES.len() + 1);
    for (row, document) in sheet.rows().skip(1).zip(&register.documents) {
        assert_eq!(row[1], Data::String(document.title.clone()), "a title is a text, whatever it begins with");
        for column in [6, 7, 8] {
            assert!(matches!(row[column], Data::DateTime(_)), "a day is a day: {:?}", row[column]);
        }
    }
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("<hyperlink"), "no cell is a formula or leads anywhere");
    for kept in ["<pane ", "state=\"frozen\"", "<autoFilter ", "orientation=\"landscape\"", "paperSize=\"9\""] {
        assert!(xml.contains(kept), "{kept}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("Print_Titles"), "the header is printed on each page");
    assert!(part(&bytes, "xl/styles.xml").contains("overdue"), "a late review is marked by a word");
    assert_eq!(bytes, workbook(&register, false, &made(Language::En)).unwrap(), "no clock is asked");
}

#[test]
fn paper_says_what_the_rows_say() {
    let (_at, register) = with_titles();
    for language in [Language::En, Language::De] {
        let printed = print(&register, false, &made(language)).unwrap();
        let text: String = extract_bytes(&printed.bytes).text.split_whitespace().collect();
        for document in &register.documents {
            let title: String = document.title.split_whitespace().collect();
            let embedded = title.chars().all(|c| !printed.missing.contains(&c)) && !title.contains('ב');
            assert!(!embedded || text.contains(&title), "{title} in {text}");
            assert!(text.contains(&document.code) && text.contains(&document.filed[0]));
        }
        let overdue = if language == Language::De { "überfällig" } else { "overdue" };
        assert_eq!(text.matches(overdue).count(), TITLES.len());
        let size = if language == Language::De { "1.284Einträge" } else { "1,284entries" };
        let root = Digest::of(b"root").to_string();
        for kept in [size, &root, &root[..8], "quality@example.org", "Test&laboratory"] {
            assert!(text.contains(kept), "{kept} in {text}");
        }
        assert!(!text.contains("paper."), "no word is missing: {text}");
    }
}

#[test]
fn an_empty_register_says_so() {
    let at = Organisation::new();
    let register = register(at.db()).unwrap();
    for (language, words) in [
        (Language::En, ["No documents.", "Nothing is obsolete."]),
        (Language::De, ["Keine Dokumente.", "Nichts ist abgelöst oder zurückgezogen."]),
    ] {
        let text = extract_bytes(&print(&register, false, &made(language)).unwrap().bytes).text;
        let book = extract_bytes(&workbook(&register, false, &made(language)).unwrap()).text;
        for words in words {
            assert!(text.contains(words), "{words} in {text}");
            assert!(book.contains(words), "{words} in {book}");
        }
    }
}

#[test]
fn the_terminal_writes_both_files_and_none_over_another() {
    let place = Place::new();
    let (ws, out) = (place.path("ws").display().to_string(), |name: &str| place.path(name).display().to_string());
    place.json(&["init", &ws, "--organisation", "Test laboratory"]);
    let shown = place.json(&["register"]);
    assert_eq!((shown["documents"].as_array().unwrap().len(), shown["obsolete"].as_array().unwrap().len()), (0, 0));
    let file = crate::support::file(place.folder.path(), "policy.txt", b"A policy");
    place.json(&["document", "add", file.to_str().unwrap(), "--code", "P-1", "--title", "=1+2", "--type", "policy"]);
    let (xlsx, pdf) = (out("r.xlsx"), out("r.pdf"));
    let saved = place.json(&["register", "--xlsx", &xlsx, "--pdf", &pdf, "--paper", "letter", "--language", "de"]);
    assert_eq!((&saved[0]["rows"], &saved[1]["pages"]), (&1.into(), &1.into()));
    let text = extract_bytes(&std::fs::read(&pdf).unwrap()).text;
    assert!(text.contains("Register der Dokumente") && text.contains("=1+2"), "{text}");
    for again in [["register", "--pdf", &pdf], ["register", "--xlsx", &xlsx]] {
        assert_eq!(place.refused(&again)["reason"], "target_taken");
    }
    assert_eq!(place.refused(&["document", "history", "P-1", "--pdf", &pdf])["reason"], "target_taken");
    place.json(&["document", "history", "P-1", "--pdf", &pdf, "--overwrite"]);
    let text = extract_bytes(&std::fs::read(&pdf).unwrap()).text;
    assert!(text.contains("History of P-1") && text.contains("Registered as P-1: =1+2"), "{text}");
}
