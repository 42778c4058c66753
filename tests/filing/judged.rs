//! A file that is looked at by itself and the same file taken in by an import: one judge.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::contained::Containment;
use clausebook::filing::{FileAs, Probe, probe};
use clausebook::import::{self, Sources};
use serde_json::Value;

use super::{Desk, text};
use crate::fixtures::files::{docx, email};
use crate::fixtures::share;
use crate::support::file;

impl Desk {
    /// What an import of this file alone would do.
    fn planned(&mut self, path: &Path) -> Value {
        let sources = Sources { paths: vec![path.to_owned()], ..Sources::default() };
        let done =
            import::import(&mut self.workspace, &self.cache, &sources, true, &|_, _, _| {}, &AtomicBool::new(false));
        serde_json::to_value(done.unwrap()).unwrap()
    }
}

fn asked(planned: &Value) -> bool {
    planned["doubts"].as_array().unwrap().iter().any(|doubt| !doubt["on"]["document_or_record"].is_null())
}

/// That what is said of a file before it is filed is what is filed.
fn assert_one_judge(path: &Path, seen: &Probe, planned: &Value) {
    let (documents, records) = (&planned["planned_documents"], &planned["planned_records"]);
    if let Some(record) = records.get(0) {
        // What a picture shows only a person can tell.
        assert!(seen.suggests.as_ref().is_none_or(|s| s.value == FileAs::Record), "{path:?}: {seen:#?}");
        assert_eq!(seen.in_doubt, asked(record), "{path:?}: {record:#}");
        assert_eq!(serde_json::to_value(&seen.why).unwrap(), record["why"], "{path:?}");
        return;
    }
    let document = documents.get(0).unwrap_or_else(|| panic!("{path:?}: {planned:#}"));
    assert_eq!(seen.suggests.as_ref().map(|s| s.value), Some(FileAs::Document), "{path:?}: {document:#}");
    assert_eq!(serde_json::to_value(&seen.why).unwrap(), document["why"], "{path:?}");
    let code = document["code"].as_str().unwrap();
    match &seen.code {
        Some(found) => assert_eq!(found.value, code, "{path:?}"),
        None => assert_eq!(code, text(&seen.title), "{path:?}: the title stands in"),
    }
    assert_eq!(document["title"], text(&seen.title), "{path:?}: title");
    assert_eq!(document["owner"], text(&seen.owner), "{path:?}: owner");
    let label = document["revisions"][0]["label"].as_str().unwrap();
    assert_eq!(seen.revision.as_ref().map_or("1", |s| s.value.as_str()), label, "{path:?}: version");
    let next = seen.next_review.as_ref().map(|s| serde_json::to_value(s.value).unwrap()).unwrap_or_default();
    assert_eq!(document["next_review"], next, "{path:?}: next review");
}

const TEXTS: [(&str, &str); 18] = [
    ("Backup policy.txt", "Backup policy\n\nPurpose\n\nWhat is kept.\n\nScope\n\nAll of it.\n"),
    ("POL-7 Backup policy v2.txt", "Purpose\n\nWhat is kept.\n"),
    ("README.md", "# Retention rules\n\n## Purpose\n\nWhat is kept, and for how long.\n\n## Scope\n\nAll.\n"),
    ("Besprechung 2026-03-04.txt", "Teilnehmer\n\nLeitung\n\nFeststellungen\n\nkeine\n"),
    ("VA 07.05-01 Lenkung Rev. 6.txt", "Zweck\n\nWas gilt.\n\nGeltungsbereich\n\nAlle.\n"),
    ("Procédure d'achat.txt", "Procédure d'achat\n\nObjet\n\nComment on achète.\n\nDomaine d'application\n\nTous.\n"),
    ("Acta de reunión 3.txt", "Asistentes\n\nDirección\n\nAcuerdos\n\nninguno\n"),
    (
        "Procedimiento de compras.txt",
        "Objeto\n\nCómo se compra.\n\nAlcance\n\nTodos.\n\nResponsabilidades\n\nCompras\n",
    ),
    ("notes.txt", "something\n"),
    ("Visitor form.txt", "Visitor form\n\nName: ________\nCompany: ________\nSigned: ________\n"),
    ("Visitor form 12.txt", "Visitor form\n\nName: A\nFound on: 18.09.2022\n"),
    ("CAL-2026-01 Balance.txt", "Measured\t10.01\n"),
    ("DIN_EN_10204_2005.txt", "x\n"),
    ("0050 Contacts.txt", "Document ID\tBCM-0050\nVersion\t3\n"),
    ("export.csv", "a,b,c\n1,2,3\n"),
    ("Gemfile", "source 'https://rubygems.example'\n"),
    ("Policy (final).txt", "Policy\n\nPurpose\n\nx\n\nValid until: 2027-05-01\nOwner: Clerk\nVersion: 4\n"),
    ("COVID-19 Rules.txt", "Rules\n\nPurpose\n\nStay away.\n"),
];

#[test]
fn what_is_said_of_a_file_before_it_is_filed_is_what_an_import_files() {
    let mut desk = Desk::new();
    let folder = desk.place.path("drop");
    let whole = share::write(&folder).folder;
    let mut paths: Vec<_> = TEXTS.iter().map(|(name, text)| file(&folder, name, text.as_bytes())).collect();
    for of in ["Records", "Policies", "External documents", "Archive", "Templates"] {
        let inside = TEXTS.iter().map(|(name, text)| file(&folder.join(of), name, text.as_bytes()));
        paths.extend(inside.collect::<Vec<_>>());
    }
    let table = docx("Storage", &[&["Document ID", "QP-70", "Version", "1.0"], &["Owner", "Clerk"]], &["text"], "");
    paths.push(file(&folder, "QP-70 Storage v2.0.docx", &table));
    paths.push(file(&folder, "Order.eml", &email("Order", "please", "a,b")));
    paths.extend(
        walkdir::WalkDir::new(&whole)
            .into_iter()
            .flatten()
            .filter(|entry| entry.file_type().is_file())
            .map(walkdir::DirEntry::into_path),
    );
    let mut told = 0;
    for path in &paths {
        let planned = desk.planned(path);
        // Files of operating systems are no documents of anybody.
        if planned["skipped"].as_array().unwrap().is_empty() {
            let seen = probe(desk.workspace.db(), &Containment::here(), path, &desk.held).unwrap();
            assert_one_judge(path, &seen, &planned);
            told += 1;
        }
    }
    assert!(told > 100, "{told}");
}

#[test]
fn a_number_that_is_written_otherwise_is_that_of_the_register() {
    let mut desk = Desk::new();
    let first = desk.drop("VA 07.05-01 Lenkung.txt", "Dokument-Nr.\tVA 07.05-01\n");
    let item = serde_json::json!([{"paths": [first], "as": "document", "code": "VA 07.05-01", "title": "Lenkung",
                                   "what": "procedure", "revision": "1"}]);
    desk.file(item).unwrap();
    let next = desk.drop("va_07.05–01 Lenkung.txt", "Dokument-Nr.\tVA-07.05-01\nVersion\t2\n");
    let seen = probe(desk.workspace.db(), &Containment::here(), &next, &desk.held).unwrap();
    assert_eq!((text(&seen.code), seen.suggests.map(|s| s.value)), ("VA 07.05-01", Some(FileAs::Revision)));
}
