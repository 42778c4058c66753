//! Which standard a number in a running text is a clause of: the one named right before it (`ISO 9001, 8.4`), or the one right
//! behind it (`clause 8.4 of ISO 9001`). In `clause 10.2 of ISO 9001, clause 10.1 of ISO/IEC 27001` the second number stands
//! between two: what says *of* decides, and a standard that an earlier number claimed from its front is not that of the next.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::bodies::{Standard, pattern};
use super::counted::{JOIN, Number};
use crate::words::is_clause_word;

/// What joins a number to the standard behind it, with a word that says so.
static OF: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s,()]*(?:(?:of|in|from|to|der|des|von|aus|nach|de|del|du|i|av|til)\b[\s]*)(?:(?:the|la|le|el|standard|norm|norme|norma|din|bs|ns|en|nf|une)\b[\s-]*|l['’]\s*)*$",
    )
});
/// The same without one.
static NEXT_TO: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"(?i)^ (?:(?:din|bs|ns|en|nf|une)\b[\s-]*)*$"));
/// What stands between a number and the standard in brackets behind it.
static BRACKET: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\s*[(\[]\s*(?:(?:of|der|des|in|see|the|din|bs|ns|en)\b[\s-]*)*$"));
/// Words behind which a number is pointed at: `see 8.5`, `as required by 9.2`.
const POINTING: [&str; 31] = [
    "see", "cf", "under", "per", "from", "by", "with", "in", "to", "and", "or", "siehe", "vgl", "nach", "gemäß", "aus",
    "laut", "und", "oder", "mit", "von", "zu", "zur", "voir", "selon", "et", "ou", "se", "jf", "og", "och",
];

/// The standards of a text, and which number claimed which from its front.
pub(super) struct Claims<'a> {
    text: &'a str,
    standards: &'a [Standard],
    numbers: &'a [Number],
    claimed: HashMap<usize, usize>,
}

/// The standards named behind a number.
struct Behind {
    standards: Range<usize>,
    /// A word says that the number is theirs.
    of: bool,
}

impl<'a> Claims<'a> {
    pub(super) fn of(text: &'a str, standards: &'a [Standard], numbers: &'a [Number]) -> Self {
        Self { text, standards, numbers, claimed: HashMap::new() }
    }

    /// The standards of which the numbers of a list are clauses; several where they are named together.
    pub(super) fn claim(&mut self, list: Range<usize>) -> Option<Range<usize>> {
        let before = self.before(&self.numbers[list.start]);
        let behind = self.behind(&list);
        let behind = match (&before, behind) {
            (Some(before), Some(behind)) if behind.of || self.claimed.contains_key(&(before.end - 1)) => behind,
            (None, Some(behind)) => behind,
            _ => return before,
        };
        let together = self.together(behind.standards);
        self.claimed.extend(together.clone().map(|standard| (standard, list.start)));
        Some(together)
    }

    /// The standards named right before a number.
    fn before(&self, number: &Number) -> Option<Range<usize>> {
        let last = self.standards.iter().rposition(|s| s.end <= number.start)?;
        let between = self.text.get(self.standards[last].end..number.start)?;
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
        let parted =
            number.word.is_none() && (between.contains('\n') || between.contains(". ") || between.contains('\t'));
        if !known || parted || between.contains("\n\n") {
            return None;
        }
        // A bare number that is no standard by its name says so only with the clause right behind it.
        let right_behind = ["", " ", "/", ": ", " / "].contains(&between);
        if !self.standards[last].sure && !right_behind && number.word.is_none() {
            return None;
        }
        let mut first = last;
        while first > 0 && self.joined(first - 1) && self.claimed.get(&(first - 1)) == self.claimed.get(&last) {
            first -= 1;
        }
        Some(first..last + 1)
    }

    /// The standard named right behind a list: `clause 9.2 of ISO 9001`.
    fn behind(&self, list: &Range<usize>) -> Option<Behind> {
        let (first, last) = (&self.numbers[list.start], &self.numbers[list.end - 1]);
        let next = self.standards.iter().position(|s| s.start >= last.end)?;
        let standard = &self.standards[next];
        let between = self.text.get(last.end..standard.start)?;
        let matches = |pattern: &LazyLock<Option<Regex>>| pattern.as_ref().is_some_and(|p| p.is_match(between));
        let named = |of| Some(Behind { standards: next..next + 1, of });
        // In brackets right behind it, and nothing else in them: `see 8.5.1 (ISO/IEC 20000-1)`. Two numbers may be a version.
        let closed = self.text[standard.end..].trim_start().starts_with([')', ']']);
        let pointed = self.pointed_at(first);
        let clear = first.word.is_some() || first.annex || first.text.matches('.').count() > 1 || pointed;
        if closed && clear && standard.sure && matches(&BRACKET) {
            return named(true);
        }
        if between.len() > 28 || (first.word.is_none() && !first.annex && !(first.text.contains('.') && pointed)) {
            return None;
        }
        if matches(&OF) {
            named(true)
        } else if matches(&NEXT_TO) {
            named(false)
        } else {
            None
        }
    }

    /// Those named behind a number and what is named together with them, as far as that has no number of its own. A comma alone
    /// may begin something else: the last one is joined by a word or a sign. What is beside another's clause says nothing of ours.
    fn together(&self, named: Range<usize>) -> Range<usize> {
        let (mut end, mut next) = (named.end, named.end);
        let ours = |standard: usize| self.standards[standard].name.is_some();
        while next < self.standards.len()
            && ours(next - 1)
            && ours(next)
            && self.joined(next - 1)
            && !self.has_its_own(next)
        {
            let between = self.between(next - 1);
            if between.contains(';') {
                break;
            }
            next += 1;
            if between.contains(|c: char| c.is_alphabetic() || "/&+".contains(c)) {
                end = next;
            }
        }
        named.start..end
    }

    fn has_its_own(&self, standard: usize) -> bool {
        let next = self.numbers.iter().position(|number| number.start >= self.standards[standard].end);
        next.is_some_and(|n| {
            let theirs = self.before(&self.numbers[n]).is_some_and(|before| before.end - 1 == standard);
            theirs && !self.behind(&(n..n + 1)).is_some_and(|behind| behind.of)
        })
    }

    /// Whether a standard is named together with the next one.
    fn joined(&self, standard: usize) -> bool {
        JOIN.as_ref().is_some_and(|join| join.is_match(self.between(standard)))
    }

    fn between(&self, standard: usize) -> &str {
        &self.text[self.standards[standard].end..self.standards[standard + 1].start]
    }

    /// Whether the word before a number points at it.
    fn pointed_at(&self, number: &Number) -> bool {
        let before = self.text[..number.start].trim_end_matches(|c: char| c.is_whitespace() || "(.,:".contains(c));
        let letters = before.char_indices().rev().take_while(|(_, c)| c.is_alphabetic());
        let start = letters.last().map_or(before.len(), |(i, _)| i);
        POINTING.contains(&before[start..].to_lowercase().as_str())
    }
}
