//! Programs beside each other: all of what each files is filed, nobody calls anything damaged, and where there is no
//! descriptor left that is what is said.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use crate::support::{Place, file};

const WRITERS: usize = 8;

fn ready() -> Place {
    let place = Place::new();
    place.json(&["init", &place.path("ws").display().to_string(), "--organisation", "Hall"]);
    place
}

/// Files one after the other, each by a process of its own; answers what was refused, as the terminal says it.
fn files(place: &Place, writer: usize, filings: usize) -> Vec<String> {
    let mut refused = Vec::new();
    for n in 0..filings {
        let name = format!("w{writer} n{n}.txt");
        let path = file(&place.path("drop"), &name, format!("writer {writer}, filing {n}").as_bytes());
        let title = format!("Filing {n} of writer {writer}");
        let out = place.run(&["--json", "record", "add", &path.display().to_string(), "--title", &title]);
        if !out.status.success() {
            refused.push(String::from_utf8_lossy(&out.stderr).into_owned());
        }
    }
    refused
}

#[test]
fn eight_programs_file_beside_each_other_and_readers_find_nothing_wrong() {
    beside_each_other(25);
}

#[test]
#[ignore = "takes minutes: cargo test --release -- --ignored eight_programs"]
fn eight_programs_file_a_hundred_each() {
    beside_each_other(100);
}

fn beside_each_other(filings: usize) {
    let place = ready();
    let done = AtomicBool::new(false);
    let (refused, looked, wrong) = std::thread::scope(|scope| {
        let reads: Vec<_> = [&["record", "list"][..], &["verify"], &["ledger", "log"]]
            .into_iter()
            .map(|question| {
                let (place, done) = (&place, &done);
                scope.spawn(move || {
                    let (mut looked, mut wrong) = (0, Vec::new());
                    while !done.load(Ordering::Relaxed) {
                        let out = place.run(&[question, &["--json"]].concat());
                        looked += 1;
                        if !out.status.success() {
                            wrong.push(format!("{question:?}: {}{}", text(&out.stderr), text(&out.stdout)));
                        }
                    }
                    (looked, wrong)
                })
            })
            .collect();
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let place = &place;
                scope.spawn(move || files(place, writer, filings))
            })
            .collect();
        let refused: Vec<String> = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
        done.store(true, Ordering::Relaxed);
        let read: Vec<(usize, Vec<String>)> = reads.into_iter().map(|reader| reader.join().unwrap()).collect();
        let looked = read.iter().map(|(looked, _)| *looked).min().unwrap();
        (refused, looked, read.into_iter().flat_map(|(_, wrong)| wrong).collect::<Vec<_>>())
    });
    assert_eq!(refused, Vec::<String>::new(), "all {} are filed", WRITERS * filings);
    assert_eq!(wrong, Vec::<String>::new(), "nobody who reads beside is told that anything is wrong");
    assert!(looked > 1, "readers looked while it was written");
    let report = place.json(&["verify", "--deep"]);
    assert_eq!((report["ok"].as_bool(), report["files"].as_u64()), (Some(true), Some((WRITERS * filings) as u64)));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The terminal program with so many descriptors at the most.
#[cfg(target_os = "linux")]
fn with_descriptors(place: &Place, most: usize, args: &[&str]) -> Child {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
    let (config, ws) = (place.path("config").display().to_string(), place.path("ws").display().to_string());
    let all = [&[env!("CARGO_BIN_EXE_clausebook"), "--json", "--config", &config, "-w", &ws], args].concat();
    let line = all.iter().map(|one| quoted(one)).collect::<Vec<_>>().join(" ");
    let line = format!("ulimit -n {most}; exec {line}");
    Command::new("sh").args(["-c", &line]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn no_descriptor_left_is_said_as_that_and_nothing_is_half_filed() {
    let place = ready();
    for n in 0..12 {
        file(&place.path("share"), &format!("f{n}.txt"), format!("content {n}").as_bytes());
    }
    let share = place.path("share").display().to_string();
    let one = place.path("share/f1.txt").display().to_string();
    let (mut said, mut done) = (0, 0);
    for most in (4..24).chain([32, 64, 256]) {
        for args in [&["record", "add", &one, "--title", "T", "--again"][..], &["import", &share], &["record", "list"]]
        {
            let out = with_descriptors(&place, most, args).wait_with_output().unwrap();
            if out.status.success() {
                done += 1;
                continue;
            }
            let error: Value = serde_json::from_slice(&out.stderr).unwrap();
            assert_eq!(error["error"]["reason"], "file_limit_reached", "{most} descriptors, {args:?}: {error}");
            said += 1;
        }
        let report = place.run(&["verify", "--deep", "--json"]);
        let said = text(&report.stdout);
        assert!(report.status.success(), "{most} descriptors: what was acknowledged is there: {said}");
    }
    assert!(said > 20 && done > 5, "both happened: {said} refused, {done} done");
    let left = fs::read_dir(place.path("ws/tmp")).unwrap().count();
    assert!(left <= 12, "what was begun is swept");
}

#[test]
#[cfg(target_os = "linux")]
fn a_check_without_descriptors_calls_no_file_missing() {
    let place = ready();
    for n in 0..3 {
        let path = file(&place.path("drop"), &format!("f{n}.txt"), format!("content {n}").as_bytes());
        place.json(&["record", "add", &path.display().to_string(), "--title", "T"]);
    }
    for most in 4..24 {
        let out = with_descriptors(&place, most, &["verify", "--deep"]).wait_with_output().unwrap();
        let said = format!("{}{}", text(&out.stdout), text(&out.stderr));
        for untrue in ["missing", "altered", "damaged", "is gone", "rolled_back"] {
            assert!(
                !said.contains(&format!("\"code\": \"{untrue}")) && !said.contains(&format!("_{untrue}\"")),
                "{most}: {said}"
            );
        }
        assert!(
            out.status.success() || said.contains("file_limit_reached") || said.contains("unreadable"),
            "{most}: {said}"
        );
    }
}
