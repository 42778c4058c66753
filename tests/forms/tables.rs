//! The form of every table, index and trigger of a fresh workspace, in the database's own words.

use std::collections::BTreeMap;

use clausebook::rebuild;
use rusqlite::Connection;
use serde_json::Value;

use super::kept::{Form, check};
use crate::support::Place;

/// What makes each thing that belongs to one of the tables, by its name.
fn made(db: &Connection, belongs: &dyn Fn(&str) -> bool) -> BTreeMap<String, Value> {
    let mut all = db.prepare("SELECT tbl_name, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").unwrap();
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    let rows: Vec<(String, String, String)> = rows.collect::<rusqlite::Result<_>>().unwrap();
    rows.into_iter()
        .filter(|(table, ..)| belongs(table))
        .map(|(_, name, sql)| (name, Value::from(normalised(&sql))))
        .collect()
}

/// Without comments, line breaks and alignment.
fn normalised(sql: &str) -> String {
    let code = sql.lines().map(|line| line.split_once("--").map_or(line, |(code, _)| code));
    let words: Vec<&str> = code.flat_map(str::split_whitespace).collect();
    words.join(" ").replace("( ", "(").replace(" )", ")")
}

#[test]
fn the_tables_keep_their_form_unless_their_version_is_raised() {
    let place = Place::new();
    let workspace = place.workspace();
    let projected = rebuild::tables(workspace.db()).unwrap();
    let parts = made(workspace.db(), &|table| projected.iter().any(|p| p == table));
    assert!(projected.iter().all(|table| parts.contains_key(table)));
    check("tables", "VERSION in src/rebuild.rs", &Form { version: rebuild::PROJECTOR.version, parts });
}

#[test]
fn the_ledger_keeps_its_form_unless_its_version_is_raised() {
    let place = Place::new();
    let workspace = place.workspace();
    let projected = rebuild::tables(workspace.db()).unwrap();
    let parts = made(workspace.db(), &|table| !projected.iter().any(|p| p == table));
    assert!(parts.contains_key("entry") && parts.contains_key("workspace"));
    let version = workspace.db().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    check("ledger", "FORMAT in src/workspace/made.rs, with a migration in schema,", &Form { version, parts });
}

#[test]
fn only_what_a_table_means_counts_as_its_form() {
    let aligned = "CREATE TABLE a (\n    id   BLOB,   -- the key\n    name TEXT\n) STRICT";
    assert_eq!(normalised(aligned), "CREATE TABLE a (id BLOB, name TEXT) STRICT");
}
