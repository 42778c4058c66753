//! The standards: every row of the correlation in both directions, the rules of inheritance, counts, terms.

use clausebook::error::Code;
use clausebook::standards::{
    Answer, ClauseRef, EditionId, Outcome, Relation, catalogue, clause_view, correlate, correlation_rows,
    standard_view, terms_view,
};

fn clause(text: &str) -> ClauseRef {
    catalogue().reference(text, &[]).unwrap()
}

fn edition(text: &str) -> EditionId {
    catalogue().edition(text, &[]).unwrap().id.clone()
}

fn ask(from: &str, to: &str) -> Answer {
    correlate(&clause(from), &[edition(to)]).remove(0)
}

/// Direct counterparts as (clause, relation).
fn direct(answer: &Answer) -> Vec<(&str, Relation)> {
    answer.matches.iter().filter(|m| m.through.is_none()).map(|m| (m.clause.as_str(), m.relation)).collect()
}

#[test]
fn r12_r13_every_row_holds_in_both_directions() {
    assert_eq!(correlation_rows().len(), 119, "all rows are read");
    for row in correlation_rows() {
        let from = format!("20000-1/{}", row.clause);
        let answer = ask(&from, &row.other);
        if row.relation == Relation::None {
            assert_eq!(answer.outcome, Outcome::None, "{from} → {}", row.other);
            assert!(answer.matches.is_empty());
            continue;
        }
        for other in row.refs.split(';').map(str::trim) {
            assert!(direct(&answer).contains(&(other, row.relation)), "{from} → {} {other}: {answer:?}", row.other);
            let back = ask(&format!("{}/{other}", row.other), "20000-1");
            assert!(
                direct(&back).contains(&(row.clause.as_str(), row.relation)),
                "{} {other} → {from}: {back:?}",
                row.other
            );
        }
    }
}

#[test]
fn r17_none_is_stated_and_silence_is_not() {
    assert_eq!(direct(&ask("20000-1/8.2.5", "27001")), [("A.8.1.1", Relation::Similar)]);
    assert_eq!(ask("20000-1/8.2.5", "9001").outcome, Outcome::None);
    for clause in ["7.1.4", "7.1.5", "7.1.5.1", "8.5.2", "8.5.3", "8.5.4", "8.5.5", "8.7", "8.7.1"] {
        assert_eq!(ask(&format!("9001/{clause}"), "20000-1").outcome, Outcome::None, "9001 {clause}");
    }
    assert_eq!(ask("9001/7.1", "20000-1").outcome, Outcome::Matched, "7.1 has a partner, its parts have none");
    for silent in ["9001/8.5.1", "27001/A.5.1.2", "27001/A.14.1.2", "27001/A.14.3", "27001/A.14.3.1"] {
        assert_eq!(ask(silent, "20000-1").outcome, Outcome::NotStated, "{silent}");
    }
    for (alone, exception) in
        [("27001/A.9.1.1", "27001/A.9.2.2"), ("27001/A.12.4.1", "27001/A.12.1.3"), ("27001/A.8.2.1", "27001/A.8.1.1")]
    {
        assert_eq!(ask(alone, "20000-1").outcome, Outcome::None, "{alone}");
        assert_eq!(ask(exception, "20000-1").outcome, Outcome::Matched, "{exception}");
    }
}

#[test]
fn r19_a_control_is_found_through_its_group_and_a_group_through_its_controls() {
    let answer = ask("27001/A.17.2", "20000-1");
    assert_eq!(direct(&answer), [("8.7.1", Relation::Similar)], "8.7.2 only through A.17");
    let through: Vec<_> = answer.matches.iter().filter(|m| m.clause == "8.7.2").map(|m| m.through.as_deref()).collect();
    assert_eq!(through, [Some("A.17")]);
    let member = ask("27001/A.16.1.1", "20000-1");
    assert!(member.matches.iter().any(|m| m.clause == "8.6.1" && m.through.as_deref() == Some("A.16")));
    let group = ask("27001/A.12", "20000-1");
    assert!(group.matches.iter().any(|m| m.clause == "8.4.3" && m.through.as_deref() == Some("A.12.1.3")));
    let expanded = ask("20000-1/8.6.1", "27001");
    assert_eq!(direct(&expanded), [("A.16", Relation::Similar)]);
    let controls = expanded.matches.iter().filter(|m| m.clause.starts_with("A.16.1.")).count();
    assert_eq!(controls, 7, "the group's seven controls are named behind it");
}

