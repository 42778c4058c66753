//! What operators let through, in both languages.

use clausebook::error::Code;
use serde_json::json;

use super::Shelf;
use crate::api::Window;

#[test]
fn operators_narrow_what_is_found() {
    let shelf = Shelf::new();
    shelf.document(
        "P-1",
        "Backup policy",
        "a.txt",
        b"restore yearly",
        &["--owner", "Quality manager", "--clause", "9001/7.5.3"],
    );
    shelf.document("P-2", "Backup plan", "b.txt", b"restore yearly, a draft", &["--owner", "Head of IT"]);
    shelf.record(
        "Backup test",
        "c.txt",
        b"restore done",
        &["--kind", "Restore test", "--collected", "2025-03-09", "--clause", "27001/A.8.13"],
    );
    let all = ["Backup test", "Backup plan", "Backup policy"];
    let found = |query: &str| {
        let mut titles = shelf.titles(query);
        titles.sort_by_key(|title| all.iter().position(|t| t == title));
        titles
    };
    let none: [&str; 0] = [];
    assert_eq!(found("backup"), all);
    for (query, expected) in [
        ("restore owner:quality", &all[2..]),
        ("restore verantwortlich:\"head of it\"", &all[1..2]),
        ("backup owner:\"head of i\"", &none[..]),
        ("backup owner:\"head of\"", &none[..]),
        ("backup owner:head", &all[1..2]),
        ("restore -draft", &[all[0], all[2]][..]),
        ("backup -draft", &[all[0], all[2]]),
        ("backup -\"restore yearly\"", &all[..1]),
        ("backup -test", &all[1..]),
        ("type:record", &all[..1]),
        ("typ:aufzeichnung", &all[..1]),
        ("backup -type:record", &all[1..]),
        ("type:policy", &all[1..]),
        ("art:richtlinie", &all[1..]),
        ("type:\"restore test\"", &all[..1]),
        ("backup type:text", &all[..]),
        ("backup type:pdf", &none),
        ("clause:9001/7.5.3", &all[2..]),
        ("backup abschnitt:27001/A.8.13", &all[..1]),
        ("backup clause:\"27001 A.8.13\"", &all[..1]),
        ("backup clause:27001:2013/A.12.3.1", &none),
        ("backup before:2025-03-10", &all[..1]),
        ("backup before:2025-03-09", &none),
        ("backup after:2025-03-09", &all),
        ("backup vor:10.3.2025", &all[..1]),
        ("backup ab:2025-04", &all[1..]),
        ("9001/7.5.3", &all[2..]),
        ("http://backup", &none),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
}

#[test]
fn a_register_shows_what_a_query_finds_and_no_other() {
    let window = Window::sample();
    for (register, kind) in [("document_register", "documents"), ("record_register", "records")] {
        for query in ["supplier", "backup -plan", "type:record after:2020", "clause:9001/7.5.3"] {
            let found = window.ask("search", json!({"query": query, "limit": 1000}));
            let rows = window.ask(register, json!({"found": query, "limit": 1000}));
            assert_eq!(rows["total"], found[kind], "{register} {query}");
            assert_eq!(rows["rows"].as_array().unwrap().len() as u64, found[kind].as_u64().unwrap());
            for row in rows["rows"].as_array().unwrap() {
                assert!(found["hits"].as_array().unwrap().iter().any(|hit| hit["code"] == row["code"]), "{row}");
            }
        }
        assert_eq!(window.refused(register, json!({"found": "-gauge"})), Code::InvalidValue);
    }
    let all = window.ask("record_register", json!({"found": "type:record"}));
    let kinds: u64 = all["kinds"].as_array().unwrap().iter().map(|kind| kind[1].as_u64().unwrap()).sum();
    assert_eq!(Some(kinds), all["total"].as_u64(), "kinds are counted among what is found");
}
