//! A list of one edition in a workspace that holds another: one control that became one is carried over, what was merged or
//! split is asked.

use clausebook::soalist::{DoubtKind, Outcome};

use super::makers::{cells, controls, separated, toolkit};
use super::{Given, holding, line, nothing_is_lost, row, stands};

fn list(rows: &[[&str; 4]]) -> Vec<u8> {
    let mut all = vec![cells(&["Control", "Title", "Applicable", "Justification"])];
    all.extend(rows.iter().map(|row| cells(row)));
    separated(&all)
}

#[test]
fn a_whole_list_of_2013_is_carried_over_as_far_as_the_map_is_one_to_one() {
    let mut at = holding("27001:2022");
    let bytes = toolkit();
    let looked = Given::of("toolkit.xlsx", &bytes).look(&mut at).unwrap();
    nothing_is_lost(&looked);
    assert_eq!(looked.listed_edition, "27001:2013");
    let of = |what: DoubtKind| looked.rows.iter().filter(|r| r.doubts.iter().any(|d| d.what == what)).count();
    let carried = looked.rows.iter().filter(|row| row.notes.iter().any(|note| note.what == "through_map"));
    let decided = looked.rows.iter().filter(|row| row.outcome == Outcome::Decided).count();
    let carried_over = carried.filter(|row| row.outcome == Outcome::Decided).count();
    let together = looked.rows.iter().filter(|row| row.notes.iter().any(|note| note.what == "became_one")).count();
    assert_eq!(carried_over + together, decided, "one to one, or since all rows that became one agree");
    assert!(decided >= 75 && together >= 20, "{decided} {together}");
    assert_eq!(of(DoubtKind::Split), 1);
    let joined = looked.rows.iter().filter(|row| row.why == Some("together")).count();
    assert_eq!(decided + joined + looked.counts.asked + 1, 114, "one row says nothing");
    // Eleven controls are new in 2022, and no list of 2013 speaks of them.
    let missing: Vec<&str> = looked.missing.iter().map(|one| one.reference.clause.as_str()).collect();
    assert_eq!(missing.len(), 11, "{missing:?}");
    assert!(missing.contains(&"A.5.7") && missing.contains(&"A.8.9"));
}

#[test]
fn of_controls_that_became_one_a_person_says_which_decides() {
    let bytes = list(&[
        ["A.5.1.1", "Policies for information security", "Yes", "a risk"],
        ["A.5.1.2", "Review of the policies for information security", "No", "too small"],
        ["A.6.1.2", "Segregation of duties", "Yes", "a contract"],
        ["A.18.2.3", "Technical compliance review", "Yes", "law"],
    ]);
    let mut at = holding("27001:2022");
    let looked = Given::of("soa.csv", &bytes).look(&mut at).unwrap();
    nothing_is_lost(&looked);
    let told: Vec<_> =
        looked.rows.iter().map(|row| (row.outcome, row.doubts.iter().map(|d| d.what).collect())).collect();
    assert_eq!(
        told,
        [
            (Outcome::Asked, vec![DoubtKind::Merged]),
            (Outcome::Asked, vec![DoubtKind::Merged]),
            (Outcome::Decided, vec![]),
            (Outcome::Asked, vec![DoubtKind::Split])
        ]
    );
    assert_eq!(row(&looked, "4").listed_as.as_ref().unwrap().to_string(), "27001:2013/A.6.1.2");
    let answers = [("2", "A.5.1"), ("5", "each")];
    let taken = Given::of("soa.csv", &bytes).answered(&answers).import(&mut at).unwrap();
    nothing_is_lost(&taken);
    assert_eq!(row(&taken, "3").why, Some("other_row"), "one answer settles what became one");
    for (control, wanted) in [
        ("A.5.1", "yes: a risk"),
        ("A.5.3", "yes: a contract"),
        ("A.5.36", "yes: law; law"),
        ("A.8.8", "yes: law; law"),
    ] {
        assert_eq!(line(stands(&at, "27001:2022", control).as_ref()), wanted, "{control}");
    }
}

