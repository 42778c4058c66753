//! How documents stand, as rows: for the day the tables stand on, and in spans for all others.

use std::iter::Peekable;

use rusqlite::{Connection, Row, params};

use super::life::{Decision, Filed, Life, Stand, What};
use super::model::DocumentState;
use crate::day::{Day, Due};
use crate::error::Result;
use crate::ids::DocumentId;
use crate::paging::at;
use crate::workspace::standing_day;

/// What was filed and decided, of one document.
pub(super) fn life(db: &Connection, document: DocumentId) -> Result<Life> {
    let mut revisions =
        db.prepare_cached("SELECT document, id, filed, retired FROM revision WHERE document = ?1 ORDER BY position")?;
    let mut decisions = db.prepare_cached(&format!("{DECISIONS} WHERE document = ?1 ORDER BY seq"))?;
    Ok(Life {
        revisions: revisions.query_map([document], filed)?.map(|r| Ok(r?.1)).collect::<Result<_>>()?,
        decisions: decisions.query_map([document], decision)?.map(|r| Ok(r?.1)).collect::<Result<_>>()?,
    })
}

const DECISIONS: &str = "SELECT document, seq, recorded, holds, until, kind, revision, due FROM decision";

fn filed(row: &Row<'_>) -> rusqlite::Result<(DocumentId, Filed)> {
    Ok((row.get(0)?, Filed { id: row.get("id")?, day: row.get("filed")?, retired: row.get("retired")? }))
}

fn decision(row: &Row<'_>) -> rusqlite::Result<(DocumentId, Decision)> {
    const COLUMNS: &[&str] = &["document", "seq", "recorded", "holds", "until", "kind", "revision", "due"];
    let what = match row.get_ref(at!(COLUMNS, "kind"))?.as_str()? {
        "approved" => What::Approved(row.get(at!(COLUMNS, "revision"))?),
        "reinstated" => What::Reinstated(row.get(at!(COLUMNS, "revision"))?),
        "withdrawn" => What::Withdrawn,
        _ => What::NextReview,
    };
    let decision = Decision {
        seq: row.get(at!(COLUMNS, "seq"))?,
        recorded: row.get(at!(COLUMNS, "recorded"))?,
        holds: row.get(at!(COLUMNS, "holds"))?,
        until: row.get(at!(COLUMNS, "until"))?,
        what,
        due: super::queries::due(row.get(at!(COLUMNS, "due"))?),
    };
    Ok((row.get(0)?, decision))
}

/// Lets one document stand as its facts say: on the tables' day, and in its spans.
pub fn stand(db: &Connection, document: DocumentId) -> Result<()> {
    let life = life(db, document)?;
    db.prepare_cached("DELETE FROM document_span WHERE document = ?1")?.execute([document])?;
    put(db, document, &life, standing_day(db)?)?;
    put_spans(db, document, &life)
}

/// Lets those documents stand anew for which something begins after the first of these days and up to the second one;
/// answers which.
pub fn stand_anew(db: &Connection, after: Day, until: Day) -> Result<Vec<DocumentId>> {
    let documents = db
        .prepare_cached("SELECT DISTINCT document FROM document_span WHERE from_day > ?1 AND from_day <= ?2")?
        .query_map([after, until], |r| r.get(0))?
        .collect::<rusqlite::Result<Vec<DocumentId>>>()?;
    // Its facts are the same, so its spans are.
    let day = standing_day(db)?;
    for document in &documents {
        put(db, *document, &life(db, *document)?, day)?;
    }
    Ok(documents)
}

/// So many documents are read before they are written.
const BATCH: usize = 8_192;

/// Lets every document of replayed tables stand, for a day.
pub fn stand_all(db: &Connection, day: Day) -> Result<()> {
    let mut ids = db.prepare("SELECT id FROM document WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let mut revisions = db.prepare(
        "SELECT document, id, filed, retired FROM revision WHERE document BETWEEN ?1 AND ?2 ORDER BY document, position",
    )?;
    let mut decisions = db.prepare(&format!("{DECISIONS} WHERE document BETWEEN ?1 AND ?2 ORDER BY document, seq"))?;
    let mut last: Vec<u8> = Vec::new();
    loop {
        let batch =
            ids.query_map(params![last, BATCH as i64], |r| r.get(0))?.collect::<rusqlite::Result<Vec<DocumentId>>>()?;
        let (Some(first), Some(end)) = (batch.first(), batch.last()) else { return Ok(()) };
        let lives = {
            let mut revisions = revisions.query_map([first, end], filed)?.peekable();
            let mut decisions = decisions.query_map([first, end], decision)?.peekable();
            let life =
                |id: &DocumentId| Ok(Life { revisions: of(&mut revisions, *id)?, decisions: of(&mut decisions, *id)? });
            batch.iter().map(life).collect::<Result<Vec<_>>>()?
        };
        last = end.0.as_bytes().to_vec();
        for (id, life) in batch.iter().zip(&lives) {
            put(db, *id, life, day)?;
            put_spans(db, *id, life)?;
        }
    }
}

