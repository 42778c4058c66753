//! Before a pack is built its tables are compared with the ledger, every time; what was found equal is not compared again while
//! nobody has written.

use rusqlite::Connection;

use super::{build, sample};

/// What no command can do: a table changed by somebody else's program.
fn tampered(place: &crate::support::Place, sql: &str) {
    let db = Connection::open(place.path("ws").join("clausebook.db")).unwrap();
    assert!(db.execute(sql, []).unwrap() > 0, "{sql} changes something");
}

#[test]
fn tables_that_differ_make_no_pack_until_they_are_filled_again() {
    for (sql, place_of) in [
        ("UPDATE decision SET by = 'Nobody' WHERE by IS NOT NULL", ", by"),
        ("UPDATE document SET owner = 'Nobody' WHERE code = 'QP-02'", "QP-02, owner"),
        ("DELETE FROM link WHERE id IN (SELECT id FROM link LIMIT 1)", ""),
        ("UPDATE history SET last = last - 1 WHERE last > first", ""),
        ("UPDATE workspace SET value = '0' WHERE key = 'projections'", "workspace"),
    ] {
        let (place, mut workspace, audit) = sample();
        let first = build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
        assert!(first.compared.tables > 30 && first.compared.rows > 500, "{:?}", first.compared);
        tampered(&place, sql);
        let out = place.path("b.zip");
        let size = workspace.head().unwrap().size;
        let refused = build(&mut workspace, &audit, &out).unwrap_err();
        assert_eq!(refused.reason().name, "pack_tables_differ", "{sql}: {refused}");
        assert!(refused.value("first").unwrap().contains(place_of), "{sql}: {refused}");
        assert!(!out.exists() && workspace.head().unwrap().size == size, "{sql}: nothing was issued");
        if place_of != "workspace" {
            workspace.rebuild(&|_, _| Ok(())).unwrap();
            assert!(build(&mut workspace, &audit, &out).is_ok(), "{sql}: filled again they are what the ledger says");
        }
    }
}

#[test]
fn what_was_found_equal_is_compared_again_only_after_somebody_wrote() {
    let (place, mut workspace, audit) = sample();
    let mut rows = |name: &str| build(&mut workspace, &audit, &place.path(name)).unwrap().compared.rows;
    assert!(rows("a.zip") > 0, "the first time");
    assert!(rows("b.zip") > 0, "the pack itself was written down");
    assert_eq!(rows("c.zip"), 0, "nothing was written since");
    tampered(&place, "INSERT INTO workspace (key, value) VALUES ('seen', '1')");
    assert!(rows("d.zip") > 0, "somebody wrote, whatever it was");
    // Past the database's own counting: the file's bytes.
    let wal = place.path("ws").join("clausebook.db-wal");
    let file = std::fs::File::options().append(true).open(if wal.exists() {
        wal
    } else {
        place.path("ws").join("clausebook.db")
    });
    file.unwrap().set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    assert!(rows("e.zip") > 0, "somebody wrote past the database");
}
