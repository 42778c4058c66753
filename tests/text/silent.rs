//! No word that changed is passed over: two texts that say the same to the comparison have the same words.

use clausebook::text::{Comparison, Written, compare, sections_of};
use proptest::prelude::*;

use super::compare::changes;

fn compared(earlier: &str, later: &str, wrapped: bool) -> Comparison {
    compare(Written { text: earlier, wrapped }, Written { text: later, wrapped })
}

/// Lines of which a figure or word changed, as each kind of file gives them.
const CHANGED: &[(&str, &str)] = &[
    // The last cell of a row.
    ("Risk\tValue\t\nOutage\t5\t\n", "Risk\tValue\t\nOutage\t50\t\n"),
    ("Term\tMost\tLeast\t\nKept (years)\t10\t3\t\n", "Term\tMost\tLeast\t\nKept (years)\t30\t1\t\n"),
    ("Term\tBy\t\nContracts\t§ 12\t\n", "Term\tBy\t\nContracts\t§ 13\t\n"),
    ("Goal\th\t\nMail\tIV\t\n", "Goal\th\t\nMail\tV\t\n"),
    // Behind a tab or dots, where nothing is a table of contents.
    ("Aims\nPressure\t5\n", "Aims\nPressure\t9\n"),
    ("Heat ... 20\nPressure\t5\n", "Heat ... 25\nPressure\t5\n"),
    ("Price ........ 12.50\n", "Price ........ 13.50\n"),
    ("Price....12.50 net\n", "Price....13.50 net\n"),
    (
        "Heat\t20\nPressure\t30\nHeat\nIt is taken.\nPressure\nIt is too.\n",
        "Heat\t25\nPressure\t30\nHeat\nIt is taken.\nPressure\nIt is too.\n",
    ),
    // A number that begins a line and is more than its mark.
    ("1. May 2026 it begins.\n", "2. May 2026 it begins.\n"),
    ("a) the first\nb) the second\n", "a) the first\nd) the second\n"),
    ("Chapter 4 Aims\nText.\n", "Section 4 Aims\nText.\n"),
    ("Kept for\n10\nyears\n", "Kept for\n12\nyears\n"),
    ("Stored below -18 °C always.\n", "Stored below 18 °C always.\n"),
    ("Between 10-20 pieces.\n", "Between 1020 pieces.\n"),
];

#[test]
fn a_figure_that_changed_is_told_wherever_it_stands() {
    for (earlier, later) in CHANGED {
        for wrapped in [false, true] {
            let found = compared(earlier, later, wrapped);
            assert!(!found.same(), "{earlier:?} against {later:?}, wrapped: {wrapped}");
            assert!(compared(earlier, earlier, wrapped).same(), "{earlier:?}");
        }
    }
}

#[test]
fn a_line_at_the_edge_of_pages_is_a_head_only_as_far_as_it_counts_pages() {
    let pages = |third: &str| {
        let page = |n: u8, days: &str| format!("Answer within {days} days\nText of page {n}.\nPage {n} of 3");
        [page(1, "5"), page(2, "5"), page(3, third)].join("\x0c")
    };
    let found = compared(&pages("5"), &pages("9"), true);
    assert!(!found.same(), "{:?}", changes(&found));
    let same = compared(&pages("5"), &pages("5"), true);
    assert_eq!(same.paragraphs.iter().filter(|p| p.runs.iter().any(|run| run.words.contains("Page"))).count(), 1);
}