#[test]
fn a_list_of_2022_in_a_workspace_of_2013_asks_where_one_became_several() {
    let rows: Vec<[String; 4]> = controls("27001:2022")
        .into_iter()
        .filter(|(_, _, control)| *control)
        .map(|(number, title, _)| [number, title, "Yes".into(), "a risk".into()])
        .collect();
    let rows: Vec<[&str; 4]> = rows.iter().map(|row| [&*row[0], &*row[1], &*row[2], &*row[3]]).collect();
    let bytes = list(&rows);
    let mut at = holding("27001:2013");
    let looked = Given::of("soa.csv", &bytes).look(&mut at).unwrap();
    nothing_is_lost(&looked);
    assert_eq!(looked.listed_edition, "27001:2022");
    let why = |wanted: &str| looked.rows.iter().filter(|row| row.why == Some(wanted)).count();
    assert_eq!(why("no_counterpart"), 11, "what is new has no place in 2013");
    assert!(looked.rows.iter().any(|row| row.doubts.iter().any(|doubt| doubt.what == DoubtKind::Split)));
}

#[test]
fn a_person_may_say_of_which_edition_a_list_speaks() {
    let bytes = list(&[["A.6.1.2", "", "Yes", "a risk"], ["A.6.1.3", "", "Yes", "a risk"]]);
    let mut at = holding("27001:2022");
    let said = Given { edition: Some("2013"), ..Given::of("soa.csv", &bytes) }.look(&mut at).unwrap();
    assert_eq!((said.listed_edition.as_str(), said.edition_said, said.counts.decided), ("27001:2013", true, 2));
    let refused = Given { edition: Some("2005"), ..Given::of("soa.csv", &bytes) }.look(&mut at).unwrap_err();
    assert_eq!(refused.reason().name, "soa_list_edition");
}

#[test]
fn rows_that_became_one_and_agree_decide_together_and_ask_where_they_differ() {
    let mut at = holding("27001:2022");
    let agree = list(&[
        ["A.5.1.1", "Policies for information security", "Yes", "a risk"],
        ["A.5.1.2", "Review of the policies for information security", "Yes", "a law"],
        ["A.8.1.1", "Inventory of assets", "Yes", "a risk"],
        ["A.8.1.2", "Ownership of assets", "No", "none"],
        ["A.18.1.3", "", "Yes", "a risk"],
    ]);
    let looked = Given::of("soa.csv", &agree).look(&mut at).unwrap();
    nothing_is_lost(&looked);
    let told = |key: &str| (row(&looked, key).outcome, row(&looked, key).why);
    assert_eq!(told("2"), (Outcome::Decided, None));
    assert_eq!(told("3"), (Outcome::LeftOut, Some("together")));
    assert_eq!((told("4").0, told("5").0), (Outcome::Asked, Outcome::Asked), "they differ");
    let answers = [("4", "A.5.9")];
    Given::of("soa.csv", &agree).answered(&answers).import(&mut at).unwrap();
    assert_eq!(line(stands(&at, "27001:2022", "A.5.1").as_ref()), "yes: a risk; a law");
    assert_eq!(line(stands(&at, "27001:2022", "A.5.9").as_ref()), "yes: a risk");
    let again = Given::of("soa.csv", &agree).import(&mut at).unwrap();
    assert_eq!((again.counts.asked, again.counts.decided), (0, 0), "what was answered once holds");
}

#[test]
fn a_row_decides_nothing_that_one_of_another_edition_contradicts() {
    let bytes = list(&[
        ["A.9.1.1", "Access control policy", "No", "too small"],
        ["A.9.1.2", "Access to networks and network services", "Yes", "a contract"],
        ["A.6.1.2", "Segregation of duties", "Yes", "a contract"],
        ["A.5.15", "Access control", "Yes", "a risk"],
    ]);
    for (answers, wanted) in [
        (&[][..], "undecided"),
        (&[("5", "take")][..], "yes: a risk"),
        (&[("5", "leave"), ("2", "A.5.15")][..], "no: too small"),
    ] {
        let mut at = holding("27001:2022");
        let given = Given { edition: Some("2013"), ..Given::of("soa.csv", &bytes) };
        let taken = given.answered(answers).import(&mut at).unwrap();
        nothing_is_lost(&taken);
        assert_eq!(line(stands(&at, "27001:2022", "A.5.15").as_ref()), wanted, "{answers:?}");
    }
}
