//! One bit of a stored database flipped, wherever it lies: it is noticed, or changes nothing that is shown. Noticed is by
//! what the command `verify --deep` does, which checks every signature, the ledger checked from its bytes and every table compared with it.

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::fs::{self, File};
use std::hash::{Hash, Hasher};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clausebook::contained::Containment;
use clausebook::day::Zone;
use clausebook::digest::Digest;
use clausebook::disk::words_of;
use clausebook::extract::extract_bytes;
use clausebook::search::{self, TextCache, TextsHeld};
use clausebook::verify::{self, Held};
use clausebook::{demo, rebuild};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use crate::support::{Place, day, say};

/// What machines remember in it is not in the ledger, and `docs/integrity.md` says that it is not compared.
const REMEMBERED: &str = "workspace";

/// What is shown of a database: each table's rows as they are read, and whether its indexes lead to them.
type Shown = BTreeMap<String, u64>;

fn read_only(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(format!("file:{}?immutable=1", path.display()), flags)
}

fn shown(path: &Path, tables: &[String]) -> rusqlite::Result<Shown> {
    let db = read_only(path)?;
    let mut all = Shown::new();
    let mut add = |name: &str, sql: &str| -> rusqlite::Result<()> {
        let mut statement = db.prepare(sql)?;
        let (mut hash, columns) = (DefaultHasher::new(), statement.column_count());
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => 0.hash(&mut hash),
                    ValueRef::Integer(number) => (1, number).hash(&mut hash),
                    ValueRef::Real(number) => (2, number.to_bits()).hash(&mut hash),
                    // A comment makes nothing.
                    ValueRef::Text(text) if name == "made of" => {
                        (3, words_of(&String::from_utf8_lossy(text))).hash(&mut hash);
                    }
                    ValueRef::Text(text) => (3, text).hash(&mut hash),
                    ValueRef::Blob(bytes) => (4, bytes).hash(&mut hash),
                }
            }
        }
        all.insert(name.to_owned(), hash.finish());
        Ok(())
    };
    if tables.iter().any(|table| table == REMEMBERED) {
        add("application_id", "PRAGMA application_id")?;
    }
    add("user_version", "PRAGMA user_version")?;
    add("made of", "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type")?;
    add("indexes", "PRAGMA integrity_check(1)")?;
    for table in tables {
        // Of the index of words each word at each place is shown, and where each is found, not how its parts are kept: a beginning
        // of the word at which a part begins leads to it as well.
        let parts = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.place USING fts5vocab('main', 'words', 'instance')";
        if table == "words_data" {
            db.execute_batch(parts)?;
            add(table, "SELECT term, doc, \"offset\" FROM temp.place ORDER BY 1, 2, 3")?;
        } else if table == "words_idx" {
            db.execute_batch(parts)?;
            let found = "SELECT term, words.rowid FROM (SELECT DISTINCT term FROM temp.place)
                         JOIN words ON words MATCH '\"' || term || '\"' ORDER BY 1, 2";
            add(table, found)?;
        } else {
            add(table, &format!("SELECT * FROM {table}"))?;
        }
    }
    Ok(all)
}

fn tables(path: &Path) -> Vec<String> {
    let db = read_only(path).unwrap();
    let mut all = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL").unwrap();
    all.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
}

/// What came of flips.
#[derive(Debug, Default)]
struct Counted {
    noticed: u64,
    changed_nothing: u64,
    remembered: u64,
    unnoticed: Vec<String>,
}

impl Counted {
    /// Whether flips fell on what is used, too, however few there were.
    fn reaches_what_is_used(&self) -> bool {
        self.noticed * 20 > self.noticed + self.changed_nothing
    }
}

/// Flips one bit at each of these places, in turn; each is put back before the next.
fn flip(path: &Path, places: impl Iterator<Item = (u64, u8)>, tables: &[String], notice: &dyn Fn() -> bool) -> Counted {
    let before = shown(path, tables).unwrap();
    let (file, mut counted) = (File::options().read(true).write(true).open(path).unwrap(), Counted::default());
    for (at, bit) in places {
        let mut byte = [0];
        file.read_exact_at(&mut byte, at).unwrap();
        file.write_all_at(&[byte[0] ^ (1 << bit)], at).unwrap();
        let after = shown(path, tables);
        let differ: Vec<&str> = match &after {
            Ok(after) => {
                before.iter().filter(|(name, hash)| after.get(*name) != Some(hash)).map(|(n, _)| n.as_str()).collect()
            }
            Err(_) => vec!["not read"],
        };
        if differ.is_empty() {
            counted.changed_nothing += 1;
        } else if notice() {
            counted.noticed += 1;
        } else if differ.iter().all(|name| *name == REMEMBERED) {
            counted.remembered += 1;
        } else {
            counted.unnoticed.push(format!("byte {at} bit {bit} of {differ:?}"));
        }
        file.write_all_at(&byte, at).unwrap();
        for beside in ["-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{beside}", path.display()));
        }
    }
    counted
}

/// A small workspace in which something of everything was done, in one file of small pages: most of them are used.
fn small() -> (Place, PathBuf) {
    let place = Place::new();
    demo::fill(&mut place.workspace(), Zone::UTC, day(2026, 6, 30)).unwrap();
    drop(place.reopen().unwrap());
    let path = place.path("ws/clausebook.db");
    in_small_pages(&path);
    (place, path)
}

