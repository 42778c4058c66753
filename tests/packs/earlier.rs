//! Packs that earlier programs issued, kept as they wrote them: they are still read, and it is said which checks they cannot meet.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::verify::{Fact, Report};

use super::forged::archive::Archive;
use crate::support::Place;

fn kept(form: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/packs/form-{form}.zip"))
}

fn checked(pack: &Path, against: Option<&Path>) -> Report {
    checked::pack(pack, against, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

/// Which checks could not be made, in their order.
fn unmet(report: &Report) -> Vec<(&'static str, &Fact)> {
    report.unmet.iter().map(|unmet| (unmet.check, &unmet.said)).collect()
}

#[test]
fn a_pack_of_an_earlier_form_is_read_and_told_which_checks_it_cannot_meet() {
    let of_the_first = [
        ("names", &Fact::EarlierForm),
        ("signature", &Fact::KeysNotEnrolled),
        ("ledger", &Fact::StatesNotShown),
        ("statements", &Fact::StatementsNotThere),
        ("pages", &Fact::PagesOfEarlierForm),
    ];
    for (form, expected) in [(1, of_the_first.as_slice()), (2, &of_the_first[2..])] {
        let report = checked(&kept(form), None);
        assert!(report.ok && report.warnings.is_empty(), "form {form}: {:?} {:?}", report.findings, report.warnings);
        assert_eq!(unmet(&report), expected, "form {form}");
        assert!(
            report.facts.iter().any(|fact| matches!(fact, Fact::Continues { .. })),
            "form {form} continues another"
        );
        assert!(
            report.checks.iter().all(|check| check.name != "pages"),
            "form {form}: what was not checked does not pass: {:?}",
            report.checks
        );
    }
}

#[test]
fn the_third_form_has_no_statements_and_names_no_day_of_what_it_knows() {
    let report = checked(&kept(3), None);
    assert!(report.ok && report.warnings.is_empty(), "{:?} {:?}", report.findings, report.warnings);
    let told = unmet(&report);
    assert_eq!(told[..2], [("pages", &Fact::RecordedDayNotSaid), ("statements", &Fact::StatementsNotThere)]);
    assert!(
        matches!(told[2..], [("pages", Fact::PagesNotCompared { names })] if names.contains("index.html")),
        "its pages are another program's: {told:?}"
    );
    assert!(report.facts.iter().any(|fact| matches!(fact, Fact::Continues { .. })));
}

#[test]
fn a_pack_of_the_fifth_pages_is_read_as_its_program_made_it() {
    let report = checked(&kept(5), None);
    assert!(report.ok && report.warnings.is_empty(), "{:?} {:?}", report.findings, report.warnings);
    let told = unmet(&report);
    assert!(
        matches!(told[..], [("pages", Fact::PagesNotCompared { names })] if names.contains("index.html")),
        "its pages are another program's, and nothing else is missing: {told:?}"
    );
    let names: Vec<String> = Archive::of(&kept(5)).parts.iter().map(|part| part.name()).collect();
    assert!(names.iter().any(|name| name.contains("QM_01_(a)_&_b'c")), "it holds what is made no more: {names:?}");
    // Its points are those that its program kept, and one that is taken out is missed as well.
    let place = Place::new();
    let mut archive = Archive::of(&kept(5));
    let part = archive.part("data/points.csv");
    let (text, date) = (String::from_utf8(part.bytes.clone()).unwrap(), part.local.date);
    *part = super::forged::archive::Part::new(&part.name(), text.replacen("open", "gone", 1).as_bytes(), date);
    let path = place.path("changed.zip");
    std::fs::write(&path, archive.bytes()).unwrap();
    assert!(!checked(&path, None).ok);
}

#[test]
fn a_pack_of_the_sixth_pages_lists_as_evidence_what_its_program_did() {
    let report = checked(&kept(6), None);
    assert!(report.ok && report.warnings.is_empty(), "{:?} {:?}", report.findings, report.warnings);
    let told = unmet(&report);
    assert!(
        matches!(told[..], [("pages", Fact::PagesNotCompared { names })] if names.contains("index.html")),
        "its pages are another program's, and nothing else is missing: {told:?}"
    );
    // P-1 follows from a control that does not apply: its program listed it, and taking it out is still a change.
    let place = Place::new();
    let mut archive = Archive::of(&kept(6));
    let part = archive.part("data/coverage.csv");
    let (text, date) = (String::from_utf8(part.bytes.clone()).unwrap(), part.local.date);
    assert!(text.contains("P-1; P-2"));
    *part = super::forged::archive::Part::new(&part.name(), text.replacen("P-1; P-2", "P-2", 1).as_bytes(), date);
    let path = place.path("changed.zip");
    std::fs::write(&path, archive.bytes()).unwrap();
    assert!(!checked(&path, None).ok);
}

#[test]
fn what_is_held_still_decides_about_a_pack_of_an_earlier_form() {
    let place = Place::new();
    for form in [1, 2, 3] {
        let pack = kept(form);
        let held = |name: &str| {
            let part = Archive::of(&pack).parts.into_iter().find(|part| part.name().ends_with(name)).unwrap();
            let path = place.path(name.rsplit('/').next().unwrap());
            std::fs::write(&path, part.bytes).unwrap();
            path
        };
        for name in ["ledger/verifier-key", "ledger/allowed_signers", "ledger/checkpoint", "ledger/previous-checkpoint"]
        {
            let report = checked(&pack, Some(&held(name)));
            assert!(report.ok, "form {form}, {name}: {:?}", report.findings);
        }
        let other = kept(form % 3 + 1);
        assert_eq!(checked(&pack, Some(&other)).findings[0].code, "checkpoint_foreign", "form {form}");
    }
}

#[test]
fn a_changed_pack_of_an_earlier_form_is_refused() {
    let place = Place::new();
    for form in [1, 2, 3] {
        for name in [
            "data/index.html",
            "data/documents.csv",
            "ledger/entries.jsonl",
            "ledger/checkpoint",
            "manifest-sha256.txt",
        ] {
            let mut archive = Archive::of(&kept(form));
            let part = archive.part(name);
            let (at, date) = (part.bytes.len() / 2, part.local.date);
            let mut bytes = part.bytes.clone();
            bytes[at] ^= 1;
            *part = super::forged::archive::Part::new(&part.name(), &bytes, date);
            let path = place.path("changed.zip");
            std::fs::write(&path, archive.bytes()).unwrap();
            let report = checked(&path, None);
            assert!(!report.ok, "form {form}: {name}");
        }
    }
}
