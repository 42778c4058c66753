//! Questions about what is due and what was decided.

use std::sync::LazyLock;

use rusqlite::{Connection, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::{DueKind, Outcome};
use crate::day::{Day, Due as DueDate, Overdue};
use crate::documents::DocumentState;
use crate::error::Result;
use crate::ids::DocumentId;
use crate::paging::at;

/// Something that needs a person by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DueItem")]
pub struct Due {
    /// What there is to do.
    pub kind: DueKind,
    /// Code of the document or record.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Role that answers for it.
    pub owner: String,
    /// When, as far as it is known.
    pub due: DueDate,
    /// Whether that day has passed.
    pub overdue: Overdue,
    /// Stable identifier, for calendars.
    pub uid: uuid::Uuid,
}

/// A review that was concluded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Concluded {
    /// What came of it.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// When.
    pub on: Day,
    /// Who.
    pub reviewer: String,
    /// Next review, where there is one.
    pub next_review: Option<DueDate>,
}

/// Evidence touched by a change of scope (R47).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recheck {
    /// Code of the system whose scope changed.
    pub system: String,
    /// Code of the scope item.
    pub scope_item: String,
    /// `added` or `removed`.
    pub change: String,
    /// When.
    pub on: Day,
    /// Codes of the documents and records that belong to the item and were not reviewed since.
    pub items: Vec<String>,
}

/// Everything due until `until`, soonest first. Documents out of use are not due; drafts are not either, since
/// nothing of theirs is in force.
pub fn due_until(db: &Connection, until: Option<Day>, today: Day) -> Result<Vec<Due>> {
    due_between(db, Day::MIN, until.unwrap_or(Day::MAX), today, usize::MAX)
}

// In these statements the plus before `state` keeps the planner on the index by date.

/// The first `most` of what is due from `first` to `last`, both included, soonest first.
pub fn due_between(db: &Connection, first: Day, last: Day, today: Day, most: usize) -> Result<Vec<Due>> {
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
        "{} WHERE valid_until BETWEEN ?1 AND ?2 AND valid_until IS NOT NULL ORDER BY valid_until, seq LIMIT ?3",
        *RECORDS
    ))?;
    for due in records.query_map(params![first, last, limit], |r| record_due(r, today))? {
        out.push(due?);
    }
    out.sort_by(|a, b| (a.due.earliest(), a.kind, &a.code).cmp(&(b.due.earliest(), b.kind, &b.code)));
    out.truncate(most);
    Ok(out)
}

/// Documents that are reviewed are those in use. The plus keeps the index of days in use.
pub(super) fn reviewed() -> &'static str {
    static CONDITION: LazyLock<String> = LazyLock::new(|| DocumentState::in_use_sql("+state"));
    &CONDITION
}

/// What `document_due` reads, and the keys of the order.
pub(super) const DOCUMENT: &[&str] = &["code", "title", "owner", "due", "id", "due_earliest", "code_fold"];

pub(super) static DOCUMENTS: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {} FROM document", DOCUMENT.join(", ")));

pub(super) fn document_due(row: &Row<'_>, today: Day) -> rusqlite::Result<Due> {
    const DUE: usize = at!(DOCUMENT, "due");
    let text: String = row.get(DUE)?;
    let due: DueDate = serde_json::from_str(&text).map_err(|cause| {
        rusqlite::Error::FromSqlConversionFailure(DUE, rusqlite::types::Type::Text, Box::new(cause))
    })?;
    Ok(Due {
        kind: DueKind::DocumentReview,
        code: row.get(at!(DOCUMENT, "code"))?,
        title: row.get(at!(DOCUMENT, "title"))?,
        owner: row.get(at!(DOCUMENT, "owner"))?,
        due,
        overdue: due.overdue(today),
        uid: uuid::Uuid::from_bytes(row.get(at!(DOCUMENT, "id"))?),
    })
}

/// What `record_due` reads, and the last key of the order.
pub(super) const RECORD: &[&str] = &["code", "title", "valid_until", "id", "seq"];

pub(super) static RECORDS: LazyLock<String> = LazyLock::new(|| format!("SELECT {} FROM record", RECORD.join(", ")));

