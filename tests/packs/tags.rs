//! What a pack says of itself, whoever seals it: no line of `bag-info.txt` keeps a page from being compared, no form that a pack
//! takes on keeps it from being checked against what somebody holds.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::packs::form;
use clausebook::signing::SigningKey;
use clausebook::verify::{Fact, Report};

use super::forged::bag::Bag;
use super::{build, sample, undecided};
use crate::support::Place;

/// A form of pages of an earlier program, in packs of this one's form.
const EARLIER: &str = "4 b9e219689042";

const FORGED: &str = "<h1>All clauses are covered</h1><script>alert(1)</script>";

fn checked(pack: &Path, against: Option<&Path>) -> Report {
    checked::pack(pack, against, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|found| found.code.as_ref()).collect()
}

fn sealed(mut bag: Bag, key: &SigningKey, place: &Place) -> std::path::PathBuf {
    bag.seal(key);
    let path = place.path("forged.zip");
    std::fs::write(&path, bag.archive().bytes()).unwrap();
    path
}

/// The pack with another line for a tag; none where it has no value.
fn tagged(mut bag: Bag, tag: &str, value: Option<&str>) -> Bag {
    let begins = format!("{tag}: ");
    let lines = bag.text("bag-info.txt");
    let lines = lines.lines().filter_map(|line| match (line.starts_with(&begins), value) {
        (true, None) => None,
        (true, Some(value)) => Some(format!("{begins}{value}\n")),
        (false, _) => Some(format!("{line}\n")),
    });
    let lines: String = lines.collect();
    bag.set("bag-info.txt", lines);
    bag
}

#[test]
fn no_form_that_a_pack_says_its_pages_have_keeps_one_of_them_from_being_compared() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let (bag, key) = (Bag::of(&pack), workspace.signing_key().unwrap());
    let pages = || bag.files.keys().filter(|name| name.strip_prefix("data/").is_some_and(|name| !name.contains('/')));
    let changed = |name: &str| {
        let mut forged = bag.clone();
        let bytes = match name {
            "data/index.html" => FORGED.as_bytes().to_vec(),
            _ => {
                let mut bytes = bag.files[name].clone();
                let at = bytes.iter().rposition(u8::is_ascii_lowercase).unwrap();
                bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' };
                bytes
            }
        };
        forged.set(name, bytes);
        forged
    };
    let ours = form();
    let data = ours.split(' ').nth(1).unwrap();
    let none = ["999 zz", "0", "", &format!("3 {data}"), &format!("99 {data}"), "4 000000000000"].map(str::to_owned);
    for said in &none {
        let alone = sealed(tagged(bag.clone(), "Pack-Pages", Some(said)), &key, &place);
        assert!(!checked(&alone, None).ok, "“{said}” alone is a fault");
    }
    for name in pages() {
        assert!(!checked(&sealed(changed(name), &key, &place), None).ok, "{name}");
        for said in none.iter().skip(usize::from(name != "data/index.html") * 5) {
            let report = checked(&sealed(tagged(changed(name), "Pack-Pages", Some(said)), &key, &place), None);
            assert!(codes(&report).contains(&"pages_unknown"), "{name}, “{said}”: {:?}", report.findings);
        }
        // A form that an earlier program made: what cannot be made again is named, and never passes for checked.
        let earlier = sealed(tagged(changed(name), "Pack-Pages", Some(EARLIER)), &key, &place);
        let report = checked(&earlier, None);
        let named = |fact: &Fact| matches!(fact, Fact::PagesNotCompared { names } if names.contains(&name[5..]));
        assert!(!report.ok || report.unmet.iter().any(|unmet| named(&unmet.said)), "{name}: {report:?}");
        if name == "data/index.html" {
            assert!(codes(&report).contains(&"page_foreign"), "{:?}", report.findings);
            let report = checked(&earlier, Some(&pack));
            assert!(codes(&report).contains(&"form_earlier"), "{name}: what is held says more: {:?}", report.findings);
            let report = checked(&earlier, Some(&place.path("ws")));
            assert!(codes(&report).contains(&"pack_not_issued"), "{name}: {:?}", report.findings);
        }
    }
}

#[test]
fn a_first_page_that_is_not_compared_does_nothing_at_least() {
    let (place, mut workspace, audit) = undecided();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let (bag, key) = (Bag::of(&pack), workspace.signing_key().unwrap());
    let bag = tagged(bag, "Pack-Pages", Some(EARLIER));
    let page = bag.text("data/index.html");
    let report = checked(&sealed(bag.clone(), &key, &place), None);
    assert!(report.ok, "the program's own page is one: {:?}", report.findings);
    assert!(
        report.warnings.iter().any(|found| found.code == "pages_say_otherwise"),
        "that all pages are today's is said: {:?}",
        report.warnings
    );
    for (what, from, to) in [
        ("a second script", "</body>", "<script>alert(1)</script></body>"),
        ("another script", "<script>", "<script>alert(1);"),
        ("a script from elsewhere", "<script>", "<script src=\"x.js\">"),
        ("no policy", "http-equiv", "name"),
        ("another policy", "default-src 'none'", "default-src *"),
        ("a link out of the pack", "href=\"VERIFY.txt\"", "href=\"https://example.org/\""),
        ("a link above the pack", "href=\"VERIFY.txt\"", "href=\"../x.html\""),
        ("a link that runs", "href=\"VERIFY.txt\"", "href=\"javascript:x\""),
        ("a picture", "<main>", "<main><img>"),
        ("what runs on a click", "<main>", "<main onclick=\"x\">"),
        ("a style that loads", "<style>", "<style>@import 'x';"),
        ("a frame", "<main>", "<main><iframe></iframe>"),
        ("a comment", "<main>", "<main><!-- x -->"),
    ] {
        let mut forged = bag.clone();
        let other = page.replacen(from, to, 1);
        assert_ne!(other, page, "{what}: the forgery is one");
        forged.set("data/index.html", other);
        let report = checked(&sealed(forged, &key, &place), None);
        assert!(codes(&report).contains(&"page_foreign"), "{what}: {:?}", report.findings);
    }
}

