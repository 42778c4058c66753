//! What can be taken back, what stands in the way, and that it costs the same in a large ledger.

mod kinds;

use clausebook::digest::Digest;
use clausebook::documents::{self, Approval, DocumentKind, NewDocument, NewRevision};
use clausebook::error::Code;
use clausebook::extract::Media;
use clausebook::filed::FiledFile;
use clausebook::ids::DocumentId;
use clausebook::items::ItemId;
use clausebook::mapping::{self, NewLink, Origin, Strength};
use clausebook::people::{self, Role};
use clausebook::standards::ClauseRef;
use clausebook::undo::undo;
use clausebook::workspace::Workspace;
use rusqlite::Connection;

use crate::support::{Place, day};

fn clause() -> ClauseRef {
    ClauseRef { standard: "9001".into(), edition: "2015".into(), clause: "7.5.3".into() }
}

fn draft(workspace: &mut Workspace, code: &str) -> DocumentId {
    let (name, path) = ("a.txt".to_owned(), "a.txt".to_owned());
    let file =
        FiledFile { digest: Digest::of(b"a"), size: 1, name, path, modified: None, media: Media::Text, problem: None };
    workspace
        .transact(|tx| {
            let id = documents::register(tx, NewDocument::new(code, "Control of documents", DocumentKind::Procedure))?;
            let revision = NewRevision { label: Some("1".into()), files: vec![file], ..NewRevision::default() };
            documents::file_revision(tx, id, revision)?;
            Ok(id)
        })
        .unwrap()
}

fn link(workspace: &mut Workspace, id: DocumentId) {
    let new = NewLink {
        item: ItemId::Document(id),
        reference: clause(),
        strength: Strength::Partial,
        reason: "Only the part about storage".into(),
        variance: String::new(),
        scope: Vec::new(),
        origin: Origin::Hand,
    };
    workspace.transact(|tx| mapping::link(tx, new)).unwrap();
}

fn written(workspace: &mut Workspace) -> Vec<std::ops::Range<u64>> {
    workspace.take_written().into_iter().map(|written| written.entries).collect()
}

#[test]
fn a_mapping_taken_back_comes_again_as_it_was() {
    let mut workspace = Place::new().workspace();
    let id = draft(&mut workspace, "QP-07");
    link(&mut workspace, id);
    let before = mapping::of_item(workspace.db(), ItemId::Document(id)).unwrap();
    written(&mut workspace);
    workspace.transact(|tx| mapping::unlink(tx, ItemId::Document(id), &clause(), "Wrong clause")).unwrap();
    let last = written(&mut workspace);
    undo(&mut workspace, &last).unwrap();
    let after = mapping::of_item(workspace.db(), ItemId::Document(id)).unwrap();
    let said = |links: &[mapping::Link]| links.iter().map(|l| (l.strength, l.reason.clone())).collect::<Vec<_>>();
    assert_eq!(said(&after), said(&before), "strength and reason are those of before");
}

#[test]
fn undoing_reads_only_what_is_about_the_thing_itself() {
    let place = Place::new();
    let mut workspace = place.workspace();
    let id = draft(&mut workspace, "QP-07");
    link(&mut workspace, id);
    workspace.transact(|tx| people::enrol(tx, "Auditor", "auditor@example.org", Role::Auditor, None)).unwrap();
    let elsewhere = written(&mut workspace).last().unwrap().start;
    workspace.transact(|tx| mapping::unlink(tx, ItemId::Document(id), &clause(), "Wrong clause")).unwrap();
    let last = written(&mut workspace);
    // An entry about something else that names the same identifiers and cannot be read.
    let mapped = mapping_named_by(&workspace, last[0].start);
    let db = Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute_batch("DROP TRIGGER entry_is_final").unwrap();
    db.execute("UPDATE entry SET bytes = ?1 WHERE seq = ?2", (format!("no entry {mapped} {id}").as_bytes(), elsewhere))
        .unwrap();
    undo(&mut workspace, &last).unwrap();
    assert_eq!(mapping::of_item(workspace.db(), ItemId::Document(id)).unwrap().len(), 1, "it is mapped again");
}

/// The identifier of the mapping that an entry takes back.
fn mapping_named_by(workspace: &Workspace, seq: u64) -> String {
    let bytes = clausebook::ledger::entry_bytes(workspace.db(), seq).unwrap().unwrap();
    let entry: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    entry["event"]["data"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_another_program_wrote_between_is_not_undone() {
    let place = Place::new();
    let mut mine = place.workspace();
    written(&mut mine);
    let first = draft(&mut mine, "QP-01");
    let mut other = place.reopen().unwrap();
    let theirs = draft(&mut other, "QP-02");
    let second = draft(&mut mine, "QP-03");
    let steps = written(&mut mine);
    undo(&mut mine, &steps).unwrap();
    let there = |id| documents::by_id(mine.db(), id).map(|d| d.code).map_err(|e| e.code());
    assert_eq!(there(first), Err(Code::NotFound));
    assert_eq!(there(second), Err(Code::NotFound));
    assert_eq!(there(theirs).as_deref(), Ok("QP-02"), "what the other program wrote stays");
}

#[test]
fn a_document_that_was_mapped_since_is_not_taken_back() {
    let mut workspace = Place::new().workspace();
    written(&mut workspace);
    let id = draft(&mut workspace, "QP-07");
    let filing = written(&mut workspace);
    link(&mut workspace, id);
    let size = workspace.head().unwrap().size;
    let refusal = undo(&mut workspace, &filing).unwrap_err();
    assert_eq!((refusal.code(), refusal.reason().name), (Code::Refused, "change_built_upon"));
    assert_eq!(workspace.head().unwrap().size, size, "a refused undo writes nothing");
    let mapped = written(&mut workspace);
    undo(&mut workspace, &mapped).unwrap();
    undo(&mut workspace, &filing).unwrap();
    assert_eq!(documents::by_id(workspace.db(), id).unwrap_err().code(), Code::NotFound);
}

#[test]
fn an_approval_is_not_undone() {
    let mut workspace = Place::new().workspace();
    written(&mut workspace);
    let id = draft(&mut workspace, "QP-07");
    let filing = written(&mut workspace);
    let approval = Approval {
        label: None,
        by: "quality.manager@example.org".into(),
        on: None,
        effective_from: day(2026, 1, 15),
        next_review: None,
        reason: String::new(),
    };
    workspace.transact(|tx| documents::approve(tx, id, approval)).unwrap();
    let approved = written(&mut workspace);
    let refused =
        |workspace: &mut Workspace, entries: &[std::ops::Range<u64>]| undo(workspace, entries).unwrap_err().to_string();
    assert_eq!(refused(&mut workspace, &approved), "change_final");
    let filed = refused(&mut workspace, &filing);
    assert_eq!(filed, "revision_not_draft (code: QP-07, label: 1, state: effective)", "nor its filing");
}
