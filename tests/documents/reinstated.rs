//! A revision put in force again stands by the approval that it had; who put it in force again is told beside it.

use clausebook::day::{Day, Due};
use clausebook::documents::{self, Approval, Reinstated, Reinstatement, Revision, RevisionState};
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
fn what_has_no_approval_that_stands_is_not_put_in_force_again() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::take_back_approval(tx, id, Some("1"), "The wrong file"));
    at.does(|tx| documents::withdraw(tx, id, "Nobody uses it", tx.today()));
    assert_eq!(at.refuses(|tx| documents::reinstate(tx, id, again(today()))), "document_never_in_force");
    let named = Reinstatement { label: Some("1".into()), ..again(today()) };
    assert_eq!(at.refuses(|tx| documents::reinstate(tx, id, named)), "revision_not_approved");
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
