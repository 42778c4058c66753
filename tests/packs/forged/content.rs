//! Every file of the bag altered, dropped, added or swapped: with and without consistent sums, sealed by another key, and
//! by the pack's own. The last is what whoever holds the key can do; what passes then is written down here.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::signing::SigningKey;
use clausebook::verify::{self, Fact};

use super::Forger;
use super::bag::Bag;
use crate::packs::{build, undecided};

/// How far a forger goes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Far {
    /// Nothing else is touched.
    Plain,
    /// The manifest and the sums fit, the tag manifest too.
    Summed,
    /// All of it is signed by the forger, whose key is in the pack.
    OtherKey,
    /// The pack's own key signed it.
    OwnKey,
}

fn forge(bag: &mut Bag, far: Far, key: &SigningKey) {
    match far {
        Far::Plain => {}
        Far::Summed => bag.sum(),
        Far::OtherKey if bag.files.contains_key("data/ledger/checkpoint") => {
            bag.seal_as(&SigningKey::from_seed([9; 32]));
        }
        Far::OtherKey => bag.seal(&SigningKey::from_seed([9; 32])),
        Far::OwnKey => bag.seal(key),
    }
}

/// One of each kind of a pack's files, and how it can be changed.
fn kinds(bag: &Bag) -> Vec<String> {
    let first = |folder: &'static str| bag.files.keys().filter(move |name| name.starts_with(folder)).take(2).cloned();
    let evidence: Vec<String> = first("data/documents/").chain(first("data/records/")).collect();
    let made =
        bag.files.keys().filter(|name| !name.starts_with("data/documents/") && !name.starts_with("data/records/"));
    made.cloned().chain(evidence).collect()
}

fn altered(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match bytes.iter().rposition(u8::is_ascii_lowercase) {
        Some(at) => bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' },
        None => bytes.push(b'x'),
    }
    bytes
}

fn changes(bag: &Bag) -> Vec<(String, Bag)> {
    let names = kinds(bag);
    let mut out = Vec::new();
    for name in &names {
        let mut change = |what: &str, make: &dyn Fn(&mut Bag)| {
            let mut changed = bag.clone();
            make(&mut changed);
            out.push((format!("{what} {name}"), changed));
        };
        change("altered", &|bag| bag.set(name, altered(&bag.files[name])));
        change("emptied", &|bag| bag.set(name, ""));
        change("longer", &|bag| bag.set(name, [&bag.files[name][..], b"\n"].concat()));
        change("dropped", &|bag| drop(bag.files.remove(name)));
    }
    for pair in names.windows(2) {
        let mut swapped = bag.clone();
        let (one, two) = (bag.files[&pair[0]].clone(), bag.files[&pair[1]].clone());
        if one != two {
            swapped.set(&pair[0], two);
            swapped.set(&pair[1], one);
            out.push((format!("swapped {} and {}", pair[0], pair[1]), swapped));
        }
    }
    for added in ["data/records/R-99 Minutes.txt", "data/added.txt", "added.txt", "data/ledger/consistency"] {
        let mut changed = bag.clone();
        changed.set(added, "x");
        out.push((format!("added {added}"), changed));
    }
    out
}

#[test]
fn a_changed_file_is_found_however_far_the_forger_goes_without_the_key() {
    for far in [Far::Plain, Far::Summed] {
        let mut forger = Forger::new();
        let (bag, key) = (forger.bag(), forger.key.clone());
        for (what, mut changed) in changes(&bag) {
            forge(&mut changed, far, &key);
            if changed.files != bag.files {
                forger.try_archive(&what, &changed.archive());
            }
        }
        forger.ended(&format!("files, {far:?}"), &[]);
    }
}

#[test]
fn a_pack_sealed_anew_passes_only_where_it_says_whose_key_to_compare() {
    for far in [Far::OtherKey, Far::OwnKey] {
        let mut forger = Forger::new();
        let (bag, key) = (forger.bag(), forger.key.clone());
        let held = forger.place.path("held");
        std::fs::write(&held, &bag.files["data/ledger/allowed_signers"]).unwrap();
        let mut expected = Vec::new();
        for (what, mut changed) in changes(&bag) {
            // Sealing makes these anew.
            let made_anew =
                ["manifest-sha256.txt", "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig", "data/ledger/"];
            if made_anew.iter().any(|name| what.contains(name))
                || what.contains("bag-info.txt")
                || what.contains("bagit.txt")
            {
                continue;
            }
            forge(&mut changed, far, &key);
            let archive = changed.archive();
            let report = forger.try_archive(&what, &archive).unwrap();
            if report.ok {
                assert!(report.facts.contains(&Fact::CompareKey), "{what}: the report says that the key decides");
                expected.push(what.clone());
                if far == Far::OtherKey {
                    let path = forger.place.path("against.zip");
                    std::fs::write(&path, archive.bytes()).unwrap();
                    let report = verify::pack(&path, Some(&held), &|_, _| {}, &AtomicBool::new(false)).unwrap();
                    assert!(report.findings.iter().any(|f| f.code == "key_differs"), "{what}: {:?}", report.findings);
                }
            }
        }
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        forger.ended(&format!("files, {far:?}"), &expected);
    }
}

