//! Every row of the correlation tables, looked up from both sides.

use clausebook::standards::{Outcome, Relation, catalogue, correlate};

#[test]
fn r13_every_row_is_found_from_both_sides() {
    let mut checked = 0;
    for link in catalogue().links() {
        let Some(stated) = link.relation else { continue };
        let forward = correlate(&link.pivot, Some(&link.other)).remove(0);
        if stated == Relation::None {
            assert_eq!(forward.outcome, Outcome::None, "{} to {} is stated to have no partner", link.pivot, link.other);
            assert!(forward.matches.is_empty());
            continue;
        }
        assert_eq!(forward.outcome, Outcome::Matched, "{}", link.pivot);
        for partner in &link.refs {
            let hit = forward.matches.iter().find(|m| m.clause == *partner);
            let hit = hit.unwrap_or_else(|| panic!("{} to {partner} is missing", link.pivot));
            let back = correlate(partner, Some(&link.pivot.edition_id())).remove(0);
            assert_eq!(back.outcome, Outcome::Matched, "{partner}");
            let mirror = back.matches.iter().find(|m| m.clause == link.pivot);
            let mirror = mirror.unwrap_or_else(|| panic!("{partner} back to {} is missing", link.pivot));
            for found in [hit, mirror] {
                assert_eq!(found.through, None, "{} and {partner} stand in one row", link.pivot);
                assert!(!found.title.is_empty() && !found.source.is_empty());
                // Table 3's word stands; where another table differs a note names both.
                let named = found.notes.iter().any(|n| n.contains(stated.in_words()));
                assert!(found.relation == stated || named, "{} and {partner} lost the word {stated:?}", link.pivot);
                checked += 1;
            }
        }
    }
    assert!(checked > 250, "only {checked} directions were checked");
}

#[test]
fn no_exact_match_exists_that_no_row_states() {
    for edition in catalogue().editions().iter().filter(|e| e.default) {
        for clause in catalogue().clauses(&edition.id) {
            for answer in correlate(&clause.reference, None) {
                for hit in answer.matches.iter().filter(|m| m.through.is_none()) {
                    let stated = catalogue().links().iter().any(|l| {
                        (l.pivot == clause.reference && l.refs.contains(&hit.clause))
                            || (l.pivot == hit.clause && l.refs.contains(&clause.reference))
                    });
                    assert!(stated, "{} to {} is in no table", clause.reference, hit.clause);
                }
            }
        }
    }
}

#[test]
fn r17_lists_of_specific_requirements_answer_none_and_silence_answers_not_stated() {
    for row in catalogue().specific() {
        if row.list == "silent" {
            for leaf in catalogue().leaves_below(&row.reference) {
                let answer = correlate(&leaf.reference, Some(&super::at("20000-1/4").edition_id())).remove(0);
                assert_eq!(answer.outcome, Outcome::NotStated, "{}", leaf.reference);
            }
            continue;
        }
        for other in row.no_counterpart_in.iter().filter(|_| row.list != "security_specific_other") {
            for leaf in catalogue().leaves_below(&row.reference) {
                let excepted = row.exceptions.contains(&leaf.reference);
                let wanted = if excepted { Outcome::Matched } else { Outcome::None };
                assert_eq!(correlate(&leaf.reference, Some(other)).remove(0).outcome, wanted, "{}", leaf.reference);
            }
        }
    }
}

#[test]
fn outcome_and_matches_agree_for_every_clause_of_every_edition() {
    for from in catalogue().editions() {
        for to in catalogue().editions().iter().filter(|e| e.id != from.id) {
            for clause in catalogue().clauses(&from.id) {
                let answer = correlate(&clause.reference, Some(&to.id)).remove(0);
                let any = !answer.matches.is_empty();
                assert_eq!(any, answer.outcome == Outcome::Matched, "{} to {}", clause.reference, to.id);
                for (at, hit) in answer.matches.iter().enumerate() {
                    assert_eq!(hit.clause.edition_id(), to.id);
                    assert!(catalogue().clause(&hit.clause).is_some(), "{} does not exist", hit.clause);
                    assert!(answer.matches[..at].iter().all(|m| m.clause != hit.clause), "{} twice", hit.clause);
                    assert_ne!(hit.relation, Relation::None);
                }
                for note in answer.matches.iter().flat_map(|m| &m.notes).chain(&answer.notes) {
                    assert!(note.split_whitespace().count() <= 25, "{}: long note: {note}", clause.reference);
                }
            }
        }
    }
}
