//! Several controls in one cell: `A.5.9 to A.5.11`, `A.5.14-A.5.16`, `A.5.17; A.5.18`. All of them are meant, never the first
//! alone.

use std::sync::LazyLock;

use regex::Regex;

use super::edition::{Around, Counterpart, Target, between, carried, held_of, target};
use super::number::{Number, number};
use crate::reading::joins;
use crate::standards::{ClauseRef, EditionId};

/// Numbers with what stands between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Several {
    /// Single numbers, and the two ends of ranges.
    pub(super) parts: Vec<(Number, Option<Number>)>,
    /// What stands behind them.
    pub(super) rest: String,
}

/// What several numbers mean.
pub(super) struct Meant {
    /// The controls in the list's edition.
    pub(super) listed: Vec<ClauseRef>,
    /// What they are in the edition that is held.
    pub(super) on: Vec<ClauseRef>,
    /// Whether each of them is a control, and one there.
    pub(super) sure: bool,
}

impl Several {
    /// The controls that are meant.
    pub(super) fn meant(&self, around: &Around<'_>, held: &EditionId) -> Meant {
        let control = |number: &Number| match target(number, &[], around) {
            Target::Control(reference, _) => Some(reference),
            _ => None,
        };
        let mut meant = Meant { listed: Vec::new(), on: Vec::new(), sure: true };
        for (from, to) in &self.parts {
            let (from, to) = (control(from), to.as_ref().map(control));
            let part = match (&from, &to) {
                (Some(one), None) => vec![one.clone()],
                (Some(from), Some(Some(to))) => between(from, to),
                _ => Vec::new(),
            };
            meant.sure &= !part.is_empty();
            let ends = from.into_iter().chain(to.flatten()).collect();
            meant.listed.extend(if part.is_empty() { ends } else { part });
        }
        for reference in &meant.listed {
            meant.sure &= matches!(carried(reference, held), Counterpart::Same | Counterpart::One(_));
            for one in held_of(reference, held) {
                if !meant.on.contains(&one) {
                    meant.on.push(one);
                }
            }
        }
        meant
    }

    /// Each number that is meant, as a control.
    pub(super) fn each(&self, at: impl Fn(&Number) -> ClauseRef) -> Vec<ClauseRef> {
        let part = |(from, to): &(Number, Option<Number>)| match to {
            Some(to) => between(&at(from), &at(to)),
            None => vec![at(from)],
        };
        self.parts.iter().flat_map(part).collect()
    }
}

static FURTHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?P<join>\s*(?:[,;/&+|‐‑–—…-]|\.{3}|\s(?:and|und|et|y|e|sowie|to|through|thru|till|until|bis|à|til|a|al|au)\s)\s*|\s+)",
        r"(?:(?:annex|anhang|annexe|anexo|control|ctrl)\.?\s*)?",
        r"(?P<number>(?P<annex>a\s?[.-]?\s?)?\d{1,2}(?P<dotted>(?:\.\d{1,2}){0,3}))",
    ))
    .ok()
});

/// The numbers of a cell that holds several of them; none where it holds one or none.
pub(super) fn several(cell: &str) -> Option<Several> {
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let (first, mut rest) = first(&cell)?;
    let mut parts: Vec<(Number, Option<Number>)> = vec![(first, None)];
    while let Some(found) = FURTHER.as_ref()?.captures(rest) {
        let (join, written) = (found.name("join")?.as_str(), found.name("number")?.as_str());
        let behind = &rest[found.get(0)?.end()..];
        let (last, ends) = parts.last_mut()?;
        let range = (joins(join) || ["a", "al", "au"].contains(&join.trim())) && ends.is_none();
        let annex = found.name("annex").is_some();
        let dotted = found.name("dotted").is_some_and(|dotted| !dotted.is_empty());
        let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || c == '%')
            || behind.starts_with('.') && behind[1..].starts_with(|c: char| c.is_ascii_digit());
        // Behind a lone space stands a title, unless the letter of the annex says otherwise; a number without its group ends
        // a range and nothing else.
        let bare_end = range && !dotted && !annex && !behind.trim_start().starts_with(char::is_alphabetic);
        if goes_on || !(bare_end || dotted && (annex || !join.trim().is_empty())) {
            break;
        }
        let mut next = number(written).filter(|next| next.rest.is_empty())?;
        if bare_end {
            let mut whole = last.parts.clone();
            whole.pop();
            whole.extend(&next.parts);
            next.parts = whole;
        }
        next.annex |= last.annex;
        next.decimal = false;
        if range {
            *ends = Some(next);
        } else {
            parts.push((next, None));
        }
        rest = behind;
    }
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || [')', ']', ':', '-', '–', '—', '"', '.'].contains(&c));
    let one = parts.len() == 1 && parts.first().is_none_or(|(_, end)| end.is_none());
    (!one).then(|| Several { parts, rest: rest.to_owned() })
}

/// The first number, and what stands behind it.
fn first(cell: &str) -> Option<(Number, &str)> {
    static FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let before = r"(?i)^[\[(\x22§ ]*(?:[\p{L}/ ]{0,24}?2700[12](?:\s?[:-]\s?(?:19|20)\d\d)?[\s:,–-]*)?";
        let word = r"(?:(?:annex|anhang|annexe|anexo|controls?|ctrl)\.?\s*)?";
        Regex::new(&format!(r"{before}{word}(?:a\s?[.-]?\s?)?\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}")).ok()
    });
    let found = FIRST.as_ref()?.find(cell)?;
    let mut first = number(found.as_str())?;
    first.decimal = false;
    Some((first, &cell[found.end()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_ranges_are_told_from_a_number_with_its_title() {
        let read = |cell: &str| {
            let found = several(cell)?;
            let one = |(from, to): &(Number, Option<Number>)| match to {
                Some(to) => format!("{}..{}", from.control(), to.control()),
                None => from.control(),
            };
            Some(found.parts.iter().map(one).collect::<Vec<_>>().join(" "))
        };
        for (cell, meant) in [
            ("A.5.9 to A.5.11", "A.5.9..A.5.11"),
            ("A.5.14-A.5.16", "A.5.14..A.5.16"),
            ("A.5.14-16", "A.5.14..A.5.16"),
            ("5.14 – 5.16", "A.5.14..A.5.16"),
            ("A.5.17; A.5.18", "A.5.17 A.5.18"),
            ("A.5.12, A.5.13", "A.5.12 A.5.13"),
            ("A.5.12,A.5.13", "A.5.12 A.5.13"),
            ("A.5.12\nA.5.13", "A.5.12 A.5.13"),
            ("5.1,5.2", "A.5.1 A.5.2"),
            ("A.5.1 und A.5.2", "A.5.1 A.5.2"),
            ("ISO 27001 A.5.1 bis A.5.3, A.6.1", "A.5.1..A.5.3 A.6.1"),
            ("A.9.2.4/A.9.4.3", "A.9.2.4 A.9.4.3"),
        ] {
            assert_eq!(read(cell).as_deref(), Some(meant), "{cell}");
        }
        for cell in
            ["A.5.1", "5,10", "A.5.1 Policies", "A.5.1 - 2 Faktoren", "5.1 5 Gründe", "A.5.1: Policies, 2022", ""]
        {
            assert_eq!(read(cell), None, "{cell}");
        }
        assert_eq!(several("A.5.1-A.5.3 Policies").unwrap().rest, "Policies");
    }
}
