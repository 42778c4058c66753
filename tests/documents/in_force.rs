//! What is in force on which day: the day itself acts, and what is known later never moves what was.

use std::collections::{BTreeMap, BTreeSet};

use clausebook::day::{Day, Due};
use clausebook::documents::{self, Approval, DocumentState, Notice, Reinstatement, RevisionState};
use clausebook::ids::DocumentId;
use proptest::prelude::*;

use crate::support::organisation::{Organisation, approval, paper, revision, today};
use crate::support::{day, rows};

fn label(label: &str, from: Day) -> Approval {
    Approval { label: Some(label.into()), ..approval(from) }
}

fn reinstatement(from: Day) -> Reinstatement {
    Reinstatement { label: None, from, next_review: None, reason: "It is needed again".into() }
}

/// The label of the revision in force on a day, by all that is known.
fn in_force(at: &Organisation, id: DocumentId, on: Day) -> Option<String> {
    let document = documents::by_id(&at.workspace.in_force(on).unwrap(), id).unwrap();
    document.revision.filter(|_| document.state == DocumentState::Effective)
}

fn states(at: &Organisation, id: DocumentId) -> Vec<RevisionState> {
    documents::revisions(at.db(), id).unwrap().iter().map(|r| r.state).collect()
}

#[test]
fn a_planned_day_comes_by_itself() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 3, 1))));
    assert_eq!(states(&at, id), [RevisionState::Effective, RevisionState::Approved]);
    let coming = documents::coming_of(at.db(), id).unwrap();
    assert_eq!((coming.len(), coming[0].revision.as_str(), coming[0].from), (1, "2", day(2026, 3, 1)));
    let first = &documents::revisions(at.db(), id).unwrap()[0];
    assert_eq!((first.effective_from, first.ended_on), (Some(today()), Some(day(2026, 3, 1))), "its end is planned");
    let before = at.workspace.head().unwrap();
    at.turn_to(day(2026, 3, 1));
    assert_eq!(states(&at, id), [RevisionState::Superseded, RevisionState::Effective]);
    let document = documents::by_id(at.db(), id).unwrap();
    assert_eq!(document.next_review, Some(Due::Day { day: day(2027, 3, 1) }), "its next review came with it");
    assert_eq!(at.workspace.head().unwrap(), before, "nobody wrote anything");
    assert!(documents::coming(at.db(), day(2026, 3, 1), 9).unwrap().is_empty());
    at.rebuilds_the_same();
}

#[test]
fn a_clock_put_back_puts_the_tables_back() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 3, 1))));
    let before = rows(at.db());
    at.turn_to(day(2026, 5, 1));
    assert_ne!(rows(at.db()), before);
    at.turn_to(today());
    assert_eq!(rows(at.db()), before);
}

#[test]
fn an_older_revision_replaces_a_newer_one_only_with_a_reason() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    for content in ["two", "three"] {
        at.does(|tx| documents::file_revision(tx, id, revision(content)));
    }
    at.does(|tx| documents::approve(tx, id, label("3", today())));
    assert_eq!(at.refuses(|tx| documents::approve(tx, id, label("2", today()))), "revision_older");
    assert_eq!(in_force(&at, id, today()).as_deref(), Some("3"));
    let reason = String::from("The third was printed wrongly");
    at.does(|tx| documents::approve(tx, id, Approval { reason, ..label("2", today()) }));
    assert_eq!(in_force(&at, id, today()).as_deref(), Some("2"), "of two of one day the later entry holds");
    at.rebuilds_the_same();
}

#[test]
fn one_filed_late_is_older_by_its_label() {
    let mut at = Organisation::new();
    let id = at.does(|tx| {
        let new = documents::NewDocument::new("PR-1", "Sales", documents::DocumentKind::Procedure);
        documents::register(tx, new)
    });
    for (name, content) in [("2.0", "two"), ("1.10", "ten"), ("1.9", "nine")] {
        let new = documents::NewRevision { label: Some(name.into()), ..revision(content) };
        at.does(|tx| documents::file_revision(tx, id, new));
    }
    at.does(|tx| documents::approve(tx, id, label("1.10", today())));
    assert_eq!(at.refuses(|tx| documents::approve(tx, id, label("1.9", today()))), "revision_older");
    at.does(|tx| documents::approve(tx, id, label("2.0", today())));
    assert_eq!(in_force(&at, id, today()).as_deref(), Some("2.0"));
}

