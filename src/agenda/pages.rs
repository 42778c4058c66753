//! What is due as a window asks for it: how much on each day, and the rows by page.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::due::{due_between, due_counts};
use super::model::{DueDay, DueItem, DueKind};
use super::sources::{DOCUMENT, DOCUMENTS, EXPIRING, RECORD, RECORDS, document_due, record_due, reviewed};
use crate::day::Day;
use crate::error::Result;
use crate::paging::{self, Condition, Key, Page, at, page_end_unknown};

const CODE_FOLD: usize = at!(DOCUMENT, "code_fold");
const SEQ: usize = at!(RECORD, "seq");

/// How much is due on each day from `first` to `last`, both included, with the first `most` of each day. Days on which
/// nothing is due are left out.
pub fn due_days(db: &Connection, first: Day, last: Day, today: Day, most: usize) -> Result<Vec<DueDay>> {
    let mut days = BTreeMap::new();
    let yesterday = today.minus_days(1);
    add(db, "document", "due_earliest", reviewed(), [first, last], &mut days, |d| &mut d.documents)?;
    add(db, "record", "valid_until", EXPIRING, [first, last], &mut days, |d| &mut d.records)?;
    // Only a day that has passed can be late; the index of days does not hold the latest reading.
    let passed = [first, last.min(yesterday)];
    let late = format!("{} AND due_latest < {}", reviewed(), today.number());
    add(db, "document", "due_earliest", &late, passed, &mut days, |d| &mut d.documents_late)?;
    for due in days.range_mut(..today).map(|(_, due)| due) {
        due.records_late = due.records;
    }
    if most > 0 {
        for (day, due) in &mut days {
            due.items = due_between(db, *day, *day, today, most)?;
        }
    }
    Ok(days.into_values().collect())
}

/// Counts the rows of each day that pass.
fn add(
    db: &Connection,
    table: &str,
    column: &str,
    passes: &str,
    [first, last]: [Day; 2],
    days: &mut BTreeMap<Day, DueDay>,
    place: impl Fn(&mut DueDay) -> &mut usize,
) -> Result<()> {
    let sql = format!(
        "SELECT {column}, count(*) FROM {table}
         WHERE {column} BETWEEN ?1 AND ?2 AND {column} IS NOT NULL AND {passes} GROUP BY {column}"
    );
    let mut statement = db.prepare_cached(&sql)?;
    for row in statement.query_map(params![first, last], |r| Ok((r.get(0)?, r.get(1)?)))? {
        let (day, count) = row?;
        let (documents, documents_late, records, records_late, items) = (0, 0, 0, 0, Vec::new());
        let new = || DueDay { day, documents, documents_late, records, records_late, items };
        *place(days.entry(day).or_insert_with(new)) = count;
    }
    Ok(())
}

/// A page of what is due.
#[derive(Debug, Serialize, TS)]
pub struct PageDue {
    /// How many there are in all.
    pub total: usize,
    /// The rows, and where the next page begins.
    #[serde(flatten)]
    pub page: Page<DueItem>,
}

/// One page of what is due from `first` to `last`, both included, soonest first; on one day documents stand before
/// records. `kind` lets only one of the two through.
///
/// # Errors
/// `invalid_value` where `after` is not what an earlier page gave as its `next`.
pub fn due_page(
    db: &Connection,
    kind: Option<DueKind>,
    [first, last]: [Day; 2],
    today: Day,
    after: Option<&[String]>,
    limit: usize,
) -> Result<PageDue> {
    let (documents, records) = due_counts(db, first, last)?;
    let total = match kind {
        None => documents + records,
        Some(DueKind::DocumentReview) => documents,
        Some(DueKind::RecordExpiry) => records,
    };
    // The table in which the last page ended goes on by its key, the other one by the day alone. Both begin at that
    // day, so that the index is read from there.
    let (mut documents, mut records) = ((first.number(), None), (first.number(), None));
    match after {
        None => {}
        Some([name, day, _]) => {
            let number: i64 = day.parse().map_err(|_| page_end_unknown())?;
            let key = after.map(|after| &after[1..]);
            if name == DueKind::DocumentReview.name() {
                (documents, records.0) = ((documents.0.max(number), key), records.0.max(number));
            } else if name == DueKind::RecordExpiry.name() {
                (documents.0, records) = (documents.0.max(number.saturating_add(1)), (records.0.max(number), key));
            } else {
                return Err(page_end_unknown());
            }
        }
        Some(_) => return Err(page_end_unknown()),
    }
    let between = |column: &str, from: i64| {
        let mut condition = Condition::default();
        condition.also_with(&format!("{column} >= ?"), Value::Integer(from));
        condition.also_with(&format!("{column} <= ?"), Value::Integer(last.number()));
        condition.also(&format!("{column} IS NOT NULL"));
        condition
    };
    let mut rows = Vec::new();
    let mut more = false;
    if kind != Some(DueKind::RecordExpiry) {
        let mut condition = between("due_earliest", documents.0);
        condition.also(reviewed());
        let keys = [Key::number("due_earliest", at!(DOCUMENT, "due_earliest")), Key::text("code_fold", CODE_FOLD)];
        let read = |r: &rusqlite::Row<'_>| Ok((document_due(r, today)?, r.get::<_, String>(CODE_FOLD)?));
        let page = paging::page(db, &DOCUMENTS, condition, keys, documents.1, limit, read)?;
        more |= page.next.is_some();
        rows.extend(page.rows);
    }
    if kind != Some(DueKind::DocumentReview) {
        let keys = [Key::number("valid_until", at!(RECORD, "valid_until")), Key::number("seq", SEQ)];
        let read = |r: &rusqlite::Row<'_>| Ok((record_due(r, today)?, r.get::<_, i64>(SEQ)?.to_string()));
        let mut condition = between("valid_until", records.0);
        condition.also(EXPIRING);
        let page = paging::page(db, &RECORDS, condition, keys, records.1, limit, read)?;
        more |= page.next.is_some();
        rows.extend(page.rows);
    }
    rows.sort_by_key(|(due, _)| (due.due.earliest(), due.kind));
    more |= rows.len() > limit;
    rows.truncate(limit);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|(due, key)| vec![due.kind.to_string(), due.due.earliest().number().to_string(), key.clone()]);
    let page = Page { rows: rows.into_iter().map(|(due, _)| due).collect(), next };
    Ok(PageDue { total, page })
}
