//! How workbooks show numbers: days, and numbers with a fixed count of digits, such as versions, and percentages. Other formats change no
//! value that a list holds.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

/// How a number is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Format {
    /// As it is.
    #[default]
    Plain,
    /// As a day, with a time where it has one.
    Day,
    /// With at least so many digits before the point and just so many behind, with text around them.
    Digits { before: String, whole: usize, behind: usize, after: String },
    /// As a share of a hundred.
    Percent,
}

/// The format that Excel keeps under a number of its own.
pub(super) fn built_in(id: u32) -> Format {
    let digits = |behind| Format::Digits { before: String::new(), whole: 1, behind, after: String::new() };
    match id {
        1 => digits(0),
        2 => digits(2),
        9 | 10 => Format::Percent,
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Format::Day,
        _ => Format::Plain,
    }
}

/// The format that a code such as `dd.mm.yyyy` or `"QP-"000` means.
pub(super) fn of_code(code: &str) -> Format {
    let first = code.split(';').next().unwrap_or_default();
    let (mut before, mut after, mut core) = (String::new(), String::new(), String::new());
    let mut chars = first.chars();
    while let Some(c) = chars.next() {
        let mut literal = |text: &str| if core.is_empty() { before.push_str(text) } else { after.push_str(text) };
        match c {
            '"' => literal(&chars.by_ref().take_while(|c| *c != '"').collect::<String>()),
            '\\' => literal(&chars.next().map(String::from).unwrap_or_default()),
            '[' => {
                chars.by_ref().find(|c| *c == ']');
            }
            '_' | '*' => {
                chars.next();
            }
            '-' | ' ' | '(' | ')' | '/' | '+' if core.is_empty() || core.ends_with(['0', '#']) => {
                literal(&c.to_string());
            }
            other => core.push(other.to_ascii_lowercase()),
        }
    }
    let letters = |of: &str| core.contains(|c: char| of.contains(c));
    if letters("yd年日") || (letters("m") && letters("/.-月")) || core == "m" {
        return if core.contains("general") { Format::Plain } else { Format::Day };
    }
    if core.ends_with('%') {
        return Format::Percent;
    }
    let (whole, behind) = core.split_once('.').unwrap_or((&core, ""));
    let zeros = |text: &str| !text.is_empty() && text.chars().all(|c| c == '0');
    if zeros(whole) && (behind.is_empty() || zeros(behind)) {
        return Format::Digits { before, whole: whole.len(), behind: behind.len(), after };
    }
    Format::Plain
}

impl Format {
    /// A number as a person reads it.
    pub(super) fn show(&self, number: f64, from_1904: bool) -> String {
        match self {
            Format::Day => day(number, from_1904).unwrap_or_else(|| plain(number)),
            Format::Digits { before, whole, behind, after } => {
                let width = whole + if *behind > 0 { behind + 1 } else { 0 };
                format!("{before}{number:0width$.behind$}{after}")
            }
            // Not rounded as it is shown there: 99.6 % is not all of it.
            Format::Percent => format!("{}%", plain((number * 1e8).round() / 1e6)),
            Format::Plain => plain(number),
        }
    }
}

/// A number without needless digits: what was typed as 7.2 is 7.2 again.
pub(super) fn plain(number: f64) -> String {
    number.to_string()
}

/// The day of a serial number, with a time where it has one. Excel's first system has a 29 February 1900.
pub(super) fn day(serial: f64, from_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let whole = serial.floor();
    let base = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)?
    } else {
        NaiveDate::from_ymd_opt(1899, 12, if whole < 60.0 { 31 } else { 30 })?
    };
    let date = base.checked_add_days(Days::new(whole as u64))?;
    let seconds = ((serial - whole) * 86_400.0).round() as i64;
    if seconds == 0 {
        return Some(date.to_string());
    }
    let time = NaiveDateTime::from(date).checked_add_signed(TimeDelta::try_seconds(seconds)?)?;
    Some(time.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_serial_is_its_day_in_both_systems() {
        assert_eq!(day(46_387.0, false).as_deref(), Some("2026-12-31"));
        assert_eq!(day(44_925.0, true).as_deref(), Some("2026-12-31"));
        assert_eq!(day(59.0, false).as_deref(), Some("1900-02-28"));
        assert_eq!(day(61.0, false).as_deref(), Some("1900-03-01"));
        assert_eq!(day(46_387.5, false).as_deref(), Some("2026-12-31 12:00:00"));
        assert_eq!(day(9e9, false), None);
    }

    #[test]
    fn formats_show_numbers_as_they_stand_there() {
        for (code, number, shown) in [
            ("0.0", 2.0, "2.0"),
            ("00", 7.0, "07"),
            ("\"QP-\"000", 12.0, "QP-012"),
            ("General", 7.2, "7.2"),
            ("dd/mm/yyyy", 46_387.0, "2026-12-31"),
            ("[$-407]d. mmmm yyyy;@", 46_387.0, "2026-12-31"),
            ("yyyy\"年\"m\"月\"d\"日\"", 46_387.0, "2026-12-31"),
            ("mmm-yy", 46_357.0, "2026-12-01"),
            ("#,##0", 12.0, "12"),
            ("0%", 0.5, "50%"),
            ("0%", 0.996, "99.6%"),
            ("0.0%", 0.07, "7%"),
            ("0%", 1.0, "100%"),
        ] {
            assert_eq!(of_code(code).show(number, false), shown, "{code}");
        }
    }
}
