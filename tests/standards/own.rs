//! What only one standard asks for.

use clausebook::standards::{OwnList, catalogue, correlate};

fn own(standard: &str, beside: &str) -> OwnList {
    let edition = |name: &str| &catalogue().edition(name, &[]).unwrap().id;
    catalogue().own_beside(edition(standard), edition(beside))
}

/// Whether a clause is listed, by itself or with the whole it belongs to.
fn lists(own: &OwnList, clause: &str) -> bool {
    numbers(own).iter().any(|number| clause == *number || clause.starts_with(&format!("{number}.")))
}

fn numbers(own: &OwnList) -> Vec<&str> {
    own.clauses.iter().map(|clause| clause.place.clause.as_str()).collect()
}

#[test]
fn r136_seven_requirements_of_9001_have_no_partner_in_20000_1() {
    let listed = own("9001", "20000-1");
    for clause in ["7.1.4", "7.1.5", "8.5.2", "8.5.3", "8.5.4", "8.5.5", "8.7"] {
        assert!(numbers(&listed).contains(&clause), "{clause} in {:?}", numbers(&listed));
    }
    // R86: of the resources only these two.
    let resources: Vec<_> = numbers(&listed).into_iter().filter(|clause| clause.starts_with("7.1.")).collect();
    assert_eq!(resources, ["7.1.4", "7.1.5"]);
}

#[test]
fn r137_nine_groups_of_controls_have_none_and_name_their_exceptions() {
    let listed = own("27001:2013", "20000-1");
    let groups: Vec<_> = listed.clauses.iter().filter(|c| c.place.clause.matches('.').count() == 1).collect();
    let names: Vec<_> = groups.iter().map(|c| c.place.clause.as_str()).filter(|c| c.starts_with("A.")).collect();
    assert_eq!(names, ["A.6", "A.7", "A.8", "A.9", "A.10", "A.11", "A.12", "A.13", "A.18"]);
    let except = |group: &str| -> Vec<&str> {
        let group = groups.iter().find(|c| c.place.clause == group).unwrap();
        group.except.iter().map(|c| c.clause.as_str()).collect()
    };
    assert_eq!(except("A.12"), ["A.12.1.2", "A.12.1.3", "A.12.1.4"]);
    assert_eq!((except("A.8"), except("A.9")), (vec!["A.8.1.1"], vec!["A.9.2.2"]));
    assert!(except("A.6").is_empty());
}

#[test]
fn r138_eight_clauses_of_20000_1_stand_alone_and_more_beside_9001() {
    let table_3 = ["6.3", "8.2.1", "8.2.4", "8.2.6", "8.3.3", "8.4.1", "8.4.2", "9.4"];
    for beside in ["9001", "27001:2013"] {
        let listed = own("20000-1", beside);
        for clause in table_3 {
            assert!(lists(&listed, clause), "{clause} beside {beside} in {:?}", numbers(&listed));
        }
    }
    assert!(lists(&own("20000-1", "9001"), "8.4.3"));
    assert!(!lists(&own("20000-1", "27001:2013"), "8.4.3"));
}

#[test]
fn r138_what_none_of_the_others_asks_for_is_one_list() {
    let edition = |name: &str| &catalogue().edition(name, &[]).unwrap().id;
    for security in ["27001:2013", "27001:2022"] {
        let shown = catalogue().own_show(edition("20000-1"), &[edition("9001"), edition(security)]);
        let alone: Vec<_> = shown.alone.iter().map(|own| own.place.clause.as_str()).collect();
        assert_eq!(alone, ["6.3", "8.2.1", "8.2.4", "8.2.6", "8.3.3", "8.4.1", "8.4.2", "9.4"], "beside {security}");
    }
    assert!(catalogue().own_show(edition("20000-1"), &[edition("9001")]).alone.is_empty(), "one is not all others");
}

#[test]
fn r86_the_extra_resource_topics_are_listed_with_their_partners() {
    let edition = |name: &str| &catalogue().edition(name, &[]).unwrap().id;
    let shown = catalogue().own_show(edition("9001"), &[edition("20000-1")]);
    let resources: Vec<_> = shown
        .added
        .iter()
        .filter(|added| added.below.as_ref().is_some_and(|place| place.clause == "7.1"))
        .map(|added| {
            (added.place.clause.as_str(), added.partners.iter().map(|p| p.reference.short()).collect::<Vec<_>>())
        })
        .collect();
    let none = Vec::new;
    assert_eq!(
        resources,
        [
            ("7.1.2", none()),
            ("7.1.3", vec!["20000-1 7.1".to_owned()]),
            ("7.1.4", none()),
            ("7.1.5", none()),
            ("7.1.6", vec!["20000-1 7.6".to_owned()]),
        ]
    );
}

#[test]
fn what_is_listed_has_no_partner_and_what_has_none_is_listed() {
    use clausebook::standards::Outcome;
    for of in catalogue().editions() {
        for beside in catalogue().editions().iter().filter(|e| e.id.standard != of.id.standard) {
            let listed = catalogue().own_beside(&of.id, &beside.id);
            for leaf in catalogue().clauses(&of.id).filter(|c| catalogue().children(&c.reference).next().is_none()) {
                let whole = listed
                    .clauses
                    .iter()
                    .find(|own| own.reference == leaf.reference || leaf.reference.is_below(&own.reference));
                let but = |own: &&clausebook::standards::OwnListed| {
                    own.except.iter().any(|place| place.clause == leaf.reference.clause)
                };
                let alone = whole.is_some_and(|own| !but(&own));
                let outcome = correlate(&leaf.reference, Some(&beside.id)).remove(0).outcome;
                assert_eq!(alone, outcome == Outcome::None, "{} beside {}", leaf.reference, beside.id);
            }
        }
    }
}

/// A workspace of today asks for 27001:2022, and the guidance states its groups of 27001:2013 (R137).
#[test]
fn of_a_later_edition_the_groups_stand_beside_as_the_guidance_states_them() {
    let edition = |text: &str| catalogue().edition(text, &[]).unwrap().id.clone();
    let (old, new, service) = (edition("27001:2013"), edition("27001:2022"), edition("20000-1"));
    let stated = catalogue().own_beside(&new, &service).stated.unwrap();
    let named = |list: &[clausebook::standards::OwnListed]| -> Vec<(String, usize)> {
        list.iter().map(|own| (own.reference.short(), own.except.len())).collect()
    };
    assert_eq!(named(&stated.clauses), named(&catalogue().own_beside(&old, &service).clauses));
    assert!(stated.clauses.iter().any(|own| !own.except.is_empty()), "with their exceptions");
    assert!(catalogue().own_beside(&old, &service).stated.is_none());
}
