//! Import of a share with every trap: what is found, what is said, and that repeating it changes nothing.

mod states;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::fixtures::share::{self, Share};
use crate::support::Place;

fn ready() -> (Place, Share) {
    let place = Place::new();
    let ws = place.path("ws").display().to_string();
    place.json(&["init", &ws, "--organisation", "Example laboratory"]);
    let share = share::write(place.folder.path());
    (place, share)
}

fn import(place: &Place, share: &Share, more: &[&str]) -> Value {
    let text = |p: &std::path::Path| p.display().to_string();
    let (folder, master, index, scopes) =
        (text(&share.folder), text(&share.master), text(&share.index), text(&share.scopes));
    let args = ["import", &folder, "--master-list", &master, "--evidence-index", &index, "--scopes", &scopes];
    place.json(&[&args[..], more].concat())
}

fn events(place: &Place) -> u64 {
    place.json(&["ledger", "log", "--limit", "1"])["size"].as_u64().unwrap()
}

#[test]
fn a_dry_run_shows_all_of_it_and_writes_nothing() {
    let (place, share) = ready();
    let before = events(&place);
    let planned = import(&place, &share, &["--dry-run"]);
    assert_eq!(events(&place), before, "no event");
    assert!(std::fs::read_dir(place.path("ws/objects")).unwrap().next().is_none(), "no file");
    let done = import(&place, &share, &[]);
    for key in ["documents", "revisions", "records", "files", "duplicates", "skipped", "problems", "by_kind"] {
        assert_eq!(planned[key], done[key], "what the dry run said of {key} is what happened");
    }
    assert!(!planned["planned_documents"].as_array().unwrap().is_empty());
}

