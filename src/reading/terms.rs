//! Words in the place of a date that are none: a week, a half-year, the middle or the end of a year. What they can mean, and
//! nothing where they name no time that there is.

use super::dates::no_such_day;
use super::periods::period_in_name;
use super::week::{first_of_week, last_of_week};
use crate::day::{Day, Due};
use crate::text::fold;
use crate::words::{Edge, Span, edge, month, span};

/// The days and months that such words can mean, the surest first and each once.
pub fn readings_of_words(words: &str) -> Vec<Due> {
    let mut out: Vec<Due> = Vec::new();
    if !no_such_day(words) {
        for due in read(words) {
            if !out.contains(&due) {
                out.push(due);
            }
        }
    }
    out
}

fn read(words: &str) -> Vec<Due> {
    let text = words.trim().trim_matches(['(', ')', '.']).trim();
    let (edge, rest) = edge(text).map_or((None, text), |(edge, rest)| (Some(edge), rest));
    let parts = parts(rest);
    if let Some(found) = week(&parts) {
        return found;
    }
    let found = half(&parts).or_else(|| month_of_two_digits(&parts)).or_else(|| period(rest, &parts));
    let Some((first, last)) = found else { return Vec::new() };
    let (first, last) = (first.month_start(), last.month_start());
    let month = |first: Day| Due::Month { first };
    match edge {
        Some(Edge::Start) => vec![month(first)],
        Some(Edge::End) => vec![month(last)],
        // The middle of a year is the end of one month and the beginning of the next.
        Some(Edge::Middle) => middle(first, last).into_iter().map(month).collect(),
        None => vec![month(last), month(first)],
    }
}

/// Letters and digits, each run by itself: `KW3/2027` is kw, 3, 2027.
fn parts(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut before = None;
    for c in fold(text).chars() {
        let kind = if c.is_ascii_digit() { Some(true) } else { c.is_alphabetic().then_some(false) };
        match (kind, out.last_mut()) {
            (Some(_), Some(last)) if kind == before => last.push(c),
            (Some(_), _) => out.push(c.to_string()),
            (None, _) => {}
        }
        before = kind;
    }
    out
}

/// A year of four digits and another number, where nothing else stands there but a word for this span.
fn numbered(parts: &[String], wanted: Span) -> Option<(i32, u32)> {
    let words: Vec<&String> = parts.iter().filter(|part| !part.starts_with(|c: char| c.is_ascii_digit())).collect();
    let [word] = words.as_slice() else { return None };
    let numbers: Vec<&String> = parts.iter().filter(|part| part.starts_with(|c: char| c.is_ascii_digit())).collect();
    let [one, other] = numbers.as_slice() else { return None };
    let (year, number) = if one.len() == 4 { (one, other) } else { (other, one) };
    let sound = span(word) == Some(wanted) && year.len() == 4 && number.len() <= 2;
    Some((year.parse().ok()?, number.parse().ok()?)).filter(|_| sound)
}

/// The last day of a week and its first.
fn week(parts: &[String]) -> Option<Vec<Due>> {
    let (year, number) = numbered(parts, Span::Week)?;
    let days = first_of_week(year, number).map(|first| vec![last_of_week(first), first]);
    Some(days.unwrap_or_default().into_iter().map(|day| Due::Day { day }).collect())
}

fn half(parts: &[String]) -> Option<(Day, Day)> {
    let (year, number) = numbered(parts, Span::Half)?;
    let first = Day::new(year, if number == 1 { 1 } else { 7 }, 1).filter(|_| (1..=2).contains(&number))?;
    Some((first, first.plus_months(5)))
}

/// `Jan-27`, `03/28`: a month and a year of two digits.
fn month_of_two_digits(parts: &[String]) -> Option<(Day, Day)> {
    let [one, year] = parts else { return None };
    let number = month(one).or_else(|| one.parse().ok())?;
    let year: i32 = year.parse().ok().filter(|_| year.len() == 2)?;
    let first = Day::new(2000 + year, number, 1)?;
    Some((first, first))
}

/// A month, a quarter or a year, with no other number beside it.
fn period(text: &str, parts: &[String]) -> Option<(Day, Day)> {
    let (first, last) = period_in_name(text)?;
    let numbers = parts.iter().filter(|part| part.starts_with(|c: char| c.is_ascii_digit())).count();
    let year = last.days_since(first) > 100;
    (numbers <= if year { 1 } else { 2 }).then_some((first, last))
}

fn middle(first: Day, last: Day) -> Vec<Day> {
    match last.days_since(first) {
        0 => vec![first],
        // A quarter has a month in its middle; a half-year and a year have two.
        1..=70 => vec![first.plus_months(1)],
        71..=200 => vec![first.plus_months(2), first.plus_months(3)],
        _ => vec![first.plus_months(5), first.plus_months(6)],
    }
}
