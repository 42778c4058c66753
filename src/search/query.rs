//! What a person asks for: words, phrases in quotes, what must not be there, and operators, in English or German.

use super::{refusals, spelling};
use crate::day::Day;
use crate::error::Result;
use crate::text::words;

/// More words than this nobody types.
const MOST: usize = 30;

/// More bytes than this nobody types either.
const LONGEST: usize = 10_000;

/// A query as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// What has to be there, all of it.
    pub wanted: Vec<Term>,
    /// What must not be there, none of it.
    pub unwanted: Vec<Term>,
    /// What it has to be, or with `false` must not be.
    pub narrowed: Vec<(bool, Only)>,
}

/// A word, or several next to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its words in comparable form, with a blank between.
    pub words: String,
    /// The last word is meant as it stands, not as the beginning of one.
    pub whole: bool,
    /// Other ways to write the same, see [`super::spelling`]: the words, and whether the last is meant as it stands.
    pub or: Vec<(String, bool)>,
}

/// What an operator asks for; values as they were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Only {
    /// Documents of an owner.
    Owner(Term),
    /// A kind of document or record, or of file.
    Type(String),
    /// Mapped to a clause.
    Clause(String),
    /// Dated on this day or later.
    After(Day),
    /// Dated before this day.
    Before(Day),
}

/// The names of the operators; the first is the one that is shown.
const OPERATORS: &[(&str, &[&str])] = &[
    ("owner", &["owner", "verantwortlich"]),
    ("type", &["type", "typ", "art"]),
    ("clause", &["clause", "abschnitt", "klausel"]),
    ("after", &["after", "ab", "nach"]),
    ("before", &["before", "vor"]),
];

/// Names that stand for something elsewhere: whoever types one of them with a value wants something narrowed, and would be told
/// of nothing where it is taken for a word.
const OF_OTHERS: &[&str] = &[
    "author", "autor", "code", "created", "date", "datum", "ext", "file", "filename", "filetype", "from", "in", "is",
    "kind", "modified", "name", "path", "person", "scope", "site", "size", "state", "status", "subject", "system",
    "tag", "title", "titel", "until", "zustand",
];

impl Query {
    /// Understands what was typed.
    ///
    /// # Errors
    /// `invalid_value` where it says nothing that can be looked for, or an operator nothing that it knows.
    pub fn parse(text: &str) -> Result<Self> {
        let mut query = Self { wanted: Vec::new(), unwanted: Vec::new(), narrowed: Vec::new() };
        // What nobody types is not looked through to its end.
        if text.len() > LONGEST {
            return Err(refusals::search_too_many_words(MOST));
        }
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let there = match rest.strip_prefix(['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}']) {
                // Between blanks it is a dash.
                Some(behind) if behind.starts_with(|c: char| !c.is_whitespace()) => {
                    rest = behind;
                    false
                }
                _ => true,
            };
            let operator = operator(rest);
            if let Some(name) = operator.is_none().then(|| of_others(rest)).flatten() {
                let known = OPERATORS.iter().map(|(shown, _)| format!("{shown}:")).collect::<Vec<_>>().join(", ");
                return Err(refusals::search_operator_unknown(name, known));
            }
            if let Some((_, behind)) = operator {
                rest = behind;
            }
            let (value, quoted, behind) = value(rest);
            rest = behind.trim_start();
            if let Some((name, _)) = operator {
                query.narrowed.push((there, only(name, value, quoted)?));
            } else if let Some(term) = Term::of(value, quoted) {
                (if there { &mut query.wanted } else { &mut query.unwanted }).push(term);
            }
        }
        if query.wanted.len() + query.unwanted.len() > MOST {
            return Err(refusals::search_too_many_words(MOST));
        }
        if query.wanted.is_empty() && query.narrowed.iter().all(|(there, _)| !there) {
            let nothing = query.unwanted.is_empty() && query.narrowed.is_empty();
            let refused = if nothing { refusals::search_without_words } else { refusals::search_excludes_only };
            return Err(refused(text.trim().to_owned()));
        }
        Ok(query)
    }
}

