//! The rules of correlation, one requirement at a time.

use clausebook::standards::{Outcome, Own, Relation, Via, catalogue, correlate};

use super::{answer, at, exact, partner, says};

#[test]
fn r12_asset_management_is_similar_to_the_inventory_of_assets() {
    let assets = answer("20000-1/8.2.5", "27001");
    assert_eq!(exact(&assets), ["A.8.1.1"]);
    assert_eq!(assets.matches[0].relation, Relation::Similar);
}

#[test]
fn r13_lookup_works_from_each_standard() {
    for (from, to, wanted) in [
        ("20000-1/8.5.3", "9001", "8.6"),
        ("9001/8.6", "20000-1", "8.5.3"),
        ("20000-1/8.5.3", "27001", "A.14.2"),
        ("27001/A.14.2", "20000-1", "8.5.3"),
        ("9001/8.6", "27001", "A.14.2"),
        ("27001/A.14.2", "9001", "8.6"),
    ] {
        partner(&answer(from, to), wanted);
    }
}

#[test]
fn r14_between_9001_and_27001_the_link_runs_through_20000_1_and_says_so() {
    let suppliers = answer("9001/8.4", "27001");
    let hit = partner(&suppliers, "A.15.1");
    assert_eq!(hit.through.as_deref(), Some("20000-1 8.2.3"));
    assert!(says(&hit.notes, "Indirect: runs through 20000-1 8.2.3"));
    assert!(hit.source.ends_with("(indirect)"));
    assert!(suppliers.matches.iter().all(|m| m.through.is_some()), "nothing is direct between these two");
    let policy = answer("27001/5.2", "9001");
    assert_eq!(partner(&policy, "5.2").relation, Relation::IdenticalHls, "common text stays common");
}

#[test]
fn r15_identical_text_names_who_adds_to_it() {
    let audit = answer("20000-1/9.2", "9001");
    assert!(says(&partner(&audit, "9.2").notes, "common text only: 20000-1 and 9001 add to it"));
    let plain = answer("20000-1/7.5.1", "9001");
    assert!(!says(&partner(&plain, "7.5.1").notes, "add to it"), "nothing is said about additions to 7.5.1");
}

#[test]
fn r16_only_identical_common_text_needs_no_reason() {
    assert!(!Relation::IdenticalHls.needs_reason());
    assert!(Relation::Similar.needs_reason() && Relation::Aligned.needs_reason());
}

#[test]
fn r17_stated_absence_and_silence_are_told_apart() {
    assert_eq!(answer("9001/7.1.5", "20000-1").outcome, Outcome::None);
    assert_eq!(answer("9001/7.1.5.1", "20000-1").outcome, Outcome::None, "absence holds below");
    assert_eq!(answer("9001/7.1.2", "20000-1").outcome, Outcome::NotStated);
    assert_eq!(answer("27001/A.8.2.1", "20000-1").outcome, Outcome::None);
    assert_eq!(answer("27001/A.14.3.1", "20000-1").outcome, Outcome::NotStated);
    assert_eq!(answer("20000-1/6.3", "9001").outcome, Outcome::None);
    assert_eq!(answer("20000-1/8.4", "9001").outcome, Outcome::None, "a heading whose parts all have none");
}

#[test]
fn a_part_of_a_common_clause_finds_the_common_text_everywhere() {
    for (from, to, part) in [
        ("9001/9.2.2", "20000-1", "9.2.2"),
        ("9001/9.2.2", "27001:2013", "9.2"),
        ("9001/9.2.2", "27001:2022", "9.2.2"),
        ("9001/9.3.3", "20000-1", "9.3"),
        ("9001/9.3.3", "27001:2022", "9.3.3"),
        ("27001:2022/9.3.3", "9001", "9.3.3"),
        ("9001/10.2.1", "20000-1", "10.1.1"),
        ("20000-1/10.1.2", "9001", "10.2.2"),
        ("9001/7.5.3.2", "27001:2022", "7.5.3"),
        ("9001/6.1.2", "20000-1", "6.1"),
    ] {
        let found = answer(from, to);
        let hit = partner(&found, part);
        assert_eq!(hit.relation, Relation::IdenticalHls, "{from} to {to}");
        assert!(hit.via.contains(&Via::Parent) && hit.through.is_some(), "{from} to {to} says how");
    }
}

