//! What is announced: reviews as long before as the organisation's rule for their type says, all else within the usual days.

use rusqlite::Connection;

use super::due::{documents_between, documents_count, due_between, due_counts, others_between, soonest};
use super::model::DueItem;
use super::sources::reviewed;
use crate::day::Day;
use crate::error::Result;
use crate::rules;

/// The usual days: what a review is announced by where the organisation said nothing, and everything else always.
pub(super) const USUAL: u64 = 30;

/// What is announced on a day.
pub(super) struct Announced {
    /// Whether the organisation said how long before reviews are announced.
    pub(super) by_rule: bool,
    /// How many there are.
    pub(super) count: usize,
    /// The first of them, soonest first.
    pub(super) first: Vec<DueItem>,
}

/// What falls due from `day` on and is announced by then.
pub(super) fn announced(db: &Connection, day: Day, most: usize) -> Result<Announced> {
    let usual = [day, day.plus_days(USUAL)];
    let counts = due_counts(db, usual[0], usual[1])?;
    let Some(longest) = rules::longest_notice(db)? else {
        let first = due_between(db, usual[0], usual[1], day, most)?;
        return Ok(Announced { by_rule: false, count: counts.all(), first });
    };
    let span = [day, day.plus_days(u64::from(longest))];
    let passes = format!("{} AND due_earliest - {} <= {}", reviewed(), day.number(), rules::notice_sql(db)?);
    let mut first = documents_between(db, span, &passes, day, most)?;
    first.extend(others_between(db, usual, day, most)?);
    let count = counts.all() - counts.documents + documents_count(db, span, &passes)?;
    Ok(Announced { by_rule: true, count, first: soonest(first, most) })
}
