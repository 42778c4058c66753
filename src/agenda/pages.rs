//! What is due as a window asks for it: how much on each day, and the rows by page.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::due::{due_between, due_counts};
use super::model::{DueDay, DueItem, DueKind, Load};
use super::sources::{
    CERTIFICATE, CERTIFICATE_DAYS, CERTIFICATES, CERTIFIED, CONTROL, DOCUMENT, DOCUMENTS, EXPIRING, PLANNED, POINT,
    POINTS, RECORD, RECORDS, REVISION, REVISIONS, TASKS, certificate_due, control_due, controls, document_due,
    point_due, record_due, reviewed, revision_due,
};
use crate::applicability;
use crate::day::Day;
use crate::error::Result;
use crate::mapping;
use crate::paging::{self, Condition, Key, Page, at, page_end_unknown};
use crate::reviews;

const CODE_FOLD: usize = at!(DOCUMENT, "code_fold");
const SEQ: usize = at!(RECORD, "seq");
const TASK_SEQ: usize = at!(REVISION, "t.seq");
const CERTIFICATE_KEY: usize = at!(CERTIFICATE, "c.number_fold || ' ' || d.what");
const CONTROL_KEY: usize = at!(CONTROL, "a.edition || ' ' || a.clause");
const POINT_KEY: usize = at!(POINT, "hex(item) || ' ' || place");

/// How much is due on each day from `first` to `last`, both included, with the first `most` of each day. Days on which
/// nothing is due are left out.
pub fn due_days(db: &Connection, first: Day, last: Day, today: Day, most: usize) -> Result<Vec<DueDay>> {
    let mut days = BTreeMap::new();
    let yesterday = today.minus_days(1);
    add(db, "document", "due_earliest", reviewed(), [first, last], &mut days, |d| &mut d.documents)?;
    let open = reviews::open_tasks_sql(db)?;
    add(db, TASKS, "t.due", &open, [first, last], &mut days, |d| &mut d.revisions)?;
    add(db, "record", "valid_until", EXPIRING, [first, last], &mut days, |d| &mut d.records)?;
    add(db, "point", "due", &mapping::open_points_sql(db)?, [first, last], &mut days, |d| &mut d.points)?;
    add(db, CERTIFICATE_DAYS, "d.day", CERTIFIED, [first, last], &mut days, |d| &mut d.certificates)?;
    add(db, PLANNED, "a.planned", &applicability::planned_sql(db)?, [first, last], &mut days, |d| &mut d.controls)?;
    // Only a day that has passed can be late; the index of days does not hold the latest reading.
    let passed = [first, last.min(yesterday)];
    let late = format!("{} AND due_latest < {}", reviewed(), today.number());
    add(db, "document", "due_earliest", &late, passed, &mut days, |d| &mut d.documents_late)?;
    for due in days.range_mut(..today).map(|(_, due)| due) {
        (due.revisions_late, due.records_late, due.points_late) = (due.revisions, due.records, due.points);
        (due.certificates_late, due.controls_late) = (due.certificates, due.controls);
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
        let new = || DueDay {
            day,
            documents: 0,
            documents_late: 0,
            revisions: 0,
            revisions_late: 0,
            records: 0,
            records_late: 0,
            points: 0,
            points_late: 0,
            certificates: 0,
            certificates_late: 0,
            controls: 0,
            controls_late: 0,
            items: Vec::new(),
        };
        *place(days.entry(day).or_insert_with(new)) = count;
    }
    Ok(())
}

