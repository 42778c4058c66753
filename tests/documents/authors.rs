//! Whoever wrote a revision does not approve it, unless the organisation's rule says so; then it shows.

use clausebook::documents::{self, Approval, Revision};
use clausebook::people;

use crate::support::organisation::{Organisation, approval, revision, today};

/// A draft that its author filed.
fn written() -> Organisation {
    let mut at = Organisation::new();
    at.draft("QP-01");
    at.does(|tx| {
        let new = documents::NewRevision { author: "author@example.org".into(), ..revision("second") };
        documents::file_revision(tx, "QP-01", new)
    });
    at.wrote();
    at
}

fn by(who: &str) -> Approval {
    Approval { by: who.into(), ..approval(today()) }
}

fn newest(at: &Organisation) -> Revision {
    let document = documents::by_code(at.db(), "QP-01").unwrap();
    documents::revisions(at.db(), document.id).unwrap().pop().unwrap()
}

#[test]
fn the_author_does_not_approve_however_the_address_is_written() {
    let mut at = written();
    for who in ["author@example.org", "Author@Example.org"] {
        assert_eq!(at.refuses(|tx| documents::approve(tx, "QP-01", by(who))), "revision_own", "{who}");
    }
    at.does(|tx| documents::approve(tx, "QP-01", by("approver@example.org")));
    assert!(!newest(&at).approved_by_author);
}

#[test]
fn where_the_rule_allows_it_the_authors_approval_is_marked() {
    let mut at = written();
    at.does(|tx| people::set_author_rule(tx, true, "one person does all"));
    at.does(|tx| documents::approve(tx, "QP-01", by("author@example.org")));
    assert!(newest(&at).approved_by_author);
    at.does(|tx| people::set_author_rule(tx, false, "there are two of us now"));
    assert!(newest(&at).approved_by_author, "what was approved by the rule of that time stays, and stays marked");
    at.rebuilds_the_same();
}

#[test]
fn what_a_list_says_of_an_approval_is_taken_over_as_it_is() {
    let mut at = written();
    at.does(|tx| documents::take_over_approval(tx, "QP-01", by("author@example.org")));
    assert!(!newest(&at).approved_by_author, "by which rule it was given there nobody knows");
}