#[test]
fn what_a_page_says_and_no_entry_is_named_by_row_and_column_whoever_seals() {
    let mut forger = Forger::new();
    let (bag, key) = (forger.bag(), forger.key.clone());
    let list = bag.text("data/documents.csv");
    let head: Vec<&str> = list.lines().next().unwrap().split(',').collect();
    let row: Vec<&str> = list.lines().nth(1).unwrap().split(',').collect();
    let column = |name: &str| head.iter().position(|column| *column == name).unwrap();
    for (name, says) in [("approved by", "Nobody"), ("effective from", "2020-01-01"), ("next review", "2099-01-01")] {
        let mut other = row.clone();
        other[column(name)] = says;
        let mut forged = bag.clone();
        forged.set("data/documents.csv", list.replacen(&row.join(","), &other.join(","), 1));
        forged.seal(&key);
        let report = forger.try_archive(&format!("another {name}"), &forged.archive()).unwrap();
        let found = report.findings.iter().find(|finding| finding.code == "page_differs").unwrap();
        let differs = found.differs.as_ref().unwrap();
        let (page, field, shown) = (differs.table.as_str(), differs.field.as_str(), differs.shown.as_str());
        assert_eq!((page, field, shown), ("documents.csv", name, says), "{found:?}");
        assert!(differs.item.starts_with(row[0]) && differs.ledger == row[column(name)], "{found:?}");
    }
    let file = bag.files.keys().find(|name| name.starts_with("data/documents/")).unwrap().clone();
    let mut without = bag.clone();
    without.files.remove(&file);
    without.seal(&key);
    let report = forger.try_archive("a file left out", &without.archive()).unwrap();
    assert!(report.findings.iter().any(|f| f.code == "page_differs" && f.message.contains(&file[5..])), "{report:?}");
    let mut another = bag.clone();
    another.set("bag-info.txt", bag.text("bag-info.txt").replace("Pack-Pages: ", "Pack-Pages: 0 "));
    another.set("data/documents.csv", list.replacen(row[0], "X-1", 1));
    another.seal(&key);
    let report = forger.try_archive("a code, and pages of another program", &another.archive()).unwrap();
    assert!(
        report.findings.iter().any(|found| found.code == "page_differs"),
        "what entries say is compared whoever made the pages"
    );
    another.set("data/documents.csv", list);
    another.seal(&key);
    let report = forger.try_archive("pages that no program made", &another.archive()).unwrap();
    assert_eq!(report.findings[0].code, "pages_unknown", "{report:?}");
    forger.ended("pages", &[]);
}

#[test]
fn entries_and_proofs_fit_the_checkpoint_whoever_seals() {
    let mut forger = Forger::new();
    let (bag, key) = (forger.bag(), forger.key.clone());
    let lines: Vec<String> = bag.text("data/ledger/entries.jsonl").lines().map(|line| format!("{line}\n")).collect();
    let blocks: Vec<String> = bag.text("data/ledger/proofs.txt").split_inclusive("\n\n").map(str::to_owned).collect();
    assert_eq!(lines.len(), blocks.len());
    let mut expected = Vec::new();
    let mut forge = |what: String, passes: bool, lines: &[String], blocks: &[String]| {
        let mut bag = bag.clone();
        bag.set("data/ledger/entries.jsonl", lines.concat());
        bag.set("data/ledger/proofs.txt", blocks.concat());
        bag.seal(&key);
        forger.try_archive(&what, &bag.archive());
        if passes {
            expected.push(what);
        }
    };
    let without = |all: &[String], at: usize| -> Vec<String> {
        all.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, one)| one.clone()).collect()
    };
    for at in (0..lines.len()).step_by(7) {
        forge(format!("entry {at} and its proof dropped"), false, &without(&lines, at), &without(&blocks, at));
        forge(format!("entry {at} dropped"), false, &without(&lines, at), &blocks);
        forge(format!("proof {at} dropped"), false, &lines, &without(&blocks, at));
        let mut twice = (lines.clone(), blocks.clone());
        twice.0.insert(at, lines[at].clone());
        twice.1.insert(at, blocks[at].clone());
        forge(format!("entry {at} twice"), false, &twice.0, &twice.1);
        if at + 1 < lines.len() {
            let mut swapped = lines.clone();
            swapped.swap(at, at + 1);
            forge(format!("entry {at} and the next swapped"), false, &swapped, &blocks);
        }
        let mut changed = lines.clone();
        changed[at] = lines[at].replacen("\"said_at\":1", "\"said_at\":2", 1);
        assert_ne!(changed[at], lines[at], "the forgery is one");
        forge(format!("entry {at} at another time"), false, &changed, &blocks);
        let mut short = blocks.clone();
        short[at] = blocks[at].split_once('\n').unwrap().0.to_owned() + "\n\n";
        forge(format!("proof {at} without hashes"), false, &lines, &short);
        let mut moved = blocks.clone();
        moved[at] = blocks[at].replacen("index ", "index 1", 1);
        forge(format!("proof {at} of another place"), false, &lines, &moved);
    }
    let mut order = (lines.clone(), blocks.clone());
    order.0.reverse();
    order.1.reverse();
    forge("from the last to the first".into(), false, &order.0, &order.1);
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    forger.ended("entries and proofs", &expected);
}