/// What falls due in each of `months` months, beginning with the month of `today` from that day on. A date known
/// only in part stands in its earliest month.
pub fn load(db: &Connection, today: Day, months: u32) -> Result<Vec<Load>> {
    let first = today.month_start();
    let mut out: Vec<Load> = (0..months)
        .map(|n| Load {
            month: first.plus_months(n),
            documents: 0,
            revisions: 0,
            records: 0,
            points: 0,
            certificates: 0,
            controls: 0,
        })
        .collect();
    // Read once, day by day, whatever the number of months.
    let last = first.plus_months(months).minus_days(1);
    for due in due_days(db, today, last, today, 0)? {
        if let Some(month) = out.iter_mut().rev().find(|load| load.month <= due.day) {
            month.documents += due.documents;
            month.revisions += due.revisions;
            month.records += due.records;
            month.points += due.points;
            month.certificates += due.certificates;
            month.controls += due.controls;
        }
    }
    Ok(out)
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

/// One page of what is due from `first` to `last`, both included, soonest first; on one day they stand in the order of
/// their kinds. `kind` lets only one of them through.
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
    let counts = due_counts(db, first, last)?;
    let total = kind.map_or(counts.all(), |kind| counts.of(kind));
    let ended = match after {
        None => None,
        Some([name, day, _]) => {
            let number: i64 = day.parse().map_err(|_| page_end_unknown())?;
            Some((DueKind::parse(name).map_err(|_| page_end_unknown())?, number))
        }
        Some(_) => return Err(page_end_unknown()),
    };
    let mut rows = Vec::new();
    let mut more = false;
    for &source in DueKind::ALL.iter().filter(|source| kind.is_none_or(|kind| kind == **source)) {
        // The kind in which the last page ended goes on by its key, the others by the day alone: what stands before it on
        // that day has been shown. All begin at that day, so that the index is read from there.
        let (from, key) = match ended {
            None => (first.number(), None),
            Some((end, day)) if source == end => (day, after.map(|after| &after[1..])),
            Some((end, day)) if source < end => (day.saturating_add(1), None),
            Some((_, day)) => (day, None),
        };
        let span = [from.max(first.number()), last.number()];
        let page = page_of(db, source, span, today, key, limit)?;
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

/// One page of one kind, each row with its key on its day.
fn page_of(
    db: &Connection,
    kind: DueKind,
    [from, to]: [i64; 2],
    today: Day,
    after: Option<&[String]>,
    limit: usize,
) -> Result<Page<(DueItem, String)>> {
    let between = |column: &str, also: &str| {
        let mut condition = Condition::default();
        condition.also_with(&format!("{column} >= ?"), Value::Integer(from));
        condition.also_with(&format!("{column} <= ?"), Value::Integer(to));
        condition.also(&format!("{column} IS NOT NULL"));
        condition.also(also);
        condition
    };
    match kind {
        DueKind::DocumentReview => {
            let keys = [Key::number("due_earliest", at!(DOCUMENT, "due_earliest")), Key::text("code_fold", CODE_FOLD)];
            let read = |r: &rusqlite::Row<'_>| Ok((document_due(r, today)?, r.get::<_, String>(CODE_FOLD)?));
            paging::page(db, &DOCUMENTS, between("due_earliest", reviewed()), keys, after, limit, read)
        }
        DueKind::DocumentRevision => {
            let keys = [Key::number("t.due", at!(REVISION, "t.due")), Key::number("t.seq", TASK_SEQ)];
            let read = |r: &rusqlite::Row<'_>| Ok((revision_due(r, today)?, r.get::<_, i64>(TASK_SEQ)?.to_string()));
            let open = format!("({})", reviews::open_tasks_sql(db)?);
            paging::page(db, &REVISIONS, between("t.due", &open), keys, after, limit, read)
        }
        DueKind::RecordExpiry => {
            let keys = [Key::number("valid_until", at!(RECORD, "valid_until")), Key::number("seq", SEQ)];
            let read = |r: &rusqlite::Row<'_>| Ok((record_due(r, today)?, r.get::<_, i64>(SEQ)?.to_string()));
            paging::page(db, &RECORDS, between("valid_until", EXPIRING), keys, after, limit, read)
        }
        DueKind::OpenPoint => {
            let keys = [Key::number("due", at!(POINT, "due")), Key::text("hex(item) || ' ' || place", POINT_KEY)];
            let read = |r: &rusqlite::Row<'_>| Ok((point_due(r, today)?, r.get::<_, String>(POINT_KEY)?));
            let open = format!("({})", mapping::open_points_sql(db)?);
            paging::page(db, &POINTS, between("due", &open), keys, after, limit, read)
        }
        DueKind::Certificate => {
            let keys = [
                Key::number("d.day", at!(CERTIFICATE, "d.day")),
                Key::text("c.number_fold || ' ' || d.what", CERTIFICATE_KEY),
            ];
            let read = |r: &rusqlite::Row<'_>| Ok((certificate_due(r, today)?, r.get::<_, String>(CERTIFICATE_KEY)?));
            let open = format!("({CERTIFIED})");
            paging::page(db, &CERTIFICATES, between("d.day", &open), keys, after, limit, read)
        }
        DueKind::Control => {
            let keys = [
                Key::number("a.planned", at!(CONTROL, "a.planned")),
                Key::text("a.edition || ' ' || a.clause", CONTROL_KEY),
            ];
            let read = |r: &rusqlite::Row<'_>| Ok((control_due(r, today)?, r.get::<_, String>(CONTROL_KEY)?));
            let open = format!("({})", applicability::planned_sql(db)?);
            paging::page(db, &controls(db)?, between("a.planned", &open), keys, after, limit, read)
        }
    }
}
