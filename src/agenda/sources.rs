//! Where due dates come from: the statement of each table that holds some, and how a row of it is read. Whoever adds a due
//! date adds its source here.

use std::sync::LazyLock;

use rusqlite::{Connection, Row};

use super::model::{CertificateDay, DueControl, DueItem, DueKind, DuePoint};
use crate::applicability;
use crate::day::{Day, Due as DueDate};
use crate::digest::Digest;
use crate::documents::DocumentState;
use crate::error::Result;
use crate::mapping;
use crate::paging::at;
use crate::standards::{ClauseRef, catalogue};

/// Documents that are reviewed are those in use. The plus keeps the index of days in use.
pub(super) fn reviewed() -> &'static str {
    static CONDITION: LazyLock<String> = LazyLock::new(|| DocumentState::in_use_sql("+state"));
    &CONDITION
}

/// What `document_due` reads, and the keys of the order.
pub(super) const DOCUMENT: &[&str] = &["code", "title", "owner", "due", "id", "due_earliest", "code_fold"];

pub(super) static DOCUMENTS: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {} FROM document", DOCUMENT.join(", ")));

pub(super) fn document_due(row: &Row<'_>, today: Day) -> rusqlite::Result<DueItem> {
    const DUE: usize = at!(DOCUMENT, "due");
    let text: String = row.get(DUE)?;
    let due: DueDate = serde_json::from_str(&text).map_err(|cause| {
        rusqlite::Error::FromSqlConversionFailure(DUE, rusqlite::types::Type::Text, Box::new(cause))
    })?;
    Ok(DueItem {
        kind: DueKind::DocumentReview,
        code: row.get(at!(DOCUMENT, "code"))?,
        title: row.get(at!(DOCUMENT, "title"))?,
        owner: row.get(at!(DOCUMENT, "owner"))?,
        due,
        overdue: due.overdue(today),
        point: None,
        certificate: None,
        control: None,
        uid: uuid::Uuid::from_bytes(row.get(at!(DOCUMENT, "id"))?),
    })
}

/// Records whose validity ends, unless another one stands in their place or they were filed by mistake; the condition is
/// that of the index of such days.
pub(super) const EXPIRING: &str = "valid_until IS NOT NULL AND exit IS NULL";

/// What `record_due` reads, and the last key of the order.
pub(super) const RECORD: &[&str] = &["code", "title", "valid_until", "id", "seq"];

pub(super) static RECORDS: LazyLock<String> = LazyLock::new(|| format!("SELECT {} FROM record", RECORD.join(", ")));

pub(super) fn record_due(row: &Row<'_>, today: Day) -> rusqlite::Result<DueItem> {
    let due = DueDate::Day { day: row.get(at!(RECORD, "valid_until"))? };
    Ok(DueItem {
        kind: DueKind::RecordExpiry,
        code: row.get(at!(RECORD, "code"))?,
        title: row.get(at!(RECORD, "title"))?,
        owner: String::new(),
        due,
        overdue: due.overdue(today),
        point: None,
        certificate: None,
        control: None,
        uid: uuid::Uuid::from_bytes(row.get(at!(RECORD, "id"))?),
    })
}

/// What `revision_due` reads, and the last key of the order. Which rows are open is `reviews::open_tasks_sql`'s to say.
pub(super) const REVISION: &[&str] = &["d.code", "d.title", "t.owner", "t.due", "t.review", "t.seq"];

pub(super) static REVISIONS: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {} FROM {TASKS}", REVISION.join(", ")));

/// Where they stand.
pub(super) const TASKS: &str = "revision_task t JOIN document d ON d.id = t.document";

pub(super) fn revision_due(row: &Row<'_>, today: Day) -> rusqlite::Result<DueItem> {
    let due = DueDate::Day { day: row.get(at!(REVISION, "t.due"))? };
    Ok(DueItem {
        kind: DueKind::DocumentRevision,
        code: row.get(at!(REVISION, "d.code"))?,
        title: row.get(at!(REVISION, "d.title"))?,
        owner: row.get(at!(REVISION, "t.owner"))?,
        due,
        overdue: due.overdue(today),
        point: None,
        certificate: None,
        control: None,
        uid: uuid::Uuid::from_bytes(row.get(at!(REVISION, "t.review"))?),
    })
}

/// What `point_due` reads, and the last key of the order: several points may have opened with one entry. Which rows are open
/// is `mapping::open_points_sql`'s to say.
pub(super) const POINT: &[&str] = &[
    "coalesce((SELECT code FROM document WHERE id = item), (SELECT code FROM record WHERE id = item))",
    "coalesce((SELECT title FROM document WHERE id = item), (SELECT title FROM record WHERE id = item))",
    "owner",
    "due",
    "item",
    "point",
    "edition",
    "clause",
    "(SELECT group_concat(DISTINCT l.edition || '/' || l.clause) FROM point_pair q JOIN link l ON l.id = q.wanted
      WHERE q.item = point.item AND q.point = point.point AND q.edition = point.edition AND q.clause = point.clause)",
    "hex(item) || ' ' || place",
];

/// Where the clauses stand in [`POINT`] that the point keeps open.
const KEPT: usize = 8;

pub(super) static POINTS: LazyLock<String> = LazyLock::new(|| format!("SELECT {} FROM point", POINT.join(", ")));

