//! Paper, read again by our own reader: nothing is left out, cut or said twice, and the same input gives the same bytes.

mod words;

use std::collections::BTreeMap;

use clausebook::extract::{Extracted, extract_bytes};
use clausebook_print::{Cell, Column, Error, Fonts, Paper, Part, Printed, Sheet, Size, Table, print};

/// Fonts of the program alone, so that a test says the same on every machine.
fn own() -> Fonts {
    Fonts::Files(Vec::new())
}

fn table(titles: &[&str], rows: Vec<Vec<Cell>>) -> Part {
    let column = |title: &&str| Column { title: (*title).into(), share: 1.0 };
    Part::Table(Table { columns: titles.iter().map(column).collect(), rows })
}

fn paper(parts: Vec<Part>) -> Paper {
    Paper { title: "Paper".into(), language: "en".into(), foot: "Footline".into(), parts, ..Paper::default() }
}

fn text(printed: &Printed) -> String {
    let Extracted { text, problem, .. } = extract_bytes(&printed.bytes);
    assert_eq!(problem, None);
    text
}

/// How often each word stands in a text.
fn words(text: &str) -> BTreeMap<&str, usize> {
    let mut out = BTreeMap::new();
    text.split_whitespace().for_each(|word| *out.entry(word).or_default() += 1);
    out
}

/// The letters of a text in their order, without blanks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_word_of_every_row_stands_once_and_the_header_on_every_page() {
    let cell = |row: usize, column: usize| Cell::from(format!("r{row}c{column}"));
    for size in [Size::A4, Size::Letter] {
        for landscape in [false, true] {
            let rows = (0..400).map(|row| (0..4).map(|column| cell(row, column)).collect()).collect();
            let sheet = Sheet { size, landscape };
            let titles = ["Alpha", "Beta", "Gamma", "Delta"];
            let printed = print(&Paper { sheet, ..paper(vec![table(&titles, rows)]) }, &own()).unwrap();
            let text = text(&printed);
            let said = words(&text);
            for (row, column) in (0..400).flat_map(|row| (0..4).map(move |column| (row, column))) {
                assert_eq!(said.get(&*format!("r{row}c{column}")), Some(&1), "once, on whatever page");
            }
            assert!(printed.pages > 5, "{}", printed.pages);
            for word in titles.into_iter().chain(["Footline"]) {
                assert_eq!(said.get(word), Some(&printed.pages), "{word} stands on each page");
            }
            for page in 1..=printed.pages {
                assert!(text.contains(&format!("Page {page} of {}", printed.pages)), "page {page} says its number");
            }
        }
    }
}

#[test]
fn a_long_text_goes_on_over_pages_and_is_never_cut() {
    let many: String = (0..3_000).map(|n| format!("word{n} ")).collect();
    let one = "Donaudampfschifffahrt".repeat(200);
    let rows = vec![vec!["short".into(), many.as_str().into()], vec![one.as_str().into(), "behind".into()]];
    let printed = print(&paper(vec![table(&["First", "Second"], rows)]), &own()).unwrap();
    let text = text(&printed);
    let said = words(&text);
    assert!((0..3_000).all(|n| said.get(&*format!("word{n}")) == Some(&1)), "every word of a row higher than a page");
    assert!(printed.pages > 3);
    assert_eq!(said.get("First"), Some(&printed.pages), "the header stands above what goes on, too");
    // Its parts stand below each other, beside nothing but the word of the other column, header and foot.
    let parts: String = text
        .split_whitespace()
        .filter(|word| "Donaudampfschifffahrt".contains(*word) || word.contains("schiff") || word.contains("Donau"))
        .collect();
    let count = |text: &str, letter| text.chars().filter(|c| *c == letter).count();
    for letter in ['D', 'm', 'p', 's'] {
        assert!(count(&parts, letter) >= count(&one, letter), "no {letter} of a word wider than its column is lost");
    }
}

#[test]
fn scripts_of_the_embedded_fonts_are_read_back_as_they_were_written() {
    let names = ["Überprüfung – Größe", "Политика безопасности", "Διαχείριση αλλαγών", "Příručka ļ ş ő", "Thủ tục"];
    let rows = names.iter().map(|name| vec![Cell::from(*name), Cell { text: (*name).into(), strong: true }]).collect();
    let printed = print(&paper(vec![table(&["Name", "Strong"], rows)]), &own()).unwrap();
    assert!(printed.missing.is_empty(), "the embedded fonts have all of these: {:?}", printed.missing);
    let read = letters(&text(&printed));
    for name in names {
        assert_eq!(read.matches(&letters(name)).count(), 2, "{name}");
    }
}

#[test]
fn letters_without_a_font_are_printed_as_numbers_and_named() {
    let names = ["文件管理", "בקרת מסמכים", "ضبط الوثائق"];
    let rows = names.iter().map(|name| vec![Cell::from(*name)]).collect();
    let printed = print(&paper(vec![table(&["Name"], rows)]), &own()).unwrap();
    let text = text(&printed);
    for letter in names.concat().chars().filter(|c| !c.is_whitespace()) {
        assert!(printed.missing.contains(&letter), "{letter} is named");
        let number = format!("U+{:04X}", u32::from(letter));
        assert!(text.contains(&format!("[{number}]")), "{letter} is printed as {number}");
        assert!(text.matches(&number).count() >= 2, "and said again at the end");
    }
}

