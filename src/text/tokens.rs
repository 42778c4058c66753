//! A text as the words it consists of. Whatever is no letter, digit or mark parts words: kinds of quotes, hyphens and
//! blanks cannot make a difference.

use std::ops::{ControlFlow, Range};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::letters::{add, alone, nothing};

/// A text as it is compared: each word after a blank, and a blank at the end; empty where there is no word. So ` access rev`
/// is found in ` access review ` as words that stand next to each other, the last of them begun.
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let _ = each_word(text, |word, _| {
        out.push(' ');
        out.push_str(word);
        ControlFlow::Continue(())
    });
    if !out.is_empty() {
        out.push(' ');
    }
    out
}

/// The words of a code and those of a title, with a bar between: it is no word, so that none reaches from one to the other.
pub fn names(code: &str, title: &str) -> String {
    format!("{}|{}", words(code), words(title))
}

/// Hands each word on in its comparable form, with the bytes of the text at which it stands, until nobody wants more.
pub fn each_word(text: &str, mut take: impl FnMut(&str, Range<usize>) -> ControlFlow<()>) -> ControlFlow<()> {
    let mut word = Word::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // Most of most texts: a letter with nothing behind it that could belong to it.
        if bytes[at].is_ascii() && bytes.get(at + 1).is_none_or(u8::is_ascii) {
            if bytes[at].is_ascii_alphanumeric() {
                word.letter(at, at + 1).push(bytes[at].to_ascii_lowercase() as char);
            } else {
                word.end(&mut take)?;
            }
            at += 1;
            continue;
        }
        let end = cluster(text, at);
        for c in text[at..end].nfkc() {
            if nothing(c) {
                continue;
            }
            if alone(c) {
                word.end(&mut take)?;
                add(c, word.letter(at, end));
                word.end(&mut take)?;
            } else if c.is_alphanumeric() || is_combining_mark(c) {
                add(c, word.letter(at, end));
            } else {
                word.end(&mut take)?;
            }
        }
        at = end;
    }
    word.end(&mut take)
}

/// Where a letter ends with all marks that belong to it: they are composed together.
fn cluster(text: &str, at: usize) -> usize {
    let belongs = |c: char| is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11ff}' | '\u{ff9e}' | '\u{ff9f}');
    let mut rest = text[at..].char_indices().skip(1);
    rest.find(|(_, c)| !belongs(*c)).map_or(text.len(), |(i, _)| at + i)
}

/// The word being read.
#[derive(Default)]
struct Word {
    text: String,
    place: Range<usize>,
}

impl Word {
    fn letter(&mut self, from: usize, to: usize) -> &mut String {
        if self.text.is_empty() {
            self.place.start = from;
        }
        self.place.end = to;
        &mut self.text
    }

    fn end(&mut self, take: &mut impl FnMut(&str, Range<usize>) -> ControlFlow<()>) -> ControlFlow<()> {
        if self.text.is_empty() {
            return ControlFlow::Continue(());
        }
        let more = take(&self.text, self.place.clone());
        self.text.clear();
        more
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_knows_where_it_stands() {
        let text = "Die Pru\u{308}fung – Wei\u{df}\u{ad}bier";
        let mut seen = Vec::new();
        let _ = each_word(text, |word, place| {
            seen.push((word.to_owned(), text[place].to_owned()));
            ControlFlow::Continue(())
        });
        let expected = [("die", "Die"), ("prufung", "Pru\u{308}fung"), ("weissbier", "Wei\u{df}\u{ad}bier")];
        assert_eq!(seen, expected.map(|(word, place)| (word.to_owned(), place.to_owned())));
    }
}
