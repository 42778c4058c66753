//! Packs: valid by stock tools, the same bytes for the same input, every link alive, every change caught.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clausebook::audits::{self, Audit};
use clausebook::day::Day;
use clausebook::demo;
use clausebook::error::Code;
use clausebook::packs;
use clausebook::verify::{self, Report};
use clausebook::workspace::{Clock, Workspace};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{Place, day, noon, tool, venv};

const TODAY: fn() -> Day = || day(2026, 6, 30);

fn sample() -> (Place, Workspace, Audit) {
    let place = Place::new();
    let mut workspace = place.workspace();
    demo::fill(&mut workspace, TODAY()).unwrap();
    workspace.set_clock(Clock::Fixed(noon(TODAY())));
    let audit = audits::by_code(workspace.db(), "AUD-2026-1").unwrap();
    (place, workspace, audit)
}

fn build(workspace: &mut Workspace, audit: &Audit, out: &Path) -> clausebook::error::Result<packs::Built> {
    packs::build(workspace, audit.clone(), TODAY(), TODAY(), out, &|_, _| {}, &AtomicBool::new(false))
}

fn verified(path: &Path) -> Report {
    verify::pack(path, None, &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

/// Unpacks with a library; returns the bag's folder.
fn unpacked(pack: &Path, to: &Path) -> PathBuf {
    let mut zip = ZipArchive::new(std::fs::File::open(pack).unwrap()).unwrap();
    zip.extract(to).unwrap();
    std::fs::read_dir(to).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn the_same_input_gives_the_same_bytes_and_no_second_event() {
    let (place, mut workspace, audit) = sample();
    let first = build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let size = workspace.head().unwrap().size;
    let second = build(&mut workspace, &audit, &place.path("b.zip")).unwrap();
    assert_eq!(first.sha256, second.sha256);
    assert_eq!(std::fs::read(place.path("a.zip")).unwrap(), std::fs::read(place.path("b.zip")).unwrap());
    assert!(second.again && workspace.head().unwrap().size == size, "the same pack is not issued twice");
}

#[test]
fn stock_tools_accept_a_pack_and_refuse_a_changed_one() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("out"));
    let bagit = |bag: &Path| tool(&venv("bagit.py"), "setup.sh", &["--validate", bag.to_str().unwrap()], bag);
    let sums = |bag: &Path| tool("sha256sum", "coreutils", &["-c", "--quiet", "manifest-sha256.txt"], bag);
    let signers = std::fs::read_to_string(bag.join("data/ledger/allowed_signers")).unwrap();
    let principal = signers.split(' ').next().unwrap().to_owned();
    let signature = |bag: &Path| {
        let line = format!(
            "ssh-keygen -Y verify -f data/ledger/allowed_signers -I {principal} -n clausebook-pack \
             -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt"
        );
        tool("sh", "openssh-client", &["-c", &line], bag)
    };
    assert!(bagit(&bag).status.success(), "{}", String::from_utf8_lossy(&bagit(&bag).stderr));
    assert!(sums(&bag).status.success());
    assert!(signature(&bag).status.success(), "{}", String::from_utf8_lossy(&signature(&bag).stderr));

    let index = bag.join("data/index.html");
    let page = std::fs::read_to_string(&index).unwrap();
    std::fs::write(&index, page.replacen("covered", "coverad", 1)).unwrap();
    assert!(!bagit(&bag).status.success() && !sums(&bag).status.success(), "a changed file is refused");
    std::fs::write(&index, page).unwrap();
    std::fs::write(bag.join("data/extra.txt"), "x").unwrap();
    assert!(!bagit(&bag).status.success(), "an added file is refused");
    std::fs::remove_file(bag.join("data/extra.txt")).unwrap();
    let tags = bag.join("tagmanifest-sha256.txt");
    std::fs::write(&tags, std::fs::read_to_string(&tags).unwrap() + "\n").unwrap();
    assert!(!signature(&bag).status.success(), "a changed tag manifest is refused");
}

/// Links and anchors of a page.
fn links(page: &str) -> (Vec<String>, BTreeSet<String>) {
    let parts = |name: &str| -> Vec<String> {
        page.split(&format!("{name}=\"")).skip(1).map(|p| p.split('"').next().unwrap().to_owned()).collect()
    };
    (parts(" href"), parts(" id").into_iter().collect())
}

fn decoded(href: &str) -> String {
    let bytes = href.as_bytes();
    let mut out = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b'%' {
            out.push(u8::from_str_radix(&href[i + 1..i + 3], 16).unwrap());
            i += 3;
        } else {
            out.push(bytes[i]);
            i += 1;
        }
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn every_link_leads_somewhere_and_every_file_is_linked() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("out"));
    let (links, anchors) = links(&std::fs::read_to_string(bag.join("data/index.html")).unwrap());
    assert!(links.len() > 100, "the page has links");
    let mut linked = BTreeSet::new();
    for link in &links {
        match link.strip_prefix('#') {
            Some(anchor) => assert!(anchors.contains(anchor), "#{anchor} leads nowhere"),
            None => {
                let path = bag.join("data").join(decoded(link));
                assert!(path.is_file(), "{link} leads nowhere");
                linked.insert(path);
            }
        }
    }
    for folder in ["documents", "records"] {
        for file in std::fs::read_dir(bag.join("data").join(folder)).unwrap() {
            let path = file.unwrap().path();
            assert!(linked.contains(&path), "{} is not linked", path.display());
        }
    }
}

