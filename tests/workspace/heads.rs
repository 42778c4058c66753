//! The head that a machine keeps of a workspace: a folder that was put back or exchanged can be read, and is not written into
//! until somebody accepts it.

use std::fs;
use std::path::Path;

use clausebook::people::{self, Role};
use clausebook::workspace::{Standing, Workspace};

use crate::support::Place;

fn change(workspace: &mut Workspace, name: &str) -> clausebook::error::Result<()> {
    let address = format!("{name}@example.org");
    workspace.transact(|tx| people::enrol(tx, "Auditor", &address, Role::Auditor, None)).map(drop)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let there = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &there)
        } else {
            fs::copy(entry.path(), there).map(drop).unwrap()
        }
    }
}

fn put_back(place: &Place) {
    fs::remove_dir_all(place.path("ws")).unwrap();
    copy(&place.path("backup"), &place.path("ws"));
}

/// A workspace, and a backup of it from before its last change.
fn with_backup() -> Place {
    let place = Place::new();
    let mut workspace = place.workspace();
    change(&mut workspace, "first").unwrap();
    drop(workspace);
    copy(&place.path("ws"), &place.path("backup"));
    change(&mut place.reopen().unwrap(), "second").unwrap();
    place
}

#[test]
fn a_backup_brought_back_is_read_and_written_into_once_it_is_accepted() {
    let place = with_backup();
    put_back(&place);
    let mut workspace = place.reopen().unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Behind { kept: 3, entries: 2 });
    assert_eq!(people::list(workspace.db()).unwrap().len(), 1, "it can be read");
    let refused = change(&mut workspace, "third").unwrap_err();
    assert_eq!(refused.to_string(), "ledger_rolled_back (kept: 3, entries: 2)");
    assert!(workspace.checkpoint().is_err(), "nor is it signed");
    assert_eq!(workspace.accept(" ").unwrap_err().reason().name, "folder_accepted_without_reason");
    workspace.accept("The disk broke on Monday").unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Fits);
    change(&mut workspace, "third").unwrap();
    assert_eq!(workspace.accept("again").unwrap_err().reason().name, "folder_fits_already");
}

#[test]
fn a_folder_beside_the_kept_one_is_another_history() {
    let place = with_backup();
    put_back(&place);
    // Somebody else goes on with the backup, on another machine.
    let mut there = place.open_with("another").unwrap();
    change(&mut there, "other").unwrap();
    change(&mut there, "more").unwrap();
    drop(there);
    let mut workspace = place.reopen().unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Beside { kept: 3 });
    assert_eq!(change(&mut workspace, "third").unwrap_err().reason().name, "ledger_other_history");
    workspace.accept("Their copy is the right one").unwrap();
    change(&mut workspace, "third").unwrap();
}

#[test]
fn what_another_machine_wrote_is_no_other_history() {
    let place = with_backup();
    change(&mut place.open_with("another").unwrap(), "other").unwrap();
    let mut workspace = place.reopen().unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Fits);
    change(&mut workspace, "third").unwrap();
    change(&mut place.open_with("another").unwrap(), "fourth").unwrap();
}

#[test]
fn a_kept_head_that_cannot_be_read_is_none() {
    let place = with_backup();
    put_back(&place);
    let kept = fs::read_dir(place.path("config/heads")).unwrap().next().unwrap().unwrap().path();
    fs::write(&kept, "torn").unwrap();
    let mut workspace = place.reopen().unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Fits);
    change(&mut workspace, "third").unwrap();
    assert!(fs::read_to_string(&kept).unwrap().starts_with("clausebook.local/"), "and is kept anew");
}

#[cfg(unix)]
#[test]
fn the_kept_head_is_its_users_alone_and_nothing_is_left_beside_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = with_backup();
    let kept: Vec<_> = fs::read_dir(place.path("config/heads")).unwrap().map(Result::unwrap).collect();
    assert_eq!(kept.len(), 1, "no file beside it");
    assert_eq!(kept[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_disk_that_refuses_the_head_refuses_no_change() {
    let place = with_backup();
    fs::remove_dir_all(place.path("config/heads")).unwrap();
    fs::write(place.path("config/heads"), "no folder").unwrap();
    change(&mut place.reopen().unwrap(), "third").unwrap();
}

#[test]
fn a_head_is_kept_after_the_commit_and_never_before() {
    let place = with_backup();
    let mut workspace = place.reopen().unwrap();
    let kept = workspace.kept_note();
    let failed = workspace.transact(|tx| {
        people::enrol(tx, "Auditor", "third@example.org", Role::Auditor, None)?;
        people::enrol(tx, "Auditor", "third@example.org", Role::Auditor, None)
    });
    assert!(failed.is_err());
    assert_eq!(workspace.kept_note(), kept, "what did not happen is not kept");
}

#[test]
fn killed_at_any_write_the_kept_head_speaks_of_nothing_that_the_folder_does_not_hold() {
    let place = with_backup();
    let shown = |name: &str| place.path(name).display().to_string();
    let (folder, config) = (shown("ws"), shown("config"));
    let mut fired = 0;
    let calls = ["fsync", "fdatasync", "rename", "pwrite64"];
    for (n, (call, when)) in calls.iter().flat_map(|call| (1..6).map(move |when| (*call, when))).enumerate() {
        let inject = format!("inject={call}:signal=KILL:when={when}");
        let address = format!("p{n}@example.org");
        let trace = shown("trace");
        let args = [
            "-f",
            "-o",
            &trace,
            "-e",
            &inject,
            env!("CARGO_BIN_EXE_clausebook"),
            "--clock-is-right",
            "--config",
            &config,
            "-w",
            &folder,
            "person",
            "add",
            "Auditor",
            "--email",
            &address,
            "--role",
            "auditor",
        ];
        let out = crate::support::tool("strace", "strace", &args, place.folder.path());
        fired += usize::from(!out.status.success());
        let workspace = place.reopen().unwrap();
        assert_eq!(workspace.standing().unwrap(), Standing::Fits, "{call} {when}");
        drop(workspace);
        let report = place.json(&["verify"]);
        assert_eq!(report["ok"], true, "{call} {when}: {report}");
    }
    assert!(fired >= 8, "{fired} of the faults fired");
}

#[test]
fn what_is_no_plain_file_or_far_too_large_is_no_kept_head_and_nobody_waits_for_it() {
    let place = with_backup();
    put_back(&place);
    let head = fs::read_dir(place.path("config/heads")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(&head).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&head).status().unwrap().success());
    assert_eq!(place.reopen().unwrap().standing().unwrap(), Standing::Fits, "none is kept");
    place.json(&["verify"]);
    fs::remove_file(&head).unwrap();
    fs::File::create(&head).unwrap().set_len(1 << 40).unwrap();
    assert_eq!(place.reopen().unwrap().kept(), None);
    place.json(&["verify"]);
    change(&mut place.reopen().unwrap(), "third").unwrap();
    assert_eq!(place.reopen().unwrap().kept(), Some(3), "the next change keeps one");
    let key = fs::read_dir(place.path("config/keys")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(&key).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&key).status().unwrap().success());
    assert_eq!(change(&mut place.reopen().unwrap(), "fourth").unwrap_err().reason().name, "file_not_regular");
}
