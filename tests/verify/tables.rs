//! Tables that lie: whatever is changed in any of them is named by what it is about, and a rebuild takes it back.

use std::fs;

use clausebook::day::Zone;
use clausebook::demo;
use clausebook::rebuild::{self, Compared, How};
use rusqlite::Connection;
use serde_json::Value;

use super::{lock, unlocked};
use crate::support::{Place, day};

fn sample() -> Place {
    let place = Place::new();
    demo::fill(&mut place.workspace(), Zone::UTC, day(2026, 6, 30)).unwrap();
    // Brought to today once, so that nothing but what a test does tells it from its ledger.
    drop(place.reopen().unwrap());
    place
}

fn db(place: &Place) -> Connection {
    Connection::open(place.path("ws/clausebook.db")).unwrap()
}

fn compare(place: &Place) -> Compared {
    rebuild::compare(&place.path("ws"), &|_, _| Ok(())).unwrap()
}

fn findings(place: &Place) -> Vec<Value> {
    let out = place.run(&["verify", "--deep", "--texts", "--json"]);
    let report: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(report["ok"], out.status.success());
    report["findings"].as_array().unwrap().clone()
}

/// The projected tables with their columns.
fn tables(place: &Place) -> Vec<(String, Vec<String>)> {
    let db = db(place);
    let names = rebuild::tables(&db).unwrap();
    let columns = |table: &String| {
        let mut all = db.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
        all.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
    };
    names.into_iter().map(|table| (table.clone(), columns(&table))).collect()
}

#[test]
fn tables_as_they_grew_are_what_the_ledger_makes_of_them() {
    let place = sample();
    let compared = compare(&place);
    assert_eq!(compared.differences, []);
    assert!(compared.tables > 20 && compared.rows > 100, "{compared:?}");
    let said = place.run(&["verify", "--deep"]);
    assert!(String::from_utf8_lossy(&said.stdout).contains("are what the ledger makes of them"));
}

