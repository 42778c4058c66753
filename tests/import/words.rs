//! Whatever an import says, every shell has words for it, and none is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clausebook::import::ODDITIES;
use clausebook::print::fill;
use regex::Regex;
use serde_json::Value;

use super::ready;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of a table by their first column.
fn rows(file: &str) -> BTreeMap<String, Vec<String>> {
    let mut table = csv::Reader::from_path(root().join(file)).unwrap();
    let rows = table.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    rows.map(|mut row| (row.remove(0), row)).collect()
}

/// What the terminal says of one.
pub(super) fn said(problem: &Value) -> String {
    let words = rows("src/cli/oddities.csv").remove(problem["says"].as_str().unwrap()).unwrap().remove(0);
    fill(&words, &|name| problem["values"][name].as_str().filter(|value| !value.is_empty()).map(str::to_owned))
}

/// What stands under that code.
pub(super) fn said_under(done: &Value, code: &str) -> Vec<String> {
    done["problems"].as_array().unwrap().iter().filter(|p| p["code"] == code).map(said).collect()
}

/// No place that nothing fills, and no value that no words have.
fn assert_whole(what: &str, values: &[&str], words: &str) {
    let places = Regex::new(r"\{(\w+)\}").unwrap();
    let places: BTreeSet<&str> = places.captures_iter(words).map(|found| found.get(1).unwrap().as_str()).collect();
    let given = if what == "not_filed" { &["why"] } else { values };
    assert_eq!(places, given.iter().copied().collect(), "{what}: {words}");
    assert!(words.ends_with(['.', '}', 'E', 's', 'A']), "{what}: {words}");
}

#[test]
fn the_terminal_and_the_window_have_words_for_each_thing_and_for_no_other() {
    let (terminal, window) = (rows("src/cli/oddities.csv"), rows("ui/src/i18n/wording.csv"));
    let says: BTreeSet<&str> = ODDITIES.iter().map(|one| one.name).collect();
    assert_eq!(says.len(), ODDITIES.len(), "no name twice");
    assert_eq!(terminal.keys().map(String::as_str).collect::<BTreeSet<_>>(), says);
    let of_window: BTreeSet<&str> = window.keys().filter_map(|key| key.strip_prefix("oddity.says.")).collect();
    assert_eq!(of_window, says);
    for one in ODDITIES {
        let of_window = &window[&format!("oddity.says.{}", one.name)];
        for words in terminal[one.name].iter().chain(of_window) {
            assert_whole(one.name, one.values, words);
        }
        assert!(of_window.iter().all(|words| !words.contains("clausebook ") && !words.contains(" --")), "{}", one.name);
        assert!(window.contains_key(&format!("oddity.{}", one.code)), "a heading for {}", one.code);
    }
}

#[test]
fn what_an_import_answers_holds_no_sentence() {
    let (mut intake, share) = ready();
    let done = intake.import(&super::all(&share));
    let window = rows("ui/src/i18n/wording.csv");
    let problems = done["problems"].as_array().unwrap();
    assert!(problems.len() > 20, "{problems:#?}");
    for problem in problems {
        let one = ODDITIES.iter().find(|one| problem["says"] == one.name).unwrap();
        let values: BTreeSet<&str> = problem["values"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(values, one.values.iter().copied().collect(), "{problem}");
        assert!(problem.get("message").is_none(), "{problem}");
    }
    for left in done["skipped"].as_array().unwrap() {
        assert!(window.contains_key(&format!("import.skipped.{}", left["reason"].as_str().unwrap())), "{left}");
    }
    let planned = serde_json::to_value(intake.try_import(&super::all(&share), true).unwrap()).unwrap();
    for planned in ["planned_documents", "planned_records"].iter().flat_map(|of| planned[of].as_array().unwrap()) {
        for sign in planned["why"].as_array().unwrap() {
            let (sign, speaks) = (sign["sign"].as_str().unwrap(), sign["speaks_for"].as_str().unwrap());
            assert!(window.contains_key(&format!("import.sign.{sign}")), "{sign}");
            assert!(window.contains_key(&format!("import.speaks.{speaks}")), "{speaks}");
        }
    }
}