#[test]
fn every_file_opens_from_the_index_in_a_browser() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("out"));
    let index = bag.join("data/index.html").display().to_string().replace(' ', "%20");
    let profile = format!("--user-data-dir={}", place.path("chromium").display());
    let flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--dump-dom",
        &profile,
    ];
    let open = |url: &str| {
        let out = tool("chromium", "chromium", &[&flags[..], &[url]].concat(), &bag);
        assert!(out.status.success(), "{url}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    };
    let page = open(&format!("file://{index}"));
    assert!(page.contains("Combined surveillance audit") && page.contains("id=\"structure\""), "the page is drawn");
    // The browser resolves the page's own links: a text file shows its text, so the encoding of names is right.
    let (links, _) = links(&page);
    let text = links.iter().find(|l| l.ends_with(".txt") && l.starts_with("records/")).unwrap();
    let base = index.trim_end_matches("index.html");
    assert!(open(&format!("file://{base}{text}")).contains("Restored from tape 14"), "{text} opens");
    assert!(open(&format!("file://{base}VERIFY.txt")).contains("sha256sum -c"), "VERIFY.txt opens");
}

/// Writes a pack again with one change.
fn changed(
    pack: &Path,
    out: &Path,
    mut change: impl FnMut(&str, Vec<u8>) -> Option<(String, Vec<u8>)>,
    more: &[(&str, &[u8])],
) {
    let mut from = ZipArchive::new(std::fs::File::open(pack).unwrap()).unwrap();
    let mut to = ZipWriter::new(std::fs::File::create(out).unwrap());
    let mut write = |name: &str, bytes: &[u8]| {
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(bytes).unwrap();
    };
    for i in 0..from.len() {
        let mut entry = from.by_index(i).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if let Some((name, bytes)) = change(&name, bytes) {
            write(&name, &bytes);
        }
    }
    for (name, bytes) in more {
        write(name, bytes);
    }
    to.finish().unwrap();
}

#[test]
fn every_change_to_a_pack_is_caught_and_named() {
    let (place, mut workspace, audit) = sample();
    let built = build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let (pack, bad) = (place.path("a.zip"), place.path("bad.zip"));
    assert!(verified(&pack).ok, "{:?}", verified(&pack));
    let top = built.name;
    let caught = |code: &str, place: &str| {
        let report = verified(&bad);
        assert!(!report.ok);
        assert!(
            report.findings.iter().any(|f| f.code == code && f.place.contains(place)),
            "{code} at {place}: {:?}",
            report.findings
        );
    };
    let keep = |name: &str, bytes: Vec<u8>| Some((name.to_owned(), bytes));

    changed(
        &pack,
        &bad,
        |n, mut b| {
            if n.ends_with("index.html") {
                b[100] ^= 1;
            }
            keep(n, b)
        },
        &[],
    );
    caught("file_altered", "data/index.html");
    changed(&pack, &bad, |n, b| if n.contains("QP-02") { None } else { keep(n, b) }, &[]);
    caught("file_missing", "QP-02");
    changed(&pack, &bad, keep, &[(&format!("{top}/data/added.txt"), b"x")]);
    caught("file_added", "data/added.txt");
    changed(&pack, &bad, keep, &[(&format!("{top}/added-tag.txt"), b"x")]);
    caught("file_added", "added-tag.txt");
    changed(
        &pack,
        &bad,
        |n, b| {
            let b = if n.ends_with("/manifest-sha256.txt") {
                String::from_utf8(b).unwrap().replacen('a', "b", 1).into_bytes()
            } else {
                b
            };
            keep(n, b)
        },
        &[],
    );
    caught("file_altered", "manifest-sha256.txt");
    changed(
        &pack,
        &bad,
        |n, b| {
            let b = if n.ends_with("tagmanifest-sha256.txt") {
                String::from_utf8(b).unwrap().replacen("bagit.txt", "bagit.txt ", 1).into_bytes()
            } else {
                b
            };
            keep(n, b)
        },
        &[],
    );
    caught("signature_invalid", "tagmanifest");
    changed(&pack, &bad, |n, b| if n.ends_with(".sig") { None } else { keep(n, b) }, &[]);
    caught("signature_missing", "tagmanifest");
    changed(
        &pack,
        &bad,
        |n, b| {
            let b = if n.ends_with("ledger/checkpoint") {
                String::from_utf8(b).unwrap().replacen('\n', "\n9", 1).into_bytes()
            } else {
                b
            };
            keep(n, b)
        },
        &[],
    );
    caught("checkpoint_invalid", "checkpoint");
    changed(
        &pack,
        &bad,
        |n, b| {
            let b = if n.ends_with("entries.jsonl") {
                String::from_utf8(b).unwrap().replacen("Quality", "Qualify", 1).into_bytes()
            } else {
                b
            };
            keep(n, b)
        },
        &[],
    );
    caught("proof_invalid", "entry");
    changed(&pack, &bad, keep, &[("../outside.txt", b"x")]);
    caught("name_unsafe", "../outside.txt");
    changed(&pack, &bad, keep, &[(&format!("{top}/data/INDEX.html"), b"x")]);
    caught("name_twice", "INDEX.html");

    let bytes = std::fs::read(&pack).unwrap();
    std::fs::write(&bad, &bytes[..bytes.len() / 2]).unwrap();
    let cut = verify::pack(&bad, None, &|_, _| {}, &AtomicBool::new(false)).unwrap_err();
    assert_eq!(cut.code(), Code::PackDamaged, "a download that was cut off");
    let mut torn = bytes.clone();
    let middle = bytes.len() / 3;
    torn[middle] ^= 0x10;
    std::fs::write(&bad, torn).unwrap();
    assert!(!verified(&bad).ok, "a torn bit anywhere in a file is caught");
}

#[test]
fn the_next_pack_proves_that_it_continues_the_last() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    workspace.transact(|tx| clausebook::systems::name_organisation(tx, "Fjordlink Services")).unwrap();
    build(&mut workspace, &audit, &place.path("b.zip")).unwrap();
    let report = verified(&place.path("b.zip"));
    assert!(report.ok && report.facts.iter().any(|f| f.text().starts_with("Continues the last pack")), "{report:?}");
    changed(
        &place.path("b.zip"),
        &place.path("bad.zip"),
        |n, b| {
            let b = if n.ends_with("previous-checkpoint") {
                String::from_utf8(b).unwrap().replacen('\n', "\n9", 1).into_bytes()
            } else {
                b
            };
            Some((n.to_owned(), b))
        },
        &[],
    );
    assert!(verified(&place.path("bad.zip")).findings.iter().any(|f| f.code == "history_broken"));
}

