//! What is due in a span of days, and how much of it.

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::{DueItem, Load};
use super::sources::{DOCUMENTS, EXPIRING, RECORDS, document_due, record_due, reviewed};
use crate::day::{Day, Overdue};
use crate::error::Result;

/// What is due.
#[derive(Debug, Serialize, TS)]
pub struct ReviewsDue {
    /// The day against which overdue is judged.
    pub day: Day,
    /// How many are overdue by every reading of their date.
    pub overdue: usize,
    /// How many are overdue by one reading of an unclear date.
    pub unclear: usize,
    /// Everything, soonest first.
    pub items: Vec<DueItem>,
}

/// Everything due until `until` with what is late among it.
pub fn list(db: &Connection, until: Option<Day>, day: Day) -> Result<ReviewsDue> {
    let items = due_until(db, until, day)?;
    let count = |wanted: Overdue| items.iter().filter(|i| i.overdue == wanted).count();
    Ok(ReviewsDue { day, overdue: count(Overdue::Yes), unclear: count(Overdue::ByOneReading), items })
}

/// Everything due until `until`, soonest first. Documents out of use are not due; drafts are not either, since
/// nothing of theirs is in force.
pub fn due_until(db: &Connection, until: Option<Day>, today: Day) -> Result<Vec<DueItem>> {
    due_between(db, Day::MIN, until.unwrap_or(Day::MAX), today, usize::MAX)
}

// In these statements the plus before `state` keeps the planner on the index by date.

/// The first `most` of what is due from `first` to `last`, both included, soonest first.
pub fn due_between(db: &Connection, first: Day, last: Day, today: Day, most: usize) -> Result<Vec<DueItem>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut out = Vec::new();
    let mut documents = db.prepare_cached(&format!(
        "{} WHERE due_earliest BETWEEN ?1 AND ?2 AND due_earliest IS NOT NULL
         AND {} ORDER BY due_earliest, code_fold LIMIT ?3",
        *DOCUMENTS,
        reviewed()
    ))?;
    for due in documents.query_map(params![first, last, limit], |r| document_due(r, today))? {
        out.push(due?);
    }
    let mut records = db.prepare_cached(&format!(
        "{} WHERE valid_until BETWEEN ?1 AND ?2 AND {EXPIRING} ORDER BY valid_until, seq LIMIT ?3",
        *RECORDS
    ))?;
    for due in records.query_map(params![first, last, limit], |r| record_due(r, today))? {
        out.push(due?);
    }
    out.sort_by(|a, b| (a.due.earliest(), a.kind, &a.code).cmp(&(b.due.earliest(), b.kind, &b.code)));
    out.truncate(most);
    Ok(out)
}

/// How much is due from `first` to `last`, both included: documents to be reviewed, records whose validity ends.
pub fn due_counts(db: &Connection, first: Day, last: Day) -> Result<(usize, usize)> {
    let span = params![first, last];
    let documents: usize = db
        .prepare_cached(&format!(
            "SELECT count(*) FROM document
             WHERE due_earliest BETWEEN ?1 AND ?2 AND due_earliest IS NOT NULL AND {}",
            reviewed()
        ))?
        .query_row(span, |r| r.get(0))?;
    let records: usize = db
        .prepare_cached(&format!("SELECT count(*) FROM record WHERE valid_until BETWEEN ?1 AND ?2 AND {EXPIRING}"))?
        .query_row(span, |r| r.get(0))?;
    Ok((documents, records))
}

/// How much is due from `first` to `last`, both included.
pub fn due_count(db: &Connection, first: Day, last: Day) -> Result<usize> {
    due_counts(db, first, last).map(|(documents, records)| documents + records)
}

/// What falls due in each of `months` months, beginning with the month of `today` from that day on. A date known
/// only in part stands in its earliest month.
pub fn load(db: &Connection, today: Day, months: u32) -> Result<Vec<Load>> {
    let mut documents = db.prepare_cached(&format!(
        "SELECT count(*) FROM document WHERE due_earliest >= ?1 AND due_earliest < ?2 AND due_earliest IS NOT NULL
         AND {}",
        reviewed()
    ))?;
    let mut records = db.prepare_cached(&format!(
        "SELECT count(*) FROM record WHERE valid_until >= ?1 AND valid_until < ?2 AND {EXPIRING}"
    ))?;
    (0..months)
        .map(|n| {
            let month = today.month_start().plus_months(n);
            let span = params![month.max(today), month.plus_months(1)];
            Ok(Load {
                month,
                documents: documents.query_row(span, |r| r.get(0))?,
                records: records.query_row(span, |r| r.get(0))?,
            })
        })
        .collect()
}
