//! Tampering with a workspace: each kind is done, then caught and named.

mod flips;
mod fuzz;
mod insider;
mod laundered;
mod tables;

use std::sync::atomic::AtomicBool;

use clausebook::day::Zone;
use clausebook::demo;
use clausebook::ledger::{Appender, Checkpoint};
use clausebook::verify::{self, Held, Report};
use rusqlite::Connection;

use crate::support::{Place, day};

/// A sample workspace, closed, and a checkpoint that was kept elsewhere.
fn sample() -> (Place, String) {
    let place = Place::new();
    let mut workspace = place.workspace();
    demo::fill(&mut workspace, Zone::UTC, day(2026, 6, 30)).unwrap();
    let anchor = workspace.checkpoint().unwrap();
    (place, anchor)
}

fn check(place: &Place, deep: bool, anchor: Option<&str>) -> Report {
    let held = Held { outside: anchor, ..Held::default() };
    verify::workspace(&place.path("ws"), deep, held, &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

/// The ledger as whoever owns the machine may edit it.
fn unlocked(place: &Place) -> Connection {
    let db = Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute_batch(
        "DROP TRIGGER entry_is_final; DROP TRIGGER entry_stays; DROP TRIGGER node_is_final; DROP TRIGGER node_stays;
         DROP TRIGGER checkpoint_is_final; DROP TRIGGER checkpoint_stays;
         DROP TRIGGER entry_follows; DROP TRIGGER node_follows; DROP TRIGGER checkpoint_is_new;",
    )
    .unwrap();
    db
}

/// Puts back what was taken away for that, as whoever wants to be unseen does.
fn lock(db: &Connection) {
    let ledger = include_str!("../../schema/ledger.sql");
    let triggers: Vec<&str> = ledger.split("CREATE TRIGGER").skip(1).collect();
    for trigger in triggers {
        let end = trigger.find("END;").unwrap() + 4;
        db.execute_batch(&format!("CREATE TRIGGER{}", &trigger[..end])).unwrap();
    }
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|f| f.code.as_ref()).collect()
}

/// Any object's path.
fn object(place: &Place) -> std::path::PathBuf {
    let folder = std::fs::read_dir(place.path("ws/objects")).unwrap().next().unwrap().unwrap().path();
    std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path()
}

fn writable(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644)).unwrap();
}

#[test]
fn an_untouched_workspace_is_intact() {
    let (place, anchor) = sample();
    let report = check(&place, true, Some(&anchor));
    assert!(report.ok, "{report:?}");
}

#[test]
fn a_bit_in_an_object_is_found_by_reading_it() {
    let (place, _) = sample();
    let path = object(&place);
    writable(&path);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[0] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let report = check(&place, true, None);
    assert_eq!(codes(&report), ["object_altered"]);
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    assert!(report.findings[0].place.contains(&name), "the object is named");
    assert!(check(&place, false, None).ok, "the quick check looks at presence and length only, and says so");
}

#[test]
fn an_object_that_is_gone_is_missing_and_not_altered() {
    let (place, _) = sample();
    std::fs::remove_file(object(&place)).unwrap();
    assert_eq!(codes(&check(&place, false, None)), ["object_missing"]);
}

#[test]
fn an_edited_entry_is_named() {
    let (place, _) = sample();
    let db = unlocked(&place);
    let changed = db
        .execute("UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Fjordlink', 'Fjordlonk') AS BLOB) WHERE seq = 2", [])
        .unwrap();
    assert_eq!(changed, 1);
    let report = check(&place, false, None);
    assert!(codes(&report).contains(&"entry_altered"), "{report:?}");
    assert!(report.findings.iter().any(|f| f.place == "entry 2"));
}

#[test]
fn a_deleted_entry_is_named() {
    let (place, _) = sample();
    unlocked(&place).execute("DELETE FROM entry WHERE seq = 7", []).unwrap();
    let report = check(&place, false, None);
    assert!(report.findings.iter().any(|f| f.code == "entry_missing" && f.place == "entry 7"), "{report:?}");
}

#[test]
fn swapped_entries_are_named() {
    let (place, _) = sample();
    unlocked(&place)
        .execute_batch("UPDATE entry SET seq = -1 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = 4; UPDATE entry SET seq = 4 WHERE seq = -1;")
        .unwrap();
    let report = check(&place, false, None);
    assert!(codes(&report).contains(&"entry_altered"), "{report:?}");
}

#[test]
fn a_cut_tail_is_caught_by_the_checkpoint_kept_outside() {
    let (place, anchor) = sample();
    let db = unlocked(&place);
    let size: u64 = db.query_row("SELECT count(*) FROM entry", [], |r| r.get(0)).unwrap();
    let keep = size - 5;
    db.execute("DELETE FROM entry WHERE seq >= ?1", [keep]).unwrap();
    let nodes: u64 = (0..64).map(|level| keep >> level).sum();
    db.execute("DELETE FROM node WHERE pos >= ?1", [nodes]).unwrap();
    db.execute("DELETE FROM checkpoint WHERE size > ?1", [keep]).unwrap();
    // Whoever cuts the ledger also drops the tables that remember more.
    db.execute_batch("DELETE FROM record_file; DELETE FROM revision_file;").unwrap();
    lock(&db);
    assert!(check(&place, false, None).ok, "without an anchor a clean cut cannot be seen");
    let report = check(&place, false, Some(&anchor));
    assert_eq!(codes(&report), ["entries_cut"]);
}

