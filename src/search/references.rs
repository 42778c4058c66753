//! Which sections are named beside a place of a text: `SP-01, section 5.1`, `SP-01 § 5.1`, `Abschnitt 5.1 der SP-01`,
//! `see 5.1 of SP-01`. A number alone names one only where the text that is meant has it.

use std::collections::BTreeSet;

use super::pieces::{Piece, piece, tokens};

/// So many bytes around a place are read.
const AROUND: usize = 160;

/// Words that join a number to another document than the next one.
const JOINING: &[&str] = &["and", "und", "or", "oder", "&", "et", "ou", "y", "o", "e", "sowie", "u.", "en", "i", "и"];

/// What is known of the document that is meant.
pub(super) struct Meant<'m> {
    /// The numbers of its sections.
    pub(super) known: &'m BTreeSet<String>,
    /// The words of its title, in lower case.
    pub(super) title: &'m [String],
}

impl Meant<'_> {
    /// The sections named right behind a place.
    pub(super) fn behind(&self, text: &str) -> Vec<String> {
        let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= AROUND).unwrap_or(text.len());
        let mut out = Vec::new();
        let (mut named, mut version, mut words) = (false, false, 0);
        let mut title = self.title.iter().peekable();
        // The number behind which it goes on to another.
        let (mut last, mut from) = ("", "");
        for token in tokens(&text[..end]) {
            let (piece, ends) = piece(token);
            let first = std::mem::take(&mut from);
            match piece {
                Piece::Number(number) if spans(first, number) && out.iter().any(|known| known == first) => {
                    range(&mut out, first, number);
                    last = "";
                }
                // It goes on to something else that is counted.
                Piece::Number(_) if !first.is_empty() => break,
                Piece::To(_) if !last.is_empty() || !first.is_empty() => {
                    from = if last.is_empty() { first } else { last }
                }
                Piece::Names => (named, version) = (true, false),
                Piece::Version => version = true,
                Piece::Number(_) | Piece::Range(..) if version && !named => version = false,
                Piece::Number(number) if self.counts(number, named) => {
                    add(&mut out, number);
                    last = number;
                }
                Piece::Range(from, to) if named || self.known.contains(from) => range(&mut out, from, to),
                Piece::To(word) | Piece::Word(word)
                    if title.peek().is_some_and(|next| **next == word.to_lowercase()) =>
                {
                    title.next();
                }
                Piece::Word(word) if !out.is_empty() && JOINING.contains(&word.to_lowercase().as_str()) => {}
                Piece::Word("") | Piece::To("-" | "–" | "—") => {}
                Piece::To(_) | Piece::Word(_) if out.is_empty() && words < 2 => words += 1,
                _ => break,
            }
            if ends {
                break;
            }
        }
        out
    }

    /// The sections named right before a place.
    pub(super) fn before(&self, text: &str) -> Vec<String> {
        let start = text.char_indices().rev().map(|(at, _)| at).find(|at| text.len() - at >= AROUND).unwrap_or(0);
        let all = tokens(&text[start..]);
        let mut out = Vec::new();
        let mut named = false;
        let (mut words, mut joined, mut numbers) = (0, false, Vec::<(&str, &str)>::new());
        let mut to = false;
        for token in all.iter().rev() {
            let (piece, ends) = piece(token);
            // What ends a sentence belongs to none behind it.
            if ends {
                break;
            }
            let goes_on = std::mem::take(&mut to);
            match piece {
                Piece::Number(number) => {
                    match numbers.last_mut().filter(|(first, _)| goes_on && spans(number, first)) {
                        Some(last) => last.0 = number,
                        None if goes_on => break,
                        None => numbers.push((number, number)),
                    }
                }
                Piece::Range(from, to) => numbers.push((from, to)),
                Piece::To(_) if !numbers.is_empty() => to = true,
                Piece::Names if !numbers.is_empty() => {
                    named = true;
                    // A code before it says whose section it is.
                    let at =
                        all.len() - all.iter().rev().position(|other| std::ptr::eq(*other, *token)).unwrap_or(0) - 1;
                    let of_other =
                        at.checked_sub(1).is_some_and(|at| matches!(super::pieces::piece(all[at]).0, Piece::Code));
                    if of_other {
                        return out;
                    }
                    break;
                }
                Piece::Code if !numbers.is_empty() => return out,
                Piece::Word(word) if JOINING.contains(&word.to_lowercase().as_str()) => joined |= numbers.is_empty(),
                Piece::To(word) | Piece::Word(word)
                    if numbers.is_empty() && words < 4 && word.chars().count() <= 14 =>
                {
                    words += 1;
                }
                _ => break,
            }
        }
        // `section 3 and SP-01` says nothing of a section of SP-01.
        if joined && words == 0 {
            return out;
        }
        for (from, to) in numbers.into_iter().rev().filter(|(from, _)| self.counts(from, named)) {
            range(&mut out, from, to);
        }
        out
    }

    /// Whether a number is that of a section: where a word says so, or the document has it and it is no mere count.
    fn counts(&self, number: &str, named: bool) -> bool {
        named || number.contains('.') && self.known.contains(number)
    }
}

