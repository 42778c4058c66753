//! A number in a format of a workbook.

use chrono::{Datelike, Days, NaiveDate, Timelike};

/// A number as it is shown.
pub(super) struct Figure {
    pub(super) shown: String,
    /// It says all that there is: a time.
    alone: bool,
}

impl Figure {
    /// A value with how it is shown, where that is something else.
    pub(super) fn beside(&self, value: &str) -> String {
        match () {
            () if self.alone => self.shown.clone(),
            () if self.shown.trim().is_empty() || self.shown == value => value.to_owned(),
            () => format!("{value} {}", self.shown),
        }
    }
}

/// A piece of a format: letters of a day or time, or what stands there as it is.
enum Piece {
    Says(char, usize),
    Stands(String),
}

/// A number in a format; nothing where that changes nothing.
pub(super) fn shown(code: &str, number: f64, from_1904: bool) -> Option<Figure> {
    let sections = sections(code);
    let of = match sections.len() {
        2.. if number < 0.0 => sections.get(1),
        3.. if number == 0.0 => sections.get(2),
        _ => sections.first(),
    }?;
    let signed = !(sections.len() >= 2 && number < 0.0);
    let german = of.contains("[$-407]") || of.contains("[$-C07]") || of.contains("[$-807]");
    let pieces = pieces(of);
    let timely = |p: &Piece| matches!(p, Piece::Says('y' | 'd' | 'h' | 's' | 'm', _));
    let digits = |p: &Piece| matches!(p, Piece::Says('0' | '#' | '?', _));
    if pieces.iter().any(timely) && (0.0..2_958_466.0).contains(&number) {
        let alone = pieces.iter().all(|p| !matches!(p, Piece::Says('y' | 'd', _))) && number < 1.0;
        return Some(Figure { shown: day(&pieces, number, from_1904, german)?, alone });
    }
    let other = ["general", "e+", "e-", "?/", "#/"].iter().any(|part| of.to_lowercase().contains(part));
    if !pieces.iter().any(digits) || other {
        return None;
    }
    let shown = figure(&pieces, if signed { number } else { number.abs() });
    Some(Figure { shown, alone: false })
}

/// What holds for positive numbers, for negative ones, for none.
fn sections(code: &str) -> Vec<String> {
    let (mut out, mut quoted, mut escaped) = (vec![String::new()], false, false);
    for c in code.chars() {
        if c == ';' && !quoted && !escaped {
            out.push(String::new());
        } else if let Some(last) = out.last_mut() {
            last.push(c);
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
    }
    out
}

fn pieces(section: &str) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut chars = section.chars().peekable();
    while let Some(c) = chars.next() {
        let stands = match c {
            '"' => chars.by_ref().take_while(|c| *c != '"').collect(),
            '\\' => chars.next().map(String::from).unwrap_or_default(),
            '_' | '*' => {
                chars.next();
                String::new()
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let first = inside.chars().next().unwrap_or(' ').to_ascii_lowercase();
                if inside.chars().all(|c| c.to_ascii_lowercase() == first) && "hms".contains(first) {
                    out.push(Piece::Says(first, inside.len()));
                }
                // A currency with the language in which it is shown.
                inside.strip_prefix('$').map_or("", |rest| rest.split('-').next().unwrap_or("")).to_owned()
            }
            'A' | 'a' if chars.clone().take(4).collect::<String>().eq_ignore_ascii_case("m/pm") => {
                chars.by_ref().take(4).for_each(drop);
                out.push(Piece::Says('a', 1));
                String::new()
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | '0' | '#' | '?' | '.' | ',' | '%' => {
                let said = c.to_ascii_lowercase();
                match out.last_mut() {
                    Some(Piece::Says(before, count)) if *before == said => *count += 1,
                    _ => out.push(Piece::Says(said, 1)),
                }
                String::new()
            }
            other => other.to_string(),
        };
        if !stands.is_empty() {
            out.push(Piece::Stands(stands));
        }
    }
    out
}

fn day(pieces: &[Piece], number: f64, from_1904: bool, german: bool) -> Option<String> {
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const GERMAN: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let seconds = (number * 86_400.0).round();
    let whole = (seconds / 86_400.0).floor();
    let base = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)?
    } else {
        // Excel's first system has a 29 February 1900.
        NaiveDate::from_ymd_opt(1899, 12, if whole < 60.0 { 31 } else { 30 })?
    };
    let date = base.checked_add_days(Days::new(whole as u64))?;
    let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt((seconds - whole * 86_400.0) as u32, 0)?;
    let half = pieces.iter().any(|p| matches!(p, Piece::Says('a', _)));
    let wide = |n: u32, width: usize| if width > 1 { format!("{n:02}") } else { n.to_string() };
    let month = (if german { GERMAN } else { ENGLISH })[date.month0() as usize];
    let mut out = String::new();
    for (n, piece) in pieces.iter().enumerate() {
        let (c, count) = match piece {
            Piece::Stands(text) => {
                out.push_str(text);
                continue;
            }
            Piece::Says(c, count) => (*c, *count),
        };
        // An `m` behind hours or before seconds is minutes.
        let says = |p: &Piece| if let Piece::Says(c, _) = p { Some(*c) } else { None };
        let before = pieces[..n].iter().rev().find_map(says);
        let after = pieces[n + 1..].iter().find_map(says);
        let minutes = before == Some('h') || after == Some('s');
        match c {
            'y' if count > 2 => out.push_str(&date.year().to_string()),
            'y' => out.push_str(&wide(date.year().rem_euclid(100).unsigned_abs(), 2)),
            'm' if minutes => out.push_str(&wide(time.minute(), count)),
            'm' if count > 3 => out.push_str(month),
            'm' if count == 3 => out.extend(month.chars().take(3)),
            'm' => out.push_str(&wide(date.month(), count)),
            'd' if count > 2 => {}
            'd' => out.push_str(&wide(date.day(), count)),
            'h' if half => out.push_str(&wide((time.hour() + 11) % 12 + 1, count)),
            'h' => out.push_str(&wide(time.hour(), count)),
            's' => out.push_str(&wide(time.second(), count)),
            'a' => out.push_str(if time.hour() < 12 { "AM" } else { "PM" }),
            '.' | ',' => out.push(c),
            _ => {}
        }
    }
    Some(out.trim().to_owned())
}

