//! Whoever owns the folder writes the ledger anew, in every way known: with and without the machine's key.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::ledger::{Checkpoint, tree};
use clausebook::packs;
use clausebook::saved::Target;
use clausebook::signing::SigningKey;
use clausebook::verify::{self, Held, Report};
use rusqlite::{Connection, params};
use serde_json::Value;

use super::{check, codes, lock, sample, unlocked};
use crate::support::Place;

pub(super) type Rows = Vec<(Vec<u8>, i64, String)>;

/// The entries: identifier, time, bytes.
pub(super) fn entries(db: &Connection) -> Rows {
    let mut all = db.prepare("SELECT id, at, CAST(bytes AS TEXT) FROM entry ORDER BY seq").unwrap();
    let rows = all.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// Writes these entries and all nodes over them; what else stands in the ledger stays.
pub(super) fn write(db: &Connection, rows: &Rows) -> Checkpoint {
    db.execute_batch("DELETE FROM entry; DELETE FROM node;").unwrap();
    let (mut position, mut edge) = (0u64, Vec::new());
    for (seq, (id, at, text)) in rows.iter().enumerate() {
        let (seq, bytes) = (seq as u64, text.as_bytes());
        db.execute("INSERT INTO entry (seq, id, at, bytes) VALUES (?1, ?2, ?3, ?4)", params![seq, id, at, bytes])
            .unwrap();
        let mut hash = tree::leaf(bytes);
        for level in 0..=seq.trailing_ones() {
            if level > 0 {
                hash = tree::node(&edge.pop().unwrap(), &hash);
            }
            db.execute("INSERT INTO node (pos, hash) VALUES (?1, ?2)", params![position, hash]).unwrap();
            position += 1;
        }
        edge.push(hash);
    }
    let root = edge.iter().rev().copied().reduce(|right, left| tree::node(&left, &right)).unwrap();
    let id: String = db.query_row("SELECT value FROM workspace WHERE key = 'id'", [], |r| r.get(0)).unwrap();
    Checkpoint { origin: format!("clausebook.local/{id}"), size: rows.len() as u64, root }
}

/// Changes a title in the middle.
pub(super) fn forge(rows: &mut Rows) -> usize {
    let at = rows.iter().position(|(_, _, text)| text.contains("\"record.filed\"")).unwrap();
    rows[at].2 = rows[at].2.replacen("\"title\":\"", "\"title\":\"Forged ", 1);
    at
}

pub(super) fn keep(db: &Connection, note: &str) {
    let size = Checkpoint::parse(note).unwrap().size;
    let signer = clausebook::ledger::signer(note).unwrap();
    db.execute(
        "INSERT OR REPLACE INTO checkpoint (size, signer, note) VALUES (?1, ?2, ?3)",
        params![size, signer, note],
    )
    .unwrap();
}

/// Signs every state after `from` at which a transaction ended, as whoever wants to be unseen does.
pub(super) fn sign_each(db: &Connection, rows: &Rows, from: usize, key: &SigningKey) {
    let id: String = db.query_row("SELECT value FROM workspace WHERE key = 'id'", [], |r| r.get(0)).unwrap();
    let part = |text: &str| {
        let value: Value = serde_json::from_str(text).unwrap();
        (value["site"].clone(), value["actor"].clone(), value["said_at"].clone())
    };
    let mut edge = Vec::new();
    for (seq, (_, _, text)) in rows.iter().enumerate() {
        let mut hash = tree::leaf(text.as_bytes());
        for _ in 0..seq.trailing_ones() {
            hash = tree::node(&edge.pop().unwrap(), &hash);
        }
        edge.push(hash);
        let enrols = text.contains("machine.key_enrolled");
        if seq >= from && (enrols || rows.get(seq + 1).is_none_or(|next| part(&next.2) != part(text))) {
            let root = edge.iter().rev().copied().reduce(|right, left| tree::node(&left, &right)).unwrap();
            let head = Checkpoint { origin: format!("clausebook.local/{id}"), size: seq as u64 + 1, root };
            keep(db, &head.sign(key));
        }
    }
}

fn with_kept(place: &Place) -> Report {
    let heads = place.path("config/heads");
    let kept = move |id: &str| std::fs::read_to_string(heads.join(id)).ok();
    let held = Held { kept: Some(&kept), ..Held::default() };
    verify::workspace(&place.path("ws"), false, held, &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

/// Every way to write history anew without the machine's key.
const WITHOUT_KEY: &[(&str, fn(&Connection, Rows))] = &[
    ("one title, nothing hashed again", |db, mut rows| {
        let at = forge(&mut rows);
        db.execute("UPDATE entry SET bytes = ?2 WHERE seq = ?1", params![at, rows[at].2.as_bytes()]).unwrap();
    }),
    ("all hashed again", |db, mut rows| {
        forge(&mut rows);
        write(db, &rows);
    }),
    ("checkpoints after it dropped", |db, mut rows| {
        let at = forge(&mut rows);
        write(db, &rows);
        db.execute("DELETE FROM checkpoint WHERE size > ?1", [at]).unwrap();
    }),
    ("all checkpoints dropped", |db, mut rows| {
        forge(&mut rows);
        write(db, &rows);
        db.execute("DELETE FROM checkpoint", []).unwrap();
    }),
    ("checkpoints zeroed", |db, mut rows| {
        forge(&mut rows);
        write(db, &rows);
        db.execute("UPDATE checkpoint SET note = ''", []).unwrap();
    }),
    ("checkpoints of a key of his own", |db, mut rows| {
        forge(&mut rows);
        let head = write(db, &rows);
        db.execute("DELETE FROM checkpoint", []).unwrap();
        keep(db, &head.sign(&SigningKey::from_seed([66; 32])));
    }),
    ("the signatures of other states under the new head", |db, mut rows| {
        forge(&mut rows);
        let head = write(db, &rows);
        let note: String =
            db.query_row("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1", [], |r| r.get(0)).unwrap();
        let signature = note.rsplit_once("\n\n").unwrap().1;
        let text = head.sign(&SigningKey::from_seed([66; 32]));
        db.execute("DELETE FROM checkpoint", []).unwrap();
        keep(db, &format!("{}\n\n{signature}", text.rsplit_once("\n\n").unwrap().0));
    }),
    ("the tail of the first form", |db, mut rows| {
        let at = forge(&mut rows);
        for (seq, (_, _, text)) in rows.iter_mut().enumerate().skip(at) {
            let said = serde_json::from_str::<Value>(text).unwrap()["said_at"].as_i64().unwrap();
            *text = text.replacen("{\"v\":2,", &format!("{{\"v\":1,\"seq\":{seq},"), 1).replacen(
                &format!("\"said_at\":{said}"),
                &format!("\"at\":{said}"),
                1,
            );
            db.execute("UPDATE entry SET at = ?2 WHERE seq = ?1", params![seq, said]).unwrap();
        }
        for (seq, (_, at, text)) in rows.iter_mut().enumerate() {
            if text.starts_with("{\"v\":1") {
                *at = serde_json::from_str::<Value>(text).unwrap()["at"].as_i64().unwrap();
            }
            assert!(seq < 10_000);
        }
        write(db, &rows);
        db.execute("DELETE FROM checkpoint WHERE size > ?1", [at]).unwrap();
    }),
    ("an entry more at the end", |db, mut rows| {
        let mut more = rows.last().unwrap().clone();
        more.0[15] ^= 1;
        more.2 = more.2.replacen(
            &uuid::Uuid::from_slice(&rows.last().unwrap().0).unwrap().to_string(),
            &uuid::Uuid::from_slice(&more.0).unwrap().to_string(),
            1,
        );
        rows.push(more);
        write(db, &rows);
    }),
    ("an entry of the first form at the end", |db, mut rows| {
        let (seq, at) = (rows.len(), rows.last().unwrap().1);
        let id = uuid::Uuid::from_u128(7);
        let text = format!(
            "{{\"v\":1,\"seq\":{seq},\"id\":\"{id}\",\"site\":\"{id}\",\"at\":{at},\"actor\":\"x\",\"salt\":\"00\",\
             \"event\":{{\"kind\":\"person.left\",\"data\":{{}}}}}}"
        );
        rows.push((id.as_bytes().to_vec(), at, text));
        write(db, &rows);
    }),
];

#[test]
fn a_rewrite_without_the_key_is_caught_by_the_ledger_alone() {
    for (what, rewrite) in WITHOUT_KEY {
        let (place, _) = sample();
        let db = unlocked(&place);
        let rows = entries(&db);
        rewrite(&db, rows);
        lock(&db);
        drop(db);
        let report = check(&place, false, None);
        assert!(!report.ok && !codes(&report).contains(&"schema_foreign"), "{what}: {report:?}");
        assert!(!check(&place, true, None).ok, "{what}, with everything checked");
    }
}

/// Takes the tail for his own: an enrolment of his key in the place of an entry, all after it signed with it.
fn own_tail(place: &Place) {
    let db = unlocked(place);
    let mut rows = entries(&db);
    let at = forge(&mut rows);
    let key = SigningKey::from_seed([66; 32]);
    let head = Checkpoint { origin: write(&db, &rows).origin, size: 0, root: tree::empty() };
    let site = uuid::Uuid::from_u128(66);
    let text = format!(
        "{{\"v\":2,\"id\":\"{site}\",\"site\":\"{site}\",\"said_at\":{},\"actor\":\"x\",\"salt\":\"00\",\"event\":{{\"kind\":\
         \"machine.key_enrolled\",\"data\":{{\"site\":\"{site}\",\"key\":\"{}\"}}}}}}",
        rows[at].1,
        key.verifier(&head.origin)
    );
    let own = serde_json::from_str::<Value>(&rows[at].2).unwrap()["site"].as_str().unwrap().to_owned();
    for (_, _, text) in rows.iter_mut().skip(at) {
        *text = text.replacen(&own, &site.to_string(), 1);
    }
    rows.insert(at, (site.as_bytes().to_vec(), rows[at].1, text));
    write(&db, &rows);
    db.execute("DELETE FROM checkpoint WHERE size > ?1", [at]).unwrap();
    sign_each(&db, &rows, at, &key);
    lock(&db);
}

#[test]
fn a_tail_under_a_key_of_his_own_is_named_and_fails_where_anything_is_held_outside() {
    let (place, anchor) = sample();
    own_tail(&place);
    let report = check(&place, true, None);
    let warned: Vec<&str> = report.warnings.iter().map(|w| w.code.as_ref()).collect();
    assert_eq!(warned, ["key_not_vouched"], "{report:?}");
    assert!(report.warnings[0].message.contains("entry "), "its first entry: {}", report.warnings[0].message);
    assert!(report.warnings[0].message.contains("20"), "and its day: {}", report.warnings[0].message);
    assert_eq!(codes(&check(&place, false, Some(&anchor))), ["another_history"]);
    assert_eq!(codes(&with_kept(&place)), ["another_history"], "the head that this machine kept");
}

#[test]
fn a_forged_voucher_is_none() {
    let (place, _) = sample();
    own_tail(&place);
    let db = unlocked(&place);
    let mut rows = entries(&db);
    let first: Value = serde_json::from_str(&rows[0].2).unwrap();
    let by = first["event"]["data"]["key"].as_str().unwrap().to_owned();
    let vouched = format!(",\"vouched\":{{\"by\":\"{by}\",\"signature\":\"{}\"}}}}}}}}", "00".repeat(64));
    let at = rows.iter().rposition(|(_, _, text)| text.contains("machine.key_enrolled")).unwrap();
    rows[at].2 = format!("{}{vouched}", rows[at].2.strip_suffix("}}}").unwrap());
    write(&db, &rows);
    db.execute("DELETE FROM checkpoint WHERE size > ?1", [at]).unwrap();
    sign_each(&db, &rows, at, &SigningKey::from_seed([66; 32]));
    lock(&db);
    drop(db);
    let report = check(&place, true, None);
    assert_eq!(codes(&report), [""; 0]);
    assert_eq!(report.warnings.len(), 1, "{report:?}");
    assert_eq!(report.warnings[0].code, "key_not_vouched");
}

#[test]
fn with_the_key_only_what_is_held_outside_shows_a_rewrite() {
    let (place, anchor) = sample();
    let workspace = place.reopen().unwrap();
    let key = workspace.signing_key().unwrap();
    drop(workspace);
    let db = unlocked(&place);
    let mut rows = entries(&db);
    forge(&mut rows);
    write(&db, &rows);
    db.execute("DELETE FROM checkpoint", []).unwrap();
    sign_each(&db, &rows, 0, &key);
    lock(&db);
    drop(db);
    assert!(check(&place, true, None).ok, "a rewrite with the key fits itself");
    assert_eq!(codes(&check(&place, false, Some(&anchor))), ["another_history"]);
    assert_eq!(codes(&with_kept(&place)), ["another_history"]);
}

#[test]
fn a_checkpoint_under_another_keys_name_is_altered() {
    let (place, _) = sample();
    let db = unlocked(&place);
    let sql = "UPDATE checkpoint SET signer = '00000000' WHERE size = (SELECT min(size) FROM checkpoint)";
    assert_eq!(db.execute(sql, []).unwrap(), 1);
    lock(&db);
    drop(db);
    assert_eq!(codes(&check(&place, true, None)), ["checkpoint_altered"]);
}

#[test]
fn a_whole_ledger_brought_back_to_the_first_form_is_unsigned_and_another_than_the_kept_one() {
    let (place, anchor) = sample();
    let db = unlocked(&place);
    let mut rows = entries(&db);
    rows.retain(|(_, _, text)| !text.contains("machine.key_enrolled"));
    for (seq, (_, at, text)) in rows.iter_mut().enumerate() {
        let said = serde_json::from_str::<Value>(text).unwrap()["said_at"].as_i64().unwrap();
        *at = said;
        *text = text.replacen("{\"v\":2,", &format!("{{\"v\":1,\"seq\":{seq},"), 1).replacen(
            &format!("\"said_at\":{said}"),
            &format!("\"at\":{said}"),
            1,
        );
    }
    write(&db, &rows);
    db.execute("DELETE FROM checkpoint", []).unwrap();
    lock(&db);
    drop(db);
    let report = check(&place, false, None);
    assert_eq!(report.warnings.iter().map(|w| w.code.as_ref()).collect::<Vec<_>>(), ["unsigned"]);
    assert!(!check(&place, false, Some(&anchor)).ok);
    assert!(codes(&with_kept(&place)).contains(&"rolled_back"));
}

#[test]
fn the_clean_cut_of_a_tail_is_seen_by_the_kept_head() {
    let (place, _) = sample();
    let db = unlocked(&place);
    let mut rows = entries(&db);
    let keep: u64 =
        db.query_row("SELECT size FROM checkpoint ORDER BY size DESC LIMIT 1 OFFSET 2", [], |r| r.get(0)).unwrap();
    rows.truncate(keep as usize);
    write(&db, &rows);
    db.execute("DELETE FROM checkpoint WHERE size > ?1", [keep]).unwrap();
    db.execute_batch("DELETE FROM record_file; DELETE FROM revision_file;").unwrap();
    lock(&db);
    drop(db);
    assert!(check(&place, true, None).ok, "at a signed head the folder alone shows nothing");
    assert_eq!(codes(&with_kept(&place)), ["rolled_back"]);
}

pub(super) fn pack(place: &Place, config: &str, name: &str) -> std::path::PathBuf {
    let mut workspace = place.open_with(config).unwrap();
    let audit = clausebook::audits::by_code(workspace.db(), "AUD-2026-1").unwrap();
    let (out, day) = (place.path(name), workspace.today().unwrap());
    let wanted = packs::Wanted { audit, recorded: None, day, out: Target { path: &out, overwrite: false } };
    let never = AtomicBool::new(false);
    clausebook::rebuild::build_pack(&mut workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &never).unwrap();
    out
}

fn pack_check(path: &Path, against: Option<&Path>) -> Report {
    verify::pack(path, against, &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

#[test]
fn a_second_machine_issues_a_sound_pack_that_names_its_key() {
    let (place, _) = sample();
    let first = pack(&place, "config", "p1.zip");
    let report = pack_check(&first, None);
    assert!(report.ok && report.warnings.is_empty(), "{report:?}");
    let second = pack(&place, "config of another machine", "p2.zip");
    let report = pack_check(&second, None);
    assert!(report.ok, "{report:?}");
    assert_eq!(report.warnings.iter().map(|w| w.code.as_ref()).collect::<Vec<_>>(), ["key_not_vouched"]);
    let held = verify::held_checkpoint(&first).unwrap();
    let held_path = place.path("held");
    std::fs::write(&held_path, held).unwrap();
    assert!(pack_check(&second, Some(&held_path)).ok, "the checkpoint of the pack before");
}

#[test]
fn a_checkpoint_of_another_history_does_not_fit_a_pack() {
    let (place, _) = sample();
    let path = pack(&place, "config", "p1.zip");
    let held = verify::held_checkpoint(&path).unwrap();
    let mut other = Checkpoint::parse(&held).unwrap();
    other.root = tree::empty();
    let key = place.reopen().unwrap().signing_key().unwrap();
    let held_path = place.path("held");
    std::fs::write(&held_path, other.sign(&key)).unwrap();
    assert_eq!(codes(&pack_check(&path, Some(&held_path))), ["another_history"]);
    other.size += 5;
    std::fs::write(&held_path, other.sign(&key)).unwrap();
    assert_eq!(codes(&pack_check(&path, Some(&held_path))), ["history_not_shown"], "a later one shows nothing of it");
}
