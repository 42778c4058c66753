//! Whether a text waits to be filled in, or was: its lines for a hand, and days behind labels that no document has.

use crate::day::Due;
use crate::extract::Extracted;
use crate::reading::dates::due;
use crate::reading::days::days_in;
use crate::reading::pairs::is_of_control;
use crate::words::Nature;

/// So many lines for a hand are those of a form; fewer may be left for a signature.
const FORM: usize = 3;
/// So many words a list has before anybody wrote into it.
const EMPTY: usize = 60;
/// So much of a text is looked at.
const REACH: usize = 20_000;

/// How a text stands to what is written into it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Contents {
    /// Left open, with how much that says.
    Open(String, i32),
    /// Written into: the first such line.
    Filled(String),
}

/// What the contents of a text say, where its title may be that of a form or of a record.
pub(super) fn of(found: &Extracted, title: Option<Nature>) -> Option<Contents> {
    let end = found.text.char_indices().nth(REACH).map_or(found.text.len(), |(end, _)| end);
    let text = &found.text[..end];
    let filled = text.lines().find(|line| is_filled(line));
    match title {
        Some(Nature::Blank) => filled.map(|line| Contents::Filled(short(line))),
        // A list with a name like that of a record, and nobody wrote into it.
        Some(Nature::Record) if !text.trim().is_empty() && filled.is_none() && is_empty(text) => {
            Some(Contents::Open(text.lines().map(short).find(|line| !line.is_empty()).unwrap_or_default(), 2))
        }
        _ => {
            let mut open = text.lines().filter(|line| for_a_hand(line));
            let first = open.next()?;
            let many = open.count() + 1 >= FORM && filled.is_none();
            Some(Contents::Open(short(first), if many { 2 } else { 0 }))
        }
    }
}

/// A label, and behind it room for a hand.
fn for_a_hand(line: &str) -> bool {
    let line = line.trim();
    let run = |sign: char, least: usize| {
        let mut longest = 0;
        let mut now = 0;
        for c in line.chars() {
            now = if c == sign { now + 1 } else { 0 };
            longest = longest.max(now);
        }
        longest >= least
    };
    // Dots lead to the number of a page.
    let dots = run('.', 8) && !line.ends_with(|c: char| c.is_ascii_digit());
    line.contains(char::is_alphabetic) && (run('_', 4) || dots || line.contains(['☐', '□']))
}

/// A day behind a label that is none of a control table: in the first two cells, or behind a colon.
fn is_filled(line: &str) -> bool {
    let cells: Vec<&str> = line.split(['\t', '|']).map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let colon = cells.iter().filter_map(|cell| cell.split_once(": "));
    let first = cells.first().copied().zip(cells.get(1).copied());
    colon.chain(first).chain(cells.windows(2).filter(|two| two[0].ends_with(':')).map(|two| (two[0], two[1]))).any(
        |(label, value)| {
            let label = label.trim_matches(['*', ':', ' ', '-', '#']);
            let letters = label.chars().filter(|c| c.is_alphabetic()).count();
            let worded = letters > 2 && label.chars().count() <= 40 && days_in(label).is_empty();
            let day = matches!(due(value), Some(Due::Day { .. } | Due::Ambiguous { .. })) || !days_in(value).is_empty();
            worded && value.chars().count() <= 30 && day && !is_of_control(label)
        },
    )
}

/// Whether a list has little but its own words: no day in it.
fn is_empty(text: &str) -> bool {
    text.split_whitespace().nth(EMPTY).is_none() && text.contains('\t') && days_in(text).is_empty()
}

fn short(line: &str) -> String {
    line.trim().chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_with_room_behind_it_is_open_and_one_with_a_day_is_filled() {
        for line in ["Name: ______", "☐ yes", "Signature ...................."] {
            assert!(for_a_hand(line), "{line}");
        }
        for line in ["1 Scope ............... 3", "snake_case", "________"] {
            assert!(!for_a_hand(line), "{line}");
        }
        for line in ["Date found:\t18th September 2022", "Visit: 2026-03-01", "| **Found on** | 01.03.2026 |"] {
            assert!(is_filled(line), "{line}");
        }
        for line in ["Next review: 2027-03-01", "Version\t2.0\tDate\t2026-01-01", "2026-01-01\tfirst"] {
            assert!(!is_filled(line), "{line}");
        }
    }
}
