//! The workspace on disk: with the ledger's first form, on a full disk, on a drive that cannot be written.

mod clocks;
mod foreign;
mod heads;
mod history;
mod journal;
mod machines;
mod readonly;
mod refused;
mod unsigned;
pub mod zones;

use std::fs;

use clausebook::error::Code;
use clausebook::ledger::{self, Checkpoint};
use clausebook::people::{self, Role};
use rusqlite::Connection;

use crate::fixtures::earlier::written_by;
use crate::support::Place;

#[test]
fn the_first_form_of_the_ledger_is_brought_up_with_its_checkpoints() {
    let place = written_by("format-1");
    let notes = |place: &Place| -> Vec<String> {
        let db = Connection::open(place.path("ws/clausebook.db")).unwrap();
        let mut all = db.prepare("SELECT note FROM checkpoint ORDER BY size").unwrap();
        all.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let before = notes(&place);
    assert!(!before.is_empty());
    drop(place.reopen().unwrap());
    assert_eq!(notes(&place), before);
    let db = Connection::open(place.path("ws/clausebook.db")).unwrap();
    let refused = db.execute("INSERT OR REPLACE INTO entry (seq, id, at, bytes) VALUES (1, x'00', 0, x'00')", []);
    assert!(refused.unwrap_err().to_string().contains("append-only"));
}

#[test]
fn a_second_machine_signs_the_same_state_with_its_own_key() {
    let place = Place::new();
    let first = place.workspace().checkpoint().unwrap();
    let mut there = place.open_with("config of another machine").unwrap();
    let second = there.checkpoint().unwrap();
    assert_ne!(first, second);
    let key = there.signing_key().unwrap().verifier(&there.origin());
    Checkpoint::verify(&second, &key).unwrap();
    assert_eq!(there.checkpoint().unwrap(), second, "one per machine and state");
    let size = |note: &str| Checkpoint::parse(note).unwrap().size;
    assert_eq!(size(&second), size(&first) + 1, "its key is enrolled by an entry before it signs");
    assert_eq!(size(&place.reopen().unwrap().checkpoint().unwrap()), size(&second), "nothing is enrolled twice");
}

#[test]
fn every_change_is_signed_as_it_leaves_the_ledger() {
    let place = Place::new();
    let mut workspace = place.workspace();
    for n in 0..4_u64 {
        let address = format!("p{n}@example.org");
        workspace.transact(|tx| people::enrol(tx, "Auditor", &address, Role::Auditor, None)).unwrap();
        let mut all = workspace.db().prepare("SELECT size FROM checkpoint ORDER BY size").unwrap();
        let signed: Vec<u64> = all.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(signed, (1..=n + 2).collect::<Vec<_>>(), "the enrolment and each change, each by itself");
    }
    workspace.transact(|_| Ok(())).unwrap();
    assert_eq!(workspace.head().unwrap().size, 5, "nothing written, nothing signed");
}

#[test]
fn a_disk_that_fills_up_refuses_the_whole_change_and_nothing_is_half_written() {
    let place = Place::new();
    let mut workspace = place.workspace();
    let before = workspace.head().unwrap();
    let pages: i64 = workspace.db().pragma_query_value(None, "page_count", |r| r.get(0)).unwrap();
    let limit = |workspace: &clausebook::workspace::Workspace, pages: i64| {
        workspace.db().pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    };
    limit(&workspace, pages + 2);
    let enrol = |workspace: &mut clausebook::workspace::Workspace| {
        workspace.transact(|tx| {
            for n in 0..500 {
                people::enrol(tx, "Auditor", &format!("auditor{n}@example.org"), Role::Auditor, None)?;
            }
            Ok(())
        })
    };
    let refused = enrol(&mut workspace).unwrap_err();
    assert_eq!(refused.code(), Code::DiskFull);
    assert_eq!(workspace.head().unwrap(), before);
    assert_eq!(people::list(workspace.db()).unwrap().len(), 0);
    limit(&workspace, pages + 10_000);
    enrol(&mut workspace).unwrap();
    assert_eq!(workspace.head().unwrap().size, before.size + 501);
}

#[test]
fn what_cannot_be_signed_did_not_happen() {
    let place = Place::new();
    let mut workspace = place.workspace();
    let before = workspace.head().unwrap().size;
    let keys = place.path("config/keys");
    fs::rename(&keys, place.path("config/away")).unwrap();
    fs::write(&keys, "no folder").unwrap();
    let refusal = workspace.transact(|tx| {
        people::enrol(tx, "Second Auditor", "second.auditor@example.org", Role::Auditor, None)?;
        Ok(())
    });
    assert!(refusal.is_err(), "a transaction that asks for a signature fails without a key");
    assert_eq!(workspace.head().unwrap().size, before, "and leaves nothing behind");
    assert!(workspace.take_written().is_empty());
    fs::remove_file(&keys).unwrap();
    fs::rename(place.path("config/away"), &keys).unwrap();
    workspace
        .transact(|tx| {
            people::enrol(tx, "Second Auditor", "second.auditor@example.org", Role::Auditor, None)?;
            Ok(())
        })
        .unwrap();
    let size = workspace.head().unwrap().size;
    let signed = ledger::last_checkpoint(workspace.db()).unwrap().unwrap();
    assert_eq!(Checkpoint::parse(&signed).unwrap().size, size, "the signature covers what it belongs to");
}