/// The sections that a text names by a word, and those numbers with a dot that are known; not those of another document.
pub fn named_in(text: &str, known: &BTreeSet<String>) -> Vec<String> {
    let mut out = Vec::new();
    let (mut named, mut other) = (false, false);
    let (mut last, mut from) = ("", "");
    for token in tokens(text) {
        let (piece, ends) = piece(token);
        let first = std::mem::take(&mut from);
        let before = std::mem::take(&mut last);
        match piece {
            Piece::Names => named = true,
            Piece::Number(number) if !other && spans(first, number) => range(&mut out, first, number),
            Piece::Number(_) if !first.is_empty() => named = false,
            Piece::Number(number) if !other && known.contains(number) && (named || number.contains('.')) => {
                add(&mut out, number);
                last = number;
            }
            Piece::Range(from, to) if !other && known.contains(from) => range(&mut out, from, to),
            Piece::Number(_) | Piece::Range(..) => {}
            Piece::To(_) if !before.is_empty() || !first.is_empty() => {
                from = if before.is_empty() { first } else { before }
            }
            Piece::Code => (named, other) = (false, true),
            Piece::Word(word) if JOINING.contains(&word.to_lowercase().as_str()) => {}
            _ => named = false,
        }
        if ends {
            (named, other) = (false, false);
            (last, from) = ("", "");
        }
    }
    out
}

fn add(out: &mut Vec<String>, number: &str) {
    if !out.iter().any(|known| known == number) {
        out.push(number.to_owned());
    }
}

/// Whether one number can be the last of those that begin with another: of the same section, and behind it.
fn spans(from: &str, to: &str) -> bool {
    let parts = |number: &str| {
        number.rsplit_once('.').map_or((String::new(), number.to_owned()), |(head, last)| (head.into(), last.into()))
    };
    let ((head, first), (same, last)) = (parts(from), parts(to));
    let (first, last) = (first.parse::<u32>(), last.parse::<u32>());
    head == same && first.is_ok_and(|first| last.is_ok_and(|last| first < last))
}

