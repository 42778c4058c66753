//! Where a text names a document: by its code as it is written, whatever dash or blank stands in it, or by its title
//! together with a section.

use std::ops::{ControlFlow, Range};

use unicode_normalization::UnicodeNormalization;

use super::items::Items;
use super::references::Meant;
use crate::text::{each_word, words};

/// So many bytes beside a place tell whether it is part of a longer name.
const BESIDE: usize = 120;

/// A place at which a document is named.
pub(super) struct Occurrence {
    pub(super) at: Range<usize>,
    /// The sections named with it; none where the whole document is.
    pub(super) sections: Vec<String>,
}

/// What a document is named by.
pub(super) struct Names {
    /// The words of its code, each after a blank and a blank at the end, see `text::words`.
    code: String,
    /// The code with one kind of dash.
    written: String,
    /// The words of its title; nothing where it is one word alone.
    title: String,
    /// A code of digits alone is a number of anything: only its title beside it says that it is a code.
    number: bool,
    /// Longer codes and titles of others that hold these.
    longer_codes: Vec<String>,
    longer_titles: Vec<String>,
}

impl Names {
    /// By the names of everything else that is filed.
    pub(super) fn of(code: &str, title: &str, items: &Items, own: Option<u32>) -> Self {
        let (code_words, title_words) = (words(code), words(title));
        let title_words = if title_words.trim().contains(' ') { title_words } else { String::new() };
        let mut names = Self {
            written: loose(code),
            number: !code.chars().any(char::is_alphabetic),
            code: code_words,
            title: title_words,
            longer_codes: Vec::new(),
            longer_titles: Vec::new(),
        };
        let holds = |longer: &str, key: &str| !key.is_empty() && longer.len() > key.len() && longer.contains(key);
        for (code, title) in items
            .names()
            .zip(0..)
            .filter(|(_, place)| own != Some(*place))
            .filter_map(|(names, _)| names.split_once('|'))
        {
            if holds(code, &names.code) {
                names.longer_codes.push(code.to_owned());
            }
            if holds(title, &names.title) {
                names.longer_titles.push(title.to_owned());
            }
        }
        names
    }

    /// By a code alone, and the title where the code is a number of anything; `longer` says which codes hold its words.
    pub(super) fn of_code(code: &str, title: &str, longer: impl FnOnce(&str) -> Vec<String>) -> Self {
        let code_words = words(code);
        Self {
            written: loose(code),
            number: !code.chars().any(char::is_alphabetic),
            longer_codes: longer(&code_words),
            longer_titles: Vec::new(),
            code: code_words,
            title: Some(words(title)).filter(|words| words.trim().contains(' ')).unwrap_or_default(),
        }
    }

    /// All that decides where it is found, as a text.
    pub(super) fn told(&self) -> String {
        format!("{}|{}|{}|{}", self.written, self.code, self.title, self.longer_codes.join("|"))
    }

    /// What is asked of the index of words; nothing where neither can be looked for.
    pub(super) fn expression(&self, meant: &Meant<'_>) -> Option<String> {
        const MOST: usize = 60;
        let phrase = |words: &str| format!("\"{}\"", words.trim());
        let mut all = Vec::new();
        if !self.code.is_empty() {
            all.push(phrase(&self.code));
        }
        if !self.title.is_empty() {
            // A title alone is words like others: a section of the document stands beside it.
            let near = |number: &String| format!("NEAR({} {}, 8)", phrase(&self.title), phrase(&words(number)));
            all.extend(meant.known.iter().filter(|number| number.contains('.')).take(MOST).map(near));
        }
        (!all.is_empty()).then(|| all.join(" OR "))
    }

