//! What is due in a span of days, and how much of it.

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::{DueItem, DueKind};
use super::sources::{
    CERTIFICATE_DAYS, CERTIFICATES, CERTIFIED, DOCUMENTS, EXPIRING, PLANNED, POINTS, RECORDS, REVISIONS, TASKS,
    certificate_due, control_due, controls, document_due, point_due, record_due, reviewed, revision_due,
};
use crate::applicability;
use crate::claims::{self, Moved};
use crate::day::{Day, Overdue};
use crate::error::Result;
use crate::mapping;
use crate::reviews;

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
    /// Statements of Applicability that moved on, and certificates that cite an older version.
    pub moved: Vec<Moved>,
}

/// Everything due until `until` with what is late among it.
pub fn list(db: &Connection, until: Option<Day>, day: Day) -> Result<ReviewsDue> {
    let items = due_until(db, until, day)?;
    let count = |wanted: Overdue| items.iter().filter(|i| i.overdue == wanted).count();
    Ok(ReviewsDue {
        day,
        overdue: count(Overdue::Yes),
        unclear: count(Overdue::ByOneReading),
        items,
        moved: claims::moved(db, day)?,
    })
}

/// Everything due until `until`, soonest first. Documents out of use are not due; drafts are not either, since
/// nothing of theirs is in force.
pub fn due_until(db: &Connection, until: Option<Day>, today: Day) -> Result<Vec<DueItem>> {
    due_between(db, Day::MIN, until.unwrap_or(Day::MAX), today, usize::MAX)
}

/// The first `most` of what is due from `first` to `last`, both included, soonest first.
pub fn due_between(db: &Connection, first: Day, last: Day, today: Day, most: usize) -> Result<Vec<DueItem>> {
    let mut out = documents_between(db, [first, last], reviewed(), today, most)?;
    out.extend(others_between(db, [first, last], today, most)?);
    Ok(soonest(out, most))
}

/// The first `most`, soonest first. Documents come from several lists; what else falls on one day stays in the order in which
/// it was read, which is that of its pages.
pub(super) fn soonest(mut items: Vec<DueItem>, most: usize) -> Vec<DueItem> {
    fn code(item: &DueItem) -> &str {
        if item.kind == DueKind::DocumentReview { &item.code } else { "" }
    }
    items.sort_by(|a, b| (a.due.earliest(), a.kind, code(a)).cmp(&(b.due.earliest(), b.kind, code(b))));
    items.truncate(most);
    items
}

// In these statements the plus before `state` keeps the planner on the index by date.

/// The first documents that are due and pass.
pub(super) fn documents_between(
    db: &Connection,
    [first, last]: [Day; 2],
    passes: &str,
    today: Day,
    most: usize,
) -> Result<Vec<DueItem>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut documents = db.prepare_cached(&format!(
        "{} WHERE due_earliest BETWEEN ?1 AND ?2 AND due_earliest IS NOT NULL
         AND {passes} ORDER BY due_earliest, code_fold LIMIT ?3",
        *DOCUMENTS
    ))?;
    let rows = documents.query_map(params![first, last, limit], |r| document_due(r, today))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many documents are due and pass.
pub(super) fn documents_count(db: &Connection, [first, last]: [Day; 2], passes: &str) -> Result<usize> {
    let sql = format!(
        "SELECT count(*) FROM document WHERE due_earliest BETWEEN ?1 AND ?2 AND due_earliest IS NOT NULL AND {passes}"
    );
    Ok(db.prepare_cached(&sql)?.query_row(params![first, last], |r| r.get(0))?)
}

