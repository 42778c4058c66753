//! The day by which something is planned: a day, the end of a month, a quarter or a year. Two readings are none.

use crate::day::{Day, Due};
use crate::reading::{due, period_in_text};

/// What a text says of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Planned {
    /// A day.
    On(Day),
    /// The last day of the period that is named.
    Within(Day),
    /// Several readings, or none.
    Unclear(Vec<Day>),
}

/// Reads it, with words around it or without.
pub(super) fn planned(text: &str) -> Planned {
    let text = text.trim().trim_matches(['(', ')', '.', ';', ':']).trim();
    // Words before a day say nothing more; letters at a digit are part of it, as in Q3/2026.
    let behind = text
        .char_indices()
        .find(|(at, c)| c.is_ascii_digit() && (*at == 0 || text[..*at].ends_with(char::is_whitespace)));
    match due(text).or_else(|| behind.and_then(|(at, _)| due(&text[at..]))) {
        Some(Due::Day { day }) => return Planned::On(day),
        Some(Due::Month { first }) => return Planned::Within(first.month_end()),
        Some(Due::Ambiguous { day_first, month_first }) => return Planned::Unclear(vec![day_first, month_first]),
        None => {}
    }
    if let Some(period) = period_in_text(text) {
        return Planned::Within(period.1);
    }
    let french = text.strip_prefix(['T', 't', 'Q', 'q']).and_then(|rest| {
        let (quarter, year) = rest.split_once([' ', '/', '-', '.'])?;
        let quarter = quarter.trim().parse::<u32>().ok().filter(|quarter| (1..=4).contains(quarter))?;
        Some(Day::new(year.trim().parse().ok()?, quarter * 3, 1)?.month_end())
    });
    let year = || {
        let whole = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && text.starts_with("20");
        Day::new(text.parse().ok().filter(|_| whole)?, 12, 31)
    };
    french.or_else(year).map_or_else(|| Planned::Unclear(Vec::new()), Planned::Within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_any_form_and_never_guessed() {
        let on = |y, m, d| Day::new(y, m, d).unwrap();
        for (text, meant) in [
            ("31.12.2026", Planned::On(on(2026, 12, 31))),
            ("2026-06-30", Planned::On(on(2026, 6, 30))),
            ("bis 30.06.2026", Planned::On(on(2026, 6, 30))),
            ("Q3/2026", Planned::Within(on(2026, 9, 30))),
            ("3. Quartal 2026", Planned::Within(on(2026, 9, 30))),
            ("T2 2027", Planned::Within(on(2027, 6, 30))),
            ("06/2026", Planned::Within(on(2026, 6, 30))),
            ("2026", Planned::Within(on(2026, 12, 31))),
            ("03/04/2026", Planned::Unclear(vec![on(2026, 4, 3), on(2026, 3, 4)])),
            ("bis Q3/2026", Planned::Within(on(2026, 9, 30))),
            ("soon", Planned::Unclear(vec![])),
        ] {
            assert_eq!(planned(text), meant, "{text}");
        }
    }
}