fn figure(pieces: &[Piece], number: f64) -> String {
    let said = |wanted: char| pieces.iter().any(|p| matches!(p, Piece::Says(c, _) if *c == wanted));
    let is_digit = |p: &Piece| matches!(p, Piece::Says('0' | '#' | '?' | '.' | ',', _));
    let (Some(first), Some(last)) = (pieces.iter().position(is_digit), pieces.iter().rposition(is_digit)) else {
        return String::new();
    };
    let point = pieces.iter().position(|p| matches!(p, Piece::Says('.', _)));
    let count = |part: &[Piece], of: &[char]| -> usize {
        let counts =
            part.iter().map(|p| if let Piece::Says(c, n) = p { if of.contains(c) { *n } else { 0 } } else { 0 });
        counts.sum()
    };
    let whole = count(&pieces[..point.unwrap_or(pieces.len())], &['0']);
    let behind = point.map_or(0, |at| count(&pieces[at..], &['0', '#', '?'])).min(15);
    let number = if said('%') { number * 100.0 } else { number };
    let written = format!("{:.behind$}", number.abs());
    let (mut digits, rest) = written.split_once('.').map_or((written.clone(), ""), |(a, b)| (a.to_owned(), b));
    while digits.len() < whole.min(40) {
        digits.insert(0, '0');
    }
    if said(',') {
        let mut at = digits.len();
        while at > 3 {
            at -= 3;
            digits.insert(at, ',');
        }
    }
    let around = |part: &[Piece]| -> String {
        let each = part.iter().map(|p| match p {
            Piece::Stands(text) => text.clone(),
            Piece::Says('%', _) => String::from("%"),
            Piece::Says(..) => String::new(),
        });
        each.collect()
    };
    let sign = if number < 0.0 { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{}{digits}{point}{rest}{}", around(&pieces[..first]), around(&pieces[last + 1..])).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_shown_as_in_the_workbook() {
        let of = |code: &str, number: f64| shown(code, number, false).map(|figure| figure.beside("x"));
        for (code, number, said) in [
            ("dd.mm.yyyy", 46_090.0, "x 09.03.2026"),
            ("[$-407]d. mmmm yyyy", 46_090.75, "x 9. März 2026"),
            ("d-mmm-yy", 46_090.0, "x 9-Mar-26"),
            ("hh:mm", 0.5, "12:00"),
            ("h:mm AM/PM", 0.75, "6:00 PM"),
            ("dd.mm.yyyy hh:mm", 46_090.75, "x 09.03.2026 18:00"),
            ("0.0%", 0.42, "x 42.0%"),
            ("\"QP-\"000", 7.0, "x QP-007"),
            ("#,##0.00 \"EUR\"", 1_234_567.5, "x 1,234,567.50 EUR"),
            ("0.00;(0.00)", -2.5, "x (2.50)"),
        ] {
            assert_eq!(of(code, number).as_deref(), Some(said), "{code}");
        }
        assert_eq!(of("General", 7.0), None);
        assert_eq!(of(";;;", 5.0), None);
        assert_eq!(of("@", 5.0), None);
        assert_eq!(of("0.00E+00", 5.0), None, "nobody searches for it");
    }
}