#[test]
fn a_part_of_a_similar_clause_is_offered_through_the_whole() {
    let part = answer("9001/8.4.2", "20000-1");
    assert_eq!(
        part.matches.iter().map(|m| m.clause.clause.as_str()).collect::<Vec<_>>(),
        ["8.2.3", "8.3.4", "8.3.4.1"]
    );
    assert!(part.matches.iter().all(|m| m.relation == Relation::Similar && m.via == [Via::Parent]));
    assert_eq!(partner(&part, "8.2.3").through.as_deref(), Some("8.4"));
}

#[test]
fn r149_what_a_standard_added_inherits_nothing_and_says_so() {
    for (clause, own) in [
        ("9001/4.4.2", &[][..]),
        ("9001/5.1.2", &["8.3.2"]),
        ("9001/7.1.2", &[]),
        ("9001/7.1.3", &["7.1"]),
        ("9001/7.1.4", &[]),
        ("9001/7.1.5.1", &[]),
        ("9001/7.1.6", &["7.6"]),
        ("9001/9.1.3", &[]),
        ("9001/10.1", &[]),
    ] {
        let found = answer(clause, "20000-1");
        assert_eq!(found.own, Some(Own::AddedByStandard), "{clause}");
        assert_eq!(found.matches.iter().map(|m| m.clause.clause.as_str()).collect::<Vec<_>>(), own, "{clause}");
    }
    for clause in ["20000-1/6.1.2", "20000-1/6.3", "20000-1/7.6", "27001:2022/6.1.3", "27001:2013/8.2"] {
        assert_eq!(answer(clause, "9001").own, Some(Own::AddedByStandard), "{clause}");
    }
    for clause in ["9001/7.1.1", "9001/8.4.1", "9001/8.7", "9001/9.2.2", "27001:2013/A.8.2"] {
        assert_eq!(answer(clause, "20000-1").own, None, "{clause}");
    }
    assert_eq!(answer("27001:2022/A.5.7", "20000-1").own, Some(Own::NewInEdition));
}

#[test]
fn r147_the_match_of_8_5_is_limited_and_never_more() {
    let design = answer("20000-1/8.5", "9001");
    let limited: Vec<_> = design.matches.iter().filter(|m| m.limited).map(|m| m.clause.clause.as_str()).collect();
    assert_eq!(limited, ["8.2", "8.4", "8.5"], "the closer pair with 8.3 stays as it is");
    assert!(!partner(&design, "8.3").limited);
    assert!(design.matches.iter().filter(|m| m.limited).all(|m| says(&m.notes, "Limited match")));
    assert!(partner(&answer("20000-1/8.5", "27001:2013"), "A.14.2").limited);
    let provision = answer("9001/8.5.1", "20000-1");
    assert_eq!(provision.matches.len(), 1, "through the group only");
    assert!(partner(&provision, "8.5").limited && partner(&provision, "8.5").through.as_deref() == Some("8.5"));
    for left_out in ["8.5.2", "8.5.3", "8.5.4", "8.5.5"] {
        assert_eq!(answer(&format!("9001/{left_out}"), "20000-1").outcome, Outcome::None, "{left_out}");
    }
    assert!(answer("9001/8.5", "27001").matches.iter().all(|m| m.clause.clause != "A.14.2"), "nothing runs through it");
}

