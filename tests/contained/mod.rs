//! Work on foreign bytes ends a child, never the program. Faults are injected by programs that stand for a child, and each
//! is shown to have fired.

#![cfg(unix)]

mod fuzz;
mod hostile;
mod program;

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clausebook::contained::{Containment, Failed, Start};
use clausebook::extract::{Media, TEXT, Unsearchable, read};

use crate::support::Place;

/// The program itself, as the shells use it.
pub fn children() -> Containment {
    Containment::in_children(Start::of(PathBuf::from(env!("CARGO_BIN_EXE_clausebook"))))
}

/// Children of another program, which do what a script says; each says in `fired` that it began.
fn scripted(place: &Place, script: &str) -> Containment {
    let program = place.path("child");
    let fired = place.path("fired");
    std::fs::write(&program, format!("#!/bin/sh\necho x >> {}\n{script}\n", fired.display())).unwrap();
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
    Containment::in_children(Start { patience: Duration::from_millis(700), ..Start::of(program) })
}

fn fired(place: &Place) -> usize {
    std::fs::read_to_string(place.path("fired")).unwrap_or_default().lines().count()
}

#[test]
fn what_a_child_reads_is_what_is_read_here() {
    let contained = children();
    for bytes in [&b"some words"[..], b"", b"a;b\n1;2\n3;4\n", b"%PDF-1.4 and then nothing", &[0, 1, 2, 0xff]] {
        assert_eq!(read(bytes, &contained), read(bytes, &Containment::here()));
    }
}

#[test]
fn a_child_killed_in_the_middle_of_its_answer_is_a_finding_and_the_next_file_is_read() {
    let place = Place::new();
    let contained = scripted(&place, "printf 'CBA1\\0\\377\\0\\0\\0half'\nkill -9 $$");
    for n in 1..=2 {
        assert_eq!(contained.run(TEXT, b"x"), Err(Failed::Ended));
        assert_eq!(fired(&place), n, "a child that ended is replaced");
    }
    let found = read(b"a;b\n1;2\n", &contained);
    assert_eq!((found.media, found.problem), (Media::Other, Some(Unsearchable::ReaderEnded)));
}

#[test]
fn a_child_that_hangs_is_ended_in_time() {
    let place = Place::new();
    let contained = scripted(&place, "while :; do :; done");
    let begun = Instant::now();
    assert_eq!(contained.run(TEXT, b"x"), Err(Failed::TooSlow));
    assert!(begun.elapsed() >= Duration::from_millis(700), "not before its time was over");
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert_eq!(fired(&place), 1);
    assert_eq!(read(b"x", &contained).problem, Some(Unsearchable::TookTooLong));
}

#[test]
fn an_answer_that_is_none_is_a_finding() {
    let place = Place::new();
    // A length beyond all, another form, and a form of ours that holds no JSON of ours.
    for (script, failed) in [
        ("printf 'CBA1\\0\\377\\377\\377\\377'; sleep 5", Err(Failed::OutOfForm)),
        ("echo 'HTTP/1.1 200 OK'; sleep 5", Err(Failed::OutOfForm)),
        ("printf 'CBA1\\0\\3\\0\\0\\0abc'; read -r x", Ok(b"abc".to_vec())),
    ] {
        let contained = scripted(&place, script);
        assert_eq!(contained.run(TEXT, b"x\n"), failed, "{script}");
        assert_eq!(read(b"x\n", &contained).problem, Some(Unsearchable::ReaderEnded), "{script}");
    }
    assert!(fired(&place) >= 6);
}

#[test]
fn without_a_program_nothing_is_said_of_the_file() {
    let contained = Containment::in_children(Start::of(PathBuf::from("/there/is/no/such/program")));
    assert_eq!(read(b"words", &contained).problem, Some(Unsearchable::NotStarted));
}

