//! A folder that somebody else made: what lies in it is data. Nothing of it runs, nothing it points at is followed or deleted,
//! and what does not belong is named.

use std::fs;
use std::path::Path;

use clausebook::day::Zone;
use clausebook::demo;
use clausebook::error::{Code, Error};
use clausebook::rebuild;
use clausebook::verify::{self, Held, Report};
use rusqlite::Connection;

use crate::support::{Place, day, rows};

pub(super) fn sample() -> Place {
    let place = Place::new();
    demo::fill(&mut place.workspace(), Zone::UTC, day(2026, 6, 30)).unwrap();
    place
}

fn db(place: &Place) -> Connection {
    Connection::open(place.path("ws/clausebook.db")).unwrap()
}

fn refusal(place: &Place) -> Error {
    place.reopen().map(|_| ()).unwrap_err()
}

pub(super) fn check(place: &Place) -> Report {
    verify::workspace(&place.path("ws"), true, Held::default(), &|_, _| {}, &std::sync::atomic::AtomicBool::new(false))
        .unwrap()
}

/// What somebody may put into a database, each with the names that must be told.
const SCHEMAS: &[(&str, &str)] = &[
    ("z", "CREATE TRIGGER z AFTER INSERT ON workspace BEGIN UPDATE document SET title = 'x'; END"),
    ("z", "CREATE TRIGGER z AFTER INSERT ON document BEGIN UPDATE document SET title = 'x'; END"),
    ("z", "CREATE TRIGGER z BEFORE INSERT ON entry BEGIN SELECT RAISE(IGNORE); END"),
    ("z", "CREATE VIEW z AS SELECT * FROM document"),
    ("z", "CREATE TABLE z (a, b AS (hex(a)))"),
    ("z", "CREATE TABLE z (a CHECK (length(a) > 0))"),
    ("z", "CREATE VIRTUAL TABLE z USING fts5(a)"),
    ("z", "CREATE INDEX z ON document (lower(title))"),
    ("z", "CREATE INDEX z ON entry (length(bytes))"),
    ("z", "CREATE TABLE \"z\" (a)"),
    ("person_by", "ALTER TABLE person ADD COLUMN person_by TEXT"),
    ("document_by_title", "DROP INDEX document_by_title"),
    ("document_by_title", "DROP INDEX document_by_title; CREATE INDEX document_by_title ON document (title)"),
    (
        "revision_draft",
        "DROP INDEX revision_draft; CREATE INDEX revision_draft ON revision (filed, position) WHERE state = 'approved'",
    ),
    ("entry_stays", "DROP TRIGGER entry_stays"),
    (
        "entry_stays",
        "DROP TRIGGER entry_stays;
         CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(IGNORE); END",
    ),
    ("person", "ALTER TABLE person RENAME TO people; CREATE VIEW person AS SELECT * FROM people"),
    ("sqlite_stat1", "ANALYZE"),
    ("sqlite_sequence", "CREATE TABLE y (a INTEGER PRIMARY KEY AUTOINCREMENT)"),
    ("z", "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'z', 'document', 0, 'nonsense')"),
    (
        "z",
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', 'z', 'z', 3, 'CREATE TABLE nonsense')",
    ),
    (
        "document",
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, 'title           TEXT NOT NULL', 'title TEXT NOT NULL DEFAULT 1')
         WHERE name = 'document'",
    ),
];

#[test]
fn what_does_not_belong_into_the_database_is_named_and_a_rebuild_leaves_it_out() {
    let place = sample();
    let before = rows(place.reopen().unwrap().db());
    let whole = fs::read(place.path("ws/clausebook.db")).unwrap();
    for (name, sql) in SCHEMAS {
        fs::write(place.path("ws/clausebook.db"), &whole).unwrap();
        db(&place).execute_batch(sql).unwrap();
        let refused = refusal(&place);
        assert_eq!(
            (refused.code(), refused.reason().name),
            (Code::WorkspaceDamaged, "workspace_schema_foreign"),
            "{sql}"
        );
        assert!(
            refused.value("parts").unwrap().contains(if *name == "person_by" { "person" } else { name }),
            "{sql}: {refused}"
        );
        let (workspace, entries) =
            rebuild::refill_workspace(&place.path("ws"), &place.path("config"), &|_, _| Ok(())).unwrap();
        assert!(entries > 20, "{sql}");
        assert_eq!(rows(workspace.db()), before, "{sql}: the tables are what the ledger says");
        drop(workspace);
        drop(place.reopen().unwrap_or_else(|e| panic!("{sql}: {e}")));
        assert!(check(&place).ok, "{sql}: {:?}", check(&place).findings);
    }
}

