//! From draft to withdrawn, with who and when.

use clausebook::day::{Day, Due};
use clausebook::documents::{self, Approval, DocumentState, RevisionState};
use clausebook::ids::DocumentId;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, revision, today};

fn due(day: Day) -> Option<Due> {
    Some(Due::Day { day })
}

fn next_review(at: &Organisation, document: DocumentId) -> Option<Due> {
    documents::by_id(at.db(), document).unwrap().next_review
}

#[test]
fn an_approved_draft_is_in_force_with_who_and_when_and_its_next_review() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    at.wrote();
    at.does(|tx| documents::approve(tx, "pr-1", approval(today())));
    assert_eq!(at.wrote(), ["document.approved"], "one event says it all");
    let document = documents::by_id(at.db(), id).unwrap();
    assert_eq!((document.state, document.in_use), (DocumentState::Effective, true));
    assert_eq!(document.next_review, due(day(2027, 1, 15)), "the interval gives the next review");
    let first = documents::revisions(at.db(), id).unwrap().remove(0);
    assert_eq!((first.state, first.effective_from), (RevisionState::Effective, Some(today())));
    assert_eq!((first.approved_by.as_deref(), first.approved_on), (Some("approver@example.org"), due(today())));
    assert_eq!(documents::standing(at.db(), id).unwrap().unwrap().state, DocumentState::Effective);
    at.rebuilds_the_same();
}

#[test]
fn a_next_review_that_is_given_goes_before_the_interval() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    let given = Some(Due::Month { first: day(2026, 6, 1) });
    at.does(|tx| documents::approve(tx, id, Approval { next_review: given, ..approval(today()) }));
    assert_eq!(next_review(&at, id), given);
}

#[test]
fn a_revision_in_force_supersedes_the_one_before() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 2, 1))));
    let revisions = documents::revisions(at.db(), id).unwrap();
    let states: Vec<RevisionState> = revisions.iter().map(|r| r.state).collect();
    assert_eq!(states, [RevisionState::Superseded, RevisionState::Effective]);
    assert_eq!(revisions[0].ended_on, Some(day(2026, 2, 1)), "it ends when the next begins");
    assert_eq!(documents::by_id(at.db(), id).unwrap().revision.as_deref(), Some("2"));
    at.rebuilds_the_same();
}

#[test]
fn only_a_draft_that_is_there_is_approved() {
    let mut at = Organisation::new();
    at.document("PR-1");
    let listed = documents::NewDocument::new("PR-2", "Sales", documents::DocumentKind::Procedure);
    at.does(|tx| documents::register(tx, listed));
    let mut approve = |code: &str, label: Option<&str>| {
        let label = label.map(str::to_owned);
        at.refuses(|tx| documents::approve(tx, code, Approval { label, ..approval(today()) }))
    };
    assert_eq!(approve("PR-1", None), "revision_not_draft", "it is in force");
    assert_eq!(approve("PR-1", Some("7")), "revision_not_found");
    assert_eq!(approve("PR-2", None), "document_without_revision");
    assert_eq!(approve("PR-3", None), "document_not_found");
}

#[test]
fn a_revision_is_approved_by_its_label_and_a_superseded_one_is_not() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    let label = |label: &str| Approval { label: Some(label.into()), ..approval(today()) };
    at.does(|tx| documents::approve(tx, id, label("1")));
    assert_eq!(documents::by_id(at.db(), id).unwrap().revision.as_deref(), Some("1"));
    at.does(|tx| documents::approve(tx, id, label("2")));
    assert_eq!(at.refuses(|tx| documents::approve(tx, id, label("1"))), "revision_not_draft");
}

#[test]
fn a_next_review_that_stays_the_same_is_no_event() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.wrote();
    at.does(|tx| documents::set_next_review(tx, id, due(day(2027, 1, 15))));
    assert!(at.wrote().is_empty());
    let either = Some(Due::Ambiguous { day_first: day(2026, 3, 12), month_first: day(2026, 12, 3) });
    at.does(|tx| documents::set_next_review(tx, id, either));
    assert_eq!((at.wrote(), next_review(&at, id)), (vec!["document.next_review_set".to_owned()], either));
    at.does(|tx| documents::set_next_review(tx, id, None));
    assert_eq!(next_review(&at, id), None);
    at.rebuilds_the_same();
}

#[test]
fn a_withdrawn_document_keeps_its_history_and_has_no_next_review() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.wrote();
    at.does(|tx| documents::withdraw(tx, id, "replaced by another", today()));
    assert_eq!(at.wrote(), ["document.withdrawn"]);
    let document = documents::by_id(at.db(), id).unwrap();
    assert_eq!((document.state, document.in_use, document.next_review), (DocumentState::Withdrawn, false, None));
    assert_eq!(
        documents::standing(at.db(), id).unwrap().unwrap().state,
        DocumentState::Withdrawn,
        "it is no evidence any more"
    );
    let revisions = documents::revisions(at.db(), id).unwrap();
    assert!(revisions.iter().all(|r| r.state == RevisionState::Withdrawn && r.ended_on == Some(today())));
    assert!(revisions.iter().all(|r| !r.files.is_empty()), "its files stay");
    at.rebuilds_the_same();
}

#[test]
fn a_withdrawn_document_gets_no_revision_approval_review_or_second_withdrawal() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::withdraw(tx, id, "replaced by another", today()));
    assert_eq!(at.refuses(|tx| documents::file_revision(tx, id, revision("three"))), "document_withdrawn");
    assert_eq!(at.refuses(|tx| documents::approve(tx, id, approval(today()))), "document_withdrawn");
    assert_eq!(at.refuses(|tx| documents::set_next_review(tx, id, due(day(2027, 1, 1)))), "document_withdrawn");
    assert_eq!(at.refuses(|tx| documents::withdraw(tx, id, "again", today())), "document_withdrawn");
}