#[test]
fn what_no_reader_reads_is_handed_to_nobody() {
    let contained = Containment::in_children(Start::of(PathBuf::from("/there/is/no/such/program")));
    for (content, media, problem) in [
        (&b"\x89PNG\r\n\x1a\n and more"[..], Media::Image, Unsearchable::ImageOnly),
        (b"\0\x01\x02\xfe\xff\0\x90\x91", Media::Other, Unsearchable::UnknownType),
        (b"", Media::Empty, Unsearchable::Empty),
    ] {
        let found = read(content, &contained);
        assert_eq!((found.media, found.problem), (media, Some(problem)), "{content:?}");
    }
}

#[test]
fn a_child_that_somebody_ended_is_not_the_next_files_fault() {
    let place = Place::new();
    let contained = named_children(&place);
    assert_eq!(read(b"first", &contained).text, "first");
    for pid in own_children(&place) {
        rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
    }
    assert_eq!(read(b"second", &contained).text, "second");
}

#[test]
fn children_are_used_again_and_end_with_their_parent() {
    let place = Place::new();
    let contained = named_children(&place);
    assert_eq!(own_children(&place).len(), 0, "none before the first file");
    for _ in 0..200 {
        assert_eq!(read(b"words", &contained).text, "words");
    }
    assert_eq!(own_children(&place).len(), 1, "one caller needs one child");
    drop(contained);
    assert_eq!(own_children(&place).len(), 0);
}

/// The program under a name by which this test's children are told from those of others.
fn named_children(place: &Place) -> Containment {
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_clausebook"), place.path("named")).unwrap();
    Containment::in_children(Start::of(place.path("named")))
}

fn own_children(place: &Place) -> Vec<rustix::process::Pid> {
    let ours = format!("{}\0--contained\0", place.path("named").display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        if std::fs::read_to_string(entry.path().join("cmdline")).unwrap_or_default() == ours {
            let pid = entry.file_name().to_string_lossy().parse().unwrap();
            found.extend(rustix::process::Pid::from_raw(pid));
        }
    }
    found
}

#[test]
fn the_program_knows_its_child_before_anything_else() {
    let place = Place::new();
    let child = std::process::Command::new(env!("CARGO_BIN_EXE_clausebook"))
        .args(["--contained", "--version", "init", "x"])
        .current_dir(place.folder.path())
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert!(child.status.success() && child.stdout.is_empty() && child.stderr.is_empty(), "{child:?}");
    assert_eq!(std::fs::read_dir(place.folder.path()).unwrap().count(), 0);
}

#[test]
fn an_import_names_the_file_that_ended_its_reader_and_files_it_all_the_same() {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "F"]);
    let share = place.path("share");
    std::fs::create_dir_all(&share).unwrap();
    let harm = hostile::form_that_draws_itself();
    std::fs::write(share.join("harm.pdf"), &harm).unwrap();
    std::fs::write(share.join("report.txt"), "the gauge was steady").unwrap();
    let done = place.json(&["import", share.to_str().unwrap()]);
    let problems = done["problems"].as_array().unwrap();
    assert!(problems.iter().any(|p| p["code"] == "reader_ended" && p["path"] == "harm.pdf"), "{done}");
    let digest = clausebook::digest::Digest::of(&harm).to_string();
    assert_eq!(std::fs::read(place.path("ws/objects").join(&digest[..2]).join(&digest)).unwrap(), harm);
    assert_eq!(place.json(&["search", "gauge was steady"])["hits"].as_array().unwrap().len(), 1);
}

#[test]
#[cfg(target_os = "linux")]
fn a_child_of_its_own_has_the_memory_and_the_time_that_it_is_given() {
    let (contained, bytes) = (children(), "words and more words\n".repeat(1 << 20));
    let within = |memory: u64| contained.run_within(TEXT, bytes.as_bytes(), memory, Duration::from_secs(60));
    assert_eq!(within(1 << 20), Err(Failed::Ended), "a question of 21 MB does not fit into one");
    assert!(within(1 << 30).is_ok());
    let place = Place::new();
    let hangs = scripted(&place, "while :; do :; done");
    let began = Instant::now();
    assert_eq!(hangs.run_within(TEXT, b"x", 1 << 30, Duration::from_millis(300)), Err(Failed::TooSlow));
    assert!(began.elapsed() < Duration::from_secs(30) && fired(&place) == 1, "asked once, and not for longer");
}
