//! The ledger: its tree against known values and other people's implementations, its proofs against forgery.

mod oracles;
mod torn;

use clausebook::digest::Digest;
use clausebook::error::Code;
use clausebook::ledger::{self, Appender, Checkpoint, tree};
use clausebook::signing::SigningKey;
use proptest::prelude::*;
use rusqlite::Connection;
use uuid::Uuid;

/// A ledger in memory with `size` entries.
pub fn ledger_of(size: u64) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    ledger::create(&db).unwrap();
    append(&db, size);
    db
}

fn append(db: &Connection, count: u64) {
    let mut appender = Appender::load(db).unwrap();
    for n in 0..count {
        appender
            .append(db, Uuid::nil(), "test", 1000 + n as i64, &format!("{{\"kind\":\"test.n\",\"data\":{n}}}"))
            .unwrap();
    }
}

fn leaves(db: &Connection) -> Vec<Digest> {
    let mut out = Vec::new();
    let size = ledger::head(db).unwrap().size;
    ledger::for_each_entry(db, 0..size, |_, bytes| {
        out.push(tree::leaf(bytes));
        Ok(())
    })
    .unwrap();
    out
}

/// The definition of RFC 6962, word for word and slow.
fn defined_root(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => tree::empty(),
        [one] => *one,
        many => {
            let split = many.len().next_power_of_two() / 2;
            tree::node(&defined_root(&many[..split]), &defined_root(&many[split..]))
        }
    }
}

