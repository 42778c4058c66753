//! Where in a file something stands, told by the form of its text. Pages and slides are parted by a form feed; a sheet begins
//! with a vertical tab and a line with its name, then each line is a row and each tab a column; a vertical tab anywhere
//! else says that from there on places are not known.

use std::ops::ControlFlow;

use serde::Serialize;
use ts_rs::TS;

use super::query::Term;
use crate::extract::Media;
use crate::text::each_word;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "FoundAt")]
pub enum Place {
    /// A page of a PDF.
    Page {
        /// From 1.
        n: u32,
    },
    /// A slide.
    Slide {
        /// From 1.
        n: u32,
    },
    /// A cell of a workbook.
    Cell {
        /// The sheet's name.
        sheet: String,
        /// Column and row, as `B7`; nothing where only the sheet is known.
        cell: Option<String>,
    },
    /// A paragraph that is not empty.
    Paragraph {
        /// From 1.
        n: u32,
    },
    /// A line of a plain text.
    Line {
        /// From 1.
        n: u32,
    },
}

impl Place {
    /// The place of a byte of a file's text.
    pub(super) fn of(media: Media, text: &str, at: usize) -> Option<Self> {
        let before = text.get(..at)?;
        let count = |c: char| before.matches(c).count() as u32 + 1;
        match media {
            // A picture of several pages, as faxes are kept.
            Media::Image if text.contains('\x0c') => Some(Place::Page { n: count('\x0c') }),
            Media::Pdf => Some(Place::Page { n: count('\x0c') }),
            Media::Pptx | Media::Odp if before.contains('\x0b') => None,
            Media::Pptx | Media::Odp => Some(Place::Slide { n: count('\x0c') }),
            Media::Xlsx | Media::Xls | Media::Ods => in_sheet(text, at),
            // A workbook that only another program reads.
            Media::Other if text.starts_with('\x0b') => in_sheet(text, at),
            Media::Text | Media::Csv => Some(Place::Line { n: count('\n') }),
            _ => {
                // A line that ends within a paragraph says so.
                let lines = before.split('\n').rev().skip(1);
                let lines = lines.filter(|line| !line.trim().is_empty() && !line.ends_with('\u{2028}'));
                Some(Place::Paragraph { n: lines.count() as u32 + 1 })
            }
        }
    }
}

fn in_sheet(text: &str, at: usize) -> Option<Place> {
    let before = &text[..at];
    // A sheet begins where a line does.
    let starts = |i: &usize| *i == 0 || before.as_bytes()[i - 1] == b'\n';
    let start = before.rmatch_indices('\x0b').map(|(i, _)| i).find(starts)?;
    let sheet = text[start + 1..].lines().next().filter(|name| !name.is_empty())?.to_owned();
    let inside = &before[start + 1..];
    let known = !inside.contains('\x0b');
    let cell = inside.split_once('\n').filter(|_| known).map(|(_, rows)| {
        let row = rows.matches('\n').count() + 1;
        let column = rows.rsplit('\n').next().unwrap_or_default().matches('\t').count();
        format!("{}{row}", letters(column))
    });
    Some(Place::Cell { sheet, cell })
}

/// A column as spreadsheets name it, from 0: `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut out = Vec::new();
    while left > 0 {
        left -= 1;
        out.push((b'A' + (left % 26) as u8) as char);
        left /= 26;
    }
    out.iter().rev().collect()
}

/// The first place of a text at which one of the terms stands, longest first: the words around it as they are written, and
/// where that is.
pub(super) fn passage(media: Media, text: &str, terms: &[Term]) -> Option<(String, Option<Place>)> {
    let mut terms: Vec<&Term> = terms.iter().collect();
    terms.sort_by_key(|term| std::cmp::Reverse(term.words.len()));
    let (from, to) = terms.into_iter().find_map(|term| first(text, term))?;
    Some((around(text, from, to), Place::of(media, text, from)))
}

/// Where a term stands first, in bytes.
fn first(text: &str, term: &Term) -> Option<(usize, usize)> {
    let wanted: Vec<&str> = term.words.split(' ').collect();
    let fits = |i: usize, word: &str| {
        let last = i + 1 == wanted.len();
        if last && !term.whole { word.starts_with(wanted[i]) } else { word == wanted[i] }
    };
    // Beginnings that may go on, each with how many words fit and where it began; more than one where words repeat.
    let mut begun: Vec<(usize, usize)> = Vec::new();
    let mut found = None;
    let _ = each_word(text, |word, place| {
        let mut next = Vec::new();
        for (count, from) in begun.drain(..).chain([(0, place.start)]) {
            if fits(count, word) {
                if count + 1 == wanted.len() {
                    found = Some((from, place.end));
                    return ControlFlow::Break(());
                }
                next.push((count + 1, from));
            }
        }
        begun = next;
        ControlFlow::Continue(())
    });
    found
}

/// Some words before and behind a place, on one line.
pub(super) fn around(text: &str, from: usize, to: usize) -> String {
    const AROUND: usize = 60;
    let back = text[..from].char_indices().rev().take(AROUND).last().map_or(from, |(i, _)| i);
    let ahead = text[to..].char_indices().nth(AROUND).map_or(text.len(), |(i, _)| to + i);
    let inside: Vec<&str> = text[back..ahead].split_whitespace().collect();
    let begin = if back > 0 { "…" } else { "" };
    let end = if ahead < text.len() { "…" } else { "" };
    format!("{begin}{}{end}", inside.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        assert_eq!([0, 25, 26, 701, 702, 16383].map(letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_sheet_is_told_by_its_line_and_a_cell_until_a_gap_is_too_wide() {
        let text = "\x0bPlan\na\tb\n\n\tc\n\x0bWide\nx\x0by\n";
        let at = |word: &str| Place::of(Media::Xlsx, text, text.find(word).unwrap_or_default());
        let cell =
            |sheet: &str, cell: Option<&str>| Some(Place::Cell { sheet: sheet.into(), cell: cell.map(Into::into) });
        assert_eq!(at("Plan"), cell("Plan", None));
        assert_eq!(at("b\n"), cell("Plan", Some("B1")));
        assert_eq!(at("c\n"), cell("Plan", Some("B3")));
        assert_eq!(at("x\x0b"), cell("Wide", Some("A1")));
        assert_eq!(at("y\n"), cell("Wide", None));
    }

    #[test]
    fn a_line_that_is_broken_within_a_paragraph_begins_none() {
        let text = "One\u{2028}\nand more\n\nTwo\u{2028}\n\u{2028}\nend\n";
        let at = |word: &str| Place::of(Media::Docx, text, text.find(word).unwrap_or_default());
        for (word, n) in [("One", 1), ("more", 1), ("Two", 2), ("end", 2)] {
            assert_eq!(at(word), Some(Place::Paragraph { n }), "{word}");
        }
    }

    #[test]
    fn words_that_repeat_do_not_hide_a_phrase() {
        let term = Term { words: "a a b".into(), whole: true };
        assert_eq!(first("A a a b", &term), Some((2, 7)));
    }
}
