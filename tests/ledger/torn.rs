//! A reader beside a writer: whatever is committed between two statements of one question, the answer is that of one
//! state of the ledger.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use clausebook::ledger::{self, Appender, Checkpoint};
use clausebook::signing::SigningKey;
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use crate::support::{Place, file};

/// Two connections to one ledger of ten entries, as two programs have them.
fn reader_and_writer(place: &Place) -> (Connection, Connection) {
    let path = file(place.folder.path(), "ledger.db", b"");
    let connect = || {
        let db = Connection::open(&path).unwrap();
        db.pragma_update(None, "journal_mode", "WAL").unwrap();
        db
    };
    let writer = connect();
    ledger::create(&writer).unwrap();
    append_and_sign(&writer, 10);
    (connect(), writer)
}

fn append_and_sign(db: &Connection, count: u64) {
    let tx = rusqlite::Transaction::new_unchecked(db, TransactionBehavior::Immediate).unwrap();
    let mut appender = Appender::load(&tx).unwrap();
    for _ in 0..count {
        appender.append(&tx, Uuid::nil(), "test", 1000, "{\"kind\":\"test.n\",\"data\":0}").unwrap();
    }
    let key = SigningKey::generate().unwrap();
    let head = appender.head();
    let note = Checkpoint { origin: "test".into(), size: head.size, root: head.root }.sign(&key);
    ledger::store_checkpoint(&tx, &note).unwrap();
    tx.commit().unwrap();
}

/// Asks while the other program commits in the middle of statement number `during`: what comes after it in the same
/// question sees the new state unless all of it is one transaction. Says how many statements ran.
fn ask<T>(during: usize, question: &dyn Fn(&Connection) -> T) -> (T, bool) {
    let place = Place::new();
    let (reader, writer) = reader_and_writer(&place);
    let writer = Arc::new(Mutex::new(Some(writer)));
    let steps = Arc::new(AtomicUsize::new(0));
    let (inside, counted) = (Arc::clone(&writer), Arc::clone(&steps));
    reader
        .progress_handler(
            1,
            Some(move || {
                if counted.fetch_add(1, Ordering::Relaxed) == during
                    && let Some(writer) = inside.lock().unwrap().take()
                {
                    append_and_sign(&writer, 3);
                }
                false
            }),
        )
        .unwrap();
    let answer = question(&reader);
    (answer, writer.lock().unwrap().is_none())
}

/// Every point of a question at which the other program may commit, until it ended before that point came.
fn at_every_moment<T>(question: &dyn Fn(&Connection) -> T, check: &dyn Fn(T, usize)) {
    for during in 0.. {
        let (answer, committed) = ask(during, question);
        if !committed {
            assert!(during > 20, "the other program committed {during} times only: nothing was tried");
            return;
        }
        check(answer, during);
    }
}

#[test]
fn what_another_program_commits_meanwhile_is_no_damage() {
    at_every_moment(&|db| ledger::check_tail(db), &|answer, during| {
        assert!(answer.is_ok(), "committed at step {during}: {answer:?}");
    });
}

#[test]
fn a_head_is_the_one_before_or_the_one_after() {
    at_every_moment(&|db| ledger::head(db), &|answer, during| {
        let size = answer.unwrap_or_else(|e| panic!("committed at step {during}: {e:?}")).size;
        assert!(size == 10 || size == 13, "committed at step {during}: {size}");
    });
}
