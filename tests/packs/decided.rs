//! What applies, in a pack: decisions, the versions of the Statement of Applicability, and what a control that does not hold
//! takes from a pack in which its own standard is not.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::applicability::{self, Change, ControlReach, Implemented};
use clausebook::audits::{self, AuditKind, NewAudit};
use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::items::ItemId;
use clausebook::mapping;
use clausebook::people::{self, Role};
use clausebook::signing::Passphrase;
use clausebook::soa;
use clausebook::standards::EditionId;
use clausebook::statements::{Keys, Signing};
use clausebook::systems;
use clausebook::verify::Report;
use clausebook::workspace::Workspace;

use super::{build, sample, unpacked};
use crate::support::organisation::Organisation;
use crate::support::{day, tool};

const MANAGER: &str = "isms@example.org";
const PASSPHRASE: &str = "three long words";

fn checks(pack: &Path) -> Report {
    checked::pack(pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

fn isms(workspace: &Workspace) -> EditionId {
    systems::editions_held(workspace.db()).unwrap().into_iter().find(|held| held.standard == "27001").unwrap()
}

fn decide(workspace: &mut Workspace, on: &[String], applies: bool, reason: &str) {
    let implemented = applies.then_some(Implemented::Yes);
    let change = Change { applies: Some(applies), reason: Some(reason.into()), implemented, ..Change::default() };
    workspace.transact(|tx| applicability::decide(tx, "27001", on, &change)).unwrap();
}

#[test]
fn a_pack_holds_what_was_decided_and_each_version_checked_by_stock_tools() {
    let (place, mut workspace, audit) = sample();
    let keys = Keys::of(&place.path("config"), None);
    let (line, _) = keys.generate(MANAGER, &Passphrase::new(PASSPHRASE)).unwrap();
    workspace.transact(|tx| people::enrol(tx, "Security Manager", MANAGER, Role::QualityManager, Some(line))).unwrap();
    workspace.act_as(MANAGER);
    let edition = isms(&workspace);
    let all: Vec<String> = applicability::list(workspace.db(), &edition)
        .unwrap()
        .into_iter()
        .filter(|row| row.control && !row.heading)
        .map(|row| row.reference.clause)
        .collect();
    decide(&mut workspace, &all, true, "the risk assessment asks for it");
    decide(&mut workspace, &all[..1], false, "=1+1\nline");
    let issue = |workspace: &mut Workspace, draft: bool| {
        let (id, passphrase) = (workspace.id(), Passphrase::new(PASSPHRASE));
        let signing = Signing { workspace: id, keys: &keys, file: None, passphrase: Some(&passphrase) };
        workspace.transact(|tx| soa::issue(tx, "27001", draft, "for the audit", &signing)).unwrap();
    };
    issue(&mut workspace, false);
    decide(&mut workspace, &all[1..2], false, "not used any more");
    issue(&mut workspace, true);
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let report = checks(&pack);
    assert!(report.ok && report.unmet.is_empty() && report.warnings.is_empty(), "{report:?}");
    let bag = unpacked(&pack, &place.path("out"));
    let list = |name: &str| {
        let mut reader = csv::Reader::from_path(bag.join("data").join(name)).unwrap();
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
    };
    let decided = list("applicability.csv");
    let of = |standard: &'static str| decided.iter().filter(move |row| row[0].starts_with(standard));
    assert_eq!(of("27001:").count(), all.len());
    assert_eq!(of("27001:").filter(|row| row[3] == "no").count(), 2);
    assert_eq!(of("9001:").map(|row| row[1].as_str()).collect::<Vec<_>>(), ["8.3"], "what the scope statement says");
    let stated = of("9001:").next().unwrap();
    assert!(!stated[10].is_empty() && stated[11].len() == 10, "who stated it, and when: {stated:?}");
    let reason = stated[4].clone();
    let page = std::fs::read_to_string(bag.join("data/index.html")).unwrap();
    let row = page.split("id=\"c-9001-2015-8.3\"").nth(1).unwrap().split("</tr>").next().unwrap();
    assert_eq!(row.matches(&reason.replace('\'', "&#39;")).count(), 1, "the reason stands there once: {row}");
    let versions = list("statements_of_applicability.csv");
    let moved: Vec<&str> = versions.iter().filter(|row| row[10].len() == 10).map(|row| row[1].as_str()).collect();
    assert_eq!(moved, ["2"], "the last that is no draft no longer says what is decided");
    assert!(page.contains("stands otherwise than in version 2 of its Statement"), "and the first page says so");
    assert_eq!(versions.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(), ["1", "2", "3 draft 1"]);
    let folder = bag.join("data/approvals");
    // The sample's own version was issued by somebody without a key.
    for row in versions.iter().skip(1) {
        let name = row[9].strip_prefix("data/approvals/").unwrap_or(&row[9]);
        let line = format!(
            "ssh-keygen -Y verify -f allowed_signers -I {MANAGER} -n clausebook-statement -s '{name}.sig' < '{name}'"
        );
        let stock = || tool("sh", "openssh-client", &["-c", &line], &folder).status.success();
        assert!(stock(), "{name}");
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        std::fs::write(folder.join(name), text.replacen("applies no", "applies yes", 1)).unwrap();
        assert!(!stock(), "{name}: a changed word");
        assert!(!checks(&bag).ok, "and the folder is refused");
        std::fs::write(folder.join(name), text).unwrap();
    }
    assert!(checks(&bag).ok);
}

/// An audit of one edition.
fn planned(at: &mut Organisation, title: &str, edition: &str) -> audits::Audit {
    let new = NewAudit {
        code: "AU-1".into(),
        title: title.into(),
        kind: AuditKind::Internal,
        editions: vec![edition.parse().unwrap()],
        scope: Vec::new(),
        period_from: None,
        period_to: None,
    };
    at.does(|tx| {
        audits::plan(tx, new)?;
        audits::by_code(tx.db(), "AU-1")
    })
}

/// A pack of an audit of 20000-1 alone, where a document counts for a clause through a control on which that was decided, and
/// another one, if there is one, by itself; unpacked.
fn audited(change: Change, others: &[&str]) -> (Organisation, std::path::PathBuf) {
    let mut at = Organisation::new();
    let (held, clause) = (at.held(), "20000-1:2018/8.4.3".parse().unwrap());
    for code in ["P-1"].iter().chain(others) {
        let item = ItemId::Document(at.document(code));
        at.workspace.vault().put_bytes(code.as_bytes()).unwrap();
        if *code == "P-1" {
            at.map(item, "27001:2013/A.12.1.3");
            at.does(|tx| mapping::accept(tx, item, &clause, None, "the same process", &held));
        } else {
            at.map(item, "20000-1:2018/8.4.3");
        }
    }
    at.does(|tx| applicability::decide(tx, "27001", &["A.12.1.3".into()], &change));
    let audit = planned(&mut at, "Service audit", "20000-1:2018");
    let pack = at.place.path("a.zip");
    super::build_on(&mut at.workspace, &audit, &pack, crate::support::organisation::today());
    let report = checks(&pack);
    assert!(report.ok && report.unmet.is_empty(), "{report:?}");
    let bag = unpacked(&pack, &at.place.path("out"));
    (at, bag)
}

/// The rows of a list that name one of the clauses, each by its columns.
fn listed(bag: &Path, list: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(bag.join("data").join(list)).unwrap();
    reader.deserialize().map(Result::unwrap).filter(|row: &BTreeMap<String, String>| row["clause"] == "8.4.3").collect()
}

#[test]
fn r57_a_pack_without_the_controls_standard_says_no_more_than_they_hold() {
    let change = Change { applies: Some(false), reason: Some("no capacity of ours".into()), ..Change::default() };
    let (_at, bag) = audited(change, &[]);
    let row = listed(&bag, "coverage.csv").remove(0);
    assert_eq!(row["coverage"], "gap", "{row:?}");
    assert!(row["because"].contains("27001 A.12.1.3"), "{row:?}");
    let entries = std::fs::read_to_string(bag.join("data/ledger/entries.jsonl")).unwrap();
    assert_eq!(entries.matches("\"applicability.decided\"").count(), 1);
}

#[test]
fn what_a_scope_statement_leaves_out_says_who_stated_it_when_and_for_which_reason_before() {
    let mut at = Organisation::new();
    at.workspace.vault().put_bytes(b"Report").unwrap();
    let item = ItemId::Record(at.record("Report"));
    at.map(item, "9001/9.1.1");
    let today = crate::support::organisation::today();
    for (days, reason) in [(0, "nothing is designed"), (1, "nothing is designed"), (2, "designed by the supplier")] {
        at.turn_to(today.plus_days(days));
        let not_applicable = vec![format!("8.3: {reason}")];
        at.does(|tx| {
            systems::state_scope(tx, "9001", systems::ScopeStatement { not_applicable, ..Default::default() })
        });
    }
    let audit = planned(&mut at, "Quality audit", "9001:2015");
    let pack = at.place.path("a.zip");
    super::build_on(&mut at.workspace, &audit, &pack, today.plus_days(2));
    let report = checks(&pack);
    assert!(report.ok && report.unmet.is_empty(), "{report:?}");
    let bag = super::forged::bag::Bag::of(&pack);
    let mut reader = csv::Reader::from_reader(bag.files["data/applicability.csv"].as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(&row[4], "designed by the supplier (until 2026-01-17 for: nothing is designed)");
    assert!(!row[10].is_empty() && &row[11] == "2026-01-17", "{row:?}");
}

#[test]
fn r57_what_a_decision_leaves_of_a_mapping_is_said_wherever_it_stands() {
    let yes = |implemented, reach| Change {
        applies: Some(true),
        reason: Some("the risk assessment asks for it".into()),
        implemented: Some(implemented),
        reach: Some(reach),
        ..Change::default()
    };
    let excluded = Change { applies: Some(false), reason: Some("no <capacity> of ours".into()), ..Change::default() };
    let all = vec![ControlReach::Assets, ControlReach::Services];
    for (change, counts, left) in [
        (excluded, false, "counts for nothing, 27001 A.12.1.3 does not apply: no <capacity> of ours"),
        (yes(Implemented::No, all.clone()), false, "does not count yet, 27001 A.12.1.3 is not in place"),
        (
            yes(Implemented::By(day(2027, 3, 1)), all.clone()),
            false,
            "does not count yet, 27001 A.12.1.3 is not in place, planned by 2027-03-01",
        ),
        (yes(Implemented::Partly, all.clone()), true, "counts in part, 27001 A.12.1.3 is in place in part"),
        (
            yes(Implemented::Yes, vec![ControlReach::Assets]),
            true,
            "counts in part, 27001 A.12.1.3 does not reach the services",
        ),
        (yes(Implemented::Yes, all), true, ""),
    ] {
        let (_at, bag) = audited(change, &["P-2"]);
        let row = listed(&bag, "coverage.csv").remove(0);
        let (evidence, nothing) = if counts { ("P-1; P-2", "") } else { ("P-2", "P-1") };
        assert_eq!((row["evidence"].as_str(), row["counts for nothing"].as_str()), (evidence, nothing), "{left}");
        let mapped: Vec<_> = listed(&bag, "mappings.csv").into_iter().map(|row| row["counts"].clone()).collect();
        assert_eq!(mapped, [left, ""], "the other one counts as it says");
        let page = std::fs::read_to_string(bag.join("data/index.html")).unwrap();
        let shown = left.replace('<', "&#60;").replace('>', "&#62;");
        let shown = shown.replace("2027-03-01", "<span class=\"d\">2027-03-01</span>");
        let expected = if left.is_empty() { 0 } else { 2 };
        let times =
            if shown.is_empty() { page.matches("counts for nothing").count() } else { page.matches(&shown).count() };
        assert_eq!(times, expected, "at the clause and at the document: {left}");
    }
}
