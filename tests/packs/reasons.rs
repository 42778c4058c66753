//! A pack says why a clause stands as it does in the codes of every other answer, and which reviews were moved.

use std::collections::BTreeMap;
use std::path::Path;

use clausebook::coverage;
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
fn the_lists_of_a_pack_carry_the_codes_of_the_answers() {
    let (place, mut workspace, audit) = sample();
    build(&mut workspace, &audit, &place.path("a.zip")).unwrap();
    let bag = unpacked(&place.path("a.zip"), &place.path("a"));
    let rows = list(&bag, "coverage.csv");
    let only = match audit.scope.as_slice() {
        [one] => Some(clausebook::systems::scope_item(workspace.db(), one).unwrap()),
        _ => None,
    };
    let mut seen = 0;
    for edition in &audit.editions {
        for row in coverage::coverage_named(workspace.db(), edition, only.as_ref(), TODAY()).unwrap().rows {
            let there = rows
                .iter()
                .find(|r| r["standard"] == edition.to_string() && r["clause"] == row.reference.clause)
                .unwrap();
            let codes: Vec<&str> = row.gaps.iter().map(|gap| gap.why.code()).collect();
            assert_eq!(there["reason"], codes.join("; "), "{}", row.reference);
            assert_eq!(there["because"].is_empty(), row.gaps.is_empty() && row.shown.is_none(), "{}", row.reference);
            seen += usize::from(!codes.is_empty());
        }
    }
    assert!(seen > 10, "something is lacking in the sample: {seen}");
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
