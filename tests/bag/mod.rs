//! Bags: valid by stock tools whatever the sizes of their files, the same bytes for the same input, and nothing left
//! behind where one is refused.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use clausebook::bag::{self, Bag, Payload, Source, Watch, Written};
use clausebook::digest::Digest;
use clausebook::error::{Code, Result};
use clausebook::saved::Target;
use clausebook::signing::{SigningKey, allowed_signer};
use clausebook::vault::Vault;
use tempfile::TempDir;
use zip::ZipArchive;

use crate::support::{day, file, tool, venv};

const MEGABYTE: usize = 1 << 20;

/// A vault with files of the sizes at which reading takes another way.
struct Shelf {
    folder: TempDir,
    vault: Vault,
    filed: Vec<(String, Digest, u64)>,
}

impl Shelf {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let vault = Vault::create(&folder.path().join("ws")).unwrap();
        let sizes =
            [("empty", 0), ("small", 10), ("under", MEGABYTE - 1), ("block", MEGABYTE), ("large", 3 * MEGABYTE + 7)];
        let filed = sizes.map(|(name, size)| {
            let bytes: Vec<u8> = (0..size).map(|n| (n % 251) as u8).collect();
            let stored = vault.put_file(&file(folder.path(), name, &bytes)).unwrap();
            (format!("records/{name} prüfung.bin"), stored.digest, stored.size)
        });
        Self { filed: filed.to_vec(), folder, vault }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn payload(&self) -> Vec<Payload> {
        let filed = self.filed.iter();
        let filed = filed.map(|(path, digest, size)| (path.as_str(), Source::Filed(*digest, *size)));
        let made = [("index.html", Source::Made(b"<p>what is in it</p>".to_vec())), ("none", Source::Made(Vec::new()))];
        filed.chain(made).map(|(path, source)| Payload { path: path.to_owned(), source }).collect()
    }

    fn write(&self, payload: Vec<Payload>, out: &str, watch: Watch<'_>) -> Result<Written> {
        let info = [("Source-Organization", String::from("Fjordlink\r\nBag-Size: 1 GB"))];
        let key = SigningKey::from_seed([7; 32]);
        let (day, top) = (day(2026, 11, 24), "A 1 handover");
        let bag = Bag { top, day, info: &info, payload, key: &key, namespace: "handover" };
        bag::write(Target { path: &self.path(out), overwrite: false }, bag, &self.vault, watch)
    }

    /// Puts other bytes in the place of what was filed, as only someone outside the program can.
    fn alter(&self, digest: &Digest, change: impl FnOnce(&mut Vec<u8>)) {
        let path = self.vault.path_of(digest);
        let mut bytes = std::fs::read(&path).unwrap();
        change(&mut bytes);
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }

    /// Expects that no bag is written and that nothing is left of it.
    fn refused(&self, watch: Watch<'_>) -> clausebook::error::Error {
        let Err(error) = self.write(self.payload(), "bad.zip", watch) else { panic!("the bag was written") };
        let left = std::fs::read_dir(self.folder.path()).unwrap().map(|f| f.unwrap().file_name());
        let left: Vec<_> = left.filter(|name| name.to_string_lossy().contains("bad")).collect();
        assert!(left.is_empty(), "nothing is left behind: {left:?}, {error:?}");
        error
    }
}

fn unwatched() -> Watch<'static> {
    static GOES_ON: AtomicBool = AtomicBool::new(false);
    Watch { progress: &|_, _| {}, cancel: &GOES_ON }
}

fn unpacked(zip: &Path, to: &Path) -> PathBuf {
    ZipArchive::new(std::fs::File::open(zip).unwrap()).unwrap().extract(to).unwrap();
    to.join("A 1 handover")
}

#[test]
fn stock_tools_accept_a_bag_with_files_of_every_size() {
    let shelf = Shelf::new();
    let written = shelf.write(shelf.payload(), "a.zip", unwatched()).unwrap();
    let bytes = std::fs::read(shelf.path("a.zip")).unwrap();
    assert_eq!((written.sha256, written.size, written.files), (Digest::of(&bytes), bytes.len() as u64, 7));
    let zip = shelf.path("a.zip").display().to_string();
    assert!(tool(&venv("python"), "setup.sh", &["-m", "zipfile", "-t", &zip], shelf.folder.path()).status.success());

    let bag = unpacked(&shelf.path("a.zip"), &shelf.path("out"));
    for (path, digest, _) in &shelf.filed {
        assert_eq!(Digest::of(&std::fs::read(bag.join("data").join(path)).unwrap()), *digest, "{path}");
    }
    let bagit = tool(&venv("bagit.py"), "setup.sh", &["--validate", bag.to_str().unwrap()], &bag);
    assert!(bagit.status.success(), "{}", String::from_utf8_lossy(&bagit.stderr));
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        assert!(tool("sha256sum", "coreutils", &["-c", "--quiet", manifest], &bag).status.success(), "{manifest}");
    }
    let key = SigningKey::from_seed([7; 32]).public();
    file(&bag, "signers", allowed_signer("us", "handover", &key).unwrap().as_bytes());
    let line =
        "ssh-keygen -Y verify -f signers -I us -n handover -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt";
    assert!(tool("sh", "openssh-client", &["-c", line], &bag).status.success());
}

