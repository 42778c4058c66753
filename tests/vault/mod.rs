//! The vault: what is acknowledged is durable and right, whatever the disk does.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use clausebook::digest::Digest;
use clausebook::error::Code;
use clausebook::vault::{Condition, Disk, RealDisk, Vault};
use proptest::prelude::*;

use crate::support::{Place, file};

fn vault(place: &Place) -> Vault {
    std::fs::create_dir_all(place.path("v")).unwrap();
    Vault::create(&place.path("v")).unwrap()
}

/// A disk that fails at one kind of step: before it (the step is lost) or after it (the step persists).
struct Faulty {
    step: &'static str,
    lost: bool,
    error: fn() -> io::Error,
    fired: AtomicUsize,
}

impl Faulty {
    fn new(step: &'static str, lost: bool, error: fn() -> io::Error) -> Arc<Self> {
        Arc::new(Self { step, lost, error, fired: AtomicUsize::new(0) })
    }

    fn at<T>(&self, step: &str, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        if step != self.step {
            return work();
        }
        self.fired.fetch_add(1, Ordering::SeqCst);
        if !self.lost {
            work()?;
        }
        Err((self.error)())
    }
}

impl Disk for Faulty {
    fn create(&self, path: &Path) -> io::Result<File> {
        self.at("create", || RealDisk.create(path))
    }
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.at("write", || RealDisk.write(file, bytes))
    }
    fn sync_file(&self, file: &File) -> io::Result<()> {
        self.at("sync_file", || RealDisk.sync_file(file))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.at("rename", || RealDisk.rename(from, to))
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.at("sync_folder", || RealDisk.sync_folder(path))
    }
}

fn refused() -> io::Error {
    io::Error::other("the drive failed")
}

fn full() -> io::Error {
    io::Error::from(io::ErrorKind::StorageFull)
}

fn leftovers(place: &Place) -> usize {
    std::fs::read_dir(place.path("v/tmp")).unwrap().count()
}

#[test]
fn each_failed_step_is_an_error_whether_it_was_lost_or_persisted_and_a_later_filing_is_whole() {
    for step in ["create", "write", "sync_file", "rename", "sync_folder"] {
        for lost in [true, false] {
            let place = Place::new();
            drop(vault(&place));
            let disk = Faulty::new(step, lost, refused);
            let faulty = Vault::open_on(&place.path("v"), disk.clone()).unwrap();
            let result = faulty.put_bytes(b"evidence");
            assert!(disk.fired.load(Ordering::SeqCst) > 0, "the fault at {step} fired");
            assert!(result.is_err(), "{step}, lost {lost}: nothing is acknowledged");
            if step.starts_with("sync") {
                assert_eq!(result.unwrap_err().code(), Code::NotDurable);
                let again = faulty.put_bytes(b"more").unwrap_err();
                assert_eq!(again.code(), Code::NotDurable, "after a failed flush nothing is filed before reopening");
            }
            drop(faulty);
            let good = Vault::open(&place.path("v")).unwrap();
            let stored = good.put_bytes(b"evidence").unwrap();
            assert_eq!(
                good.check(&stored.digest, Some(stored.size)).unwrap(),
                Condition::Intact,
                "{step}, lost {lost}"
            );
        }
    }
}

#[test]
fn a_full_disk_is_said_to_be_full_and_leaves_nothing() {
    for step in ["create", "write", "sync_file"] {
        let place = Place::new();
        drop(vault(&place));
        let disk = Faulty::new(step, true, full);
        let result = Vault::open_on(&place.path("v"), disk.clone()).unwrap().put_bytes(b"evidence");
        assert!(disk.fired.load(Ordering::SeqCst) > 0);
        assert_eq!(result.unwrap_err().code(), Code::DiskFull, "{step}");
        assert_eq!(leftovers(&place), 0, "{step}: nothing half-written stays");
    }
}

/// A disk under which the source grows while it is read.
struct Growing(std::path::PathBuf, AtomicUsize);

