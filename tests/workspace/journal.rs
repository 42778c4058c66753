//! A journal beside a database may name a file elsewhere, which SQLite deletes after it has taken the journal back.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::foreign::{check, sample};

/// A journal as a transaction over several databases would have left it: it changes nothing, and names a file.
fn journal(names: &Path, page: u32, pages: u32) -> Vec<u8> {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let mut bytes = MAGIC.to_vec();
    for number in [0, 0, pages, 512, page] {
        bytes.extend(u32::to_be_bytes(number));
    }
    bytes.resize(512, 0);
    let name = names.to_str().unwrap().as_bytes();
    let sum = name.iter().fold(0u32, |sum, byte| sum.wrapping_add(u32::from(*byte)));
    bytes.extend((0x4000_0000u32 / page + 1).to_be_bytes());
    bytes.extend(name);
    bytes.extend((name.len() as u32).to_be_bytes());
    bytes.extend(sum.to_be_bytes());
    bytes.extend(MAGIC);
    bytes
}

#[test]
fn a_journal_that_names_a_file_elsewhere_is_refused_and_the_file_stays() {
    let place = sample();
    let db = Connection::open(place.path("ws/clausebook.db")).unwrap();
    db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let number = |name: &str| db.pragma_query_value(None, name, |r| r.get::<_, u32>(0)).unwrap();
    let (page, pages) = (number("page_size"), number("page_count"));
    drop(db);
    let victim = place.path("thesis.txt");
    fs::write(&victim, "three years of work").unwrap();
    let attack = |database: &Path| {
        let mut path = database.as_os_str().to_owned();
        path.push("-journal");
        fs::write(path, journal(&victim, page, pages)).unwrap();
    };
    attack(&place.path("ws/clausebook.db"));
    assert_eq!(place.reopen().map(|_| ()).unwrap_err().reason().name, "folder_journal_foreign");
    let checked = verify(&place);
    assert_eq!(checked, "folder_journal_foreign");
    assert!(victim.exists(), "nothing outside of the workspace is deleted");

    // The attack is real: SQLite left to itself deletes that file.
    fs::copy(place.path("ws/clausebook.db"), place.path("plain.db")).unwrap();
    attack(&place.path("plain.db"));
    let _ = Connection::open(place.path("plain.db")).unwrap().query_row("SELECT count(*) FROM entry", [], |_| Ok(()));
    assert!(!victim.exists(), "the journal of this test is one that SQLite takes back");

    fs::remove_file(place.path("ws/clausebook.db-journal")).unwrap();
    assert!(check(&place).ok);
}

fn verify(place: &crate::support::Place) -> &'static str {
    let checked = clausebook::verify::workspace(
        &place.path("ws"),
        false,
        clausebook::verify::Held::default(),
        &|_, _| {},
        &false.into(),
    );
    checked.unwrap_err().reason().name
}
