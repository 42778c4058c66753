//! Packs made to use up the machine that checks them: each ends with a finding, within bounded memory and time.

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::archive::{Archive, Part};
use super::{Forger, bag::Bag};
use crate::support::say;

/// The memory that a process and its children have, in bytes.
fn memory(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let own = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() << 10;
    let threads = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let children = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok());
    let children: Vec<u32> =
        children.flat_map(|ids| ids.split(' ').filter_map(|id| id.parse().ok()).collect::<Vec<_>>()).collect();
    own + children.into_iter().map(memory).sum::<u64>()
}

/// Checks in a process of its own; says what it found, and what it and its children took.
pub fn check(path: &Path) -> (String, u64, Duration) {
    let began = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_clausebook"))
        .args(["--json", "pack", "verify"])
        .arg(path)
        .stdout(std::fs::File::create(path.with_extension("out")).unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    let status = loop {
        most = most.max(memory(child.id()));
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if began.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("{} takes more than a minute", path.display());
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert_eq!(status.code(), Some(1), "{} is refused, and the checker lives", path.display());
    let out = std::fs::read_to_string(path.with_extension("out")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&out).unwrap_or_default();
    let code = report["findings"][0]["code"].as_str().unwrap_or("refused").to_owned();
    (code, most, began.elapsed())
}

/// A pack in which a file is as long as said and holds zeros, without taking the room on the disk.
fn hollow(bag: &Bag, name: &str, length: u64, to: &Path) {
    let mut archive = bag.archive();
    let at = archive.parts.iter().position(|part| part.name().ends_with(name)).unwrap();
    archive.parts.truncate(at + 1);
    let part = &mut archive.parts[at];
    part.bytes.clear();
    let said = u32::try_from(length).unwrap_or(u32::MAX);
    part.both(|head| (head.size, head.packed) = (said, said));
    if said == u32::MAX {
        let mut extra = vec![1, 0, 16, 0];
        extra.extend_from_slice(&length.to_le_bytes());
        extra.extend_from_slice(&length.to_le_bytes());
        part.both(|head| (head.extra, head.needs) = (extra.clone(), 45));
    }
    let (bytes, fields) = archive.written();
    let start = fields.iter().find(|field| field.head == "directory").unwrap().at;
    let mut file = std::fs::File::create(to).unwrap();
    file.write_all(&bytes[..start]).unwrap();
    file.seek(SeekFrom::Current(length as i64)).unwrap();
    file.write_all(&bytes[start..]).unwrap();
}

#[test]
fn a_hostile_pack_takes_neither_the_memory_nor_the_afternoon() {
    let forger = Forger::new();
    let (bag, key) = (forger.bag(), forger.key.clone());
    let date = bag.date;
    let path = |name: &str| forger.place.path(&format!("{name}.zip"));
    let mut packs = Vec::new();
    let mut write = |name: &str, archive: &Archive| {
        std::fs::write(path(name), archive.bytes()).unwrap();
        packs.push(name.to_owned());
    };
    let sealed = |name: &str, bytes: Vec<u8>| {
        let mut bag = bag.clone();
        bag.set(name, bytes);
        bag.seal(&key);
        bag.archive()
    };

    let mut lies = bag.archive();
    lies.part("index.html").both(|head| (head.size, head.packed) = (u32::MAX - 1, u32::MAX - 1));
    write("a length that lies", &lies);
    let mut lies = bag.archive();
    let mut extra = vec![1, 0, 16, 0];
    extra.extend_from_slice(&[0xff; 16]);
    lies.part("bag-info.txt").both(|head| (head.size, head.packed, head.needs) = (u32::MAX, u32::MAX, 45));
    lies.part("bag-info.txt").both(|head| head.extra.clone_from(&extra));
    write("a length of sixty-four bits that lies", &lies);

    let mut many = bag.archive();
    let name = |n: u32| format!("{}/data/records/{n:0240}", bag.top);
    many.parts.truncate(5);
    many.parts.extend((0..200_000).map(|n| Part::new(&name(n), b"", date)));
    write("more files than any pack", &many);
    let mut long = bag.archive();
    long.parts.truncate(5);
    long.parts.extend((0..1200).map(|n| Part::new(&format!("{}/{n:04}/{}", bag.top, "x".repeat(60_000)), b"", date)));
    write("names of sixty thousand bytes", &long);

    write("brackets", &sealed("data/ledger/entries.jsonl", vec![b'['; 8 << 20]));
    let wide = format!("{{\"v\":1,\"event\":[{}0]}}\n", "0,".repeat(4 << 20));
    write("an entry of four million numbers", &sealed("data/ledger/entries.jsonl", wide.into_bytes()));
    let huge = format!("{{\"seq\":1e999,\"at\":{}}}\n", "9".repeat(8 << 20));
    write("a number of eight million digits", &sealed("data/ledger/entries.jsonl", huge.into_bytes()));
    write("a million entries", &sealed("data/ledger/entries.jsonl", b"1\n".repeat(1 << 20)));
    write("a million proofs", &sealed("data/ledger/proofs.txt", b"index 1\n\n".repeat(1 << 20)));
    let proof = format!("index 0\n{}\n", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".repeat(200_000));
    write("a proof of two hundred thousand hashes", &sealed("data/ledger/proofs.txt", proof.into_bytes()));
    let mut lines = bag.clone();
    lines.set("manifest-sha256.txt", b"x\n".repeat(4 << 20));
    write("a manifest of four million lines", &lines.archive());
    let mut lines = bag.clone();
    lines.set("manifest-sha256.txt", b"a  b\n".repeat(450_000));
    write("a manifest of faults", &lines.archive());
    let mut line = bag.clone();
    line.set("bag-info.txt", vec![b'x'; 32 << 20]);
    write("a tag without an end", &line.archive());

    for (name, file, length) in [
        ("a manifest of four gigabytes", "/manifest-sha256.txt", (4 << 30) + 5),
        ("a tag file of a gigabyte", "bag-info.txt", 1 << 30),
        ("entries of a gigabyte", "entries.jsonl", 1 << 30),
    ] {
        hollow(&bag, file, length, &path(name));
        packs.push(name.to_owned());
    }
    for name in &packs {
        let (code, memory, took) = check(&path(name));
        say(&format!("{name}: {code}, {} MB, {} ms", memory >> 20, took.as_millis()));
        assert!(memory < 500 << 20, "{name} takes {} MB", memory >> 20);
        std::fs::remove_file(path(name)).unwrap();
    }
    say(&format!("{} hostile packs", packs.len()));
}
