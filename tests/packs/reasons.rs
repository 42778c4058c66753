//! A pack says why a clause stands as it does in the codes of every other answer, and which reviews were moved.

use std::collections::BTreeMap;
use std::path::Path;

use clausebook::coverage::{self, State, Why};
use clausebook::packs::Caveat;
use clausebook::reviews;

use super::{TODAY, build, sample, unpacked};
use crate::support::day;

/// The rows of a list by its columns.
fn list(bag: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(bag.join("data").join(name)).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn the_lists_of_a_pack_carry_the_codes_of_the_answers_and_claim_no_more_than_these() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("a"));
    let rows = list(&bag, "coverage.csv");
    let only = match audit.scope.as_slice() {
        [one] => Some(clausebook::systems::scope_item(workspace.db(), one).unwrap()),
        _ => None,
    };
    let (mut seen, mut covered) = (0, 0);
    for edition in &audit.editions {
        for row in coverage::coverage_named(workspace.db(), edition, only.as_ref(), TODAY()).unwrap().rows {
            let there = rows
                .iter()
                .find(|r| r["standard"] == edition.to_string() && r["clause"] == row.reference.clause)
                .unwrap();
            let codes: Vec<&str> = there["reason"].split("; ").filter(|code| !code.is_empty()).collect();
            assert!(codes.iter().all(|code| Why::ALL.iter().any(|why| why.code() == *code)), "{there:?}");
            let says = !row.heading || !there["because"].is_empty();
            assert!(says, "{there:?}");
            assert_eq!(there["coverage"] == "covered", codes.is_empty(), "{there:?}");
            // What is no evidence yet is no matter of a pack: it shows less than the organisation has, never more.
            if there["coverage"] == "covered" {
                assert_eq!(row.state, State::Covered, "{}", row.reference);
                covered += 1;
            }
            assert!(!there["reason"].contains("draft"), "a draft is the organisation's own: {there:?}");
            seen += usize::from(!codes.is_empty());
        }
    }
    assert!(seen > 10 && covered > 10, "{seen} lack something, {covered} do not");
}

#[test]
fn a_moved_review_is_shown_with_its_reason() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let before = list(&unpacked(&place.path("a.zip"), &place.path("a")), "documents.csv");
    let code = before[0]["code"].clone();
    workspace.transact(|tx| reviews::move_review(tx, &code, day(2027, 1, 31), "after the audit")).unwrap();
    let built = build(&mut workspace, &audit, &place.path("b.zip")).unwrap();
    assert!(built.notes.contains(&Caveat::Moved { documents: 1 }), "{:?}", built.notes);
    let bag = unpacked(&place.path("b.zip"), &place.path("b"));
    let after = list(&bag, "documents.csv");
    let row = after.iter().find(|row| row["code"] == code).unwrap();
    assert!(row["review moved"].contains("after the audit"), "{row:?}");
    assert!(std::fs::read_to_string(bag.join("data/index.html")).unwrap().contains("after the audit"));
}