impl Term {
    /// The words of a text; nothing where it has none.
    fn of(text: &str, whole: bool) -> Option<Self> {
        let words = words(text).trim().to_owned();
        let or = spelling::others(text, &words, whole);
        (!words.is_empty()).then_some(Self { words, whole, or })
    }

    /// All ways to write it, as they were typed first.
    pub(super) fn ways(&self) -> impl Iterator<Item = (&str, bool)> {
        let others = self.or.iter().map(|(words, whole)| (words.as_str(), *whole));
        std::iter::once((self.words.as_str(), self.whole)).chain(others)
    }

    /// How it may stand in a text of comparable words, see [`words`].
    pub(super) fn keys(&self) -> Vec<String> {
        self.ways().map(|(words, whole)| format!(" {words}{}", if whole { " " } else { "" })).collect()
    }

    /// The same for the index of words.
    pub(super) fn expression(&self) -> String {
        let one = |(words, whole): (&str, bool)| format!("\"{words}\"{}", if whole { "" } else { " *" });
        let all: Vec<String> = self.ways().map(one).collect();
        if all.len() == 1 { all.concat() } else { format!("({})", all.join(" OR ")) }
    }
}

/// The operator that a text begins with, and what stands behind it.
fn operator(text: &str) -> Option<(&'static str, &str)> {
    // No name is longer; the rest of the query is looked at in its turn.
    let end = text.char_indices().map(|(at, _)| at).nth(20).unwrap_or(text.len());
    let (name, _) = text[..end].split_once([':', '\u{ff1a}'])?;
    let colon = text[name.len()..].chars().next().map_or(0, char::len_utf8);
    let behind = &text[name.len() + colon..];
    let name = name.to_lowercase();
    let (shown, _) = OPERATORS.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    Some((shown, behind))
}

/// The name that a text begins with where it is an operator elsewhere and a value follows at once.
fn of_others(text: &str) -> Option<String> {
    let (name, value) = text.split_once([':', '\u{ff1a}'])?;
    let fits = name.len() <= 20 && value.starts_with(|c: char| c.is_alphanumeric() || "\"“„«".contains(c));
    let name = name.to_lowercase();
    (fits && OF_OTHERS.contains(&name.as_str())).then_some(name)
}

/// What stands before the next blank, or between quotes of any kind; and what follows. A quote that is not closed reaches
/// to the end and is still being typed, so that its last word may be the beginning of one.
fn value(text: &str) -> (&str, bool, &str) {
    const QUOTES: [char; 7] = ['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}', '\u{ff02}'];
    if let Some(inside) = text.strip_prefix(QUOTES) {
        return match inside.find(QUOTES) {
            Some(end) => {
                let closing = inside[end..].chars().next().map_or(0, char::len_utf8);
                (&inside[..end], true, &inside[end + closing..])
            }
            None => (inside, false, ""),
        };
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (&text[..end], false, &text[end..])
}

fn only(operator: &'static str, value: &str, quoted: bool) -> Result<Only> {
    let Some(term) = Term::of(value, quoted) else { return Err(refusals::search_value_missing(operator)) };
    let day = || first_day(value).ok_or_else(|| refusals::search_day_unreadable(operator, value));
    Ok(match operator {
        "owner" => Only::Owner(term),
        "type" => Only::Type(value.to_owned()),
        "clause" => Only::Clause(value.to_owned()),
        "after" => Only::After(day()?),
        _ => Only::Before(day()?),
    })
}

/// The first day of what is named: `2026`, `2026-03`, `2026-03-09`, `9.3.2026`.
fn first_day(text: &str) -> Option<Day> {
    let german: Vec<&str> = text.split('.').collect();
    if let [day, month, year] = german.as_slice() {
        return Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    }
    let mut parts = text.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut next = || parts.next().map_or(Some(1), |part| part.parse().ok());
    let (month, day) = (next()?, next()?);
    if parts.next().is_some() { None } else { Day::new(year, month, day) }
}