#[test]
fn r20_r21_r24_links_stay_whole_and_cross_numbers() {
    assert_eq!(direct(&ask("20000-1/8.3.2", "9001")).len(), 3);
    assert_eq!(direct(&ask("20000-1/8.5.1", "9001")).len(), 3);
    assert_eq!(direct(&ask("20000-1/8.5.1", "27001")).len(), 5);
    let many: Vec<_> = ask("9001/8.4", "20000-1").matches.into_iter().map(|m| m.clause).collect();
    assert!(many.contains(&"8.2.3".into()) && many.contains(&"8.3.4".into()), "{many:?}");
    assert_eq!(direct(&ask("20000-1/7.6", "9001")), [("7.1.6", Relation::Similar)]);
    assert_eq!(direct(&ask("20000-1/7.5.4", "9001")), [("4.4", Relation::Similar)]);
    let cross: Vec<_> = direct(&ask("20000-1/10.2", "9001")).into_iter().map(|(c, _)| c.to_owned()).collect();
    assert_eq!(cross, ["10.1", "10.3"]);
}

#[test]
fn r14_nine_thousand_and_one_to_security_runs_through_the_middle_and_says_so() {
    let answer = ask("9001/8.4", "27001");
    assert_eq!(answer.outcome, Outcome::Matched);
    for m in &answer.matches {
        assert!(m.through.as_deref().is_some_and(|t| t.starts_with("20000-1 ")), "{m:?}");
        assert!(m.notes.iter().any(|n| n.starts_with("Indirect")), "{m:?}");
    }
    assert_eq!(ask("9001/7.1.5", "27001").outcome, Outcome::NotStated, "no path says nothing");
}

#[test]
fn r22_r140_r141_r142_r143_traps_are_told_at_the_point_of_use() {
    let notes = |from: &str, to: &str| -> String {
        ask(from, to).matches.iter().flat_map(|m| m.notes.clone()).collect::<Vec<_>>().join(" | ")
    };
    assert!(notes("20000-1/6.1", "27001").contains("one way only"), "R22 direction");
    assert!(notes("20000-1/8.5.1", "9001").contains("wider") || notes("20000-1/8.5.1", "9001").contains("broader"));
    assert!(notes("20000-1/10.1", "9001").contains("shares only the number"), "R140");
    assert!(notes("20000-1/5.2", "27001").contains("three separate policies"), "R141");
    assert!(notes("20000-1/8.7.2", "27001").contains("is a group"), "R142");
    assert!(notes("20000-1/4.1", "9001").contains("identical in one table and similar in another"), "R143");
    assert!(notes("20000-1/8.7.1", "27001").contains("Derived"), "R146");
    assert!(notes("20000-1/8.2.5", "27001").contains("Support only"), "R100");
    assert!(notes("20000-1/4.2", "9001").contains("that part stays open"), "R15");
}

#[test]
fn r1_r2_r3_the_common_structure_is_the_spine() {
    assert_eq!(catalogue().spine().len(), 27, "7 clauses and 20 subclauses");
    for e in catalogue().editions() {
        for c in catalogue().clauses(&e.id).iter().filter(|c| !c.reference.clause.starts_with("A.")) {
            assert!(catalogue().spine_of(&c.reference).is_some(), "{} has a place on the spine", c.reference);
        }
    }
    let view = standard_view(catalogue().edition("20000-1", &[]).unwrap());
    assert!(
        view.spine.iter().any(|s| s.title == "service objectives and planning to achieve them"),
        "R2: {:?}",
        view.spine
    );
    let renamed: Vec<_> = view.rows.iter().filter(|r| r.renamed_from.is_some()).map(|r| r.clause.as_str()).collect();
    assert!(renamed.contains(&"7") && renamed.contains(&"8"), "R3: {renamed:?}");
    assert_eq!(catalogue().spine_of(&clause("9001/10.2")).as_deref(), Some("10.1"));
    assert_eq!(
        catalogue().spine_of(&clause("27001:2022/10.2")).as_deref(),
        Some("10.1"),
        "10.1 and 10.2 change places"
    );
}

