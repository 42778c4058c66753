//! Every reason that the program can refuse by has words in the terminal and in the window, and no words are left over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use regex::Regex;

/// Reasons with the names of their values, as `reasons!` declares them anywhere in the program.
fn reasons() -> BTreeMap<String, BTreeSet<String>> {
    let one = Regex::new(r"(?m)^\s*(\w+)\(([^)]*)\)\s*=\s*\w+;").unwrap();
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root().join("src")).into_iter().flatten() {
        if entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let source = std::fs::read_to_string(entry.path()).unwrap();
        let program = source.split("#[cfg(test)]").next().unwrap_or_default();
        for block in program.split("reasons! {").skip(1) {
            let block = block.split("\n}").next().unwrap_or_default();
            for found in one.captures_iter(block) {
                let values = found[2].split(',').map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
                let twice = all.insert(found[1].to_owned(), values.collect()).is_some();
                assert!(!twice, "{} is declared twice", &found[1]);
            }
        }
    }
    assert!(all.len() > 100, "the search itself works: {}", all.len());
    all
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of a table by their first column.
fn rows(file: &str, head: [&str; 3]) -> BTreeMap<String, [String; 2]> {
    let mut table = csv::Reader::from_path(root().join(file)).unwrap();
    assert_eq!(table.headers().unwrap(), &head[..]);
    let rows = table.deserialize::<(String, String, String)>().map(Result::unwrap);
    let mut all = BTreeMap::new();
    for (key, one, other) in rows {
        assert!(all.insert(key.clone(), [one, other]).is_none(), "{key} stands twice in {file}");
    }
    all
}

/// What a text leaves places for.
fn places(text: &str) -> BTreeSet<String> {
    Regex::new(r"\{(\w+)\}").unwrap().captures_iter(text).map(|found| found[1].to_owned()).collect()
}

/// What happened and what to do next: in the form that both shells join them by, with no place that nothing fills.
fn assert_whole(reason: &str, values: &BTreeSet<String>, message: &str, hint: &str) {
    assert!(!message.trim().is_empty() && !message.ends_with('.'), "{reason}: {message:?}");
    assert!(hint.ends_with('.'), "{reason}: {hint:?}");
    for text in [message, hint] {
        assert!(places(text).is_subset(values), "{reason} has only {values:?}: {text}");
    }
}

#[test]
fn the_terminal_has_words_for_each_reason_and_for_no_other() {
    let (reasons, rows) = (reasons(), rows("src/cli/refusals.csv", ["reason", "message", "hint"]));
    assert_eq!(rows.keys().collect::<Vec<_>>(), reasons.keys().collect::<Vec<_>>());
    for (reason, [message, hint]) in &rows {
        assert_whole(reason, &reasons[reason], message, hint);
    }
}

#[test]
fn the_window_has_words_for_each_reason_in_both_languages_and_for_no_other() {
    let (reasons, rows) = (reasons(), rows("ui/src/i18n/wording.csv", ["key", "en", "de"]));
    let there: BTreeSet<&str> = rows.keys().filter_map(|key| key.strip_prefix("refusal.")).collect();
    let wanted: Vec<[String; 2]> = reasons.keys().map(|reason| [reason.clone(), format!("{reason}.hint")]).collect();
    assert_eq!(there, wanted.iter().flatten().map(String::as_str).collect());
    for (reason, values) in &reasons {
        let (messages, hints) = (&rows[&format!("refusal.{reason}")], &rows[&format!("refusal.{reason}.hint")]);
        for (message, hint) in messages.iter().zip(hints) {
            assert_whole(reason, values, message, hint);
            for text in [message, hint] {
                assert!(!text.contains("clausebook ") && !text.contains(" --"), "a window has no commands: {text}");
            }
        }
    }
}

fn is_command(word: &str) -> bool {
    !word.starts_with('-') && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

#[test]
fn a_command_that_the_terminal_names_exists_with_its_options() {
    let named = Regex::new("`clausebook ([^`]*)`").unwrap();
    let mut helps = BTreeMap::new();
    for (reason, [_, hint]) in rows("src/cli/refusals.csv", ["reason", "message", "hint"]) {
        for found in named.captures_iter(&hint) {
            let words = || found[1].split(' ');
            let command: Vec<String> = words().take_while(|word| is_command(word)).map(str::to_owned).collect();
            let help = helps.entry(command.clone()).or_insert_with(|| {
                let mut program = Command::new(env!("CARGO_BIN_EXE_clausebook"));
                let out = program.args(&command).arg("--help").output().unwrap();
                assert!(out.status.success(), "{reason}: there is no {}", &found[0]);
                String::from_utf8(out.stdout).unwrap()
            });
            for option in words().filter(|word| word.starts_with("--")) {
                assert!(help.contains(option), "{reason}: {} has no {option}", &found[0]);
            }
            // `map` is a command by itself and a family, too.
            let usage = help.lines().find(|line| line.starts_with("Usage:")).unwrap();
            assert!(command.is_empty() || !usage.contains("<COMMAND>"), "{reason}: {} is a family", &found[0]);
        }
    }
    assert!(helps.len() > 20, "the search itself works: {}", helps.len());
}
