//! What the vault says and leaves behind when the disk fails at each of its steps.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use clausebook::digest::Digest;
use clausebook::error::Code;
use clausebook::vault::{Condition, Vault};
use tempfile::TempDir;

use super::faulty::{Faulty, STEPS, Step};
use super::{alter, content, names};
use crate::support::file;

fn on(fault: Faulty) -> (TempDir, PathBuf, Vault, Arc<Faulty>) {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("ws");
    Vault::create(&root).unwrap();
    let disk = Arc::new(fault);
    let vault = Vault::open_on(&root, disk.clone()).unwrap();
    (folder, root, vault, disk)
}

/// What was not acknowledged may be there or not, but never as something else.
fn never_altered(root: &Path, bytes: &[u8]) {
    let condition = Vault::open(root).unwrap().check(&Digest::of(bytes), Some(bytes.len() as u64)).unwrap();
    assert!(!matches!(condition, Condition::Altered { .. }), "half a file stands under its name: {condition:?}");
}

#[test]
fn a_step_that_fails_is_never_acknowledged_whether_it_was_done_or_not() {
    for step in STEPS {
        for done in [false, true] {
            let fault = Faulty { done, ..Faulty::at(step, 0, ErrorKind::Other) };
            let (_folder, root, vault, disk) = on(fault);
            let refused = vault.put_bytes(b"evidence").expect_err("a failed step must not be acknowledged");
            assert!(disk.fired.load(Ordering::SeqCst), "the fault at {step:?} must have fired");
            let flush = matches!(step, Step::SyncFile | Step::SyncFolder);
            assert_eq!(refused.code(), if flush { Code::NotDurable } else { Code::Io }, "{step:?}, done: {done}");
            never_altered(&root, b"evidence");

            let again = vault.put_bytes(b"evidence");
            if flush {
                assert_eq!(again.unwrap_err().code(), Code::NotDurable, "after a failed flush nothing more is filed");
            } else {
                again.expect("other failures are over when they are over");
            }
            let reopened = Vault::open(&root).unwrap();
            let stored = reopened.put_bytes(b"evidence").expect("opened again, it files again");
            assert_eq!(content(&reopened, &stored.digest), b"evidence");
        }
    }
}

#[test]
fn the_last_flush_counts_too() {
    // The first folder flush is the one of `objects`, the second that of the object's own folder.
    let (_folder, root, vault, disk) = on(Faulty::at(Step::SyncFolder, 1, ErrorKind::Other));
    assert_eq!(vault.put_bytes(b"named, not durable").unwrap_err().code(), Code::NotDurable);
    assert!(disk.fired.load(Ordering::SeqCst));
    let there = Vault::open(&root).unwrap().put_bytes(b"named, not durable").unwrap();
    assert!(!there.fresh, "it had its name already, and is made durable by whoever files it next");
}

#[test]
fn a_full_disk_leaves_nothing_behind_and_is_over_when_there_is_room() {
    for step in [Step::Create, Step::Write, Step::SyncFile, Step::Rename] {
        let (_folder, root, vault, disk) = on(Faulty::at(step, 0, ErrorKind::StorageFull));
        let refused = vault.put_bytes(b"too much").unwrap_err();
        assert!(disk.fired.load(Ordering::SeqCst), "the fault at {step:?} must have fired");
        assert_eq!(refused.code(), Code::DiskFull, "{step:?}");
        assert!(names(&root.join("tmp")).is_empty(), "the half-written file is removed ({step:?})");
        vault.put_bytes(b"too much").expect("there is room again");
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_not_filed() {
    let sources = TempDir::new().unwrap();
    for grow in [true, false] {
        let path = file(sources.path(), "log.txt", &[b'a'; 5000]);
        let target = path.clone();
        let meanwhile = move || {
            if grow {
                let mut more = fs::File::options().append(true).open(&target).unwrap();
                std::io::Write::write_all(&mut more, b"one more line").unwrap();
            } else {
                let again = fs::File::options().write(true).open(&target).unwrap();
                again.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
            }
        };
        let fault = Faulty { meanwhile: Some(Box::new(meanwhile)), ..Faulty::at(Step::Write, 0, ErrorKind::Other) };
        let (_folder, root, vault, disk) = on(fault);
        let refused = vault.put_file(&path).unwrap_err();
        assert!(disk.fired.load(Ordering::SeqCst), "the change must have happened");
        assert_eq!(refused.code(), Code::FileChanged);
        assert!(names(&root.join("tmp")).is_empty() && names(&root.join("objects")).is_empty(), "nothing is stored");
        vault.put_file(&path).expect("at rest, it is filed");
    }
}

#[test]
fn a_failure_while_an_altered_object_is_put_aside_loses_neither() {
    // Folder flushes in this process: `objects`, then `quarantine`, then the object's folder, then it again.
    for skip in 1..=3 {
        let (_folder, root, vault, disk) = on(Faulty::at(Step::SyncFolder, skip, ErrorKind::Other));
        let digest = Vault::open(&root).unwrap().put_bytes(b"as filed").unwrap().digest;
        alter(&vault.path_of(&digest), b"as altered");
        assert_eq!(vault.put_bytes(b"as filed").unwrap_err().code(), Code::NotDurable);
        assert!(disk.fired.load(Ordering::SeqCst));
        Vault::open(&root).unwrap().put_bytes(b"as filed").unwrap();
        let aside = names(&root.join("quarantine"));
        assert_eq!(aside.len(), 1, "flush {skip}: the altered one is kept, once");
        assert_eq!(fs::read(root.join("quarantine").join(&aside[0])).unwrap(), b"as altered");
    }
}
