//! Dates as lists and control tables hold them. A month stays a month; a notation with two readings keeps both.

use std::sync::LazyLock;

use regex::Regex;

use super::week::day_of_week;
use crate::day::{Day, Due};
use crate::words::month;

macro_rules! pattern {
    ($name:ident, $text:literal) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($text).ok());
    };
}

pattern!(ISO, r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$");
pattern!(WEEK_DAY, r"^(\d{4})-?W(\d{2})-?([1-7])$");
pattern!(ROMAN, r"^(\d{1,2})\s?[./ -]\s?([IVX]{1,4})\s?[./ -]\s?(\d{2}|\d{4})$");
pattern!(COMPACT, r"^((?:19|20)\d{2})(\d{2})(\d{2})$");
pattern!(MONTH, r"^(\d{4})[-/](\d{1,2})$");
pattern!(MONTH_FIRST, r"^(\d{1,2})[/.](\d{4})$");
pattern!(DOTTED, r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2}|\d{4})$");
pattern!(SLASHED, r"^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$");
pattern!(WORDS, r"^(\d{1,2})(?:\.|er|st|nd|rd|th|º)?[\s-]+(?:de\s+)?(\p{L}{3,})\.?,?[\s-]+(?:del?\s+)?(\d{2}|\d{4})$");
pattern!(WORDS_US, r"^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$");
pattern!(MONTH_WORD, r"^(\p{L}{3,})\.?[\s-]+(?:del?\s+)?(\d{4})$");
pattern!(EAST, r"^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]$");
pattern!(EAST_MONTH, r"^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]$");
pattern!(ERA, r"^(令和|平成|R|H)\s?(\d{1,2}|元)[年./](\d{1,2})[月./](?:(\d{1,2})日?)?$");
pattern!(TIME, r"(?i)^(.*\d)[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\.?)?Z?$");
pattern!(WEEKDAY, r"^\p{L}{2,10}\.?,\s*(.*\d.*)$");

/// Digits as they stand on other keyboards, and blanks that do not break, as the usual ones.
fn usual(text: &str) -> String {
    let one = |c: char| match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        '．' => '.',
        '／' => '/',
        '－' | '‐' | '‑' | '–' => '-',
        '\u{a0}' | '\u{202f}' | '\u{3000}' => ' ',
        other => other,
    };
    text.trim().chars().map(one).collect()
}

/// The year of a Japanese era.
fn era(name: &str, year: &str) -> Option<i32> {
    let first = if matches!(name, "令和" | "R") { 2019 } else { 1989 };
    Some(first - 1 + if year == "元" { 1 } else { year.parse::<i32>().ok()? })
}

/// The month of a Roman number.
fn roman(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    (1..).zip(MONTHS).find(|(_, name)| *name == text).map(|(number, _)| number)
}

/// Whether words are written as a day and there is no such day: `31.04.2026`, `Feb 30, 2026`.
pub(super) fn no_such_day(text: &str) -> bool {
    let text = &usual(text);
    let is = |pattern: &LazyLock<Option<Regex>>| pattern.as_ref().is_some_and(|pattern| pattern.is_match(text));
    let digits = [&ISO, &COMPACT, &EAST, &DOTTED, &SLASHED, &WEEK_DAY, &ROMAN].into_iter().any(is);
    // `week 3 2027` is written as a day is, and names no month.
    let words = [&WORDS, &WORDS_US].into_iter().any(is)
        && text.split(|c: char| !c.is_alphabetic()).any(|word| month(word).is_some());
    (digits || words) && due(text).is_none()
}

/// Reads a date in any of the usual notations; nothing where it is none.
pub fn due(text: &str) -> Option<Due> {
    let text = &usual(text);
    // Most words that are looked at are none, and each notation has a digit.
    if !text.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let groups = |regex: &'static LazyLock<Option<Regex>>| -> Option<Vec<&str>> {
        let found = regex.as_ref()?.captures(text)?;
        Some(found.iter().skip(1).map(|g| g.map_or("", |m| m.as_str())).collect())
    };
    let number = |t: &str| t.parse::<u32>().ok();
    let year = |t: &str| t.parse::<i32>().ok().map(|y| if t.len() == 2 { 2000 + y } else { y });
    // 9001/7.2 is a clause and no day of that year.
    let day = |y: Option<i32>, m: Option<u32>, d: Option<u32>| Day::new(y.filter(|year| *year < 2200)?, m?, d?);
    let exact = |d: Option<Day>| d.map(|day| Due::Day { day });
    if let Some(g) = groups(&ISO).or_else(|| groups(&COMPACT)).or_else(|| groups(&EAST)) {
        return exact(day(year(g[0]), number(g[1]), number(g[2])));
    }
    if let Some(g) = groups(&WEEK_DAY) {
        return exact(day_of_week(year(g[0])?, number(g[1])?, number(g[2])?));
    }
    if let Some(g) = groups(&ROMAN) {
        return exact(day(year(g[2]), roman(g[1]), number(g[0])));
    }
    if let Some(g) = groups(&ERA) {
        let first = day(era(g[0], g[1]), number(g[2]), Some(1));
        return match g[3] {
            "" => first.map(|first| Due::Month { first }),
            of_month => exact(day(era(g[0], g[1]), number(g[2]), number(of_month))),
        };
    }
    if let Some(g) = groups(&EAST_MONTH).or_else(|| groups(&MONTH)) {
        return day(year(g[0]), number(g[1]), Some(1)).map(|first| Due::Month { first });
    }
    if let Some(g) = groups(&MONTH_FIRST) {
        return day(year(g[1]), number(g[0]), Some(1)).map(|first| Due::Month { first });
    }
    if let Some(g) = groups(&DOTTED) {
        // Dots stand behind the day first; where that is no day, the month came first.
        let [day_first, month_first] = [(1, 0), (0, 1)].map(|(m, d)| day(year(g[2]), number(g[m]), number(g[d])));
        return exact(day_first.or(month_first));
    }
    if let Some(g) = groups(&SLASHED) {
        let day_first = day(year(g[2]), number(g[1]), number(g[0]));
        let month_first = day(year(g[2]), number(g[0]), number(g[1]));
        return match (day_first, month_first) {
            (Some(a), Some(b)) if a != b => Some(Due::Ambiguous { day_first: a, month_first: b }),
            (Some(only), _) | (None, Some(only)) => Some(Due::Day { day: only }),
            (None, None) => None,
        };
    }
    if let Some(g) = groups(&WORDS) {
        return exact(day(year(g[2]), month(g[1]), number(g[0])));
    }
    if let Some(g) = groups(&WORDS_US) {
        return exact(day(year(g[2]), month(g[0]), number(g[1])));
    }
    if let Some(g) = groups(&MONTH_WORD) {
        return day(year(g[1]), month(g[0]), Some(1)).map(|first| Due::Month { first });
    }
    // A time of day or the day of the week beside it says nothing more.
    let rest = groups(&TIME).or_else(|| groups(&WEEKDAY))?;
    due(rest[0])
}

