//! Reviews: their outcomes, and what a change of scope makes doubtful.

mod doubts;
mod outcomes;
mod rechecks;

use clausebook::day::{Day, Due};
use clausebook::documents::{self, DocumentKind, DocumentState, NewDocument};
use clausebook::error::Result;
use clausebook::reviews::{self, Outcome};
use clausebook::workspace::Tx;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, revision, today};

/// Concludes the review of PR-1 today.
fn conclude(
    outcome: Outcome,
    reason: &'static str,
    next: Option<Day>,
) -> impl FnOnce(&mut Tx<'_>) -> Result<Option<Due>> {
    move |tx| reviews::conclude(tx, "PR-1", outcome, reason, tx.today(), next)
}

fn due(day: Day) -> Option<Due> {
    Some(Due::Day { day })
}

#[test]
fn a_confirmed_document_is_due_again_by_its_interval_or_on_the_day_given() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.workspace.act_as("reviewer@example.org");
    at.turn_to(day(2026, 6, 1));
    at.wrote();
    assert_eq!(at.does(conclude(Outcome::Confirmed, " still right ", None)), due(day(2027, 6, 1)));
    assert_eq!(at.wrote(), ["review.concluded", "document.next_review_set"]);
    assert_eq!(at.does(conclude(Outcome::Confirmed, "again", Some(day(2099, 1, 1)))), due(day(2099, 1, 1)));
    assert_eq!(documents::by_id(at.db(), id).unwrap().next_review, due(day(2099, 1, 1)));
    let [first, second] = &reviews::reviews_of(at.db(), id).unwrap()[..] else { panic!("two reviews") };
    assert_eq!((first.reason.as_str(), first.on, first.outcome), ("still right", day(2026, 6, 1), Outcome::Confirmed));
    assert_eq!((first.reviewer.as_str(), first.next_review), ("reviewer@example.org", due(day(2027, 6, 1))));
    assert_eq!(second.reason, "again", "the oldest stands first");
    at.rebuilds_the_same();
}

#[test]
fn a_review_says_why() {
    let mut at = Organisation::new();
    at.document("PR-1");
    for &outcome in Outcome::ALL {
        assert_eq!(at.refuses(conclude(outcome, " ", Some(day(2027, 1, 1)))), "review_without_reason", "{outcome}");
    }
}

#[test]
fn only_what_is_in_force_is_confirmed() {
    let mut at = Organisation::new();
    assert_eq!(at.refuses(conclude(Outcome::Confirmed, "right", None)), "document_not_found");
    at.does(|tx| documents::register(tx, NewDocument::new("PR-1", "Purchasing", DocumentKind::Procedure)));
    let confirm = || conclude(Outcome::Confirmed, "right", Some(day(2027, 1, 1)));
    assert_eq!(at.refuses(confirm()), "document_not_effective", "it is listed");
    at.does(|tx| documents::file_revision(tx, "PR-1", revision("one")));
    for &outcome in Outcome::ALL {
        let refusal = at.refuses(conclude(outcome, "right", Some(day(2027, 1, 1))));
        assert_eq!(refusal, "document_not_effective", "a draft is not reviewed: {outcome}");
    }
    at.does(|tx| documents::approve(tx, "PR-1", approval(day(2026, 2, 1))));
    assert_eq!(at.refuses(confirm()), "document_not_effective", "it is not in force yet");
    at.does(|tx| documents::withdraw(tx, "PR-1", "replaced", today()));
    for &outcome in Outcome::ALL {
        assert_eq!(
            at.refuses(conclude(outcome, "right", Some(day(2027, 1, 1)))),
            "document_withdrawn",
            "withdrawn: {outcome}"
        );
    }
}

#[test]
fn a_next_review_is_later_than_this_one_and_without_an_interval_it_is_given() {
    let mut at = Organisation::new();
    at.document("PR-1");
    for next in [today(), today().minus_days(1)] {
        assert_eq!(at.refuses(conclude(Outcome::Confirmed, "right", Some(next))), "review_next_not_later", "{next}");
    }
    at.does(|tx| documents::register(tx, NewDocument::new("PR-2", "Sales", DocumentKind::Procedure)));
    at.does(|tx| documents::file_revision(tx, "PR-2", revision("two")));
    at.does(|tx| documents::approve(tx, "PR-2", approval(today())));
    let confirm =
        |next| move |tx: &mut Tx<'_>| reviews::conclude(tx, "PR-2", Outcome::Confirmed, "right", today(), next);
    assert_eq!(at.refuses(confirm(None)), "document_without_interval", "there is no interval");
    at.does(confirm(Some(day(2026, 1, 16))));
}

#[test]
fn a_document_that_needs_a_revision_stays_in_force_and_due() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.wrote();
    at.does(conclude(Outcome::Revise, "new suppliers", Some(day(2099, 1, 1))));
    assert_eq!(at.wrote(), ["review.concluded"], "a revision that was asked for and never came is overdue");
    let document = documents::by_id(at.db(), id).unwrap();
    assert_eq!((document.state, document.next_review), (DocumentState::Effective, due(day(2027, 1, 15))));
    at.rebuilds_the_same();
}

#[test]
fn a_review_can_withdraw_the_document() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.wrote();
    assert_eq!(at.does(conclude(Outcome::Withdraw, "replaced by another", None)), None);
    assert_eq!(at.wrote(), ["review.concluded", "document.withdrawn"]);
    let document = documents::by_id(at.db(), id).unwrap();
    assert_eq!((document.state, document.next_review), (DocumentState::Withdrawn, None));
    assert_eq!(reviews::reviews_of(at.db(), id).unwrap()[0].reason, "replaced by another");
    at.rebuilds_the_same();
}

#[test]
fn an_outcome_is_one_of_those_there_are() {
    assert_eq!(Outcome::parse("ignored").unwrap_err().reason().name, "outcome_unknown");
    assert_eq!(Outcome::parse("confirm").unwrap(), Outcome::Confirmed);
}
