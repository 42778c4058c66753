//! Files items one by one and says when each is durable; for the tests that cut the power.
//!
//! `durability init DIR` · `durability file DIR COUNT [MUTANT]` · `durability check DIR < ACKNOWLEDGED`

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::pedantic, missing_docs)]

use std::fs::File;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::Arc;

use clausebook::digest::Digest;
use clausebook::ledger::{self, Appender, Entry};
use clausebook::vault::{Condition, Disk, RealDisk, Vault};
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

/// A disk that leaves one kind of flush out.
struct Forgetful(&'static str);

impl Disk for Forgetful {
    fn create(&self, path: &Path) -> io::Result<File> {
        RealDisk.create(path)
    }
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        RealDisk.write(file, bytes)
    }
    fn sync_file(&self, file: &File) -> io::Result<()> {
        if self.0 == "no-file-fsync" { Ok(()) } else { RealDisk.sync_file(file) }
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if self.0 == "no-folder-fsync" { Ok(()) } else { RealDisk.sync_folder(path) }
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

/// Content that differs each time and is longer than a disk block.
fn content(n: u64) -> Vec<u8> {
    let seed = Uuid::now_v7();
    (0..700 + n * 37 % 2000).flat_map(|i| (seed.as_u128() as u64).wrapping_mul(i + 1).to_le_bytes()).collect()
}

fn file(folder: &Path, count: u64, mutant: &str) {
    let disk: Arc<dyn Disk> = match mutant {
        "no-file-fsync" => Arc::new(Forgetful("no-file-fsync")),
        "no-folder-fsync" => Arc::new(Forgetful("no-folder-fsync")),
        _ => Arc::new(RealDisk),
    };
    let vault = Vault::open_on(folder, disk).unwrap();
    let mut db = open(folder, if mutant == "normal" { "NORMAL" } else { "FULL" });
    for n in 0..count {
        let stored = vault.put_bytes(&content(n)).unwrap();
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let event = format!(
            "{{\"kind\":\"record.filed\",\"data\":{{\"digest\":\"{}\",\"size\":{}}}}}",
            stored.digest, stored.size
        );
        Appender::load(&tx).unwrap().append(&tx, Uuid::nil(), "test", n as i64, &event).unwrap();
        tx.commit().unwrap();
        // One write, so that a trace shows the very moment of the acknowledgement.
        io::stdout().write_all(format!("ACK {}\n", stored.digest).as_bytes()).unwrap();
    }
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