#[test]
fn any_value_changed_in_any_column_of_any_table_is_told() {
    let place = sample();
    let whole = fs::read(place.path("ws/clausebook.db")).unwrap();
    let mut tried = 0;
    for (table, columns) in tables(&place) {
        for column in &columns {
            fs::write(place.path("ws/clausebook.db"), &whole).unwrap();
            let db = db(&place);
            let other = format!(
                "CASE typeof({column}) WHEN 'integer' THEN {column} + 7 WHEN 'text' THEN {column} || '7'
                 WHEN 'blob' THEN x'07' ELSE {column} END"
            );
            let one = format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1");
            // What a table itself refuses to hold cannot be there.
            let sql = format!("UPDATE {table} SET {column} = {other} WHERE {column} = ({one})");
            if !db.execute(&sql, []).is_ok_and(|changed| changed > 0) {
                continue;
            }
            drop(db);
            tried += 1;
            let told = compare(&place).differences;
            if table == "standing_day" {
                continue;
            }
            assert!(told.iter().any(|d| d.table == table), "{table}.{column}: {told:?}");
            let key = told.iter().any(|d| d.how != How::FieldChanged);
            assert!(key || told.iter().all(|d| d.field == *column), "{table}.{column}: {told:?}");
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn a_row_taken_away_and_a_row_put_in_are_told_in_every_table() {
    let place = sample();
    let whole = fs::read(place.path("ws/clausebook.db")).unwrap();
    let mut tried = 0;
    for (table, columns) in tables(&place) {
        let all = columns.join(", ");
        let put = format!("INSERT OR IGNORE INTO {table} ({all}) SELECT {all} FROM taken");
        let first = &columns[0];
        for (how, sql) in [
            (How::RowMissing, format!("DELETE FROM {table} WHERE ({all}) IS (SELECT {all} FROM {table} LIMIT 1)")),
            (
                How::RowAdded,
                format!(
                    "CREATE TEMP TABLE taken AS SELECT * FROM {table} LIMIT 1;
                     UPDATE taken SET {first} = CASE typeof({first}) WHEN 'integer' THEN 987654 WHEN 'text' THEN 'zz' ELSE x'ff' END;
                     {put}"
                ),
            ),
        ] {
            fs::write(place.path("ws/clausebook.db"), &whole).unwrap();
            let db = db(&place);
            let before: u64 = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap();
            let done = db.execute_batch(&sql);
            let after: u64 = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap();
            drop(db);
            if done.is_err() || before == after || table == "standing_day" {
                continue;
            }
            tried += 1;
            let told = compare(&place).differences;
            assert!(told.iter().any(|d| d.table == table && d.how == how), "{table} {how:?}: {told:?}");
        }
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn a_difference_is_told_by_document_record_person_and_field() {
    for (sql, item, field, said) in [
        (
            "UPDATE document SET title = 'forged ' || title WHERE code = 'QM-POL-01'",
            "QM-POL-01",
            "title",
            "document QM-POL-01: title is “forged ",
        ),
        (
            "UPDATE revision SET label = '9' WHERE document = (SELECT id FROM document WHERE code = 'QM-POL-01')",
            "QM-POL-01",
            "label",
            "document QM-POL-01: label is “9”",
        ),
        ("UPDATE person SET role = 'approver' WHERE email = 'quality@example.org'", "", "role", "role is “approver”"),
        (
            "UPDATE record SET valid_until = valid_until + 365",
            "",
            "valid_until",
            "valid_until is “2027-06-05”, by the ledger “2026-06-05”",
        ),
        (
            "DELETE FROM link WHERE item = (SELECT id FROM document WHERE code = 'QM-POL-01')",
            "QM-POL-01",
            "",
            "document QM-POL-01: a row of link is gone",
        ),
    ] {
        let place = sample();
        let known: u64 =
            db(&place).query_row("SELECT count(*) FROM document WHERE code = 'QM-POL-01'", [], |r| r.get(0)).unwrap();
        assert_eq!(known, 1);
        assert!(db(&place).execute(sql, []).unwrap() > 0, "{sql}");
        let found = findings(&place);
        let told = found.iter().find(|f| f["message"].as_str().unwrap().contains(said));
        let told = told.unwrap_or_else(|| panic!("{sql}: {found:?}"));
        assert_eq!(told["code"], "table_differs");
        assert_eq!(told["differs"]["field"], field, "{told}");
        assert!(told["differs"]["item"].as_str().unwrap().contains(item), "{told}");
        place.json(&["rebuild"]);
        assert_eq!(findings(&place), Vec::<Value>::new(), "{sql}: a rebuild takes it back");
    }
}

#[test]
fn a_part_of_the_database_that_differs_is_told_once() {
    for (name, sql) in [
        ("z", "CREATE TRIGGER z AFTER INSERT ON document BEGIN DELETE FROM record; END"),
        ("z", "CREATE INDEX z ON document (lower(title))"),
        ("z", "CREATE TABLE z (a)"),
        ("document_by_title", "DROP INDEX document_by_title"),
    ] {
        let place = sample();
        db(&place).execute_batch(sql).unwrap();
        let found = findings(&place);
        assert_eq!(found.len(), 1, "{sql}: {found:?}");
        assert_eq!((&found[0]["code"], &found[0]["place"]), (&Value::from("schema_foreign"), &Value::from(name)));
        place.json(&["rebuild"]);
        assert_eq!(findings(&place), Vec::<Value>::new(), "{sql}");
    }
}

#[test]
fn an_index_that_leads_elsewhere_is_told() {
    let place = sample();
    // The row is changed while its index is out of sight.
    db(&place)
        .execute_batch(
            "PRAGMA writable_schema = ON;
             CREATE TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'document_by_title';
             DELETE FROM sqlite_schema WHERE name = 'document_by_title'",
        )
        .unwrap();
    let changed = db(&place).execute("UPDATE document SET title_fold = 'zz' WHERE code = 'QM-POL-01'", []).unwrap();
    assert_eq!(changed, 1);
    db(&place)
        .execute_batch(
            "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept; PRAGMA writable_schema = RESET;
             DROP TABLE kept",
        )
        .unwrap();
    let told = compare(&place).differences;
    assert!(told.iter().any(|d| d.how == How::IndexWrong && d.table == "document"), "{told:?}");
}

#[test]
fn text_that_no_file_has_is_told() {
    let place = Place::new();
    assert!(place.run(&["demo", place.path("ws").to_str().unwrap()]).status.success());
    let texts = Connection::open(place.path("ws/text.db")).unwrap();
    let changed = texts.execute("UPDATE body SET text = text || ' forged' WHERE id = (SELECT min(id) FROM body)", []);
    assert_eq!(changed.unwrap(), 1);
    drop(texts);
    let found = findings(&place);
    assert_eq!((found.len(), &found[0]["code"]), (1, &Value::from("text_differs")), "{found:?}");
    Connection::open(place.path("ws/text.db")).unwrap().execute_batch("CREATE VIEW z AS SELECT 1").unwrap();
    assert_eq!(findings(&place)[0]["place"], "text.db");
}

#[test]
fn a_text_that_was_taken_out_whole_is_named() {
    let place = sample();
    place.json(&["search", "policy"]);
    assert_eq!(findings(&place), [Value::Null; 0]);
    let texts = Connection::open(place.path("ws/text.db")).unwrap();
    let id: i64 = texts.query_row("SELECT min(id) FROM body WHERE text LIKE '%olicy%'", [], |r| r.get(0)).unwrap();
    for (table, key) in [("words", "rowid"), ("sketch", "id"), ("body", "id")] {
        assert_eq!(texts.execute(&format!("DELETE FROM {table} WHERE {key} = ?1"), [id]).unwrap(), 1, "{table}");
    }
    drop(texts);
    assert_eq!(findings(&place)[0]["code"], "text_differs");
}

#[test]
fn a_version_that_no_program_has_is_no_intact_folder() {
    let place = sample();
    db(&place).execute("UPDATE workspace SET value = '999' WHERE key = 'projections'", []).unwrap();
    let found = findings(&place);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["code"], "tables_of_later");
    assert!(found[0]["message"].as_str().unwrap().contains("999"));
    let refused = place.refused(&["document", "list"]);
    assert_eq!(refused["reason"], "workspace_newer");
    assert!(refused["hint"].as_str().unwrap().contains("clausebook rebuild"), "{refused}");
    place.json(&["rebuild"]);
    assert_eq!(findings(&place), [Value::Null; 0]);
    place.json(&["document", "list"]);
}

#[test]
fn a_rebuild_goes_by_what_is_there_and_not_by_the_numbers_before_it() {
    let place = sample();
    for number in ["application_id = 7", "user_version = 1", "user_version = 3", "user_version = -1"] {
        db(&place).execute_batch(&format!("PRAGMA {number}")).unwrap();
        assert_ne!(findings(&place), [Value::Null; 0], "{number}");
        let refused = place.refused(&["document", "list"]);
        assert_ne!(refused["reason"], "internal", "{number}: {refused}");
        place.json(&["rebuild"]);
        assert_eq!(findings(&place), [Value::Null; 0], "{number}");
    }
}

#[test]
fn letters_and_numbers_that_are_none_are_named_and_never_a_mistake_of_ours() {
    for change in [
        "UPDATE document SET title = CAST(x'ff41' AS TEXT) WHERE code = (SELECT min(code) FROM document)",
        "UPDATE workspace SET value = CAST(x'ff' AS TEXT) WHERE key = 'projections'",
        "UPDATE checkpoint SET note = CAST(x'ff' || note AS TEXT) WHERE size = (SELECT max(size) FROM checkpoint)",
        "UPDATE checkpoint SET signer = CAST(x'ff' AS TEXT) WHERE size = (SELECT max(size) FROM checkpoint)",
        "UPDATE checkpoint SET size = -5 WHERE size = (SELECT max(size) FROM checkpoint)",
        "UPDATE node SET pos = -5 WHERE pos = 3",
        "UPDATE entry SET seq = -5 WHERE seq = 3",
    ] {
        let place = sample();
        let db = unlocked(&place);
        db.execute_batch(change).unwrap();
        lock(&db);
        drop(db);
        let found = findings(&place);
        assert_ne!(found, [Value::Null; 0], "{change}");
        assert!(!found.iter().any(|one| one["message"].as_str().unwrap().contains("internal")), "{change}: {found:?}");
        let listed = place.run(&["document", "list", "--json"]);
        if !listed.status.success() {
            let refused: Value = serde_json::from_slice(&listed.stderr).unwrap();
            let code = refused["error"]["code"].as_str().unwrap();
            assert!(["workspace_damaged", "ledger_damaged"].contains(&code), "{change}: {refused}");
        }
    }
}
