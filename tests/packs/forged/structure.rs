//! One file that is two archives, or more or less than one.

use std::collections::BTreeSet;

use super::archive::{Archive, Part};
use super::{Forger, bag::Bag};
use crate::support::tool;

/// A pack that says something else, sealed by another key.
fn other(forger: &Forger) -> Bag {
    let mut bag = forger.bag();
    let page = bag.text("data/index.html").replace("covered", "not covered");
    bag.set("data/index.html", page);
    bag.seal_as(&clausebook::signing::SigningKey::from_seed([9; 32]));
    bag
}

#[test]
fn nothing_stands_around_between_or_behind_the_files() {
    let mut forger = Forger::new();
    let (genuine, other) = (forger.archive(), other(&forger).archive());
    let all = genuine.bytes();
    for (what, more) in [
        ("a byte", vec![0]),
        ("text", b"#!/bin/sh\nexit\n".to_vec()),
        ("an archive", other.bytes()),
        ("an empty archive", Archive::default().bytes()),
        ("a page", b"%PDF-1.7\n".to_vec()),
        ("zeros", vec![0; 70_000]),
    ] {
        for moved in [false, true] {
            let archive = Archive { front: more.clone(), moved, ..genuine.clone() };
            forger.try_archive(&format!("{what} in front, moved {moved}"), &archive);
        }
        forger.try_bytes(&format!("{what} in front of the bytes"), &[&more[..], &all[..]].concat());
        forger.try_archive(&format!("{what} behind"), &Archive { behind: more.clone(), ..genuine.clone() });
        forger.try_archive(&format!("{what} before the directory"), &Archive { gap: more.clone(), ..genuine.clone() });
        forger.try_archive(&format!("{what} before the end"), &Archive { before_end: more.clone(), ..genuine.clone() });
        if more.len() <= 0xffff {
            forger.try_archive(&format!("{what} as comment"), &Archive { comment: more.clone(), ..genuine.clone() });
        }
        for at in [0, 1, genuine.parts.len() - 1] {
            let mut archive = genuine.clone();
            archive.parts[at].before.clone_from(&more);
            forger.try_archive(&format!("{what} before file {at}"), &archive);
            let mut archive = genuine.clone();
            archive.parts[at].behind.clone_from(&more);
            forger.try_archive(&format!("{what} behind file {at}"), &archive);
        }
    }
    // Both orders, and each directory once.
    let (one, two) = (genuine.bytes(), other.bytes());
    forger.try_bytes("ours, then theirs", &[&one[..], &two[..]].concat());
    forger.try_bytes("theirs, then ours", &[&two[..], &one[..]].concat());
    for (what, hidden, shown) in [("theirs", &other, &genuine), ("ours", &genuine, &other)] {
        let mut archive = shown.clone();
        let hide = |mut part: Part| {
            part.listed = false;
            part
        };
        archive.parts = hidden.parts.iter().cloned().map(hide).chain(archive.parts).collect();
        forger.try_archive(&format!("{what} are in the archive and not in its directory"), &archive);
    }
    forger.ended("around and between", &[]);
}

