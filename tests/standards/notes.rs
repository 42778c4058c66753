//! Traps and directions, shown where they matter.

use clausebook::standards::{Direction, Relation, catalogue};

use super::{answer, partner, says};

#[test]
fn r22_direction_is_named_where_evidence_suffices_one_way_only() {
    for (from, to, clause, way) in [
        ("20000-1/6.1.2", "27001", "6.1.2", "from 27001 to 20000-1"),
        ("27001/6.1.2", "20000-1", "6.1.2", "from 27001 to 20000-1"),
        ("20000-1/8.5.1", "27001", "A.12.1.2", "from 20000-1 to 27001"),
        ("9001/7.1.6", "20000-1", "7.6", "from 9001 to 20000-1"),
    ] {
        assert!(says(&partner(&answer(from, to), clause).notes, way), "{from} to {to}");
    }
}

#[test]
fn r22_each_match_says_in_which_direction_evidence_may_be_enough_and_what_is_missing() {
    for (from, to, clause, direction) in [
        ("27001:2013/6.1.2", "20000-1", "6.1.2", Direction::Onward),
        ("20000-1/6.1.2", "27001:2013", "6.1.2", Direction::Back),
        ("20000-1/6.1", "27001:2022", "6.1", Direction::Back),
        ("20000-1/8.5.1", "27001:2013", "A.12.1.2", Direction::Onward),
        ("27001:2013/A.12.1.2", "20000-1", "8.5.1", Direction::Back),
        ("20000-1/8.7.2", "27001:2013", "A.17", Direction::Neither),
        ("9001/7.1.6", "20000-1", "7.6", Direction::Onward),
        ("20000-1/7.2", "9001", "7.2", Direction::Both),
    ] {
        let found = answer(from, to);
        assert_eq!(partner(&found, clause).direction, direction, "{from} to {to}");
        assert_eq!(
            partner(&found, clause).direction.may_suffice(),
            matches!(direction, Direction::Both | Direction::Onward)
        );
    }
    let change = answer("27001:2013/A.12.1.2", "20000-1");
    assert!(says(
        &partner(&change, "8.5.1").notes,
        "Missing in this direction: Show policy, initiation and activities"
    ));
}

#[test]
fn r140_same_number_with_another_subject_is_called_out() {
    assert!(says(&answer("20000-1/6.3", "9001").notes, "9001 6.3 is “Planning of changes”"));
    for (from, to) in
        [("20000-1/10.1", "9001"), ("20000-1/10.2", "9001"), ("20000-1/8.2", "27001"), ("20000-1/8.2", "9001")]
    {
        assert!(says(&answer(from, to).matches[0].notes, "Same number, different subject"), "{from} to {to}");
    }
    let audit = answer("20000-1/9.2", "9001");
    assert!(!says(&audit.matches[0].notes, "Same number"), "9.2 is the same subject everywhere");
}

#[test]
fn r141_same_text_about_different_objects_is_called_out() {
    for (clause, object) in [("4.3", "scope"), ("5.2", "policy"), ("5.2.1", "policy"), ("6.2", "objectives")] {
        let hits = answer(&format!("20000-1/{clause}"), "9001");
        assert!(says(&partner(&hits, clause).notes, &format!("its own {object}")), "{clause}");
    }
}

#[test]
fn r142_a_group_wider_than_the_match_is_called_out() {
    assert!(says(&partner(&answer("20000-1/8.5.3", "27001"), "A.14.2").notes, "a group of 9 controls"));
    assert!(says(&partner(&answer("27001/A.15", "20000-1"), "8.7.3").notes, "a group of 5 controls"));
    assert!(says(&partner(&answer("27001/A.17.2", "20000-1"), "8.7.2").notes, "through the group A.17"));
}

#[test]
fn r143_where_the_tables_differ_table_3_wins_and_both_are_named() {
    for clause in ["4.1", "7.1"] {
        let hits = answer(&format!("20000-1/{clause}"), "9001");
        assert_eq!(hits.matches.iter().filter(|m| m.clause.clause == clause).count(), 1);
        let hit = partner(&hits, clause);
        assert_eq!(hit.relation, Relation::IdenticalHls);
        assert!(says(&hit.notes, "Table 3 calls this identical common text, Annex B calls it similar."));
    }
}

#[test]
fn r144_unmatched_in_9001_does_not_mean_unmatched_everywhere() {
    for clause in ["8.2.5", "8.4.3", "8.6.1", "8.6.2"] {
        assert!(says(&answer(&format!("20000-1/{clause}"), "9001").notes, "Unmatched in 9001 only"), "{clause}");
        assert!(!answer(&format!("20000-1/{clause}"), "27001").matches.is_empty());
    }
}

#[test]
fn r145_similar_and_aligned_are_not_equal() {
    assert!(says(&partner(&answer("20000-1/8.4.3", "27001"), "A.12.1.3").notes, "Similar is not equal"));
    assert!(says(&partner(&answer("20000-1/8.7.3", "27001"), "A.5.1.1").notes, "Aligned is not equal"));
}

#[test]
fn r146_derived_data_says_so_in_its_source() {
    assert!(partner(&answer("20000-1/8.7.3.1", "27001"), "5.2").source.starts_with("derived from"));
    assert!(partner(&answer("20000-1/9.1", "9001"), "9.1").source.contains("annex b derived"));
    assert_eq!(partner(&answer("20000-1/8.7.1", "27001"), "A.17.2").source, "table 3");
}

/// Whatever the program composes itself is known by its code, so that the window can say it in its own language; what has no
/// code is a remark of the tables.
#[test]
fn every_remark_is_one_of_the_tables_or_has_a_code() {
    let tables: String =
        clausebook::standards::data::EMBEDDED.iter().map(|(_, text)| text.replace("\"\"", "\"")).collect();
    let (mut codes, mut strange) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for edition in catalogue().editions() {
        for clause in catalogue().clauses(&edition.id) {
            for target in catalogue().editions().iter().filter(|e| e.id != edition.id) {
                for answer in catalogue().correlate(&clause.reference, Some(&target.id)) {
                    for said in answer.said.iter().chain(answer.matches.iter().flat_map(|m| &m.said)) {
                        match said.code {
                            Some(code) => drop(codes.insert(code)),
                            None if tables.contains(&said.text) => {}
                            None => drop(strange.insert(said.text.clone())),
                        }
                    }
                }
            }
        }
    }
    assert!(strange.is_empty(), "{strange:#?}");
    assert!(codes.len() >= 22, "{codes:?}");
    let wording =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/i18n/wording.csv")).expect("wording");
    for code in codes {
        assert!(wording.contains(&format!("\nremark.{code},")), "the window says {code}");
    }
}
