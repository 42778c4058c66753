//! Files that a person names: a pipe is not waited for, a device not read to its end, and nothing larger than what it could be.

use std::fs;
use std::process::Command;

use clausebook::ledger::Checkpoint;

use crate::support::{Place, file, stamps};

fn place() -> Place {
    let place = Place::new();
    let shown = place.path("ws").display().to_string();
    place.json(&["init", &shown, "--organisation", "Harbour", "--standard", "9001"]);
    place
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_refused_wherever_a_file_is_named() {
    let place = place();
    let pipe = place.path("pipe").display().to_string();
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for named in [pipe.as_str(), "/dev/zero", "/"] {
        for args in [
            &["anchor", "import", named][..],
            &["ledger", "check-consistency", named],
            &["record", "add", named, "--title", "X"],
            &["person", "add", "Auditor", "--email", "a@example.org", "--role", "auditor", "--key", named],
        ] {
            assert_eq!(place.refused(args)["code"], "file_unreadable", "{args:?}");
        }
        for args in [&["verify", "--against", named][..], &["pack", "verify", named]] {
            let refused = place.refused(args);
            assert!(
                ["file_unreadable", "pack_damaged"].contains(&refused["code"].as_str().unwrap()),
                "{args:?}: {refused}"
            );
            assert!(!refused.to_string().contains("os error"), "{refused}");
        }
    }
}

#[test]
fn what_is_too_large_to_be_it_is_not_read() {
    let place = place();
    let large = place.path("large");
    // Takes no room on the disk, and would take all of the memory.
    fs::File::create(&large).unwrap().set_len(3 << 30).unwrap();
    let large = large.display().to_string();
    assert_eq!(place.refused(&["ledger", "check-consistency", &large])["reason"], "file_too_large");
    assert_eq!(place.refused(&["anchor", "import", &large])["reason"], "file_too_large");
}

#[test]
fn a_checkpoint_in_a_mail_as_mail_programs_write_it_is_read_and_said_to_fit() {
    let place = place();
    let note = place.json(&["ledger", "checkpoint"])["checkpoint"].as_str().unwrap().to_owned();
    let printable: String = note
        .bytes()
        .map(|b| if b == b'=' || !b.is_ascii() { format!("={b:02X}") } else { char::from(b).to_string() })
        .collect();
    let broken = printable.replacen("Ed", "E=\nd", 1);
    let coded = {
        use base64::Engine as _;
        base64::engine::general_purpose::STANDARD.encode(format!("Dear auditor, keep this:\n\n{note}\nKind regards\n"))
    };
    let lines: Vec<&str> = coded.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let head = "From: qm@example.org\nSubject: checkpoint\nContent-Transfer-Encoding:";
    let mails = [
        ("quoted.eml", format!("{head} quoted-printable\n\nDear auditor=2C\n\n{broken}\nKind regards\n")),
        ("base64.eml", format!("{head} base64\n\n{}\n\n", lines.join("\r\n"))),
    ];
    for (name, text) in mails {
        let path = file(place.folder.path(), name, text.as_bytes()).display().to_string();
        let out = place.run(&["verify", "--against", &path]);
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success(), "{name}: {said}{}", String::from_utf8_lossy(&out.stderr));
        assert!(said.contains("The checkpoint from outside fits"), "{name}: {said}");
    }
}

#[test]
fn a_key_is_taken_as_each_command_prints_it() {
    let place = Place::new();
    place.json(&["demo", &place.path("ws").display().to_string()]);
    let pack = place.path("p.zip").display().to_string();
    place.json(&["pack", "build", "AUD-2026-1", "--out", &pack]);
    let word = place.json(&["ledger", "key"])["key"].as_str().unwrap().to_owned();
    zip::ZipArchive::new(fs::File::open(&pack).unwrap()).unwrap().extract(place.path("unpacked")).unwrap();
    let top = fs::read_dir(place.path("unpacked")).unwrap().next().unwrap().unwrap().path();
    let top = fs::read_to_string(top.join("data/ledger/allowed_signers")).unwrap();
    let ssh = top.lines().find_map(|line| Some(&line[line.find("ssh-ed25519")?..])).unwrap().to_owned();
    let held = place.json(&["ledger", "checkpoint"])["size"].as_u64().unwrap().to_string();
    let proof = place.run(&["ledger", "consistency", &held]).stdout;
    let proof = file(place.folder.path(), "proof", &proof).display().to_string();
    for (name, key) in [("word", &word), ("ssh", &ssh)] {
        let path = file(place.folder.path(), name, key.as_bytes()).display().to_string();
        let out = place.run(&["pack", "verify", &pack, "--against", &path]);
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success() && !said.contains("another key"), "{name}: {said}");
        let out = place.run(&["ledger", "check-consistency", &proof, "--key", key]);
        assert!(out.status.success(), "{name}: {}", String::from_utf8_lossy(&out.stdout));
    }
    let other = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5X1XoLxqVh3Z6cZ5Y6l2Zc3r3lO8oHkQ2mH0m3uQ5b";
    let path = file(place.folder.path(), "other", other.as_bytes()).display().to_string();
    assert!(!place.run(&["pack", "verify", &pack, "--against", &path]).status.success());
}

#[test]
fn an_answer_is_kept_once_and_whole() {
    let place = place();
    let note = place.json(&["ledger", "checkpoint"])["checkpoint"].as_str().unwrap().to_owned();
    assert!(Checkpoint::parse(&note).is_ok());
    let hash = clausebook::digest::Digest::of(note.as_bytes());
    let import = |name: &str, bytes: &[u8]| {
        let path = file(place.folder.path(), name, bytes).display().to_string();
        place.run(&["anchor", "import", &path, "--json"]).status.success()
    };
    let whole = stamps::answer(hash.as_bytes());
    assert!(!import("exchanged.tsr", &stamps::exchanged(hash.as_bytes())), "what was signed is another stamp");
    for at in (0..whole.len()).step_by(48) {
        assert!(!import("torn.tsr", &whole[..at]), "{at} bytes of it");
    }
    assert!(import("answer.tsr", &whole));
    let again = file(place.folder.path(), "again.tsr", &whole).display().to_string();
    let refused = place.refused(&["anchor", "import", &again]);
    assert_eq!(refused["reason"], "anchor_answer_kept");
    assert_eq!(place.json(&["anchor", "list"])["answers"].as_array().unwrap().len(), 1);
}

#[test]
fn an_unpacked_pack_is_a_checkpoint_and_another_folder_is_none() {
    let place = Place::new();
    place.json(&["demo", &place.path("ws").display().to_string()]);
    let pack = place.path("p.zip").display().to_string();
    place.json(&["pack", "build", "AUD-2026-1", "--out", &pack]);
    zip::ZipArchive::new(fs::File::open(&pack).unwrap()).unwrap().extract(place.path("unpacked")).unwrap();
    let top = fs::read_dir(place.path("unpacked")).unwrap().next().unwrap().unwrap().path();
    assert!(place.run(&["verify", "--against", &top.display().to_string()]).status.success());
    let refused = place.refused(&["verify", "--against", &place.path("unpacked").display().to_string()]);
    assert_eq!(refused["reason"], "checkpoint_held_unknown");
}
