//! Doubts about what is approved: they erase nothing, and wait for the owner until somebody looks into them.

use clausebook::checks::Irregular;
use clausebook::documents::{self, RevisionState};
use clausebook::items::ItemId;
use clausebook::reviews::{self, Concluding, Outcome};
use clausebook::statements::{self, Meant};

use crate::approval::{Desk, email, usual};
use crate::support::organisation::{approval, revision};

fn doubts(desk: &mut Desk, who: &'static str, label: Option<&'static str>, why: &'static str) -> &'static str {
    let said = desk.acts(who, |tx, document, signing| reviews::doubt(tx, document, label, why, signing).map(drop));
    said.map_or_else(|refused| refused, |()| "")
}

/// The second revision of PR-1, approved by those who were asked.
fn approved() -> Desk {
    let mut desk = Desk::new();
    desk.submits(&usual()).unwrap();
    for who in ["reviewer", "first", "second"] {
        desk.decides(who, true).unwrap();
    }
    desk
}

fn open(desk: &Desk) -> Vec<(String, String, String)> {
    let all = reviews::doubts(desk.at.db(), Some(desk.document), usize::MAX).unwrap();
    assert_eq!(reviews::doubts_count(desk.at.db()).unwrap(), all.len());
    let shown = reviews::document_shown(desk.at.db(), "PR-1").unwrap();
    assert_eq!(shown.doubts, all);
    let row = reviews::document_row(desk.at.db(), desk.document, desk.at.workspace.today().unwrap()).unwrap();
    assert_eq!(row.doubted, !all.is_empty());
    let doubted = crate::checks::check(&desk.at, &[]).findings.into_iter();
    assert_eq!(doubted.filter(|f| f.what == Irregular::ApprovalDoubted).count(), all.len());
    all.into_iter().map(|one| (one.label, one.email, one.reason)).collect()
}

fn reviewed(desk: &mut Desk, outcome: Outcome) {
    let concluding = Concluding { outcome, reason: "looked into it", next: None, owner: None, revise_by: None };
    desk.acts("reviewer", |tx, document, signing| reviews::conclude_as(tx, document, concluding, signing)).unwrap();
}

#[test]
fn a_doubt_erases_nothing_and_waits_until_a_review_is_held() {
    let mut desk = approved();
    let said = |desk: &Desk| -> Vec<Meant> {
        let all = statements::about(desk.at.db(), ItemId::Document(desk.document)).unwrap();
        all.into_iter().map(|s| s.meaning).collect()
    };
    let before = said(&desk);
    assert_eq!(doubts(&mut desk, "first", None, " the limit is wrong "), "");
    assert_eq!(open(&desk), [("2".into(), email("first"), "the limit is wrong".into())]);
    let mut after = before;
    after.push(Meant::Doubted);
    assert_eq!(said(&desk), after, "what was said before stays said");
    let second = documents::revisions(desk.at.db(), desk.document).unwrap().pop().unwrap();
    assert_eq!(
        (second.state, second.approved_by),
        (RevisionState::Effective, Some("first@example.org, second@example.org".into()))
    );
    assert_eq!(doubts(&mut desk, "first", None, "again"), "review_doubt_open_already");
    assert_eq!(doubts(&mut desk, "author", Some("2"), "so do I"), "");
    assert_eq!(open(&desk).len(), 2);
    desk.at.rebuilds_the_same();
    reviewed(&mut desk, Outcome::Confirmed);
    assert_eq!(open(&desk), []);
    assert_eq!(doubts(&mut desk, "first", None, "still"), "", "after a review it can be doubted anew");
    desk.at.does(|tx| {
        let mut next = revision("three");
        next.author = email("author");
        documents::file_revision(tx, "PR-1", next)?;
        documents::approve(tx, "PR-1", approval(tx.today()))
    });
    assert_eq!(open(&desk), [], "another revision is in force");
}

#[test]
fn what_is_not_approved_is_not_doubted_nor_by_whoever_may_not_review() {
    let mut desk = Desk::new();
    assert_eq!(doubts(&mut desk, "first", Some("2"), "why"), "review_doubt_not_approved", "a draft is rejected");
    let mut desk = approved();
    assert_eq!(doubts(&mut desk, "first", Some("1"), "why"), "review_doubt_not_approved", "an old one is replaced");
    assert_eq!(doubts(&mut desk, "first", None, " "), "review_doubt_without_reason");
    for who in ["reader", "auditor"] {
        assert_eq!(doubts(&mut desk, who, None, "why"), "person_may_not");
    }
    desk.at.does(|tx| documents::withdraw(tx, "PR-1", "not used", tx.today()));
    assert_eq!(doubts(&mut desk, "first", None, "why"), "document_withdrawn");
    assert_eq!(open(&desk), []);
}
