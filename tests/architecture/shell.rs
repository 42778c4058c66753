//! The walls of the desktop shell, read from its sources: it is thin, and knows the core by its host alone.

use std::collections::BTreeSet;
use std::path::Path;

use super::{named_after, sources};

/// What the shell may use of the core.
const MAY_USE: &[&str] = &["error", "host"];

/// What is the core's: the shell neither reads the database nor touches files.
const MAY_NOT_NAME: &[&str] = &["rusqlite", "std::fs", "File::", "tokio::fs"];

/// Where it does all the same, and why.
const BUT: &[(&str, &str, &str)] =
    &[("files.rs", "std::fs", "with the feature `answers` alone: what tests answer to a dialog stands in a file")];

/// What a source names that it may not.
fn broken(file: &str, source: &str) -> BTreeSet<String> {
    let rooms = named_after("clausebook::", source).into_iter().filter(|room| !MAY_USE.contains(&room.as_str()));
    let words = MAY_NOT_NAME
        .iter()
        .filter(|word| source.contains(**word) && !BUT.iter().any(|(at, but, _)| (*at, *but) == (file, **word)));
    rooms.chain(words.map(|word| (*word).to_owned())).collect()
}

#[test]
fn the_desktop_shell_knows_the_core_by_its_host_alone() {
    let mut looked_at = 0;
    for path in sources("src-tauri/src") {
        let file = path.file_name().unwrap().to_str().unwrap();
        let source = std::fs::read_to_string(&path).unwrap();
        assert_eq!(broken(file, &source), BTreeSet::new(), "{}", path.display());
        looked_at += 1;
    }
    assert!(looked_at >= 5, "the search itself works: {looked_at}");
    let needs = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/Cargo.toml")).unwrap();
    assert!(!needs.contains("rusqlite"), "the shell needs no database");
}

#[test]
fn every_exception_is_still_needed() {
    for (file, word, why) in BUT {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/src").join(file);
        assert!(std::fs::read_to_string(path).unwrap().contains(word), "{file} needs {word} no more: {why}");
    }
}

#[test]
fn the_shells_rule_can_be_broken() {
    let source = "use clausebook::host::Host;\nuse clausebook::{error::Error, api::{Session}};\nstd::fs::read(x);";
    assert_eq!(broken("menu.rs", source).into_iter().collect::<Vec<_>>(), ["api", "std::fs"]);
    assert_eq!(broken("files.rs", "std::fs::read(x); clausebook::documents::list()").len(), 1);
}
