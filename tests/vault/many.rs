//! Many files in flight: order, refusals one by one, duplicates among them, stopping, and a failing disk.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use clausebook::digest::Digest;
use clausebook::error::Code;
use clausebook::vault::{Condition, Disk, RealDisk, Vault};
use tempfile::TempDir;

use super::faulty::{Faulty, Step};
use super::{alter, names, vault};
use crate::support::file;

static GO: AtomicBool = AtomicBool::new(false);

/// `count` files of which every fifth has the content of the one before.
fn files(folder: &TempDir, count: usize) -> Vec<(PathBuf, Vec<u8>)> {
    (0..count)
        .map(|i| {
            let like = if i % 5 == 4 { i - 1 } else { i };
            let bytes = format!("content {like}").repeat(like % 40 + 1).into_bytes();
            (file(folder.path(), &format!("in/{i}"), &bytes), bytes)
        })
        .collect()
}

fn paths(files: &[(PathBuf, Vec<u8>)]) -> Vec<PathBuf> {
    files.iter().map(|(path, _)| path.clone()).collect()
}

#[test]
fn answers_stand_in_the_order_of_the_files() {
    let (folder, vault) = vault();
    let files = files(&folder, 600);
    let told = Mutex::new(Vec::new());
    let answers = vault.put_many(&paths(&files), &|n, bytes| told.lock().unwrap().push((n, bytes)), &GO);
    assert_eq!(answers.len(), files.len());
    for (answer, (path, bytes)) in answers.iter().zip(&files) {
        let stored = answer.as_ref().unwrap();
        assert_eq!(stored.digest, Digest::of(bytes), "the answer for {}", path.display());
        assert_eq!(vault.check(&stored.digest, Some(bytes.len() as u64)).unwrap(), Condition::Intact);
    }
    let fresh = answers.iter().flatten().filter(|s| s.fresh).count();
    assert_eq!(fresh, 480, "of two equal files in flight only one is new");
    let told = told.into_inner().unwrap();
    assert!(told.is_sorted(), "progress only goes forward");
    assert_eq!(told.last(), Some(&(600, files.iter().map(|(_, b)| b.len() as u64).sum())));
    assert!(names(&folder.path().join("ws/tmp")).is_empty(), "nothing is left behind in tmp");
}

#[test]
fn one_refusal_stops_no_other() {
    let (folder, vault) = vault();
    let mut wanted = paths(&files(&folder, 20));
    wanted[3] = folder.path().join("not there");
    wanted[11] = folder.path().to_owned();
    let answers = vault.put_many(&wanted, &|_, _| {}, &GO);
    for (i, answer) in answers.iter().enumerate() {
        match i {
            3 => assert_eq!(answer.as_ref().unwrap_err().code(), Code::FileNotFound),
            11 => assert_eq!(answer.as_ref().unwrap_err().code(), Code::FileUnreadable),
            _ => assert!(answer.is_ok(), "{i}: {answer:?}"),
        }
    }
}

#[test]
fn stopped_it_keeps_what_was_acknowledged() {
    let (folder, vault) = vault();
    let files = files(&folder, 200);
    let stop = AtomicBool::new(true);
    let answers = vault.put_many(&paths(&files), &|_, _| {}, &stop);
    assert!(answers.iter().all(|a| a.as_ref().is_err_and(|e| e.code() == Code::Cancelled)), "nothing was begun");

    // The same files on both sides of the stop: those done are done, the others say so.
    stop.store(false, Ordering::SeqCst);
    let large = vec![files[0].0.clone(); 2000];
    let answers = vault.put_many(&large, &|_, _| stop.store(true, Ordering::SeqCst), &stop);
    assert_eq!(answers.len(), large.len());
    for answer in &answers {
        match answer {
            Ok(stored) => assert_eq!(vault.check(&stored.digest, Some(stored.size)).unwrap(), Condition::Intact),
            Err(e) => assert_eq!(e.code(), Code::Cancelled),
        }
    }
    assert!(answers.iter().any(Result::is_ok), "what was done before the stop is acknowledged");
}

#[test]
fn equal_files_in_flight_replace_an_altered_object_once() {
    let (folder, vault) = vault();
    let path = file(folder.path(), "policy", b"the policy");
    let digest = vault.put_file(&path).unwrap().digest;
    alter(&vault.path_of(&digest), b"THE POLICY");
    let answers = vault.put_many(&vec![path; 40], &|_, _| {}, &GO);
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!(vault.check(&digest, None).unwrap(), Condition::Intact);
    assert_eq!(names(&folder.path().join("ws/quarantine")).len(), 1, "only the altered one is put aside");
}

