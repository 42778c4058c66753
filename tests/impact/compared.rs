//! Revisions are compared file by file, and what cannot be compared is never told as unchanged.

use serde_json::json;

use super::{CHANGE, House, changed};
use crate::fixtures::files::{docx, pdf, png};

#[test]
fn the_one_in_force_is_compared_with_the_newest_and_read_without_colour() {
    let house = House::new();
    house.document("SP-01", "Change management", CHANGE, &[]);
    house.revise("SP-01", "SP-01 second.txt", changed().as_bytes());
    let found = house.ask(&["document", "compare", "SP-01"]);
    assert_eq!((&found["earlier"]["label"], &found["later"]["label"]), (&json!("1"), &json!("2")));
    assert_eq!((&found["places"], &found["sections"]), (&json!(2), &json!(["4.1", "5.1"])));
    let paragraphs = found["files"][0]["outcome"]["compared"]["paragraphs"].as_array().unwrap();
    assert_eq!(paragraphs.len(), 9, "as JSON it is whole");
    let read = house.read(&["document", "compare", "SP-01"]);
    assert!(read.contains("   1  4.1 Packages of a supplier are [-not-] changed {+as agreed+}.\n"), "{read}");
    assert!(read.contains("2 places changed in 2 sections (4.1, 5.1)."), "{read}");
    assert!(read.contains("paragraphs without a change"), "{read}");
    let all = house.read(&["document", "compare", "SP-01", "1", "2", "--all"]);
    assert!(all.contains("3.1 Every change") && !all.contains("without a change"), "{all}");
    let back = house.ask(&["document", "compare", "SP-01", "2", "1"]);
    assert_eq!(back["places"], json!(2), "either way round");
}

#[test]
fn what_has_no_text_is_said_with_its_reason_and_same_bytes_and_words_are_told_apart() {
    let house = House::new();
    let kinds: [(&str, &str, Vec<u8>, Vec<u8>, &str); 5] = [
        ("A", "a.docx", docx("One word", &[], &[], ""), docx("One word", &[], &[], ""), "same_bytes"),
        ("B", "b.png", png(), [png(), vec![0]].concat(), "unread"),
        ("C", "c.pdf", pdf(&["Some words"]), [pdf(&["Some words"]), b"\n%".to_vec()].concat(), "same_text"),
        ("D", "d.txt", b"Words".to_vec(), Vec::new(), "unread"),
        ("E", "e.docx", docx("One word", &[], &[], ""), b"PK\x03\x04 broken".to_vec(), "unread"),
    ];
    for (code, name, first, second, expected) in kinds {
        let path = house.path(name, &first);
        house.ask(&["document", "add", &path, "--code", code, "--title", "T", "--type", "policy", "--again"]);
        house.revise(code, name, &second);
        let found = house.ask(&["document", "compare", code]);
        assert_eq!(found["files"][0]["outcome"]["kind"], json!(expected), "{code}: {found}");
        let read = house.read(&["document", "compare", code]);
        if expected == "unread" {
            assert_eq!((&found["unread"], &found["places"]), (&json!(1), &json!(0)));
            assert!(read.contains("Cannot be compared") && !read.contains("No word changed"), "{read}");
        } else {
            assert!(read.contains("No word changed."), "{read}");
        }
    }
}

#[test]
fn tracked_deletions_are_named_and_no_part_of_the_text() {
    let house = House::new();
    let first = docx("Forms", &[], &[], "");
    let second = docx("Forms", &[], &["Each request is written on a form."], "");
    let path = house.path("F.docx", &first);
    house.ask(&["document", "add", &path, "--code", "F", "--title", "T", "--type", "policy"]);
    house.revise("F", "F.docx", &second);
    let found = house.ask(&["document", "compare", "F"]);
    assert_eq!(found["files"][0]["tracked"], json!({"earlier": "", "later": "struck out"}));
    assert!(!found["files"][0]["outcome"].to_string().contains("struck out"));
    let read = house.read(&["document", "compare", "F"]);
    assert!(read.contains("in the later file, no part of its text: “struck out”"), "{read}");
}

#[test]
fn files_without_a_partner_are_named() {
    let house = House::new();
    let (first, second) = (house.path("SP-02.txt", b"Text"), house.path("Form.docx", &docx("Form", &[], &[], "")));
    house.ask(&["document", "add", &first, &second, "--code", "SP-02", "--title", "T", "--type", "policy"]);
    house.revise("SP-02", "SP-02.txt", b"Text, changed");
    let outcomes = house.ask(&["document", "compare", "SP-02"])["files"].clone();
    let told: Vec<_> = outcomes.as_array().unwrap().iter().map(|f| f["outcome"]["kind"].as_str().unwrap()).collect();
    assert_eq!(told, ["changed", "gone"]);
}

#[test]
fn one_revision_alone_a_label_that_is_not_there_and_the_same_twice_are_refused() {
    let house = House::new();
    house.document("SP-03", "Alone", CHANGE, &[]);
    let refused = |args: &[&str]| house.0.refused(args)["code"].clone();
    assert_eq!(refused(&["document", "compare", "SP-03"]), json!("refused"));
    assert_eq!(refused(&["document", "compare", "SP-03", "1", "9"]), json!("not_found"));
    assert_eq!(refused(&["document", "compare", "SP-03", "1", "1"]), json!("invalid_value"));
    assert_eq!(refused(&["document", "compare", "SP-99"]), json!("not_found"));
}
