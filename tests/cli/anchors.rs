//! Anchors outside of the machine, by stock tools and by our own check.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::support::{Place, file, tool};

fn place() -> Place {
    let place = Place::new();
    place.json(&["init", &place.path("ws").display().to_string(), "--organisation", "Harbour", "--standard", "9001"]);
    place
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn openssl(folder: &Path, args: &[&str]) -> Output {
    tool("openssl", "openssl", args, folder)
}

/// A time-stamp authority of this test's own.
fn authority(folder: &Path) {
    file(
        folder,
        "tsa.cnf",
        b"[tsa]\ndefault_tsa = t\n[t]\nserial = ./serial\nsigner_cert = ./tsa.pem\nsigner_key = ./tsa.key\n\
          signer_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\n",
    );
    let made = openssl(
        folder,
        &[
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "tsa.key",
            "-out",
            "tsa.pem",
            "-days",
            "30",
            "-subj",
            "/CN=Test authority",
            "-addext",
            "extendedKeyUsage=critical,timeStamping",
        ],
    );
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

#[test]
fn a_time_stamp_over_a_checkpoint_is_accepted_by_openssl_and_kept() {
    let place = place();
    let folder = place.folder.path();
    authority(folder);
    let out = place.path("out");
    let exported = place.json(&["anchor", "export", "--out", &shown(&out)]);
    let (checkpoint, request) = (exported["checkpoint"].as_str().unwrap(), exported["request"].as_str().unwrap());
    let answer = openssl(
        folder,
        &["ts", "-reply", "-config", "tsa.cnf", "-section", "t", "-queryfile", request, "-out", "answer.tsr"],
    );
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    for by in [["-data", checkpoint], ["-queryfile", request]] {
        let verified =
            openssl(folder, &[&["ts", "-verify", "-in", "answer.tsr", "-CAfile", "tsa.pem"][..], &by].concat());
        assert!(verified.status.success(), "{by:?}: {}", String::from_utf8_lossy(&verified.stderr));
    }
    fs::write(place.path("forged"), fs::read_to_string(checkpoint).unwrap().replace('\n', "\n ")).unwrap();
    let forged = openssl(folder, &["ts", "-verify", "-in", "answer.tsr", "-CAfile", "tsa.pem", "-data", "forged"]);
    assert!(!forged.status.success(), "another checkpoint is not what was stamped");

    assert_eq!(place.refused(&["anchor", "import", checkpoint])["reason"], "timestamp_unreadable");
    place.json(&["anchor", "import", &shown(&place.path("answer.tsr"))]);
    let kept = place.json(&["anchor", "list"]);
    assert_eq!(kept["answers"][0]["name"], "answer.tsr");
    let report = place.json(&["verify", "--deep"]);
    assert_eq!(report["files"], 1, "the answer is a file of the vault like any other");
    // The ledger went on, so a further request has another name; what is there is not written over.
    let again = place.json(&["anchor", "export", "--out", &shown(&out)]);
    assert_ne!(again["request"], exported["request"]);
    assert_eq!(place.refused(&["anchor", "export", "--out", &shown(&out)])["reason"], "anchor_path_taken");
}

#[test]
fn an_answer_about_something_else_is_refused() {
    let (place, other) = (place(), place());
    authority(place.folder.path());
    let exported = other.json(&["anchor", "export", "--out", &shown(&place.path("out"))]);
    let request = exported["request"].as_str().unwrap();
    openssl(
        place.folder.path(),
        &["ts", "-reply", "-config", "tsa.cnf", "-section", "t", "-queryfile", request, "-out", "answer.tsr"],
    );
    let answer = shown(&place.path("answer.tsr"));
    assert_eq!(place.refused(&["anchor", "import", &answer])["reason"], "anchor_answer_elsewhere");
}

#[test]
fn consistency_is_checked_as_text_and_json_against_what_somebody_holds() {
    let place = place();
    let held = place.json(&["ledger", "checkpoint"]);
    let size = held["size"].as_u64().unwrap().to_string();
    let held_path = shown(&file(place.folder.path(), "held", held["checkpoint"].as_str().unwrap().as_bytes()));
    place.json(&["person", "add", "Auditor", "--email", "auditor@example.org", "--role", "auditor"]);
    let text = String::from_utf8(place.run(&["ledger", "consistency", &size]).stdout).unwrap();
    let json = String::from_utf8(place.run(&["ledger", "consistency", &size, "--json"]).stdout).unwrap();
    let key = held["verifier_key"].as_str().unwrap();
    let check = |name: &str, proof: &str| -> (bool, Value) {
        let path = shown(&file(place.folder.path(), name, proof.as_bytes()));
        let args = ["ledger", "check-consistency", &path, "--against", &held_path, "--key", key, "--json"];
        let out = place.run(&args);
        (out.status.success(), serde_json::from_slice(&out.stdout).unwrap())
    };
    for (name, proof) in [("text", &text), ("json", &json)] {
        let (ok, report) = check(name, proof);
        assert!(ok, "{name}: {report}");
    }
    let root = serde_json::from_str::<Value>(&json).unwrap()["old_root"].as_str().unwrap().to_owned();
    let (ok, report) = check("forged", &json.replace(&root, &"00".repeat(32)));
    assert!(!ok);
    assert_eq!(report["findings"][0]["code"], "another_history", "{report}");
    let (ok, report) = check("torn", &text[..text.len() / 2]);
    assert!(!ok && report["findings"][0]["code"] != Value::Null, "{report}");
    assert!(place.run(&["verify", "--against", &held_path]).status.success(), "the older one the right way round");
}

#[test]
fn a_checkpoint_held_outside_is_found_in_a_pack_too() {
    let place = Place::new();
    let folder = shown(&place.path("ws"));
    place.json(&["demo", &folder]);
    let pack = shown(&place.path("pack.zip"));
    place.json(&["pack", "build", "AUD-2026-1", "--out", &pack]);
    assert!(place.run(&["verify", "--against", &pack]).status.success());
    let no_pack = shown(&file(place.folder.path(), "no.zip", b"PK\x03\x04 nothing"));
    assert_eq!(place.refused(&["verify", "--against", &no_pack])["code"], "pack_damaged");
}

#[test]
fn a_machine_vouches_for_another_in_the_terminal() {
    let place = place();
    let there = |args: &[&str]| -> Output {
        let mut all =
            vec!["-w".to_owned(), shown(&place.path("ws")), "--config".to_owned(), shown(&place.path("other"))];
        all.extend(args.iter().map(|arg| (*arg).to_owned()));
        std::process::Command::new(env!("CARGO_BIN_EXE_clausebook")).args(all).output().unwrap()
    };
    let said = |out: Output| -> String {
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap().trim().to_owned()
    };
    let key = said(there(&["ledger", "key"]));
    let voucher = said(place.run(&["ledger", "vouch", &key]));
    said(there(&["ledger", "enrol", "--voucher", &voucher]));
    said(there(&["person", "add", "Auditor", "--email", "auditor@example.org", "--role", "auditor"]));
    let report = place.json(&["verify"]);
    assert_eq!(report["warnings"], serde_json::json!([]), "{report}");
    assert!(said(place.run(&["ledger", "trust"])).contains("vouched for by"));
}

#[test]
fn a_checkpoint_that_went_by_post_is_read_and_what_is_none_was_not_compared() {
    let place = Place::new();
    let folder = place.folder.path();
    place.json(&["demo", &shown(&place.path("ws"))]);
    let pack_of = |name: &str| shown(&place.path(name));
    let run = |args: &[&str]| place.run(args);
    let note = place.json(&["ledger", "checkpoint"])["checkpoint"].as_str().unwrap().to_owned();
    assert!(run(&["pack", "build", "AUD-2026-1", "--out", &pack_of("p.zip")]).status.success());
    let (name, signature) = note.trim_end().rsplit_once(' ').unwrap();
    let mails = [
        ("crlf", note.replace('\n', "\r\n")),
        ("greeting", format!("Dear auditor, keep this:\n\n{note}\nKind regards\n")),
        ("quoted", note.lines().map(|line| format!("> {line}\n")).collect()),
        ("blanks", note.lines().map(|line| format!("  {line} \t\n")).collect()),
        ("wrapped", format!("{name}\n{signature}\n")),
        ("bom", format!("\u{feff}{}", note.trim_end())),
    ];
    for (what, text) in &mails {
        let path = shown(&file(folder, what, text.as_bytes()));
        for args in [vec!["verify", "--against", &path], vec!["pack", "verify", &pack_of("p.zip"), "--against", &path]]
        {
            let done = run(&args);
            assert!(done.status.success(), "{what}: {}", String::from_utf8_lossy(&done.stdout));
            assert!(!String::from_utf8_lossy(&done.stdout).contains("signed by no key"), "{what}");
        }
    }
    let none = shown(&file(folder, "none", b"Dear auditor, the checkpoint comes tomorrow."));
    for args in [vec!["verify", "--against", &none], vec!["pack", "verify", &pack_of("p.zip"), "--against", &none]] {
        assert_eq!(place.refused(&args)["code"], "file_unreadable", "nothing was compared, and nothing is wrong");
    }

    // What nobody signed accuses nobody.
    let root = note.lines().nth(2).unwrap();
    let forged = shown(&file(folder, "forged", note.replacen(root, &format!("{}=", "A".repeat(43)), 1).as_bytes()));
    let torn = shown(&file(
        folder,
        "torn",
        note.replacen(signature, &format!("{}AAAAAAAAA=", &signature[..signature.len() - 10]), 1).as_bytes(),
    ));
    for args in [vec!["verify", "--against"], vec!["pack", "verify", &pack_of("p.zip"), "--against"]] {
        let said = |held: &String| {
            let done = run(&[&args[..], &[held.as_str()]].concat());
            (done.status.success(), String::from_utf8_lossy(&done.stdout).into_owned())
        };
        let (ok, text) = said(&forged);
        assert!(!ok && text.contains("signed by no key"), "{text}");
        assert!(text.contains("forged or altered") && text.contains("another history"), "both may be so: {text}");
        let (ok, text) = said(&torn);
        assert!(ok && text.contains("signed by no key"), "it fits, and that it is altered is told: {text}");
    }
}

#[test]
fn no_pack_leaves_a_folder_that_was_put_back() {
    let place = Place::new();
    place.json(&["demo", &shown(&place.path("ws"))]);
    let pack = |out: &str| place.run(&["pack", "build", "AUD-2026-1", "--out", &shown(&place.path(out))]);
    assert!(pack("a.zip").status.success());
    let copy = |from: &str, to: &str| {
        assert!(
            std::process::Command::new("cp")
                .arg("-a")
                .arg(place.path(from))
                .arg(place.path(to))
                .status()
                .unwrap()
                .success()
        );
    };
    copy("ws", "old");
    let evidence = shown(&file(place.folder.path(), "x.txt", b"later"));
    place.json(&["record", "add", &evidence, "--title", "later"]);
    fs::remove_dir_all(place.path("ws")).unwrap();
    copy("old", "ws");
    let refused = place.refused(&["pack", "build", "AUD-2026-1", "--out", &shown(&place.path("b.zip"))]);
    assert_eq!(refused["reason"], "ledger_rolled_back");
    assert!(!place.path("b.zip").exists(), "nothing leaves the house");
}
