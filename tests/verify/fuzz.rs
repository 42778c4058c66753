//! Damaged entries, notes and proofs: whatever stands in a ledger, a pack or a file that somebody holds, it is read or
//! refused, and a pack that was damaged is never found in order.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::day::Zone;
use clausebook::ledger::{Checkpoint, VerifierKey, stamped_hash};
use clausebook::saved::Target;
use clausebook::{audits, demo, packs, rebuild, verify};
use serde_json::Value;

use crate::support::fuzz::{Dice, cases, corpus, damaged};
use crate::support::{Place, day};

#[test]
fn damaged_entries_are_read_or_refused() {
    let kept = corpus("entries");
    let lines: Vec<Vec<u8>> =
        kept.iter().flat_map(|file| file.split(|byte| *byte == b'\n')).map(<[u8]>::to_vec).collect();
    let (mut dice, mut read) = (Dice::new(1), 0);
    for _ in 0..cases(6_000) {
        let bytes = damaged(&mut dice, &lines);
        let text = String::from_utf8_lossy(&bytes);
        let event =
            serde_json::from_str::<Value>(&text).map_or(text.clone().into_owned(), |entry| entry["event"].to_string());
        read += usize::from((rebuild::PROJECTOR.read)(&event).is_ok());
    }
    assert!(read > 0, "some damage leaves an event that is read");
}

#[test]
fn damaged_notes_keys_and_answers_are_read_or_refused() {
    let kept = corpus("notes");
    let key: VerifierKey = String::from_utf8(kept[1].clone()).unwrap().trim().parse().unwrap();
    let mut dice = Dice::new(2);
    for _ in 0..cases(6_000) {
        let bytes = damaged(&mut dice, &kept);
        let text = String::from_utf8_lossy(&bytes);
        let _ = (Checkpoint::parse(&text), text.parse::<VerifierKey>(), stamped_hash(&bytes));
        assert!(Checkpoint::verify(&text, &key).is_err(), "no damage makes a signature: {text}");
    }
}

#[test]
fn damaged_proofs_prove_nothing() {
    let (kept, notes) = (corpus("proofs"), corpus("notes"));
    let (held, key) = (String::from_utf8_lossy(&notes[0]), String::from_utf8_lossy(&notes[1]));
    let mut dice = Dice::new(3);
    for _ in 0..cases(6_000) {
        let bytes = damaged(&mut dice, &kept);
        let report = verify::consistency(&String::from_utf8_lossy(&bytes), Some(&held), Some(&key));
        assert!(!report.ok, "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_pack_with_damaged_entries_or_proofs_is_never_in_order() {
    let place = Place::new();
    let mut workspace = place.workspace();
    demo::fill(&mut workspace, Zone::UTC, day(2026, 6, 30)).unwrap();
    let audit = audits::by_code(workspace.db(), "AUD-2026-1").unwrap();
    let (zip, never) = (place.path("p.zip"), AtomicBool::new(false));
    let out = Target { path: &zip, overwrite: false };
    let wanted = packs::Wanted { audit, recorded: None, day: day(2026, 6, 30), out };
    rebuild::build_pack(&mut workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &never).unwrap();
    zip::ZipArchive::new(fs::File::open(&zip).unwrap()).unwrap().extract(place.path("out")).unwrap();
    let bag = fs::read_dir(place.path("out")).unwrap().next().unwrap().unwrap().path();
    let verified = |bag: &Path| verify::pack(bag, None, &|_, _| {}, &never).is_ok_and(|report| report.ok);
    assert!(verified(&bag));
    let mut dice = Dice::new(4);
    for n in 0..cases(240) {
        let names = ["entries.jsonl", "proofs.txt", "checkpoint", "verifier-key", "allowed_signers"];
        let path = bag.join("data/ledger").join(names[n % names.len()]);
        let before = fs::read(&path).unwrap();
        let after = damaged(&mut dice, std::slice::from_ref(&before));
        fs::write(&path, &after).unwrap();
        assert_eq!(verified(&bag), after == before, "{}", path.display());
        fs::write(&path, &before).unwrap();
    }
}