#[test]
fn an_approval_taken_back_ends_today_and_never_earlier() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 2, 1))));
    at.turn_to(day(2026, 2, 10));
    assert_eq!(at.refuses(|tx| documents::take_back_approval(tx, id, None, " ")), "revision_approval_without_reason");
    at.does(|tx| documents::take_back_approval(tx, id, None, "The wrong file was approved"));
    assert_eq!(states(&at, id), [RevisionState::Effective, RevisionState::Draft]);
    assert_eq!(in_force(&at, id, day(2026, 2, 9)).as_deref(), Some("2"), "it was in force until then");
    assert_eq!(in_force(&at, id, day(2026, 2, 10)).as_deref(), Some("1"));
    let due = documents::by_id(at.db(), id).unwrap().next_review;
    assert_eq!(due, Some(Due::Day { day: day(2027, 1, 15) }), "the next review is that of the first again");
    let second = documents::revisions(at.db(), id).unwrap()[1].id;
    let more = vec![paper("other bytes")];
    assert_eq!(at.refuses(|tx| documents::attach_files(tx, second, more)), "revision_decided");
    assert_eq!(at.refuses(|tx| documents::take_back_revision(tx, id, second)), "revision_not_draft", "it was decided");
    at.does(|tx| documents::approve(tx, id, label("2", day(2026, 2, 20))));
    assert_eq!(in_force(&at, id, day(2026, 2, 20)).as_deref(), Some("2"), "it can be approved again");
    at.rebuilds_the_same();
}

#[test]
fn a_reinstated_document_plans_anew() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 3, 1))));
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::withdraw(tx, id, "nobody uses it", day(2026, 2, 1)));
    assert_eq!(in_force(&at, id, day(2026, 3, 1)), None, "what was planned does not come");
    assert_eq!(in_force(&at, id, day(2026, 1, 31)).as_deref(), Some("1"));
    at.turn_to(day(2026, 3, 10));
    let early = reinstatement(day(2026, 3, 9));
    assert_eq!(at.refuses(|tx| documents::reinstate(tx, id, early)), "document_reinstated_in_the_past");
    at.does(|tx| documents::reinstate(tx, id, reinstatement(day(2026, 4, 1))));
    assert_eq!(documents::by_id(at.db(), id).unwrap().state, DocumentState::Withdrawn, "until the day comes");
    at.turn_to(day(2026, 4, 1));
    assert_eq!(states(&at, id), [RevisionState::Effective, RevisionState::Draft], "the plan before is void");
    assert_eq!(in_force(&at, id, day(2026, 3, 31)), None);
    assert_eq!(at.refuses(|tx| documents::reinstate(tx, id, reinstatement(day(2026, 4, 1)))), "document_not_withdrawn");
    at.rebuilds_the_same();
}

#[test]
fn the_drafts_of_a_day_are_those_that_waited_on_it() {
    let mut at = Organisation::new();
    at.draft("PR-1");
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::approve(tx, "PR-1", approval(day(2026, 2, 1))));
    at.turn_to(day(2026, 3, 1));
    at.draft("PR-2");
    at.turn_to(day(2026, 4, 1));
    at.does(|tx| documents::withdraw(tx, "PR-2", "unused", day(2026, 4, 1)));
    at.draft("PR-3");
    let waited = |on: Day| {
        let view = at.workspace.in_force(on).unwrap();
        let codes: Vec<String> = documents::drafts(&view, 9).unwrap().into_iter().map(|draft| draft.code).collect();
        assert_eq!(documents::drafts_count(&view).unwrap(), codes.len());
        codes
    };
    assert_eq!(waited(day(2026, 1, 14)), [""; 0], "before it was filed");
    assert_eq!(waited(day(2026, 1, 31)), ["PR-1"], "approved since, and none of the later ones");
    assert_eq!(waited(day(2026, 3, 31)), ["PR-2"], "withdrawn since");
    assert_eq!(waited(day(2026, 5, 1)), ["PR-3"]);
}

#[test]
fn a_draft_waited_before_the_approval_that_held_the_document_was_taken_back() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, label("1", today())));
    at.does(|tx| documents::withdraw(tx, id, "unused", today()));
    at.does(|tx| documents::reinstate(tx, id, reinstatement(today())));
    at.turn_to(day(2026, 1, 17));
    at.does(|tx| documents::take_back_approval(tx, id, Some("1"), "wrong"));
    let looked = at.workspace.in_force(day(2026, 1, 16)).unwrap();
    let waited: Vec<String> = documents::drafts(&looked, 9).unwrap().into_iter().map(|d| d.revision).collect();
    assert_eq!(waited, ["2"], "it is none any more on the day of the tables");
}