/// The first of each other kind.
pub(super) fn others_between(
    db: &Connection,
    [first, last]: [Day; 2],
    today: Day,
    most: usize,
) -> Result<Vec<DueItem>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut out = revisions_between(db, [first, last], today, most)?;
    let mut records = db.prepare_cached(&format!(
        "{} WHERE valid_until BETWEEN ?1 AND ?2 AND {EXPIRING} ORDER BY valid_until, seq LIMIT ?3",
        *RECORDS
    ))?;
    for due in records.query_map(params![first, last, limit], |r| record_due(r, today))? {
        out.push(due?);
    }
    let mut points = db.prepare_cached(&format!(
        "{} WHERE due BETWEEN ?1 AND ?2 AND due IS NOT NULL AND {} ORDER BY due, hex(item) || ' ' || place LIMIT ?3",
        *POINTS,
        mapping::open_points_sql(db)?
    ))?;
    for due in points.query_map(params![first, last, limit], |r| point_due(r, today))? {
        out.push(due?);
    }
    let mut certificates = db.prepare_cached(&format!(
        "{} WHERE d.day BETWEEN ?1 AND ?2 AND {CERTIFIED} ORDER BY d.day, c.number_fold || ' ' || d.what LIMIT ?3",
        *CERTIFICATES
    ))?;
    for due in certificates.query_map(params![first, last, limit], |r| certificate_due(r, today))? {
        out.push(due?);
    }
    let mut planned = db.prepare_cached(&format!(
        "{} WHERE a.planned BETWEEN ?1 AND ?2 AND {} ORDER BY a.planned, a.edition || ' ' || a.clause LIMIT ?3",
        controls(db)?,
        applicability::planned_sql(db)?
    ))?;
    for due in planned.query_map(params![first, last, limit], |r| control_due(r, today))? {
        out.push(due?);
    }
    Ok(out)
}

/// The first revisions that were asked for, soonest first.
pub(super) fn revisions_between(
    db: &Connection,
    [first, last]: [Day; 2],
    today: Day,
    most: usize,
) -> Result<Vec<DueItem>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut revisions = db.prepare_cached(&format!(
        "{} WHERE t.due BETWEEN ?1 AND ?2 AND {} ORDER BY t.due, t.seq LIMIT ?3",
        *REVISIONS,
        reviews::open_tasks_sql(db)?
    ))?;
    let rows = revisions.query_map(params![first, last, limit], |r| revision_due(r, today))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How much is due in a span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueCounts {
    /// Documents to be reviewed.
    pub documents: usize,
    /// Revisions that were asked for.
    pub revisions: usize,
    /// Records whose validity ends.
    pub records: usize,
    /// Open points that somebody is to see to.
    pub points: usize,
    /// Days of certificates.
    pub certificates: usize,
    /// Controls that are planned to be in place.
    pub controls: usize,
}

impl DueCounts {
    /// All of them.
    pub fn all(self) -> usize {
        self.documents + self.revisions + self.records + self.points + self.certificates + self.controls
    }

    /// Those of a kind.
    pub fn of(self, kind: DueKind) -> usize {
        match kind {
            DueKind::DocumentReview => self.documents,
            DueKind::DocumentRevision => self.revisions,
            DueKind::RecordExpiry => self.records,
            DueKind::OpenPoint => self.points,
            DueKind::Certificate => self.certificates,
            DueKind::Control => self.controls,
        }
    }
}

/// How much is due from `first` to `last`, both included.
pub fn due_counts(db: &Connection, first: Day, last: Day) -> Result<DueCounts> {
    let count =
        |sql: &str| -> Result<usize> { Ok(db.prepare_cached(sql)?.query_row(params![first, last], |r| r.get(0))?) };
    Ok(DueCounts {
        documents: documents_count(db, [first, last], reviewed())?,
        revisions: count(&format!(
            "SELECT count(*) FROM {TASKS} WHERE t.due BETWEEN ?1 AND ?2 AND {}",
            reviews::open_tasks_sql(db)?
        ))?,
        records: count(&format!("SELECT count(*) FROM record WHERE valid_until BETWEEN ?1 AND ?2 AND {EXPIRING}"))?,
        points: count(&format!(
            "SELECT count(*) FROM point WHERE due BETWEEN ?1 AND ?2 AND due IS NOT NULL AND {}",
            mapping::open_points_sql(db)?
        ))?,
        certificates: count(&format!(
            "SELECT count(*) FROM {CERTIFICATE_DAYS} WHERE d.day BETWEEN ?1 AND ?2 AND {CERTIFIED}"
        ))?,
        controls: count(&format!(
            "SELECT count(*) FROM {PLANNED} WHERE a.planned BETWEEN ?1 AND ?2 AND {}",
            applicability::planned_sql(db)?
        ))?,
    })
}

/// How much is due from `first` to `last`, both included.
pub fn due_count(db: &Connection, first: Day, last: Day) -> Result<usize> {
    due_counts(db, first, last).map(DueCounts::all)
}
