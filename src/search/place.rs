//! Where in a file something stands, told by the form of its text. Pages and slides are parted by a form feed; a sheet begins
//! with a vertical tab and a line with its name, then each line is a row and each tab a column; a vertical tab anywhere
//! else says that from there on places are not known.

use std::ops::ControlFlow;

use serde::Serialize;
use ts_rs::TS;

use super::query::Term;
use crate::extract::{Inside, Media};
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
    /// A file in the file: attached to it, packed into it, or put in.
    Inside {
        /// Its name, behind those of what it lies in.
        file: String,
        /// Where in it; nothing where only its name has the words.
        #[ts(type = "FoundAt | null")]
        place: Option<Box<Place>>,
        /// The paragraph of the whole text.
        n: u32,
    },
}

impl Place {
    /// The place of a byte of a file's text, which may stand in one of the files in it.
    pub(super) fn within(media: Media, text: &str, inside: &[Inside], at: usize) -> Option<Self> {
        let holds = |inner: &&Inside| (inner.from..inner.ends).contains(&at);
        // The innermost begins last.
        let Some(inner) = inside.iter().filter(holds).max_by_key(|inner| inner.from) else {
            return Self::of(media, text, at);
        };
        let own = text.get(inner.begins..inner.ends).zip(at.checked_sub(inner.begins));
        let place = own.and_then(|(own, at)| Self::of(inner.media, own, at)).map(Box::new);
        Some(Place::Inside { file: inner.name.clone(), place, n: paragraph(text.get(..at)?) })
    }

    /// The place of a byte of a text without files in it.
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
            _ => Some(Place::Paragraph { n: paragraph(before) }),
        }
    }
}

/// Which paragraph begins behind a text, or goes on.
fn paragraph(before: &str) -> u32 {
    // A line that ends within a paragraph says so.
    let lines = before.split('\n').rev().skip(1);
    lines.filter(|line| !line.trim().is_empty() && !line.ends_with('\u{2028}')).count() as u32 + 1
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
pub(super) fn passage(media: Media, text: &str, inside: &[Inside], terms: &[Term]) -> Option<(String, Option<Place>)> {
    let mut terms: Vec<&Term> = terms.iter().collect();
    terms.sort_by_key(|term| std::cmp::Reverse(term.words.len()));
    let any = |term: &Term| term.ways().filter_map(|(words, whole)| first(text, words, whole)).min();
    let (from, to) = terms.into_iter().find_map(any)?;
    Some((around(text, from, to), Place::within(media, text, inside, from)))
}

/// Where words stand first next to each other, in bytes.
fn first(text: &str, words: &str, whole: bool) -> Option<(usize, usize)> {
    let wanted: Vec<&str> = words.split(' ').collect();
    let fits = |i: usize, word: &str| {
        let last = i + 1 == wanted.len();
        if last && !whole { word.starts_with(wanted[i]) } else { word == wanted[i] }
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
    fn what_stands_in_a_file_in_a_file_says_in_which_and_where() {
        let text = "Subject\nplan.pdf\nfirst page\n\x0csecond\nend\n";
        let at = |word: &str| text.find(word).unwrap_or_default();
        let (from, begins, ends) = (at("plan"), at("first"), at("\nend"));
        let inside = [Inside { name: "plan.pdf".into(), media: Media::Pdf, from, begins, ends }];
        let place = |word: &str| Place::within(Media::Email, text, &inside, at(word));
        let within =
            |place: Option<Place>, n| Some(Place::Inside { file: "plan.pdf".into(), place: place.map(Box::new), n });
        assert_eq!(place("Subject"), Some(Place::Paragraph { n: 1 }));
        assert_eq!(place("plan"), within(None, 2));
        assert_eq!(place("second"), within(Some(Place::Page { n: 2 }), 4));
        assert_eq!(place("end"), Some(Place::Paragraph { n: 5 }));
    }

    #[test]
    fn words_that_repeat_do_not_hide_a_phrase() {
        assert_eq!(first("A a a b", "a a b", true), Some((2, 7)));
    }
}