#[test]
fn a_section_moved_out_of_its_order_keeps_its_number_and_only_what_changed_in_it_is_named() {
    let lines = [
        "1 Aim",
        "Text of the aim of this.",
        "2 Work",
        "2.1 The copy runs daily at ten in the house of the north.",
        "2.2 The head reads the list of it each morning before eight.",
        "3 Store",
        "3.1 The tapes lie for thirty days in the safe of the bank.",
        "4 End",
        "4.1 The head answers questions.",
    ];
    let text = |order: &[usize]| order.iter().map(|at| format!("{}\n", lines[*at])).collect::<String>();
    let (earlier, turned) = (text(&[0, 1, 2, 3, 4, 5, 6, 7, 8]), text(&[0, 1, 5, 6, 2, 3, 4, 7, 8]));
    let found = compare(earlier.as_str(), turned.as_str());
    assert_eq!((found.places, found.removed, found.added), (1, 0, 0), "{:?}", changes(&found));
    assert!(found.sections.is_empty() && !found.same() && !found.touches("3"), "{:?}", found.sections);
    let found = compare(earlier.as_str(), turned.replace("daily", "weekly").as_str());
    assert_eq!((found.removed, found.added), (1, 1), "the titles are moved: {:?}", changes(&found));
    assert_eq!(found.sections, ["2.1"]);
    assert!(found.touches("2.1") && !found.touches("2.2") && !found.touches("3") && !found.touches("4"));
    assert!(sections_of(earlier.as_str().into()).contains("2.2"));
}

/// Words as texts have them.
fn word() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec!["aim", "the", "Service", "days", "Frist", "is", "Prüfung", "May", "within"]);
    prop_oneof![
        4 => plain.prop_map(str::to_owned),
        2 => (0_u32..2100).prop_map(|n| n.to_string()),
        1 => prop::sample::select(vec!["iv", "II", "12.50", "-18", "10-20", "99,5", "A.1"]).prop_map(str::to_owned),
    ]
}

/// A line: what it begins with, its words, and what stands between the last two.
fn line() -> impl Strategy<Value = Vec<String>> {
    let begins = vec!["", "", "1 ", "2.1 ", "3. ", "(a) ", "b) ", "§ 4 ", "- ", "Section 5 ", "# ", "1. "];
    let between = vec![" ", " ", "\t", " ..... ", "....", " . . . . ", " … ", "\t\t"];
    let ends = vec!["\n", "\n", ".\n", "\t\n", " \n", ";\n"];
    (
        prop::sample::select(begins),
        prop::collection::vec(word(), 1..6),
        prop::sample::select(between),
        prop::sample::select(ends),
    )
        .prop_map(|(begins, words, between, end)| {
            let last = words.len() - 1;
            let mut out = vec![begins.to_owned()];
            for (n, word) in words.into_iter().enumerate() {
                if n > 0 {
                    out.push(if n == last { between } else { " " }.to_owned());
                }
                out.push(word);
            }
            out.push(end.to_owned());
            out
        })
}

/// The text, and the same with one of its words changed.
fn texts() -> impl Strategy<Value = (String, String)> {
    (prop::collection::vec(line(), 1..12), any::<prop::sample::Index>(), word()).prop_map(|(lines, which, word)| {
        let parts: Vec<String> = lines.into_iter().flatten().collect();
        let is_word = |at: &usize| parts[*at].contains(char::is_alphanumeric);
        let words: Vec<usize> = (0..parts.len()).filter(is_word).collect();
        let at = *which.get(&words);
        let begins = !parts[at].ends_with(char::is_alphanumeric);
        let mut other = parts.clone();
        other[at] = if begins { parts[at].replace(char::is_alphanumeric, "7") } else { word };
        (parts.concat(), other.concat())
    })
}

/// The words of a text without what is only its form.
fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a table of contents stands in a text: titles with numbers behind them that stand again.
fn has_contents(text: &str) -> bool {
    let ends = |line: &&str| line.trim_end().ends_with(|c: char| c.is_ascii_digit() || "ivxIVX.…".contains(c));
    text.lines()
        .filter(|line| line.contains(['\t', '…']) || line.contains("..") || line.contains(". ."))
        .filter(ends)
        .count()
        > 1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn two_texts_with_another_word_are_never_the_same((earlier, later) in texts(), wrapped: bool) {
        prop_assume!(words_of(&earlier) != words_of(&later));
        // Numbers of pages are no words, and several such lines may be a table of contents.
        prop_assume!(!has_contents(&earlier));
        prop_assert!(!compared(&earlier, &later, wrapped).same(), "{earlier:?} {later:?}");
    }
}
