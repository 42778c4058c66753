//! Killed processes and cut power: what was acknowledged is there, and nothing refers to what is not.

mod beside;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::{Place, tool};

/// The example program, built beside the tests.
fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let path = tests.parent().unwrap().parent().unwrap().join("examples/durability");
    assert!(path.exists(), "{} is missing: cargo test builds it", path.display());
    path
}

fn check(folder: &Path, acknowledged: &[String]) {
    let mut child =
        Command::new(program()).arg("check").arg(folder).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(acknowledged.join("\n").as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}

#[test]
fn two_hundred_kills_lose_nothing_acknowledged() {
    let place = Place::new();
    let folder = place.path("disk");
    assert!(Command::new(program()).arg("init").arg(&folder).status().unwrap().success());
    let mut acknowledged: Vec<String> = Vec::new();
    for round in 0..200usize {
        let mut child =
            Command::new(program()).arg("file").arg(&folder).arg("1000").stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Killed after some acknowledgements, at whatever the program is doing then.
        let mut seen = 0;
        for line in lines {
            acknowledged.push(line.unwrap().trim_start_matches("ACK ").to_owned());
            seen += 1;
            if seen == 1 + round * 7 % 5 {
                child.kill().unwrap();
            }
        }
        assert!(!child.wait().unwrap().success(), "round {round} was killed and did not end by itself");
        if round % 20 == 19 {
            check(&folder, &acknowledged);
        }
    }
    assert!(acknowledged.len() >= 200);
}

/// Runs the simulation; answers how many states were bad.
fn cut_power(states: u32, how: &[&str]) -> u32 {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/powercut.py").display().to_string();
    let (program, states_text) = (program().display().to_string(), states.to_string());
    let place = Place::new();
    let out =
        tool("python3", "python3 strace", &[&[&script[..], &program, &states_text], how].concat(), place.folder.path());
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).unwrap();
    let numbers: Vec<u32> = text.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    assert_eq!(numbers[0], states, "{text}");
    if numbers[1] > 0 {
        eprintln!("{}", String::from_utf8_lossy(&out.stderr));
    }
    numbers[1]
}

#[test]
fn cutting_the_power_leaves_no_bad_state() {
    assert_eq!(cut_power(350, &[]), 0);
}

#[test]
fn nor_where_many_files_are_in_flight() {
    assert_eq!(cut_power(120, &["many"]), 0);
}

#[test]
fn nor_of_a_signed_ledger_and_its_kept_head() {
    assert_eq!(cut_power(100, &["signed"]), 0);
}

#[test]
fn nor_where_a_killed_program_left_names_that_were_not_durable() {
    // Dead after making the object's folder; dead after naming the object.
    for death in ["dies-0", "dies-1"] {
        assert_eq!(cut_power(60, &[death]), 0, "{death}");
    }
}

#[test]
fn leaving_out_any_flush_is_caught() {
    for mutant in ["no-file-fsync", "no-folder-fsync", "normal"] {
        assert!(cut_power(60, &[mutant]) > 10, "{mutant} has to be noticed");
    }
}