#[test]
fn known_values_of_rfc_6962_hold() {
    assert_eq!(tree::empty().to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!(tree::leaf(b"").to_string(), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    let inputs: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let leaves: Vec<Digest> = inputs.iter().map(|i| tree::leaf(i)).collect();
    assert_eq!(defined_root(&leaves).to_string(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

#[test]
fn appending_in_pieces_gives_the_tree_of_the_definition() {
    for size in [0, 1, 2, 3, 7, 8, 9, 64, 100] {
        let db = ledger_of(size / 2);
        append(&db, size - size / 2);
        let all = leaves(&db);
        assert_eq!(ledger::head(&db).unwrap().root, defined_root(&all), "{size} entries");
        for part in 0..=size {
            assert_eq!(ledger::root_at(&db, part).unwrap(), defined_root(&all[..part as usize]), "{part} of {size}");
        }
        ledger::check_tail(&db).unwrap();
    }
}

#[test]
fn a_rolled_back_append_leaves_no_trace() {
    let mut db = ledger_of(5);
    let before = ledger::head(&db).unwrap();
    let tx = db.transaction().unwrap();
    append(&tx, 3);
    drop(tx);
    assert_eq!(ledger::head(&db).unwrap(), before);
    append(&db, 1);
    assert_eq!(ledger::head(&db).unwrap().size, 6);
    ledger::check_tail(&db).unwrap();
}

/// Signs the ledger as it stands.
fn sign(db: &Connection, seed: u8) -> Checkpoint {
    let head = ledger::head(db).unwrap();
    let checkpoint = Checkpoint { origin: "clausebook.local/x".into(), size: head.size, root: head.root };
    ledger::store_checkpoint(db, &checkpoint.sign(&SigningKey::from_seed([seed; 32]))).unwrap();
    checkpoint
}

#[test]
fn nothing_written_can_be_changed_or_deleted() {
    let db = ledger_of(3);
    sign(&db, 1);
    for sql in [
        "UPDATE entry SET bytes = x'00' WHERE seq = 1",
        "DELETE FROM entry WHERE seq = 2",
        "UPDATE node SET hash = x'00' WHERE pos = 0",
        "DELETE FROM node",
        "UPDATE checkpoint SET note = ''",
        "DELETE FROM checkpoint",
        // REPLACE deletes what is in its way without asking a trigger on DELETE.
        "INSERT OR REPLACE INTO entry (seq, id, at, bytes) VALUES (1, x'00', 0, x'00')",
        "INSERT OR REPLACE INTO entry (seq, id, at, bytes) SELECT 3, id, 0, x'00' FROM entry WHERE seq = 1",
        "INSERT OR REPLACE INTO entry (seq, id, at, bytes) VALUES (-1, x'00', 0, x'00')",
        "INSERT INTO entry (seq, id, at, bytes) VALUES (4, x'00', 0, x'00')",
        "INSERT INTO entry (id, at, bytes) VALUES (x'00', 0, x'00')",
        "INSERT OR REPLACE INTO node (pos, hash) VALUES (0, x'00')",
        "INSERT INTO node (pos, hash) VALUES (99, x'00')",
        "INSERT OR REPLACE INTO checkpoint SELECT size, signer, 'other' FROM checkpoint",
        "UPDATE OR REPLACE entry SET seq = 0 WHERE seq = 1",
    ] {
        let refused = db.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
}

#[test]
fn time_never_runs_backwards() {
    let db = ledger_of(1);
    let mut appender = Appender::load(&db).unwrap();
    let event = "{\"kind\":\"test.n\",\"data\":0}";
    let late = appender.append(&db, Uuid::nil(), "test", 9_000_000, event).unwrap();
    let early = appender.append(&db, Uuid::nil(), "test", 5, event).unwrap();
    assert_eq!(early.at, late.at, "a clock that was set back does not reorder days");
}

#[test]
fn the_check_at_start_sees_a_damaged_end() {
    let damage = |sql: &str| {
        let db = ledger_of(10);
        db.execute_batch("DROP TRIGGER entry_stays; DROP TRIGGER entry_is_final; DROP TRIGGER node_stays;").unwrap();
        assert!(db.execute(sql, []).unwrap() > 0, "the damage was done");
        ledger::check_tail(&db).unwrap_err().code()
    };
    for sql in [
        "DELETE FROM entry WHERE seq = 9",
        "DELETE FROM entry WHERE seq = 4",
        "UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'test', 'tent') AS BLOB) WHERE seq = 9",
        "DELETE FROM node WHERE pos = (SELECT max(pos) FROM node)",
    ] {
        assert_eq!(damage(sql), Code::LedgerDamaged, "{sql}");
    }
}

#[test]
fn the_check_at_start_counts_the_last_entries_however_many_there_are() {
    let db = ledger_of(1_500);
    ledger::check_tail(&db).unwrap();
    db.execute_batch("DROP TRIGGER entry_stays; DELETE FROM entry WHERE seq = 501").unwrap();
    assert_eq!(ledger::check_tail(&db).unwrap_err().code(), Code::LedgerDamaged);
}

#[test]
fn the_check_at_start_sees_an_end_cut_off_cleanly_and_a_ledger_written_anew() {
    let cut = |keep: u64| {
        let db = ledger_of(10);
        sign(&db, 1);
        append(&db, 2);
        ledger::check_tail(&db).unwrap();
        db.execute_batch("DROP TRIGGER entry_stays; DROP TRIGGER node_stays;").unwrap();
        db.execute("DELETE FROM entry WHERE seq >= ?1", [keep]).unwrap();
        db.execute("DELETE FROM node WHERE pos >= ?1", [tree::stored_count(keep)]).unwrap();
        db
    };
    ledger::check_tail(&cut(10)).unwrap();
    assert_eq!(ledger::check_tail(&cut(9)).unwrap_err().code(), Code::LedgerDamaged);
    assert_eq!(ledger::check_tail(&cut(0)).unwrap_err().code(), Code::LedgerDamaged);
    let anew = cut(0);
    append(&anew, 12);
    assert_eq!(ledger::check_tail(&anew).unwrap_err().code(), Code::LedgerDamaged);
}

#[test]
fn every_machine_signs_the_same_state_for_itself() {
    let db = ledger_of(3);
    let origin = sign(&db, 1).origin;
    sign(&db, 2);
    for seed in [1, 2] {
        let key = SigningKey::from_seed([seed; 32]).verifier(&origin);
        let note = ledger::checkpoint_at(&db, 3, &key).unwrap().unwrap();
        assert_eq!(Checkpoint::verify(&note, &key).unwrap().size, 3);
    }
    let stranger = SigningKey::from_seed([3; 32]).verifier(&origin);
    assert_eq!(ledger::checkpoint_at(&db, 3, &stranger).unwrap(), None);
}

#[test]
fn a_checkpoint_is_accepted_only_from_its_own_key_and_unchanged() {
    let (key, other) = (SigningKey::from_seed([7; 32]), SigningKey::from_seed([8; 32]));
    let checkpoint = Checkpoint { origin: "clausebook.local/x".into(), size: 5, root: tree::empty() };
    let note = checkpoint.sign(&key);
    let name = &checkpoint.origin;
    assert_eq!(Checkpoint::verify(&note, &key.verifier(name)).unwrap(), checkpoint);
    assert_eq!(Checkpoint::verify(&note, &other.verifier(name)).unwrap_err().code(), Code::KeyUnusable);
    assert!(Checkpoint::verify(&note.replacen("\n5\n", "\n6\n", 1), &key.verifier(name)).is_err());
    let with_witness = format!("{note}\u{2014} witness.example AAAA\n");
    assert!(Checkpoint::verify(&with_witness, &key.verifier(name)).is_ok(), "signatures of others are passed over");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn other_peoples_log_agrees_on_roots_and_accepts_our_proofs(size in 1u64..200, a in 0u64..200, b in 0u64..200) {
        let db = ledger_of(size);
        let (index, old) = (a % size, b % (size + 1));
        let head = ledger::head(&db).unwrap();
        let hash = |d: &Digest| tlog_tiles::Hash(*d.as_bytes());
        let path: Vec<_> = ledger::inclusion(&db, index, size).unwrap().iter().map(hash).collect();
        let leaf = hash(&leaves(&db)[index as usize]);
        prop_assert!(tlog_tiles::check_record(&path, size, hash(&head.root), index, leaf).is_ok());
        if index + 1 < size {
            prop_assert!(tlog_tiles::check_record(&path, size, hash(&head.root), index + 1, leaf).is_err());
        }
        let old_root = hash(&ledger::root_at(&db, old).unwrap());
        let path: Vec<_> = ledger::consistency(&db, old, size).unwrap().iter().map(hash).collect();
        if old > 0 {
            prop_assert!(tlog_tiles::check_tree(&path, size, hash(&head.root), old, old_root).is_ok());
            let mut forged = old_root;
            forged.0[0] ^= 1;
            prop_assert!(tlog_tiles::check_tree(&path, size, hash(&head.root), old, forged).is_err());
        }
    }
}