#[test]
fn the_directory_lists_what_is_there_once_and_in_its_order() {
    let mut forger = Forger::new();
    let genuine = forger.archive();
    let last = genuine.parts.len() - 1;
    for at in [0, 3, last] {
        let mut archive = genuine.clone();
        archive.parts[at].listed = false;
        forger.try_archive(&format!("file {at} is not listed"), &archive);
        archive.counted = 1;
        forger.try_archive(&format!("file {at} is not listed, yet counted"), &archive);
        let mut archive = genuine.clone();
        archive.parts[at].there = false;
        forger.try_archive(&format!("file {at} is listed and not there"), &archive);
        let mut archive = genuine.clone();
        archive.parts[at].central.shift = 1;
        forger.try_archive(&format!("file {at} is said to lie elsewhere"), &archive);
        for listed in [false, true] {
            let mut archive = genuine.clone();
            let mut again = archive.parts[at].clone();
            again.listed = listed;
            again.bytes.push(b'x');
            again = Part { listed, ..Part::new(&again.name(), &again.bytes, again.local.date) };
            archive.parts.insert(at, again.clone());
            forger.try_archive(&format!("file {at} is there twice, other first, listed {listed}"), &archive);
            let mut archive = genuine.clone();
            archive.parts.insert(at + 1, again);
            forger.try_archive(&format!("file {at} is there twice, other last, listed {listed}"), &archive);
        }
        let mut archive = genuine.clone();
        let other = genuine.parts[(at + 1) % last].central.name.clone();
        archive.parts[at].central.name = other;
        forger.try_archive(&format!("file {at} has another's name in the directory"), &archive);
        let mut archive = genuine.clone();
        archive.parts[at].central.name.push(b'x');
        forger.try_archive(&format!("file {at} has a longer name in the directory"), &archive);
        let mut archive = genuine.clone();
        archive.parts[at].local.name.push(b'x');
        forger.try_archive(&format!("file {at} has a longer name of its own"), &archive);
    }
    for counted in [-1, 1, 1000] {
        forger.try_archive(&format!("{counted} more are counted"), &Archive { counted, ..genuine.clone() });
    }
    for at in 0..last {
        let mut archive = genuine.clone();
        archive.parts.swap(at, at + 1);
        forger.try_archive(&format!("file {at} stands behind the next"), &archive);
    }
    let mut archive = genuine.clone();
    archive.parts.reverse();
    forger.try_archive("from the last to the first", &archive);
    forger.try_archive("nothing", &Archive::default());
    forger.try_bytes("no bytes", &[]);
    let mut packed = std::io::Cursor::new(Vec::new());
    let mut zip = zip::ZipWriter::new(&mut packed);
    for part in &genuine.parts {
        use std::io::Write;
        zip.start_file(part.name(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&part.bytes).unwrap();
    }
    zip.finish().unwrap();
    forger.try_bytes("packed by another program", packed.get_ref());
    forger.ended("the directory", &[]);
}

#[test]
fn a_pack_cut_off_anywhere_is_refused() {
    let mut forger = Forger::new();
    let bytes = forger.archive().bytes();
    let mut at: BTreeSet<usize> = (0..bytes.len()).step_by(bytes.len() / 60).collect();
    at.extend(bytes.len().saturating_sub(30)..bytes.len());
    for at in at {
        forger.try_bytes(&format!("cut at {at}"), &bytes[..at]);
        let mut torn = bytes.clone();
        torn[at] ^= 0x10;
        forger.try_bytes(&format!("a bit at {at}"), &torn);
    }
    forger.ended("cut off and torn", &[]);
}

#[test]
fn names_that_would_be_read_differently_are_refused() {
    let mut forger = Forger::new();
    let top = forger.bag().top;
    let names = [
        "../outside.txt",
        "/etc/passwd",
        "TOP/../outside.txt",
        "TOP/data/../../outside.txt",
        "TOP/data//twice.txt",
        "TOP/./data/records/x",
        "TOP\\data\\records\\x",
        "C:\\x",
        "TOP/data/records/C:x",
        "TOP/data/records/x:stream",
        "TOP/data/records/a%2fb",
        "TOP/data/records/CON",
        "TOP/data/records/nul.pdf",
        "TOP/data/records/COM¹.txt",
        "TOP/data/records/x.",
        "TOP/data/records/x ",
        "TOP/data/records/ x",
        "TOP/data/records/.hidden",
        "TOP/data/records/x\u{202e}fdp.exe",
        "TOP/data/records/x\u{200b}y",
        "TOP/data/records/x\ny",
        "TOP/data/records/x\ry",
        "TOP/data/records/x\u{0}y",
        "TOP/data/records/x\u{7f}y",
        "TOP/data/records/u\u{308}.txt",
        "TOP/data/records/",
        "TOP/data/records/sub/x.txt",
        "TOP/data/INDEX.html",
        "TOP/data/index.html/x",
        "TOP/data/script.js",
        "TOP/DATA/records/x",
        "TOP/data/Records/x",
        "TOP/readme.txt",
        "TOP/fetch.txt",
        "other/data/records/x.txt",
        "",
    ];
    for name in names.map(|name| name.replace("TOP", &top)) {
        let mut bag = forger.bag();
        if let Some(rest) = name.strip_prefix(&format!("{top}/")) {
            bag.set(rest, "x");
            bag.seal(&forger.key.clone());
            bag.files.remove(rest);
        }
        let mut archive = bag.archive();
        let date = archive.parts[0].local.date;
        let at = archive.parts.iter().position(|part| part.name() > name).filter(|at| *at > 5);
        archive.parts.insert(at.unwrap_or(archive.parts.len()), Part::new(&name, b"x", date));
        forger.try_archive(&format!("a file {name:?}"), &archive);
    }
    let bag = forger.bag();
    let (evidence, bytes) = bag.files.iter().find(|(name, _)| name.starts_with("data/documents/")).unwrap();
    let other = format!("data/documents/{}", evidence["data/documents/".len()..].replace('e', "ｅ"));
    // What looks alike to people is another name to every file system: only the entries tell.
    for twin in [evidence.to_uppercase().replace("DATA/DOCUMENTS", "data/documents"), other] {
        let mut bag = bag.clone();
        bag.set(&twin, bytes.clone());
        bag.seal(&forger.key.clone());
        forger.try_archive(&format!("a twin {twin}"), &bag.archive());
    }
    for top in ["CON", "..", "-rf", "a:b", "x\u{202e}y", "another audit pack"] {
        let mut bag = bag.clone();
        top.clone_into(&mut bag.top);
        forger.try_archive(&format!("the folder {top:?}"), &bag.archive());
    }
    let mut folder = bag.archive();
    folder.parts[7].both(|head| head.name = b"x\xff".to_vec());
    forger.try_archive("a name that is no text", &folder);
    forger.ended("names", &[]);
}

#[test]
fn a_folder_has_the_files_of_a_pack_and_nothing_that_looks_like_one() {
    let forger = Forger::new();
    let check = |path: &std::path::Path| {
        clausebook::verify::pack(path, None, &|_, _| {}, &std::sync::atomic::AtomicBool::new(false)).unwrap()
    };
    let bag = super::super::unpacked(&forger.pack, &forger.place.path("out"));
    assert!(check(&bag).ok, "{:?}", check(&bag));
    let found = |code: &str| {
        let report = check(&bag);
        assert!(report.findings.iter().any(|f| f.code == code), "{code}: {:?}", report.findings);
    };
    let page = bag.join("data/index.html");
    let text = std::fs::read(&page).unwrap();
    std::fs::remove_file(&page).unwrap();
    std::fs::write(forger.place.path("elsewhere.html"), &text).unwrap();
    std::os::unix::fs::symlink(forger.place.path("elsewhere.html"), &page).unwrap();
    found("file_special");
    std::fs::remove_file(&page).unwrap();
    assert!(tool("mkfifo", "coreutils", &[page.to_str().unwrap()], &bag).status.success());
    found("file_special");
    std::fs::remove_file(&page).unwrap();
    found("file_missing");
    std::fs::write(&page, &text).unwrap();
    let loop_ = bag.join("data/loop");
    std::os::unix::fs::symlink(&bag, &loop_).unwrap();
    found("file_special");
    std::fs::remove_file(&loop_).unwrap();
    std::fs::create_dir(&loop_).unwrap();
    found("file_outside");
    std::fs::remove_dir(&loop_).unwrap();
    std::fs::write(bag.join("data/records/added.txt"), "x").unwrap();
    found("file_added");
    std::fs::remove_file(bag.join("data/records/added.txt")).unwrap();
    std::fs::rename(&bag, bag.with_file_name("renamed")).unwrap();
    assert!(check(&bag.with_file_name("renamed")).ok, "a folder may have another name once it is unpacked");
}
