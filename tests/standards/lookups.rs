//! References as people write them, their order, places on the spine, and the answers of `standard` and `clause`.

use clausebook::error::Error;
use clausebook::standards::{ClauseRef, EditionId, Mark, Origin, catalogue};

use super::at;

fn refused(text: &str) -> Error {
    catalogue().reference(text, &super::held()).expect_err("it must be refused")
}

#[test]
fn r6_a_reference_always_carries_its_edition() {
    assert_eq!(at("27001/A.8.1.1").to_string(), "27001:2013/A.8.1.1");
    assert_eq!(at("9001/7.5.3").to_string(), "9001:2015/7.5.3");
    assert_eq!(at("9001/7.5.3").short(), "9001 7.5.3");
    assert_eq!(catalogue().edition("27001", &[]).expect("held").vocabulary, "ISO/IEC 27000:2018");
}

#[test]
fn a_reference_is_read_the_way_people_write_it() {
    for text in ["27001/A.8.1.1", " ISO/IEC 27001/a.8.1.1", "ISO 27001:2013 A8.1.1", "27001/Annex A.8.1.1."] {
        assert_eq!(at(text).to_string(), "27001:2013/A.8.1.1", "{text}");
    }
    let written = serde_json::to_string(&at("27001/A.8.1.1")).expect("it serialises");
    assert_eq!(written, "\"27001:2013/A.8.1.1\"");
    assert_eq!(serde_json::from_str::<ClauseRef>(&written).expect("and comes back"), at("27001/A.8.1.1"));
    assert!(serde_json::from_str::<ClauseRef>("\"27001/A.8.1.1\"").is_err(), "stored references name their edition");
}

#[test]
fn without_a_year_the_edition_held_is_meant() {
    let id = |text: &str| text.parse::<EditionId>().expect("an edition");
    let meant = |held: &[EditionId]| catalogue().edition("27001", held).expect("held").id.to_string();
    assert_eq!(meant(&[]), "27001:2022");
    assert_eq!(meant(&[id("27001:2022"), id("9001:2015")]), "27001:2022");
    assert_eq!(
        meant(&[id("27001:2022"), id("27001:2013")]),
        "27001:2022",
        "the newest to which certificates are issued"
    );
}

#[test]
fn what_is_not_known_comes_with_near_matches() {
    let said = |text: &str, name: &str| {
        let error = refused(text);
        (error.reason().name, error.value(name).unwrap_or_default().to_owned())
    };
    assert_eq!(said("20001-1/4.1", "near"), ("standard_misspelt", "20000-1".into()));
    assert_eq!(said("cobit/4.1", "known"), ("standard_unknown", "9001, 20000-1, 27001".into()));
    assert_eq!(said("27001:2017/4.1", "known"), ("edition_unknown", "27001:2013, 27001:2022".into()));
    assert_eq!(said("27001/A.5.9", "other"), ("clause_of_other_edition", "27001:2022/A.5.9".into()));
    assert_eq!(said("27001/A.5.9", "year").1, "2022");
    let (reason, near) = said("27001/8.1.1", "near");
    assert!(near.contains("A.8.1.1 Inventory of assets"), "a control without its A: {near}");
    assert_eq!(reason, "clause_misspelt");
    assert!(said("20000-1/8.2.7", "near").1.contains("8.2.6 Configuration management"), "the nearest neighbour");
    assert_eq!(said("9001/1234", "edition"), ("clause_unknown", "9001:2015".into()), "nothing is near it");
    assert_eq!(said("9001", "text"), ("clause_reference_unreadable", "9001".into()));
    let edition = "27001".parse::<EditionId>().unwrap_err();
    assert_eq!((edition.reason().name, edition.value("text")), ("edition_unreadable", Some("27001")));
}

#[test]
fn references_stand_in_the_order_of_the_standards() {
    let mut refs: Vec<_> =
        ["A.5.1", "10.1", "8.10", "8.2", "A.18.1", "4", "8.2.1", "A.5"].map(|c| EditionId::new("x", "1").at(c)).into();
    refs.sort();
    let order: Vec<_> = refs.iter().map(|r| r.clause.as_str()).collect();
    assert_eq!(order, ["4", "8.2", "8.2.1", "8.10", "10.1", "A.5", "A.5.1", "A.18.1"]);
    let all: Vec<_> =
        catalogue().clauses(&EditionId::new("27001", "2022")).map(|c| c.reference.clause.as_str()).collect();
    assert_eq!((all[0], all[all.len() - 1]), ("4", "A.8.34"));
}

#[test]
fn r1_every_clause_has_its_place_on_the_spine() {
    for edition in catalogue().editions() {
        for clause in catalogue().clauses(&edition.id) {
            let placed = catalogue().spine_of(&clause.reference).is_some();
            assert_eq!(placed, !clause.reference.in_annex(), "{}", clause.reference);
        }
    }
    let place = |r: &str| catalogue().spine_of(&at(r)).map(|s| s.clause.as_str());
    assert_eq!(place("20000-1/8.2.5"), Some("8"), "added clauses stand under the clause above");
    assert_eq!(place("9001/10.2"), Some("10.1"), "9001 numbers clause 10 differently");
    assert_eq!(place("27001:2022/10.1"), Some("10.2"), "and so does the 2022 edition");
}