#[test]
fn r30_r31_a_pack_can_be_cut_to_fewer_standards_and_scope_items() {
    let (place, mut workspace, _) = sample();
    let mut only = |code: &str, standard: &str, scope: &[&str], file: &str| {
        let scope: Vec<String> = scope.iter().map(|s| (*s).to_owned()).collect();
        workspace
            .transact(|tx| {
                audits::plan(
                    tx,
                    audits::NewAudit {
                        code: code.into(),
                        title: "Cut".into(),
                        kind: audits::AuditKind::Internal,
                        editions: vec![standard.parse()?],
                        scope: clausebook::systems::scope_codes(tx.db(), &scope)?,
                        period_from: None,
                        period_to: None,
                    },
                )
            })
            .unwrap();
        let audit = audits::by_code(workspace.db(), code).unwrap();
        build(&mut workspace, &audit, &place.path(file)).unwrap();
        let bag = unpacked(&place.path(file), &place.path(&format!("{file}-out")));
        std::fs::read_to_string(bag.join("data/mappings.csv")).unwrap()
    };
    let quality = only("Q", "9001:2015", &[], "q.zip");
    assert!(
        quality.contains("9001:2015") && !quality.contains("27001:2013") && !quality.contains("20000-1:2018"),
        "R31"
    );
    let oslo = only("O", "27001:2013", &["OSL"], "o.zip");
    assert!(oslo.contains("IS-POL-02") && !oslo.contains("SP-03"), "what belongs to Bergen alone stays out");
}

