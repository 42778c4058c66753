//! Workspaces that are not opened or not written, each with nothing changed: newer, busy, damaged.

use std::time::Duration;

use clausebook::error::Code;
use clausebook::people::{self, Role};

use crate::support::Place;

fn refused(place: &Place) -> Code {
    place.reopen().map(|_| ()).unwrap_err().code()
}

#[test]
fn a_look_at_what_a_change_would_do_leaves_the_next_change_its_patience() {
    let place = Place::new();
    let mut workspace = place.workspace();
    let holder = rusqlite::Connection::open(place.path("ws/clausebook.db")).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waits = |w: &clausebook::workspace::Workspace| {
        w.db().pragma_query_value(None, "busy_timeout", |r| r.get::<_, i64>(0)).unwrap()
    };
    let before = waits(&workspace);
    assert_eq!(workspace.try_out(|_| Ok(())).unwrap_err().code(), Code::WorkspaceLocked);
    assert_eq!(waits(&workspace), before, "the next change waits as long as ever");
    holder.execute_batch("ROLLBACK").unwrap();
    workspace.try_out(|_| Ok(())).unwrap();
    assert_eq!(waits(&workspace), before);
}

#[test]
fn a_workspace_of_a_newer_version_is_refused_and_left_alone() {
    let place = Place::new();
    drop(place.workspace());
    let db = rusqlite::Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute("UPDATE workspace SET value = '999' WHERE key = 'projections'", []).unwrap();
    assert_eq!(refused(&place), Code::WorkspaceNewer);
    db.execute("UPDATE workspace SET value = '1' WHERE key = 'projections'", []).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(refused(&place), Code::WorkspaceNewer);
    let kept: String = db.query_row("SELECT value FROM workspace WHERE key = 'projections'", [], |r| r.get(0)).unwrap();
    assert_eq!(kept, "1", "nothing was changed");
}

#[test]
fn a_workspace_that_is_being_written_is_said_to_be_locked() {
    let place = Place::new();
    let mut workspace = place.workspace();
    let db = rusqlite::Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute_batch("BEGIN IMMEDIATE").unwrap();
    workspace.db().busy_timeout(Duration::ZERO).unwrap();
    let enrol = |tx: &mut clausebook::workspace::Tx<'_>| {
        people::enrol(tx, "Somebody", "somebody@example.org", Role::Reader, None)
    };
    assert_eq!(workspace.transact(enrol).unwrap_err().code(), Code::WorkspaceLocked);
    assert!(people::list(workspace.db()).unwrap().is_empty(), "reading goes on");
    db.execute_batch("ROLLBACK").unwrap();
    workspace.transact(enrol).unwrap();
}

#[test]
fn a_foreign_or_truncated_database_is_damaged_and_nothing_is_deleted() {
    let place = Place::new();
    drop(place.workspace());
    let path = place.path("ws/clausebook.db");
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(refused(&place), Code::WorkspaceDamaged);
    assert_eq!(std::fs::metadata(&path).unwrap().len(), whole.len() as u64 / 2, "nothing was repaired by deleting");
    std::fs::write(&path, b"something else entirely, no database").unwrap();
    assert_eq!(refused(&place), Code::WorkspaceDamaged);
}

#[test]
fn a_folder_without_a_workspace_and_one_that_holds_something_are_told_apart() {
    let place = Place::new();
    assert_eq!(refused(&place), Code::NoWorkspace);
    drop(place.workspace());
    let again = clausebook::rebuild::create_workspace(&place.path("ws"), &place.path("config"));
    assert_eq!(again.map(|_| ()).unwrap_err().code(), Code::WorkspaceExists);
}
