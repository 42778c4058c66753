//! Import of a share with every trap: what is found, what is said, and that repeating it changes nothing.

mod again;
mod asking;
mod claims;
mod clauses;
mod interrupted;
mod kinds;
mod linear;
mod programs;
mod states;
mod undated;
mod unsaid;
mod words;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use clausebook::agenda;
use clausebook::day::Due;
use clausebook::documents::{self, Document, DocumentState, Revision, RevisionState};
use clausebook::error::{Code, Result};
use clausebook::import::{self, Imported, Sources};
use clausebook::search::{self, Shelf, TextCache};
use clausebook::systems;
use clausebook::verify;
use serde_json::{Value, json};

use crate::fixtures::share::{self, Share};
use crate::support::day;
use crate::support::organisation::Organisation;

/// An organisation that a share can be taken into.
struct Intake {
    at: Organisation,
    cache: TextCache,
}

impl Intake {
    fn new() -> Self {
        let at = Organisation::new();
        let cache = TextCache::open(&at.workspace.text_db()).unwrap();
        Self { at, cache }
    }

    fn try_import(&mut self, sources: &Sources, dry_run: bool) -> Result<Imported> {
        import::import(&mut self.at.workspace, &self.cache, sources, dry_run, &|_, _, _| {}, &AtomicBool::new(false))
    }

    /// Imports; answers in the form in which every shell gets it.
    fn import(&mut self, sources: &Sources) -> Value {
        serde_json::to_value(self.try_import(sources, false).unwrap()).unwrap()
    }

    /// How many entries the ledger has.
    fn size(&self) -> u64 {
        self.at.workspace.head().unwrap().size
    }

    fn document(&self, code: &str) -> Document {
        documents::by_code(self.at.db(), code).unwrap()
    }

    fn revisions(&self, code: &str) -> Vec<Revision> {
        documents::revisions(self.at.db(), self.document(code).id).unwrap()
    }

    /// The names of the files that are found.
    fn found(&self, query: &str) -> Vec<String> {
        let hits =
            search::find(self.at.db(), &self.cache, &Shelf::default(), query, 500, self.at.workspace.today().unwrap())
                .unwrap();
        hits.hits.into_iter().map(|hit| hit.file.rsplit('/').next().unwrap().to_owned()).collect()
    }
}

/// Nothing but these folders and files.
fn only(paths: &[PathBuf]) -> Sources {
    Sources { paths: paths.to_vec(), ..Sources::default() }
}

/// The share with all its lists.
fn all(share: &Share) -> Sources {
    Sources {
        paths: vec![share.folder.clone()],
        master_list: Some(share.master.clone()),
        evidence_index: Some(share.index.clone()),
        scopes: Some(share.scopes.clone()),
        ..Sources::default()
    }
}

fn ready() -> (Intake, Share) {
    let intake = Intake::new();
    let share = share::write(intake.at.place.folder.path());
    (intake, share)
}

#[test]
fn a_dry_run_shows_all_of_it_and_writes_nothing() {
    let (mut intake, share) = ready();
    let before = intake.size();
    let planned = serde_json::to_value(intake.try_import(&all(&share), true).unwrap()).unwrap();
    assert_eq!(intake.size(), before, "no event");
    assert!(std::fs::read_dir(intake.at.place.path("ws/objects")).unwrap().next().is_none(), "no file");
    let done = intake.import(&all(&share));
    for key in ["documents", "revisions", "records", "files", "duplicates", "skipped", "problems", "by_kind"] {
        assert_eq!(planned[key], done[key], "what the dry run said of {key} is what happened");
    }
    assert!(!planned["planned_documents"].as_array().unwrap().is_empty());
}

#[test]
fn everything_is_found_and_everything_strange_is_said() {
    let (mut intake, share) = ready();
    let done = intake.import(&all(&share));
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
        (7, "approval_not_known"),
        (8, "approval_not_known"),
        (10, "approval_not_known"),
        (11, "approval_not_known"),
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
        (13, "approval_not_known"),
        (14, "file_unreadable"),
        (14, "approval_not_known"),
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
    let (mut intake, share) = ready();
    intake.import(&all(&share));
    let revisions = intake.revisions("LAB-POL-001");
    let told: Vec<_> = revisions.iter().map(|r| (r.label.as_str(), r.state, r.files.len())).collect();
    let superseded = RevisionState::Superseded;
    assert_eq!(told, [("1.0", superseded, 1), ("2.0", superseded, 1), ("2.1", RevisionState::Effective, 3)]);
    assert_eq!(intake.document("LAB-POL-001").next_review, Some(Due::Day { day: day(2027, 2, 2) }));
    let state = |code: &str| intake.document(code).state;
    assert_eq!(state("LAB-POL-003"), DocumentState::Draft, "a draft stays one, whatever the list says");
    assert_eq!(state("QP-12"), DocumentState::Listed, "known from the list alone");
    assert_eq!(state("QP-13"), DocumentState::Withdrawn);
    let db = intake.at.db();
    let scope = documents::scope_of(db, intake.document("LAB-SOP-12").id).unwrap();
    assert_eq!(systems::scope_item_codes(db, &scope).unwrap(), ["N"]);
    let due = agenda::due_until(db, Some(day(2026, 4, 30)), day(2026, 4, 30)).unwrap();
    let due: Vec<(String, Due)> =
        due.into_iter().filter(|due| !due.code.starts_with("REC-")).map(|due| (due.code, due.due)).collect();
    let codes: Vec<&str> = due.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["WI-LAB-04", "QP-12", "LAB-POL-002", "QP-11"]);
    let unclear: Vec<&str> =
        due.iter().filter(|(_, due)| matches!(due, Due::Ambiguous { .. })).map(|(code, _)| code.as_str()).collect();
    assert_eq!(unclear, ["LAB-POL-002"], "a date with two readings stays one");
}

