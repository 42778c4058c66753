//! What can be taken back, what stands in the way, and that it costs the same in a large ledger.

mod histories;
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
use clausebook::undo::{changes, undo, undo_one};
use clausebook::workspace::{BatchState, Workspace};
use rusqlite::Connection;

use crate::support::{Place, day};

fn clause() -> ClauseRef {
    ClauseRef { standard: "9001".into(), edition: "2015".into(), clause: "7.5.3".into() }
}

fn draft(workspace: &mut Workspace, code: &str) -> DocumentId {
    let (name, path) = ("a.txt".to_owned(), "a.txt".to_owned());
    let (digest, clauses) = (Digest::of(b"a"), Vec::new());
    let file = FiledFile { digest, size: 1, name, path, modified: None, media: Media::Text, problem: None, clauses };
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
        basis: None,
    };
    workspace.transact(|tx| mapping::link(tx, new)).unwrap();
}

/// Who acts from here on.
fn as_person(workspace: &mut Workspace, person: &str) {
    workspace.act_as(format!("{person}@example.org"));
}

fn approve(workspace: &mut Workspace, id: DocumentId) {
    let approval = Approval {
        label: None,
        by: "quality.manager@example.org".into(),
        on: None,
        effective_from: day(2026, 1, 15),
        next_review: None,
        reason: String::new(),
    };
    workspace.transact(|tx| documents::approve(tx, id, approval)).unwrap();
}

fn there(workspace: &Workspace, id: DocumentId) -> bool {
    documents::by_id(workspace.db(), id).is_ok()
}

#[test]
fn a_mapping_taken_back_comes_again_as_it_was() {
    let mut workspace = Place::new().workspace();
    let id = draft(&mut workspace, "QP-07");
    link(&mut workspace, id);
    let before = mapping::of_item(workspace.db(), ItemId::Document(id)).unwrap();
    workspace.transact(|tx| mapping::unlink(tx, ItemId::Document(id), &clause(), "Wrong clause")).unwrap();
    undo(&mut workspace).unwrap();
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
    workspace.take_written();
    workspace.transact(|tx| people::enrol(tx, "Auditor", "auditor@example.org", Role::Auditor, None)).unwrap();
    let elsewhere = workspace.take_written().last().unwrap().entries.start;
    workspace.transact(|tx| mapping::unlink(tx, ItemId::Document(id), &clause(), "Wrong clause")).unwrap();
    let last = workspace.take_written()[0].entries.clone();
    // An entry about something else that names the same identifiers and cannot be read.
    let mapped = mapping_named_by(&workspace, last.start);
    let db = Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute_batch("DROP TRIGGER entry_is_final").unwrap();
    db.execute("UPDATE entry SET bytes = ?1 WHERE seq = ?2", (format!("no entry {mapped} {id}").as_bytes(), elsewhere))
        .unwrap();
    // Newer final changes are told by their entries; here none may be read.
    db.execute("UPDATE batch SET actor = 'somebody else' WHERE first = ?1", [elsewhere]).unwrap();
    undo(&mut workspace).unwrap();
    assert_eq!(mapping::of_item(workspace.db(), ItemId::Document(id)).unwrap().len(), 1, "it is mapped again");
}

