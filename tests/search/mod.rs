//! Finding: what is typed is understood or refused, everything that fits is found and counted, the best comes first, and
//! the place in the file is told.

use clausebook::search::Query;
use serde_json::{Value, json};

use crate::fixtures::files::{docx, pdf, png, xlsx};
use crate::support::{Place, file};

mod changes;
mod kept;
mod naive;
mod operators;
mod ranking;
mod unread;

/// A workspace of an organisation with documents and records whose files are made here.
struct Shelf(Place);

impl Shelf {
    fn new() -> Self {
        let place = Place::new();
        let folder = place.path("ws");
        let standards = ["--standard", "9001", "--standard", "27001"];
        place.json(&[&["init", folder.to_str().unwrap(), "--organisation", "Harbour"], &standards[..]].concat());
        Self(place)
    }

    fn path(&self, name: &str, content: &[u8]) -> String {
        file(&self.0.path("in"), name, content).to_str().unwrap().to_owned()
    }

    fn document(&self, code: &str, title: &str, name: &str, content: &[u8], more: &[&str]) {
        let path = self.path(name, content);
        let args = ["document", "add", &path, "--code", code, "--title", title, "--type", "policy", "--again"];
        self.0.json(&[&args, more].concat());
    }

    fn record(&self, title: &str, name: &str, content: &[u8], more: &[&str]) {
        let path = self.path(name, content);
        self.0.json(&[&["record", "add", &path, "--title", title, "--again"], more].concat());
    }

    fn find(&self, query: &str) -> Value {
        self.0.json(&["search", "--all", query])
    }

    /// The titles that are found, in their order.
    fn titles(&self, query: &str) -> Vec<String> {
        let found = self.find(query);
        let hits = found["hits"].as_array().unwrap();
        let total = found["documents"].as_u64().unwrap() + found["records"].as_u64().unwrap();
        assert_eq!(hits.len() as u64, total, "all are shown, and counted");
        hits.iter().map(|hit| hit["title"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn titles_come_before_passages_and_whole_titles_before_parts_of_them() {
    let shelf = Shelf::new();
    shelf.document("P-1", "Other matters", "a.txt", b"The access review is described here. Access review.", &[]);
    shelf.document("P-2", "Review of access", "b.txt", b"nothing", &[]);
    shelf.document("P-3", "The access review procedure", "c.txt", b"nothing at all", &[]);
    shelf.document("P-4", "Access review", "d.txt", b"nothing of it", &[]);
    shelf.document("P-5", "Access rights", "e.txt", b"Each review is written down.", &[]);
    shelf.document("P-6", "Preview of accession", "f.txt", b"inaccessible", &[]);
    let expected =
        ["Access review", "The access review procedure", "Review of access", "Access rights", "Other matters"];
    assert_eq!(shelf.titles("access review"), expected);
    assert_eq!(shelf.titles("p-4")[0], "Access review", "a code is a name");
    assert_eq!(
        shelf.titles("acc rev"),
        ["Access review", "The access review procedure", "Review of access", "Access rights", "Other matters"]
    );
    assert_eq!(shelf.titles("\"access rev\""), Vec::<String>::new(), "in quotes a word is whole");
    assert_eq!(shelf.titles("„access review“").len(), 3, "quotes of any kind");
    assert_eq!(shelf.titles("\"review is wri"), ["Access rights"], "a phrase still being typed");
}

#[test]
fn what_is_in_a_file_is_shown_as_it_is_written_with_its_place() {
    let shelf = Shelf::new();
    let sheet =
        xlsx(&[("Plan", &[&["Process", "Owner"], &["Backup", "Zweigstelle Süd"]]), ("Risks", &[&["Wasserschaden"]])]);
    shelf.record("Plan of audits", "plan.xlsx", &sheet, &[]);
    shelf.document("P-1", "Policy", "p.docx", &docx("t", &[], &["First line.", "The Größe of it."], "Kopf"), &[]);
    shelf.document("P-2", "Certificate", "c.pdf", &pdf(&["Certificate for scale W-77"]), &[]);
    shelf.record("Notes", "n.txt", "one\n\nThe Elbe gauge\n".as_bytes(), &[]);
    let first = |query: &str| shelf.find(query)["hits"][0].clone();
    assert_eq!(first("zweigstelle süd")["place"], json!({"kind": "cell", "sheet": "Plan", "cell": "B2"}));
    assert_eq!(first("wasserschaden")["place"], json!({"kind": "cell", "sheet": "Risks", "cell": "A1"}));
    assert_eq!(first("scale w-77")["place"], json!({"kind": "page", "n": 1}));
    assert_eq!(first("elbe")["place"], json!({"kind": "line", "n": 3}));
    let found = first("grosse");
    assert_eq!(found["place"]["kind"], "paragraph");
    assert!(found["snippet"].as_str().unwrap().contains("The Größe of it."), "{found}");
    assert!(found["file"].as_str().unwrap().ends_with("p.docx"), "{found}");
}

#[test]
fn the_total_is_true_and_what_cannot_be_searched_is_counted_by_reason() {
    let shelf = Shelf::new();
    for n in 0..25 {
        shelf.record(&format!("Gauge log {n}"), &format!("{n}.txt"), format!("gauge {n}").as_bytes(), &[]);
    }
    for n in 0..2 {
        shelf.record(&format!("Photo {n}"), &format!("{n}.png"), &[&png()[..], &[n]].concat(), &[]);
    }
    shelf.record("Broken", "b.pdf", b"%PDF-1.4 and then nothing", &[]);
    let found = shelf.0.json(&["search", "gauge"]);
    assert_eq!((found["records"].as_u64(), found["hits"].as_array().map(Vec::len)), (Some(25), Some(20)));
    let expected = json!([{"problem": "image_only", "files": 2}, {"problem": "damaged", "files": 1}]);
    assert_eq!(found["not_searched"], expected);
    let said = String::from_utf8(shelf.0.run(&["search", "gauge"]).stdout).unwrap();
    assert!(said.contains("25 found (0 documents, 25 records), 20 shown."), "{said}");
    assert!(said.contains("3 files cannot be searched: 2 scans and pictures, 1 damaged."), "{said}");
}

#[test]
fn a_query_that_says_nothing_is_refused_by_name() {
    for (query, reason) in [
        ("", "search_without_words"),
        ("– \"\"", "search_without_words"),
        ("-draft", "search_excludes_only"),
        ("-type:record", "search_excludes_only"),
        ("owner:", "search_value_missing"),
        ("policy owner: quality", "search_value_missing"),
        ("after:yesterday", "search_day_unreadable"),
        ("before:2026-13", "search_day_unreadable"),
    ] {
        assert_eq!(Query::parse(query).unwrap_err().reason().name, reason, "{query:?}");
    }
    assert_eq!(Query::parse(&"word ".repeat(31)).unwrap_err().reason().name, "search_too_many_words");
    let shelf = Shelf::new();
    for (query, reason) in [("type:zeppelin", "search_type_unknown"), ("clause:9001/77.7", "clause_unknown")] {
        assert_eq!(shelf.0.refused(&["search", query])["reason"], reason, "{query}");
    }
}