impl Disk for Growing {
    fn create(&self, path: &Path) -> io::Result<File> {
        RealDisk.create(path)
    }
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if self.1.fetch_add(1, Ordering::SeqCst) == 0 {
            std::fs::write(&self.0, vec![b'x'; bytes.len() + 10])?;
        }
        RealDisk.write(file, bytes)
    }
    fn sync_file(&self, file: &File) -> io::Result<()> {
        RealDisk.sync_file(file)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_folder(path)
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_not_filed() {
    let place = Place::new();
    drop(vault(&place));
    let source = file(place.folder.path(), "source.txt", &vec![b'a'; 1000]);
    let disk = Arc::new(Growing(source.clone(), AtomicUsize::new(0)));
    let result = Vault::open_on(&place.path("v"), disk.clone()).unwrap().put_file(&source);
    assert!(disk.1.load(Ordering::SeqCst) > 0, "the file was changed");
    assert_eq!(result.unwrap_err().code(), Code::FileChanged);
    assert_eq!(leftovers(&place), 0);
}

#[test]
fn an_altered_object_is_put_aside_and_replaced_never_deleted() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let vault = vault(&place);
    let stored = vault.put_bytes(b"evidence").unwrap();
    assert!(stored.fresh && !vault.put_bytes(b"evidence").unwrap().fresh, "the same content is stored once");
    let path = vault.path_of(&stored.digest);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o444);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    std::fs::write(&path, b"forgery!").unwrap();
    let found = Digest::of(b"forgery!");
    assert_eq!(vault.check(&stored.digest, Some(8)).unwrap(), Condition::Altered { found, size: 8 });
    assert!(vault.put_bytes(b"evidence").unwrap().fresh, "a fresh copy takes its place");
    assert_eq!(vault.check(&stored.digest, None).unwrap(), Condition::Intact);
    let aside: Vec<_> = std::fs::read_dir(place.path("v/quarantine")).unwrap().collect();
    assert_eq!(aside.len(), 1, "the altered one is kept aside");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(vault.check(&stored.digest, None).unwrap(), Condition::Missing);
    let wrong = file(place.folder.path(), "wrong", b"something else");
    assert_eq!(
        vault.restore(&stored.digest, &wrong).unwrap_err().code(),
        Code::Refused,
        "only the same bytes take its place"
    );
    let right = file(place.folder.path(), "right", b"evidence");
    vault.restore(&stored.digest, &right).unwrap();
    assert_eq!(vault.check(&stored.digest, None).unwrap(), Condition::Intact);
}

#[test]
fn folders_and_missing_files_are_refused_by_name() {
    let place = Place::new();
    let vault = vault(&place);
    assert_eq!(vault.put_file(place.folder.path()).unwrap_err().code(), Code::FileUnreadable);
    assert_eq!(vault.put_file(&place.path("nothing")).unwrap_err().code(), Code::FileNotFound);
}

#[test]
fn orphans_are_swept_and_what_is_referred_to_stays() {
    let place = Place::new();
    let vault = vault(&place);
    let (kept, orphan) = (vault.put_bytes(b"kept").unwrap(), vault.put_bytes(b"orphan").unwrap());
    assert_eq!(vault.sweep(&[kept.digest].into()).unwrap(), 1);
    assert_eq!(vault.check(&kept.digest, None).unwrap(), Condition::Intact);
    assert_eq!(vault.check(&orphan.digest, None).unwrap(), Condition::Missing);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn many_files_at_once_are_each_answered_in_order(contents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..3000), 1..40)) {
        let place = Place::new();
        let vault = vault(&place);
        let mut files: Vec<_> = contents.iter().enumerate().map(|(i, c)| file(place.folder.path(), &format!("in/{i}"), c)).collect();
        files.insert(0, place.path("in/missing"));
        let answers = vault.put_many(&files, &|_, _| {}, &AtomicBool::new(false));
        prop_assert_eq!(answers.len(), files.len());
        prop_assert_eq!(answers[0].as_ref().unwrap_err().code(), Code::FileNotFound, "one refusal stops no other");
        for (content, answer) in contents.iter().zip(&answers[1..]) {
            let stored = answer.as_ref().unwrap();
            prop_assert_eq!(stored.digest, Digest::of(content));
            prop_assert_eq!(std::fs::read(vault.path_of(&stored.digest)).unwrap(), content.clone());
        }
        prop_assert_eq!(leftovers(&place), 0);
        let objects: Vec<_> = answers.iter().flatten().map(|s| (s.digest, s.size)).collect();
        let checked = vault.check_many(&objects, &|_| {}, &AtomicBool::new(false)).unwrap();
        prop_assert!(checked.iter().all(|c| *c == Condition::Intact));
    }
}