/// The identifier of the mapping that an entry takes back.
fn mapping_named_by(workspace: &Workspace, seq: u64) -> String {
    let bytes = clausebook::ledger::entry_bytes(workspace.db(), seq).unwrap().unwrap();
    let entry: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    entry["event"]["data"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn each_person_takes_back_what_is_their_own_newest_first_also_after_a_restart() {
    let place = Place::new();
    let mut mine = place.workspace();
    as_person(&mut mine, "me");
    let first = draft(&mut mine, "QP-01");
    let mut other = place.reopen().unwrap();
    as_person(&mut other, "other");
    let theirs = draft(&mut other, "QP-02");
    let second = draft(&mut mine, "QP-03");
    drop(mine);
    let mut mine = place.reopen().unwrap();
    as_person(&mut mine, "me");
    let shown = undo(&mut mine).unwrap();
    let kinds: Vec<&str> = shown.taken_back.entries.iter().map(|e| e.kind.as_str()).collect();
    assert_eq!(kinds, ["document.registered", "document.revision_filed"], "all that one step wrote");
    assert_eq!(shown.taken_back.entries[0].about, "QP-03, Control of documents", "with words for it");
    assert_eq!([first, second, theirs].map(|id| there(&mine, id)), [true, false, true], "the newest of one's own");
    undo(&mut mine).unwrap();
    assert_eq!([first, theirs].map(|id| there(&mine, id)), [false, true], "then the one before; never another's");
    let refusal = undo(&mut mine).unwrap_err();
    assert_eq!(refusal.to_string(), "change_none (actor: me@example.org)", "an undo is not undone by accident");
}

#[test]
fn what_others_built_upon_is_refused_and_named() {
    let mut workspace = Place::new().workspace();
    as_person(&mut workspace, "me");
    let id = draft(&mut workspace, "QP-07");
    as_person(&mut workspace, "other");
    link(&mut workspace, id);
    let at = workspace.head().unwrap().size - 1;
    as_person(&mut workspace, "me");
    let size = workspace.head().unwrap().size;
    let refusal = undo(&mut workspace).unwrap_err();
    assert_eq!((refusal.code(), refusal.reason().name), (Code::Refused, "change_built_upon"));
    assert_eq!(refusal.value("since").unwrap(), format!("{at} mapping.linked 2026-01-15 other@example.org"));
    assert_eq!(workspace.head().unwrap().size, size, "a refused undo writes nothing");
    as_person(&mut workspace, "other");
    undo(&mut workspace).unwrap();
    as_person(&mut workspace, "me");
    undo(&mut workspace).unwrap();
    assert!(!there(&workspace, id));
}

#[test]
fn an_approval_stays_and_is_told_while_what_lies_before_it_is_taken_back() {
    let mut workspace = Place::new().workspace();
    let approved = draft(&mut workspace, "QP-07");
    let mistaken = draft(&mut workspace, "QP-08");
    approve(&mut workspace, approved);
    let shown = undo(&mut workspace).unwrap();
    assert!(!there(&workspace, mistaken));
    assert_eq!(shown.passed.len(), 1);
    assert_eq!(shown.passed[0].state, BatchState::Final);
    assert_eq!(shown.passed[0].entries[0].kind, "document.approved");
    let refusal = undo(&mut workspace).unwrap_err();
    assert!(refusal.value("since").unwrap().contains("document.approved"), "its filing is no longer alone: {refusal}");
}

#[test]
fn one_change_is_taken_back_by_its_entry_and_never_another_in_its_place() {
    let mut workspace = Place::new().workspace();
    as_person(&mut workspace, "me");
    let earlier = draft(&mut workspace, "QP-07");
    let later = draft(&mut workspace, "QP-08");
    approve(&mut workspace, later);
    let approved = workspace.head().unwrap().size - 1;
    let listed = changes(workspace.db(), "me@example.org", 20).unwrap();
    let [mine, older] = [&listed[1], &listed[2]].map(|change| (change.first, change.last));
    let refused = |workspace: &mut Workspace, entry: u64| {
        let size = workspace.head().unwrap().size;
        let refusal = undo_one(workspace, entry).unwrap_err();
        assert_eq!(workspace.head().unwrap().size, size, "a refused undo writes nothing");
        refusal.reason().name
    };
    assert_eq!(refused(&mut workspace, approved), "change_final", "an approval: nothing before it goes in its place");
    assert!([earlier, later].iter().all(|id| there(&workspace, *id)));
    assert_eq!(refused(&mut workspace, mine.0), "change_built_upon", "it was approved");
    assert_eq!(refused(&mut workspace, approved + 100), "change_unknown");
    as_person(&mut workspace, "other");
    assert_eq!(refused(&mut workspace, older.0), "change_of_another");
    as_person(&mut workspace, "me");
    let shown = undo_one(&mut workspace, older.1).unwrap();
    assert_eq!((shown.taken_back.first, shown.passed), (older.0, Vec::new()), "by whichever of its entries");
    assert_eq!([earlier, later].map(|id| there(&workspace, id)), [false, true]);
    assert_eq!(refused(&mut workspace, older.0), "change_taken_back");
    let undoing = workspace.head().unwrap().size - 1;
    assert_eq!(refused(&mut workspace, undoing), "change_taken_back", "what took something back is not taken back");
}

#[test]
fn what_was_written_before_a_time_zone_was_set_is_read_by_it() {
    let mut workspace = Place::new().workspace();
    draft(&mut workspace, "QP-07");
    workspace.transact(|tx| clausebook::systems::set_time_zone(tx, "Asia/Kathmandu".parse()?)).unwrap();
    draft(&mut workspace, "QP-08");
    let listed = changes(workspace.db(), "local", 20).unwrap();
    let hours: std::collections::BTreeSet<&str> = listed.iter().map(|change| &change.time[..2]).collect();
    assert_eq!(hours.len(), 1, "one clock for all of them: {listed:?}");
    let log = clausebook::log::log(workspace.db(), None, 20).unwrap();
    assert_eq!(log.entries.last().unwrap().time, listed.last().unwrap().time, "the log shows the same");
}

#[test]
fn what_was_taken_back_by_hand_is_passed_and_told() {
    let mut workspace = Place::new().workspace();
    let id = draft(&mut workspace, "QP-07");
    let older = draft(&mut workspace, "QP-08");
    workspace
        .transact(|tx| {
            let filed = documents::by_id(tx.db(), older)?.current.unwrap();
            documents::take_back_revision(tx, older, filed)?;
            documents::take_back(tx, older)
        })
        .unwrap();
    let shown = undo(&mut workspace).unwrap();
    assert!(!there(&workspace, id), "the one that is still there");
    let states: Vec<BatchState> = shown.passed.iter().map(|batch| batch.state).collect();
    assert_eq!(states, [BatchState::Final, BatchState::Undoable]);
}

#[test]
fn the_list_says_what_would_be_taken_back() {
    let mut workspace = Place::new().workspace();
    let first = draft(&mut workspace, "QP-07");
    draft(&mut workspace, "QP-08");
    approve(&mut workspace, first);
    undo(&mut workspace).unwrap();
    let listed = changes(workspace.db(), "local", 20).unwrap();
    let states: Vec<BatchState> = listed.iter().map(|batch| batch.state).collect();
    assert_eq!(
        states,
        [BatchState::Undo, BatchState::Final, BatchState::Undone, BatchState::Undoable, BatchState::Final]
    );
    assert_eq!(listed[4].entries[0].kind, "machine.key_enrolled", "the first change enrols the key, and that stays");
    let kinds: Vec<&str> = listed[0].entries.iter().map(|e| e.kind.as_str()).collect();
    assert_eq!(kinds, ["batch.undone"], "an undo is told by what it took back, not by which events");
    workspace.rebuild(&|_, _| Ok(())).unwrap();
    assert_eq!(changes(workspace.db(), "local", 20).unwrap(), listed, "it follows from the entries alone");
}

#[test]
fn the_newest_change_is_found_among_many_without_looking_at_them() {
    let mut workspace = Place::new().workspace();
    as_person(&mut workspace, "me");
    let id = draft(&mut workspace, "QP-07");
    workspace
        .db()
        .execute_batch(
            "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
             INSERT INTO batch SELECT i, i, i, CASE i % 2 WHEN 0 THEN 'me@example.org' ELSE 'other@example.org' END,
                                      CASE i % 2 WHEN 0 THEN 2 ELSE i % 3 END FROM n",
        )
        .unwrap();
    let plan = |sql: &str| -> String {
        workspace.db().query_row(&format!("EXPLAIN QUERY PLAN {sql}"), [], |r| r.get("detail")).unwrap()
    };
    let found =
        plan("SELECT first FROM batch WHERE actor = 'a' AND state = 0 AND first < 9 ORDER BY first DESC LIMIT 8");
    assert!(found.contains("batch_by_actor (actor=? AND state=? AND first<?)"), "{found}");
    undo(&mut workspace).unwrap();
    assert!(!there(&workspace, id));
}

#[test]
fn what_lies_before_a_final_change_is_taken_back_only_where_that_is_asked() {
    use clausebook::undo::undo_newest;
    let mut workspace = Place::new().workspace();
    let approved = draft(&mut workspace, "QP-07");
    let mistaken = draft(&mut workspace, "QP-08");
    approve(&mut workspace, approved);
    let refusal = undo_newest(&mut workspace).unwrap_err();
    assert_eq!(refusal.reason().name, "change_newest_final");
    assert!(refusal.value("step").unwrap().contains("document.approved"), "{refusal}");
    assert!(there(&workspace, mistaken));
    undo(&mut workspace).unwrap();
    assert!(!there(&workspace, mistaken));
}

#[test]
fn what_stays_before_it_is_said() {
    let mut workspace = Place::new().workspace();
    as_person(&mut workspace, "me");
    draft(&mut workspace, "QP-01");
    draft(&mut workspace, "QP-02");
    let done = undo(&mut workspace).unwrap();
    assert_eq!(
        done.taken_back.kinds,
        [("document.registered".to_owned(), 1), ("document.revision_filed".to_owned(), 1)]
    );
    let before = done.before.unwrap();
    assert_eq!((before.state, before.entries[0].about.as_str()), (BatchState::Undoable, "QP-01, Control of documents"));
    assert!(undo(&mut workspace).unwrap().before.is_none_or(|before| before.state == BatchState::Final));
}