#[test]
fn an_older_pack_is_genuine_and_says_from_when_it_is() {
    let mut forger = Forger::new();
    let (old, audit, later) = (forger.pack.clone(), forger.audit.clone(), forger.place.path("later.zip"));
    forger.workspace.transact(|tx| clausebook::systems::name_organisation(tx, "Fjordlink Services")).unwrap();
    build(&mut forger.workspace, &audit, &later).unwrap();
    let check =
        |pack: &Path, against: Option<&Path>| verify::pack(pack, against, &|_, _| {}, &AtomicBool::new(false)).unwrap();
    let report = check(&old, None);
    assert!(report.ok && report.facts.contains(&Fact::CompareKey), "alone it is what it was: {report:?}");
    let held = forger.place.path("held");
    std::fs::write(&held, Bag::of(&later).text("data/ledger/checkpoint")).unwrap();
    let report = check(&old, Some(&held));
    assert_eq!(report.findings[0].code, "history_not_shown", "against a later checkpoint nothing is shown");
    assert!(check(&old, Some(&later)).ok, "the later pack shows that it goes on from this one");

    // The later pack with parts of the older one.
    let key = forger.key.clone();
    let (before, now) = (Bag::of(&old), Bag::of(&later));
    for name in ["checkpoint", "proofs.txt", "entries.jsonl"].map(|name| format!("data/ledger/{name}")) {
        let mut mixed = now.clone();
        mixed.set(&name, before.files[&name].clone());
        mixed.seal(&key);
        forger.try_archive(&format!("the older pack's {name}"), &mixed.archive());
    }
    for name in ["previous-checkpoint", "consistency"].map(|name| format!("data/ledger/{name}")) {
        let mut without = now.clone();
        without.files.remove(&name);
        without.seal(&key);
        forger.try_archive(&format!("without {name}"), &without.archive());
        for (what, change) in [
            ("altered", altered(&now.files[&name])),
            ("empty", Vec::new()),
            ("the older checkpoint", before.files["data/ledger/checkpoint"].clone()),
        ] {
            let mut changed = now.clone();
            if changed.files[&name] != change {
                changed.set(&name, change);
                changed.seal(&key);
                forger.try_archive(&format!("{name} {what}"), &changed.archive());
            }
        }
    }
    for (old, new) in [("old ", "old 1"), ("new ", "new 1"), ("clausebook/consistency@v1", "clausebook/consistency@v2")]
    {
        let mut changed = now.clone();
        let name = "data/ledger/consistency";
        changed.set(name, now.text(name).replacen(old, new, 1));
        changed.seal(&key);
        forger.try_archive(&format!("{name} with {new}"), &changed.archive());
    }
    forger.ended("older packs", &[]);
}

#[test]
fn an_earlier_form_of_a_pack_is_read_and_told() {
    // What applies was written down by no program that made it.
    let mut forger = Forger::of(undecided());
    let key = forger.key.clone();
    let mut earlier = forger.bag();
    let info: String =
        earlier.text("bag-info.txt").lines().filter(|l| !l.starts_with("Pack-")).map(|l| format!("{l}\n")).collect();
    earlier.set("bag-info.txt", info);
    earlier.seal(&key);
    let report = forger.try_archive("an earlier form", &earlier.archive()).unwrap();
    assert!(report.ok && report.unmet.iter().any(|unmet| unmet.said == Fact::EarlierForm), "{report:?}");

    // A name as earlier programs made them, that some file systems cannot take.
    let (name, bytes) = earlier.files.iter().find(|(name, _)| name.starts_with("data/records/")).unwrap();
    let (name, bytes) = (name.clone(), bytes.clone());
    earlier.files.remove(&name);
    earlier.set(&format!("data/records/{}.txt", "質".repeat(90)), bytes.clone());
    earlier.seal(&key);
    let report = forger.try_archive("a long name of an earlier form", &earlier.archive()).unwrap();
    assert!(report.ok && report.unmet.iter().any(|unmet| unmet.said == Fact::LongNames { files: 1 }), "{report:?}");

    let mut now = forger.bag();
    now.files.remove(&name);
    now.set(&format!("data/records/{}.txt", "質".repeat(90)), bytes);
    now.seal(&key);
    let report = forger.try_archive("a long name of today", &now.archive()).unwrap();
    assert_eq!(report.findings[0].code, "name_long");
    let mut newer = forger.bag();
    newer.set("bag-info.txt", newer.text("bag-info.txt").replace("Pack-Format: 5", "Pack-Format: 6"));
    newer.seal(&key);
    let report = forger.try_archive("a form to come", &newer.archive()).unwrap();
    assert_eq!(report.findings[0].code, "pack_newer");
    forger.ended("forms", &["an earlier form", "a long name of an earlier form"]);
}