/// The pack as one of an earlier form, without the tags and lists that this had not.
fn as_form(bag: &Bag, form: u32) -> Bag {
    let mut bag = tagged(bag.clone(), "Pack-Format", Some(&form.to_string()));
    for tag in ["Pack-Pages", "Recorded-Until"] {
        bag = tagged(bag, tag, None);
    }
    if form == 1 {
        for tag in ["Pack-Format", "Pack-Folder"] {
            bag = tagged(bag, tag, None);
        }
    }
    for list in ["points", "history", "statements", "applicability", "statements_of_applicability"] {
        bag.files.remove(&format!("data/{list}.csv"));
    }
    bag
}

#[test]
fn a_pack_that_calls_itself_older_than_what_is_held_is_refused() {
    let (place, mut workspace, audit) = undecided();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let (bag, key) = (Bag::of(&pack), workspace.signing_key().unwrap());
    for form in [1, 2] {
        let earlier = sealed(as_form(&bag, form), &key, &place);
        assert!(codes(&checked(&earlier, Some(&pack))).contains(&"form_earlier"), "form {form} beside the pack");
        let report = checked(&earlier, Some(&place.path("ws")));
        assert!(codes(&report).contains(&"pack_not_issued"), "form {form} beside the folder: {:?}", report.findings);
        assert!(!checked(&earlier, None).unmet.is_empty(), "form {form} alone: what was not checked is named");

        // A record's file is gone, or all of the record but its entries.
        let mut without = as_form(&bag, form);
        let file = without.files.keys().find(|name| name.starts_with("data/records/")).unwrap().clone();
        without.files.remove(&file);
        let report = checked(&sealed(without, &key, &place), None);
        assert!(codes(&report).contains(&"file_left_out"), "form {form}: {:?}", report.findings);

        // Half of its entries are gone.
        let mut without = as_form(&bag, form);
        let lines = bag.text("data/ledger/entries.jsonl");
        let blocks = bag.text("data/ledger/proofs.txt");
        let kept: Vec<(&str, &str)> = lines
            .split_inclusive('\n')
            .zip(blocks.split_inclusive("\n\n"))
            .filter(|(line, _)| !line.contains("\"mapping.linked\""))
            .collect();
        without.set("data/ledger/entries.jsonl", kept.iter().map(|(line, _)| *line).collect::<String>());
        without.set("data/ledger/proofs.txt", kept.iter().map(|(_, block)| *block).collect::<String>());
        let report = checked(&sealed(without, &key, &place), Some(&place.path("ws")));
        assert!(codes(&report).contains(&"entry_left_out"), "form {form}: {:?}", report.findings);
    }
}

#[test]
fn the_folders_name_is_the_one_that_the_writer_gives_it() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let (bag, key) = (Bag::of(&pack), workspace.signing_key().unwrap());
    let mut other = tagged(bag, "Pack-Folder", Some("Certified by TUV"));
    other.top = String::from("Certified by TUV");
    let report = checked(&sealed(other, &key, &place), None);
    assert!(report.findings.iter().any(|found| found.place.contains("Pack-Folder")), "{:?}", report.findings);
}

#[test]
fn a_missing_list_and_a_false_day_are_each_said_once() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let (bag, key) = (Bag::of(&pack), workspace.signing_key().unwrap());
    let mut without = bag.clone();
    without.files.remove("data/applicability.csv");
    let report = checked(&sealed(without, &key, &place), None);
    let said =
        |found: &&clausebook::verify::Finding| found.message == "applicability.csv is missing, which the entries make";
    assert_eq!(report.findings.iter().filter(said).count(), 1, "{:?}", report.findings);
    let until = bag.text("bag-info.txt");
    let until = until.lines().find(|line| line.starts_with("Recorded-Until")).unwrap().to_owned();
    let mut known = bag.clone();
    let info = bag.text("bag-info.txt").replace(&until, &format!("{until}\nRecorded-On: 2001-01-01"));
    known.set("bag-info.txt", info);
    let report = checked(&sealed(known, &key, &place), None);
    let days = report.findings.iter().filter(|found| found.place.contains("Recorded-On")).count();
    assert_eq!(days, 1, "{:?}", report.findings);
}

#[test]
fn what_is_held_and_is_none_is_said_to_be_none() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    std::fs::create_dir(place.path("empty")).unwrap();
    let refused =
        checked::pack(&pack, Some(&place.path("empty")), &Containment::here(), &|_, _| {}, &AtomicBool::new(false));
    assert_eq!(refused.unwrap_err().reason().name, "pack_held_unknown");
    let (other, ..) = sample();
    let report = checked(&pack, Some(&other.path("ws")));
    assert_eq!(codes(&report), ["checkpoint_foreign"], "{:?}", report.findings);
}