/// Adds the numbers from one to another that differs in its last part alone; of others both.
fn range(out: &mut Vec<String>, from: &str, to: &str) {
    const MOST: u32 = 50;
    let (head, first) = from.rsplit_once('.').map_or(("", from), |(head, last)| (head, last));
    let (same, last) = to.rsplit_once('.').map_or((head, to), |(head, last)| (head, last));
    match (first.parse::<u32>(), last.parse::<u32>()) {
        (Ok(first), Ok(last)) if head == same && first <= last && last - first <= MOST => {
            for n in first..=last {
                add(out, &if head.is_empty() { n.to_string() } else { format!("{head}.{n}") });
            }
        }
        _ => {
            add(out, from);
            add(out, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> BTreeSet<String> {
        ["2", "3", "3.2", "5", "5.1", "5.2", "5.3", "6.1"].map(String::from).into()
    }

    #[test]
    fn sections_behind_a_code_are_read_as_people_write_them() {
        let title = ["change".to_owned(), "management".to_owned()];
        let known = known();
        let meant = Meant { known: &known, title: &title };
        for (text, expected) in [
            (", section 5.1 applies", vec!["5.1"]),
            (" §5.1", vec!["5.1"]),
            (" § 5.1.", vec!["5.1"]),
            (" Kap. 5.1", vec!["5.1"]),
            (" Change management, Abschnitt 5", vec!["5"]),
            (" (Rev. 2.0), chapter 3", vec!["3"]),
            (" 5.1", vec!["5.1"]),
            (", 5.1 and 5.2", vec!["5.1", "5.2"]),
            (" sections 5.1–5.3", vec!["5.1", "5.2", "5.3"]),
            (" §§ 5.1, 6.1", vec!["5.1", "6.1"]),
            (" in section 9.9", vec!["9.9"]),
            (" раздел 5.1", vec!["5.1"]),
            (" version 5.1", vec![]),
            (" v2.0", vec![]),
            (" of 3 May", vec![]),
            (" and SP-04 section 5.1", vec![]),
            (". Section 5.1 of this text", vec![]),
            (" 7.4", vec![]),
            (" 5.1.2026", vec![]),
            (", sections 5.1 to 5.3", vec!["5.1", "5.2", "5.3"]),
            (" Abschnitte 5.1 bis 5.3 gelten", vec!["5.1", "5.2", "5.3"]),
            (" 5.1 – 5.3", vec!["5.1", "5.2", "5.3"]),
            (", sections 2 to 5", vec!["2", "3", "4", "5"]),
            (", 5.1 up to 5.3", vec!["5.1", "5.2", "5.3"]),
            (", sections 5.1 and 5.3", vec!["5.1", "5.3"]),
            (", Abschnitte 2 und 5", vec!["2", "5"]),
            (", section 5.1 to 3 people", vec!["5.1"]),
            (", section 5.1 to be read", vec!["5.1"]),
        ] {
            assert_eq!(meant.behind(text), expected, "{text}");
        }
    }

    #[test]
    fn sections_before_a_code_are_read_as_people_write_them() {
        let known = known();
        let meant = Meant { known: &known, title: &[] };
        for (text, expected) in [
            ("as section 5.1 of ", vec!["5.1"]),
            ("see 5.1 of ", vec!["5.1"]),
            ("nach Abschnitt 5.1 der ", vec!["5.1"]),
            ("§ 5.1 ", vec!["5.1"]),
            ("sections 5.1 and 5.2 of the procedure ", vec!["5.1", "5.2"]),
            ("SP-04 section 3 and ", vec![]),
            ("section 3 and ", vec![]),
            ("It ends with section 5.1. See ", vec![]),
            ("in 3 years ", vec![]),
            ("sections 5.1 to 5.3 of ", vec!["5.1", "5.2", "5.3"]),
            ("Abschnitte 2 bis 5 der ", vec!["2", "3", "4", "5"]),
            ("5.1 – 5.3 of ", vec!["5.1", "5.2", "5.3"]),
            ("sections 2 and 5 of ", vec!["2", "5"]),
            ("sent to ", vec![]),
        ] {
            assert_eq!(meant.before(text), expected, "{text}");
        }
    }

    #[test]
    fn a_reason_names_sections_of_the_document_it_is_given_for() {
        let told = |text| named_in(text, &known());
        assert_eq!(told("Section 5.1 names the approvers; 6.1 the records."), ["5.1", "6.1"]);
        assert_eq!(told("Abschnitt 3 und 5 regeln es"), ["3", "5"]);
        assert_eq!(told("sections 5.1 to 5.3 say so"), ["5.1", "5.2", "5.3"]);
        assert_eq!(told("Abschnitte 2 bis 5"), ["2", "3", "4", "5"]);
        assert_eq!(told("sections 3 and 5"), ["3", "5"]);
        assert!(told("SP-04 section 5.1 says so").is_empty());
        assert!(told("27001 A.5.1, kept for 3 years").is_empty());
    }
}