/// The rows of one document, from rows in the order of documents.
fn of<T>(
    rows: &mut Peekable<impl Iterator<Item = rusqlite::Result<(DocumentId, T)>>>,
    document: DocumentId,
) -> Result<Vec<T>> {
    let mut out = Vec::new();
    // What belongs to a document that was taken back stands before those that are there.
    while let Some(row) = rows.next_if(|row| row.as_ref().map_or(true, |(id, _)| *id <= document)) {
        let (id, found) = row?;
        if id == document {
            out.push(found);
        }
    }
    Ok(out)
}

/// How a document and its revisions stand on the tables' day.
fn put(db: &Connection, document: DocumentId, life: &Life, day: Day) -> Result<()> {
    let Stand { state, current, due } = life.on(day);
    db.prepare_cached(
        "UPDATE document SET state = ?2, current = ?3, due = ?4, due_earliest = ?5, due_latest = ?6 WHERE id = ?1",
    )?
    .execute(params![document, state, current, json(due)?, due.map(Due::earliest), due.map(Due::latest)])?;
    let mut revision = db.prepare_cached("UPDATE revision SET state = ?2 WHERE id = ?1 AND state <> ?2")?;
    for filed in &life.revisions {
        revision.execute(params![filed.id, life.state(filed, day)])?;
    }
    Ok(())
}

/// How it stands in each span of days, where it does not stand alike on all.
fn put_spans(db: &Connection, document: DocumentId, life: &Life) -> Result<()> {
    let spans = life.spans();
    if spans.len() < 2 {
        return Ok(());
    }
    let mut span = db.prepare_cached(
        "INSERT INTO document_span (document, from_day, until_day, state, current, due, due_earliest, due_latest, coming)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CASE WHEN ?9 THEN (SELECT code_fold FROM document WHERE id = ?1) END)",
    )?;
    let mut before = None;
    for (n, (from, Stand { state, current, due })) in spans.iter().enumerate() {
        let in_force = current.filter(|_| *state == DocumentState::Effective);
        let coming = in_force.is_some() && in_force != before;
        before = in_force;
        let until = spans.get(n + 1).map_or(Day::MAX, |(day, _)| *day);
        let (earliest, latest) = (due.map(Due::earliest), due.map(Due::latest));
        span.execute(params![document, from, until, state, current, json(*due)?, earliest, latest, coming])?;
    }
    Ok(())
}

fn json(due: Option<Due>) -> Result<Option<String>> {
    Ok(due.map(|due| serde_json::to_string(&due)).transpose()?)
}

/// Lets a connection of its own answer for a day: what it calls `document` stands as on that day. Set aside is how those
/// stand that stand otherwise on the tables' own day; all others are read as they are, in the order of any index.
pub fn look(db: &Connection, day: Day, tables: Day) -> Result<()> {
    db.execute_batch(
        "CREATE TEMP TABLE document_on (document BLOB PRIMARY KEY, state TEXT NOT NULL, current BLOB, due TEXT,
             due_earliest INTEGER, due_latest INTEGER) STRICT, WITHOUT ROWID",
    )?;
    db.execute(
        "INSERT INTO document_on SELECT document, state, current, due, due_earliest, due_latest FROM main.document_span
         WHERE +from_day <= ?1 AND until_day > ?1 AND NOT (+from_day <= ?2 AND until_day > ?2)",
        [day, tables],
    )?;
    let columns: Vec<String> = db
        .prepare("SELECT name FROM pragma_table_info('document')")?
        .query_map([], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let spans = ["state", "current", "due", "due_earliest", "due_latest"];
    let columns: Vec<String> = columns
        .iter()
        .map(|name| match name.as_str() {
            name if spans.contains(&name) => {
                format!("CASE WHEN s.document IS NULL THEN d.{name} ELSE s.{name} END AS {name}")
            }
            name => format!("d.{name}"),
        })
        .collect();
    let columns = columns.join(", ");
    Ok(db.execute_batch(&format!(
        "CREATE TEMP VIEW document AS SELECT {columns} FROM main.document d
         LEFT JOIN temp.document_on s ON s.document = d.id"
    ))?)
}
