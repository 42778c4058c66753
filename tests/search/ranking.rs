//! What a quality manager asks for comes first: the questions were written before anybody looked at the answers.

use serde_json::json;

use crate::api::Window;

/// What is typed, and the title that is meant.
const ASKED: [(&str, &str); 20] = [
    ("quality policy", "Quality policy"),
    ("document control", "Control of documents and records"),
    ("corrective action", "Nonconformity and corrective action"),
    ("internal audit", "Internal audit"),
    ("audit report Bergen", "Internal audit report Bergen"),
    ("visitor book", "Internal audit report Bergen"),
    ("emergency changes", "Change management"),
    ("supplier evaluation", "Supplier evaluation"),
    ("supplier contracts", "Supplier management"),
    ("management review minutes", "Minutes of the management review, first half"),
    ("restore test", "Restore test of the ticket database"),
    ("backup test", "Restore test of the ticket database"),
    ("scope Trondheim", "Scopes of the management systems"),
    ("access rights review", "Access rights review directory"),
    ("service catalogue", "Service catalogue"),
    ("service level agreement", "Service level agreement managed workplace"),
    ("risk treatment", "Risk assessment and treatment"),
    ("power failure", "Risk register"),
    ("continuity plan", "Service continuity plan"),
    ("9001 7.5", "Control of documents and records"),
];

#[test]
fn what_is_meant_is_among_the_first_three() {
    let window = Window::sample();
    for (query, meant) in ASKED {
        let found = window.ask("search", json!({"query": query}));
        let titles: Vec<_> =
            found["hits"].as_array().unwrap().iter().map(|hit| hit["title"].as_str().unwrap()).collect();
        assert!(titles.iter().take(3).any(|title| *title == meant), "{query}: {titles:?}");
    }
}

#[test]
fn the_newest_of_a_series_comes_first_and_a_kind_counts_as_a_name() {
    let shelf = super::Shelf::new();
    for year in ["2024", "2026", "2025"] {
        let (name, day) = (format!("{year}.txt"), format!("{year}-06-01"));
        shelf.record(
            &format!("Training matrix {year}"),
            &name,
            year.as_bytes(),
            &["--kind", "Competence", "--collected", &day],
        );
    }
    shelf.record("Competence of auditors", "a.txt", b"x", &["--kind", "Training", "--collected", "2020-01-01"]);
    let years = ["Training matrix 2026", "Training matrix 2025", "Training matrix 2024"];
    assert_eq!(shelf.titles("training matrix"), years);
    assert_eq!(shelf.titles("competence 2025"), ["Training matrix 2025"]);
    assert_eq!(shelf.titles("competence")[0], "Competence of auditors", "a title comes before a kind");
    assert_eq!(shelf.titles("competence -training"), Vec::<String>::new());
}
