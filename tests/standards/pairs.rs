//! Telling pairs of clauses: what is proposed from the one for the other, and what is refused: `pairs.csv`.

use clausebook::standards::{catalogue, correlate};

use super::at;

#[test]
fn each_telling_pair_is_proposed_or_refused_as_the_tables_rules_say() {
    let mut count = 0;
    for row in csv::Reader::from_reader(include_str!("pairs.csv").as_bytes()).records() {
        let row = row.expect("a row");
        let (from, to, relation) = (at(&row[0]), at(&row[1]), &row[2]);
        let found = correlate(&from, Some(&to.edition_id())).remove(0);
        let hit = found.matches.iter().find(|m| m.clause == to);
        let said = hit.map_or("", |m| if m.limited { "limited" } else { m.relation.as_str() });
        assert_eq!(said, relation, "{from} to {to}");
        count += 1;
    }
    assert!(count >= 60, "{count} pairs");
}

#[test]
fn every_leaf_of_9001_finds_a_partner_or_says_why_not() {
    let quality = catalogue().edition("9001", &[]).expect("held");
    for leaf in catalogue().clauses(&quality.id).filter(|c| catalogue().children(&c.reference).next().is_none()) {
        let answer = correlate(&leaf.reference, Some(&at("20000-1/4").edition_id())).remove(0);
        let stated = answer.outcome != clausebook::standards::Outcome::NotStated;
        assert!(stated || answer.own.is_some(), "{} finds nothing and says nothing", leaf.reference);
    }
}