#[test]
fn an_altered_or_missing_file_stops_the_build_by_name_and_leaves_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let (place, mut workspace, audit) = sample();
    let document = clausebook::documents::by_code(workspace.db(), "QP-02").unwrap();
    let file = clausebook::documents::revisions(workspace.db(), document.id).unwrap().remove(0).files.remove(0);
    let path = workspace.vault().path_of(&file.digest);
    let good = std::fs::read(&path).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let mut bad = good.clone();
    bad[10] ^= 1;
    std::fs::write(&path, bad).unwrap();
    let size = workspace.head().unwrap().size;
    let altered = build(&mut workspace, &audit, &place.path("a.zip")).unwrap_err();
    assert_eq!(altered.code(), Code::ObjectAltered);
    assert!(altered.message().contains("QP-02 Internal audit"), "{}", altered.message());
    std::fs::remove_file(&path).unwrap();
    let missing = build(&mut workspace, &audit, &place.path("a.zip")).unwrap_err();
    assert_eq!(missing.code(), Code::ObjectMissing);
    assert!(missing.message().contains("QP-02"), "{}", missing.message());
    let left: Vec<_> = std::fs::read_dir(place.folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert!(left.iter().all(|f| f == "ws" || f == "config"), "no file is left behind: {left:?}");
    assert_eq!(workspace.head().unwrap().size, size, "a pack that was not built is not issued");
    std::fs::write(&path, good).unwrap();
    assert!(build(&mut workspace, &audit, &place.path("a.zip")).is_ok());
    let cancelled =
        packs::build(&mut workspace, audit, TODAY(), TODAY(), &place.path("c.zip"), &|_, _| {}, &AtomicBool::new(true));
    assert_eq!(cancelled.unwrap_err().code(), Code::Cancelled);
    assert!(!place.path("c.zip").exists() && !place.path("c.part").exists(), "a cancelled build leaves no file");
}
