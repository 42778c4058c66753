//! A word for where a document stands means the same in a list, in a control table and in a file's name.

use serde_json::Value;

use crate::fixtures::files::{docx, xlsx};
use crate::support::{Place, file};

const OUT_OF_USE: [&str; 9] = [
    "abgelöst",
    "Abgelöst durch QP-99",
    "ersetzt",
    "zurückgezogen",
    "außer Kraft",
    "veraltet",
    "superseded",
    "replaced",
    "retired",
];

fn ready() -> Place {
    let place = Place::new();
    place.json(&["init", &place.path("ws").display().to_string(), "--organisation", "Example laboratory"]);
    place
}

/// Imports a share with a file for each state, `QP-10` and on, as `put` writes it; answers the import and the documents.
fn import(place: &Place, list: Option<&[&str]>) -> Value {
    let share = place.path("share").display().to_string();
    let Some(states) = list else { return place.json(&["import", &share]) };
    let codes: Vec<String> = (10..).take(states.len()).map(|n| format!("QP-{n}")).collect();
    let rows: Vec<[&str; 3]> =
        codes.iter().zip(states).map(|(code, state)| [code.as_str(), "Purchasing", *state]).collect();
    let rows: Vec<&[&str]> =
        std::iter::once(&["Doc No", "Title", "Status"][..]).chain(rows.iter().map(|r| &r[..])).collect();
    let list = file(place.folder.path(), "list.xlsx", &xlsx(&[("List", &rows)]));
    place.json(&["import", &share, "--master-list", &list.display().to_string()])
}

fn states_of(place: &Place, count: usize) -> Vec<String> {
    let shown = |n: usize| place.json(&["document", "show", &format!("QP-{}", 10 + n)]);
    (0..count)
        .map(|n| {
            let shown = shown(n);
            format!("{} {}", shown["state"].as_str().unwrap(), shown["revisions"][0]["state"].as_str().unwrap())
        })
        .collect()
}

fn codes(done: &Value, code: &str) -> Vec<String> {
    let of = |p: &&Value| p["code"] == code;
    done["problems"].as_array().unwrap().iter().filter(of).map(|p| p["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_a_list_says_is_out_of_use_is_no_draft() {
    let place = ready();
    for n in 0..OUT_OF_USE.len() {
        file(&place.path("share"), &format!("QP-{} Purchasing v1.0.txt", 10 + n), b"text");
    }
    let done = import(&place, Some(&OUT_OF_USE));
    assert_eq!(states_of(&place, OUT_OF_USE.len()), vec!["withdrawn superseded"; OUT_OF_USE.len()]);
    assert_eq!(codes(&done, "status_not_understood"), Vec::<String>::new());
}

#[test]
fn what_a_control_table_says_is_out_of_use_is_no_draft() {
    let place = ready();
    for (n, state) in OUT_OF_USE.iter().enumerate() {
        let code = format!("QP-{}", 10 + n);
        let table = docx("Purchasing", &[&["Document ID", &code, "Version", "1.0"], &["Status", state]], &["text"], "");
        file(&place.path("share"), &format!("{code} Purchasing v1.0.docx"), &table);
    }
    import(&place, None);
    assert_eq!(states_of(&place, OUT_OF_USE.len()), vec!["withdrawn superseded"; OUT_OF_USE.len()]);
}

#[test]
fn what_a_name_says_is_out_of_use_is_no_draft_and_a_list_that_differs_is_named() {
    let place = ready();
    let words: Vec<&str> = OUT_OF_USE.into_iter().filter(|state| !state.contains("QP")).collect();
    for (n, state) in words.iter().enumerate() {
        file(&place.path("share"), &format!("QP-{} Purchasing v1.0 {state}.txt", 10 + n), b"text");
    }
    let done = import(&place, Some(&vec!["Approved"; words.len()]));
    assert_eq!(states_of(&place, words.len()), vec!["withdrawn superseded"; words.len()]);
    assert_eq!(codes(&done, "status_differs").len(), words.len(), "{:#}", done["problems"]);
}

#[test]
fn a_status_that_is_not_understood_is_said() {
    let place = ready();
    for code in ["QP-10", "QP-11", "QP-12"] {
        file(&place.path("share"), &format!("{code} Purchasing v1.0.txt"), b"text");
    }
    let table = docx("Purchasing", &[&["Document ID", "QP-14", "Version", "1.0"], &["Status", "Rot"]], &["text"], "");
    file(&place.path("share"), "QP-14 Purchasing v1.0.docx", &table);
    let done = import(&place, Some(&["ersetzt QP-06", "Grün", "-", "Gelb"]));
    assert_eq!(states_of(&place, 3), vec!["draft draft"; 3], "no unknown word approves or withdraws anything");
    assert_eq!(
        codes(&done, "status_not_understood"),
        [
            "The status “Rot” of QP-14 is not understood; its newest version counts as a draft.",
            "The status “ersetzt QP-06” of QP-10 is not understood; its newest version counts as a draft.",
            "The status “Grün” of QP-11 is not understood; its newest version counts as a draft.",
            "The status “Gelb” of QP-13 is not understood; it does not count as withdrawn.",
        ]
    );
}
