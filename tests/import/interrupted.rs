//! An import that ends half-way, by a person, by files that vanish, change or may not be read: what can be filed is filed,
//! what cannot is named, and going on gives what one go would have given.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use clausebook::error::Code;
use clausebook::import::{self, Imported, Sources};
use clausebook::{documents, records};
use serde_json::Value;

use super::Intake;

/// A share of many small files: policies in versions, records of days, copies.
fn share(root: &Path, count: usize) {
    for n in 0..count {
        let (folder, name, text) = match n % 6 {
            0 => ("Policies", format!("POL-{n:05} Rule {n} v1.0.txt"), format!("Purpose\n\nRule {n}")),
            1 => {
                ("Policies", format!("POL-{:05} Rule {} v2.0.txt", n - 1, n - 1), format!("Purpose\n\nRule {n}, again"))
            }
            2 => ("Records/2026", format!("Visit report {n} 2026-03-04.txt"), format!("Attendees\n\nVisit {n}")),
            3 => ("Records/2026", format!("Copy of report {n}.txt"), format!("Attendees\n\nVisit {}", n - 1)),
            4 => ("Policies/hr", format!("Retention policy {n}.txt"), format!("Purpose\n\nof staff, {n}")),
            _ => ("Policies/books", format!("Retention policy {}.txt", n - 1), format!("Purpose\n\nof books, {n}")),
        };
        let folder = root.join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), text).unwrap();
    }
}

fn sources(root: &Path) -> Sources {
    Sources { paths: vec![root.to_owned()], ..Sources::default() }
}

/// What is filed, whatever the order: documents with their revisions and files, records with theirs.
fn filed(intake: &Intake) -> BTreeMap<String, Vec<String>> {
    let db = intake.at.db();
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for place in documents::all_places(db).unwrap() {
        out.entry(format!("document {}", place.code)).or_default().push(format!("{} {}", place.path, place.digest));
    }
    for (_, path, digest) in records::held(db).unwrap() {
        out.entry("records".into()).or_default().push(format!("{path} {digest}"));
    }
    out.values_mut().for_each(|files| files.sort());
    out
}

/// Stops an import at the moment at which so many steps were told.
fn stopped_at(intake: &mut Intake, sources: &Sources, moment: u64) -> bool {
    let (told, cancel) = (AtomicU64::new(0), AtomicBool::new(false));
    let tell = |_: &'static str, _: u64, _: u64| {
        if told.fetch_add(1, Ordering::SeqCst) + 1 >= moment {
            cancel.store(true, Ordering::SeqCst);
        }
    };
    let done = import::import(&mut intake.at.workspace, &intake.cache, sources, false, &tell, &cancel);
    match done {
        Ok(_) => false,
        Err(e) => {
            assert_eq!(e.code(), Code::Cancelled, "a stop is no fault");
            true
        }
    }
}

fn ends_equal(count: usize, moments: u64) {
    let folder = tempfile::tempdir().unwrap();
    share(folder.path(), count);
    let sources = sources(folder.path());
    let mut whole = Intake::new();
    whole.import(&sources);
    let mut intake = Intake::new();
    let mut stopped = 0;
    for n in 1..=moments {
        stopped += u64::from(stopped_at(&mut intake, &sources, n * (count as u64 * 5 / 2) / moments));
    }
    assert!(stopped > 0, "the stop came in between");
    intake.import(&sources);
    assert_eq!(filed(&intake), filed(&whole), "interrupted {stopped} times, it ends as in one go");
    let size = intake.size();
    intake.import(&sources);
    assert_eq!(intake.size(), size, "and once more it changes nothing");
}

#[test]
fn interrupted_at_any_moment_it_ends_as_in_one_go() {
    ends_equal(300, 12);
}

#[test]
#[ignore = "minutes: 20,000 files, 50 moments"]
fn twenty_thousand_files_interrupted_at_fifty_moments_end_equal() {
    ends_equal(20_000, 50);
}

/// Imports while `fault` happens to the share at the first step of this name.
fn with_fault(root: &Path, step: &'static str, fault: &(dyn Fn() + Sync)) -> (Imported, Intake) {
    let mut intake = Intake::new();
    let happened = AtomicBool::new(false);
    let tell = |told: &'static str, _: u64, _: u64| {
        if told == step && !happened.swap(true, Ordering::SeqCst) {
            fault();
        }
    };
    let (at, cache) = (&mut intake.at, &intake.cache);
    let done = import::import(&mut at.workspace, cache, &sources(root), false, &tell, &AtomicBool::new(false)).unwrap();
    assert!(happened.load(Ordering::SeqCst), "the fault happened at {step}");
    (done, intake)
}

/// Every file is filed, or named as not filed.
fn accounted(done: &Imported, intake: &Intake, count: usize) {
    let done: Value = serde_json::to_value(done).unwrap();
    let filed: usize = filed(intake).values().map(Vec::len).sum();
    let named = done["not_taken"].as_u64().unwrap() as usize;
    assert_eq!(filed + named, count, "every file is filed or named: {done}");
}

#[test]
fn a_source_deleted_half_way_leaves_what_was_taken_and_names_the_rest() {
    for step in ["filing", "reading", "registering"] {
        let folder = tempfile::tempdir().unwrap();
        share(folder.path(), 80);
        let (done, intake) = with_fault(folder.path(), step, &|| {
            std::fs::remove_dir_all(folder.path().join("Records")).unwrap();
        });
        accounted(&done, &intake, 80);
        if step != "filing" {
            assert_eq!(filed(&intake).values().map(Vec::len).sum::<usize>(), 80, "text is read from what was stored");
        }
    }
}

#[test]
fn a_file_changed_or_gone_while_others_are_read_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    share(folder.path(), 40);
    let last = folder.path().join("Records/2026/Visit report 38 2026-03-04.txt");
    let (done, intake) = with_fault(folder.path(), "filing", &|| std::fs::write(&last, "something else").unwrap());
    accounted(&done, &intake, 40);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_opened_is_named_and_the_rest_is_filed() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    share(folder.path(), 20);
    std::os::unix::fs::symlink("nowhere", folder.path().join("Policies/gone.txt")).unwrap();
    std::fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"name\xff.txt")), "x").unwrap();
    let closed = folder.path().join("closed");
    std::fs::create_dir(&closed).unwrap();
    std::fs::write(closed.join("a.txt"), "a").unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything is not kept out.
    let kept_out = std::fs::read_dir(&closed).is_err();
    let mut intake = Intake::new();
    let done = intake.import(&sources(folder.path()));
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o700)).unwrap();
    let codes: Vec<&str> = done["problems"].as_array().unwrap().iter().map(|p| p["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"not_a_file") && codes.contains(&"name_is_no_text"), "{codes:?}");
    assert_eq!(codes.contains(&"unreadable_folder"), kept_out, "{codes:?}");
    let files: usize = filed(&intake).values().map(Vec::len).sum();
    assert_eq!(files, if kept_out { 20 } else { 21 }, "the rest is filed");
}
