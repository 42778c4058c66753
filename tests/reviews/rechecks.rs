//! What a change of scope makes doubtful (R47), and the registers with what is late in them.

use clausebook::day::Overdue;
use clausebook::documents::{self, DocumentKind, NewDocument};
use clausebook::items::{self, ItemId};
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::reviews::{self, ForChange, Outcome, Recheck};
use clausebook::{mapping, systems, undo};

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
    reviews::rechecks(at.db(), 100).unwrap().changes
}

fn codes(recheck: &Recheck) -> Vec<&str> {
    recheck.items.iter().map(|item| item.code.as_str()).collect()
}

#[test]
fn r47_evidence_of_a_place_that_came_or_went_is_to_be_looked_at_again() {
    let (mut at, code) = at_a();
    assert!(rechecks(&at).is_empty(), "the first setting of a scope is no change of it");
    at.set_scope("SMS", &["B"]);
    let [only] = &rechecks(&at)[..] else { panic!("nothing was filed at B") };
    assert_eq!((only.system.as_str(), only.scope_item.as_str(), only.change.as_str()), ("SMS", "A", "removed"));
    assert_eq!((only.on, codes(only)), (today(), vec!["PR-1", &code]));
    assert_eq!(only.items.iter().map(|item| item.kind).collect::<Vec<_>>(), ["document", "record"]);
    at.set_scope("SMS", &["A", "B"]);
    let changes: Vec<String> = rechecks(&at).into_iter().map(|recheck| recheck.change).collect();
    assert_eq!(changes, ["removed", "added"], "each change asks");
    at.rebuilds_the_same();
}

#[test]
fn evidence_is_asked_about_for_the_systems_it_is_mapped_to() {
    let (mut at, code) = at_a();
    let [document, record] = ["PR-1", &code].map(|name| items::find(at.db(), name).unwrap());
    at.map(document, "9001 8.4");
    at.map(record, "27001:2013 9.1");
    at.set_scope("QMS", &["A"]);
    at.set_scope("SMS", &["B"]);
    assert!(rechecks(&at).is_empty(), "neither is evidence of the SMS");
    at.set_scope("QMS", &["B"]);
    assert_eq!(rechecks(&at).iter().map(codes).collect::<Vec<_>>(), [vec!["PR-1"]]);
    at.map(record, "20000-1 9.1");
    assert_eq!(codes(&rechecks(&at)[0]), [&code], "what counts for the SMS now is asked about");
    at.does(|tx| mapping::unlink(tx, record, &clause("20000-1 9.1"), "of the ISMS alone"));
    assert_eq!(rechecks(&at).len(), 1);
    at.rebuilds_the_same();
}

#[test]
fn what_was_reviewed_since_withdrawn_or_filed_later_is_not_doubtful() {
    let (mut at, code) = at_a();
    at.set_scope("SMS", &["B"]);
    at.does(|tx| reviews::conclude(tx, "PR-1", Outcome::Confirmed, "holds without A", today(), None));
    assert_eq!(codes(&rechecks(&at)[0]), [&code]);
    at.set_scope("SMS", &["A", "B"]);
    assert_eq!(codes(&rechecks(&at)[1]), ["PR-1", &code], "a review says nothing of later changes");
    at.does(|tx| documents::withdraw(tx, "PR-1", "replaced", today()));
    assert!(rechecks(&at).iter().all(|recheck| codes(recheck) == [&code]));
}

#[test]
fn what_was_looked_at_again_is_done_with_for_that_change_alone() {
    let (mut at, code) = at_a();
    at.set_scope("SMS", &["B"]);
    assert_eq!(at.does(|tx| reviews::recheck(tx, &code, ForChange::default(), " it names no place ")), 1);
    assert_eq!(codes(&rechecks(&at)[0]), ["PR-1"], "a record is done with, too");
    at.set_scope("SMS", &["A", "B"]);
    assert_eq!(codes(&rechecks(&at)[1]), ["PR-1", &code], "a later change asks again");
    let added = ForChange { entry: Some(rechecks(&at)[1].entry), ..ForChange::default() };
    assert_eq!(at.does(|tx| reviews::recheck(tx, "PR-1", added, "written for both")), 1);
    assert_eq!(rechecks(&at).iter().map(codes).collect::<Vec<_>>(), [vec!["PR-1"], vec![&code]]);
    assert_eq!(reviews::rechecks(at.db(), 0).unwrap().items, 2, "each is counted once");
    for name in ["PR-1", &code] {
        at.does(|tx| reviews::recheck(tx, name, ForChange::default(), "read again"));
    }
    assert!(rechecks(&at).is_empty());
    at.rebuilds_the_same();
}

#[test]
fn one_looking_answers_every_change_or_those_of_one_system_and_place() {
    let (mut at, code) = at_a();
    at.set_scope("QMS", &["A"]);
    at.set_scope("QMS", &["B"]);
    at.set_scope("SMS", &["B"]);
    let of = |system, scope_item| ForChange { system, scope_item, ..ForChange::default() };
    let nothing = at.refuses(|tx| reviews::recheck(tx, &code, of(Some("SMS"), Some("B")), "read"));
    assert_eq!(nothing, "review_recheck_not_asked", "it does not belong to B");
    at.does(|tx| reviews::recheck(tx, &code, of(Some("20000-1"), Some("A")), "read"));
    let left: Vec<String> =
        rechecks(&at).into_iter().filter(|r| codes(r).contains(&&*code)).map(|r| r.system).collect();
    assert_eq!(left, ["QMS"]);
    assert_eq!(at.does(|tx| reviews::recheck(tx, "PR-1", ForChange::default(), "read")), 2);
    assert!(rechecks(&at).iter().all(|recheck| codes(recheck) == [&code]));
}

#[test]
fn that_it_still_counts_has_a_reason_and_is_said_only_of_what_waits() {
    let (mut at, code) = at_a();
    let all = ForChange::default();
    assert_eq!(at.refuses(|tx| reviews::recheck(tx, &code, all, "read")), "review_recheck_not_asked");
    at.set_scope("SMS", &["B"]);
    assert_eq!(at.refuses(|tx| reviews::recheck(tx, &code, all, "  ")), "review_recheck_without_reason");
    assert_eq!(at.refuses(|tx| reviews::recheck(tx, "PR-9", all, "read")), "item_not_found");
    at.does(|tx| reviews::recheck(tx, &code, all, "read"));
    assert_eq!(at.refuses(|tx| reviews::recheck(tx, &code, all, "again")), "review_recheck_not_asked");
}

#[test]
fn looking_again_is_undone_and_then_waits_as_before() {
    let (mut at, code) = at_a();
    at.set_scope("SMS", &["B"]);
    let before = rechecks(&at);
    for name in ["PR-1", &code] {
        at.does(|tx| reviews::recheck(tx, name, ForChange::default(), "read"));
    }
    at.wrote();
    undo::undo(&mut at.workspace).unwrap();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(at.wrote().iter().filter(|kind| *kind == "review.recheck_taken_back").count(), 2);
    assert_eq!(rechecks(&at), before);
    at.rebuilds_the_same();
}

#[test]
fn of_a_change_that_touches_much_only_the_first_are_listed() {
    let (mut at, code) = at_a();
    at.set_scope("SMS", &["B"]);
    let limited = reviews::rechecks(at.db(), 1).unwrap();
    assert_eq!((limited.items, limited.changes[0].count, codes(&limited.changes[0])), (2, 2, vec!["PR-1"]), "{code}");
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
