//! What the crates cannot read is read by other programs, where there are any and they are switched on.

#![cfg(unix)]

use clausebook::extract::{Unsearchable, engines, equip, read, switch};

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
    assert!(engines(&config, &contained).iter().all(|engine| engine.on), "whatever is installed may be asked");
    switch(&config, Some(("pdftotext", false)), Some("deu+eng")).unwrap();
    equip(&config, &contained).unwrap();
    let shown = engines(&config, &contained);
    let of = |name: &str| shown.iter().find(|engine| engine.name == name).unwrap();
    assert!(!of("pdftotext").on && of("antiword").on);
    assert_eq!(of("tesseract").languages, "deu+eng");
    assert!(contained.tools().iter().all(|tool| tool.name != "pdftotext"), "what is off is not asked");
}

#[test]
fn what_is_read_better_later_is_read_again_and_says_by_what() {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "Harbour"]);
    let known = place.json(&["engine", "list"])["engines"].clone();
    let engine = known.as_array().unwrap().iter().find(|engine| engine["name"] == "pdftotext").unwrap();
    if engine["path"].is_null() {
        say("pdftotext is not installed (package poppler-utils): reading again with it is not tried.");
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
}

#[test]
fn without_any_program_everything_is_as_the_crates_have_it() {
    let contained = children();
    contained.set_tools(Vec::new());
    assert_eq!(read(&broken(), &contained).problem, Some(Unsearchable::Damaged));
    assert_eq!(read(&png(), &contained).problem, Some(Unsearchable::ImageOnly));
    assert_eq!(read(&png(), &contained).engine, None);
}
