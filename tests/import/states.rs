//! A word for where a document stands means the same in a list, in a control table and in a file's name.

use std::path::PathBuf;

use clausebook::import::Sources;
use serde_json::Value;

use super::words::said_under;
use super::{Intake, only};
use crate::fixtures::files::{docx, xlsx};
use crate::support::file;

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

impl Intake {
    /// The folder of the share.
    fn share(&self) -> PathBuf {
        self.at.place.path("share")
    }

    /// Imports the share, with a list that has a state for each document, `QP-10` and on.
    fn import_with(&mut self, states: &[&str]) -> Value {
        let codes: Vec<String> = (10..).take(states.len()).map(|n| format!("QP-{n}")).collect();
        let rows: Vec<[&str; 3]> =
            codes.iter().zip(states).map(|(code, state)| [code.as_str(), "Purchasing", *state]).collect();
        let rows: Vec<&[&str]> =
            std::iter::once(&["Doc No", "Title", "Status"][..]).chain(rows.iter().map(|r| &r[..])).collect();
        let list = file(self.at.place.folder.path(), "list.xlsx", &xlsx(&[("List", &rows)]));
        let share = self.share();
        self.import(&Sources { master_list: Some(list), ..only(&[share]) })
    }

    /// The states of so many documents and of their first revisions.
    fn states_of(&self, count: usize) -> Vec<String> {
        let codes = (10..).take(count).map(|n| format!("QP-{n}"));
        codes.map(|code| format!("{} {}", self.document(&code).state, self.revisions(&code)[0].state)).collect()
    }
}

#[test]
fn what_a_list_says_is_out_of_use_is_no_draft() {
    let mut intake = Intake::new();
    for n in 0..OUT_OF_USE.len() {
        file(&intake.share(), &format!("QP-{} Purchasing v1.0.txt", 10 + n), b"text");
    }
    let done = intake.import_with(&OUT_OF_USE);
    assert_eq!(intake.states_of(OUT_OF_USE.len()), vec!["withdrawn superseded"; OUT_OF_USE.len()]);
    assert_eq!(said_under(&done, "status_not_understood"), Vec::<String>::new());
}

#[test]
fn what_a_control_table_says_is_out_of_use_is_no_draft() {
    let mut intake = Intake::new();
    for (n, state) in OUT_OF_USE.iter().enumerate() {
        let code = format!("QP-{}", 10 + n);
        let table = docx("Purchasing", &[&["Document ID", &code, "Version", "1.0"], &["Status", state]], &["text"], "");
        file(&intake.share(), &format!("{code} Purchasing v1.0.docx"), &table);
    }
    let share = intake.share();
    intake.import(&only(&[share]));
    assert_eq!(intake.states_of(OUT_OF_USE.len()), vec!["withdrawn superseded"; OUT_OF_USE.len()]);
}

#[test]
fn what_a_name_says_is_out_of_use_is_no_draft_and_a_list_that_differs_is_named() {
    let mut intake = Intake::new();
    let words: Vec<&str> = OUT_OF_USE.into_iter().filter(|state| !state.contains("QP")).collect();
    for (n, state) in words.iter().enumerate() {
        file(&intake.share(), &format!("QP-{} Purchasing v1.0 {state}.txt", 10 + n), b"text");
    }
    let done = intake.import_with(&vec!["Approved"; words.len()]);
    assert_eq!(intake.states_of(words.len()), vec!["withdrawn superseded"; words.len()]);
    assert_eq!(said_under(&done, "status_differs").len(), words.len(), "{:#}", done["problems"]);
}

#[test]
fn a_status_that_is_not_understood_is_said() {
    let mut intake = Intake::new();
    for code in ["QP-10", "QP-11", "QP-12"] {
        file(&intake.share(), &format!("{code} Purchasing v1.0.txt"), b"text");
    }
    let table = docx("Purchasing", &[&["Document ID", "QP-14", "Version", "1.0"], &["Status", "Rot"]], &["text"], "");
    file(&intake.share(), "QP-14 Purchasing v1.0.docx", &table);
    let done = intake.import_with(&["ersetzt QP-06", "Grün", "-", "Gelb"]);
    assert_eq!(intake.states_of(3), vec!["draft draft"; 3], "no unknown word approves or withdraws anything");
    assert_eq!(
        said_under(&done, "status_not_understood"),
        [
            "The status “Rot” of QP-14 is not understood; its newest version counts as a draft.",
            "The status “ersetzt QP-06” of QP-10 is not understood; its newest version counts as a draft.",
            "The status “Grün” of QP-11 is not understood; its newest version counts as a draft.",
            "The status “Gelb” of QP-13 is not understood; it does not count as withdrawn.",
        ]
    );
}
