//! What is doubtful is asked by row, with choices; nothing is guessed, and no answer is lost.

use clausebook::lists::Chosen;
use clausebook::soalist::{DoubtKind, Outcome};

use super::makers::{cells, separated};
use super::{Given, holding, line, nothing_is_lost, row, stands};

const HELD: &str = "27001:2022";

fn list(rows: &[&[&str]]) -> Vec<u8> {
    let mut all = vec![cells(&["Control", "Title", "Applicable", "Justification", "Status", "Due date"])];
    all.extend(rows.iter().map(|row| cells(row)));
    separated(&all)
}

/// One row that is doubtful: what is asked, whether it holds the row, and what each answer makes of it.
struct Doubtful {
    cells: &'static [&'static str],
    what: DoubtKind,
    holds: bool,
    unanswered: &'static str,
    answers: &'static [(&'static str, &'static str)],
}

#[test]
fn each_doubt_has_its_choices_and_each_choice_its_meaning() {
    for case in [
        Doubtful {
            cells: &["A.5.1", "Policies", "perhaps", "r", "", ""],
            what: DoubtKind::AppliesUnknown,
            holds: true,
            unanswered: "undecided",
            answers: &[("applies", "yes: r"), ("does_not_apply", "no: r"), ("leave", "undecided")],
        },
        Doubtful {
            cells: &["A.5.1", "Policies", "No", "r", "Implemented", ""],
            what: DoubtKind::Contradiction,
            holds: true,
            unanswered: "undecided",
            answers: &[("applies", "yes: r; yes"), ("does_not_apply", "no: r")],
        },
        Doubtful {
            cells: &["A.5.1", "Policies", "Yes", "r", "N/A", ""],
            what: DoubtKind::Contradiction,
            holds: true,
            unanswered: "undecided",
            answers: &[("applies", "yes: r"), ("does_not_apply", "no: r")],
        },
        Doubtful {
            cells: &["A.5.1", "Policies", "Yes (partially)", "r", "", ""],
            what: DoubtKind::AppliesRemark,
            holds: false,
            unanswered: "yes: r",
            answers: &[("partly", "yes: r; partly"), ("open", "yes: r")],
        },
        Doubtful {
            cells: &["A.5.1", "Policies", "Yes", "r", "3", ""],
            what: DoubtKind::StatusUnknown,
            holds: false,
            unanswered: "yes: r",
            answers: &[("yes", "yes: r; yes"), ("2027-01-31", "yes: r; 2027-01-31"), ("open", "yes: r")],
        },
        Doubtful {
            cells: &["A.5.1", "Policies", "Yes", "r", "in progress", ""],
            what: DoubtKind::InProgress,
            holds: false,
            unanswered: "yes: r",
            answers: &[("partly", "yes: r; partly"), ("no", "yes: r; no")],
        },
        Doubtful {
            cells: &["A.5.1", "Policies", "Yes", "r", "planned", ""],
            what: DoubtKind::PlannedWithoutDay,
            holds: false,
            unanswered: "yes: r",
            answers: &[("2026-12-31", "yes: r; 2026-12-31"), ("no", "yes: r; no")],
        },
        Doubtful {
            cells: &["A.5.1", "Policies", "Yes", "r", "planned", "soon"],
            what: DoubtKind::DayUnclear,
            holds: false,
            unanswered: "yes: r",
            answers: &[("2026-12-31", "yes: r; 2026-12-31"), ("open", "yes: r")],
        },
        Doubtful {
            cells: &["A.5.1", "Policies", "Yes", "r", "planned", "03/04/2026"],
            what: DoubtKind::DayUnclear,
            holds: false,
            unanswered: "yes: r",
            answers: &[("2026-03-04", "yes: r; 2026-03-04"), ("2026-04-03", "yes: r; 2026-04-03")],
        },
        Doubtful {
            cells: &["A.5", "Organizational controls", "No", "r", "", ""],
            what: DoubtKind::Group,
            holds: true,
            unanswered: "undecided",
            answers: &[("each", "no: r"), ("leave", "undecided")],
        },
    ] {
        let bytes = list(&[case.cells, &["A.8.1", "User endpoint devices", "Yes", "other", "Implemented", ""]]);
        let mut at = holding(HELD);
        let looked = Given::of("soa.csv", &bytes).look(&mut at).unwrap();
        nothing_is_lost(&looked);
        let asked = row(&looked, "2");
        let told: Vec<_> = asked.doubts.iter().map(|doubt| (doubt.what, doubt.holds)).collect();
        assert_eq!(told, [(case.what, case.holds)], "{:?}: {asked:#?}", case.cells);
        assert_eq!(asked.outcome, if case.holds { Outcome::Asked } else { Outcome::Decided }, "{:?}", case.cells);
        Given::of("soa.csv", &bytes).import(&mut at).unwrap();
        assert_eq!(line(stands(&at, HELD, "A.5.1").as_ref()), case.unanswered, "{:?}", case.cells);
        assert_eq!(line(stands(&at, HELD, "A.8.1").as_ref()), "yes: other; yes", "the others are taken in");
        for (answer, wanted) in case.answers {
            let mut at = holding(HELD);
            let answers = [("2", *answer)];
            let taken = Given::of("soa.csv", &bytes).answered(&answers).import(&mut at).unwrap();
            nothing_is_lost(&taken);
            assert_eq!(line(stands(&at, HELD, "A.5.1").as_ref()), *wanted, "{:?} answered {answer}", case.cells);
        }
    }
}