/// Both readings of a date with dots that has two. By itself such a date has the day first.
fn dotted(text: &str) -> Option<[Option<Day>; 2]> {
    let found = DOTTED.as_ref()?.captures(text.trim())?;
    let number = |i: usize| found[i].parse::<u32>().ok();
    let year = found[3].parse::<i32>().ok().map(|y| if found[3].len() == 2 { 2000 + y } else { y })?;
    let day = |month: usize, day: usize| Day::new(year, number(month)?, number(day)?);
    Some([day(2, 1), day(1, 2)])
}

/// Whether a date with dots can only have the month first: then others beside it may, too.
pub fn dots_put_month_first(text: &str) -> bool {
    dotted(text).is_some_and(|[day_first, month_first]| day_first.is_none() && month_first.is_some())
}

/// Reads a date in a list; with `unsure` a date with dots may have the month first, as others of the list have.
pub fn due_among(text: &str, unsure: bool) -> Option<Due> {
    match dotted(text).filter(|_| unsure) {
        Some([Some(day_first), Some(month_first)]) if day_first != month_first => {
            Some(Due::Ambiguous { day_first, month_first })
        }
        _ => due(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(y: i32, m: u32, d: u32) -> Day {
        Day::new(y, m, d).unwrap()
    }

    #[test]
    fn every_notation_of_one_day_is_that_day() {
        for text in [
            "2025-05-19",
            "19.05.2025",
            "19. 5. 2025",
            "19 May 2025",
            "19-May-25",
            "19 May 25",
            "05.19.2025",
            "19-05-2025",
            "2025/05/19",
            "2025.05.19",
            "20250519",
            "19 Mai 2025",
            "19. Mai 2025",
            "May 19, 2025",
            "19/05/25",
            "2025年5月19日",
            "2025-05-19T09:00:00Z",
            "2025 年 5 月 19 日",
            "２０２５年５月１９日",
            "2025年5月19号",
            "令和7年5月19日",
            "R7.5.19",
            "19 mai 2025",
            "19 de mayo de 2025",
            "May 19th, 2025",
            "19.05.2025 14:30",
            "Monday, 19 May 2025",
            "2025-W21-1",
            "2025W211",
            "19.V.2025",
        ] {
            assert_eq!(due(text), Some(Due::Day { day: on(2025, 5, 19) }), "{text}");
        }
    }

    #[test]
    fn dots_are_doubtful_only_beside_dates_that_have_the_month_first() {
        let [day_first, month_first] = [on(2027, 4, 5), on(2027, 5, 4)];
        assert_eq!(due("05.04.27"), Some(Due::Day { day: day_first }));
        assert_eq!(due_among("05.04.27", false), due("05.04.27"));
        assert_eq!(due_among("05.04.27", true), Some(Due::Ambiguous { day_first, month_first }));
        assert_eq!(due_among("05.05.27", true), Some(Due::Day { day: on(2027, 5, 5) }));
        assert_eq!(due_among("05.25.27", true), Some(Due::Day { day: on(2027, 5, 25) }));
        assert!(dots_put_month_first("05.25.27") && !dots_put_month_first("25.05.27") && !dots_put_month_first("soon"));
    }

    #[test]
    fn a_month_stays_a_month_and_two_readings_stay_two() {
        for text in
            ["2028-03", "03/2028", "March 2028", "März 2028", "mars 2028", "marzo de 2028", "2028年3月", "令和10年3月"]
        {
            assert_eq!(due(text), Some(Due::Month { first: on(2028, 3, 1) }), "{text}");
        }
        assert_eq!(due("12/03/26"), Some(Due::Ambiguous { day_first: on(2026, 3, 12), month_first: on(2026, 12, 3) }));
        assert_eq!(due("12-03-26"), due("12/03/26"));
        assert_eq!(due("04/04/26"), Some(Due::Day { day: on(2026, 4, 4) }), "both readings are the same day");
        for text in ["", "soon", "2025-13-01", "31.02.2025", "0/0/00", "9001/7.2"] {
            assert_eq!(due(text), None, "{text} is no date");
        }
    }
}
