//! Programs that fail, hang or read nonsense: what they did not read stays named, and what was read before stays. Programs of these
//! tests stand for the real ones, so that it does not matter which are installed.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;

use clausebook::contained::{Containment, Tool};
use clausebook::digest::Digest;
use clausebook::extract::{Extracted, Media, Unsearchable, extract_bytes, read};
use clausebook::search::{TextCache, WasRead};
use rusqlite::Connection;

use super::scans::{FAX, PICTURE, WORDS, named, pages};
use crate::contained::children;
use crate::fixtures::files::png;
use crate::support::Place;

/// Draws every page as a picture that says which it is, and complains of pages behind the last.
fn draws(of: usize) -> String {
    format!(
        "while [ \"$1\" != -f ]; do shift; done\n\
         case \"$*\" in\n\
         '-f 1000000 '*) echo 'Wrong page range given: the first page (1000000) can not be after the last page ({of}).' >&2; exit 99;;\n\
         *-png*) printf '\\211PNG\\r\\n\\032\\n page %s.' \"$2\";;\n\
         *) exit 1;;\n\
         esac"
    )
}

/// Reads a page that was drawn so; `fails` are the cases in which it does something else.
fn reads(fails: &str) -> String {
    format!(
        "page=$(LC_ALL=C sed -n 's/.*page \\([0-9]*\\)\\..*/\\1/p' \"$1\")\n\
         case $page in\n{fails}\n*) echo \"The gauge of page $page was steady\";;\nesac"
    )
}

fn tool(place: &Place, name: &'static str, script: &str) -> Tool {
    let program = place.path(name);
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
    Tool { name, program, version: String::from("1.0"), setting: String::from("eng"), again: 0 }
}

fn with(place: &Place, draw: &str, reader: &str) -> Containment {
    let contained = children();
    contained.set_tools(vec![tool(place, "pdftoppm", draw), tool(place, "tesseract", reader)]);
    contained
}

#[test]
fn each_page_of_a_scan_is_read_by_itself_and_one_that_is_not_stays_named() {
    let place = Place::new();
    for fails in ["2) exit 1;;", "2) kill -9 $$;;", "2) ;;", "2) echo '~ . ; i | a4b 8¥ }xeu/ yddelW';;"] {
        let contained = with(&place, &draws(3), &reads(fails));
        let found = read(&pages(&[PICTURE, PICTURE, PICTURE], None), &contained);
        let page: Vec<&str> = found.text.split('\x0c').map(str::trim).collect();
        assert_eq!(page, ["The gauge of page 1 was steady", "", "The gauge of page 3 was steady"], "{fails}");
        assert_eq!(found.problem, Some(Unsearchable::PartUnread), "{fails}");
        assert_eq!(named(&found), [("2 / 3", Unsearchable::ImageOnly)], "{fails}");
        let found = read(&pages(&[WORDS, PICTURE], None), &contained);
        assert_eq!(named(&found), [("2 / 2", Unsearchable::ImageOnly)], "{fails}: beside words");
        assert!(found.text.contains("steady all day"), "{fails}");
    }
}

#[test]
fn a_file_that_the_crates_cannot_open_has_all_its_pages() {
    let place = Place::new();
    let contained = with(&place, &draws(3), &reads("2) exit 1;;"));
    let found = read(b"%PDF-1.4 and then nothing", &contained);
    assert_eq!(named(&found), [("2 / 3", Unsearchable::ImageOnly)]);
    assert!(found.text.contains("page 1 was") && found.text.contains("page 3 was"), "{found:?}");
    let contained = with(&place, &draws(3), &reads("*) exit 1;;"));
    let found = read(b"%PDF-1.4 and then nothing", &contained);
    assert_eq!((found.problem, found.engine), (Some(Unsearchable::Damaged), None), "nobody read a word");
}

#[test]
fn pages_behind_the_limit_are_named() {
    let place = Place::new();
    let contained = with(&place, &draws(45), &reads(""));
    let found = read(&pages(&[PICTURE; 45], None), &contained);
    assert_eq!(named(&found), [("41–45 / 45", Unsearchable::TooLarge)]);
    assert!(found.text.contains("page 40 was") && !found.text.contains("page 41"), "{found:?}");
}

