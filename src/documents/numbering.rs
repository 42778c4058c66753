//! The code that a new document is proposed by the organisation's rule for its type: one more than the highest there is.

use chrono::Datelike;
use rusqlite::{Connection, params};

use super::model::DocumentKind;
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::rules::{self, Pattern};

/// The code behind the highest that a pattern gave, in the year of `day` where it says the year; none where it is no pattern.
pub fn next_code(db: &Connection, pattern: &str, day: Day) -> Result<Option<String>> {
    Ok(match Pattern::parse(pattern) {
        Ok(pattern) => next(db, &pattern, day, 1)?.pop(),
        Err(_) => None,
    })
}

/// The next `most` codes for new documents of a type; none where no rule numbers it.
pub fn next_codes(db: &Connection, kind: DocumentKind, day: Day, most: u32) -> Result<Vec<String>> {
    match rules::numbering(db, kind.name())? {
        Some(pattern) => next(db, &pattern, day, most),
        None => Ok(Vec::new()),
    }
}

/// The code of a new document for which nobody gave one.
///
/// # Errors
/// `invalid_value` where no rule numbers its type.
pub fn numbered(db: &Connection, kind: DocumentKind, day: Day) -> Result<String> {
    next_codes(db, kind, day, 1)?.pop().ok_or_else(|| refusals::document_without_code(kind))
}

fn next(db: &Connection, pattern: &Pattern, day: Day, most: u32) -> Result<Vec<String>> {
    let year = day.date().year();
    let [before, behind] = pattern.around(year);
    let mut codes = db.prepare_cached("SELECT code_fold FROM document WHERE code_fold >= ?1 AND code_fold < ?2")?;
    let mut codes = codes.query(params![before, format!("{before}{}", char::MAX)])?;
    let mut last = 0_u32;
    while let Some(row) = codes.next()? {
        let code = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let number = code.strip_prefix(&*before).and_then(|rest| rest.strip_suffix(&*behind));
        let number = number.filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        last = last.max(number.and_then(|digits| digits.parse().ok()).unwrap_or(0));
    }
    Ok((1..=most).map(|n| pattern.code(year, last.saturating_add(n))).collect())
}