pub(super) fn point_due(row: &Row<'_>, today: Day) -> rusqlite::Result<DueItem> {
    let due = DueDate::Day { day: row.get(at!(POINT, "due"))? };
    let (id, item): (String, [u8; 16]) = (row.get(at!(POINT, "point"))?, row.get(at!(POINT, "item"))?);
    let (edition, clause): (String, String) = (row.get(at!(POINT, "edition"))?, row.get(at!(POINT, "clause"))?);
    let (standard, year) = edition.split_once(':').unwrap_or((&edition, ""));
    let named = Digest::of(format!("{} {id} {edition}/{clause}", uuid::Uuid::from_bytes(item)).as_bytes());
    let what = mapping::asked_for(&id);
    let at = ClauseRef { standard: standard.into(), edition: year.into(), clause };
    let kept: Option<String> = row.get(KEPT)?;
    let mut kept: Vec<ClauseRef> =
        kept.iter().flat_map(|all| all.split(',')).filter_map(|one| one.parse().ok()).collect();
    kept.sort();
    let stands = mapping::stands(&at, &kept);
    Ok(DueItem {
        kind: DueKind::OpenPoint,
        code: row.get(0)?,
        title: row.get(1)?,
        owner: row.get(at!(POINT, "owner"))?,
        due,
        overdue: due.overdue(today),
        point: Some(DuePoint { id, at, stands, what }),
        certificate: None,
        control: None,
        // The same point has the same identifier in every file, whenever it was opened or assigned.
        uid: uuid::Builder::from_custom_bytes(first_half(&named)).into_uuid(),
    })
}

/// What `certificate_due` reads, and the last key of the order.
pub(super) const CERTIFICATE: &[&str] =
    &["c.number", "s.edition", "c.body", "d.day", "d.what", "c.id", "c.number_fold || ' ' || d.what"];

pub(super) static CERTIFICATES: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {} FROM {CERTIFICATE_DAYS}", CERTIFICATE.join(", ")));

/// Where the days of certificates stand.
pub(super) const CERTIFICATE_DAYS: &str =
    "certificate_day d JOIN certificate c ON c.id = d.certificate JOIN system s ON s.id = c.system";

/// Days that are still to be seen to: of no certificate that was withdrawn, and none in whose place another one of the same
/// scope came before that day. The condition is that of the index of such days.
pub(super) const CERTIFIED: &str = "d.held_on IS NULL AND c.withdrawn_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM certificate n WHERE n.system = c.system AND n.scope = c.scope
        AND n.issued_on > c.issued_on AND n.issued_on <= d.day AND n.withdrawn_on IS NULL)";

pub(super) fn certificate_due(row: &Row<'_>, today: Day) -> rusqlite::Result<DueItem> {
    let due = DueDate::Day { day: row.get(at!(CERTIFICATE, "d.day"))? };
    let (id, what): ([u8; 16], CertificateDay) =
        (row.get(at!(CERTIFICATE, "c.id"))?, row.get(at!(CERTIFICATE, "d.what"))?);
    let (edition, body): (String, String) =
        (row.get(at!(CERTIFICATE, "s.edition"))?, row.get(at!(CERTIFICATE, "c.body"))?);
    let named = Digest::of(format!("{} {what} {due}", uuid::Uuid::from_bytes(id)).as_bytes());
    Ok(DueItem {
        kind: DueKind::Certificate,
        code: row.get(at!(CERTIFICATE, "c.number"))?,
        title: format!("{edition}, {body}"),
        owner: String::new(),
        due,
        overdue: due.overdue(today),
        point: None,
        certificate: Some(what),
        control: None,
        uid: uuid::Builder::from_custom_bytes(first_half(&named)).into_uuid(),
    })
}

/// What `control_due` reads, and the last key of the order.
pub(super) const CONTROL: &[&str] = &[
    "a.edition",
    "a.clause",
    "a.planned",
    "s.code",
    "coalesce(json_extract(a.decision, '$.owner'), '')",
    "a.edition || ' ' || a.clause",
];

/// The statement that reads them, with the title that the organisation gave a control of its own.
pub(super) fn controls(db: &Connection) -> Result<String> {
    Ok(format!("SELECT {}, {} FROM {PLANNED}", CONTROL.join(", "), applicability::own_title_sql(db)?))
}

/// Where what is planned stands: decisions in systems that are held. Which rows are still to be seen to is
/// `applicability::planned_sql`'s to say.
pub(super) const PLANNED: &str = "applicability a JOIN system s ON s.edition = a.edition";

pub(super) fn control_due(row: &Row<'_>, today: Day) -> rusqlite::Result<DueItem> {
    let due = DueDate::Day { day: row.get(at!(CONTROL, "a.planned"))? };
    let (edition, clause): (String, String) = (row.get(at!(CONTROL, "a.edition"))?, row.get(at!(CONTROL, "a.clause"))?);
    let named = Digest::of(format!("planned {edition}/{clause}").as_bytes());
    let (standard, year) = edition.split_once(':').unwrap_or((&edition, ""));
    let at = ClauseRef { standard: standard.into(), edition: year.into(), clause };
    let own: Option<String> = row.get(CONTROL.len())?;
    Ok(DueItem {
        kind: DueKind::Control,
        code: at.clause.clone(),
        title: own.unwrap_or_else(|| catalogue().title(&at)),
        owner: row.get(at!(CONTROL, "coalesce(json_extract(a.decision, '$.owner'), '')"))?,
        due,
        overdue: due.overdue(today),
        point: None,
        certificate: None,
        control: Some(DueControl { system: row.get(at!(CONTROL, "s.code"))?, at }),
        // The same control has the same identifier in every file, to whatever day it is put off.
        uid: uuid::Builder::from_custom_bytes(first_half(&named)).into_uuid(),
    })
}

fn first_half(digest: &Digest) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&digest.as_bytes()[..16]);
    half
}