#[test]
fn what_a_fax_says_of_itself_does_not_make_it_read() {
    let place = Place::new();
    let found = read(&pages(&[FAX], None), &with(&place, &draws(1), &reads("")));
    assert_eq!(found.problem, None, "{found:?}");
    assert!(found.text.contains("FROM") && found.text.contains("page 1 was"), "its own words and those of the picture");
}

#[test]
fn a_picture_on_its_side_is_held_upright_and_nonsense_is_not_read() {
    let place = Place::new();
    let nonsense = "yddelW Ul a6neb }xeu aduUe18/0}";
    let turns = format!("case \"$*\" in *'--psm 1'*) echo 'The gauge was steady';; *) echo '{nonsense}';; esac");
    let contained = children();
    contained.set_tools(vec![tool(&place, "tesseract", &turns)]);
    let found = read(&png(), &contained);
    assert_eq!((found.problem, found.text.as_str()), (None, "The gauge was steady"));
    let without = "case \"$*\" in *'--psm 1'*) exit 1;; *) echo 'The gauge was steady';; esac";
    contained.set_tools(vec![tool(&place, "tesseract", without)]);
    assert_eq!(
        read(&png(), &contained).problem,
        None,
        "where it cannot tell how a picture is held, it is read as it is"
    );
    contained.set_tools(vec![tool(&place, "tesseract", &format!("echo '{nonsense}'"))]);
    let found = read(&png(), &contained);
    assert_eq!((found.problem, found.text.as_str(), found.engine), (Some(Unsearchable::ImageOnly), "", None));
}

#[test]
fn a_program_that_fails_takes_no_text_away_and_is_asked_again_when_it_can() {
    let place = Place::new();
    let contained = Containment::here();
    let set = |languages: &str, again: u32| {
        contained.set_tools(vec![Tool { setting: languages.to_owned(), again, ..tool(&place, "tesseract", "exit 1") }]);
    };
    set("eng", 0);
    let cache = TextCache::open(&place.path("text.db")).unwrap().reading_in(contained.clone());
    let digest = Digest::of(b"scan");
    let engine = Some(String::from("pdftotext 22, tesseract 5"));
    let of = |text: &str, problem| Extracted {
        media: Media::Pdf,
        text: text.to_owned(),
        problem,
        engine: engine.clone(),
        ..extract_bytes(b"")
    };
    let outdated = || cache.unknown(&[digest]).unwrap() == [digest];
    let put = |found: Extracted| cache.put_many(&[(digest, found)]).unwrap();
    put(of("the gauge was steady", None));
    assert!(!outdated());
    set("xyz", 0);
    assert!(outdated(), "in other languages it may be read otherwise");
    put(Extracted::unsearchable(Media::Pdf, Unsearchable::ImageOnly));
    let kept = || cache.reading(&digest).unwrap().unwrap();
    assert_eq!(
        kept(),
        WasRead { problem: None, engine: engine.clone(), unread: Vec::new() },
        "it is not worse than nothing"
    );
    assert!(!outdated(), "and nobody fails at it again and again");
    set("deu", 0);
    assert!(outdated());
    put(of("something else", None));
    assert!(!outdated());
    let other = Digest::of(b"other");
    let failed = || Extracted::unsearchable(Media::Pdf, Unsearchable::TookTooLong);
    cache.put_many(&[(other, failed())]).unwrap();
    assert_eq!(cache.unknown(&[other]).unwrap(), []);
    set("deu", 1);
    assert_eq!(cache.unknown(&[other, digest]).unwrap(), [other], "whoever switches it on again lets it try again");
}

#[test]
fn a_cache_of_the_version_before_keeps_what_was_read() {
    let place = Place::new();
    let digest = Digest::of(b"words");
    let before = "DROP TABLE inside; DROP TABLE shelf; PRAGMA user_version = 6;";
    let long_before = "DROP TABLE inside; DROP TABLE shelf; DROP TABLE part; DROP TABLE made;
                       ALTER TABLE file DROP COLUMN tracked; PRAGMA user_version = 5;";
    for (n, sql) in [before, long_before].into_iter().enumerate() {
        let path = place.path(&format!("text-{n}.db"));
        TextCache::open(&path).unwrap().put_many(&[(digest, extract_bytes(b"words"))]).unwrap();
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        assert_eq!(TextCache::open(&path).unwrap().get(&digest).unwrap(), Some((Media::Text, None)));
    }
    assert!(!place.path("quarantine").exists());
}
