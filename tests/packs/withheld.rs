//! Entries of earlier programs that hold a path of somebody's disk: a pack has their hashes alone, and says so.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use clausebook::audits::Audit;
use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::documents;
use clausebook::extract::Media;
use clausebook::filed::FiledFile;
use clausebook::ids::{DocumentId, RevisionId};
use clausebook::items::ItemId;
use clausebook::mapping;
use clausebook::named::Wanted;
use clausebook::packs::Caveat;
use clausebook::people::{self, Role};
use clausebook::statements::{Keys, Meant};
use clausebook::verify::{Fact, Report};
use clausebook::workspace::Workspace;
use serde_json::json;

use super::forged::bag::Bag;
use super::stated::{READER, document, says};
use super::{build, sample, unpacked, verified};
use crate::support::Place;
use crate::support::organisation::approval;

const ABOVE: &str = "/home/Mira-Holt/share";

/// The sample with a draft whose filing entry is as an earlier program wrote it, approved as today's would.
fn with_an_earlier_entry() -> (Place, Workspace, Audit) {
    let (place, workspace, audit, _) = of_an_earlier_entry();
    (place, workspace, audit)
}

/// The same with the document's code.
fn of_an_earlier_entry() -> (Place, Workspace, Audit, String) {
    let (place, mut workspace, audit) = sample();
    let stored = workspace.vault().put_bytes(b"kept at home").unwrap();
    let file = FiledFile {
        digest: stored.digest,
        size: stored.size,
        name: "keys.txt".into(),
        path: String::new(),
        modified: None,
        media: Media::Text,
        problem: None,
        clauses: Vec::new(),
    };
    let (code, id) = first_document(&workspace, &audit);
    workspace
        .transact(|tx| {
            let revision = RevisionId::new();
            let mut event = serde_json::to_value(documents::DocumentEvent::RevisionFiled {
                document: id,
                revision,
                label: "99".into(),
                summary: String::new(),
                author: "a".into(),
                files: vec![file],
            })?;
            event["data"]["files"][0]["path"] = json!(format!("{ABOVE}/keys.txt"));
            tx.append(&event)?;
            documents::approve(tx, code.as_str(), approval(super::TODAY()))
        })
        .unwrap();
    (place, workspace, audit, code)
}

/// A document in force that belongs in the audit's pack.
fn first_document(workspace: &Workspace, audit: &Audit) -> (String, DocumentId) {
    let listed =
        documents::list(workspace.db(), &documents::Filter::default(), documents::Sort::Code, None, 1000).unwrap();
    let audited = |document: &documents::Document| {
        let links = mapping::of_item(workspace.db(), ItemId::Document(document.id)).unwrap();
        document.state == documents::DocumentState::Effective
            && links.iter().any(|link| audit.editions.contains(&link.reference.edition_id()))
    };
    let found = listed.rows.into_iter().find(audited).unwrap();
    (found.code, found.id)
}

#[test]
fn such_an_entry_is_proven_by_its_hash_alone_and_counted() {
    let (place, mut workspace, audit) = with_an_earlier_entry();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let report = verified(&pack);
    assert!(report.ok, "{:?}", report.findings);
    assert!(report.facts.contains(&Fact::Withheld { entries: 1 }), "{:?}", report.facts);
    let warned = report.warnings.iter().find(|found| found.code == "entries_withheld").unwrap();
    assert!(warned.message.starts_with("1 file is"), "the file that only it names is counted: {warned:?}");

    let bag = unpacked(&pack, &place.path("out"));
    for entry in walkdir::WalkDir::new(&bag).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()) {
        let bytes = fs::read(entry.path()).unwrap();
        let found = bytes.windows(9).any(|window| window == b"Mira-Holt");
        assert!(!found, "{} says where a file lay", entry.path().display());
    }
    let page = fs::read_to_string(bag.join("data/index.html")).unwrap();
    assert!(page.contains("1 entry of the ledger is withheld"), "the page says it");
}

