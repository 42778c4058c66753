//! The history of a document or record: all that happened to it, from when it holds, when it was recorded, and what was
//! in force when.

mod words;

use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::api::{Command, ItemHistoryShow, ItemKind, Session, When};
use clausebook::audits::{self, AuditKind, NewAudit};
use clausebook::day::{Day, Due};
use clausebook::documents::{self, Approval, DocumentState, Reinstatement};
use clausebook::items::{self, ItemId};
use clausebook::log::{self, Happened, ItemHistory};
use clausebook::reviews::{self, Outcome};

use crate::support::organisation::{Organisation, approval, revision, today};
use crate::support::{Place, day, file};

/// The history of a document by all that is known.
fn history(at: &Organisation, code: &str) -> ItemHistory {
    let item = items::find(at.db(), code).unwrap();
    let ItemId::Document(id) = item else { panic!("{code} is a record") };
    let spans = documents::spans(at.db(), id).unwrap();
    log::history(at.db(), item, spans, at.workspace.head().unwrap().size).unwrap()
}

fn kinds(history: &ItemHistory) -> Vec<&str> {
    history.happened.iter().map(|h| h.kind.as_str()).collect()
}

fn of<'h>(history: &'h ItemHistory, kind: &str) -> &'h Happened {
    history.happened.iter().find(|h| h.kind == kind).unwrap()
}

fn in_force(history: &ItemHistory) -> Vec<(Day, Option<Day>, &str)> {
    let spans = history.spans.iter().filter(|s| s.state == DocumentState::Effective);
    spans.map(|s| (s.from, s.until, s.revision.as_deref().unwrap())).collect()
}

#[test]
fn all_that_happened_is_told_newest_first_and_nothing_of_others() {
    let mut at = Organisation::new();
    let id = at.document("QP-1");
    at.document("QP-2");
    at.map(ItemId::Document(id), "9001/7.5.3");
    at.does(|tx| reviews::conclude(tx, id, Outcome::Confirmed, "still right", today(), None));
    let told = history(&at, "QP-1");
    let recorded =
        ["review.concluded", "mapping.linked", "document.approved", "document.revision_filed", "document.registered"];
    assert_eq!(kinds(&told), recorded);
    assert_eq!(of(&told, "mapping.linked").said.texts["reference"], "9001:2015/7.5.3");
    assert_eq!(of(&told, "review.concluded").said.texts["reason"], "still right");
    assert!(told.happened.is_sorted_by(|a, b| a.seq > b.seq), "in the order of the ledger");
    assert!(told.happened.iter().all(|h| h.said.texts.get("item").is_none_or(|code| code == "QP-1")));
}

#[test]
fn each_entry_belongs_to_the_revision_it_is_about() {
    let mut at = Organisation::new();
    let id = at.document("QP-1");
    at.does(|tx| documents::file_revision(tx, id, revision("2")));
    at.map(ItemId::Document(id), "9001/7.5.3");
    at.does(|tx| documents::take_back_approval(tx, id, Some("1"), "signed by the wrong person"));
    let told = history(&at, "QP-1");
    let label = |kind| of(&told, kind).revision.as_deref();
    assert_eq!(label("document.registered"), Some("1"), "what came before the first revision belongs to it");
    assert_eq!(label("document.approved"), Some("1"));
    assert_eq!(label("mapping.linked"), Some("2"), "what names none, to the newest by then");
    assert_eq!(label("document.approval_taken_back"), Some("1"), "what names one, to that");
}

#[test]
fn a_revision_taken_back_keeps_its_name_in_the_history() {
    let mut at = Organisation::new();
    let id = at.document("QP-1");
    let second = at.does(|tx| documents::file_revision(tx, id, revision("2")));
    at.does(|tx| documents::take_back_revision(tx, id, second));
    let told = history(&at, "QP-1");
    assert_eq!(of(&told, "document.revision_taken_back").said.texts["revision"], "2");
}

#[test]
fn what_held_before_it_was_recorded_is_late() {
    let mut at = Organisation::new();
    let id = at.draft("QP-1");
    let then = day(2024, 2, 12);
    at.does(|tx| documents::approve(tx, id, approval(then)));
    let told = history(&at, "QP-1");
    let approved = of(&told, "document.approved");
    assert_eq!((approved.holds, approved.recorded, approved.late), (Some(Due::Day { day: then }), today(), true));
    let filed = of(&told, "document.revision_filed");
    assert_eq!((filed.holds, filed.late), (None, false), "what holds from its own day says no other");
    let planned = day(2026, 9, 1);
    let next = at.draft("QP-2");
    at.does(|tx| documents::approve(tx, next, approval(planned)));
    let told = history(&at, "QP-2");
    assert_eq!(of(&told, "document.approved").holds, Some(Due::Day { day: planned }));
    assert!(!of(&told, "document.approved").late, "a day to come is not late");
}

#[test]
fn the_strip_says_what_was_in_force_when_with_its_gaps_and_what_comes() {
    let mut at = Organisation::new();
    let id = at.document("QP-1");
    at.turn_to(day(2026, 3, 1));
    at.does(|tx| documents::withdraw(tx, id, "not needed", tx.today()));
    at.turn_to(day(2026, 5, 1));
    let back = Reinstatement { label: None, from: day(2026, 5, 1), next_review: None, reason: "needed".into() };
    at.does(|tx| documents::reinstate(tx, id, back));
    at.does(|tx| documents::file_revision(tx, id, revision("2")));
    at.does(|tx| documents::approve(tx, id, Approval { label: Some("2".into()), ..approval(day(2026, 8, 1)) }));
    let told = history(&at, "QP-1");
    let expected = [
        (today(), Some(day(2026, 3, 1)), "1"),
        (day(2026, 5, 1), Some(day(2026, 8, 1)), "1"),
        (day(2026, 8, 1), None, "2"),
    ];
    assert_eq!(in_force(&told), expected);
    let gap = told.spans.iter().find(|s| s.state == DocumentState::Withdrawn).unwrap();
    assert_eq!((gap.from, gap.until), (day(2026, 3, 1), Some(day(2026, 5, 1))));
    assert!(told.spans.windows(2).all(|two| two[0].until == Some(two[1].from)), "no day is left out or told twice");
}