#[test]
fn a_ledger_rewritten_as_a_whole_is_caught_by_the_checkpoint_kept_outside() {
    let (place, anchor) = sample();
    let workspace = place.reopen().unwrap();
    let (origin, key) = (workspace.origin(), workspace.signing_key().unwrap());
    drop(workspace);
    let db = unlocked(&place);
    let mut events: Vec<(i64, String)> = Vec::new();
    {
        let mut all = db.prepare("SELECT at, CAST(bytes AS TEXT) FROM entry ORDER BY seq").unwrap();
        let rows = all.query_map([], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?))).unwrap();
        for row in rows {
            let (at, text) = row.unwrap();
            let event = text[text.find("\"event\":").unwrap() + 8..text.len() - 1]
                .replace("Managing Director", "Nobody At All");
            events.push((at, event));
        }
    }
    db.execute_batch("DELETE FROM entry; DELETE FROM node; DELETE FROM checkpoint;").unwrap();
    let mut appender = Appender::load(&db).unwrap();
    for (at, event) in events {
        appender.append(&db, uuid::Uuid::now_v7(), "quality@example.org", at, &event).unwrap();
        // Even signed again with the workspace's own key, as its owner could.
        let head = appender.head();
        let forged = Checkpoint { origin: origin.clone(), size: head.size, root: head.root }.sign(&key);
        clausebook::ledger::store_checkpoint(&db, &forged).unwrap();
    }
    lock(&db);
    assert!(check(&place, false, None).ok, "a whole rewrite fits itself");
    assert_eq!(codes(&check(&place, false, Some(&anchor))), ["another_history"]);
}

#[test]
fn a_file_that_only_a_table_knows_is_named() {
    let (place, _) = sample();
    let db = Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute("UPDATE record_file SET digest = zeroblob(32) WHERE record = (SELECT min(record) FROM record_file)", [])
        .unwrap();
    assert_eq!(codes(&check(&place, false, None)), ["table_differs"]);
    let mut workspace = place.reopen().unwrap();
    workspace.rebuild(&|_, _| Ok(())).unwrap();
    drop(workspace);
    assert!(check(&place, true, None).ok, "tables come back from the ledger");
}

#[test]
fn what_is_found_besides_stands_behind_what_is_found_of_files_and_a_stranger_of_any_size_is_not_read() {
    let (place, _) = sample();
    let altered = object(&place);
    writable(&altered);
    let mut bytes = std::fs::read(&altered).unwrap();
    bytes[0] ^= 1;
    std::fs::write(&altered, bytes).unwrap();
    // As large as a file can be, and of holes alone.
    std::fs::create_dir_all(place.path("ws/objects/ab")).unwrap();
    std::fs::File::create(place.path("ws/objects/ab").join("ab".repeat(32))).unwrap().set_len(1 << 43).unwrap();
    let mut heard = Vec::new();
    let besides = &mut |report: &mut Report| {
        heard = report.checks.iter().map(|check| check.name).collect();
        report.tables_of_later("999");
        Ok(())
    };
    let never = AtomicBool::new(false);
    let report = verify::workspace_and(&place.path("ws"), true, Held::default(), besides, &|_, _| {}, &never).unwrap();
    assert_eq!(heard.last(), Some(&"tables"), "all that the ledger says is known by then: {heard:?}");
    assert_eq!(codes(&report), ["object_altered", "tables_of_later"]);
    let names: Vec<&str> = report.checks.iter().map(|check| check.name).collect();
    assert_eq!(names[names.len() - 2..], ["files", "tables"]);
    assert!(!report.ok && report.warnings.iter().any(|warning| warning.code == "object_unnamed"));
}

#[test]
fn a_file_that_no_entry_names_is_named() {
    let (place, _) = sample();
    let name = "ab".repeat(32);
    std::fs::create_dir_all(place.path("ws/objects/ab")).unwrap();
    std::fs::write(place.path("ws/objects/ab").join(&name), b"put there").unwrap();
    let report = check(&place, false, None);
    assert!(report.ok, "what was filed is whole: {report:?}");
    assert_eq!(report.warnings.len(), 1, "{report:?}");
    assert!(report.warnings[0].message.starts_with("1 file in the folder objects is named by no entry"));
    std::fs::write(place.path("ws/objects/ab/another"), b"put there").unwrap();
    let report = check(&place, true, None);
    let places: Vec<&str> = report.warnings.iter().map(|w| w.place.as_str()).collect();
    assert_eq!(places, [format!("objects/ab/{name}"), String::from("objects/ab/another")]);
}