#[test]
fn a_withheld_leaf_that_is_not_in_the_ledger_is_found() {
    let (place, mut workspace, audit) = with_an_earlier_entry();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let bag = unpacked(&pack, &place.path("out"));
    let path = bag.join("data/ledger/withheld.txt");
    let text = fs::read_to_string(&path).unwrap();
    let leaf = text.lines().find_map(|line| line.strip_prefix("leaf ")).unwrap();
    let other_leaf = format!("{}{}", if leaf.starts_with('A') { "B" } else { "A" }, &leaf[1..]);
    let file = text.lines().find(|line| line.starts_with("file ")).unwrap();
    let index = text.lines().next().unwrap();
    let shown = fs::read_to_string(bag.join("data/ledger/proofs.txt")).unwrap();
    let shown = shown.lines().next().unwrap().to_owned();
    for (other, code) in [
        (text.replace(leaf, &other_leaf), "proof_invalid"),
        (text.replace(index, "index 0"), "proof_invalid"),
        (text.replace(index, &shown), "proof_invalid"),
        (format!("{text}{text}"), "proof_invalid"),
        (text.replace(&format!("{file}\n"), ""), "file_unproven"),
        (String::new(), "proof_missing"),
    ] {
        fs::write(&path, &other).unwrap();
        let report = verified(&bag);
        assert!(report.findings.iter().any(|found| found.code == code), "{code}: {:?}", report.findings);
    }
}

