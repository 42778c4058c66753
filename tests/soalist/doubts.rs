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
    let bytes =
        list(&[&["A.5.1", "Policies", "Yes", "r", "3", ""], &["A.5.2", "Roles", "Yes", "r", "Implemented", ""]]);
    for (row, answer, why) in [
        ("2", "take", "soa_list_answer"),
        ("2", "maybe", "soa_list_answer"),
        ("9", "yes", "soa_list_no_row"),
        ("2", "2027-13-01", "soa_list_answer"),
        ("3", "yes", "soa_list_asks_nothing"),
    ] {
        let mut at = holding(HELD);
        let answers = [(row, answer)];
        let refused = Given::of("soa.csv", &bytes).answered(&answers).import(&mut at).unwrap_err();
        assert_eq!(refused.reason().name, why, "{row} {answer}");
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

#[test]
fn a_qualified_yes_is_one_in_part_or_asked_and_never_a_yes() {
    for (status, wanted, open) in [
        ("Umgesetzt (teilweise)", "yes: r; partly", 0),
        ("Implemented, except branch office", "yes: r; partly", 0),
        ("Oui, en partie", "yes: r; partly", 0),
        ("Yes, by provider", "yes: r", 1),
        ("Done (see ticket)", "yes: r", 1),
        ("Implemented (2027-12-31)", "yes: r", 1),
        ("In place since 2020", "yes: r; yes", 0),
        ("true", "yes: r; yes", 0),
        ("FALSCH", "yes: r; no", 0),
    ] {
        let bytes = list(&[
            &["A.5.1", "Policies", "Yes", "r", status, ""],
            &["A.8.1", "User endpoint devices", "Yes", "other", "Implemented", ""],
        ]);
        let mut at = holding(HELD);
        let taken = Given::of("soa.csv", &bytes).import(&mut at).unwrap();
        nothing_is_lost(&taken);
        assert_eq!((line(stands(&at, HELD, "A.5.1").as_ref()).as_str(), taken.counts.open), (wanted, open), "{status}");
    }
}

#[test]
fn percentages_and_truth_values_of_a_workbook_are_understood() {
    use rust_xlsxwriter::{Format, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in ["Control", "Applicable", "Justification", "Implemented"].into_iter().enumerate() {
        sheet.write_string(0, column as u16, name).unwrap();
    }
    let percent = Format::new().set_num_format("0%");
    for (row, share) in [(1, 1.0), (2, 0.5), (3, 0.0), (4, 0.996)] {
        sheet.write_string(row, 0, format!("A.5.{row}")).unwrap();
        sheet.write_boolean(row, 1, true).unwrap();
        sheet.write_string(row, 2, "r").unwrap();
        sheet.write_number_with_format(row, 3, share, &percent).unwrap();
    }
    for (row, is) in [(5, true), (6, false)] {
        sheet.write_string(row, 0, format!("A.5.{row}")).unwrap();
        sheet.write_boolean(row, 1, is).unwrap();
        sheet.write_string(row, 2, "r").unwrap();
        sheet.write_boolean(row, 3, is).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let mut at = holding(HELD);
    let taken = Given::of("soa.xlsx", &bytes).import(&mut at).unwrap();
    assert_eq!((taken.counts.asked, taken.counts.open), (0, 0));
    let all: Vec<String> = (1..=6).map(|n| line(stands(&at, HELD, &format!("A.5.{n}")).as_ref())).collect();
    assert_eq!(all, ["yes: r; yes", "yes: r; partly", "yes: r; no", "yes: r; partly", "yes: r; yes", "no: r"]);
}

#[test]
fn lists_and_ranges_in_one_cell_decide_on_all_of_them_or_ask() {
    let rows: [(&str, &[&str]); 5] = [
        ("A.5.9 to A.5.11", &["A.5.9", "A.5.10", "A.5.11"]),
        ("A.5.12, A.5.13", &["A.5.12", "A.5.13"]),
        ("A.5.14-A.5.16", &["A.5.14", "A.5.15", "A.5.16"]),
        ("A.5.17; A.5.18", &["A.5.17", "A.5.18"]),
        ("A.5.36 to A.6.2", &["A.5.36", "A.5.37", "A.6.1", "A.6.2"]),
    ];
    let cells: Vec<[&str; 6]> = rows.iter().map(|(cell, _)| [*cell, "", "Yes", "r", "Implemented", ""]).collect();
    let mut lines: Vec<&[&str]> = cells.iter().map(|row| &row[..]).collect();
    lines.push(&["A.7.1, A.7.99", "", "Yes", "r", "Implemented", ""]);
    let bytes = list(&lines);
    let mut at = holding(HELD);
    let taken = Given::of("soa.csv", &bytes).import(&mut at).unwrap();
    nothing_is_lost(&taken);
    for control in rows.iter().flat_map(|(_, all)| *all) {
        assert_eq!(line(stands(&at, HELD, control).as_ref()), "yes: r; yes", "{control}");
        assert!(taken.missing.iter().all(|one| one.reference.clause != **control), "{control}");
    }
    let asked = row(&taken, "7");
    assert_eq!((asked.outcome, asked.doubts[0].what), (Outcome::Asked, DoubtKind::Group), "one of them is none");
    assert_eq!(stands(&at, HELD, "A.7.1"), None);
    assert!(taken.missing.iter().all(|one| one.reference.clause != "A.7.1"));
}

fn reaching(rows: &[(&str, &str)]) -> Vec<u8> {
    let mut all = vec![cells(&["Control", "Title", "Applicable", "Justification", "Status", "Reach"])];
    all.extend(rows.iter().map(|(number, reach)| cells(&[number, "", "Yes", "r", "Implemented", reach])));
    separated(&all)
}

fn reached(at: &super::Organisation, control: &str) -> String {
    let reach = stands(at, HELD, control).unwrap().reach;
    reach.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_control_reaches_is_understood_or_asked_and_never_lost() {
    let bytes = reaching(&[
        ("A.5.1", "own assets only"),
        ("A.5.2", "services only"),
        ("A.5.3", "nur eigene Assets"),
        ("A.5.4", "our services and assets"),
        ("A.5.5", "internal IT only"),
        ("A.5.6", "internal IT only"),
        ("A.5.7", ""),
    ]);
    let mut at = holding(HELD);
    let looked = Given::of("soa.csv", &bytes).look(&mut at).unwrap();
    nothing_is_lost(&looked);
    assert_eq!(looked.counts.open, 2);
    let doubt = &row(&looked, "6").doubts[0];
    assert_eq!((doubt.what, doubt.holds, doubt.words.as_str()), (DoubtKind::ReachUnknown, false, "internal IT only"));
    let of = looked.list.words.iter().find(|of| of.under == "reach").unwrap();
    let unknown: Vec<_> = of.words.iter().filter(|word| word.meaning.is_none()).collect();
    assert_eq!(
        unknown.iter().map(|word| (word.words.as_str(), word.count)).collect::<Vec<_>>(),
        [("internal IT only", 2)]
    );
    Given::of("soa.csv", &bytes).answered(&[("6", "assets"), ("7", "reach_open")]).import(&mut at).unwrap();
    let all: Vec<String> = (1..=7).map(|n| reached(&at, &format!("A.5.{n}"))).collect();
    assert_eq!(all, ["assets", "services", "assets", "assets services", "assets", "", ""]);
    let mut at = holding(HELD);
    let mut chosen = Chosen::default();
    chosen.words.insert("reach".into(), [(String::from("internal IT only"), String::from("both"))].into());
    let taken = Given { chosen, ..Given::of("soa.csv", &bytes) }.import(&mut at).unwrap();
    assert_eq!(taken.counts.open, 0, "decided once for the column");
    assert_eq!(reached(&at, "A.5.6"), "assets services");
}

#[test]
fn two_columns_of_signs_are_both_ways_whatever_they_are_called() {
    for names in [["Yes", "No"], ["Ja", "Nein"], ["Oui", "Non"], ["Incl.", "Excl."], ["Included", "Excluded"]] {
        for [yes, no] in [["x", "x"], ["✔", "✘"]] {
            let mut all = vec![cells(&["No.", "Control", names[0], names[1], "Justification"])];
            for n in 1..=9 {
                let ticks = if n == 4 { ["", no] } else { [yes, ""] };
                all.push(cells(&[&format!("A.5.{n}"), &format!("Control {n} of them"), ticks[0], ticks[1], "because"]));
            }
            let mut at = holding(HELD);
            let taken = Given::of("soa.csv", &separated(&all)).import(&mut at).unwrap();
            nothing_is_lost(&taken);
            assert_eq!((taken.counts.decided, taken.counts.asked), (9, 0), "{names:?} {no}");
            assert_eq!(line(stands(&at, HELD, "A.5.4").as_ref()), "no: because", "{names:?} {no}");
            assert_eq!(line(stands(&at, HELD, "A.5.5").as_ref()), "yes: because", "{names:?} {no}");
        }
    }
}

#[test]
fn columns_of_yes_and_no_below_another_name_say_nothing_of_what_applies() {
    let mut all =
        vec![cells(&["Control", "", "Applicable", "Implemented", ""]), cells(&["", "Title", "", "Yes", "No"])];
    for n in 1..=9 {
        let ticks = if n == 4 { ["", "x"] } else { ["x", ""] };
        all.push(cells(&[&format!("A.5.{n}"), "Some control of them", "Yes", ticks[0], ticks[1]]));
    }
    let mut at = holding(HELD);
    let taken = Given::of("soa.csv", &separated(&all)).import(&mut at).unwrap();
    nothing_is_lost(&taken);
    assert!(stands(&at, HELD, "A.5.4").is_none_or(|decision| decision.applies), "what is not in place is not excluded");
}

#[test]
fn a_row_decides_nothing_that_one_contradicts_which_is_asked() {
    // The first row is asked since the second contradicts it; the third is contradicted by the first as much.
    let bytes = list(&[
        &["A.5.9, A.5.10", "", "Yes", "a risk", "", ""],
        &["A.5.9", "", "No", "small", "", ""],
        &["A.5.10", "", "No", "small", "", ""],
    ]);
    let mut at = holding(HELD);
    let looked = Given::of("soa.csv", &bytes).look(&mut at).unwrap();
    nothing_is_lost(&looked);
    assert!(looked.rows.iter().all(|row| row.outcome == Outcome::Asked), "{:#?}", looked.rows);
    let taken = Given::of("soa.csv", &bytes).answered(&[("3", "take"), ("4", "take")]).import(&mut at).unwrap();
    nothing_is_lost(&taken);
    assert_eq!(line(stands(&at, HELD, "A.5.10").as_ref()), "no: small");
}
