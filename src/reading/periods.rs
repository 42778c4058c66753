//! The period that a name or a text speaks of: a month, a quarter or a year.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::clauses::standard_in;
use super::days::{alone, only, without_days};
use crate::day::Day;
use crate::words::{month, month_in_full};

macro_rules! pattern {
    ($name:ident, $text:literal) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($text).ok());
    };
}

pattern!(YEAR_MONTH, r"(?P<y>\d{4})[-_/.](?P<m>\d{2})");
pattern!(MONTH_YEAR, r"(?P<m>\d{1,2})[/.](?P<y>\d{4})");
pattern!(WORD_YEAR, r"(?P<w>\p{L}{3,})\.?[\s_-]+(?P<y>\d{4})");
pattern!(YEAR_WORD, r"(?P<y>\d{4})[\s_-]+(?P<w>\p{L}{3,})");
pattern!(
    QUARTER_YEAR,
    r"(?i)(?:Q(?P<q>[1-4])|(?P<o>[1-4])\.[\s_]*Quartal|quarter[\s_]+(?P<n>[1-4]))[\s_/-]*(?P<y>\d{4})"
);
pattern!(YEAR_QUARTER, r"(?i)(?P<y>\d{4})[\s_/-]*(?:Q(?P<q>[1-4])|(?P<o>[1-4])\.[\s_]*Quartal)");
pattern!(YEAR, r"(?P<y>(?:19|20)\d{2})");

/// First and last day of a period.
pub type Period = (Day, Day);

/// The one period that a name speaks of: of a month, a quarter and a year the narrowest. Nothing where there are several,
/// or where the narrower lies outside of the wider.
pub fn period_in_name(name: &str) -> Option<Period> {
    let name = without_days(&without_days(name).replace('_', " "));
    let (months, quarters) = (months(&name), quarters(&name));
    let narrow: BTreeSet<Period> = months.iter().chain(&quarters).copied().collect();
    if narrow.is_empty() {
        return only(&years(&name));
    }
    narrowest(&months, &quarters)
}

/// The one month or quarter that a text speaks of; a year alone stands in texts for too much.
pub fn period_in_text(text: &str) -> Option<Period> {
    let text = without_days(text);
    narrowest(&months(&text), &quarters(&text))
}

fn narrowest(months: &BTreeSet<Period>, quarters: &BTreeSet<Period>) -> Option<Period> {
    match (months.len(), quarters.len()) {
        (1, 0) => only(months),
        (0, 1) => only(quarters),
        (1, 1) => {
            let (month, quarter) = (only(months)?, only(quarters)?);
            Some(month).filter(|month| quarter.0 <= month.0 && month.1 <= quarter.1)
        }
        _ => None,
    }
}

fn found(
    text: &str,
    regex: &'static LazyLock<Option<Regex>>,
    read: impl Fn(&Captures<'_>) -> Option<Period>,
) -> Vec<Period> {
    let whole = |c: &Captures<'_>| c.get(0).is_some_and(|m| alone(text, m.start(), m.end()));
    regex.iter().flat_map(|regex| regex.captures_iter(text)).filter(|c| whole(c)).filter_map(|c| read(&c)).collect()
}

fn number(found: &Captures<'_>, name: &str) -> Option<u32> {
    found.name(name)?.as_str().parse().ok()
}

fn months(text: &str) -> BTreeSet<Period> {
    let of = |year: Option<u32>, month: Option<u32>| {
        let year = year.filter(|year| (1900..2100).contains(year))?;
        let first = Day::new(i32::try_from(year).ok()?, month?, 1)?;
        Some((first, first.month_end()))
    };
    let word = |c: &Captures<'_>| {
        let word = c.name("w")?;
        // "January to March 2026" is no single month.
        let before = text[..word.start()].split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let ranges = before.rev().take(2).any(|w| month_in_full(w).is_some());
        month(word.as_str()).filter(|_| !ranges)
    };
    let mut out: BTreeSet<Period> = BTreeSet::new();
    out.extend(found(text, &YEAR_MONTH, |c| of(number(c, "y"), number(c, "m"))));
    out.extend(found(text, &MONTH_YEAR, |c| of(number(c, "y"), number(c, "m"))));
    let words = found(text, &WORD_YEAR, |c| of(number(c, "y"), word(c)));
    // The word behind a year belongs to it only where none before it does.
    if words.is_empty() {
        out.extend(found(text, &YEAR_WORD, |c| of(number(c, "y"), word(c))));
    }
    out.extend(words);
    out
}

fn quarters(text: &str) -> BTreeSet<Period> {
    let read = |c: &Captures<'_>| {
        let quarter = ["q", "o", "n"].iter().find_map(|name| number(c, name))?;
        let year = number(c, "y").filter(|year| (1900..2100).contains(year))?;
        let first = Day::new(i32::try_from(year).ok()?, quarter * 3 - 2, 1)?;
        Some((first, first.plus_months(2).month_end()))
    };
    let before = found(text, &QUARTER_YEAR, read);
    let behind = if before.is_empty() { found(text, &YEAR_QUARTER, read) } else { Vec::new() };
    before.into_iter().chain(behind).collect()
}

fn years(text: &str) -> BTreeSet<Period> {
    let read = |c: &Captures<'_>| {
        let year = c.name("y")?;
        // The year of an edition says when the standard was written.
        let before = text[..year.start()].trim_end_matches([' ', ':']);
        let edition = before.rsplit(' ').next().is_some_and(|word| standard_in(word).is_some());
        // A month of it that was not taken for the period does not make the whole year one.
        let named = before.rsplit([' ', '-']).next().is_some_and(|word| month_in_full(word).is_some());
        let number = i32::try_from(number(c, "y")?).ok().filter(|_| !edition && !named)?;
        Some((Day::new(number, 1, 1)?, Day::new(number, 12, 31)?))
    };
    found(text, &YEAR, read).into_iter().collect()
}