#[test]
fn a_font_of_the_system_prints_what_it_has() {
    let names = "文件管理 בקרת ضبط";
    let printed = print(&paper(vec![Part::Text(names.into())]), &Fonts::System).unwrap();
    let text = text(&printed);
    for letter in names.chars().filter(|c| !c.is_whitespace()) {
        let number = format!("[U+{:04X}]", u32::from(letter));
        let named = printed.missing.contains(&letter);
        assert_eq!(text.contains(&number), named, "{letter} is drawn, or named");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let rows = || vec![vec!["=1+2".into(), "Größe".into()], vec!["文".into(), "".into()]];
    let once = || print(&paper(vec![table(&["A", "B"], rows()), Part::Text("End".into())]), &own()).unwrap();
    assert_eq!(once(), once());
}

#[test]
fn it_is_tagged_and_says_its_language_and_title() {
    let german = Paper { language: "de".into(), title: "Register der Größen".into(), ..paper(vec![]) };
    let printed = print(&german, &own()).unwrap();
    let has = |part: &[u8]| printed.bytes.windows(part.len()).any(|window| window == part);
    for part in [&b"/StructTreeRoot"[..], b"/MarkInfo", b"/Lang (de)", b"pdfuaid:part"] {
        assert!(has(part), "{}", String::from_utf8_lossy(part));
    }
    assert_eq!(extract_bytes(&printed.bytes).properties["title"], "Register der Größen");
}

#[test]
fn letters_without_a_meaning_are_printed_all_the_same() {
    let printed = print(&paper(vec![Part::Text("private \u{e000} \u{feff}and \u{0}control".into())]), &own()).unwrap();
    assert!(letters(&text(&printed)).contains("control"), "what a standard does not allow stops no paper");
    assert_eq!(printed.missing, ['\u{e000}']);
}

#[test]
fn a_table_that_is_none_is_refused() {
    let wrong = [
        table(&[], Vec::new()),
        table(&["A", "B"], vec![vec!["one".into()]]),
        Part::Table(Table { columns: vec![Column { title: "A".into(), share: f32::NAN }], rows: Vec::new() }),
    ];
    for part in wrong {
        assert!(matches!(print(&paper(vec![part]), &own()), Err(Error::Table { .. })));
    }
    let empty = print(&paper(vec![table(&["Alone"], Vec::new())]), &own()).unwrap();
    assert!(text(&empty).contains("Alone"), "a table without rows has its header");
}

#[test]
fn long_words_are_parted_with_hyphens_and_no_letter_stands_alone() {
    let titles =
        ["Informationssicherheitsrichtlinie für Lieferantenbeziehungen", "Verfahrensanweisung Managementbewertung"];
    let row = |n: usize| {
        let mut row: Vec<Cell> = vec![format!("VA-{n:03}").into(), titles[n % 2].into()];
        row.extend((0..14).map(|_| Cell::from("Qualitätsmanagementbeauftragte")));
        row
    };
    let heads: Vec<String> = (0..16).map(|n| format!("Spalte{n}")).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let sheet = Sheet { size: Size::Letter, landscape: true };
    let printed = print(&Paper { sheet, ..paper(vec![table(&heads, (0..4).map(row).collect())]) }, &own()).unwrap();
    let text = text(&printed);
    assert!(text.split_whitespace().any(|word| word.ends_with('-')), "{text}");
    let alone = |word: &&str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    assert_eq!(text.split_whitespace().filter(alone).count(), 0, "{text}");
    let whole: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    assert!(whole.contains('Q') && whole.matches("beauf").count() >= 1, "{whole}");
}

#[test]
fn a_column_of_titles_has_the_room_that_the_others_do_not_need() {
    let title = "Verfahrensanweisung zur Lenkung dokumentierter Information in allen Standorten der Organisation";
    let row = |n: usize| vec![format!("VA-{n:03}").into(), title.into(), "1.0".into(), "in Kraft".into(), "QM".into()];
    let heads = ["Nummer", "Titel", "Rev.", "Status", "Verantwortlich"];
    let sheet = Sheet { size: Size::Letter, landscape: true };
    let rows = (0..60).map(row).collect();
    let printed = print(&Paper { sheet, ..paper(vec![table(&heads, rows)]) }, &own()).unwrap();
    assert_eq!(printed.pages, 2, "a title stands on one line, though the columns have like shares");
}

#[test]
fn a_long_foot_stands_on_one_line() {
    let foot = "Muster GmbH, Rechenzentrum und Dienste · Register der Dokumente · in Kraft am 2026-03-01, erfasst bis 2026-03-31 · \
                Prüfpunkt über 1.234 Einträge, Wurzel 0123abcd";
    let sheet = Sheet { size: Size::Letter, landscape: false };
    let printed = print(&Paper { sheet, foot: foot.into(), ..paper(vec![Part::Text("Text".into())]) }, &own()).unwrap();
    let read = text(&printed);
    assert!(read.lines().any(|line| line.contains("Muster GmbH") && line.contains("0123abcd")), "{read}");
}