#[test]
fn two_rows_on_one_control_that_differ_are_asked_and_one_answer_settles_both() {
    let bytes = list(&[
        &["A.5.1", "Policies", "Yes", "a risk", "", ""],
        &["A.5.1", "Policies", "No", "small", "", ""],
        &["A.5.2", "Roles", "Yes", "a risk", "", ""],
        &["A.5.2", "Roles", "Yes", "a risk", "", ""],
    ]);
    let mut at = holding(HELD);
    let looked = Given::of("soa.csv", &bytes).look(&mut at).unwrap();
    nothing_is_lost(&looked);
    let outcomes: Vec<_> = looked.rows.iter().map(|row| (row.outcome, row.why)).collect();
    assert_eq!(
        outcomes,
        [
            (Outcome::Asked, None),
            (Outcome::Asked, None),
            (Outcome::Decided, None),
            (Outcome::LeftOut, Some("repeated"))
        ]
    );
    let taken = Given::of("soa.csv", &bytes).answered(&[("3", "take")]).import(&mut at).unwrap();
    nothing_is_lost(&taken);
    assert_eq!(row(&taken, "2").why, Some("other_row"));
    assert_eq!(line(stands(&at, HELD, "A.5.1").as_ref()), "no: small");
    let mut at = holding(HELD);
    Given::of("soa.csv", &bytes).answered(&[("3", "leave")]).import(&mut at).unwrap();
    assert_eq!(line(stands(&at, HELD, "A.5.1").as_ref()), "yes: a risk", "leaving one takes the other");
}

#[test]
fn an_answer_to_what_is_not_asked_is_refused() {
    let bytes = list(&[&["A.5.1", "Policies", "Yes", "r", "3", ""]]);
    for (row, answer) in [("2", "take"), ("2", "maybe"), ("9", "yes"), ("2", "2027-13-01")] {
        let mut at = holding(HELD);
        let answers = [(row, answer)];
        let refused = Given::of("soa.csv", &bytes).answered(&answers).import(&mut at).unwrap_err();
        assert_eq!(refused.reason().name, "soa_list_answer", "{row} {answer}");
        assert_eq!(stands(&at, HELD, "A.5.1"), None);
    }
}

#[test]
fn what_words_mean_is_decided_once_for_a_column_and_remembered() {
    let bytes = list(&[
        &["A.5.1", "Policies", "Yes", "r", "3", ""],
        &["A.5.2", "Roles", "Yes", "r", "5", ""],
        &["A.5.3", "Duties", "Yes", "r", "3", ""],
    ]);
    let mut at = holding(HELD);
    let looked = Given::of("soa.csv", &bytes).look(&mut at).unwrap();
    assert_eq!(looked.counts.open, 3, "a maturity is asked, not guessed");
    let of = looked.list.words.iter().find(|of| of.under == "in_place").unwrap();
    let words: Vec<_> =
        of.words.iter().map(|word| (word.words.as_str(), word.count, word.meaning.as_deref())).collect();
    assert_eq!(words, [("3", 2, None), ("5", 1, None)]);
    let mut chosen = Chosen::default();
    let levels = [("3", "partly"), ("5", "yes")].map(|(level, means)| (level.to_owned(), means.to_owned()));
    chosen.words.insert("in_place".into(), levels.into());
    let taken = Given { chosen, ..Given::of("soa.csv", &bytes) }.import(&mut at).unwrap();
    assert_eq!(taken.counts.open, 0);
    assert_eq!(line(stands(&at, HELD, "A.5.2").as_ref()), "yes: r; yes");
    let next = list(&[&["A.5.4", "Management", "Yes", "r", "3", ""]]);
    Given::of("next year.csv", &next).import(&mut at).unwrap();
    assert_eq!(line(stands(&at, HELD, "A.5.4").as_ref()), "yes: r; partly", "remembered for lists of this shape");
}

#[test]
fn what_stands_otherwise_is_shown_before_and_after() {
    let mut at = holding(HELD);
    let first = list(&[
        &["A.5.1", "Policies", "Yes", "a risk", "planned", "2026-12-31"],
        &["A.5.2", "R", "No", "small", "", ""],
    ]);
    Given::of("2025.csv", &first).import(&mut at).unwrap();
    let second =
        list(&[&["A.5.1", "Policies", "Yes", "a risk", "Implemented", ""], &["A.5.2", "R", "No", "small", "", ""]]);
    let looked = Given::of("2026.csv", &second).look(&mut at).unwrap();
    assert_eq!((looked.counts.decided, looked.counts.otherwise, looked.counts.unchanged), (1, 1, 1));
    let one = row(&looked, "2");
    assert_eq!(line(one.before.as_ref()), "yes: a risk; 2026-12-31");
    assert_eq!(line(one.after.as_ref()), "yes: a risk; yes");
    assert_eq!(line(stands(&at, HELD, "A.5.1").as_ref()), "yes: a risk; 2026-12-31", "looking changes nothing");
}
