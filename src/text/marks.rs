//! What an item of a list begins with: `1.`, `(a)`, `iv)`. It is no section, and another one is no other word.

use super::label::{Label, is_roman};

/// The mark a line begins with, as it is written, and how many bytes it takes; none where nothing stands behind it.
pub(super) fn read(line: &str) -> Option<(String, usize)> {
    let bare = line.trim_start();
    let skipped = line.len() - bare.len();
    let word = bare.split_whitespace().next()?;
    let rest = bare[word.len()..].trim_start();
    let begins = rest.chars().next()?;
    let inside = word.trim_start_matches('(').trim_end_matches([')', '.']);
    let signed = word.ends_with([')', '.']);
    // `1. May 2026` begins with a day.
    let mut behind = rest.split_whitespace().skip(1);
    let year = behind.next().map(|word| word.trim_end_matches([',', '.', ';', ':']));
    if signed && year.is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let numbered = !inside.is_empty() && inside.len() <= 3 && inside.bytes().all(|b| b.is_ascii_digit());
    let is_mark = signed && (numbered || is_letter(inside)) || is_dotted(line, begins);
    is_mark.then(|| (word.to_owned(), skipped + word.len() + bare[word.len()..].len() - rest.len()))
}

/// A letter, the same letter twice, or a Roman number.
fn is_letter(inside: &str) -> bool {
    let small = inside.to_ascii_lowercase();
    let one_case = inside.bytes().all(|b| b.is_ascii_lowercase()) || inside.bytes().all(|b| b.is_ascii_uppercase());
    let mut letters = small.bytes();
    let first = letters.next();
    first.is_some_and(|b| b.is_ascii_lowercase())
        && one_case
        && (small.len() == 1 || small.len() == 2 && letters.next() == first || is_roman(&inside.to_ascii_uppercase()))
}

/// A number of parts that is none of a section here; a quantity goes on with a small letter.
fn is_dotted(line: &str, begins: char) -> bool {
    Label::read(line).is_some_and(|label| {
        let parts = label.number.split('.').count();
        label.number.starts_with(|c: char| c.is_ascii_digit()) && (parts > 2 || parts == 2 && begins.is_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_have_marks_and_sentences_have_none() {
        let told = |line: &str| read(line).map(|(mark, end)| format!("{mark}|{}", &line[end..]));
        for (line, mark) in [("1. Do", "1.|Do"), ("(a) do", "(a)|do"), ("(iii) x", "(iii)|x"), ("IX. P", "IX.|P")] {
            assert_eq!(told(line).as_deref(), Some(mark));
        }
        for (line, mark) in [("aa) y", "aa)|y"), ("2.1.1 Policy", "2.1.1|Policy"), ("2.9 Terms", "2.9|Terms")] {
            assert_eq!(told(line).as_deref(), Some(mark));
        }
        for line in [
            "1. Mai 2026 gilt es",
            "1.",
            "12 months later",
            "3.5 million",
            "civil. Law",
            "2026. A year",
            "Ab. C",
            "No. 4",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }

    #[test]
    fn roman_numbers_are_as_they_are_written() {
        assert!(["I", "IV", "VIII", "IX", "XIV", "XL", "LXXX", "XC", "CX"].iter().all(|n| is_roman(n)));
        assert!(["", "IIII", "VX", "CIVIL", "LL", "IXI"].iter().all(|n| !is_roman(n)));
    }
}
