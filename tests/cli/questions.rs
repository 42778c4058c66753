//! Questions in the terminal: listed with what follows, answered, and what is refused in words.

use serde_json::{Value, json};

use super::{QUALITY, ready};
use crate::support::{Place, file};

/// Two records whose index gives them days with two readings.
fn imported() -> (Place, Value) {
    let place = ready();
    let folder = place.folder.path();
    for name in ["one", "two"] {
        file(folder, &format!("Records/{name}.txt"), name.as_bytes());
    }
    let rows = b"file,clauses,collected\none.txt,9001: 9.2.2,03/04/26\ntwo.txt,9001: 9.2.2,05/06/26\n";
    let index = file(folder, "index.csv", rows).display().to_string();
    let records = place.path("Records").display().to_string();
    let done = place.json(&["import", &records, "--evidence-index", &index]);
    (place, done)
}

#[test]
fn questions_are_listed_and_answered_one_or_all_alike() {
    let (place, done) = imported();
    assert_eq!(done["to_settle"], 2);
    let code = done["questions"][0]["code"].as_str().unwrap().to_owned();
    let text = String::from_utf8(place.run(&["question", "list", "--kind", "date"]).stdout).unwrap();
    for part in [
        code.as_str(),
        "“03/04/26”, index.csv, row 2, collected",
        "1  2026-04-03",
        "1 like it, answered with it by --all-like: ",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(place.json(&["question", "list", "--kind", "status"])["groups"], json!([]));
    place.json(&["question", "later", &code]);
    let settled = place.json(&[
        "--as",
        QUALITY,
        "question",
        "settle",
        &code,
        "--reading",
        "2",
        "--all-like",
        "--reason",
        "as in the US",
    ]);
    assert_eq!((settled["settled"].as_array().unwrap().len(), &settled["left"]), (2, &json!([])));
    let list = place.json(&["question", "list", "--all"]);
    assert_eq!(
        (&list["open"], &list["settled"], &list["answered"][0]["reason"]),
        (&json!(0), &json!(2), &json!("as in the US"))
    );
    let text = String::from_utf8(place.run(&["question", "list"]).stdout).unwrap();
    assert!(text.contains("Nothing to settle; 2 answered."), "{text}");
}

#[test]
fn answers_that_a_question_does_not_have_are_refused() {
    let (place, done) = imported();
    let code = done["questions"][0]["code"].as_str().unwrap();
    for (args, reason) in [
        (vec!["question", "settle", code], "question_answer_needed"),
        (vec!["question", "settle", code, "--reading", "3"], "question_reading_unknown"),
        (vec!["question", "settle", code, "--value", "soon"], "day_unreadable"),
        (vec!["question", "settle", "Q-9999", "--reading", "1"], "question_not_found"),
        (vec!["question", "settle", "what", "--reading", "1"], "question_not_found"),
        (vec!["question", "list", "--kind", "riddle"], "question_kind_unknown"),
    ] {
        let args = [&["--as", QUALITY], &args[..]].concat();
        assert_eq!(place.refused(&args)["reason"], reason, "{args:?}");
    }
    let both = place.run(&["question", "settle", code, "--reading", "1", "--value", "2026-01-01"]);
    assert_eq!(both.status.code(), Some(2), "one answer, not two");
    place.json(&["--as", QUALITY, "question", "settle", code, "--reading", "1"]);
    assert_eq!(
        place.refused(&["--as", QUALITY, "question", "settle", code, "--reading", "1"])["reason"],
        "question_settled"
    );
}