#[test]
fn r163_a_group_names_its_controls_so_that_each_can_be_decided() {
    for (from, group, count) in
        [("8.6.1", "A.16", 7), ("8.5.3", "A.14.2", 9), ("8.7.2", "A.17", 4), ("8.7.3.2", "A.15", 5)]
    {
        let found = answer(&format!("20000-1/{from}"), "27001:2013");
        let hit = partner(&found, group);
        assert_eq!(hit.controls.len(), count, "{group}");
        assert!(hit.controls.iter().all(|c| c.is_below(&hit.clause)), "{group}");
    }
    let later = answer("20000-1/8.6.1", "27001:2022");
    assert!(later.matches.len() > 4 && later.matches.iter().all(|m| m.controls.is_empty()));
    assert!(later.matches.iter().all(|m| m.group.as_deref() == Some("27001:2013/A.16")), "each is marked as a member");
    assert!(partner(&answer("20000-1/8.2.5", "27001:2013"), "A.8.1.1").controls.is_empty());
}

#[test]
fn finer_clauses_of_20000_1_take_the_clause_above_but_no_common_text_they_do_not_carry() {
    let policy = answer("20000-1/8.5.1.1", "9001");
    assert_eq!(partner(&policy, "8.3.6").through.as_deref(), Some("8.5.1"));
    assert_eq!(partner(&answer("20000-1/9.2.1", "27001"), "9.2").through.as_deref(), Some("9.2"));
    assert!(answer("20000-1/6.1.2", "9001").matches.is_empty(), "6.1.2 is not common text");
}

#[test]
fn r19_a_control_is_found_through_its_group_after_its_own_matches() {
    let redundancy = answer("27001/A.17.2", "20000-1");
    assert_eq!(exact(&redundancy), ["8.7.1"]);
    assert_eq!(partner(&redundancy, "8.7.2").through.as_deref(), Some("A.17"));
    assert_eq!(redundancy.matches.len(), 2);
    let control = answer("27001/A.17.2.1", "20000-1");
    assert_eq!(partner(&control, "8.7.1").through.as_deref(), Some("A.17.2"));
    let learning = answer("27001/A.16.1.6", "20000-1");
    assert_eq!(learning.matches[0].clause.clause, "8.6.3", "its own match stands first");
    assert_eq!(partner(&learning, "8.6.1").through.as_deref(), Some("A.16"));
}

#[test]
fn r19_a_group_also_shows_the_matches_of_its_members() {
    let continuity = answer("27001/A.17", "20000-1");
    assert_eq!(exact(&continuity), ["8.7.2"]);
    assert_eq!(partner(&continuity, "8.7.1").through.as_deref(), Some("A.17.2"));
    let assets = answer("27001/A.8", "20000-1");
    assert_eq!(partner(&assets, "8.2.5").through.as_deref(), Some("A.8.1.1"));
    assert_eq!(answer("27001/A.7", "20000-1").outcome, Outcome::None);
}

#[test]
fn r20_one_to_many_stays_whole() {
    assert_eq!(exact(&answer("20000-1/8.3.2", "9001")), ["5.1.2", "8.2.1", "9.1.2"]);
    assert_eq!(exact(&answer("20000-1/8.5.1", "9001")), ["6.3", "8.3.6", "8.5.6"]);
    assert_eq!(exact(&answer("20000-1/8.5.1", "27001")).len(), 5);
}

#[test]
fn r21_many_to_one_stays_whole() {
    assert_eq!(exact(&answer("9001/8.4", "20000-1")), ["8.2.3", "8.3.4", "8.3.4.1", "8.5"]);
}

#[test]
fn r24_partners_may_carry_other_numbers() {
    for (from, to) in [("7.5.4", "4.4"), ("7.6", "7.1.6"), ("10.2", "10.3"), ("10.1", "10.2")] {
        partner(&answer(&format!("20000-1/{from}"), "9001"), to);
        partner(&answer(&format!("9001/{to}"), "20000-1"), from);
    }
}

#[test]
fn r100_support_is_never_a_match() {
    let assets = answer("20000-1/8.2.5", "27001");
    assert!(says(&assets.matches[0].notes, "Support only, no equivalent: 27001:2013 A.8, A.9.2.5, A.11.2, A.15.1"));
    let configuration = answer("20000-1/8.2.6", "27001");
    assert_eq!(configuration.outcome, Outcome::None);
    assert!(says(&configuration.notes, "Support only"));
    let equipment = answer("27001/A.11.2.4", "20000-1");
    assert_eq!(equipment.outcome, Outcome::None);
    assert!(says(&equipment.notes, "Support only, no equivalent: 20000-1 8.2.5"));
    let improvement = answer("20000-1/10.2", "9001");
    assert!(says(&improvement.matches[0].notes, "Support only, no equivalent: 9001 10.1"), "an addition of 9001");
}