#[test]
fn what_was_imported_is_found_by_its_text() {
    let (mut intake, share) = ready();
    intake.import(&all(&share));
    let files = |query: &str| intake.found(query);
    assert_eq!(files("seal was broken"), ["FW Late report.eml"], "inside an attachment");
    assert_eq!(files("PIPETTING refresher"), ["matrix.xlsx"], "on the second sheet");
    assert_eq!(files("accreditation of the supplier"), ["certificate.docx"], "a PDF under another name");
    assert_eq!(files("goggles are worn"), ["LAB-POL-001 Safety policy v2.1.docx"], "a document once, copies or not");
    assert_eq!(files("Waage austariert").len(), 1, "a name in decomposed letters");
    assert_eq!(files("struck out"), Vec::<String>::new());
    assert_eq!(files("9001/7.1.5.2").len(), 1, "by clause");
}

#[test]
fn a_second_import_adds_no_event_and_an_interrupted_one_goes_on() {
    let (mut intake, share) = ready();
    // Interrupted: only a part of the share had arrived.
    intake.import(&only(&[share.folder.join("1 Policies")]));
    let done = intake.import(&all(&share));
    let size = intake.size();
    let again = intake.import(&all(&share));
    assert_eq!(again["added"], json!({"documents": 0, "revisions": 0, "records": 0, "files": 0}));
    assert_eq!(intake.size(), size, "no event");
    assert_eq!(done["problems"], again["problems"]);
    let folder = intake.at.place.path("ws");
    let report =
        verify::workspace(&folder, true, verify::Held::default(), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert!(report.ok, "{report:?}");
}

#[test]
fn a_list_that_cannot_be_understood_stops_the_import_before_anything_is_done() {
    let (mut intake, share) = ready();
    let before = intake.size();
    let mut refused = |sources: Sources| intake.try_import(&sources, false).map(|_| ()).unwrap_err().code();
    let folder = || only(std::slice::from_ref(&share.folder));
    assert_eq!(refused(Sources { master_list: Some(share.index.clone()), ..folder() }), Code::ListUnreadable);
    assert_eq!(refused(Sources { scopes: Some(share.index.clone()), ..folder() }), Code::ListUnreadable);
    assert_eq!(refused(only(&[share.folder.join("nowhere")])), Code::FileNotFound);
    let root = intake.at.workspace.root().to_owned();
    let itself = intake.try_import(&only(&[root]), false).map(|_| ()).unwrap_err().code();
    assert_eq!(itself, Code::InvalidPath, "a workspace is not imported into itself");
    assert_eq!(intake.size(), before);
}

#[test]
fn links_and_names_that_are_no_text_are_said_and_not_followed() {
    use std::os::unix::ffi::OsStrExt;
    let (mut intake, share) = ready();
    let secret = crate::support::file(intake.at.place.folder.path(), "secret.txt", b"outside of the share");
    std::os::unix::fs::symlink(&secret, share.folder.join("link.txt")).unwrap();
    std::fs::write(share.folder.join(std::ffi::OsStr::from_bytes(b"bad\xff.txt")), b"x").unwrap();
    let done = intake.import(&all(&share));
    let codes: Vec<&str> = done["problems"].as_array().unwrap().iter().filter_map(|p| p["code"].as_str()).collect();
    assert!(codes.contains(&"not_a_file") && codes.contains(&"name_is_no_text"), "{codes:?}");
    assert_eq!(intake.found("outside of the share"), Vec::<String>::new());
}

#[test]
fn an_index_with_two_columns_is_enough() {
    let mut intake = Intake::new();
    let folder = intake.at.place.path("Records");
    crate::support::file(&folder, "one.txt", b"one");
    let index =
        crate::support::file(intake.at.place.folder.path(), "index.csv", b"file,clauses\none.txt,9001: 9.2.2\n");
    let done = intake.import(&Sources { evidence_index: Some(index), ..only(&[folder]) });
    assert_eq!((&done["records"], &done["problems"]), (&json!(1), &json!([])));
}
