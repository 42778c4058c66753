//! Days in running text and in names, and the day that a file itself calls its date.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::dates::due;
use crate::day::{Day, Due};
use crate::words::{Header, header_in_full};

/// What may be a whole day, the longest form first; [`due`] says whether it is one.
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\d{4}-\d{1,2}-\d{1,2}|\d{4}_\d{1,2}_\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日",
        r"|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{2}\.\d{2}\.\d{2}|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})",
        r"|\d{1,2}\.?\s+\p{L}{3,}\.?,?\s+\d{4}|\p{L}{3,}\.?\s+\d{1,2},?\s+\d{4}",
    ))
    .ok()
});
/// As cameras and scanners write it. Only in names: in a text eight digits are more often something else.
static COMPACT: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"((?:19|20)\d{2})(\d{2})(\d{2})").ok());
/// Labels stand at the beginning; behind this many characters nothing is taken for one.
const REACH: usize = 3000;

/// Whether this part stands for itself: it goes on neither as a word nor as a longer number.
pub(super) fn alone(text: &str, from: usize, to: usize) -> bool {
    let (mut before, mut behind) = (text[..from].chars().rev(), text[to..].chars());
    let joined = |c: Option<char>, next: Option<char>| match c {
        Some('-' | '.' | '/' | ':') => next.is_some_and(|c| c.is_ascii_digit()),
        other => other.is_some_and(char::is_alphanumeric),
    };
    // Behind the last letter of 日 the text goes on without a blank.
    let east = text[from..to].ends_with('日');
    !joined(before.next(), before.next()) && (east || !joined(behind.next(), behind.next()))
}

/// Where whole dates stand, and what each means; nothing where it is no date after all.
fn dates(text: &str) -> Vec<(std::ops::Range<usize>, Option<Due>)> {
    let found = DATE.iter().flat_map(|date| date.find_iter(text));
    found
        .filter(|m| alone(text, m.start(), m.end()))
        .map(|m| {
            let year_first = m.as_str().chars().take(4).all(|c| c.is_ascii_digit());
            let written = if year_first { m.as_str().replace(['_', '.'], "-") } else { m.as_str().to_owned() };
            (m.range(), due(&written))
        })
        .collect()
}

/// The days that a text names, each once. A date with two readings counts as both, so that it never stands alone.
pub fn days_in(text: &str) -> BTreeSet<Day> {
    let mut days = BTreeSet::new();
    for (_, found) in dates(text) {
        match found {
            Some(Due::Day { day }) => days.extend([day]),
            Some(Due::Ambiguous { day_first, month_first }) => days.extend([day_first, month_first]),
            Some(Due::Month { .. }) | None => {}
        }
    }
    days
}

/// The days that a name names, where words may be joined by `_` and digits stand close.
pub fn days_in_name(name: &str) -> BTreeSet<Day> {
    let mut days = days_in(name);
    days.extend(days_in(&name.replace('_', " ")));
    for found in COMPACT.iter().flat_map(|compact| compact.captures_iter(name)) {
        if !found.get(0).is_some_and(|m| alone(name, m.start(), m.end())) {
            continue;
        }
        let part = |n: usize| found.get(n).and_then(|m| m.as_str().parse::<u32>().ok()).unwrap_or_default();
        days.extend(Day::new(part(1) as i32, part(2), part(3)));
    }
    days
}

/// The text without its whole dates, so that no part of one is taken for a month or a year.
pub(super) fn without_days(text: &str) -> String {
    let mut out = text.to_owned();
    for (range, _) in dates(text).into_iter().rev().filter(|(_, read)| read.is_some()) {
        // A sign that no pattern of a month goes across.
        out.replace_range(range, "|");
    }
    out
}

/// The values that stand behind a label at the beginning of a text: in the next cell, or behind a colon.
pub fn labelled(text: &str, wanted: Header) -> Vec<String> {
    let start: String = text.chars().take(REACH).collect();
    let is = |label: &str| header_in_full(label.trim().trim_end_matches(':')) == Some(wanted);
    let mut out = Vec::new();
    for line in start.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        for (n, cell) in cells.iter().enumerate() {
            if let Some((label, value)) = cell.split_once(':').filter(|(_, value)| !value.trim().is_empty()) {
                out.extend(is(label).then(|| value.trim().to_owned()));
            } else if is(cell) {
                out.extend(cells.get(n + 1).map(|value| value.trim().to_owned()));
            }
        }
    }
    out.retain(|value| !value.is_empty());
    out
}

/// The one day behind labels of this meaning; nothing where there are several, or none that is one day.
pub fn labelled_day(text: &str, wanted: Header) -> Option<Day> {
    let days: BTreeSet<Day> = labelled(text, wanted).iter().flat_map(|value| days_in(value)).collect();
    only(&days)
}

/// Labels of days on which nothing was collected.
const OTHERS: [Header; 5] =
    [Header::ApprovedOn, Header::NextReview, Header::PeriodFrom, Header::PeriodTo, Header::ValidUntil];

/// The days that a text names and does not call something else, such as its next review.
pub fn free_days(text: &str) -> BTreeSet<Day> {
    let mut days = days_in(text);
    for value in OTHERS.iter().flat_map(|other| labelled(text, *other)) {
        for day in days_in(&value) {
            days.remove(&day);
        }
    }
    days
}

/// The day that a file calls its date: that of its collection, else simply its date.
pub fn own_date(text: &str) -> Option<Day> {
    labelled_day(text, Header::Collected).or_else(|| labelled_day(text, Header::Date))
}

/// The one there is.
pub(super) fn only<T: Copy + Ord>(found: &BTreeSet<T>) -> Option<T> {
    found.first().copied().filter(|_| found.len() == 1)
}
