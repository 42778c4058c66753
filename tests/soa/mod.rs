//! The Statement of Applicability: a year of decisions, versions that stand, what differs, and what others can check.

mod files;

use clausebook::applicability::{self, Change, Implemented};
use clausebook::people::{self, Role};
use clausebook::signing::Passphrase;
use clausebook::soa::{self, SoaShown, Version};
use clausebook::standards::EditionId;
use clausebook::statements::{Keys, Signing};
use tempfile::TempDir;

use crate::support::day;
use crate::support::organisation::Organisation;

const MANAGER: &str = "qm@example.org";

/// An organisation that holds today's editions, its manager, and a place for keys.
pub(super) struct Desk {
    pub(super) at: Organisation,
    pub(super) keys: Keys,
    pub(super) folder: TempDir,
}

impl Desk {
    pub(super) fn new() -> Self {
        let mut at = Organisation::holding(&["9001:2015", "20000-1:2018", "27001:2022"]);
        at.does(|tx| people::enrol(tx, "Manager", MANAGER, Role::QualityManager, None));
        at.workspace.act_as(MANAGER);
        let folder = TempDir::new().unwrap();
        Self { at, keys: Keys::of(folder.path(), None), folder }
    }

    /// Makes a key for the manager under a passphrase.
    pub(super) fn with_key(mut self, passphrase: &str) -> Self {
        let (line, _) = self.keys.generate(MANAGER, &Passphrase::new(passphrase)).unwrap();
        self.at.does(|tx| people::enrol_key(tx, MANAGER, &line));
        self
    }

    /// Decides on controls: `yes`, and in place, or `no`, with a reason.
    pub(super) fn decide(&mut self, on: &[&str], applies: bool, reason: &str) {
        let implemented = applies.then_some(Implemented::Yes);
        let change = Change { applies: Some(applies), reason: Some(reason.into()), implemented, ..Change::default() };
        self.change(on, &change);
    }

    pub(super) fn change(&mut self, on: &[&str], change: &Change) {
        let on: Vec<String> = on.iter().map(|one| (*one).to_owned()).collect();
        self.at.does(|tx| applicability::decide(tx, "27001", &on, change));
    }

    /// Issues; answers what it is called, or why not.
    pub(super) fn issue(&mut self, draft: bool, passphrase: Option<&str>) -> Result<String, String> {
        let passphrase = passphrase.map(Passphrase::new);
        let workspace = self.at.workspace.id();
        let signing = Signing { workspace, keys: &self.keys, file: None, passphrase: passphrase.as_ref() };
        let issued = self.at.workspace.transact(|tx| soa::issue(tx, "27001", draft, "", &signing));
        issued.map_err(|refusal| refusal.reason().name.to_owned())
    }

    pub(super) fn shown(&self) -> SoaShown {
        soa::show(self.at.db(), &edition()).unwrap()
    }
}

pub(super) fn edition() -> EditionId {
    "27001:2022".parse().unwrap()
}

/// The four groups of Annex A, which hold all 93 controls.
const ALL: &[&str] = &["A.5", "A.6", "A.7", "A.8"];

fn labels(versions: &[Version]) -> Vec<&str> {
    versions.iter().map(|version| version.label.as_str()).collect()
}

#[test]
fn r53_r55_undecided_controls_refuse_issuing_and_a_draft_is_marked() {
    let mut desk = Desk::new();
    desk.decide(&["A.5", "A.6", "A.7"], true, "the risk assessment asks for it");
    assert_eq!(desk.issue(false, None), Err("soa_undecided".into()));
    assert_eq!(desk.shown().blocks.len(), 34);
    assert_eq!(desk.issue(true, None).as_deref(), Ok("1 draft 1"));
    desk.decide(&["A.8"], true, "the risk assessment asks for it");
    assert_eq!(desk.issue(true, None).as_deref(), Ok("1 draft 2"));
    assert_eq!(desk.issue(false, None).as_deref(), Ok("1"));
    assert_eq!(desk.issue(false, None), Err("soa_unchanged".into()), "the same is issued once");
    desk.decide(&["A.7.4"], false, "no premises of our own");
    assert_eq!(desk.issue(true, None).as_deref(), Ok("2 draft 1"));
    let shown = desk.shown();
    assert_eq!(labels(&shown.versions), ["2 draft 1", "1", "1 draft 2", "1 draft 1"]);
    assert_eq!(shown.current.unwrap().label, "1", "a draft takes nobody's place");
    let first = &shown.versions[3];
    assert_eq!((first.controls, first.included, first.excluded, first.undecided), (93, 59, 0, 34));
    desk.at.rebuilds_the_same();
}