#[test]
fn a_withdrawal_can_be_planned() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::withdraw(tx, id, "ends with the contract", day(2026, 6, 30)));
    assert_eq!(documents::by_id(at.db(), id).unwrap().state, DocumentState::Effective);
    assert_eq!(at.refuses(|tx| documents::withdraw(tx, id, "again", today())), "document_withdrawal_planned");
    at.turn_to(day(2026, 6, 30));
    assert_eq!(documents::by_id(at.db(), id).unwrap().state, DocumentState::Withdrawn);
}

#[test]
fn a_day_before_the_approval_or_the_predecessor_is_said() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    let on = Some(Due::Day { day: today() });
    let from = day(2026, 1, 1);
    let (_, notices) = at.does(|tx| documents::approve(tx, id, Approval { on, ..approval(from) }));
    assert_eq!(notices, [Notice::EffectiveBeforeApproval { from, approved: today() }]);
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    let (_, notices) = at.does(|tx| documents::approve(tx, id, approval(day(2025, 12, 1))));
    assert_eq!(notices, [Notice::EffectiveBeforePredecessor { revision: "1".into(), since: from }]);
    assert_eq!(in_force(&at, id, today()).as_deref(), Some("1"), "the later day holds");
    assert_eq!(states(&at, id), [RevisionState::Effective, RevisionState::Superseded]);
}

#[test]
fn only_a_draft_without_a_decision_takes_files() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    let first = documents::revisions(at.db(), id).unwrap()[0].id;
    at.does(|tx| documents::attach_files(tx, first, vec![paper("scan")]));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 3, 1))));
    assert_eq!(at.refuses(|tx| documents::attach_files(tx, first, vec![paper("other")])), "revision_decided");
    at.turn_to(day(2026, 3, 1));
    assert_eq!(at.refuses(|tx| documents::attach_files(tx, first, vec![paper("other")])), "revision_decided");
    assert_eq!(documents::revisions(at.db(), id).unwrap()[0].files.len(), 2);
}

/// What can happen to the one document of the model; numbers are days from the day on which it happens.
#[derive(Debug, Clone)]
enum Act {
    File,
    Approve(usize, i64),
    TakeBack(usize),
    Withdraw(u64),
    Reinstate(usize, u64),
    Days(u64),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => Just(Act::File),
        4 => (0..4usize, -9..15i64).prop_map(|(r, d)| Act::Approve(r, d)),
        2 => (0..4usize).prop_map(Act::TakeBack),
        1 => (0..9u64).prop_map(Act::Withdraw),
        2 => (0..4usize, 0..9u64).prop_map(|(r, d)| Act::Reinstate(r, d)),
        4 => (1..9u64).prop_map(Act::Days),
    ]
}

/// The model: what could be in force on each day, painted day by day as things happen.
#[derive(Default)]
struct Model(BTreeMap<Day, Vec<(Day, String)>>);

impl Model {
    fn from(&mut self, from: Day) -> impl Iterator<Item = &mut Vec<(Day, String)>> {
        self.0.range_mut(from..).map(|(_, could)| could)
    }

