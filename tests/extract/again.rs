//! A file that is read better later is read again: from the vault, without any event.

use rusqlite::Connection;

use crate::support::{Place, file};

#[test]
fn what_an_earlier_reader_read_is_read_again_before_the_next_search() {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "F"]);
    let path = file(place.folder.path(), "report.txt", b"the gauge was steady");
    place.json(&["record", "add", path.to_str().unwrap(), "--title", "Report", "--collected", "2026-01-05"]);
    let found = || place.json(&["search", "gauge was steady"])["hits"].as_array().unwrap().len();
    assert_eq!(found(), 1);
    let entries = place.json(&["ledger", "log"]);
    let cache = Connection::open(place.path("ws/text.db")).unwrap();
    let digest: Vec<u8> = cache.query_row("SELECT digest FROM file", [], |r| r.get(0)).unwrap();
    let forget = |earlier: bool| {
        cache
            .execute_batch(
                "DELETE FROM file; DELETE FROM body; DELETE FROM sketch; DELETE FROM words; DELETE FROM whole;",
            )
            .unwrap();
        if earlier {
            let row =
                "INSERT INTO file (digest, media, problem, reader, asked) VALUES (?1, 'other', 'unknown_type', 1, '')";
            cache.execute(row, [&digest]).unwrap();
        }
    };
    forget(true);
    assert_eq!(found(), 1, "an earlier reader could not read it");
    assert_eq!(cache.query_row("SELECT count(*) FROM file", [], |r| r.get::<_, i64>(0)).unwrap(), 1);
    forget(false);
    assert_eq!(found(), 1, "nobody read it");
    assert_eq!(place.json(&["ledger", "log"]), entries, "reading again is no event");
    std::fs::remove_file(place.path("ws/text.db")).unwrap();
    assert_eq!(found(), 1, "the cache was deleted");
}
