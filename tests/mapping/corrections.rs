//! Correcting mappings.

use clausebook::items::ItemId;
use clausebook::log;
use clausebook::mapping::{self, Strength};
use clausebook::named::Wanted;
use clausebook::undo::undo;

use crate::support::organisation::{Organisation, clause};

fn wanted(pairs: &[(&str, &str)]) -> Wanted {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn strength_reason_and_variance_are_corrected_with_a_reason() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "9001/7.5");
    at.wrote();
    let reference = clause("9001/7.5");
    let partial = wanted(&[("strength", "partial"), ("reason", " only storage "), ("variance", "On paper")]);
    assert_eq!(
        at.refuses(|tx| mapping::correct(tx, item, &reference, &partial, None, "")),
        "mapping_corrected_without_reason"
    );
    assert!(at.does(|tx| mapping::correct(tx, item, &reference, &partial, None, "Read again")));
    assert_eq!(at.wrote(), ["mapping.corrected"]);
    let link = mapping::of_item(at.db(), item).unwrap().remove(0);
    assert_eq!(
        (link.strength, link.reason.as_str(), link.variance.as_str()),
        (Strength::Partial, "only storage", "On paper")
    );
    let told = log::log(at.db(), None, 1).unwrap().entries[0].about.clone();
    let changes = "strength: full → partial, reason: – → only storage, variance: – → On paper, Read again";
    assert_eq!(told, format!("P-1, 9001:2015/7.5, {changes}"));
    assert!(!at.does(|tx| mapping::correct(tx, item, &reference, &partial, None, "again")), "it says so already");
    at.rebuilds_the_same();
}

#[test]
fn one_that_is_not_full_still_says_why() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "9001/7.5");
    let reference = clause("9001/7.5");
    for strength in ["partial", "supporting"] {
        let change = wanted(&[("strength", strength)]);
        assert_eq!(
            at.refuses(|tx| mapping::correct(tx, item, &reference, &change, None, "Read again")),
            "mapping_without_reason",
            "{strength}"
        );
    }
    let absent = clause("9001/6.3");
    assert_eq!(at.refuses(|tx| mapping::correct(tx, item, &absent, &Wanted::new(), None, "why")), "mapping_not_found");
}

#[test]
fn a_corrected_mapping_is_undone_unless_it_was_corrected_again_or_removed() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "9001/7.5");
    let reference = clause("9001/7.5");
    at.workspace.take_written();
    let before = mapping::of_item(at.db(), item).unwrap();
    let correct = |at: &mut Organisation, variance: &str| {
        let change = wanted(&[("variance", variance)]);
        at.workspace.act_as(variance);
        at.does(|tx| mapping::correct(tx, item, &reference, &change, None, "why"));
    };
    correct(&mut at, "On paper");
    correct(&mut at, "On tape");
    at.workspace.act_as("On paper");
    let refusal = undo(&mut at.workspace).unwrap_err();
    assert!(refusal.value("since").unwrap().contains("mapping.corrected 2026-01-15 On tape"), "{refusal}");
    for actor in ["On tape", "On paper"] {
        at.workspace.act_as(actor);
        undo(&mut at.workspace).unwrap();
    }
    assert_eq!(mapping::of_item(at.db(), item).unwrap(), before);
    correct(&mut at, "On paper");
    at.workspace.act_as("On tape");
    at.does(|tx| mapping::unlink(tx, item, &reference, "wrong clause"));
    at.workspace.act_as("On paper");
    assert!(undo(&mut at.workspace).is_err(), "there is nothing left of it");
}

#[test]
fn a_mapping_taken_back_comes_again_as_it_was_corrected() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "9001/7.5");
    let reference = clause("9001/7.5");
    at.does(|tx| mapping::correct(tx, item, &reference, &wanted(&[("variance", "On paper")]), None, "why"));
    at.workspace.take_written();
    at.does(|tx| mapping::unlink(tx, item, &reference, "wrong clause"));
    undo(&mut at.workspace).unwrap();
    assert_eq!(mapping::of_item(at.db(), item).unwrap()[0].variance, "On paper");
}
