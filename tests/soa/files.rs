//! The statement as others get it: a workbook, pages, and a signed text that stock `ssh-keygen` checks.

use std::io::Cursor;
use std::process::{Command, Stdio};

use calamine::{Data, Reader, Xlsx};
use clausebook::applicability::{Change, ControlReach, Ground, Implemented};
use clausebook::digest::Digest;
use clausebook::extract::extract_bytes;
use clausebook::print::{Language, Made, PaperSize};
use clausebook::soa;
use tempfile::TempDir;

use super::{ALL, Desk, MANAGER, edition};
use crate::support::{day, tool};

fn made(language: Language) -> Made {
    let on = day(2026, 1, 15);
    Made {
        language,
        paper: PaperSize::A4,
        organisation: "Harbour Laboratories".into(),
        day: Some(on),
        recorded: on,
        on,
        by: MANAGER.into(),
        size: 12,
        root: Digest::of(b"root"),
    }
}

/// A statement with what programs take for something else.
fn desk() -> Desk {
    let mut desk = Desk::new().with_key("three long words");
    desk.decide(ALL, true, "the risk assessment asks for it");
    desk.decide(&["A.7.4"], false, "=HYPERLINK(\"http://example.org\")\napplies yes\\");
    let change = Change {
        grounds: Some(vec![Ground::Law]),
        risks: Some(vec!["RA-7".into()]),
        implemented: Some(Implemented::By(day(2026, 9, 30))),
        reach: Some(vec![ControlReach::Services]),
        owner: Some("Head of operations".into()),
        ..Change::default()
    };
    desk.change(&["A.8.13"], &change);
    desk
}

/// The rows of the first sheet.
fn sheet(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

#[test]
fn customers_see_what_applies_and_why_and_nothing_of_risks_and_people() {
    let mut desk = desk();
    assert_eq!(desk.issue(false, Some("three long words")).as_deref(), Ok("1"));
    let shown = soa::paper(desk.at.db(), &edition(), None).unwrap();
    let rows = sheet(&soa::workbook(&shown, false, &made(Language::En)).unwrap());
    assert_eq!(rows[0], ["Control", "Title", "Applies", "Justification", "In place"]);
    assert_eq!(rows.len(), 94);
    let row = |code: &str| rows.iter().find(|row| row[0] == code).unwrap();
    assert_eq!(row("A.8.13")[2..], ["yes", "law: the risk assessment asks for it", "planned by 2026-09-30"]);
    assert_eq!(row("A.7.4")[2], "no");
    assert!(row("A.7.4")[3].starts_with("=HYPERLINK"), "a text, and no formula");
    let all = rows.concat().join(" ");
    assert!(!all.contains("RA-7") && !all.contains("Head of operations"));
    let inside = sheet(&soa::workbook(&shown, true, &made(Language::De)).unwrap());
    assert_eq!(inside[0][2..6], ["Anwendbar", "Begründung", "Beruht auf", "Umgesetzt"]);
    assert!(inside.concat().join(" ").contains("Head of operations"));
}

#[test]
fn the_sheet_itself_says_what_is_a_draft_and_what_nobody_signed() {
    let mut desk = desk();
    let top = |desk: &Desk, version: Option<&str>, language: Language| {
        let shown = soa::paper(desk.at.db(), &edition(), version).unwrap();
        let rows = sheet(&soa::workbook(&shown, false, &made(language)).unwrap());
        (rows[0][0].clone(), rows[1][0].clone(), rows.len())
    };
    let (line, head, rows) = top(&desk, None, Language::En);
    assert!(line.contains("draft – not issued") && line.contains("not signed"), "{line}");
    assert_eq!((head.as_str(), rows), ("Control", 95), "the controls stand below it");
    desk.issue(true, Some("three long words")).unwrap();
    let (line, ..) = top(&desk, Some("1 draft 1"), Language::De);
    assert!(line.contains("Version 1 draft 1 – nicht herausgegeben") && line.contains("signiert mit"), "{line}");
    let mut bare = super::Desk::new();
    bare.decide(ALL, true, "the risk assessment asks for it");
    bare.issue(true, None).unwrap();
    let (line, ..) = top(&bare, Some("1 draft 1"), Language::De);
    assert!(line.contains("nicht herausgegeben") && line.contains("nicht signiert"), "{line}");
    bare.issue(false, None).unwrap();
    let (line, ..) = top(&bare, None, Language::En);
    assert!(line.contains("version 1. Issued on") && line.contains("not signed"), "{line}");
    desk.issue(false, Some("three long words")).unwrap();
    assert_eq!(top(&desk, None, Language::En).0, "Control", "a signed version needs no such line");
}

#[test]
fn a_draft_that_is_signed_names_its_key() {
    let mut desk = desk();
    desk.issue(true, Some("three long words")).unwrap();
    let shown = soa::paper(desk.at.db(), &edition(), Some("1 draft 1")).unwrap();
    let text = extract_bytes(&soa::print(&shown, false, &made(Language::En)).unwrap().bytes).text;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("not issued") && text.contains("signed with the key SHA256:"), "{text}");
}

