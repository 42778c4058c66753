//! The vault: what is filed comes back, byte for byte; what is altered or missing is told apart; nothing is
//! acknowledged that the disk did not confirm.

mod failures;
mod faulty;
mod many;

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use clausebook::digest::Digest;
use clausebook::error::Code;
use clausebook::vault::{Condition, Vault};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::support::file;

fn vault() -> (TempDir, Vault) {
    let folder = TempDir::new().unwrap();
    let vault = Vault::create(&folder.path().join("ws")).unwrap();
    (folder, vault)
}

fn content(vault: &Vault, digest: &Digest) -> Vec<u8> {
    let mut bytes = Vec::new();
    vault.open_object(digest).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Writes under an object's name what was not filed, as only someone outside the program can.
fn alter(path: &Path, bytes: &[u8]) {
    fs::remove_file(path).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Makes a file look as if nobody had touched it since yesterday.
fn long_ago(path: &Path) {
    let yesterday = std::time::SystemTime::now() - std::time::Duration::from_secs(86_400);
    fs::File::options().write(true).open(path).unwrap().set_modified(yesterday).unwrap();
}

#[test]
fn a_filed_file_comes_back_by_its_hash() {
    let (folder, vault) = vault();
    let path = file(folder.path(), "Quality policy.txt", b"We keep our promises.");
    let stored = vault.put_file(&path).unwrap();
    assert_eq!((stored.digest, stored.size, stored.fresh), (Digest::of(b"We keep our promises."), 21, true));
    assert_eq!(content(&vault, &stored.digest), b"We keep our promises.");
    let name = stored.digest.to_string();
    assert_eq!(vault.path_of(&stored.digest), folder.path().join("ws/objects").join(&name[..2]).join(&name));
    assert!(names(&folder.path().join("ws/tmp")).is_empty(), "nothing is left behind in tmp");
}

#[cfg(unix)]
#[test]
fn an_object_is_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, vault) = vault();
    let stored = vault.put_bytes(b"minutes").unwrap();
    let mode = fs::metadata(vault.path_of(&stored.digest)).unwrap().permissions().mode();
    assert_eq!(mode & 0o222, 0, "nobody may write to what was filed");
}

#[test]
fn the_same_content_is_kept_once() {
    let (folder, vault) = vault();
    let first = vault.put_bytes(b"the same").unwrap();
    let second = vault.put_file(&file(folder.path(), "copy", b"the same")).unwrap();
    assert!(first.fresh && !second.fresh, "only the first was new");
    assert_eq!(first.digest, second.digest);
    assert!(names(&folder.path().join("ws/tmp")).is_empty(), "the second copy is not kept");
}

#[test]
fn an_altered_duplicate_is_put_aside_and_replaced() {
    let (folder, vault) = vault();
    let stored = vault.put_bytes(b"as it was filed").unwrap();
    alter(&vault.path_of(&stored.digest), b"as someone wants it");
    let again = vault.put_bytes(b"as it was filed").unwrap();
    assert!(again.fresh, "the good copy was not there");
    assert_eq!(content(&vault, &stored.digest), b"as it was filed");
    let aside = names(&folder.path().join("ws/quarantine"));
    assert_eq!(aside.len(), 1, "the altered one is kept: {aside:?}");
    assert!(aside[0].starts_with(&stored.digest.to_string()), "its name tells what it was");
    assert_eq!(fs::read(folder.path().join("ws/quarantine").join(&aside[0])).unwrap(), b"as someone wants it");
}

#[test]
fn intact_altered_and_missing_are_three_things() {
    let (_folder, vault) = vault();
    let [intact, altered, cut, missing] =
        [&b"one"[..], b"two", b"three", b"four"].map(|bytes| vault.put_bytes(bytes).unwrap());
    alter(&vault.path_of(&altered.digest), b"TWO");
    alter(&vault.path_of(&cut.digest), b"");
    fs::remove_file(vault.path_of(&missing.digest)).unwrap();

    let check = |s: &clausebook::vault::Stored| vault.check(&s.digest, Some(s.size)).unwrap();
    assert_eq!(check(&intact), Condition::Intact);
    assert_eq!(check(&altered), Condition::Altered { found: Digest::of(b"TWO"), size: 3 });
    assert_eq!(check(&cut), Condition::Altered { found: Digest::of(b""), size: 0 });
    assert_eq!(check(&missing), Condition::Missing);
    assert_eq!(vault.open_object(&missing.digest).unwrap_err().code(), Code::ObjectMissing);

    let present = |s: &clausebook::vault::Stored| vault.present(&s.digest, s.size);
    assert!(present(&intact) && present(&altered), "the cheap check sees name and length");
    assert!(!present(&cut) && !present(&missing), "the cheap check sees a wrong length and an absence");
}

#[test]
fn an_object_that_cannot_be_read_is_an_error_and_not_missing() {
    let (_folder, vault) = vault();
    let stored = vault.put_bytes(b"unreadable").unwrap();
    fs::remove_file(vault.path_of(&stored.digest)).unwrap();
    fs::create_dir(vault.path_of(&stored.digest)).unwrap();
    vault.check(&stored.digest, None).expect_err("a folder in an object's place is no answer about the object");
}