#[test]
fn being_in_a_pack_is_told_and_anchors_what_came_before_it() {
    let mut at = Organisation::new();
    let place = Place::new();
    let record = clausebook::filing::add_record(
        &mut at.workspace,
        &clausebook::search::TextCache::open(&place.path("text.db")).unwrap(),
        clausebook::records::Particulars::new("Minutes".into()),
        Vec::new(),
        &[file(place.folder.path(), "minutes.txt", b"minutes")],
        vec!["9001:2015/9.3".parse().unwrap()],
        false,
    )
    .unwrap()
    .0;
    let audit = |code: &str| NewAudit {
        code: code.into(),
        title: "Audit".into(),
        kind: AuditKind::Internal,
        editions: vec!["9001:2015".parse().unwrap()],
        scope: Vec::new(),
        period_from: None,
        period_to: None,
    };
    for code in ["A-1", "A-2"] {
        at.does(|tx| audits::plan(tx, audit(code)));
    }
    let out = |name: &str| place.path(name);
    pack(&mut at, "A-1", &out("one.zip"));
    let item = ItemId::Record(record);
    let told = |at: &Organisation| log::history(at.db(), item, Vec::new(), at.workspace.head().unwrap().size).unwrap();
    let first = told(&at);
    assert_eq!(kinds(&first)[0], "pack.issued");
    let held = of(&first, "record.filed").held.as_ref().unwrap();
    assert!(held.pack.starts_with("A-1") && held.since == today() && held.size > of(&first, "record.filed").seq);
    assert_eq!(of(&first, "pack.issued").held, None, "a pack does not hold its own entry");
    pack(&mut at, "A-2", &out("two.zip"));
    let again = told(&at);
    assert_eq!(of(&again, "record.filed").held.as_ref(), Some(held), "held since the first");
    let entries = entries_in(&out("two.zip"));
    assert!(!entries.contains("A-1"), "an auditor is not told of packs for others");
    at.rebuilds_the_same();
}

fn pack(at: &mut Organisation, code: &str, out: &Path) {
    let audit = audits::by_code(at.db(), code).unwrap();
    let never = AtomicBool::new(false);
    let out = clausebook::saved::Target { path: out, overwrite: false };
    let wanted = clausebook::packs::Wanted { audit, recorded: None, day: today(), out };
    clausebook::rebuild::build_pack(&mut at.workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &never).unwrap();
}

fn entries_in(pack: &Path) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(pack).unwrap()).unwrap();
    let place = (0..zip.len()).find(|n| zip.by_index(*n).unwrap().name().unwrap().ends_with("ledger/entries.jsonl"));
    std::io::read_to_string(zip.by_index(place.unwrap()).unwrap()).unwrap()
}

#[test]
fn as_recorded_by_a_day_nothing_later_is_told() {
    let mut at = Organisation::new();
    let id = at.document("QP-1");
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::withdraw(tx, id, "not needed", tx.today()));
    let mut session = Session::new(
        at.workspace.root(),
        &at.place.path("config"),
        clausebook::api::Here {
            clock: at.workspace.clock(),
            zone: clausebook::day::Zone::UTC,
            login: "local".to_owned(),
            contained: clausebook::contained::Containment::here(),
            agent: None,
        },
    );
    let mut ask = |as_of: Option<Day>, in_force: Option<Day>| {
        let when = When { as_of, in_force };
        let question = ItemHistoryShow { code: "QP-1".into(), kind: Some(ItemKind::Document), when };
        question.run(&mut session).unwrap()
    };
    let (then, now) = (ask(Some(today()), None), ask(None, None));
    assert_eq!(kinds(&now)[0], "document.withdrawn");
    assert_eq!(kinds(&then), kinds(&now)[1..], "what was written later is not known");
    assert_eq!(in_force(&then), [(today(), None, "1")], "nor what it did");
    assert_eq!(kinds(&ask(None, Some(today()))), kinds(&now), "for another day the same happened");
}

#[test]
fn the_terminal_tells_it_in_words() {
    let mut at = Organisation::new();
    let id = at.document("QP-1");
    at.does(|tx| documents::withdraw(tx, id, "not needed", tx.today()));
    let record = at.record("Minutes");
    let code = items::name(at.db(), ItemId::Record(record)).unwrap().code;
    let says = |args: &[&str]| {
        let out = at.place.run(args);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    let document = says(&["document", "history", "QP-1"]);
    assert!(document.contains("withdrawn from 2026-01-15: “not needed”"), "{document}");
    assert!(document.contains("revision 1 approved by"), "{document}");
    assert!(!document.contains("document."), "no code of the core: {document}");
    assert!(says(&["record", "history", &code]).contains("filed: Minutes"));
    assert_eq!(at.place.refused(&["record", "history", "QP-1"])["reason"], "record_not_found");
    let json = at.place.json(&["document", "history", "QP-1"]);
    assert_eq!(json["happened"][0]["kind"], "document.withdrawn");
}