#[test]
fn what_could_run_is_named_by_the_check_too() {
    let place = sample();
    let whole = fs::read(place.path("ws/clausebook.db")).unwrap();
    for (name, sql) in SCHEMAS.iter().filter(|(_, sql)| sql.contains("TRIGGER") || sql.contains("VIEW")) {
        fs::write(place.path("ws/clausebook.db"), &whole).unwrap();
        db(&place).execute_batch(sql).unwrap();
        let report = check(&place);
        assert!(report.findings.iter().any(|f| f.code == "schema_foreign" && f.place == *name), "{sql}: {report:?}");
    }
}

#[test]
fn a_ledger_whose_own_tables_compute_something_is_not_asked_anything() {
    let place = sample();
    db(&place)
        .execute_batch(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, 'bytes BLOB NOT NULL', 'bytes BLOB NOT NULL, x AS (zeroblob(1e9))')
             WHERE name = 'entry'",
        )
        .unwrap();
    assert_eq!(refusal(&place).reason().name, "workspace_schema_foreign");
    let report = check(&place);
    assert!(!report.ok && report.findings[0].place == "entry" && report.entries == 0, "{report:?}");
    drop(rebuild::refill_workspace(&place.path("ws"), &place.path("config"), &|_, _| Ok(())).unwrap());
    assert!(check(&place).ok, "what the table holds is the ledger all the same");
}

#[test]
fn tables_of_an_earlier_program_are_left_out_whatever_they_are_called() {
    let (place, other) = (sample(), sample());
    let before = rows(place.reopen().unwrap().db());
    let name = format!(
        "checkpoint\"; COMMIT; ATTACH '{}' AS p; DROP TRIGGER p.entry_stays; DELETE FROM p.entry; DETACH p; BEGIN; --",
        other.path("ws/clausebook.db").display()
    );
    let attacked = db(&place);
    attacked.execute_batch(&format!("CREATE TABLE \"{}\" (a)", name.replace('"', "\"\""))).unwrap();
    attacked.execute("UPDATE workspace SET value = '1' WHERE key = 'projections'", []).unwrap();
    drop(attacked);
    assert_eq!(rows(place.reopen().unwrap().db()), before);
    assert!(check(&other).ok && check(&other).entries > 20, "another workspace keeps its ledger");
    // What could run is no table of an earlier program.
    db(&place)
        .execute_batch(
            "CREATE TRIGGER z AFTER INSERT ON workspace BEGIN DELETE FROM document; END;
             UPDATE workspace SET value = '1' WHERE key = 'projections'",
        )
        .unwrap();
    assert!(refusal(&place).value("parts").is_some_and(|parts| parts == "z"));
}

#[test]
fn that_another_machine_used_it_last_is_said_and_work_goes_on() {
    let place = sample();
    let said = |config: &str, more: &[&str]| {
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_clausebook"))
            .arg("--config")
            .arg(place.path(config))
            .arg("-w")
            .arg(place.path("ws"))
            .args(["document", "list"])
            .args(more)
            .output()
            .unwrap();
        assert!(out.status.success());
        String::from_utf8(out.stderr).unwrap()
    };
    assert_eq!(said("config", &[]), "");
    assert!(said("another config", &[]).contains("last used on another machine, on 2026-06-30"));
    assert_eq!(said("another config", &["--json"]), "", "what a script reads there is a refusal");
}