#[test]
fn r2_the_spine_speaks_of_each_subject() {
    let title = |subject| catalogue().spine()[4].for_subject(subject);
    assert_eq!(title("service"), "Service management system");
    assert_eq!(title("information security"), "Information security management system");
}

#[test]
fn r3_clauses_are_marked_common_or_added_and_renamed_headings_give_the_reason() {
    let show = |r: &str| catalogue().clause_show(&at(r), &super::held()).expect("it exists");
    assert_eq!(show("20000-1/7.2").row.origin, Origin::Common);
    assert_eq!(show("20000-1/8.2.5").row.origin, Origin::Added);
    for (clause, common) in [("20000-1/7", "Support"), ("20000-1/8", "Operation")] {
        let heading = show(clause).row;
        assert_eq!(heading.renamed_from.as_deref(), Some(common));
        assert!(heading.note.is_some_and(|n| n.starts_with("Renamed so that")));
    }
}

#[test]
fn r4_three_kinds_of_deviation_are_told_apart() {
    let marks = |r: &str| catalogue().clause(&at(r)).expect("it exists").marks.clone();
    assert!(marks("20000-1/4.2").contains(&Mark::WordingAdded));
    assert!(marks("20000-1/7.5.4").contains(&Mark::NewSubclause));
    assert!(marks("20000-1/6.2.1").contains(&Mark::ChangedText));
}

#[test]
fn r5_clauses_stretched_to_services_are_flagged() {
    for clause in ["4.2", "4.3", "5.1", "5.2.1", "5.3", "7.2", "7.3", "7.4", "10.2"] {
        let show = catalogue().clause_show(&at(&format!("20000-1/{clause}")), &[]).expect("it exists");
        assert!(super::says(&show.flags, "evidence about the system alone is not complete"), "{clause}");
    }
    assert!(!super::says(&catalogue().clause_show(&at("9001/4.2"), &[]).expect("it exists").flags, "services"));
}

#[test]
fn r8_whether_a_standard_follows_the_common_structure_is_recorded() {
    let list = catalogue().standard_list();
    assert!(list.standards.iter().all(|s| s.follows_common_structure));
    let order: Vec<_> = list.standards.iter().map(|s| format!("{}:{}", s.standard, s.edition)).collect();
    assert_eq!(order, ["9001:2015", "20000-1:2018", "27001:2013", "27001:2022"], "9001 · 20000-1 · 27001");
    assert_eq!(list.standards[2].controls, 114);
    assert!(!list.sister_documents.is_empty(), "R36: documents that answer a question better");
}

#[test]
fn r9_clauses_group_by_core_process_as_well() {
    let of = |name: &str| catalogue().processes().iter().find(|p| p.name == name).expect("a process").clauses.clone();
    assert_eq!(of("knowledge"), [at("9001/7.1.6"), at("20000-1/7.6")], "R18: the clauses a process answers");
    assert_eq!(of("management review").len(), 3);
}

#[test]
fn r10_answers_present_themselves_as_guidance() {
    let edition = catalogue().edition("9001", &[]).expect("held");
    assert!(catalogue().standard_show(edition).guidance.contains("no requirement text"));
}

#[test]
fn r11_a_clause_shows_its_partners_in_short() {
    let show = catalogue().clause_show(&at("20000-1/8.5.1"), &[]).expect("it exists");
    assert_eq!(show.parent.expect("a parent").title, "Service design, build and transition");
    assert_eq!(show.children.len(), 3);
    let quality = show.correlated.iter().find(|c| c.standard == "9001").expect("an answer");
    assert_eq!(quality.matches.iter().map(|m| m.clause.as_str()).collect::<Vec<_>>(), ["6.3", "8.3.6", "8.5.6"]);
    let control = catalogue().clause_show(&at("27001/A.8.1.1"), &super::held()).expect("it exists");
    assert_eq!(control.successors[0].clause, "A.5.9");
    assert_eq!(control.required.len(), 1, "an inventory is asked for");
}

#[test]
fn r148_the_introduction_and_clauses_1_to_3_are_specific_to_each_standard() {
    use clausebook::standards::{Outcome, Own};
    for (number, title) in [("0", "Introduction"), ("1", "Scope"), ("3", "Terms and definitions")] {
        for (from, to, stated) in [("9001", "20000-1", true), ("20000-1", "9001", true), ("9001", "27001", false)] {
            let asked = catalogue().asked_in(from, number, &[]).expect("it can be asked about");
            let target = catalogue().edition(to, &[]).expect("held");
            let found = catalogue().correlate(&asked, Some(&target.id)).remove(0);
            let wanted = if stated { (Outcome::None, Some(Own::SpecificToEach)) } else { (Outcome::NotStated, None) };
            assert_eq!((found.outcome, found.own), wanted, "{from} {number} in {to}");
            let shown = catalogue().clause_show(&asked, &[]).expect("it is shown");
            assert_eq!(shown.row.title, title);
            assert!(catalogue().reference_in(from, number, &[]).is_err(), "nothing is mapped to it");
        }
    }
    assert!(catalogue().asked("9001/Introduction", &[]).is_ok() && catalogue().asked("9001/99", &[]).is_err());
}
