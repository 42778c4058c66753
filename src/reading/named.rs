//! Clauses that a running text names, with the place. A clause is one where its standard is named with it, before it or
//! behind it, for one number or a list of them; or where the whole text names one standard only and calls the number a clause
//! or a control. A standard that is none of ours claims its numbers just the same. A standard's number alone is no clause, and
//! neither is the number of a section, a date, a version, or of what another text calls its clauses.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::bodies::{Standard, only_standard, pattern, standards};
use super::claims::Claims;
use super::counted::{Number, list_from, numbers, without_word};
use super::ranges::{joins, up_to};
use crate::filed::NamedClause;
use crate::words::is_control_word;

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
static HEADING: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}[^\n]{2,70}$"));

/// A clause of a standard where a text names it.
struct Found<'a> {
    start: usize,
    standard: &'a Standard,
    clause: String,
    /// Called a control, of which the numbers are those of Annex A.
    control: bool,
}

/// The clauses that a text names together with their standards, each once, at its first place.
pub fn clauses_named(text: &str) -> Vec<NamedClause> {
    let text = text.char_indices().nth(REACH).map_or(text, |(end, _)| &text[..end]);
    let (standards, numbers) = (standards(text), numbers(text));
    let mut found: Vec<Found<'_>> = Vec::new();
    // Those of another standard are taken as well, and lead to nothing.
    let ours = |s: &usize| standards[*s].name.is_some();
    let called = |number: &Number| !number.annex && number.word.as_deref().is_some_and(is_control_word);
    let mut taken = BTreeSet::new();
    let mut claims = Claims::of(text, &standards, &numbers);
    for (at, first) in numbers.iter().enumerate() {
        if taken.contains(&at) {
            continue;
        }
        let list = list_from(text, &numbers, at);
        let Some(named) = claims.claim(list.clone()) else { continue };
        for n in list {
            taken.insert(n);
            let (number, before) = (&numbers[n], n.checked_sub(1).filter(|b| taken.contains(b)).map(|b| &numbers[b]));
            // A number of a list without a word of its own is what the first of them is called.
            let control = called(if number.word.is_none() && !number.annex { first } else { number });
            let from = before.filter(|b| joins(without_word(&text[b.end..number.start], number)));
            let clauses = from.and_then(|from| up_to(&from.clause(), &number.clause()));
            for clause in clauses.unwrap_or_else(|| vec![number.clause()]) {
                let of =
                    |s: usize| Found { start: number.start, standard: &standards[s], clause: clause.clone(), control };
                found.extend(named.clone().filter(ours).map(of));
            }
        }
    }
    if let Some(only) = only_standard(&standards) {
        let of_itself = |number: &Number| speaks_for_itself(number, only) && !of_another(&text[number.end..]);
        let alone = numbers.iter().enumerate().filter(|(n, number)| !taken.contains(n) && of_itself(number));
        found.extend(alone.map(|(_, number)| Found {
            start: number.start,
            standard: only,
            clause: number.clause(),
            control: called(number),
        }));
    }
    found.sort_by_key(|one| one.start);
    let places = Places::of(text);
    let mut out: Vec<NamedClause> = Vec::new();
    for Found { start, standard, clause, control } in found {
        let Some(name) = standard.name else { continue };
        let same = |c: &NamedClause| (c.standard.as_str(), &c.edition, &c.clause) == (name, &standard.year, &clause);
        if out.len() < MOST && !out.iter().any(same) {
            let (page, line, heading) = places.at(start);
            let (standard, edition) = (name.to_owned(), standard.year.clone());
            out.push(NamedClause { standard, edition, clause, control, page, line, heading });
        }
    }
    out
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
