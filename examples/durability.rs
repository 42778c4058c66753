//! Files items one by one and says when each is durable; for the tests that cut the power.
//!
//! `durability init DIR [HOW]` · `durability file DIR COUNT [HOW]` · `durability check DIR < ACKNOWLEDGED`
//!
//! HOW leaves something out (`no-file-fsync`, `no-folder-fsync`, `normal`), files several at once (`many`), dies in
//! place of the n-th flush of a folder (`dies-N`), files the same content as that one (`again`), or files into a whole
//! workspace, whose transactions are signed and whose head is kept beside it (`signed`).

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::pedantic, missing_docs)]

use std::fs::File;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use clausebook::digest::Digest;
use clausebook::extract::Media;
use clausebook::filed::FiledFile;
use clausebook::ledger::{self, Appender, Entry};
use clausebook::rebuild;
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::vault::{Condition, Disk, RealDisk, Stored, Vault};
use clausebook::verify::{self, Held};
use clausebook::workspace::Standing;
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

/// How many are filed at once.
const TOGETHER: usize = 4;

/// A disk that leaves one kind of flush out, or on which the program dies.
struct Forgetful {
    how: String,
    /// Folder flushes until death.
    left: AtomicUsize,
}

impl Disk for Forgetful {
    fn create(&self, path: &Path) -> io::Result<File> {
        RealDisk.create(path)
    }
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        RealDisk.write(file, bytes)
    }
    fn sync_file(&self, file: &File) -> io::Result<()> {
        if self.how == "no-file-fsync" { Ok(()) } else { RealDisk.sync_file(file) }
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if self.how.starts_with("dies-") && self.left.fetch_sub(1, Ordering::SeqCst) == 0 {
            std::process::exit(9);
        }
        if self.how == "no-folder-fsync" { Ok(()) } else { RealDisk.sync_folder(path) }
    }
}

fn open(folder: &Path, synchronous: &str) -> Connection {
    let db = Connection::open(folder.join("clausebook.db")).unwrap();
    db.pragma_update(None, "journal_mode", "WAL").unwrap();
    db.pragma_update(None, "synchronous", synchronous).unwrap();
    db
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let folder = Path::new(&args[2]);
    match args[1].as_str() {
        "init" if args.get(3).is_some_and(|how| how == "signed") => {
            std::fs::create_dir_all(folder).unwrap();
            rebuild::create_workspace(&folder.join("ws"), &folder.join("config")).unwrap();
        }
        "file" if args.get(4).is_some_and(|how| how == "signed") => file_signed(folder, args[3].parse().unwrap()),
        "check" if folder.join("config").exists() => check_signed(folder),
        "init" => {
            std::fs::create_dir_all(folder).unwrap();
            Vault::create(folder).unwrap();
            ledger::create(&open(folder, "FULL")).unwrap();
        }
        "file" => file(folder, args[3].parse().unwrap(), args.get(4).map_or("", String::as_str)),
        "check" => check(folder),
        other => panic!("{other}"),
    }
}

/// Content longer than a disk block, different for each seed.
fn content(n: usize, seed: u64) -> Vec<u8> {
    let words = 700 + n as u64 * 37 % 2000;
    (0..words).flat_map(|i| seed.wrapping_add(0x9e37_79b9_7f4a_7c15).wrapping_mul(i + 1).to_le_bytes()).collect()
}

fn file(folder: &Path, count: usize, how: &str) {
    let left = how.strip_prefix("dies-").map_or(0, |n| n.parse().unwrap());
    let disk = Forgetful { how: how.to_owned(), left: AtomicUsize::new(left) };
    let vault = Vault::open_on(folder, Arc::new(disk)).unwrap();
    let mut db = open(folder, if how == "normal" { "NORMAL" } else { "FULL" });
    let same = how == "again" || how.starts_with("dies-");
    let numbers: Vec<usize> = (0..count).collect();
    for group in numbers.chunks(if how == "many" { TOGETHER } else { 1 }) {
        let contents: Vec<Vec<u8>> =
            group.iter().map(|n| content(*n, if same { *n as u64 } else { Uuid::now_v7().as_u128() as u64 })).collect();
        let stored = match &contents[..] {
            [one] => vec![vault.put_bytes(one).unwrap()],
            several => put_several(&vault, folder, several),
        };
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let mut appender = Appender::load(&tx).unwrap();
        for one in &stored {
            let event = format!(
                "{{\"kind\":\"record.filed\",\"data\":{{\"digest\":\"{}\",\"size\":{}}}}}",
                one.digest, one.size
            );
            appender.append(&tx, Uuid::nil(), "test", 0, &event).unwrap();
        }
        tx.commit().unwrap();
        for one in &stored {
            // One write, so that a trace shows the very moment of the acknowledgement.
            io::stdout().write_all(format!("ACK {}\n", one.digest).as_bytes()).unwrap();
        }
    }
}