#[test]
fn everything_is_found_and_everything_strange_is_said() {
    let (place, share) = ready();
    let done = import(&place, &share, &[]);
    assert_eq!(done["by_kind"], json!({"document": 13, "external": 1, "record": 7, "system": 5}));
    assert_eq!((&done["documents"], &done["external"], &done["listed_only"]), (&json!(9), &json!(1), &json!(2)));
    assert_eq!((&done["revisions"], &done["records"], &done["files"]), (&json!(11), &json!(7), &json!(21)));
    assert_eq!(
        done["duplicates"],
        json!([
            [
                "1 Policies/Copy of LAB-POL-001 Safety policy v2.1.docx",
                "1 Policies/LAB-POL-001 Safety policy v2.1.docx"
            ],
            ["4 Records/2026/Calibration/CAL-2026-01 Balance W-77.pdf", "4 Records/2026/Suppliers/W-77.pdf"],
        ])
    );
    let rows: BTreeSet<(u64, String)> = done["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["list"] == "master_list")
        .map(|p| (p["row"].as_u64().unwrap(), p["code"].as_str().unwrap().to_owned()))
        .collect();
    let expected = [
        (8, "version_older_than_newest_file"),
        (8, "ambiguous_date"),
        (8, "title_differs"),
        (8, "location_not_found"),
        (9, "imprecise_date"),
        (9, "unknown_clause"),
        (9, "status_differs"),
        (10, "owner_differs"),
        (12, "file_empty"),
        (12, "version_without_file"),
        (13, "next_review_empty"),
        (13, "file_unreadable"),
        (14, "file_unreadable"),
        (15, "file_missing"),
        (16, "file_missing"),
        (16, "location_empty"),
        (17, "duplicate_number"),
        (17, "location_empty"),
    ];
    assert_eq!(rows, expected.map(|(r, c)| (r, c.to_owned())).into());
    let files: BTreeSet<(String, String)> = done["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["list"].is_null())
        .map(|p| {
            (p["code"].as_str().unwrap().to_owned(), p["path"].as_str().unwrap().rsplit('/').next().unwrap().to_owned())
        })
        .collect();
    for (code, name) in [
        ("empty", "QP-09_Complaints_Rev A.docx"),
        ("damaged", "QP-10 Subcontracting v1.0.docx"),
        ("locked", "QP-11 Contracts v1.0 (protected).pdf"),
        ("image_only", "scan0007.png"),
        ("wrong_extension", "certificate.docx"),
        ("not_listed", "FO-LAB-QA02(07)-Sampling.docx"),
        ("record_not_in_index", "scan0007.png"),
    ] {
        assert!(files.contains(&(code.into(), name.into())), "{code}: {name} in {files:?}");
    }
    let index: Vec<_> = done["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["list"] == "evidence_index")
        .map(|p| p["code"].clone())
        .collect();
    assert_eq!(index, ["index_row_without_clauses", "index_file_missing"]);
}

#[test]
fn versions_become_revisions_and_copies_further_files() {
    let (place, share) = ready();
    import(&place, &share, &[]);
    let shown = place.json(&["document", "show", "LAB-POL-001"]);
    let revisions: Vec<_> = shown["revisions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| {
            (
                r["label"].as_str().unwrap().to_owned(),
                r["state"].as_str().unwrap().to_owned(),
                r["files"].as_array().unwrap().len(),
            )
        })
        .collect();
    let want = [("1.0", "superseded", 1), ("2.0", "superseded", 1), ("2.1", "effective", 3)];
    assert_eq!(revisions, want.map(|(l, s, n)| (l.to_owned(), s.to_owned(), n)));
    assert_eq!(shown["next_review"], json!({"precision": "day", "day": "2027-02-02"}));
    assert_eq!(
        place.json(&["document", "show", "LAB-POL-003"])["state"],
        "draft",
        "a draft stays one, whatever the list says"
    );
    assert_eq!(place.json(&["document", "show", "QP-12"])["state"], "listed", "known from the list alone");
    assert_eq!(place.json(&["document", "show", "QP-13"])["state"], "withdrawn");
    assert_eq!(place.json(&["document", "show", "LAB-SOP-12"])["scope"], json!(["N"]));
    let overdue: Vec<String> = place.json(&["review", "list", "--until", "2026-04-30"])["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| format!("{} {}", i["code"].as_str().unwrap(), i["due"]["precision"].as_str().unwrap()))
        .filter(|c| !c.starts_with("R-"))
        .collect();
    assert_eq!(overdue, ["WI-LAB-04 day", "QP-12 day", "LAB-POL-002 ambiguous", "QP-11 day"]);
}

#[test]
fn what_was_imported_is_found_by_its_text() {
    let (place, share) = ready();
    import(&place, &share, &[]);
    let files = |query: &str| -> Vec<String> {
        let hits = place.json(&["search", query]);
        hits["hits"]
            .as_array()
            .unwrap()
            .iter()
            .map(|h| h["file"].as_str().unwrap().rsplit('/').next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(files("seal was broken"), ["FW Late report.eml"], "inside an attachment");
    assert_eq!(files("PIPETTING refresher"), ["matrix.xlsx"], "on the second sheet");
    assert_eq!(files("accreditation of the supplier"), ["certificate.docx"], "a PDF under another name");
    assert_eq!(
        files("goggles are worn"),
        ["LAB-POL-001 Safety policy v2.1.docx", "Copy of LAB-POL-001 Safety policy v2.1.docx"].map(String::from)
    );
    assert_eq!(files("Waage austariert").len(), 1, "a name in decomposed letters");
    assert_eq!(files("struck out"), Vec::<String>::new());
    assert_eq!(files("9001/7.1.5.2").len(), 1, "by clause");
}

#[test]
fn a_second_import_adds_no_event_and_an_interrupted_one_goes_on() {
    let (place, share) = ready();
    // Interrupted: only a part of the share had arrived.
    let part = share.folder.join("1 Policies").display().to_string();
    place.json(&["import", &part]);
    let done = import(&place, &share, &[]);
    let size = events(&place);
    let again = import(&place, &share, &[]);
    assert_eq!(again["added"], json!({"documents": 0, "revisions": 0, "records": 0, "files": 0}));
    assert_eq!(events(&place), size, "no event");
    assert_eq!(done["problems"], again["problems"]);
    let report = place.json(&["verify", "--deep"]);
    assert_eq!(report["ok"], true);
}

#[test]
fn a_list_that_cannot_be_understood_stops_the_import_before_anything_is_done() {
    let (place, share) = ready();
    let before = events(&place);
    let (folder, wrong) = (share.folder.display().to_string(), share.index.display().to_string());
    assert_eq!(place.refused(&["import", &folder, "--master-list", &wrong])["code"], "list_unreadable");
    assert_eq!(place.refused(&["import", &folder, "--scopes", &wrong])["code"], "list_unreadable");
    let ws = place.path("ws").display().to_string();
    assert_eq!(place.refused(&["import", &ws])["code"], "invalid_path", "a workspace is not imported into itself");
    assert_eq!(events(&place), before);
}

#[test]
fn links_and_names_that_are_no_text_are_said_and_not_followed() {
    use std::os::unix::ffi::OsStrExt;
    let (place, share) = ready();
    let secret = crate::support::file(place.folder.path(), "secret.txt", b"outside of the share");
    std::os::unix::fs::symlink(&secret, share.folder.join("link.txt")).unwrap();
    std::fs::write(share.folder.join(std::ffi::OsStr::from_bytes(b"bad\xff.txt")), b"x").unwrap();
    let done = import(&place, &share, &[]);
    let codes: Vec<&str> = done["problems"].as_array().unwrap().iter().filter_map(|p| p["code"].as_str()).collect();
    assert!(codes.contains(&"not_a_file") && codes.contains(&"name_is_no_text"), "{codes:?}");
    assert_eq!(place.json(&["search", "outside of the share"])["hits"], json!([]));
}

#[test]
fn an_index_with_two_columns_is_enough() {
    let place = Place::new();
    let ws = place.path("ws").display().to_string();
    place.json(&["init", &ws, "--organisation", "Example laboratory"]);
    crate::support::file(place.folder.path(), "Records/one.txt", b"one");
    let index = crate::support::file(place.folder.path(), "index.csv", b"file,clauses\none.txt,9001: 9.2.2\n");
    let folder = place.path("Records").display().to_string();
    let done = place.json(&["import", &folder, "--evidence-index", &index.display().to_string()]);
    assert_eq!((&done["records"], &done["problems"]), (&json!(1), &json!([])));
}
