//! What other programs unpack is what we read: names of every length and script, four unpackers, two checkers of bags.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use clausebook::digest::Digest;
use clausebook::verify::Fact;

use super::{build, sample, verified};
use crate::support::{file, say, tool, venv};

/// Every file below a folder, by its path, with its hash.
fn tree(folder: &Path) -> BTreeMap<String, Digest> {
    let mut out = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for entry in std::fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                out.insert(name, Digest::of(&std::fs::read(path).unwrap()));
            }
        }
    }
    out
}

/// Whether a program is on this machine; where it is not, that is said aloud.
fn there(program: &str) -> bool {
    let there = Command::new(program).arg("--help").output().is_ok();
    if !there {
        say(&format!("SKIPPED: {program} is not installed, so nothing is known of what it unpacks"));
    }
    there
}

#[test]
fn other_unpackers_and_two_checkers_read_long_names_as_we_do() {
    let (place, mut workspace, audit) = sample();
    drop(workspace);
    let titles =
        ["品".repeat(80), "質".repeat(120), "Überprüfung ".repeat(30), "👍🏽".repeat(90), "CON".into(), "a.".into()];
    for (n, title) in titles.iter().enumerate() {
        for twin in 0..2 {
            let content = format!("{n} {twin}");
            let path = file(place.folder.path(), &format!("in/{n}-{twin}.txt"), content.as_bytes());
            let title = format!("{title}{}", if twin == 1 { "乙" } else { "" });
            let args = ["record", "add", path.to_str().unwrap(), "--title", &title, "--clause", "9001/9.2.2"];
            place.json(&[&args[..], &["--as", "quality@example.org", "--clock-is-right"]].concat());
        }
    }
    workspace = place.reopen().unwrap();
    workspace.set_clock(clausebook::workspace::Clock::Fixed(crate::support::noon(super::TODAY())));
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let report = verified(&pack);
    assert!(report.ok, "{:?}", report.findings);
    assert!(!report.unmet.iter().any(|unmet| matches!(unmet.said, Fact::LongNames { .. })));

    let ours = tree(super::unpacked(&pack, &place.path("ours")).parent().unwrap());
    assert!(
        ours.keys().all(|path| path.split('/').all(|part| part.len() <= 255) && path.encode_utf16().count() <= 180)
    );
    let zip = pack.to_str().unwrap();
    let python = venv("python");
    let programs: [(&str, Vec<&str>); 4] = [
        ("unzip", vec!["-q", zip]),
        ("bsdtar", vec!["-xf", zip]),
        ("7z", vec!["x", "-y", "-bd", zip]),
        (&python, vec!["-m", "zipfile", "-e", zip, "."]),
    ];
    let mut unpacked: Vec<PathBuf> = Vec::new();
    for (program, args) in programs {
        if !there(program) {
            continue;
        }
        let to = place.path(&format!("by-{}", unpacked.len()));
        std::fs::create_dir(&to).unwrap();
        let ran = Command::new(program).args(&args).current_dir(&to).env("LC_ALL", "C.UTF-8").output().unwrap();
        assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
        assert_eq!(tree(&to), ours, "{program} unpacks what we read");
        unpacked.push(to);
    }
    say(&format!("{} unpackers agree", unpacked.len()));
    assert!(!unpacked.is_empty());
    for to in &unpacked {
        let bag = std::fs::read_dir(to).unwrap().next().unwrap().unwrap().path();
        assert!(verified(&bag).ok, "what was unpacked can be checked, too");
        let bagit = tool(&venv("bagit.py"), "setup.sh", &["--validate", bag.to_str().unwrap()], &bag);
        assert!(bagit.status.success(), "{}", String::from_utf8_lossy(&bagit.stderr));
        assert!(tool("sha256sum", "coreutils", &["-c", "--quiet", "manifest-sha256.txt"], &bag).status.success());
    }
}