#[test]
fn the_order_in_which_files_are_named_does_not_show() {
    let shelf = Shelf::new();
    let first = shelf.write(shelf.payload(), "a.zip", unwatched()).unwrap();
    let backwards = shelf.payload().into_iter().rev().collect();
    assert_eq!(shelf.write(backwards, "b.zip", unwatched()).unwrap().sha256, first.sha256);
    let mut zip = ZipArchive::new(std::fs::File::open(shelf.path("b.zip")).unwrap()).unwrap();
    let mut info = String::new();
    zip.by_name("A 1 handover/bag-info.txt").unwrap().read_to_string(&mut info).unwrap();
    assert!(
        info.starts_with("Source-Organization: Fjordlink Bag-Size: 1 GB\nPayload-Oxum: "),
        "one tag a line: {info}"
    );
}

#[test]
fn a_file_that_is_not_what_was_filed_is_named_and_nothing_is_written() {
    for n in 0..5 {
        let shelf = Shelf::new();
        let (path, digest, size) = &shelf.filed[n];
        if *size > 0 {
            shelf.alter(digest, |bytes| *bytes.last_mut().unwrap() ^= 1);
            let error = shelf.refused(unwatched());
            assert_eq!((error.code(), error.value("path")), (Code::ObjectAltered, Some(path.as_str())));
            shelf.alter(digest, |bytes| bytes.truncate(bytes.len() / 2));
            assert_eq!(shelf.refused(unwatched()).code(), Code::ObjectAltered, "{path} cut off");
        }
        shelf.alter(digest, |bytes| bytes.extend([0; 100]));
        assert_eq!(shelf.refused(unwatched()).code(), Code::ObjectAltered, "{path} longer than it was");
        std::fs::remove_file(shelf.vault.path_of(digest)).unwrap();
        let error = shelf.refused(unwatched());
        assert_eq!((error.code(), error.value("path")), (Code::ObjectMissing, Some(path.as_str())));
    }
}

#[test]
fn progress_ends_with_all_bytes_and_a_stop_leaves_nothing() {
    let shelf = Shelf::new();
    let cancel = AtomicBool::new(false);
    let told = std::cell::RefCell::new(Vec::new());
    let watch = Watch { progress: &|done, total| told.borrow_mut().push((done, total)), cancel: &cancel };
    shelf.write(shelf.payload(), "a.zip", watch).unwrap();
    let told = told.into_inner();
    let size = |file: &Payload| match &file.source {
        Source::Made(bytes) => bytes.len() as u64,
        Source::Filed(_, size) => *size,
    };
    let total: u64 = shelf.payload().iter().map(size).sum();
    assert_eq!(told.last(), Some(&(total, total)));
    assert!(told.is_sorted() && told.len() == 7, "it never goes back: {told:?}");

    cancel.store(true, Ordering::Relaxed);
    let error = shelf.refused(Watch { progress: &|_, _| {}, cancel: &cancel });
    assert_eq!((error.code(), error.reason().name), (Code::Cancelled, "bag_stopped"));
}

#[test]
fn the_checker_reads_a_bag_of_more_files_than_sixteen_bits_count() {
    let shelf = Shelf::new();
    let made = |n: u32| Payload { path: format!("records/{n:05}.txt"), source: Source::Made(Vec::new()) };
    shelf.write((0..66_000).map(made).collect(), "many.zip", unwatched()).unwrap();
    let never = AtomicBool::new(false);
    let report = clausebook::verify::pack(&shelf.path("many.zip"), None, &|_, _| {}, &never).unwrap();
    let passed: Vec<&str> = report.checks.iter().filter(|check| check.ok).map(|check| check.name).collect();
    assert_eq!(passed[..3], ["names", "archive", "files"], "{:?}", report.checks);
}
