//! Packs: valid by stock tools, the same bytes for the same input, every link alive, every change caught.

mod caveats;
mod changed;
mod compared;
mod complete;
mod decided;
mod earlier;
mod forged;
mod known;
mod outside;
mod page;
mod points;
mod read;
mod reasons;
mod stated;
mod tags;
mod unpackers;
mod withheld;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clausebook::audits::{self, Audit};
use clausebook::contained::Containment;
use clausebook::day::{Day, Zone};
use clausebook::demo;
use clausebook::error::Code;
use clausebook::items::ItemId;
use clausebook::packs::{self, Wanted};
use clausebook::rebuild;
use clausebook::saved::Target;
use clausebook::verify::{self, Report};
use clausebook::workspace::{Clock, Workspace};
use zip::ZipArchive;

use crate::support::organisation::Organisation;
use crate::support::{Place, day, noon, tool, venv};

const TODAY: fn() -> Day = || day(2026, 6, 30);

fn sample() -> (Place, Workspace, Audit) {
    let place = Place::new();
    let mut workspace = place.workspace();
    demo::fill(&mut workspace, Zone::UTC, TODAY()).unwrap();
    workspace.set_clock(Clock::Fixed(noon(TODAY())));
    let audit = audits::by_code(workspace.db(), "AUD-2026-1").unwrap();
    (place, workspace, audit)
}

/// An organisation that decided nothing on what applies, so that its pack can be one of an earlier form.
fn undecided() -> (Place, Workspace, Audit) {
    let mut at = Organisation::new();
    at.workspace.vault().put_bytes(b"Report").unwrap();
    let report = ItemId::Record(at.record("Report"));
    at.map(report, "9001/9.1.1");
    let audit = audits::NewAudit {
        code: "AUD-1".into(),
        title: "Surveillance".into(),
        kind: audits::AuditKind::Surveillance,
        editions: vec!["9001:2015".parse().unwrap()],
        scope: Vec::new(),
        period_from: None,
        period_to: None,
    };
    at.does(|tx| audits::plan(tx, audit).map(drop));
    at.turn_to(TODAY());
    let audit = audits::by_code(at.db(), "AUD-1").unwrap();
    (at.place, at.workspace, audit)
}

fn build(workspace: &mut Workspace, audit: &Audit, out: &Path) -> clausebook::error::Result<packs::Built> {
    build_until(workspace, audit, out, &AtomicBool::new(false))
}

fn build_until(
    workspace: &mut Workspace,
    audit: &Audit,
    out: &Path,
    cancel: &AtomicBool,
) -> clausebook::error::Result<packs::Built> {
    let wanted = Wanted { audit: audit.clone(), recorded: None, day: TODAY(), out: to(out) };
    rebuild::build_pack(workspace, wanted, &|_, _| Ok(()), &|_, _| {}, cancel)
}

/// A pack for another day.
fn build_on(workspace: &mut Workspace, audit: &Audit, out: &Path, day: Day) {
    let wanted = Wanted { audit: audit.clone(), recorded: None, day, out: to(out) };
    rebuild::build_pack(workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &AtomicBool::new(false)).unwrap();
}

/// A place that nothing may be at.
fn to(path: &Path) -> Target<'_> {
    Target { path, overwrite: false }
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
fn a_check_names_all_that_it_looked_at() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let report =
        clausebook::checked::pack(&pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    let names: Vec<_> = report.checks.iter().map(|check| (check.name, check.ok)).collect();
    let all = ["names", "archive", "files", "bag", "signature", "ledger", "statements", "pages"];
    assert_eq!(names, all.map(|name| (name, true)));
    assert!(report.unmet.is_empty(), "{report:?}");
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
        quality.contains("9001:2015") && !quality.contains("27001:2022") && !quality.contains("20000-1:2018"),
        "R31"
    );
    let oslo = only("O", "27001:2022", &["OSL"], "o.zip");
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
    assert!(altered.value("path").unwrap().contains("QP-02 Internal audit"), "{altered}");
    std::fs::remove_file(&path).unwrap();
    let missing = build(&mut workspace, &audit, &place.path("a.zip")).unwrap_err();
    assert_eq!(missing.code(), Code::ObjectMissing);
    assert!(missing.value("path").unwrap().contains("QP-02"), "{missing}");
    let left: Vec<_> = std::fs::read_dir(place.folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert!(left.iter().all(|f| f == "ws" || f == "config"), "no file is left behind: {left:?}");
    assert_eq!(workspace.head().unwrap().size, size, "a pack that was not built is not issued");
    std::fs::write(&path, good).unwrap();
    assert!(build(&mut workspace, &audit, &place.path("a.zip")).is_ok());
    let cancelled = build_until(&mut workspace, &audit, &place.path("c.zip"), &AtomicBool::new(true));
    assert_eq!(cancelled.unwrap_err().code(), Code::Cancelled);
    assert!(!place.path("c.zip").exists(), "a cancelled build leaves no file");
}