#[test]
fn a_decision_without_a_reason_that_a_list_brought_keeps_it_from_being_issued() {
    let mut desk = Desk::new();
    desk.decide(ALL, true, "the risk assessment asks for it");
    let on = applicability::targets(desk.at.db(), "27001", &["A.8.1".into()]).unwrap();
    let bare = Change { applies: Some(true), reason: Some(String::new()), ..Change::default() };
    desk.at.does(|tx| applicability::decide_on(tx, &on, &bare, "SoA.xlsx, row 60"));
    assert_eq!(desk.issue(false, None), Err("soa_without_reason".into()), "CL-15");
    assert_eq!(desk.shown().blocks, ["A.8.1"]);
}

#[test]
fn r56_a_control_that_applies_says_whether_it_is_in_place_before_a_version_is_issued() {
    let mut desk = Desk::new();
    let bare = Change { applies: Some(true), reason: Some("a risk".into()), ..Change::default() };
    desk.change(ALL, &bare);
    desk.decide(&["A.7.4"], false, "no premises");
    assert_eq!(desk.issue(false, None), Err("soa_in_place_unsaid".into()));
    let shown = desk.shown();
    assert_eq!((shown.blocks.len(), shown.without_risk), (92, vec![String::from("A.7.4")]));
    assert_eq!(desk.issue(true, None).as_deref(), Ok("1 draft 1"), "a draft may");
    let not_yet = Change { implemented: Some(Implemented::No), ..Change::default() };
    desk.change(&shown.blocks.iter().map(String::as_str).collect::<Vec<_>>(), &not_yet);
    assert_eq!(desk.issue(false, None).as_deref(), Ok("1"), "that it is not is an answer");
}

#[test]
fn r59_only_the_standard_with_controls_has_one() {
    let desk = Desk::new();
    for standard in ["20000-1", "9001", "SMS"] {
        let refusal = soa::statement_edition(desk.at.db(), standard).unwrap_err();
        assert_eq!(refusal.reason().name, "soa_elsewhere", "{standard}");
    }
}

#[test]
fn who_may_not_manage_issues_nothing() {
    let mut desk = Desk::new();
    desk.decide(ALL, true, "a risk");
    desk.at.does(|tx| people::enrol(tx, "Reader", "reader@example.org", Role::Reader, None));
    desk.at.workspace.act_as("reader@example.org");
    assert_eq!(desk.issue(false, None), Err("person_may_not".into()));
}

