//! Clauses that a running text names, with the place. A clause is one where its standard is named with it, before it or
//! behind it, for one number or a list of them; or where the whole text names one standard only and calls the number a clause
//! or a control. A standard that is none of ours claims its numbers just the same. A standard's number alone is no clause, and
//! neither is the number of a section, a date, a version, or of what another text calls its clauses.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::bodies::{Standard, only_standard, pattern, standards};
use super::ranges::{joins, up_to};
use crate::filed::NamedClause;
use crate::words::{is_clause_word, is_control_word};

/// So much of a text is read; what stands behind a hundred pages names nothing new.
const REACH: usize = 400_000;
/// So many different clauses are kept of a file: a text that names more is a list of clauses, not evidence for each.
const MOST: usize = 60;

/// What stands between a number and the text that it is a clause of, where that is not a standard.
static OF_ANOTHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:of|der|des|von|du|de|del|della|av|af)\b\s*(?:the|this|that|our|your|their|la|le|les|los|las|el)?\b\s*(?P<what>\p{L}*)",
    )
});
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?P<annex>A\.?\s?)?(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2})"));
/// What joins two standards, or two numbers.
static JOIN: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)^[\s,;/&+]*(?:(?:and|or|und|oder|sowie|et|ou|og|eller|och)\b[\s,;/&+]*)?$"));
/// What joins a number to the standard behind it.
static OF: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s,()]*(?:(?:of|in|from|to|der|des|von|aus|nach|de|del|du|i|av|til)\b[\s]*)(?:(?:the|la|le|el|standard|norm|norme|norma|din|bs|ns|en|nf|une)\b[\s-]*|l['’]\s*)*$|^ (?:(?:din|bs|ns|en|nf|une)\b[\s-]*)*$",
    )
});
/// What stands between a number and the standard in brackets behind it.
static BRACKET: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\s*[(\[]\s*(?:(?:of|der|des|in|see|the|din|bs|ns|en)\b[\s-]*)*$"));
/// The letter of a list below a clause.
static LETTER: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^\s?\(?[a-z]\)"));
static HEADING: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}[^\n]{2,70}$"));

/// A number that may be that of a clause.
struct Number {
    start: usize,
    end: usize,
    text: String,
    annex: bool,
    /// The word before it that calls it a clause or a control.
    word: Option<String>,
}

impl Number {
    /// As a clause is written: `A.5.24`.
    fn clause(&self) -> String {
        if self.annex { format!("A.{}", self.text) } else { self.text.clone() }
    }
}

/// The clauses that a text names together with their standards, each once, at its first place.
pub fn clauses_named(text: &str) -> Vec<NamedClause> {
    let text = text.char_indices().nth(REACH).map_or(text, |(end, _)| &text[..end]);
    let (standards, numbers) = (standards(text), numbers(text));
    let mut found: Vec<(usize, &Standard, &Number, String)> = Vec::new();
    // Those of another standard are taken as well, and lead to nothing.
    let ours = |s: &usize| standards[*s].name.is_some();
    let mut taken = BTreeSet::new();
    for (at, first) in numbers.iter().enumerate() {
        if taken.contains(&at) {
            continue;
        }
        let list = list_from(text, &numbers, at);
        let named = before(text, &standards, first).or_else(|| behind(text, &standards, &numbers[list.end - 1], first));
        let Some(named) = named else { continue };
        for n in list {
            taken.insert(n);
            let (number, before) = (&numbers[n], n.checked_sub(1).filter(|b| taken.contains(b)).map(|b| &numbers[b]));
            let from = before.filter(|b| joins(without_word(&text[b.end..number.start], number)));
            let clauses = from.and_then(|from| up_to(&from.clause(), &number.clause()));
            for clause in clauses.unwrap_or_else(|| vec![number.clause()]) {
                let named = named.clone().filter(ours);
                found.extend(named.map(|s| (number.start, &standards[s], number, clause.clone())));
            }
        }
    }
    if let Some(only) = only_standard(&standards) {
        let of_itself = |number: &Number| speaks_for_itself(number, only) && !of_another(&text[number.end..]);
        let alone = numbers.iter().enumerate().filter(|(n, number)| !taken.contains(n) && of_itself(number));
        found.extend(alone.map(|(_, number)| (number.start, only, number, number.clause())));
    }
    found.sort_by_key(|(start, ..)| *start);
    let places = Places::of(text);
    let mut out: Vec<NamedClause> = Vec::new();
    for (start, standard, number, clause) in found {
        let Some(name) = standard.name else { continue };
        let same = |c: &NamedClause| (c.standard.as_str(), &c.edition, &c.clause) == (name, &standard.year, &clause);
        if out.len() < MOST && !out.iter().any(same) {
            let (page, line, heading) = places.at(start);
            let control = !number.annex && number.word.as_deref().is_some_and(is_control_word);
            let (standard, edition) = (name.to_owned(), standard.year.clone());
            out.push(NamedClause { standard, edition, clause, control, page, line, heading });
        }
    }
    out
}

fn numbers(text: &str) -> Vec<Number> {
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
fn list_from(text: &str, numbers: &[Number], first: usize) -> std::ops::Range<usize> {
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
fn without_word<'a>(between: &'a str, number: &Number) -> &'a str {
    let word = number.word.as_deref().and_then(|word| between.to_lowercase().rfind(word));
    word.and_then(|at| between.get(..at)).unwrap_or(between)
}

/// The standards named right before a number; several where they are named together.
fn before(text: &str, standards: &[Standard], number: &Number) -> Option<std::ops::Range<usize>> {
    let last = standards.iter().rposition(|s| s.end <= number.start)?;
    let between = text.get(standards[last].end..number.start)?;
    if between.chars().count() > 32 || between.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let words = |c: char| !c.is_alphabetic();
    let known = between.split(words).filter(|w| !w.is_empty()).all(|word| {
        let word = word.to_lowercase();
        is_clause_word(&word)
            || ["annex", "anhang", "annexe", "vedlegg", "a", "the", "no", "nr"].contains(&word.as_str())
    });
    // The end of a sentence or a paragraph parts them, unless the number is called a clause.
    let parted = number.word.is_none() && (between.contains('\n') || between.contains(". ") || between.contains('\t'));
    if !known || parted || between.contains("\n\n") {
        return None;
    }
    // A bare number that is no standard by its name says so only with the clause right behind it.
    if !standards[last].sure && !["", " ", "/", ": ", " / "].contains(&between) && number.word.is_none() {
        return None;
    }
    Some(chain(text, standards, last))
}

/// The standard named right behind a number: `clause 9.2 of ISO 9001`.
fn behind(text: &str, standards: &[Standard], last: &Number, first: &Number) -> Option<std::ops::Range<usize>> {
    let next = standards.iter().position(|s| s.start >= last.end)?;
    let between = text.get(last.end..standards[next].start)?;
    // In brackets right behind it, and nothing else in them: `see 8.5.1 (ISO/IEC 20000-1)`. Two numbers may be a version.
    let closed = text[standards[next].end..].trim_start().starts_with([')', ']']);
    let clear = first.word.is_some() || first.annex || first.text.matches('.').count() > 1 || pointed_at(text, first);
    if closed && clear && standards[next].sure && BRACKET.as_ref().is_some_and(|bracket| bracket.is_match(between)) {
        return Some(next..next + 1);
    }
    if first.word.is_none() && !first.annex && !(first.text.contains('.') && pointed_at(text, first)) {
        return None;
    }
    (between.len() <= 28 && OF.as_ref().is_some_and(|of| of.is_match(between))).then_some(next..next + 1)
}

/// Whether the word before a number points at it: `see 8.5`.
fn pointed_at(text: &str, number: &Number) -> bool {
    let before = text[..number.start].trim_end_matches(|c: char| c.is_whitespace() || "(.,:".contains(c));
    let start =
        before.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(before.len(), |(i, _)| i);
    ["see", "cf", "under", "per", "from", "siehe", "vgl", "nach", "gemäß", "aus", "laut", "voir", "selon", "se", "jf"]
        .contains(&before[start..].to_lowercase().as_str())
}

/// The standards that are named together with the last one.
fn chain(text: &str, standards: &[Standard], last: usize) -> std::ops::Range<usize> {
    let mut first = last;
    while first > 0
        && JOIN.as_ref().is_some_and(|join| join.is_match(&text[standards[first - 1].end..standards[first].start]))
    {
        first -= 1;
    }
    first..last + 1
}

/// Whether the text behind a number says of what it is a clause, and that is no standard: `of our contract`.
fn of_another(behind: &str) -> bool {
    let what =
        OF_ANOTHER.as_ref().and_then(|of| of.captures(behind)?.name("what").map(|what| what.as_str().to_lowercase()));
    what.is_some_and(|what| {
        !what.is_empty() && !["standard", "norm", "norme", "norma", "iso", "din"].contains(&what.as_str())
    })
}

/// Whether a number is called what only a standard has: a clause, a control of Annex A.
fn speaks_for_itself(number: &Number, standard: &Standard) -> bool {
    let called = number.word.as_deref();
    let clause = called.is_some_and(|word| word.starts_with("clause") || word.starts_with("klausel"));
    let control = standard.name == Some("27001")
        && (number.annex && number.text.contains('.') && (number.text.matches('.').count() == 2 || called.is_some()));
    (clause && !number.annex && number.text.contains('.')) || control
}

/// Pages, lines and headings of a text by their beginnings.
struct Places<'a> {
    text: &'a str,
    pages: Vec<usize>,
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    fn of(text: &'a str) -> Self {
        let starts = |of: char| text.match_indices(of).map(|(at, _)| at + 1).collect();
        Self { text, pages: starts('\x0c'), lines: starts('\n') }
    }

    /// The page, where there are pages, the line on it or of the text, and the numbered heading above.
    fn at(&self, start: usize) -> (Option<u32>, u32, Option<String>) {
        let page = self.pages.partition_point(|p| *p <= start);
        let page_start = page.checked_sub(1).map_or(0, |p| self.pages[p]);
        let lines = self.lines.partition_point(|l| *l <= start);
        let above = self.lines.partition_point(|l| *l <= page_start);
        let page = (!self.pages.is_empty()).then(|| page as u32 + 1);
        let line = |l: usize| {
            let from = if l == 0 { 0 } else { self.lines[l - 1] };
            self.text[from..].lines().next().unwrap_or_default()
        };
        let heading = (0..=lines).rev().take(200).map(line).find(|l| HEADING.as_ref().is_some_and(|h| h.is_match(l)));
        let heading = heading.filter(|h| !h.trim_end().ends_with(['.', ',', ';', ':'])).map(|h| h.trim().to_owned());
        (page, (lines - above + 1) as u32, heading)
    }
}
