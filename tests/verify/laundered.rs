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
    let refused = pack_of(place).unwrap_err();
    assert!(!place.path("second.zip").exists());
    refused.reason().name
}

fn pack_of(place: &Place) -> clausebook::error::Result<()> {
    let mut workspace = place.reopen().unwrap();
    let audit = clausebook::audits::by_code(workspace.db(), "AUD-2026-1").unwrap();
    let (out, day) = (place.path("second.zip"), workspace.today().unwrap());
    let wanted = packs::Wanted { audit, recorded: None, day, out: Target { path: &out, overwrite: false } };
    let never = std::sync::atomic::AtomicBool::new(false);
    clausebook::rebuild::build_pack(&mut workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &never).map(drop)
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
    // Whoever knows how they came there says so, for good; then packs leave it, and name them as well.
    let mut workspace = place.reopen().unwrap();
    assert_eq!(workspace.accept(" ").unwrap_err().reason().name, "folder_accepted_without_reason");
    workspace.accept("The ledger was brought over by hand").unwrap();
    assert_eq!(workspace.accept("again").unwrap_err().reason().name, "folder_fits_already");
    drop(workspace);
    let report = check(&place, false, None);
    assert_eq!(codes(&report), [""; 0], "{report:?}");
    let named = report.warnings.iter().find(|warning| warning.code == "unsigned_accepted").unwrap();
    assert!(named.message.contains("The ledger was brought over by hand"), "{}", named.message);
    pack_of(&place).unwrap();
}

/// Puts an entry behind the last, and signs it with the machine's own key.
fn put(place: &Place, kind: &str, data: &Value) {
    let key = place.reopen().unwrap().signing_key().unwrap();
    let db = unlocked(place);
    let mut rows = entries(&db);
    let (_, last_at, last) = rows.last().unwrap();
    let (last_at, like): (i64, Value) = (*last_at, serde_json::from_str(last).unwrap());
    let id = uuid::Uuid::from_u128(99);
    let text = format!(
        "{{\"v\":2,\"id\":\"{id}\",\"site\":{},\"said_at\":{last_at},\"actor\":\"x\",\"salt\":\"00\",\"event\":{{\"kind\":\
         \"{kind}\",\"data\":{data}}}}}",
        like["site"]
    );
    rows.push((id.as_bytes().to_vec(), last_at, text));
    write(&db, &rows);
    sign_each(&db, &rows, rows.len() - 1, &key);
    lock(&db);
}

#[test]
fn a_stamped_checkpoint_that_is_gone_is_named() {
    let (place, _) = sample();
    // As an entry would keep an answer, without its file: that is another fault.
    put(&place, "ledger.answer_kept", &serde_json::json!({"entries": 3, "checkpoint": "ab".repeat(32)}));
    assert!(codes(&check(&place, false, None)).contains(&"stamped_state_differs"));
}

#[test]
fn a_number_that_nothing_has_ends_no_check_and_is_no_mistake_of_ours() {
    let most = u64::MAX;
    let answer = serde_json::json!({"digest": "ab".repeat(32), "size": most, "name": "x"});
    for (kind, data) in [
        ("ledger.answer_kept", serde_json::json!({"entries": most, "checkpoint": "ab".repeat(32), "answer": answer})),
        ("ledger.day_said", serde_json::json!({"from": 0, "to": most, "day": "2026-01-01", "reason": "x"})),
        ("ledger.unsigned_accepted", serde_json::json!({"from": most, "to": most, "reason": "x"})),
    ] {
        let (place, _) = sample();
        put(&place, kind, &data);
        let report: Value = serde_json::from_slice(&place.run(&["verify", "--deep", "--json"]).stdout).unwrap();
        assert_eq!(report["ok"], false, "its tables are not what it makes of them: {kind}");
        assert!(!report.to_string().contains("internal"), "{kind}: {report}");
        let rebuilt = place.run(&["rebuild", "--json"]);
        assert!(!String::from_utf8_lossy(&rebuilt.stderr).contains("internal"), "{kind}");
    }
}

#[test]
fn a_size_is_written_in_one_way_for_whoever_reads_and_whoever_writes() {
    let (place, _) = sample();
    let note = place.reopen().unwrap().checkpoint().unwrap();
    let size = note.lines().nth(1).unwrap().to_owned();
    for other in [format!("+{size}"), format!("0{size}"), format!(" {size}"), format!("-{size}"), String::new()] {
        let note = note.replacen(&format!("\n{size}\n"), &format!("\n{other}\n"), 1);
        assert!(clausebook::ledger::Checkpoint::parse(&note).is_err(), "{other:?}");
        assert_eq!(codes(&check(&place, false, Some(&note))), ["checkpoint_unreadable"], "{other:?}");
    }
}
