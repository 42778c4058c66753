//! Correcting what was entered about documents, and replacing the wrong files of a draft.

use clausebook::coverage;
use clausebook::day::Due;
use clausebook::documents::{self, Document};
use clausebook::items::ItemId;
use clausebook::log;
use clausebook::named::Wanted;
use clausebook::systems;
use clausebook::undo::undo;
use clausebook::workspace::entries_about;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, owned, paper, revision, today};

fn wanted(pairs: &[(&str, &str)]) -> Wanted {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn shown(at: &Organisation, code: &str) -> Document {
    documents::by_code(at.db(), code).unwrap()
}

fn last_told(at: &Organisation) -> String {
    log::log(at.db(), None, 1).unwrap().entries[0].about.clone()
}

#[test]
fn every_particular_is_corrected_and_the_number_too() {
    let mut at = Organisation::new();
    at.document("PR-1");
    at.wrote();
    let all = wanted(&[
        ("code", "PR-01"),
        ("title", "Control of records"),
        ("kind", "policy"),
        ("owner", "Change Manager"),
        ("approver", "Managing Director"),
        ("classification", "Internal"),
        ("distribution", "All staff"),
        ("retention", "3 years"),
        ("source", "Head office"),
        ("language", "German"),
        ("review_interval", "24"),
    ]);
    assert_eq!(all.len(), <documents::Numbered as clausebook::named::List>::FIELDS.len(), "every one there is");
    assert!(at.does(|tx| documents::correct(tx, "PR-1", &all, None, "Typing errors")));
    assert_eq!(at.wrote(), ["document.corrected"], "all of it is one event");
    let now = shown(&at, "pr-01");
    assert_eq!((now.code.as_str(), now.language.as_str(), now.review_interval), ("PR-01", "German", Some(24)));
    assert_eq!(documents::by_code(at.db(), "PR-1").unwrap_err().reason().name, "document_not_found");
    at.rebuilds_the_same();
}

#[test]
fn an_empty_value_clears_and_a_title_is_never_empty() {
    let mut at = Organisation::new();
    at.document("PR-1");
    at.does(|tx| documents::correct(tx, "PR-1", &wanted(&[("owner", "Ada"), ("source", "x")]), None, "known now"));
    at.does(|tx| documents::correct(tx, "PR-1", &wanted(&[("owner", ""), ("review_interval", "")]), None, "nobody"));
    let now = shown(&at, "PR-1");
    assert_eq!((now.owner.as_str(), now.review_interval, now.source.as_str()), ("", None, "x"));
    for empty in ["title", "code"] {
        let change = wanted(&[(empty, " ")]);
        assert_eq!(at.refuses(|tx| documents::correct(tx, "PR-1", &change, None, "r")), "document_incomplete");
    }
}

#[test]
fn the_same_value_again_writes_nothing() {
    let mut at = Organisation::new();
    at.document("PR-1");
    at.wrote();
    let same = wanted(&[("title", "Title of PR-1 "), ("review_interval", "12"), ("code", " PR-1")]);
    assert!(!at.does(|tx| documents::correct(tx, "PR-1", &same, Some(Vec::new()), "again")));
    assert_eq!(at.wrote(), Vec::<String>::new());
}

#[test]
fn what_registering_refuses_is_refused_in_correcting() {
    let mut at = Organisation::new();
    at.document("PR-1");
    at.document("PR-2");
    let cases = [
        ("code", "pr-2", "document_code_taken"),
        ("review_interval", "0", "document_interval_out_of_range"),
        ("review_interval", "121", "document_interval_out_of_range"),
        ("review_interval", "often", "number_unreadable"),
        ("kind", "poem", "document_kind_unknown"),
        ("colour", "red", "particular_unknown"),
    ];
    for (field, text, reason) in cases {
        let change = wanted(&[(field, text)]);
        assert_eq!(at.refuses(|tx| documents::correct(tx, "PR-1", &change, None, "why")), reason, "{field} {text}");
    }
    let change = wanted(&[("owner", "Ada")]);
    assert_eq!(
        at.refuses(|tx| documents::correct(tx, "PR-1", &change, None, " ")),
        "document_corrected_without_reason"
    );
    at.does(|tx| documents::correct(tx, "PR-1", &wanted(&[("code", "pr-1")]), None, "its own code in small letters"));
}

#[test]
fn coverage_follows_a_corrected_scope() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("QMS", &["A", "B"]);
    let item = ItemId::Document(at.document("PR-1"));
    at.map(item, "9001/7.5");
    let covered = |at: &Organisation, place: &str| {
        let item = systems::scope_item(at.db(), place).unwrap();
        let edition = "9001:2015".parse().unwrap();
        coverage::coverage(at.db(), &edition, Some(&item), today()).unwrap().summary.covered
    };
    let both = [covered(&at, "A"), covered(&at, "B")];
    assert!(both[0] > 0 && both[0] == both[1], "without a scope it counts everywhere");
    let only_a = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    at.does(|tx| documents::correct(tx, "PR-1", &Wanted::new(), Some(only_a), "Only at A"));
    assert_eq!([covered(&at, "A"), covered(&at, "B")], [both[0], 0]);
    assert_eq!(last_told(&at), "PR-1, scope: – → A, Only at A");
    at.rebuilds_the_same();
}