    /// Every place of a text at which the document is named.
    pub(super) fn in_text(&self, text: &str, meant: &Meant<'_>) -> Vec<Occurrence> {
        let mut out: Vec<Occurrence> = Vec::new();
        let beside = |at: &Range<usize>| (&text[..at.start], &text[at.end..]);
        let sections = |at: &Range<usize>| {
            let (before, behind) = beside(at);
            let mut sections = meant.behind(behind);
            for section in meant.before(before) {
                if !sections.contains(&section) {
                    sections.push(section);
                }
            }
            sections
        };
        each_place(text, &self.code, &mut |at| {
            let (before, behind) = beside(&at);
            if loose(&text[at.clone()]) == self.written
                && !is_part(before, behind, meant)
                && !self.longer(&self.longer_codes, &self.code, before, behind)
                && (!self.number || self.titled(before, behind))
            {
                out.push(Occurrence { sections: sections(&at), at });
            }
        });
        let codes = out.len();
        each_place(text, &self.title, &mut |at| {
            let (before, behind) = beside(&at);
            // What stands with the code was read with it.
            let near = |other: &Occurrence| at.start.abs_diff(other.at.end).min(other.at.start.abs_diff(at.end)) < 40;
            if out[..codes].iter().any(near) || self.longer(&self.longer_titles, &self.title, before, behind) {
                return;
            }
            let sections = sections(&at);
            if !sections.is_empty() {
                out.push(Occurrence { at, sections });
            }
        });
        out.sort_by_key(|found| found.at.start);
        out
    }

    /// Whether a place belongs to a longer name of something else.
    fn longer(&self, all: &[String], key: &str, before: &str, behind: &str) -> bool {
        if all.is_empty() {
            return false;
        }
        let (apart_before, apart_behind) =
            (before.ends_with(char::is_whitespace), behind.starts_with(char::is_whitespace));
        let (before, behind) = (words(last(before)), words(first(behind)));
        let codes = key == self.code;
        all.iter().any(|longer| {
            longer.match_indices(key).any(|(at, _)| {
                let (head, tail) = (&longer[..=at], &longer[at + key.len() - 1..]);
                // Behind a blank a word is one of the sentence, a number may be one of the code.
                let joined = |apart: bool, part: &str| {
                    !codes || !apart || part.trim().is_empty() || part.contains(|c: char| c.is_ascii_digit())
                };
                let fits = |text: &str, part: &str, begins: bool| {
                    part.trim().is_empty() || if begins { text.starts_with(part) } else { text.ends_with(part) }
                };
                fits(&before, head, false)
                    && fits(&behind, tail, true)
                    && joined(apart_before, head)
                    && joined(apart_behind, tail)
            })
        })
    }

    /// Whether the title stands right before or behind a place.
    fn titled(&self, before: &str, behind: &str) -> bool {
        let title = if self.title.is_empty() { return false } else { &self.title };
        words(last(before)).ends_with(title.as_str()) || words(first(behind)).starts_with(title.as_str())
    }
}

/// Whether a letter or digit is joined to a place, so that it is part of a longer code.
fn is_part(before: &str, behind: &str, meant: &Meant<'_>) -> bool {
    let mut back = before.chars().rev().filter(|c| !is_nothing(*c));
    let (joint, letter) = (back.next(), back.next());
    let head = match (joint, letter) {
        (Some(c), Some(letter)) if is_dash(c) => letter.is_alphanumeric(),
        (Some('.' | '/'), Some(letter)) => letter.is_numeric() || letter.is_uppercase(),
        _ => false,
    };
    let mut ahead = behind.chars().filter(|c| !is_nothing(*c));
    let (joint, letter) = (ahead.next(), ahead.next());
    let numbered = || {
        let number: String = behind.chars().skip(1).take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        meant.known.contains(number.trim_end_matches('.'))
    };
    let tail = match (joint, letter) {
        // A long dash before a word goes on with the sentence.
        (Some('–' | '—'), Some(letter)) if letter.is_alphabetic() => false,
        (Some(c), Some(letter)) if is_dash(c) => letter.is_alphanumeric(),
        (Some('.' | '/'), Some(letter)) if letter.is_numeric() => !numbered(),
        _ => false,
    };
    head || tail
}