#[test]
fn r55_a_year_of_decisions_three_versions_and_any_day() {
    let mut desk = Desk::new();
    for (on, what) in [(day(2026, 2, 2), 0), (day(2026, 6, 8), 1), (day(2026, 11, 20), 2)] {
        desk.at.turn_to(on);
        match what {
            0 => {
                desk.decide(ALL, true, "the risk assessment asks for it");
                desk.decide(&["A.7.4", "A.8.30"], false, "neither premises nor outsourced development");
            }
            1 => {
                desk.decide(&["A.8.30"], true, "an agency writes our portal");
                let planned = Change { implemented: Some(Implemented::By(day(2026, 12, 31))), ..Change::default() };
                desk.change(&["A.8.30"], &planned);
                let own = applicability::OwnControl { title: "Island mode".into(), origin: "Law on operators".into() };
                desk.at.does(|tx| applicability::name_control(tx, "27001", "K-1", own, ""));
                desk.decide(&["K-1"], true, "the law");
            }
            _ => {
                let there = Change { implemented: Some(Implemented::Yes), ..Change::default() };
                desk.change(&["A.8.30"], &there);
            }
        }
        assert_eq!(desk.issue(false, None), Ok((what + 1).to_string()));
    }
    let differs = |from: &str, to: &str| {
        let difference = soa::difference(desk.at.db(), &edition(), from, to).unwrap();
        let told = |c: &soa::SoaChange| format!("{} {}", c.code, c.fields.join("+"));
        difference.controls.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(differs("1", "2"), ["A.8.30 applies+reason+implemented", "K-1 control"]);
    assert_eq!(differs("2", "1"), ["A.8.30 applies+reason+implemented", "K-1 control"], "either way round");
    assert_eq!(differs("2", "3"), ["A.8.30 implemented"]);
    assert_eq!(differs("3", "now"), [""; 0]);
    for (on, version, decided) in [
        (day(2026, 2, 1), None, 0),
        (day(2026, 2, 2), Some("1"), 93),
        (day(2026, 6, 7), Some("1"), 93),
        (day(2026, 6, 8), Some("2"), 94),
        (day(2026, 12, 1), Some("3"), 94),
    ] {
        let view = desk.at.workspace.as_of(on, on, &|_, _| Ok(())).unwrap();
        let shown = soa::show(&view, &edition()).unwrap();
        assert_eq!(shown.current.map(|v| v.label).as_deref(), version, "as recorded by {on}");
        assert_eq!(shown.summary.controls - shown.summary.undecided, decided, "as recorded by {on}");
        let view = desk.at.workspace.in_force(on).unwrap();
        let current = soa::show(&view, &edition()).unwrap().current;
        assert_eq!(current.map(|v| v.label).as_deref(), version, "in force on {on}");
    }
    let refusal = soa::difference(desk.at.db(), &edition(), "1", "9").unwrap_err();
    assert_eq!(refusal.reason().name, "soa_version_unknown");
    desk.at.rebuilds_the_same();
}

#[test]
fn a_version_says_for_ever_what_it_said() {
    let mut desk = Desk::new();
    desk.decide(ALL, true, "a risk");
    desk.issue(false, None).unwrap();
    let of = |desk: &Desk, label: &str| {
        let version = soa::version(desk.at.db(), &edition(), Some(label)).unwrap();
        soa::controls_of(desk.at.db(), version.id).unwrap()
    };
    let before = of(&desk, "1");
    desk.decide(&["A.5.7"], false, "no sources");
    assert_eq!(of(&desk, "1"), before);
    assert_eq!(desk.shown().changes.len(), 1, "and what changed since shows");
}

#[test]
fn what_an_own_control_is_called_is_told_though_nobody_decided_on_it() {
    let mut desk = Desk::new();
    desk.decide(ALL, true, "a risk");
    desk.issue(false, None).unwrap();
    let name = |desk: &mut Desk, title: &str, origin: &str| {
        let own = applicability::OwnControl { title: title.into(), origin: origin.into() };
        desk.at.does(|tx| applicability::name_control(tx, "27001", "K-1", own, "as it is called now"));
    };
    name(&mut desk, "Island mode", "Law on operators");
    let one = |desk: &Desk, from: &str, to: &str| {
        let controls = soa::difference(desk.at.db(), &edition(), from, to).unwrap().controls;
        assert_eq!(controls.len(), 1);
        controls.into_iter().next().unwrap()
    };
    let new = one(&desk, "1", "now");
    assert_eq!((new.called_before, new.called_after.unwrap().title.as_str()), (None, "Island mode"));
    let gone = one(&desk, "now", "1");
    assert_eq!((gone.called_before.unwrap().title.as_str(), gone.called_after), ("Island mode", None));
    desk.issue(true, None).unwrap();
    name(&mut desk, "Island operation", "Contract");
    let other = one(&desk, "2 draft 1", "now");
    assert_eq!(other.fields, ["title", "origin"]);
    let (before, after) = (other.called_before.unwrap(), other.called_after.unwrap());
    assert_eq!((before.title.as_str(), after.title.as_str()), ("Island mode", "Island operation"));
    assert_eq!((before.origin.as_deref(), after.origin.as_deref()), (Some("Law on operators"), Some("Contract")));
}