#[test]
fn paper_says_the_version_and_a_draft_says_that_it_is_one() {
    let mut desk = desk();
    let text = |desk: &Desk, version: Option<&str>, language: Language| {
        let shown = soa::paper(desk.at.db(), &edition(), version).unwrap();
        let printed = soa::print(&shown, false, &made(language)).unwrap();
        assert!(printed.missing.is_empty());
        assert_eq!(printed.bytes, soa::print(&shown, false, &made(language)).unwrap().bytes, "the same input");
        extract_bytes(&printed.bytes).text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(text(&desk, None, Language::En).contains("draft – not issued"), "what is not issued is called so");
    desk.issue(true, Some("three long words")).unwrap();
    assert!(text(&desk, Some("1 draft 1"), Language::En).contains("version 1 draft 1 – not issued"));
    desk.issue(false, Some("three long words")).unwrap();
    let english = text(&desk, None, Language::En);
    assert!(english.contains("Statement of Applicability, version 1") && !english.contains("not issued"));
    assert!(english.contains("signed with the key SHA256:") && english.contains("92 controls apply, 1 do not"));
    assert!(text(&desk, None, Language::De).contains("Erklärung zur Anwendbarkeit, Version 1"));
    assert!(text(&desk, Some("now"), Language::De).contains("Entwurf – nicht herausgegeben"));
    let none = soa::paper(desk.at.db(), &edition(), Some("7")).unwrap_err();
    assert_eq!(none.reason().name, "soa_version_unknown");
}

/// What `ssh-keygen` says of a version, whose text something was done to first.
fn stock(desk: &Desk, change: impl Fn(String) -> String) -> bool {
    let out = TempDir::new().unwrap();
    let version = soa::version(desk.at.db(), &edition(), None).unwrap();
    let exported = soa::export(desk.at.db(), &edition(), &version, desk.at.workspace.id(), out.path(), false).unwrap();
    assert!(exported.signed);
    let place = out.path().join(&exported.text);
    let text = std::fs::read_to_string(&place).unwrap();
    assert_eq!(text.matches("\ncontrol ").count(), 93, "no reason can look like another line");
    std::fs::write(&place, change(text)).unwrap();
    // The very line that the answer gives.
    assert!(tool("ssh-keygen", "openssh-client", &["-?"], out.path()).status.code().is_some());
    let mut check = Command::new("sh");
    check.args(["-c", &exported.check]).current_dir(out.path());
    check.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
}

#[test]
fn stock_ssh_keygen_checks_every_line_of_what_was_issued() {
    let mut desk = desk();
    desk.issue(false, Some("three long words")).unwrap();
    assert!(stock(&desk, |text| text));
    assert!(!stock(&desk, |text| text.replacen("applies no", "applies yes", 1)), "one word changed");
    assert!(!stock(&desk, |text| text.replacen("version 1", "version 2", 1)));
    assert!(!stock(&desk, |text| text + "control A.9.9\n"));
    let version = soa::version(desk.at.db(), &edition(), None).unwrap();
    let (db, id, folder) = (desk.at.db(), desk.at.workspace.id(), desk.folder.path().join("out"));
    soa::export(db, &edition(), &version, id, &folder, false).unwrap();
    let again = soa::export(db, &edition(), &version, id, &folder, false).unwrap_err();
    assert_eq!(again.reason().name, "target_taken", "nothing is written over without a word");
}

#[test]
fn a_wrong_passphrase_issues_nothing() {
    let mut desk = desk();
    assert_eq!(desk.issue(false, Some("wrong words")), Err("passphrase_wrong".into()));
    assert!(desk.shown().versions.is_empty());
}

#[test]
fn only_the_version_in_force_says_that_it_is_in_force() {
    let mut desk = desk();
    let now = soa::paper(desk.at.db(), &edition(), Some("now")).unwrap();
    desk.issue(true, Some("three long words")).unwrap();
    desk.issue(false, Some("three long words")).unwrap();
    let only = soa::paper(desk.at.db(), &edition(), None).unwrap();
    desk.decide(&["A.5.1"], false, "gone");
    desk.issue(false, Some("three long words")).unwrap();
    let paper = |version: &str| soa::paper(desk.at.db(), &edition(), Some(version)).unwrap();
    let shown = [
        (now, false, None),
        (paper("1 draft 1"), false, None),
        (only, true, None),
        (paper("1"), false, Some(["superseded by version 2 on 2026-01-15", "abgelöst durch version 2 am 2026-01-15"])),
        (paper("2"), true, None),
    ];
    for (shown, in_force, superseded) in shown {
        for (n, language) in [Language::En, Language::De].into_iter().enumerate() {
            let pages = extract_bytes(&soa::print(&shown, false, &made(language)).unwrap().bytes).text;
            let book = extract_bytes(&soa::workbook(&shown, false, &made(language)).unwrap()).text;
            for text in [pages, book] {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                let says = text.contains("in force on") || text.contains("in kraft am");
                assert_eq!(says, in_force, "{:?}: {text}", shown.version);
                if let Some(words) = superseded {
                    assert!(text.contains(words[n]), "{text}");
                }
            }
            let rows = sheet(&soa::workbook(&shown, false, &made(language)).unwrap());
            assert_eq!(
                rows[0][0].to_lowercase().contains("version 2"),
                superseded.is_some(),
                "above its controls, too"
            );
        }
    }
}