pub(super) fn record_due(row: &Row<'_>, today: Day) -> rusqlite::Result<Due> {
    let due = DueDate::Day { day: row.get(at!(RECORD, "valid_until"))? };
    Ok(Due {
        kind: DueKind::RecordExpiry,
        code: row.get(at!(RECORD, "code"))?,
        title: row.get(at!(RECORD, "title"))?,
        owner: String::new(),
        due,
        overdue: due.overdue(today),
        uid: uuid::Uuid::from_bytes(row.get(at!(RECORD, "id"))?),
    })
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
        .prepare_cached("SELECT count(*) FROM record WHERE valid_until BETWEEN ?1 AND ?2 AND valid_until IS NOT NULL")?
        .query_row(span, |r| r.get(0))?;
    Ok((documents, records))
}

/// How much is due from `first` to `last`, both included.
pub fn due_count(db: &Connection, first: Day, last: Day) -> Result<usize> {
    due_counts(db, first, last).map(|(documents, records)| documents + records)
}

/// What falls due in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Load {
    /// The month's first day.
    pub month: Day,
    /// Document reviews.
    pub documents: usize,
    /// Records whose validity ends.
    pub records: usize,
}

/// What falls due in each of `months` months, beginning with the month of `today` from that day on. A date known
/// only in part stands in its earliest month.
pub fn load(db: &Connection, today: Day, months: u32) -> Result<Vec<Load>> {
    let mut documents = db.prepare_cached(&format!(
        "SELECT count(*) FROM document WHERE due_earliest >= ?1 AND due_earliest < ?2 AND due_earliest IS NOT NULL
         AND {}",
        reviewed()
    ))?;
    let mut records = db.prepare_cached("SELECT count(*) FROM record WHERE valid_until >= ?1 AND valid_until < ?2")?;
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

/// The concluded reviews of a document, oldest first.
pub fn reviews_of(db: &Connection, document: DocumentId) -> Result<Vec<Concluded>> {
    Ok(db
        .prepare_cached(
            "SELECT outcome, reason, day, reviewer, next_review FROM review WHERE document = ?1 ORDER BY seq",
        )?
        .query_map([document], |r| {
            let next: Option<String> = r.get("next_review")?;
            Ok(Concluded {
                outcome: r.get("outcome")?,
                reason: r.get("reason")?,
                on: r.get("day")?,
                reviewer: r.get("reviewer")?,
                next_review: next.and_then(|text| serde_json::from_str(&text).ok()),
            })
        })?
        .collect::<rusqlite::Result<_>>()?)
}

/// What has to be looked at again because a scope changed: evidence that belongs to the item that came in or
/// went out, filed before the change and not reviewed since.
pub fn rechecks(db: &Connection) -> Result<Vec<Recheck>> {
    let mut changes = db.prepare_cached(
        "SELECT c.seq, s.code AS system, i.code AS scope_item, c.change, c.day, c.item FROM system_scope_change c
         JOIN system s ON s.id = c.system JOIN scope_item i ON i.id = c.item ORDER BY c.seq, s.position, i.code",
    )?;
    let mut touched = db.prepare_cached(
        "SELECT d.code FROM document_scope x JOIN document d ON d.id = x.document
         WHERE x.item = ?1 AND d.seq < ?2 AND d.state <> 'withdrawn'
           AND NOT EXISTS (SELECT 1 FROM review v WHERE v.document = d.id AND v.seq > ?2)
         UNION ALL
         SELECT r.code FROM record_scope x JOIN record r ON r.id = x.record WHERE x.item = ?1 AND r.seq < ?2
         ORDER BY 1",
    )?;
    let rows = changes
        .query_map([], |r| {
            let recheck = Recheck {
                system: r.get("system")?,
                scope_item: r.get("scope_item")?,
                change: r.get("change")?,
                on: r.get("day")?,
                items: Vec::new(),
            };
            Ok((r.get::<_, i64>("seq")?, r.get::<_, Vec<u8>>("item")?, recheck))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut out = Vec::new();
    for (seq, item, mut recheck) in rows {
        recheck.items = touched.query_map(params![item, seq], |r| r.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        if !recheck.items.is_empty() {
            out.push(recheck);
        }
    }
    Ok(out)
}