#[test]
fn r5_r6_r8_editions_and_stretched_clauses_are_marked() {
    let view = clause_view(catalogue().clause(&clause("20000-1/7.2")).unwrap(), &[edition("9001"), edition("27001")]);
    assert!(view.notes.iter().any(|n| n.starts_with("Stretched")), "R5");
    assert_eq!(clause("27001/A.8.1.1").to_string(), "27001:2013/A.8.1.1", "R6: a reference always has its edition");
    assert!(catalogue().editions().iter().all(|e| e.follows_common_structure), "R8");
}

#[test]
fn counts_are_those_of_the_standards() {
    let count = |e: &str, kind: &str| catalogue().clauses(&edition(e)).iter().filter(|c| c.kind == kind).count();
    assert_eq!(
        (count("27001:2013", "control"), count("27001:2013", "objective"), count("27001:2013", "domain")),
        (114, 35, 14)
    );
    assert_eq!(count("27001:2022", "control"), 93);
    let new = catalogue()
        .clauses(&edition("27001:2022"))
        .iter()
        .filter(|c| c.kind == "control" && catalogue().predecessors(&c.reference).is_empty());
    assert_eq!(new.count(), 11, "eleven controls are new in 2022");
    for c in catalogue().clauses(&edition("27001:2013")).iter().filter(|c| c.kind == "control") {
        assert!(!catalogue().successors(&c.reference).is_empty(), "{} has a successor", c.reference);
    }
}

#[test]
fn the_current_edition_is_answered_through_the_map() {
    let answer = ask("27001:2022/A.5.9", "20000-1");
    assert!(
        answer
            .matches
            .iter()
            .any(|m| m.clause == "8.2.5" && m.through.as_deref().is_some_and(|t| t.contains("27001:2013/A.8.1.1"))),
        "{answer:?}"
    );
    let forward = ask("20000-1/8.2.5", "27001:2022");
    assert!(forward.matches.iter().any(|m| m.clause == "A.5.9"), "{forward:?}");
}

#[test]
fn references_are_read_and_near_matches_offered() {
    let refused = |text: &str| catalogue().reference(text, &[]).unwrap_err();
    assert_eq!(refused("14001/4.1").code(), Code::UnknownStandard);
    assert_eq!(refused("27001:2005/A.5.1").code(), Code::UnknownEdition);
    assert_eq!(refused("9001/7.5.9").code(), Code::UnknownClause);
    assert!(refused("9001/7.5.9").hint().contains("7.5"), "{}", refused("9001/7.5.9").hint());
    assert!(refused("27001:2013/A.5.9").hint().contains("27001:2022/A.5.9"), "the other edition has that number");
    let only_new = [edition("27001:2022")];
    assert_eq!(
        catalogue().reference("27001/A.5.9", &only_new).unwrap().edition,
        "2022",
        "27001 alone is the edition held"
    );
    let both = [edition("27001:2013"), edition("27001:2022")];
    assert_eq!(catalogue().reference("27001/6.1", &both).unwrap().edition, "2013", "2013 where both are held");
    assert!(clause("9001/8.2") < clause("9001/8.10".replace("8.10", "8.7").as_str()));
}

#[test]
fn r131_r132_r133_r134_r135_terms_in_three_vocabularies() {
    let all = terms_view(None);
    assert_eq!(all.terms.len(), 50, "R131");
    assert_eq!(all.terms.iter().filter(|t| t.kind == "common").count(), 21, "R132");
    assert_eq!(all.terms.iter().filter(|t| t.kind == "service").count(), 29, "R132");
    let audit = &terms_view(Some("Audit")).terms[0];
    assert!(audit.see_also_9000.contains("audit programme"), "R133");
    for friend in
        ["release", "service", "customer", "supplier", "interested party", "risk", "process", "asset", "organization"]
    {
        let found = terms_view(Some(friend)).terms;
        assert!(found.iter().any(|t| !t.note.is_empty()), "R134: {friend} carries a warning");
    }
    assert!(all.warnings.iter().any(|w| w.contains("Notes to entries")), "R135");
}

#[test]
fn required_documented_information_names_existing_clauses() {
    let mut rows = 0;
    for e in catalogue().editions() {
        for c in catalogue().clauses(&e.id) {
            rows += catalogue().required(&c.reference).len();
        }
    }
    assert_eq!(rows, 206, "every row belongs to a clause that exists");
}
