//! What comes of a review that asks for a revision, and of a review that is moved.

use clausebook::agenda::{self, DueItem, DueKind};
use clausebook::day::{Day, Due, Overdue};
use clausebook::documents;
use clausebook::reviews::{self, Ending, Outcome, Task};
use clausebook::undo;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, revision, today};

fn asked(at: &mut Organisation, by: Day) {
    at.does(|tx| reviews::ask_revision(tx, "PR-1", Some("Mira Holt"), Some(by), "new suppliers", tx.today()));
}

fn tasks(at: &Organisation) -> Vec<Task> {
    reviews::tasks_of(at.db(), documents::by_code(at.db(), "PR-1").unwrap().id).unwrap()
}

fn revisions_due(at: &Organisation) -> Vec<DueItem> {
    let due = agenda::due_until(at.db(), None, at.workspace.today().unwrap()).unwrap();
    due.into_iter().filter(|due| due.kind == DueKind::DocumentRevision).collect()
}

#[test]
fn a_revision_that_was_asked_for_is_due_until_a_new_one_is_approved() {
    let mut at = Organisation::new();
    at.document("PR-1");
    asked(&mut at, day(2026, 2, 1));
    let [due] = &revisions_due(&at)[..] else { panic!("one task") };
    assert_eq!((due.code.as_str(), due.owner.as_str(), due.overdue), ("PR-1", "Mira Holt", Overdue::No));
    assert_eq!(due.due, Due::Day { day: day(2026, 2, 1) });
    at.turn_to(day(2026, 2, 2));
    assert_eq!(revisions_due(&at)[0].overdue, Overdue::Yes);
    at.does(|tx| documents::file_revision(tx, "PR-1", revision("two")));
    assert_eq!(revisions_due(&at).len(), 1, "a draft is not yet what was asked for");
    at.does(|tx| documents::approve(tx, "PR-1", approval(day(2026, 3, 1))));
    assert_eq!(revisions_due(&at), [], "the approval ends it by itself");
    assert_eq!((tasks(&at)[0].how, tasks(&at)[0].ended), (Some(Ending::Done), Some(day(2026, 2, 2))));
    at.rebuilds_the_same();
    at.does(|tx| documents::take_back_approval(tx, "PR-1", None, "wrong file"));
    assert_eq!(revisions_due(&at).len(), 1, "an approval that was taken back ends nothing");
    at.does(|tx| documents::withdraw(tx, "PR-1", "unused", tx.today()));
    assert_eq!((revisions_due(&at).len(), tasks(&at)[0].how), (0, Some(Ending::Withdrawn)));
    at.rebuilds_the_same();
}

#[test]
fn a_past_day_is_asked_for_what_was_open_then() {
    let mut at = Organisation::new();
    at.document("PR-1");
    at.turn_to(day(2026, 1, 20));
    asked(&mut at, day(2026, 2, 1));
    at.turn_to(day(2026, 1, 25));
    at.does(|tx| reviews::call_off_revision(tx, "PR-1", "merged into PR-2"));
    let open = |on| {
        let look = at.workspace.in_force(on).unwrap();
        agenda::due_counts(&look, Day::MIN, Day::MAX).unwrap().revisions
    };
    assert_eq!([19, 20, 24, 25].map(|n| open(day(2026, 1, n))), [0, 1, 1, 0]);
}

#[test]
fn a_revision_is_asked_for_by_a_day_to_come_once_and_called_off_with_a_reason() {
    let mut at = Organisation::new();
    at.document("PR-1");
    let ask =
        |by| move |tx: &mut clausebook::workspace::Tx<'_>| reviews::ask_revision(tx, "PR-1", None, by, "why", today());
    assert_eq!(at.refuses(ask(None)), "review_revision_without_day", "no day is invented");
    assert_eq!(at.refuses(ask(Some(day(2026, 1, 14)))), "review_revision_day_passed");
    assert_eq!(at.refuses(|tx| reviews::call_off_revision(tx, "PR-1", "merged")), "review_revision_not_asked");
    at.does(ask(Some(today())));
    assert_eq!(at.refuses(ask(Some(today()))), "review_revision_asked_already");
    assert_eq!(
        at.refuses(|tx| reviews::call_off_revision(tx, "PR-1", " ")),
        "review_revision_called_off_without_reason"
    );
    at.does(|tx| reviews::call_off_revision(tx, "PR-1", "merged"));
    assert_eq!((tasks(&at)[0].how, tasks(&at)[0].why.as_str()), (Some(Ending::CalledOff), "merged"));
    at.does(ask(Some(today())));
    assert_eq!(tasks(&at).len(), 2, "what was called off stands in the history");
    at.rebuilds_the_same();
}

#[test]
fn the_owner_is_the_documents_unless_another_is_named() {
    let mut at = Organisation::new();
    at.does(|tx| {
        let mut new = documents::NewDocument::new("PR-1", "Purchasing", documents::DocumentKind::Procedure);
        new.owner = "Ada".into();
        documents::register(tx, new)?;
        documents::file_revision(tx, "PR-1", revision("one"))?;
        documents::approve(tx, "PR-1", approval(today()))
    });
    at.does(|tx| reviews::conclude(tx, "PR-1", Outcome::Revise, "why", today(), Some(day(2026, 2, 1))));
    assert_eq!(tasks(&at)[0].owner, "Ada");
}

#[test]
fn an_overdue_review_is_moved_with_a_reason_that_stays() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| reviews::move_review(tx, id, day(2026, 2, 1), ""));
    assert!(reviews::moves_of(at.db(), id).unwrap().is_empty(), "what is not overdue needs none");
    at.turn_to(day(2026, 2, 2));
    assert_eq!(at.refuses(|tx| reviews::move_review(tx, id, day(2026, 5, 1), " ")), "review_moved_without_reason");
    at.wrote();
    at.does(|tx| reviews::move_review(tx, id, day(2026, 5, 1), "the auditor comes in April"));
    assert_eq!(at.wrote(), ["review.moved", "document.next_review_set"]);
    let [moved] = &reviews::moves_of(at.db(), id).unwrap()[..] else { panic!("one move") };
    assert_eq!((moved.before, moved.next), (Some(Due::Day { day: day(2026, 2, 1) }), day(2026, 5, 1)));
    assert_eq!((moved.reason.as_str(), moved.on), ("the auditor comes in April", day(2026, 2, 2)));
    at.rebuilds_the_same();
    undo::undo(&mut at.workspace).unwrap();
    assert!(reviews::moves_of(at.db(), id).unwrap().is_empty());
    let next = documents::by_id(at.db(), id).unwrap().next_review;
    assert_eq!(next, Some(Due::Day { day: day(2026, 2, 1) }), "with the date");
    at.rebuilds_the_same();
}

#[test]
fn settling_an_unclear_date_is_not_moving_it() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let either = Due::Ambiguous { day_first: day(2026, 2, 1), month_first: day(2026, 1, 2) };
    at.does(|tx| documents::set_next_review(tx, id, Some(either)));
    assert_eq!(at.refuses(|tx| reviews::move_review(tx, id, day(2026, 3, 1), "")), "review_moved_without_reason");
    at.does(|tx| reviews::move_review(tx, id, day(2026, 2, 1), ""));
    assert!(reviews::moves_of(at.db(), id).unwrap().is_empty());
}