/// Files records into a workspace as the program does.
fn file_signed(folder: &Path, count: usize) {
    let mut workspace = rebuild::open_workspace(&folder.join("ws"), &folder.join("config"), &|_, _| Ok(())).unwrap();
    for n in 0..count {
        let stored = workspace.vault().put_bytes(&content(n, Uuid::now_v7().as_u128() as u64)).unwrap();
        let name = format!("{n}.bin");
        let file = FiledFile {
            digest: stored.digest,
            size: stored.size,
            path: name.clone(),
            name,
            modified: None,
            media: Media::Other,
            problem: None,
            clauses: Vec::new(),
        };
        let new =
            NewRecord { particulars: Particulars::new(format!("Record {n}")), files: vec![file], scope: Vec::new() };
        workspace.transact(|tx| records::file(tx, new)).unwrap();
        io::stdout().write_all(format!("ACK {}\n", stored.digest).as_bytes()).unwrap();
    }
}

/// The same of a workspace: every entry lies under a signature, and the kept head speaks of nothing that is not there.
fn check_signed(folder: &Path) {
    let (place, config) = (folder.join("ws"), folder.join("config"));
    let workspace = rebuild::open_workspace(&place, &config, &|_, _| Ok(())).unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Fits, "the kept head is of this folder");
    let known: std::collections::HashSet<String> =
        clausebook::filed::contents(workspace.db()).unwrap().iter().map(ToString::to_string).collect();
    let kept = workspace.kept_note();
    drop(workspace);
    let held = Held { kept: Some(&|_| kept.clone()), ..Held::default() };
    let report = verify::workspace(&place, true, held, &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert!(report.ok, "{:?}", report.findings);
    let compared = rebuild::compare(&place, &|_, _| Ok(())).unwrap();
    assert!(compared.differences.is_empty(), "{:?}", compared.differences);
    for line in io::stdin().lock().lines() {
        let line = line.unwrap();
        assert!(known.contains(&line), "{line} was acknowledged and is lost");
    }
}

/// Files several at once, with all its threads. Their sources lie beside the folder, not in it.
fn put_several(vault: &Vault, folder: &Path, contents: &[Vec<u8>]) -> Vec<Stored> {
    let sources: Vec<_> = (0..contents.len()).map(|i| folder.with_extension(format!("source-{i}"))).collect();
    for (path, content) in sources.iter().zip(contents) {
        std::fs::write(path, content).unwrap();
    }
    vault.put_many(&sources, &|_, _| {}, &AtomicBool::new(false)).into_iter().map(Result::unwrap).collect()
}

/// Exits with an error where something acknowledged is lost or something referred to is not whole.
fn check(folder: &Path) {
    let db = open(folder, "FULL");
    let sound: String = db.query_row("PRAGMA integrity_check", [], |r| r.get(0)).unwrap();
    assert_eq!(sound, "ok", "the database is sound");
    ledger::check_tail(&db).unwrap();
    let vault = Vault::open(folder).unwrap();
    let size = ledger::head(&db).unwrap().size;
    let mut known = std::collections::HashSet::new();
    ledger::for_each_entry(&db, 0..size, |seq, bytes| {
        let event = Entry::parse(bytes)?.event().to_owned();
        let digest: Digest = event.split('"').nth(9).unwrap().parse()?;
        assert_eq!(vault.check(&digest, None)?, Condition::Intact, "the file of entry {seq}");
        known.insert(digest.to_string());
        Ok(())
    })
    .unwrap();
    for line in io::stdin().lock().lines() {
        let line = line.unwrap();
        assert!(known.contains(&line), "{line} was acknowledged and is lost");
    }
}
