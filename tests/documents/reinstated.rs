//! A revision put in force again stands by the approval that it had; who put it in force again is told beside it.

use clausebook::day::{Day, Due};
use clausebook::documents::{self, Approval, DocumentState, Reinstated, Reinstatement, Revision, RevisionState};
use clausebook::ids::DocumentId;
use clausebook::people;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, revision, today};

fn again(from: Day) -> Reinstatement {
    Reinstatement { label: None, from, next_review: None, reason: "It is needed again".into() }
}

fn first(at: &Organisation, id: DocumentId) -> Revision {
    documents::revisions(at.db(), id).unwrap().swap_remove(0)
}

/// Withdraws it today and puts it in force again `days` later, in the name of somebody else.
fn goes_and_comes(at: &mut Organisation, id: DocumentId, now: Day, days: u64) {
    at.turn_to(now);
    at.does(|tx| documents::withdraw(tx, id, "Nobody uses it", tx.today()));
    at.turn_to(now.plus_days(days));
    at.workspace.act_as("manager@example.org");
    at.does(|tx| documents::reinstate(tx, id, again(tx.today())));
}

#[test]
fn who_approved_and_when_is_what_it_was_before_the_withdrawal() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    let (by, on) = ("director@example.org".to_owned(), Some(Due::Month { first: day(2025, 12, 1) }));
    at.does(|tx| documents::approve(tx, id, Approval { by: by.clone(), on, ..approval(today()) }));
    goes_and_comes(&mut at, id, day(2026, 2, 1), 9);
    goes_and_comes(&mut at, id, day(2026, 4, 1), 9);
    let there = first(&at, id);
    assert_eq!((there.approved_by, there.approved_on), (Some(by), on), "nobody approves by putting in force again");
    assert_eq!(there.effective_from, Some(day(2026, 4, 10)));
    let told =
        |from| Reinstated { by: "manager@example.org".into(), on: from, from, reason: "It is needed again".into() };
    assert_eq!(there.reinstatements, [told(day(2026, 2, 10)), told(day(2026, 4, 10))], "each with who and why");
    let before = documents::revisions(&at.workspace.in_force(day(2026, 3, 1)).unwrap(), id).unwrap();
    assert_eq!(before[0].reinstatements.len(), 1, "on a day before nothing is told of what came later");
    at.rebuilds_the_same();
}

#[test]
fn an_approval_by_its_own_author_stays_marked() {
    let mut at = Organisation::new();
    at.does(|tx| people::set_author_rule(tx, true, "Few people"));
    let id = at.draft("PR-1");
    let author = "author@example.org".to_owned();
    let new = documents::NewRevision { author: author.clone(), ..revision("two") };
    at.does(|tx| documents::file_revision(tx, id, new));
    at.does(|tx| documents::approve(tx, id, Approval { by: author, ..approval(today()) }));
    goes_and_comes(&mut at, id, day(2026, 2, 1), 3);
    assert!(documents::revisions(at.db(), id).unwrap()[1].approved_by_author);
}

#[test]
fn the_last_approval_before_the_withdrawal_is_the_one_that_stands() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::take_back_approval(tx, id, None, "The wrong signature"));
    let by = "second@example.org".to_owned();
    at.does(|tx| documents::approve(tx, id, Approval { by: by.clone(), ..approval(tx.today()) }));
    goes_and_comes(&mut at, id, day(2026, 3, 1), 1);
    assert_eq!(first(&at, id).approved_by, Some(by));
}

#[test]
fn what_has_no_approval_that_stands_is_a_draft_again_and_nothing_else() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::take_back_approval(tx, id, Some("1"), "The wrong file"));
    at.does(|tx| documents::withdraw(tx, id, "Nobody uses it", tx.today()));
    let named = Reinstatement { label: Some("1".into()), ..again(today()) };
    assert_eq!(at.refuses(|tx| documents::reinstate(tx, id, named)), "revision_not_approved");
    let later = again(today().plus_days(1));
    assert_eq!(at.refuses(|tx| documents::reinstate(tx, id, later)), "document_withdrawal_only_called_off");
    at.does(|tx| documents::reinstate(tx, id, again(today())));
    assert_eq!(documents::by_id(at.db(), id).unwrap().state, DocumentState::Draft);
    assert!(documents::revisions(at.db(), id).unwrap().iter().all(|r| r.state == RevisionState::Draft));
    at.rebuilds_the_same();
}

