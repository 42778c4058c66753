//! What rests on a section that changed waits from the day on which the revision is in force, and no longer than it must.

use clausebook::documents;
use clausebook::items::ItemId;
use clausebook::mapping::{self, NewLink, Strength};
use clausebook::reviews::{self, Cites, ForChange, Outcome, Rests, SectionsNoted, SectionsRecheck};
use clausebook::undo;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, by_hand, clause, revision};

/// SP-01 with a mapping that rests on 4.1; SP-04 that cites 5.1; the second revision approved for a later day.
fn noted() -> Organisation {
    let mut at = Organisation::new();
    let document = at.document("SP-01");
    let citing = at.document("SP-04");
    let reference = clause("27001:2013/A.14.2.4");
    let new = NewLink {
        reason: "Section 4.1".into(),
        ..by_hand(ItemId::Document(document), "27001:2013/A.14.2.4", Strength::Partial)
    };
    let link = at.does(|tx| mapping::link(tx, new));
    at.does(|tx| {
        let second = documents::file_revision(tx, document, revision("two"))?;
        documents::approve(tx, document, approval(day(2026, 2, 1)))?;
        let before = documents::revisions(tx.db(), document)?[0].id;
        let rests = vec![Rests { link, reference: reference.clone(), sections: vec!["4.1".into()] }];
        let cites = vec![Cites { item: ItemId::Document(citing), sections: vec!["5.1".into()] }];
        reviews::note_sections(tx, SectionsNoted { document, before, revision: second, rests, cites })
    });
    at
}

fn waiting(at: &Organisation) -> Vec<SectionsRecheck> {
    reviews::rechecks(at.db(), 100).unwrap().revisions
}

#[test]
fn it_waits_from_the_day_on_which_the_revision_is_in_force() {
    let mut at = noted();
    assert!(waiting(&at).is_empty(), "the revision is not in force");
    at.turn_to(day(2026, 2, 1));
    let [only] = &waiting(&at)[..] else { panic!("one revision asks") };
    assert_eq!((only.code.as_str(), only.on, only.count), ("SP-01", day(2026, 2, 1), 2));
    assert_eq!(
        (only.clauses[0].reason.as_str(), &only.clauses[0].sections[..]),
        ("Section 4.1", &["4.1".to_owned()][..])
    );
    assert_eq!((only.items[0].code.as_str(), &only.items[0].sections[..]), ("SP-04", &["5.1".to_owned()][..]));
    assert_eq!(reviews::rechecks(at.db(), 0).unwrap().items, 2, "they are counted with the others");
    at.rebuilds_the_same();
}

#[test]
fn an_approval_taken_back_and_a_withdrawal_end_it() {
    let mut at = noted();
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::take_back_approval(tx, "SP-01", None, "too early"));
    assert!(waiting(&at).is_empty());
    let mut at = noted();
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::withdraw(tx, "SP-01", "merged", tx.today()));
    assert!(waiting(&at).is_empty());
    at.rebuilds_the_same();
}

#[test]
fn a_mapping_and_who_cites_are_each_done_with_by_themselves_and_undone() {
    let mut at = noted();
    at.turn_to(day(2026, 2, 1));
    let reference = clause("27001:2013/A.14.2.4");
    let of = ForChange { reference: Some(&reference), ..ForChange::default() };
    let other = clause("27001:2013/A.5.1.1");
    let none = ForChange { reference: Some(&other), ..ForChange::default() };
    assert_eq!(at.refuses(|tx| reviews::recheck(tx, "SP-01", none, "read")), "review_recheck_not_asked");
    assert_eq!(at.does(|tx| reviews::recheck(tx, "SP-01", of, "it restricts packages still")), 1);
    assert_eq!((waiting(&at)[0].clauses.len(), waiting(&at)[0].items.len()), (0, 1));
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(waiting(&at)[0].clauses.len(), 1, "it waits as before");
    at.does(|tx| reviews::conclude(tx, "SP-04", Outcome::Confirmed, "5.1 is cited rightly", tx.today(), None));
    assert_eq!((waiting(&at)[0].clauses.len(), waiting(&at)[0].items.len()), (1, 0));
    at.does(|tx| reviews::recheck(tx, "SP-01", ForChange::default(), "read"));
    assert!(waiting(&at).is_empty());
    at.rebuilds_the_same();
}

#[test]
fn another_reason_another_revision_and_what_is_taken_back_answer_it() {
    let mut at = noted();
    at.turn_to(day(2026, 2, 1));
    let document = ItemId::Document(documents::by_code(at.db(), "SP-01").unwrap().id);
    let reference = clause("27001:2013/A.14.2.4");
    let change = [("reason".to_owned(), "Section 4.1 allows it as agreed".to_owned())].into();
    at.does(|tx| mapping::correct(tx, document, &reference, &change, None, "read again"));
    assert_eq!(waiting(&at)[0].clauses.len(), 0);
    let citing = documents::by_code(at.db(), "SP-04").unwrap().id;
    at.does(|tx| {
        documents::file_revision(tx, citing, revision("cites anew"))?;
        documents::approve(tx, citing, approval(tx.today()))
    });
    assert!(waiting(&at).is_empty());
    at.rebuilds_the_same();
}
