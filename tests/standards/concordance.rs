//! The concordance: every clause has its place, and each row says what the correlation answers.

use std::collections::BTreeMap;

use clausebook::standards::{ConcordanceRow, EditionId, Join, Outcome, Own, Relation, catalogue, correlate};

use super::at;

fn held(year: &str) -> Vec<EditionId> {
    ["9001:2015", "20000-1:2018", &format!("27001:{year}")].map(|id| id.parse().expect("an edition")).to_vec()
}

fn rows(year: &str) -> Vec<ConcordanceRow> {
    catalogue().concordance(&held(year))
}

/// The row of a clause: the one that is named after it and holds it.
fn row(rows: &[ConcordanceRow], clause: &str) -> ConcordanceRow {
    let reference = at(clause);
    let own =
        |r: &&ConcordanceRow| r.clause == reference.clause && r.cells.iter().any(|c| c.clauses == [reference.clone()]);
    rows.iter().find(own).unwrap_or_else(|| panic!("{clause} has no row")).clone()
}

#[test]
fn every_clause_of_each_standard_has_its_place() {
    for year in ["2013", "2022"] {
        let (rows, held) = (rows(year), held(year));
        let mut rows_of = BTreeMap::new();
        for row in &rows {
            assert_eq!((row.cells.len(), row.joins.len()), (3, 2), "{}", row.clause);
            for clause in row.cells.iter().flat_map(|c| &c.clauses) {
                *rows_of.entry(clause.clone()).or_insert(0) += 1;
            }
        }
        for edition in &held {
            for clause in catalogue().clauses(edition).filter(|c| c.level >= 2) {
                assert!(rows_of.contains_key(&clause.reference), "{} stands nowhere", clause.reference);
            }
        }
        let mut named: Vec<_> = rows.iter().map(|r| (&r.clause, &r.cells[1].clauses)).collect();
        named.retain(|(clause, own)| own.len() == 1 && own[0].clause == **clause);
        let count = named.len();
        named.dedup();
        assert_eq!(named.len(), count, "a clause of the middle standard has one row");
    }
}

/// What joins two columns is what is answered for the clause, in both editions of 27001.
#[test]
fn r17_a_row_says_what_the_correlation_answers() {
    for year in ["2013", "2022"] {
        let (rows, held) = (rows(year), held(year));
        for clause in catalogue().clauses(&held[1]).filter(|c| c.level >= 2) {
            let reference = &clause.reference;
            let row = row(&rows, &reference.to_string());
            for (join, target) in row.joins.iter().zip([&held[0], &held[2]]) {
                let answer = correlate(reference, Some(target)).remove(0);
                let own = answer.own == Some(Own::AddedByStandard);
                let fits = match join {
                    Join::Identical => answer.matches.iter().any(|m| m.relation == Relation::IdenticalHls),
                    Join::Similar | Join::Aligned => answer.matches.iter().any(|m| !m.limited),
                    Join::Limited => answer.matches.iter().any(|m| m.limited),
                    Join::AddedByStandard => own && answer.matches.is_empty(),
                    Join::NoCounterpart => answer.outcome == Outcome::None && !own,
                    Join::NotStated => answer.outcome == Outcome::NotStated && !own,
                    Join::Nothing => catalogue().children(reference).next().is_some(),
                };
                assert!(fits, "{reference} to {target}: {join:?}, answered {:?}", answer.outcome);
            }
        }
    }
}

#[test]
fn r17_parts_of_common_clauses_are_common_text() {
    let rows = rows("2022");
    for clause in ["6.1.1", "6.1.3", "7.5.3.1", "7.5.3.2", "9.2.1", "9.2.2", "10.1.1", "10.1.2"] {
        let row = row(&rows, &format!("20000-1/{clause}"));
        assert_eq!(row.joins, [Join::Identical, Join::Identical], "{clause}");
        assert!(row.cells.iter().all(|c| !c.clauses.is_empty()), "{clause} stands beside its partners");
    }
    let similar = row(&rows, "20000-1/8.5.1.1");
    assert_eq!((similar.joins[0], similar.cells[0].clauses.len()), (Join::Similar, 3), "a part of a similar clause");
}

#[test]
fn r149_what_a_standard_added_says_so_unless_it_has_a_match() {
    let rows = rows("2013");
    for (clause, join) in [("20000-1/6.3", Join::AddedByStandard), ("20000-1/9.4", Join::AddedByStandard)] {
        assert_eq!(row(&rows, clause).joins, [join, join], "{clause}");
    }
    assert_eq!(row(&rows, "20000-1/7.6").joins, [Join::Similar, Join::AddedByStandard]);
    for clause in ["9001/7.1.2", "9001/7.1.4", "9001/10.1"] {
        assert_eq!(row(&rows, clause).joins, [Join::AddedByStandard, Join::Nothing], "{clause}");
    }
    assert_eq!(row(&rows, "9001/8.5.3").joins[0], Join::NoCounterpart);
    assert_eq!(row(&rows, "9001/8.4.1").joins[0], Join::Similar, "a part is beside what its whole is similar to");
    assert_eq!(row(&rows, "20000-1/8.5").joins, [Join::Limited, Join::Limited]);
}
