//! The pages of a pack: a checker makes them again and compares byte by byte where they say that they were made in the same way.

use std::collections::BTreeMap;

use clausebook::digest::Digest;
use clausebook::{audits, packs};
use serde_json::Value;

use super::kept::{Form, check};
use crate::fixtures::earlier::{names, written_by};
use crate::support::day;

#[test]
fn the_pages_of_a_pack_keep_their_form_unless_their_version_is_raised() {
    let mut parts: BTreeMap<String, Value> = BTreeMap::new();
    for name in names() {
        let place = written_by(&name);
        let workspace = place.reopen().unwrap();
        for audit in audits::list(workspace.db()).unwrap() {
            let code = audit.code.clone();
            let day = day(2026, 11, 30);
            let mut chosen = packs::choose(&workspace.in_force(day).unwrap(), audit, day, None).unwrap();
            for (path, bytes) in packs::pages(&workspace, &mut chosen).unwrap() {
                // How to check names the program's own way; the workbook is the lists once more, by a library.
                if path != "matrix.xlsx" {
                    parts.insert(format!("{name} {code} {path}"), Value::from(Digest::of(&bytes).to_string()));
                }
            }
        }
    }
    assert!(parts.keys().any(|name| name.ends_with("index.html")), "an audit is among them");
    check("pages", "PAGES in src/packs/pagesform.rs", &Form { version: packs::PAGES, parts });
}

#[test]
fn every_column_of_a_list_says_where_it_comes_from() {
    let kept = include_str!("snapshots/events.snap");
    let form: Value = serde_json::from_str(kept.split_once("\n---\n").unwrap().1).unwrap();
    let kinds: Vec<&String> = form["parts"].as_object().unwrap().keys().collect();
    let described = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/pack-format.md")).unwrap();
    for column in packs::all_columns() {
        for pattern in column.entries.split(' ').filter(|pattern| !pattern.is_empty()) {
            let known = |kind: &&&String| {
                kind.as_str() == pattern || pattern.strip_suffix('*').is_some_and(|p| kind.starts_with(p))
            };
            assert!(kinds.iter().any(|kind| known(&kind)), "{} {}: no entry is a {pattern}", column.list, column.name);
        }
        assert_eq!(column.entries.is_empty(), column.from == packs::From::Data, "{} {}", column.list, column.name);
        let row = format!("| {} | {} |", column.list, column.name);
        assert!(described.contains(&row), "docs/pack-format.md has no row {row}");
    }
}