/// The end of a text.
fn last(text: &str) -> &str {
    let at = text.char_indices().rev().map(|(at, _)| at).take_while(|at| text.len() - at <= BESIDE).last();
    &text[at.unwrap_or(text.len())..]
}

/// The beginning of a text.
fn first(text: &str) -> &str {
    &text[..text.char_indices().map(|(at, _)| at).find(|at| *at >= BESIDE).unwrap_or(text.len())]
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// What is in a text and is nothing to a reader.
fn is_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A code with every dash, blank and underline as one dash, in lower case.
fn loose(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    for c in code.nfkc().filter(|c| !is_nothing(*c)) {
        if is_dash(c) || c.is_whitespace() || c == '_' {
            if !out.ends_with('-') {
                out.push('-');
            }
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out.trim_matches('-').to_owned()
}

/// Hands on every place at which words stand next to each other.
fn each_place(text: &str, wanted: &str, see: &mut dyn FnMut(Range<usize>)) {
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    if wanted.is_empty() {
        return;
    }
    // Beginnings that may go on: how many words fit, and where it began.
    let mut begun: Vec<(usize, usize)> = Vec::new();
    let _ = each_word(text, |word, place| {
        let mut kept = 0;
        for n in 0..begun.len() {
            let (count, from) = begun[n];
            if word == wanted[count] {
                if count + 1 == wanted.len() {
                    see(from..place.end);
                } else {
                    begun[kept] = (count + 1, from);
                    kept += 1;
                }
            }
        }
        begun.truncate(kept);
        if word == wanted[0] {
            if wanted.len() == 1 {
                see(place);
            } else {
                begun.push((1, place.start));
            }
        }
        ControlFlow::Continue(())
    });
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn places(code: &str, title: &str, text: &str) -> Vec<String> {
        let names = Names::of(code, title, &Items::default(), None);
        let known: BTreeSet<String> = ["5".to_owned(), "5.1".to_owned()].into();
        let meant = Meant { known: &known, title: &[] };
        names.in_text(text, &meant).into_iter().map(|found| text[found.at].to_owned()).collect()
    }

    #[test]
    fn a_code_is_found_however_its_dash_is_typed_and_never_within_another() {
        for text in [
            "SP-01",
            "SP–01",
            "SP\u{2011}01",
            "sp‐01,",
            "SP 01",
            "SP\u{a0}01",
            "(SP-01)",
            "SP-01.docx",
            "SP-01_v2",
            "SP_01",
            "SP-01.5.1",
            "SP\u{2212}01",
        ] {
            assert_eq!(places("SP-01", "", text).len(), 1, "{text}");
        }
        for text in
            ["SP-011", "XSP-01", "SP-01-A", "X-SP-01", "SP-01.2", "SP-01/2", "SP/01", "SP.01", "SP-1", "1.SP-01"]
        {
            assert_eq!(places("SP-01", "", text).len(), 0, "{text}");
        }
        assert_eq!(places("НД 4/2", "", "по НД\u{a0}4/2, НД 4/21"), ["НД\u{a0}4/2"]);
        assert_eq!(places("品質-01", "", "品質‐01による"), ["品質‐01"]);
        assert_eq!(places("QM 4.2.3", "", "QM 4.2.3 and QM 4.2.31, QM-4.2.3"), ["QM 4.2.3", "QM-4.2.3"]);
        assert_eq!(places("SP-01", "", "SP-\n01 and SP-01"), ["SP-\n01", "SP-01"]);
    }

    #[test]
    fn a_number_is_a_code_beside_its_title_and_a_title_cites_with_a_section() {
        assert_eq!(places("101", "Change management", "101 persons; 101 Change management"), ["101"]);
        let text = "Change management is hard. See Change management, section 5.1.";
        assert_eq!(places("SP-01", "Change management", text).len(), 1);
    }
}