#[test]
fn an_object_can_be_put_aside_and_brought_back() {
    let (folder, vault) = vault();
    let stored = vault.put_bytes(b"the only copy").unwrap();
    alter(&vault.path_of(&stored.digest), b"flipped");
    vault.quarantine(&stored.digest).unwrap();
    assert_eq!(vault.check(&stored.digest, None).unwrap(), Condition::Missing);
    assert_eq!(vault.quarantine(&stored.digest).unwrap_err().code(), Code::ObjectMissing);

    let other = file(folder.path(), "other", b"something else");
    assert_eq!(vault.restore(&stored.digest, &other).unwrap_err().code(), Code::Refused);
    assert_eq!(vault.check(&Digest::of(b"something else"), None).unwrap(), Condition::Missing, "nor was it filed");

    let backup = file(folder.path(), "backup", b"the only copy");
    vault.restore(&stored.digest, &backup).unwrap();
    assert_eq!(vault.check(&stored.digest, Some(stored.size)).unwrap(), Condition::Intact);
    assert_eq!(names(&folder.path().join("ws/quarantine")).len(), 1, "what was put aside stays there");
}

#[test]
fn a_sweep_takes_what_nothing_refers_to_and_no_more() {
    let (folder, vault) = vault();
    let kept = vault.put_bytes(b"kept").unwrap();
    let orphan = vault.put_bytes(b"orphan").unwrap();
    let foreign = file(folder.path(), "ws/objects/ab/notes.txt", b"not an object");
    assert_eq!(vault.sweep(&BTreeSet::from([kept.digest])).unwrap(), 1);
    assert_eq!(vault.check(&kept.digest, None).unwrap(), Condition::Intact);
    assert_eq!(vault.check(&orphan.digest, None).unwrap(), Condition::Missing);
    assert!(foreign.exists(), "what is no object of ours is left alone");
}

#[test]
fn folders_and_devices_are_not_filed() {
    let (folder, vault) = vault();
    assert_eq!(vault.put_file(folder.path()).unwrap_err().code(), Code::FileUnreadable);
    assert_eq!(vault.put_file(&folder.path().join("nothing")).unwrap_err().code(), Code::FileNotFound);
    if cfg!(unix) {
        assert_eq!(vault.put_file(Path::new("/dev/zero")).unwrap_err().code(), Code::FileUnreadable);
    }
}

#[test]
fn opening_makes_what_a_copy_without_empty_folders_lost() {
    let (folder, vault) = vault();
    let stored = vault.put_bytes(b"travelled").unwrap();
    fs::remove_dir(folder.path().join("ws/tmp")).unwrap();
    fs::remove_dir(folder.path().join("ws/quarantine")).unwrap();
    let vault = Vault::open(&folder.path().join("ws")).unwrap();
    assert_eq!(content(&vault, &stored.digest), b"travelled");
    assert!(vault.put_bytes(b"after the journey").unwrap().fresh);
}

#[test]
fn opening_sweeps_what_a_crash_left_in_tmp_and_spares_what_is_being_written() {
    let (folder, _vault) = vault();
    let named = || format!("ws/tmp/{}", uuid::Uuid::now_v7().simple());
    let old = file(folder.path(), &named(), b"half");
    let new = file(folder.path(), &named(), b"half");
    let others = ["notes.txt", "0123456789abcdef0123456789abcdef", "old"].map(|name| format!("ws/tmp/{name}"));
    let others = others.map(|name| file(folder.path(), &name, b"somebody's"));
    for path in others.iter().chain([&old]) {
        long_ago(path);
    }
    Vault::open(&folder.path().join("ws")).unwrap();
    assert!(!old.exists(), "a dead file is swept");
    assert!(new.exists(), "another program may be writing this one");
    assert!(
        others.iter().all(|path| path.exists()),
        "what has another name was not made here and is not ours to delete"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_put_is_read_back(contents in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..3000), 1..12)) {
        let (folder, vault) = vault();
        let mut seen = BTreeSet::new();
        for (i, bytes) in contents.iter().enumerate() {
            let stored = if i % 2 == 0 {
                vault.put_bytes(bytes).unwrap()
            } else {
                let path = folder.path().join(i.to_string());
                fs::File::create(&path).unwrap().write_all(bytes).unwrap();
                vault.put_file(&path).unwrap()
            };
            prop_assert_eq!(stored.digest, Digest::of(bytes));
            prop_assert_eq!(stored.size, bytes.len() as u64);
            prop_assert_eq!(stored.fresh, seen.insert(bytes.clone()), "fresh says whether it was there");
        }
        let vault = Vault::open(&folder.path().join("ws")).unwrap();
        for bytes in &contents {
            prop_assert_eq!(&content(&vault, &Digest::of(bytes)), bytes, "bytes come back as they were");
            prop_assert_eq!(vault.check(&Digest::of(bytes), Some(bytes.len() as u64)).unwrap(), Condition::Intact);
        }
    }
}
