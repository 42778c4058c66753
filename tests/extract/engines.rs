//! What the crates cannot read is read by other programs, where there are any and they are switched on.

#![cfg(unix)]

use std::io::{Cursor, Write as _};

use clausebook::extract::{Unsearchable, engines, equip, read, switch};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::contained::children;
use crate::fixtures::files::{pdf, png};
use crate::support::{Place, file, say};

/// A PDF whose table of places is broken, so that a strict reader gives up.
fn broken() -> Vec<u8> {
    let whole = pdf(&["The gauge was steady"]);
    let at = whole.windows(9).rposition(|w| w == b"startxref").unwrap();
    [&whole[..at], b"startxref\n999999\n%%EOF\n"].concat()
}

#[test]
fn programs_are_found_switched_and_remembered_on_this_machine() {
    let place = Place::new();
    let contained = children();
    let config = place.path("config");
    assert!(engines(&config, &contained).unwrap().iter().all(|engine| engine.on), "whatever is installed may be asked");
    switch(&config, Some(("pdftotext", false)), Some("deu+eng")).unwrap();
    equip(&config, &contained).unwrap();
    let shown = engines(&config, &contained).unwrap();
    let of = |name: &str| shown.iter().find(|engine| engine.name == name).unwrap();
    assert!(!of("pdftotext").on && of("antiword").on);
    assert_eq!(of("tesseract").languages, "deu+eng");
    assert!(contained.tools().iter().all(|tool| tool.name != "pdftotext"), "what is off is not asked");
    let kept = config.join("engines.json");
    let whole = std::fs::read(&kept).unwrap();
    std::fs::write(&kept, &whole[..5]).unwrap();
    let refused = [
        engines(&config, &contained).unwrap_err(),
        equip(&config, &contained).unwrap_err(),
        switch(&config, Some(("antiword", false)), None).unwrap_err(),
    ];
    assert!(refused.iter().all(|refusal| refusal.reason().name == "private_file_damaged"), "no program comes back on");
    assert_eq!(std::fs::read(&kept).unwrap(), whole[..5]);
}

#[test]
fn what_is_read_better_later_is_read_again_and_says_by_what() {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "Harbour"]);
    if !installed(&place, "pdftotext", "poppler-utils") {
        return;
    }
    for name in ["pdftotext", "tesseract"] {
        place.json(&["engine", "off", name]);
    }
    let path = file(place.folder.path(), "gauge.pdf", &broken());
    place.json(&["record", "add", path.to_str().unwrap(), "--title", "Report"]);
    let found = || place.json(&["search", "gauge steady"]);
    let before = found();
    assert_eq!((&before["records"], &before["not_searched"][0]["problem"]), (&0.into(), &"damaged".into()), "{before}");
    place.json(&["engine", "on", "pdftotext"]);
    let after = found();
    assert_eq!((&after["records"], &after["hits"][0]["place"]["n"]), (&1.into(), &1.into()), "{after}");
    assert_eq!(after["not_searched"], serde_json::json!([]));
    assert_eq!(place.refused(&["engine", "on", "zeppelin"])["reason"], "engine_unknown");
    assert_eq!(place.refused(&["engine", "languages", "; rm"])["reason"], "engine_languages_unreadable");
    let missing = place.run(&["--json", "engine", "languages", "zz1+zz2"]);
    let there = place.json(&["engine", "list"])["languages"].as_array().unwrap().len();
    assert_eq!(missing.status.success(), there == 0, "no picture would be read in them");
}

/// A workbook of 1987: records of a kind, a length and that many bytes.
fn old_workbook(text: &str) -> Vec<u8> {
    let record =
        |kind: u16, bytes: &[u8]| [&kind.to_le_bytes()[..], &(bytes.len() as u16).to_le_bytes(), bytes].concat();
    let label = [&[0, 0, 1, 0, 0, 0, 0, text.len() as u8][..], text.as_bytes()].concat();
    [record(0x09, &[2, 0, 0x10, 0]), record(0x04, &label), record(0x0a, &[])].concat()
}

#[test]
fn a_file_that_only_an_office_program_reads_is_read_by_it_with_its_cells() {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "Harbour"]);
    if !installed(&place, "soffice", "libreoffice-calc") {
        return;
    }
    let path = file(place.folder.path(), "gauge.xls", &old_workbook("The gauge was steady"));
    let code = place.json(&["record", "add", path.to_str().unwrap(), "--title", "Report"])["code"].clone();
    let found = place.json(&["search", "gauge steady"]);
    assert_eq!(found["hits"][0]["place"]["cell"], "B1", "{found}");
    let said = String::from_utf8(place.run(&["record", "show", code.as_str().unwrap()]).stdout).unwrap();
    assert!(said.contains("text of gauge.xls read by soffice "), "{said}");
}

#[test]
fn what_is_packed_into_an_archive_is_given_to_programs_too() {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "Harbour"]);
    if !installed(&place, "pdftotext", "poppler-utils") {
        return;
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("in/gauge.pdf", broken()), ("in/words.txt", b"some words".to_vec())] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    let path = file(place.folder.path(), "evidence.zip", &zip);
    let code = place.json(&["record", "add", path.to_str().unwrap(), "--title", "Report"])["code"].clone();
    let found = place.json(&["search", "gauge steady"]);
    assert_eq!((&found["records"], &found["not_searched"]), (&1.into(), &serde_json::json!([])), "{found}");
    let shown = place.json(&["record", "show", code.as_str().unwrap()]);
    let by = shown["read_by"].as_object().unwrap().values().next().unwrap();
    assert!(by.as_str().unwrap().starts_with("pdftotext "), "{shown}");
}

/// Whether a program is there; where it is not, what is not tried is said.
fn installed(place: &Place, name: &str, package: &str) -> bool {
    let known = place.json(&["engine", "list"])["engines"].clone();
    let there = known.as_array().unwrap().iter().any(|engine| engine["name"] == name && !engine["path"].is_null());
    if !there {
        say(&format!("{name} is not installed (package {package}): reading with it is not tried."));
    }
    there
}

#[test]
fn without_any_program_everything_is_as_the_crates_have_it() {
    let contained = children();
    contained.set_tools(Vec::new());
    assert_eq!(read(&broken(), &contained).problem, Some(Unsearchable::Damaged));
    assert_eq!(read(&png(), &contained).problem, Some(Unsearchable::ImageOnly));
    assert_eq!(read(&png(), &contained).engine, None);
}
