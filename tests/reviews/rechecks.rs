//! What a change of scope makes doubtful (R47), and the registers with what is late in them.

use clausebook::day::Overdue;
use clausebook::documents::{self, DocumentKind, NewDocument};
use clausebook::items::ItemId;
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::reviews::{self, Outcome, Recheck};
use clausebook::systems;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, clause, owned, record, revision, today};

/// PR-1 in force at A, a record at A, and an SMS that takes in A alone.
fn at_a() -> (Organisation, String) {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("SMS", &["A"]);
    let scope = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    let filed = at.does(|tx| {
        let mut new = NewDocument::new("PR-1", "Purchasing", DocumentKind::Procedure);
        (new.scope, new.review_interval) = (scope.clone(), Some(12));
        let id = documents::register(tx, new)?;
        documents::file_revision(tx, id, revision("one"))?;
        documents::approve(tx, id, approval(today()))?;
        records::file(tx, NewRecord { scope, ..record("Report") })
    });
    let code = records::by_id(at.db(), filed).unwrap().code;
    (at, code)
}

fn rechecks(at: &Organisation) -> Vec<Recheck> {
    reviews::rechecks(at.db()).unwrap()
}

#[test]
fn r47_evidence_of_a_place_that_came_or_went_is_to_be_looked_at_again() {
    let (mut at, code) = at_a();
    assert!(rechecks(&at).is_empty(), "the first setting of a scope is no change of it");
    at.set_scope("SMS", &["B"]);
    let [only] = &rechecks(&at)[..] else { panic!("nothing was filed at B") };
    assert_eq!((only.system.as_str(), only.scope_item.as_str(), only.change.as_str()), ("SMS", "A", "removed"));
    assert_eq!((only.on, &only.items), (today(), &vec!["PR-1".to_owned(), code]));
    at.set_scope("SMS", &["A", "B"]);
    let changes: Vec<String> = rechecks(&at).into_iter().map(|recheck| recheck.change).collect();
    assert_eq!(changes, ["removed", "added"], "each change asks");
    at.rebuilds_the_same();
}

#[test]
fn what_was_reviewed_since_withdrawn_or_filed_later_is_not_doubtful() {
    let (mut at, code) = at_a();
    at.set_scope("SMS", &["B"]);
    at.does(|tx| reviews::conclude(tx, "PR-1", Outcome::Confirmed, "holds without A", today(), None));
    assert_eq!(rechecks(&at)[0].items, std::slice::from_ref(&code));
    at.set_scope("SMS", &["A", "B"]);
    assert_eq!(rechecks(&at)[1].items, ["PR-1".to_owned(), code.clone()], "a review says nothing of later changes");
    at.does(|tx| documents::withdraw(tx, "PR-1", "replaced", today()));
    assert!(rechecks(&at).iter().all(|recheck| recheck.items == [code.clone()]));
}

#[test]
fn a_row_of_a_register_says_its_clauses_and_whether_it_is_late() {
    let mut at = Organisation::new();
    let (document, filed) = (at.document("PR-1"), at.record("Report"));
    at.map(ItemId::Document(document), "9001/8.4.1");
    at.map(ItemId::Record(filed), "9001/9.2.2");
    let row = |at: &Organisation, on| reviews::document_row(at.db(), document, on).unwrap();
    assert_eq!(row(&at, day(2027, 1, 15)).overdue, Overdue::No, "due that very day is not overdue");
    assert_eq!(row(&at, day(2027, 1, 16)).overdue, Overdue::Yes);
    assert_eq!(row(&at, today()).clauses, [clause("9001/8.4.1")]);
    assert_eq!(reviews::record_row(at.db(), filed, today()).unwrap().clauses, [clause("9001/9.2.2")]);
    at.does(|tx| documents::withdraw(tx, document, "replaced", today()));
    assert_eq!(row(&at, day(2030, 1, 1)).overdue, Overdue::No, "what is out of use is not late");
}

#[test]
fn the_counts_are_those_of_the_views_they_stand_for() {
    let mut at = Organisation::new();
    at.document("PR-1");
    at.draft("PR-2");
    let mapped = at.record("Report");
    at.map(ItemId::Record(mapped), "9001/9.2.2");
    let particulars = Particulars { valid_until: Some(today()), ..Particulars::new("Certificate".into()) };
    at.does(|tx| records::file(tx, NewRecord { particulars, ..record("Certificate") }));
    let count = reviews::counts(at.db(), day(2027, 1, 16)).unwrap();
    let documents = (count.documents, count.documents_overdue, count.documents_draft, count.documents_unmapped);
    assert_eq!(documents, (2, 1, 1, 2));
    assert_eq!((count.records, count.records_expired, count.records_unmapped), (2, 1, 1));
}
