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

#[test]
fn r113_each_of_several_partners_says_its_own_reach() {
    for (from, to) in
        [("20000-1/8.5.1", "9001"), ("20000-1/8.3.2", "9001"), ("20000-1/8.2.2", "9001"), ("20000-1/8.5.1", "27001")]
    {
        let found = answer(from, to);
        let reaches: std::collections::BTreeSet<_> =
            found.matches.iter().flat_map(|m| &m.notes).filter(|note| note.starts_with("Reaches ")).collect();
        assert_eq!(reaches.len(), found.matches.len(), "{from} to {to}");
    }
    let back = answer("9001/8.3.6", "20000-1");
    assert!(says(&partner(&back, "8.5.1").notes, "Reaches changes of a design"));
    let limited = answer("20000-1/8.5", "9001");
    assert!(!says(&partner(&limited, "8.5").notes, "Reaches "), "a whole is not its part");
}

#[test]
fn r124_the_two_continuity_cycles_can_be_merged() {
    assert!(says(&partner(&answer("20000-1/8.7.2", "27001"), "A.17").notes, "the two cycles can be merged"));
    assert!(says(&partner(&answer("20000-1/8.7.2", "27001:2022"), "A.5.29").notes, "the two cycles can be merged"));
    assert!(
        !says(&partner(&answer("20000-1/8.7.2", "27001:2022"), "A.8.14").notes, "cycles"),
        "it is about availability"
    );
    assert!(says(&partner(&answer("27001/A.17.1.3", "20000-1"), "8.7.2").notes, "the two cycles can be merged"));
    let shown = catalogue().clause_show(&super::at("20000-1/8.7.2"), &super::held()).expect("a clause");
    let partners = shown.correlated.iter().flat_map(|row| &row.matches);
    assert!(partners.flat_map(|m| &m.particular).any(|note| note.contains("cycles")), "the clause says it, too");
}

#[test]
fn a_remark_stands_only_at_the_partner_it_is_about() {
    let resources = answer("20000-1/7.1", "9001");
    assert!(!says(&partner(&resources, "7.1").notes, "Technical resources only"));
    assert!(says(&partner(&resources, "7.1.3").notes, "Technical resources only"));
}

/// Along the way each step may say that standards add to the common text: it is said once, of all of them.
#[test]
fn additions_on_the_way_are_said_in_one_sentence() {
    for edition in catalogue().editions() {
        for clause in catalogue().clauses(&edition.id) {
            for answer in catalogue().correlate(&clause.reference, None) {
                for hit in answer.matches {
                    let adding = hit.notes.iter().filter(|n| n.starts_with("Reusable for the common text only"));
                    assert!(adding.count() <= 1, "{} to {}: {:?}", clause.reference, hit.clause, hit.notes);
                }
            }
        }
    }
}

#[test]
fn a_control_that_cannot_stand_for_its_group_says_why() {
    for from in ["27001:2013/A.14.2.8", "27001:2022/A.8.32"] {
        let found = answer(from, "9001");
        assert!(says(&partner(&found, "8.6").notes, "One control never stands for its group"), "{from}");
    }
}

#[test]
fn a_group_is_counted_in_the_edition_it_is_asked_for() {
    let incidents = answer("20000-1/8.6.1", "27001:2022");
    for hit in &incidents.matches {
        assert!(
            says(&hit.notes, "27001:2013 A.16 was a group of 7 controls; 6 hold its place here"),
            "{:?}",
            hit.notes
        );
        assert!(!says(&hit.notes, "is a group of 7"));
    }
    assert_eq!(incidents.matches.len(), 6);
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