#[test]
fn a_corrected_interval_moves_no_next_review() {
    let mut at = Organisation::new();
    at.document("PR-1");
    let due = shown(&at, "PR-1").next_review;
    assert_eq!(due, Some(Due::Day { day: day(2027, 1, 15) }));
    at.does(|tx| documents::correct(tx, "PR-1", &wanted(&[("review_interval", "6")]), None, "Twice a year"));
    assert_eq!(shown(&at, "PR-1").next_review, due);
}

#[test]
fn a_correction_is_told_with_before_and_after_and_stands_in_the_history() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::correct(tx, "PR-1", &wanted(&[("owner", "Ada"), ("code", "PR-9")]), None, " She left "));
    assert_eq!(last_told(&at), "PR-9, code: PR-1 → PR-9, owner: – → Ada, She left");
    let size = at.workspace.head().unwrap().size;
    assert_eq!(entries_about(at.db(), [id.0], size).unwrap().last(), Some(&(size - 1)));
}

#[test]
fn a_correction_is_undone_unless_it_was_corrected_again_since() {
    let mut at = Organisation::new();
    at.document("PR-1");
    let before = shown(&at, "PR-1");
    at.workspace.take_written();
    let correct = |at: &mut Organisation, owner: &str| {
        at.workspace.act_as(owner);
        at.does(|tx| documents::correct(tx, "PR-1", &wanted(&[("owner", owner)]), None, "why"));
    };
    correct(&mut at, "Ada");
    correct(&mut at, "Bo");
    at.workspace.act_as("Ada");
    let refusal = undo(&mut at.workspace).unwrap_err();
    assert!(refusal.value("since").unwrap().contains("document.corrected 2026-01-15 Bo"), "{refusal}");
    at.wrote();
    at.workspace.act_as("Bo");
    undo(&mut at.workspace).unwrap();
    at.workspace.act_as("Ada");
    undo(&mut at.workspace).unwrap();
    assert_eq!(at.wrote(), ["batch.undone", "document.corrected", "batch.undone", "document.corrected"]);
    assert_eq!(shown(&at, "PR-1"), before);
    // Its code of before may belong to another one meanwhile.
    at.does(|tx| documents::correct(tx, "PR-1", &wanted(&[("code", "PR-2")]), None, "Numbered wrongly"));
    at.workspace.act_as("Bo");
    at.document("PR-1");
    at.workspace.act_as("Ada");
    let refusal = undo(&mut at.workspace).unwrap_err();
    assert_eq!(refusal.reason().name, "document_code_taken");
}

#[test]
fn the_wrong_files_of_a_draft_are_replaced_and_stay_in_the_history() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("wrong")));
    at.wrote();
    at.workspace.take_written();
    let replace = |tx: &mut clausebook::workspace::Tx<'_>, content: &str, reason: &str| {
        documents::replace_files(tx, "PR-1", None, vec![paper(content)], reason)
    };
    assert_eq!(at.refuses(|tx| replace(tx, "right", " ")), "revision_files_without_reason");
    assert!(at.does(|tx| replace(tx, "right", "That was another procedure")));
    let files = |at: &Organisation| documents::revisions(at.db(), id).unwrap().pop().unwrap().files;
    assert_eq!(files(&at), [paper("right")]);
    assert_eq!(last_told(&at), "PR-1, wrong.txt → right.txt, That was another procedure");
    assert!(!at.does(|tx| replace(tx, "right", "again")), "the same file again writes nothing");
    at.rebuilds_the_same();
    undo(&mut at.workspace).unwrap();
    assert_eq!(files(&at), [paper("wrong")]);
    at.does(|tx| replace(tx, "right", "That was another procedure"));
    at.workspace.act_as("Bo");
    at.does(|tx| replace(tx, "other", "Still another one"));
    at.workspace.act_as("local");
    assert_eq!(undo(&mut at.workspace).unwrap_err().reason().name, "change_built_upon");
}

#[test]
fn what_was_decided_about_keeps_its_files() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let replace = |tx: &mut clausebook::workspace::Tx<'_>, label: Option<&str>| {
        documents::replace_files(tx, id, label, vec![paper("other")], "why")
    };
    assert_eq!(at.refuses(|tx| replace(tx, None)), "revision_decided", "approved");
    assert_eq!(at.refuses(|tx| replace(tx, Some("7"))), "revision_not_found");
    at.does(|tx| documents::take_back_approval(tx, id, None, "The wrong one"));
    assert_eq!(at.refuses(|tx| replace(tx, None)), "revision_decided", "a draft again, and decided about once");
    at.does(|tx| documents::file_revision(tx, id, revision("second")));
    assert!(at.does(|tx| replace(tx, None)), "the newest draft");
    at.does(|tx| documents::approve(tx, id, approval(day(2027, 1, 1))));
    assert_eq!(at.refuses(|tx| replace(tx, None)), "revision_decided", "coming");
}