#[test]
fn a_withdrawal_that_lies_ahead_is_called_off_and_hinders_nothing_until_its_day() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let gone = day(2026, 3, 1);
    at.does(|tx| documents::withdraw(tx, id, "Nobody will use it", gone));
    assert_eq!(at.refuses(|tx| documents::withdraw(tx, id, "again", gone)), "document_withdrawal_planned");
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    assert_eq!(at.refuses(|tx| documents::approve(tx, id, approval(gone))), "revision_after_withdrawal");
    at.does(|tx| documents::approve(tx, id, approval(tx.today())));
    let stands = |at: &Organisation, on: Day| {
        let there = documents::by_id(&at.workspace.in_force(on).unwrap(), id).unwrap();
        (there.state, there.revision.unwrap())
    };
    assert_eq!(stands(&at, gone.minus_days(1)), (DocumentState::Effective, "2".to_owned()));
    assert_eq!(stands(&at, gone).0, DocumentState::Withdrawn, "what was approved meanwhile ends with it");
    assert_eq!(documents::withdrawn_from(at.db(), id).unwrap(), Some(gone));
    at.rebuilds_the_same();
    let named = Reinstatement { label: Some("1".into()), ..again(day(2026, 2, 1)) };
    assert_eq!(at.refuses(|tx| documents::reinstate(tx, id, named)), "document_withdrawal_only_called_off");
    at.wrote();
    at.does(|tx| documents::reinstate(tx, id, again(tx.today())));
    assert_eq!(at.wrote(), ["document.withdrawal_called_off"]);
    assert_eq!(stands(&at, gone), (DocumentState::Effective, "2".to_owned()));
    assert_eq!(documents::withdrawn_from(at.db(), id).unwrap(), None);
    assert_eq!(at.refuses(|tx| documents::reinstate(tx, id, again(tx.today()))), "document_not_withdrawn");
    at.rebuilds_the_same();
}

#[test]
fn what_is_withdrawn_before_its_day_never_comes_into_force() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 2, 1))));
    assert!(!first(&at, id).never_in_force);
    at.does(|tx| documents::withdraw(tx, id, "Nobody needs it", day(2026, 1, 20)));
    assert!(first(&at, id).never_in_force);
    at.turn_to(day(2026, 2, 10));
    assert!(first(&at, id).never_in_force);
    assert_eq!(documents::by_id(at.db(), id).unwrap().state, DocumentState::Withdrawn);
}

#[test]
fn an_approval_taken_back_in_a_withdrawn_document_leaves_a_way_out() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::withdraw(tx, id, "Nobody will use it", day(2026, 2, 1)));
    at.does(|tx| documents::take_back_approval(tx, id, None, "The wrong file"));
    assert_eq!(documents::drafts_count(at.db()).unwrap(), 1, "until the day it can be approved");
    at.turn_to(day(2026, 2, 1));
    assert_eq!(documents::drafts_count(at.db()).unwrap(), 0);
    at.does(|tx| documents::reinstate(tx, id, again(tx.today())));
    assert_eq!(documents::by_id(at.db(), id).unwrap().state, DocumentState::Draft);
}

#[test]
fn an_approval_taken_back_takes_the_reinstatement_with_it() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    goes_and_comes(&mut at, id, day(2026, 2, 1), 9);
    at.does(|tx| documents::take_back_approval(tx, id, None, "It was never right"));
    let there = first(&at, id);
    assert_eq!((there.state, there.approved_by), (RevisionState::Withdrawn, None), "the withdrawal holds again");
    assert!(there.reinstatements.is_empty());
    at.rebuilds_the_same();
}
