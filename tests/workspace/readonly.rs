//! Where nothing can be written: a workspace there is listed, searched and checked, and every change is refused.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use clausebook::workspace::Clock;
use rusqlite::Connection;
use serde_json::Value;

use crate::fixtures::earlier::written_by;
use crate::support::{Place, day, noon};

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Takes the right to write away from everything in a folder, or gives it back.
fn write(folder: &Path, allowed: bool) {
    for found in walkdir::WalkDir::new(folder) {
        let found = found.unwrap();
        let dir = found.file_type().is_dir();
        set(found.path(), if dir { 0o555 } else { 0o444 } | if allowed { 0o200 } else { 0 });
    }
}

/// Runs the program as somebody who may not write there: root may write everything.
fn run(place: &Place, config: &Path, args: &[&str]) -> Output {
    set(place.folder.path(), 0o755);
    let program: PathBuf = place.path("program");
    if !program.exists() {
        fs::copy(env!("CARGO_BIN_EXE_clausebook"), &program).unwrap();
    }
    let root = fs::write(place.path("ws/objects/probe"), "").is_ok();
    let _ = fs::remove_file(place.path("ws/objects/probe"));
    let mut command = Command::new(if root { "setpriv" } else { "env" });
    if root {
        command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
    }
    command.arg(&program).arg("--json").arg("--config").arg(config).arg("-w").arg(place.path("ws")).args(args);
    command.output().unwrap()
}

/// Its answer, where there must be one.
fn answer(place: &Place, args: &[&str]) -> Value {
    let config = place.path("nowhere");
    let out = run(place, &config, args);
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    assert!(!config.exists(), "nothing is made for whoever only reads");
    serde_json::from_slice(&out.stdout).unwrap()
}

fn sample() -> Place {
    let place = Place::new();
    assert!(place.run(&["demo", place.path("ws").to_str().unwrap()]).status.success());
    place
}

/// Every file below a folder, with its bytes.
fn content(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    files.filter(|f| f.file_type().is_file()).map(|f| (f.path().to_owned(), fs::read(f.path()).unwrap())).collect()
}

#[test]
fn a_workspace_that_cannot_be_written_is_read_searched_and_checked() {
    let place = sample();
    let expected = place.json(&["document", "list"]);
    let found = place.json(&["search", "backup"]);
    write(&place.path("ws"), false);
    let before = content(&place.path("ws"));
    assert_eq!(answer(&place, &["document", "list"]), expected);
    assert_eq!(answer(&place, &["search", "backup"]), found);
    assert_eq!(answer(&place, &["verify", "--deep"])["ok"], true);
    assert_eq!(content(&place.path("ws")), before, "reading leaves everything as it was");
    write(&place.path("ws"), true);
}

/// Who manages in the sample.
const QUALITY: &str = "quality@example.org";

#[test]
fn every_change_to_it_is_refused_with_the_next_step() {
    let place = sample();
    write(&place.path("ws"), false);
    for args in [
        &["--as", QUALITY, "person", "add", "Auditor", "--email", "a@example.org", "--role", "auditor"][..],
        &["ledger", "checkpoint"],
        &["rebuild"],
    ] {
        let out = run(&place, &place.path("nowhere"), args);
        assert_eq!(out.status.code(), Some(1), "{args:?}: {}", String::from_utf8_lossy(&out.stdout));
        let error: Value = serde_json::from_slice(&out.stderr).unwrap();
        assert_eq!(error["error"]["code"], "read_only", "{args:?}: {error}");
        assert!(error["error"]["hint"].as_str().unwrap().contains("Copy the folder"), "{error}");
    }
    write(&place.path("ws"), true);
}

#[test]
fn one_file_that_cannot_be_read_is_a_finding_and_the_others_are_checked() {
    let place = sample();
    let object = content(&place.path("ws/objects")).remove(0).0;
    write(&place.path("ws"), false);
    set(&object, 0o000);
    let out = run(&place, &place.path("nowhere"), &["verify", "--deep"]);
    let report: Value = serde_json::from_slice(&out.stdout).unwrap();
    let codes: Vec<&str> = report["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect();
    assert_eq!((codes, out.status.code()), (vec!["object_unreadable"], Some(1)));
    assert!(report["files"].as_u64().unwrap() > 5);
    write(&place.path("ws"), true);
}

#[test]
fn what_a_log_beside_it_holds_is_read_too() {
    let place = sample();
    let keep = Connection::open(place.path("ws/clausebook.db")).unwrap();
    keep.query_row("SELECT count(*) FROM entry", [], |_| Ok(())).unwrap();
    place.json(&["--as", QUALITY, "person", "add", "Late Auditor", "--email", "late@example.org", "--role", "auditor"]);
    let copied = Place::new();
    // Copied while it was open, without the file that only programs at work share.
    copy(&place.path("ws"), &copied.path("ws"));
    drop(keep);
    assert!(fs::metadata(copied.path("ws/clausebook.db-wal")).unwrap().len() > 0, "there is something in the log");
    write(&copied.path("ws"), false);
    assert!(answer(&copied, &["person", "list"]).to_string().contains("late@example.org"));
    assert_eq!(answer(&copied, &["verify"])["ok"], true);
    write(&copied.path("ws"), true);
}

fn copy(from: &Path, to: &Path) {
    for found in walkdir::WalkDir::new(from) {
        let found = found.unwrap();
        let target = to.join(found.path().strip_prefix(from).unwrap());
        if found.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else if !found.path().to_str().unwrap().ends_with("-shm") {
            fs::copy(found.path(), target).unwrap();
        }
    }
}

#[test]
fn one_of_an_earlier_program_is_brought_up_in_a_copy() {
    for name in ["format-1", "tables-4"] {
        let place = written_by(name);
        write(&place.path("ws"), false);
        let before = content(&place.path("ws"));
        assert!(
            answer(&place, &["document", "list"])["rows"].as_array().is_some_and(|rows| !rows.is_empty()),
            "{name}"
        );
        assert_eq!(content(&place.path("ws")), before, "{name}: and the folder stays as it was");
        write(&place.path("ws"), true);
    }
}

#[test]
fn the_day_goes_on_though_nothing_can_be_brought_to_it() {
    let place = sample();
    write(&place.path("ws"), false);
    // Root may write everywhere, so a second name stands for what cannot be written.
    fs::hard_link(place.path("ws/clausebook.db"), place.path("second")).unwrap();
    let mut workspace = place.reopen().unwrap();
    assert!(workspace.read_only());
    let later = day(2031, 3, 1);
    workspace.set_clock(Clock::Fixed(noon(later)));
    workspace.renew().unwrap();
    assert_eq!(clausebook::workspace::standing_day(workspace.db()).unwrap(), later);
    workspace.set_clock(Clock::Fixed(noon(later) + 86_400_000));
    workspace.renew().unwrap();
    assert!(
        clausebook::documents::list(
            workspace.db(),
            &clausebook::documents::Filter::default(),
            clausebook::documents::Sort::Code,
            None,
            9,
        )
        .is_ok_and(|list| !list.rows.is_empty())
    );
    write(&place.path("ws"), true);
}