/// What comes of checking the pack with one list changed and sealed with the pack's own key.
fn changed(workspace: &Workspace, pack: &Path, to: &Path, change: impl Fn(&mut Bag)) -> Report {
    let mut bag = Bag::of(pack);
    change(&mut bag);
    bag.seal(&workspace.signing_key().unwrap());
    fs::write(to, bag.archive().bytes()).unwrap();
    checked::pack(to, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

#[test]
fn what_only_a_withheld_entry_says_is_named_and_everything_else_is_compared() {
    let (place, mut workspace, audit, code) = of_an_earlier_entry();
    let (pack, other) = (place.path("p.zip"), place.path("o.zip"));
    build(&mut workspace, &audit, &pack).unwrap();
    let report = checked::pack(&pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert!(report.ok && report.warnings.iter().all(|found| found.code == "entries_withheld"), "{report:?}");
    let names = report
        .unmet
        .iter()
        .find_map(|unmet| match &unmet.said {
            Fact::PagesOfWithheld { names } => Some(names.clone()),
            _ => None,
        })
        .unwrap();
    let documents = format!("documents.csv: {code}");
    for name in ["index.html", "matrix.xlsx", "coverage.csv: coverage, because, reason", documents.as_str()] {
        assert!(names.split("; ").any(|one| one == name), "{name}: {names}");
    }
    assert!(!names.contains("records.csv") && !names.contains("VERIFY.txt"), "these are compared: {names}");

    let list = Bag::of(&pack).text("data/documents.csv");
    let rows: Vec<&str> = list.lines().skip(1).collect();
    let another = rows.iter().find(|row| !row.starts_with(&format!("{code},"))).unwrap();
    let same = rows.iter().find(|row| row.starts_with(&format!("{code},"))).unwrap();
    let with = |row: &str| list.replacen(row, &row.replacen(',', ",Other ", 1), 1);
    let report = changed(&workspace, &pack, &other, |bag| bag.set("data/documents.csv", with(another)));
    assert_eq!(report.findings[0].code, "page_differs", "all entries of this row are there: {:?}", report.findings);
    let report = changed(&workspace, &pack, &other, |bag| bag.set("data/documents.csv", with(same)));
    assert!(report.ok, "nobody here can say what stands in this row: {:?}", report.findings);
    for (name, change) in [
        ("data/VERIFY.txt", "How to check this pack\n"),
        ("data/records.csv", "code,title\r\n"),
        ("data/history.csv", "entry,at,by,what,about\r\n"),
    ] {
        let report = changed(&workspace, &pack, &other, |bag| bag.set(name, change));
        assert!(report.findings.iter().any(|found| found.code == "page_differs"), "{name}: {:?}", report.findings);
    }
    let report =
        checked::pack(&pack, Some(&place.path("ws")), &Containment::here(), &|_, _| {}, &AtomicBool::new(false))
            .unwrap();
    assert!(report.checks.iter().any(|check| check.name == "complete" && check.ok), "{:?}", report.findings);
}

#[test]
fn statements_stand_in_a_pack_whatever_is_withheld_of_their_documents() {
    let (place, mut workspace, audit, code) = of_an_earlier_entry();
    let keys = Keys::of(&place.path("config"), None);
    workspace.transact(|tx| people::enrol(tx, "Reader", READER, Role::Approver, None).map(drop)).unwrap();
    let other = if code == "QP-02" { "QP-01" } else { "QP-02" };
    for code in [code.as_str(), other] {
        let (_, subject) = document(&workspace, code);
        // As a whole it is a path: what people stated is theirs to say.
        says(&mut workspace, &keys, READER, &subject, Meant::Confirmed, "/home/Mira-Holt/share/notes.txt");
    }
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let report = checked::pack(&pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert!(report.ok, "{:?}", report.findings);
    let said = report.checks.iter().find(|check| check.name == "statements").unwrap();
    assert!(matches!(said.said, Some(Fact::Statements { statements, .. }) if statements >= 2), "{said:?}");
}

#[test]
fn what_somebody_typed_keeps_no_entry_from_the_auditor() {
    let (place, mut workspace, audit) = sample();
    let (code, _) = first_document(&workspace, &audit);
    workspace
        .transact(|tx| {
            let wanted = Wanted::from([("title".to_owned(), "/home/Mira-Holt/report.docx".to_owned())]);
            documents::correct(tx, code.as_str(), &wanted, None, r"C:\Users\Mira\x.docx").map(drop)
        })
        .unwrap();
    let pack = place.path("p.zip");
    let built = build(&mut workspace, &audit, &pack).unwrap();
    assert!(!Bag::of(&pack).files.contains_key("data/ledger/withheld.txt"), "{:?}", built.notes);
    let report = checked::pack(&pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert!(report.ok && report.unmet.is_empty(), "{report:?}");
}

#[test]
fn whoever_builds_a_pack_is_told_what_it_withholds() {
    let (place, mut workspace, audit, code) = of_an_earlier_entry();
    let built = build(&mut workspace, &audit, &place.path("p.zip")).unwrap();
    let said = built.notes.iter().find_map(|note| match note {
        Caveat::Withheld { entries, first } => Some((*entries, first.clone())),
        _ => None,
    });
    let (entries, first) = said.unwrap();
    assert_eq!((entries, first[0].what.as_str()), (1, "document.revision_filed"));
    assert_eq!(first[0].about, [code]);
}

/// The pack with the entries of this kind withheld, as far as a forger can.
fn kept_back(bag: &mut Bag, kind: &str) {
    use clausebook::ledger::tree;
    let (lines, blocks) = (bag.text("data/ledger/entries.jsonl"), bag.text("data/ledger/proofs.txt"));
    let (mut shown, mut proofs, mut withheld) = (String::new(), String::new(), String::new());
    for (line, block) in lines.split_inclusive('\n').zip(blocks.split_inclusive("\n\n")) {
        if line.contains(&format!("\"kind\":\"{kind}\"")) {
            let (index, path) = block.split_once('\n').unwrap();
            let leaf = tree::leaf(line.trim_end().as_bytes());
            let entry: serde_json::Value = serde_json::from_str(line).unwrap();
            let files = entry["event"]["data"]["files"].as_array().cloned().unwrap_or_default();
            let files: String =
                files.iter().map(|file| format!("file {}\n", file["digest"].as_str().unwrap())).collect();
            withheld.push_str(&format!("{index}\nleaf {}\n{files}{path}", BASE64.encode(leaf.as_bytes())));
        } else {
            shown.push_str(line);
            proofs.push_str(block);
        }
    }
    bag.set("data/ledger/entries.jsonl", shown);
    bag.set("data/ledger/proofs.txt", proofs);
    bag.set("data/ledger/withheld.txt", withheld);
}

#[test]
fn entries_that_hold_no_path_are_not_withheld() {
    let (place, mut workspace, audit) = sample();
    let (pack, other) = (place.path("p.zip"), place.path("o.zip"));
    build(&mut workspace, &audit, &pack).unwrap();
    // No entry of this kind holds a path: the history in the pack tells.
    let report = changed(&workspace, &pack, &other, |bag| kept_back(bag, "mapping.linked"));
    assert!(report.findings.iter().any(|found| found.place.contains("withheld")), "{:?}", report.findings);
    // One of this kind might: the folder tells.
    let report = changed(&workspace, &pack, &other, |bag| kept_back(bag, "record.filed"));
    assert!(!report.unmet.is_empty(), "what was not compared is named: {report:?}");
    let report =
        checked::pack(&other, Some(&place.path("ws")), &Containment::here(), &|_, _| {}, &AtomicBool::new(false))
            .unwrap();
    assert!(report.findings.iter().any(|found| found.code == "entry_kept_back"), "{:?}", report.findings);
}
