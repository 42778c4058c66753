//! Packs whose entries are all proven, by whoever made them up, and that take what a machine has when they are read: each ends with a
//! finding, within bounded memory and time. As many entries as here are a small part of what a pack can hold; `--ignored`
//! fills it.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use clausebook::digest::Digest;
use clausebook::ledger::Checkpoint;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Forger;
use super::bag::Bag;
use super::hostile::check;
use crate::support::say;

fn leaf(bytes: &[u8]) -> Digest {
    Digest::of(&[&[0], bytes].concat())
}

fn node(left: &Digest, right: &Digest) -> Digest {
    Digest::of(&[&[1], &left.as_bytes()[..], right.as_bytes()].concat())
}

/// The proofs of all entries, and the root: a node without a sibling goes up as it is, which is the tree of RFC 6962.
fn proofs(lines: &[String]) -> (String, Digest) {
    let mut levels: Vec<Vec<Digest>> = vec![lines.iter().map(|line| leaf(line.as_bytes())).collect()];
    while levels.last().unwrap().len() > 1 {
        let below = levels.last().unwrap();
        let above = below.chunks(2).map(|pair| if let [left, right] = pair { node(left, right) } else { pair[0] });
        levels.push(above.collect());
    }
    let mut text = String::new();
    for index in 0..lines.len() {
        writeln!(text, "index {index}").unwrap();
        for (height, level) in levels[..levels.len() - 1].iter().enumerate() {
            if let Some(sibling) = level.get((index >> height) ^ 1) {
                writeln!(text, "{}", BASE64.encode(sibling.as_bytes())).unwrap();
            }
        }
        text.push('\n');
    }
    (text, levels.last().unwrap()[0])
}

/// A pack with these entries behind the genuine ones, all of them proven under a checkpoint of the pack's own key.
fn pack(forger: &Forger, more: impl IntoIterator<Item = Value>) -> Bag {
    let mut bag = forger.bag();
    let mut lines: Vec<String> = bag.text("data/ledger/entries.jsonl").lines().map(str::to_owned).collect();
    lines.extend(more.into_iter().enumerate().map(|(n, mut entry)| {
        entry["id"] = json!(Uuid::from_u128(n as u128 + 1));
        entry["salt"] = json!("00");
        entry.to_string()
    }));
    let (proofs, root) = proofs(&lines);
    let genuine = Checkpoint::parse(&bag.text("data/ledger/checkpoint")).unwrap();
    let size = lines.len() as u64;
    let (info, before) = (bag.text("bag-info.txt"), format!("Recorded-Until: {}\n", genuine.size));
    assert!(info.contains(&before));
    bag.set("bag-info.txt", info.replace(&before, &format!("Recorded-Until: {size}\n")));
    bag.set("data/ledger/checkpoint", Checkpoint { size, root, ..genuine }.sign(&forger.key));
    bag.set("data/ledger/proofs.txt", proofs);
    bag.set("data/ledger/entries.jsonl", lines.into_iter().map(|line| line + "\n").collect::<String>());
    bag.seal(&forger.key);
    bag
}

/// The genuine pack's last entry of a kind, to be changed.
fn like(forger: &Forger, kind: &str) -> Value {
    let lines = forger.bag().text("data/ledger/entries.jsonl");
    let mut entries = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    entries.rfind(|entry| entry["event"]["kind"] == kind).unwrap_or_else(|| panic!("no {kind}"))
}

fn again(entry: &Value, change: impl Fn(&mut Value, usize), count: usize) -> Vec<Value> {
    (0..count)
        .map(|n| {
            let mut entry = entry.clone();
            change(&mut entry["event"]["data"], n);
            entry
        })
        .collect()
}

fn id(n: usize) -> Value {
    json!(Uuid::from_u128((1 << 64) + n as u128))
}

/// Each with so many entries, files, letters as `much` says.
fn hostile(forger: &Forger, much: usize) -> Vec<(&'static str, Bag)> {
    let [named, linked, filed, registered, record] = [
        "system.organisation_named",
        "mapping.linked",
        "document.revision_filed",
        "document.registered",
        "record.filed",
    ]
    .map(|kind| like(forger, kind));
    let file = filed["event"]["data"]["files"][0].clone();
    let files = |first: usize, count: usize| -> Value {
        let file = |n: usize| {
            let mut file = file.clone();
            file["digest"] = json!(format!("{n:064x}"));
            file
        };
        (first..first + count).map(file).collect()
    };
    let said = json!({"kind": "ledger.day_said", "data": {"from": 0, "to": 1, "day": "2026-01-01", "reason": "x"}});
    let days = (0..much).map(|_| {
        let mut entry = named.clone();
        entry["event"] = said.clone();
        entry
    });
    let long = "x".repeat(much * 200);
    let mut titled = registered.clone();
    (titled["event"]["data"]["title"], titled["event"]["data"]["code"]) = (json!(long), json!("LONG-1"));
    titled["event"]["data"]["id"] = id(0);
    let mut coded = titled.clone();
    (coded["event"]["data"]["title"], coded["event"]["data"]["code"]) = (json!("x"), json!("y".repeat(much * 20)));
    let mut revised = filed.clone();
    (revised["event"]["data"]["document"], revised["event"]["data"]["revision"]) = (id(0), id(1));
    let mut approved = like(forger, "document.approved");
    (approved["event"]["data"]["document"], approved["event"]["data"]["revision"]) = (id(0), id(1));
    let mapped = again(
        &linked,
        |data, n| {
            data["id"] = id(n + 2);
            data["item"] = json!({"document": id(0)});
        },
        much / 4,
    );
    let with = |first: &Value| [vec![first.clone(), revised.clone(), approved.clone()], mapped.clone()].concat();
    vec![
        ("many tiny entries", pack(forger, again(&named, |data, n| data["name"] = json!(n.to_string()), much))),
        ("one item with many mappings", pack(forger, again(&linked, |data, n| data["id"] = id(n), much))),
        (
            "one revision with many files",
            pack(forger, again(&filed, |data, n| data["files"] = files(n * 2_000, 2_000), much / 2_000)),
        ),
        (
            "many records of one name",
            pack(forger, again(&record, |data, n| (data["id"], data["number"]) = (id(n), Value::Null), much)),
        ),
        ("many days that were said", pack(forger, days)),
        ("a title without an end, mapped often", pack(forger, with(&titled))),
        ("a code without an end, mapped often", pack(forger, with(&coded))),
    ]
}

/// `most` is how much memory the checker and its child may take.
fn tried(much: usize, most: u64) {
    let forger = Forger::new();
    for (name, bag) in hostile(&forger, much) {
        let path = forger.place.path("hostile.zip");
        std::fs::write(&path, bag.archive().bytes()).unwrap();
        let size = std::fs::metadata(&path).unwrap().len() >> 20;
        drop(bag);
        let (code, memory, took) = check(&path);
        say(&format!("{name} ({size} MB): {code}, {} MB, {} ms", memory >> 20, took.as_millis()));
        assert!(memory < most, "{name} takes {} MB", memory >> 20);
    }
}

#[test]
fn proven_entries_take_neither_the_memory_nor_the_afternoon() {
    tried(1_500, 500 << 20);
}

#[test]
#[ignore = "minutes: fills what a pack can hold"]
fn as_many_proven_entries_as_a_pack_can_hold_take_neither_the_memory_nor_the_afternoon() {
    tried(150_000, 1 << 30);
}
