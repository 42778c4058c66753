//! Packs that somebody changed, and the next pack of the same ledger.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::error::Code;
use clausebook::verify;

use super::forged::archive::{Archive, Part};
use super::{build, sample, verified};

/// Writes a pack again with one change.
fn changed(
    pack: &Path,
    out: &Path,
    mut change: impl FnMut(&str, Vec<u8>) -> Option<(String, Vec<u8>)>,
    more: &[(&str, &[u8])],
) {
    let archive = Archive::of(pack);
    let date = archive.parts[0].local.date;
    let changed = archive.parts.into_iter().filter_map(|part| change(&part.name(), part.bytes));
    let mut parts: Vec<Part> = changed.map(|(name, bytes)| Part::new(&name, &bytes, date)).collect();
    for (name, bytes) in more {
        // What is put among the files stands in their order.
        let behind =
            |part: &Part| name.contains("/data/") && part.name().contains("/data/") && part.name().as_str() > *name;
        let at = parts.iter().position(behind).unwrap_or(parts.len());
        parts.insert(at, Part::new(name, bytes, date));
    }
    std::fs::write(out, Archive { parts, ..Archive::default() }.bytes()).unwrap();
}

#[test]
fn every_change_to_a_pack_is_caught_and_named() {
    let (place, mut workspace, audit) = sample();
    let built = build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let (pack, bad) = (place.path("a.zip"), place.path("bad.zip"));
    assert!(verified(&pack).ok, "{:?}", verified(&pack));
    let top = built.name;
    let caught = |code: &str, place: &str| {
        let report = verified(&bad);
        assert!(!report.ok);
        assert!(
            report.findings.iter().any(|f| f.code == code && f.place.contains(place)),
            "{code} at {place}: {:?}",
            report.findings
        );
    };
    let keep = |name: &str, bytes: Vec<u8>| Some((name.to_owned(), bytes));

    changed(
        &pack,
        &bad,
        |n, mut b| {
            if n.ends_with("index.html") {
                b[100] ^= 1;
            }
            keep(n, b)
        },
        &[],
    );
    caught("file_altered", "data/index.html");
    changed(&pack, &bad, |n, b| if n.contains("QP-02") { None } else { keep(n, b) }, &[]);
    caught("file_missing", "QP-02");
    changed(&pack, &bad, keep, &[(&format!("{top}/data/records/added.txt"), b"x")]);
    caught("file_added", "data/records/added.txt");
    changed(&pack, &bad, keep, &[(&format!("{top}/added-tag.txt"), b"x")]);
    caught("file_outside", "added-tag.txt");
    changed(
        &pack,
        &bad,
        |n, b| {
            let b = if n.ends_with("/manifest-sha256.txt") {
                String::from_utf8(b).unwrap().replacen('a', "b", 1).into_bytes()
            } else {
                b
            };
            keep(n, b)
        },
        &[],
    );
    caught("file_altered", "manifest-sha256.txt");
    changed(
        &pack,
        &bad,
        |n, b| {
            let b = if n.ends_with("tagmanifest-sha256.txt") {
                String::from_utf8(b).unwrap().replacen("bagit.txt", "bagit.txt ", 1).into_bytes()
            } else {
                b
            };
            keep(n, b)
        },
        &[],
    );
    caught("signature_invalid", "tagmanifest");
    changed(&pack, &bad, |n, b| if n.ends_with(".sig") { None } else { keep(n, b) }, &[]);
    caught("signature_missing", "tagmanifest");
    changed(
        &pack,
        &bad,
        |n, b| {
            let b = if n.ends_with("ledger/checkpoint") {
                String::from_utf8(b).unwrap().replacen('\n', "\n9", 1).into_bytes()
            } else {
                b
            };
            keep(n, b)
        },
        &[],
    );
    caught("checkpoint_invalid", "checkpoint");
    changed(
        &pack,
        &bad,
        |n, b| {
            let b = if n.ends_with("entries.jsonl") {
                String::from_utf8(b).unwrap().replacen("Quality", "Qualify", 1).into_bytes()
            } else {
                b
            };
            keep(n, b)
        },
        &[],
    );
    caught("proof_invalid", "entry");
    changed(&pack, &bad, keep, &[("../outside.txt", b"x")]);
    caught("name_unsafe", "../outside.txt");
    changed(&pack, &bad, keep, &[(&format!("{top}/data/INDEX.html"), b"x")]);
    caught("file_outside", "INDEX.html");

    let bytes = std::fs::read(&pack).unwrap();
    std::fs::write(&bad, &bytes[..bytes.len() / 2]).unwrap();
    let cut = verify::pack(&bad, None, &|_, _| {}, &AtomicBool::new(false)).unwrap_err();
    assert_eq!(cut.code(), Code::PackDamaged, "a download that was cut off");
    let mut torn = bytes.clone();
    let middle = bytes.len() / 3;
    torn[middle] ^= 0x10;
    std::fs::write(&bad, torn).unwrap();
    assert!(!verified(&bad).ok, "a torn bit anywhere in a file is caught");
}

#[test]
fn the_next_pack_proves_that_it_continues_the_last() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    workspace.transact(|tx| clausebook::systems::name_organisation(tx, "Fjordlink Services")).unwrap();
    build(&mut workspace, &audit, &place.path("b.zip")).unwrap();
    let report = verified(&place.path("b.zip"));
    assert!(report.ok && report.facts.iter().any(|f| f.text().starts_with("Continues the last pack")), "{report:?}");
    changed(
        &place.path("b.zip"),
        &place.path("bad.zip"),
        |n, b| {
            let b = if n.ends_with("previous-checkpoint") {
                String::from_utf8(b).unwrap().replacen('\n', "\n9", 1).into_bytes()
            } else {
                b
            };
            Some((n.to_owned(), b))
        },
        &[],
    );
    assert!(verified(&place.path("bad.zip")).findings.iter().any(|f| f.code == "history_broken"));
}
