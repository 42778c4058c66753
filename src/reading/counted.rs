//! Numbers in a running text that may be those of clauses, alone or in a list.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::bodies::pattern;
use super::ranges::{joins, up_to};
use crate::words::is_clause_word;

static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?P<annex>A\.?\s?)?(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2})"));
/// What joins two standards, or two numbers.
pub(super) static JOIN: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)^[\s,;/&+]*(?:(?:and|or|und|oder|sowie|et|ou|og|eller|och)\b[\s,;/&+]*)?$"));
/// The letter of a list below a clause.
static LETTER: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^\s?\(?[a-z]\)"));
/// A number that may be that of a clause.
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
    pub(super) annex: bool,
    /// The word before it that calls it a clause or a control.
    pub(super) word: Option<String>,
}

impl Number {
    /// As a clause is written: `A.5.24`.
    pub(super) fn clause(&self) -> String {
        if self.annex { format!("A.{}", self.text) } else { self.text.clone() }
    }
}

/// All of a text, in its order.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let Some(pattern) = NUMBER.as_ref() else { return Vec::new() };
    let mut found: Vec<Number> = Vec::new();
    for names in pattern.captures_iter(text) {
        let (Some(all), Some(number)) = (names.get(0), names.name("number")) else { continue };
        let behind = &text[all.end()..];
        let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || "%-°".contains(c) && !is_range(behind))
            || (behind.starts_with(['.', ':']) && behind[1..].starts_with(|c: char| c.is_ascii_digit()))
            || behind.trim_start().starts_with('%');
        // Right behind the full stop of a short word for a clause it is one: `cl.8.4.1`.
        let short = text[..all.start()].ends_with('.') && word_before(&text[..all.start()]).is_some();
        let joined = !short && text[..all.start()].ends_with(|c: char| c.is_alphanumeric() || ".:".contains(c));
        if goes_on || joined {
            continue;
        }
        let word = word_before(&text[..all.start()]);
        let plain = !number.as_str().contains('.');
        // The end of a range needs no more than its last number, and not the letter of the annex.
        let from = found.last().filter(|from| from.text.contains('.') && joins(&text[from.end..all.start()]));
        if let Some(more) = from.and_then(|from| up_to(&from.text, number.as_str()))
            && let (Some(from), Some(end)) = (from, more.last())
        {
            let (start, annex, text) = (all.start(), from.annex, end.clone());
            found.push(Number { start, end: all.end(), text, annex, word });
            continue;
        }
        // A bare number is a main clause only where it is called one.
        if !plain || (word.is_some() && (4..=10).contains(&number.as_str().parse().unwrap_or(0))) {
            let (start, end, annex) = (all.start(), all.end(), names.name("annex").is_some());
            found.push(Number { start, end, text: number.as_str().to_owned(), annex, word });
        }
    }
    found
}

fn is_range(behind: &str) -> bool {
    behind.strip_prefix('-').is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == 'A'))
}

/// The word right before a number, where it is one that stands before a clause.
fn word_before(text: &str) -> Option<String> {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || ".:(".contains(c));
    if text.ends_with('§') {
        return Some("§".to_owned());
    }
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(text.len(), |(i, _)| i);
    let word = text[start..].to_lowercase();
    is_clause_word(&word).then_some(word)
}

/// The numbers that follow one another in a list, as places in `numbers`.
pub(super) fn list_from(text: &str, numbers: &[Number], first: usize) -> Range<usize> {
    let mut end = first + 1;
    while let Some(next) = numbers.get(end) {
        let between = &text[numbers[end - 1].end..next.start];
        // `7.5.3.2 b) and 8.4.1`: the letter is a part of what stands before it.
        let between = LETTER.as_ref().and_then(|letter| letter.find(between)).map_or(between, |m| &between[m.end()..]);
        let bare = without_word(between, next);
        if between.len() > 24 || !(joins(bare) || JOIN.as_ref().is_some_and(|join| join.is_match(bare))) {
            break;
        }
        end += 1;
    }
    first..end
}

/// What stands before a number, without the word that calls it a clause.
pub(super) fn without_word<'a>(between: &'a str, number: &Number) -> &'a str {
    let word = number.word.as_deref().and_then(|word| between.to_lowercase().rfind(word));
    word.and_then(|at| between.get(..at)).unwrap_or(between)
}
