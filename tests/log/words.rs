//! Every kind of event has words in the terminal and in the window, and they leave places only for what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use regex::Regex;
use serde_json::Value;

/// Every kind of event with the names of what it says, as `tests/forms` keeps them.
fn kinds() -> BTreeMap<String, BTreeSet<String>> {
    let kept = include_str!("../forms/snapshots/events.snap");
    let form: Value = serde_json::from_str(kept.split_once("\n---\n").unwrap().1).unwrap();
    let parts = form["parts"].as_object().unwrap().iter();
    parts
        .map(|(kind, part)| {
            (
                kind.clone(),
                Regex::new(r"\w+").unwrap().find_iter(&part.to_string()).map(|m| m.as_str().to_owned()).collect(),
            )
        })
        .collect()
}

fn rows(file: &str) -> BTreeMap<String, Vec<String>> {
    let mut table = csv::Reader::from_path(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let rows = table.records().map(Result::unwrap);
    rows.map(|row| (row[0].to_owned(), row.iter().skip(1).map(str::to_owned).collect())).collect()
}

fn assert_said(kind: &str, said: &BTreeSet<String>, words: &str) {
    assert!(!words.trim().is_empty(), "{kind} has no words");
    for place in Regex::new(r"\{(\w+)\}").unwrap().captures_iter(words) {
        let name = if &place[1] == "item" { "document" } else { &place[1] };
        let there = said.contains(name) || name == "document" && said.contains("record");
        assert!(there, "{kind} does not say {name}: {words}");
    }
}

#[test]
fn the_terminal_has_words_for_each_kind_of_event() {
    let rows = rows("src/cli/events.csv");
    for (kind, said) in &kinds() {
        let words = rows.get(kind).unwrap_or_else(|| panic!("{kind} has no row in src/cli/events.csv"));
        assert_said(kind, said, &words[0]);
    }
}

#[test]
fn the_window_has_words_for_each_kind_of_event_in_both_languages() {
    let rows = rows("ui/src/i18n/wording.csv");
    for (kind, said) in &kinds() {
        for key in [format!("event.{kind}"), format!("happened.{kind}")] {
            let words = rows.get(&key).unwrap_or_else(|| panic!("{key} has no row in ui/src/i18n/wording.csv"));
            assert_eq!(words.len(), 2, "{key} in both languages");
            words.iter().for_each(|words| assert_said(kind, said, words));
        }
    }
}