fn in_small_pages(path: &Path) {
    let db = Connection::open(path).unwrap();
    db.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM; PRAGMA journal_mode = WAL;")
        .unwrap();
    drop(db);
    assert!(!PathBuf::from(format!("{}-wal", path.display())).exists(), "all of it is in the one file");
}

/// Whether the command would say that something is wrong.
fn verify_notices(place: &Place) -> bool {
    let folder = place.path("ws");
    let report = verify::workspace(&folder, true, Held::default(), &|_, _| {}, &AtomicBool::new(false));
    report.map_or(true, |report| !report.ok)
        || rebuild::compare(&folder, &|_, _| Ok(()))
            .map_or(true, |found| !found.differences.is_empty() || found.more > 0)
}

/// Every byte from this one on, so many apart; the bit changes from one to the next.
fn every(length: u64, step: u64) -> impl Iterator<Item = (u64, u8)> {
    (0..length).step_by(step as usize).enumerate().map(|(n, at)| (at, (n % 8) as u8))
}

/// Some bits of the header and of every page: where it begins, its cells, its end.
fn sampled(length: u64, page: u64, most: usize) -> Vec<(u64, u8)> {
    let header = (0..100).map(|at| (at, (at % 8) as u8));
    let pages =
        (0..length / page).flat_map(|n| [0, 3, 8, page / 3 + n % 64, page - 1 - n % 128].map(|at| n * page + at));
    let all: Vec<(u64, u8)> = header.chain(pages.enumerate().map(|(n, at)| (at, (n % 8) as u8))).collect();
    let step = all.len().div_ceil(most).max(1);
    all.into_iter().step_by(step).collect()
}

fn said(what: &str, length: u64, counted: &Counted) {
    let Counted { noticed, changed_nothing, remembered, unnoticed } = counted;
    say(&format!(
        "{what}, {length} bytes: {} flips, {noticed} noticed, {changed_nothing} change nothing that is shown, {remembered} in what \
         a machine remembers, {} unnoticed",
        noticed + changed_nothing + remembered + unnoticed.len() as u64,
        unnoticed.len()
    ));
}

fn database(places: impl FnOnce(u64) -> Vec<(u64, u8)>) {
    let (place, path) = small();
    let length = fs::metadata(&path).unwrap().len();
    assert!(!verify_notices(&place), "what was not flipped is intact");
    let counted = flip(&path, places(length).into_iter(), &tables(&path), &|| verify_notices(&place));
    said("the database", length, &counted);
    assert_eq!(counted.unnoticed, Vec::<String>::new());
    assert!(counted.reaches_what_is_used(), "{counted:?}");
}

/// A cache of three texts, each in the vault.
fn texts() -> (Place, PathBuf) {
    let place = Place::new();
    let workspace = place.workspace();
    let path = workspace.text_db();
    let cache = TextCache::open(&path).unwrap();
    for words in
        ["Keys are kept in the safe.", "Doors are locked at six.", "Visitors sign the book, every one of them."]
    {
        workspace.vault().put_bytes(words.as_bytes()).unwrap();
        cache.put_many(&[(Digest::of(words.as_bytes()), extract_bytes(words.as_bytes()))]).unwrap();
    }
    drop(cache);
    in_small_pages(&path);
    (place, path)
}

fn cache(places: impl FnOnce(u64) -> Vec<(u64, u8)>) {
    let (place, path) = texts();
    let length = fs::metadata(&path).unwrap().len();
    let workspace = place.reopen().unwrap();
    let notice = || {
        let found = search::compare(&path, workspace.vault(), &Containment::here(), &AtomicBool::new(false));
        !matches!(found, Ok(Some(TextsHeld { compared: 3, not_compared: 0, wrong })) if wrong.is_empty())
    };
    assert!(!notice(), "what was not flipped is intact");
    let shadows = tables(&path).into_iter().filter(|table| table != "grams").collect::<Vec<_>>();
    let counted = flip(&path, places(length).into_iter(), &shadows, &notice);
    said("the search's file", length, &counted);
    assert_eq!(counted.unnoticed, Vec::<String>::new());
    assert!(counted.reaches_what_is_used(), "{counted:?}");
}

#[test]
fn a_flipped_bit_anywhere_in_the_database_is_noticed_or_changes_nothing() {
    database(|length| sampled(length, 1024, 400));
}

#[test]
fn a_flipped_bit_anywhere_in_the_searchs_file_is_noticed_or_changes_nothing() {
    cache(|length| sampled(length, 1024, 300));
}

#[test]
#[ignore = "takes long: make flips"]
fn a_flipped_bit_in_every_byte_of_the_database_is_noticed_or_changes_nothing() {
    database(|length| every(length, step()).collect());
}

#[test]
#[ignore = "takes long: make flips"]
fn a_flipped_bit_in_every_byte_of_the_searchs_file_is_noticed_or_changes_nothing() {
    cache(|length| every(length, step()).collect());
}

/// Every how many bytes a bit is flipped.
fn step() -> u64 {
    std::env::var("CLAUSEBOOK_FLIPS_STEP").ok().and_then(|step| step.parse().ok()).unwrap_or(1)
}
