//! Words as numbers, the same for words that a reader takes for the same.

use std::borrow::Cow;
use std::collections::HashMap;

use super::token::{CELL, Token, is_word};

/// The numbers of words.
pub(super) struct Numbers {
    known: HashMap<String, u32>,
    /// A hyphen may be that of a word or of a line: it makes no difference.
    broken: bool,
}

impl Numbers {
    pub(super) fn new(broken: bool) -> Self {
        Self { known: HashMap::from([(CELL.to_owned(), 0)]), broken }
    }

    pub(super) fn of(&mut self, word: &str) -> u32 {
        let plain = plain(word);
        let key = if self.broken && plain.contains('-') { Cow::Owned(unhyphened(&plain)) } else { plain };
        if let Some(number) = self.known.get(key.as_ref()) {
            return *number;
        }
        let next = self.known.len() as u32;
        self.known.insert(key.into_owned(), next);
        next
    }

    /// Whether some words begin with others.
    pub(super) fn begin(&mut self, words: &[Token<'_>], with: &[Token<'_>]) -> bool {
        let told = |tokens: &[Token<'_>], n: usize, numbers: &mut Self| -> Vec<u32> {
            tokens.iter().filter(|token| is_word(token)).take(n).map(|token| numbers.of(bare(&token.text))).collect()
        };
        let n = with.iter().filter(|token| is_word(token)).count();
        n > 0 && told(words, n, self) == told(with, n, self)
    }
}

/// A word without the hyphens behind its letters; that of a number is a minus, or stands between two.
fn unhyphened(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let within = out.ends_with(char::is_alphabetic) && letters.peek().is_none_or(|next| next.is_alphabetic());
        if c != '-' || !within {
            out.push(c);
        }
    }
    out
}

/// A number without the signs around it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(['.', ')', '(', ':'])
}

/// Quotes and dashes have many forms, which programs put in by themselves: each kind is one.
fn plain(word: &str) -> Cow<'_, str> {
    let same = |c: char| match c {
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{b4}' | '`' => Some('\''),
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '«' | '»' => Some('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        _ => None,
    };
    if word.is_ascii() && !word.contains('`') || !word.contains(|c| same(c).is_some()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().map(|c| same(c).unwrap_or(c)).collect())
}