#[test]
fn after_a_failed_flush_no_later_file_is_acknowledged() {
    for step in [Step::SyncFile, Step::SyncFolder] {
        let folder = TempDir::new().unwrap();
        let root = folder.path().join("ws");
        Vault::create(&root).unwrap();
        let disk = Arc::new(Faulty::at(step, 7, ErrorKind::Other));
        let vault = Vault::open_on(&root, disk.clone()).unwrap();
        let answers = vault.put_many(&paths(&files(&folder, 100)), &|_, _| {}, &GO);
        assert!(disk.fired.load(Ordering::SeqCst), "the fault at {step:?} must have fired");
        assert!(answers.iter().any(|a| a.as_ref().is_err_and(|e| e.code() == Code::NotDurable)), "it is told");
        for stored in answers.iter().flatten() {
            assert_eq!(vault.check(&stored.digest, Some(stored.size)).unwrap(), Condition::Intact);
        }
        let later = vault.put_many(&paths(&files(&folder, 10)), &|_, _| {}, &GO);
        assert!(later.iter().all(|a| a.as_ref().is_err_and(|e| e.code() == Code::NotDurable)), "it stays told");
    }
}

/// Counts instead of flushing, and measures instead of writing.
#[derive(Default)]
struct Counting {
    flushes: AtomicUsize,
    written: AtomicUsize,
    largest: AtomicUsize,
}

impl Disk for Counting {
    fn create(&self, path: &Path) -> std::io::Result<File> {
        RealDisk.create(path)
    }

    fn write(&self, _: &mut File, bytes: &[u8]) -> std::io::Result<()> {
        self.written.fetch_add(bytes.len(), Ordering::SeqCst);
        self.largest.fetch_max(bytes.len(), Ordering::SeqCst);
        Ok(())
    }

    fn sync_file(&self, _: &File) -> std::io::Result<()> {
        self.flushes.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn sync_folder(&self, _: &Path) -> std::io::Result<()> {
        self.flushes.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

fn counting() -> (TempDir, Vault, Arc<Counting>) {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("ws");
    Vault::create(&root).unwrap();
    let disk = Arc::new(Counting::default());
    let vault = Vault::open_on(&root, disk.clone()).unwrap();
    (folder, vault, disk)
}

#[test]
fn a_large_file_is_never_held_whole() {
    const SIZE: usize = 256 << 20;
    let (folder, vault, disk) = counting();
    let path = folder.path().join("large");
    // A hole reads as zeros: large to read, nothing to make.
    File::create(&path).unwrap().set_len(SIZE as u64).unwrap();
    let stored = vault.put_file(&path).unwrap();
    assert_eq!(stored.digest, clausebook::vault::hash_file(&path).unwrap().0);
    assert_eq!(disk.written.load(Ordering::SeqCst), SIZE, "all of it went to the disk");
    assert!(disk.largest.load(Ordering::SeqCst) <= 1 << 20, "at most a megabyte of it at a time");
}

#[test]
fn many_files_share_the_flushes_of_their_folders() {
    let (folder, vault, disk) = counting();
    let wanted: Vec<PathBuf> =
        (0..4000).map(|i: u32| file(folder.path(), &format!("in/{i}"), &i.to_le_bytes())).collect();
    assert!(vault.put_many(&wanted, &|_, _| {}, &GO).iter().all(Result::is_ok));
    let flushes = disk.flushes.load(Ordering::SeqCst);
    assert!(flushes >= 4000, "every file is flushed itself");
    assert!(flushes <= 4000 * 17 / 10, "at most 1.7 flushes for each file, not {flushes}");
}

#[test]
fn many_checks_answer_in_order_and_can_be_stopped() {
    let (_folder, vault) = vault();
    let objects: Vec<(Digest, u64)> =
        (0..50u8).map(|i| vault.put_bytes(&[i; 9]).unwrap()).map(|s| (s.digest, s.size)).collect();
    alter(&vault.path_of(&objects[7].0), b"something");
    std::fs::remove_file(vault.path_of(&objects[33].0)).unwrap();
    let done = AtomicUsize::new(0);
    let found = vault.check_many(&objects, &|n| done.store(n, Ordering::SeqCst), &GO).unwrap();
    assert_eq!(done.load(Ordering::SeqCst), objects.len());
    for (i, condition) in found.iter().enumerate() {
        let expected = match i {
            7 => Condition::Altered { found: Digest::of(b"something"), size: 9 },
            33 => Condition::Missing,
            _ => Condition::Intact,
        };
        assert_eq!(*condition, expected, "object {i}");
    }
    let stopped = vault.check_many(&objects, &|_| {}, &AtomicBool::new(true)).unwrap_err();
    assert_eq!(stopped.code(), Code::Cancelled);
}