#[test]
fn later_editions_are_answered_through_the_map_and_say_so() {
    let inventory = answer("27001:2022/A.5.9", "20000-1");
    let hit = partner(&inventory, "8.2.5");
    assert_eq!(hit.relation, Relation::Similar);
    assert_eq!(hit.through.as_deref(), Some("27001:2013/A.8.1.1"));
    assert!(hit.source.ends_with("edition map") && says(&hit.notes, "The guidance knows 27001:2013 only"));

    let forward = answer("20000-1/8.2.5", "27001:2022");
    assert_eq!(forward.edition, "2022");
    assert_eq!(partner(&forward, "A.5.9").through.as_deref(), Some("27001:2013/A.8.1.1"));

    let threat = answer("27001:2022/A.5.7", "20000-1");
    assert_eq!(threat.outcome, Outcome::NotStated);
    assert!(says(&threat.notes, "New in this edition"));

    assert_eq!(partner(&answer("20000-1/10.1", "27001:2022"), "10.2").relation, Relation::IdenticalHls);
    assert_eq!(partner(&answer("9001/10.2", "27001:2022"), "10.2").relation, Relation::IdenticalHls);
    assert_eq!(partner(&answer("27001:2013/A.18.2.3", "27001:2022"), "A.8.8").relation, Relation::Successor);
    assert_eq!(partner(&answer("27001:2022/A.5.9", "27001:2013"), "A.8.1.2").relation, Relation::Predecessor);
}

#[test]
fn an_answer_is_written_as_other_programs_expect() {
    let shown = serde_json::to_value(catalogue().correlation(&at("27001/A.17.2"), None, &super::held()))
        .expect("it serialises");
    assert_eq!(shown["from"], serde_json::json!({"standard": "27001", "edition": "2013", "clause": "A.17.2"}));
    let answers = shown["answers"].as_array().expect("a list");
    let services = answers.iter().find(|a| a["standard"] == "20000-1").expect("an answer for 20000-1");
    assert_eq!((&services["edition"], &services["outcome"]), (&"2018".into(), &"matched".into()));
    let hit = &services["matches"][1];
    assert_eq!(hit["clause"], "8.7.2");
    assert_eq!(hit["relation"], "similar");
    assert_eq!(hit["through"], "A.17");
    assert!(hit["notes"].is_array() && hit["title"].is_string() && hit["source"].is_string());
    assert!(services["matches"][0]["through"].is_null());
}

#[test]
fn without_a_target_every_other_standard_answers_in_the_edition_held() {
    let held = ["27001:2022".parse().expect("an edition")];
    let answers = catalogue().correlation(&at("9001/7.5"), None, &held).answers;
    let editions: Vec<_> = answers.iter().map(|a| format!("{}:{}", a.standard, a.edition)).collect();
    assert_eq!(editions, ["20000-1:2018", "27001:2022"]);
    assert_eq!(correlate(&at("9001/7.5"), None)[1].edition, "2022", "what a new workspace starts with");
}

#[test]
fn r147_what_a_limited_match_leads_to_is_no_link_and_says_why() {
    for from in ["9001/7.1.3", "9001/8.5.1"] {
        let beyond = answer(from, "27001");
        assert!(beyond.matches.is_empty(), "{from}");
        let limited = answer(from, "20000-1").matches.into_iter().find(|m| m.limited).unwrap();
        let named = format!("No link: its match {} is limited", limited.clause.short());
        assert!(says(&beyond.notes, &named), "{from}: {:?}", beyond.notes);
    }
    let added = answer("9001/10.1", "27001");
    assert!(says(&added.notes, "where this clause has no partner"), "{:?}", added.notes);
}