#[cfg(unix)]
mod parts {
    use super::*;
    use std::os::unix::fs::symlink;
    use std::process::Command;
    use std::time::{Duration, Instant};

    /// Moves a part of the workspace away and puts a link to it in its place.
    fn link(place: &Place, part: &str) {
        let away = place.path("away");
        fs::rename(place.path("ws").join(part), &away).unwrap();
        symlink(&away, place.path("ws").join(part)).unwrap();
    }

    fn pipe(path: &Path) {
        let _ = fs::remove_file(path);
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn no_part_of_it_is_a_link() {
        for part in ["clausebook.db", "objects", "tmp", "quarantine"] {
            let place = sample();
            link(&place, part);
            let refused = refusal(&place);
            assert_eq!(refused.reason().name, "folder_part_foreign", "{part}");
            assert!(refused.value("path").unwrap().ends_with(part), "{part}");
            if part != "clausebook.db" {
                assert!(check(&place).findings.iter().any(|f| f.code == "part_foreign" && f.place == part), "{part}");
            }
        }
    }

    #[test]
    fn nothing_beside_the_database_leads_elsewhere() {
        for end in ["-wal", "-shm", "-journal"] {
            let place = sample();
            let victim = place.path("thesis.txt");
            fs::write(&victim, "three years of work").unwrap();
            let beside = place.path(&format!("ws/clausebook.db{end}"));
            let _ = fs::remove_file(&beside);
            symlink(&victim, &beside).unwrap();
            assert_eq!(refusal(&place).reason().name, "folder_part_foreign", "{end}");
            fs::remove_file(&beside).unwrap();
            fs::hard_link(&victim, &beside).unwrap();
            let opened = place.reopen().map(|workspace| workspace.read_only());
            assert!(opened.is_ok_and(|only| only), "{end}: what has a second name is not written");
            assert_eq!(fs::read(&victim).unwrap(), b"three years of work", "{end}");
        }
    }

    #[test]
    fn what_lies_behind_a_link_is_not_deleted() {
        let place = sample();
        let victim = place.path("victim");
        fs::create_dir(&victim).unwrap();
        let mut files = vec![victim.join("thesis.txt"), victim.join(uuid::Uuid::now_v7().simple().to_string())];
        let inside = place.path(&format!("ws/tmp/{}", uuid::Uuid::now_v7().simple()));
        files.iter().for_each(|path| fs::write(path, "x").unwrap());
        symlink(&files[0], &inside).unwrap();
        let hard = place.path(&format!("ws/tmp/{}", uuid::Uuid::now_v7().simple()));
        fs::hard_link(&files[1], &hard).unwrap();
        let old = std::time::SystemTime::now() - Duration::from_secs(86_400);
        files.iter().for_each(|p| fs::File::options().write(true).open(p).unwrap().set_modified(old).unwrap());
        drop(place.reopen().unwrap());
        files.push(inside);
        files.push(hard);
        assert!(files.iter().all(|path| path.symlink_metadata().is_ok()), "{files:?}");
        fs::remove_dir_all(place.path("ws/tmp")).unwrap();
        symlink(&victim, place.path("ws/tmp")).unwrap();
        assert!(place.reopen().is_err());
        assert!(files[..2].iter().all(|path| path.exists()));
    }

    #[test]
    fn neither_a_pipe_nor_a_device_nor_a_folder_holds_up_a_check() {
        for kind in ["pipe", "device", "folder", "link", "link to a folder above"] {
            let place = sample();
            let object = first_object(&place.path("ws/objects"));
            let place_of = |path: &Path| path.strip_prefix(place.path("ws")).unwrap().display().to_string();
            let mut named = place_of(&object);
            match kind {
                "pipe" => pipe(&object),
                "device" => {
                    fs::remove_file(&object).unwrap();
                    symlink("/dev/zero", &object).unwrap();
                }
                "folder" => {
                    fs::remove_file(&object).unwrap();
                    fs::create_dir(&object).unwrap();
                }
                "link" => link(&place, &named),
                _ => {
                    link(&place, object.parent().unwrap().strip_prefix(place.path("ws")).unwrap().to_str().unwrap());
                    named = String::from("objects/");
                }
            }
            let begun = Instant::now();
            let out = Command::new("timeout")
                .args(["20", env!("CARGO_BIN_EXE_clausebook"), "--json", "--config"])
                .arg(place.path("config"))
                .arg("-w")
                .arg(place.path("ws"))
                .args(["verify", "--deep"])
                .output()
                .unwrap();
            assert!(begun.elapsed() < Duration::from_secs(20), "{kind}: the check waits");
            let report: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
            let found = &report["findings"][0];
            assert_eq!(found["code"], "object_foreign", "{kind}: {report}");
            assert!(found["place"].as_str().unwrap().starts_with(&named), "{kind}");
        }
    }

    fn first_object(objects: &Path) -> std::path::PathBuf {
        let mut files = walkdir::WalkDir::new(objects).sort_by_file_name().into_iter().flatten();
        files.find(|f| f.file_type().is_file()).unwrap().into_path()
    }

    #[test]
    fn a_pipe_or_a_folder_called_like_the_database_is_none() {
        let place = sample();
        let database = place.path("ws/clausebook.db");
        pipe(&database);
        assert_eq!(refusal(&place).reason().name, "folder_part_foreign");
        fs::remove_file(&database).unwrap();
        fs::create_dir(&database).unwrap();
        assert_eq!(refusal(&place).reason().name, "folder_part_foreign");
        let checked = verify::workspace(&place.path("ws"), true, Held::default(), &|_, _| {}, &false.into());
        assert_eq!(checked.unwrap_err().reason().name, "folder_part_foreign");
    }

    #[test]
    fn what_stands_in_an_objects_place_is_neither_read_nor_written() {
        let place = sample();
        let object = first_object(&place.path("ws/objects"));
        let digest = object.file_name().unwrap().to_str().unwrap().parse().unwrap();
        link(&place, object.strip_prefix(place.path("ws")).unwrap().to_str().unwrap());
        let workspace = place.reopen().unwrap();
        let bytes = fs::read(place.path("away")).unwrap();
        for refused in [
            workspace.vault().open_object(&digest).map(drop),
            workspace.vault().check(&digest, None).map(drop),
            workspace.vault().put_bytes(&bytes).map(drop),
        ] {
            assert_eq!(refused.unwrap_err().reason().name, "stored_file_foreign");
        }
        assert!(!workspace.vault().present(&digest, bytes.len() as u64));
    }

    #[test]
    fn altered_files_are_put_aside_into_a_folder_only() {
        let place = sample();
        let workspace = place.reopen().unwrap();
        let object = first_object(&place.path("ws/objects"));
        let digest = object.file_name().unwrap().to_str().unwrap().parse().unwrap();
        link(&place, "quarantine");
        assert_eq!(workspace.vault().quarantine(&digest).unwrap_err().reason().name, "folder_part_foreign");
        assert!(object.exists() && fs::read_dir(place.path("away")).unwrap().next().is_none());
    }

    #[test]
    fn a_cache_by_somebody_else_is_put_aside_and_a_link_is_refused() {
        for sql in [
            "CREATE TRIGGER z AFTER INSERT ON file BEGIN DELETE FROM body; END",
            "CREATE VIEW z AS SELECT 1",
            "DROP INDEX file_with_problem",
            "PRAGMA user_version = 8",
        ] {
            let place = sample();
            Connection::open(place.path("ws/text.db")).unwrap().execute_batch(sql).unwrap();
            place.json(&["search", "policy"]);
            let aside: Vec<_> = fs::read_dir(place.path("ws/quarantine")).unwrap().flatten().collect();
            assert!(aside.iter().any(|f| f.file_name().to_str().unwrap().starts_with("text.db-")), "{sql}");
        }
        let place = sample();
        link(&place, "text.db");
        assert_eq!(place.refused(&["search", "policy"])["reason"], "folder_part_foreign");
        assert!(check(&place).findings.iter().any(|f| f.place == "text.db"));
    }
}