    fn in_force(&self, day: Day) -> Option<String> {
        // Of equal days the last one painted.
        self.0[&day].iter().max_by_key(|(from, _)| *from).map(|(_, label)| label.clone())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn for_any_history_and_any_day_in_force_is_what_the_model_says(acts in proptest::collection::vec(act(), 1..24)) {
        let mut at = Organisation::new();
        let id = at.draft("PR-1");
        let first = day(2025, 12, 20);
        let mut model = Model::default();
        model.0.extend((0..400u64).map(|n| (first.plus_days(n), Vec::new())));
        let mut now = today();
        // A withdrawal that lies ahead: what is approved meanwhile ends with it.
        let mut ahead: Option<Day> = None;
        // The days on which something was said or begins: between two of them nothing changes.
        let mut days = BTreeSet::from([first, first.plus_days(399)]);
        for act in acts {
            days.insert(now);
            let labels: Vec<String> = documents::revisions(at.db(), id).unwrap().iter().map(|r| r.label.clone()).collect();
            let pick = |n: usize| labels[n % labels.len()].clone();
            match act {
                Act::Days(n) => {
                    now = now.plus_days(n);
                    at.turn_to(now);
                }
                Act::File => {
                    let new = revision(&format!("file {}", labels.len()));
                    let _ = at.workspace.transact(|tx| documents::file_revision(tx, id, new));
                }
                Act::Approve(n, offset) => {
                    let from = if offset < 0 { now.minus_days(offset.unsigned_abs()) } else { now.plus_days(offset as u64) };
                    days.insert(from);
                    let new = Approval { reason: "so it is".into(), ..label(&pick(n), from) };
                    if at.workspace.transact(|tx| documents::approve(tx, id, new)).is_ok() {
                        let until = ahead.filter(|gone| *gone > now).unwrap_or(Day::MAX);
                        model.0.range_mut(from..until).for_each(|(_, could)| could.push((from, pick(n))));
                    }
                }
                Act::TakeBack(n) => {
                    let taken = at.workspace.transact(|tx| documents::take_back_approval(tx, id, Some(&pick(n)), "wrong"));
                    if taken.is_ok() {
                        model.from(now).for_each(|could| could.retain(|(_, label)| *label != pick(n)));
                    }
                }
                Act::Withdraw(n) => {
                    let on = now.plus_days(n);
                    days.insert(on);
                    if at.workspace.transact(|tx| documents::withdraw(tx, id, "unused", on)).is_ok() {
                        model.from(on).for_each(Vec::clear);
                        ahead = Some(on);
                    }
                }
                Act::Reinstate(n, offset) => {
                    let from = now.plus_days(offset);
                    days.insert(from);
                    let new = Reinstatement { label: Some(pick(n)), ..reinstatement(from) };
                    if at.workspace.transact(|tx| documents::reinstate(tx, id, new)).is_ok() {
                        model.from(from).for_each(|could| could.push((from, pick(n))));
                    }
                }
            }
        }
        days.insert(now);
        let beside = days.iter().flat_map(|day| [day.minus_days(1), *day, day.plus_days(1)]);
        for day in beside.filter(|day| model.0.contains_key(day)).collect::<BTreeSet<Day>>() {
            let looked = at.workspace.in_force(day).unwrap();
            let stands = documents::by_id(&looked, id).unwrap();
            let in_force = stands.revision.clone().filter(|_| stands.state == DocumentState::Effective);
            prop_assert_eq!(in_force, model.in_force(day), "on {}", day);
            // Asked of a copy that was filled for that day, it is the same.
            let filled = at.workspace.as_of(now, day, &|_, _| Ok(())).unwrap();
            prop_assert_eq!(documents::by_id(&filled, id).unwrap(), stands, "on {}", day);
            prop_assert_eq!(documents::drafts(&filled, 99).unwrap(), documents::drafts(&looked, 99).unwrap(), "on {}", day);
        }
        at.rebuilds_the_same();
    }
}

#[test]
fn an_older_revision_that_would_replace_a_newer_one_needs_a_reason_and_is_told() {
    use clausebook::documents::Notice;
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 7, 1))));
    at.does(|tx| documents::file_revision(tx, id, revision("three")));
    assert_eq!(at.refuses(|tx| documents::approve(tx, id, approval(today()))), "revision_older_returns");
    let why = Approval { reason: "Until the old form is back".into(), ..approval(today()) };
    let (_, notices) = at.does(|tx| documents::approve(tx, id, why));
    assert_eq!(notices, [Notice::ReplacedByOlder { revision: "2".into(), on: day(2026, 7, 1) }]);
    assert_eq!(in_force(&at, id, today()).as_deref(), Some("3"));
    assert_eq!(in_force(&at, id, day(2026, 7, 1)).as_deref(), Some("2"), "the note is true");
    let there = documents::revisions(at.db(), id).unwrap();
    assert_eq!(documents::overtaken(at.db(), id, &there, today()).unwrap(), [], "somebody said why");
    at.rebuilds_the_same();
}

#[test]
fn what_a_list_says_of_an_older_revision_is_taken_over_and_found() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 7, 1))));
    at.does(|tx| documents::file_revision(tx, id, revision("three")));
    at.does(|tx| documents::take_over_approval(tx, id, approval(today())));
    let there = documents::revisions(at.db(), id).unwrap();
    let found = documents::overtaken(at.db(), id, &there, today()).unwrap();
    let found: Vec<_> = found.iter().map(|one| (one.newer.as_str(), one.older.as_str(), one.on)).collect();
    assert_eq!(found, [("3", "2", day(2026, 7, 1))]);
    let kinds: Vec<_> = crate::checks::check(&at, &[]).findings;
    assert!(kinds.iter().any(|f| f.what == clausebook::checks::Irregular::ReplacedByOlder));
}
