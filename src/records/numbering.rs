//! The organisation's numbers for records, such as `REC-2026-014`: a rule, and what it gives. A number is given once, at
//! filing, and stands in the event, so that another rule changes none that was given.

use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::rules::{NoPattern, Pattern};
use crate::text::fold;

/// The rule where the organisation has none of its own.
pub const USUAL: &str = "REC-{year}-{number:3}";

/// A number that was given to a record; the form of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// As people write it; the record's code.
    pub code: String,
    /// The year in which it was given.
    pub year: i32,
    /// Its place among the numbers of that year.
    pub place: u32,
}

/// A rule by which numbers are given.
#[derive(Debug)]
pub(super) struct Numbering(Pattern);

impl Numbering {
    /// Reads a rule such as `REC-{year}-{number:3}`.
    ///
    /// # Errors
    /// `invalid_value` without exactly one place for the number, for other places, and for a rule that is too long.
    pub(super) fn parse(text: &str) -> Result<Self> {
        Pattern::parse(text).map(Self).map_err(|why| match why {
            NoPattern::Unreadable => refusals::record_numbering_unreadable(text.trim(), USUAL),
            NoPattern::WithoutNumber => refusals::record_numbering_without_number(text.trim(), USUAL),
        })
    }

    /// The next number on a day: one more than the last of the year, or than any where the rule does not say the year. What
    /// is a name already, or ever was, is passed over.
    pub(super) fn next(&self, db: &Connection, day: Day) -> Result<Number> {
        let year = day.date().year();
        let last = if self.0.says_year() {
            "SELECT coalesce(max(last), 0) FROM record_number WHERE year = ?1"
        } else {
            "SELECT coalesce(max(last), 0) FROM record_number WHERE ?1 IS NOT NULL"
        };
        let last: u32 = db.prepare_cached(last)?.query_row([year], |r| r.get(0))?;
        let mut place = last + 1;
        while taken(db, &self.0.code(year, place))? {
            place += 1;
        }
        Ok(Number { code: self.0.code(year, place), year, place })
    }
}

fn taken(db: &Connection, code: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM record WHERE code_fold = ?1)
                   OR EXISTS (SELECT 1 FROM record_code_spent WHERE code_fold = ?1)";
    Ok(db.prepare_cached(sql)?.query_row([fold(code)], |r| r.get(0))?)
}

/// The rule in force, as it was written.
pub fn numbering(db: &Connection) -> Result<String> {
    let set = db.prepare_cached("SELECT pattern FROM record_numbering")?.query_row([], |r| r.get(0)).optional()?;
    Ok(set.unwrap_or_else(|| USUAL.to_owned()))
}

/// The number that a record filed on a day would be given by a rule.
///
/// # Errors
/// As [`Numbering::parse`].
pub fn next_number(db: &Connection, pattern: &str, day: Day) -> Result<String> {
    Ok(Numbering::parse(pattern)?.next(db, day)?.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_gives_numbers_with_the_year_and_leading_noughts() {
        let code = |rule: &str, place| Numbering::parse(rule).unwrap().0.code(2026, place);
        assert_eq!(code(USUAL, 14), "REC-2026-014");
        assert_eq!(code(USUAL, 1234), "REC-2026-1234", "a year with more than 999 goes on");
        assert_eq!(code(" n-{number}/{year} ", 7), "N-7/2026");
        assert_eq!(code("QM{number:5}", 7), "QM00007");
    }

    #[test]
    fn a_rule_without_one_place_for_the_number_is_refused() {
        let refused = |rule: &str| Numbering::parse(rule).unwrap_err().reason().name;
        for rule in ["", "REC-{year}", "{number}-{number}"] {
            assert_eq!(refused(rule), "record_numbering_without_number", "{rule}");
        }
        let long = format!("{}{{number}}", "x".repeat(40));
        for rule in ["{number:0}", "{number:12}", "{month}-{number}", "R {number}", "R}{number}", "R{number", &long] {
            assert_eq!(refused(rule), "record_numbering_unreadable", "{rule}");
        }
    }
}
