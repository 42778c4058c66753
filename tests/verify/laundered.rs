//! A ledger that was written anew contradicts what its own entries say of earlier states; and what lies under one signature was
//! written at one time.

use clausebook::packs;
use clausebook::saved::Target;
use serde_json::Value;

use super::insider::{entries, forge, keep, pack, sign_each, write};
use super::{check, codes, lock, sample, unlocked};
use crate::support::Place;

/// Writes the ledger anew with the machine's own key, as its owner could, and fills the tables again.
fn rewritten(place: &Place) {
    let key = place.reopen().unwrap().signing_key().unwrap();
    let db = unlocked(place);
    let mut rows = entries(&db);
    forge(&mut rows);
    write(&db, &rows);
    db.execute("DELETE FROM checkpoint", []).unwrap();
    sign_each(&db, &rows, 0, &key);
    lock(&db);
    drop(db);
    place.reopen().unwrap().rebuild(&|_, _| Ok(())).unwrap();
}

#[test]
fn a_pack_that_was_issued_contradicts_a_ledger_written_anew_and_none_leaves_it() {
    let (place, _) = sample();
    pack(&place, "config", "first.zip");
    rewritten(&place);
    assert_eq!(codes(&check(&place, false, None)), ["pack_state_differs"]);
    place.reopen().unwrap().accept("They say it is the right one").unwrap();
    assert_eq!(no_pack(&place), "pack_history_differs");
}

/// Why no pack leaves the workspace.
fn no_pack(place: &Place) -> &'static str {
    let mut workspace = place.reopen().unwrap();
    let audit = clausebook::audits::by_code(workspace.db(), "AUD-2026-1").unwrap();
    let (out, day) = (place.path("second.zip"), workspace.today().unwrap());
    let wanted = packs::Wanted { audit, recorded: None, day, out: Target { path: &out, overwrite: false } };
    let never = std::sync::atomic::AtomicBool::new(false);
    let refused =
        clausebook::rebuild::build_pack(&mut workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &never).unwrap_err();
    assert!(!out.exists());
    refused.reason().name
}

#[test]
fn a_rewrite_signed_as_a_whole_says_what_lay_under_no_signature() {
    let (place, _) = sample();
    let key = place.reopen().unwrap().signing_key().unwrap();
    let db = unlocked(&place);
    let mut rows = entries(&db);
    forge(&mut rows);
    let head = write(&db, &rows);
    db.execute("DELETE FROM checkpoint", []).unwrap();
    keep(&db, &head.sign(&key));
    lock(&db);
    drop(db);
    assert_eq!(codes(&check(&place, false, None)), ["signed_late"]);
    let mut workspace = place.reopen().unwrap();
    workspace.rebuild(&|_, _| Ok(())).unwrap();
    workspace.accept("They say it is the right one").unwrap();
    drop(workspace);
    assert_eq!(codes(&check(&place, false, None)), ["signed_late"], "another history was accepted, not these entries");
    assert_eq!(no_pack(&place), "pack_entries_signed_late");
}

#[test]
fn a_stamped_checkpoint_that_is_gone_is_named() {
    let (place, _) = sample();
    let key = place.reopen().unwrap().signing_key().unwrap();
    let db = unlocked(&place);
    let mut rows = entries(&db);
    // As an entry would keep an answer, without its file: that is another fault.
    let like: Value = serde_json::from_str(&rows.last().unwrap().2).unwrap();
    let id = uuid::Uuid::from_u128(99);
    let text = format!(
        "{{\"v\":2,\"id\":\"{id}\",\"site\":{},\"said_at\":{},\"actor\":\"x\",\"salt\":\"00\",\"event\":{{\"kind\":\
         \"ledger.answer_kept\",\"data\":{{\"entries\":3,\"checkpoint\":\"{}\"}}}}}}",
        like["site"],
        rows.last().unwrap().1,
        "ab".repeat(32)
    );
    rows.push((id.as_bytes().to_vec(), rows.last().unwrap().1, text));
    write(&db, &rows);
    sign_each(&db, &rows, rows.len() - 1, &key);
    lock(&db);
    drop(db);
    assert!(codes(&check(&place, false, None)).contains(&"stamped_state_differs"));
}
