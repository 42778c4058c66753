//! Documents and revisions as rows.

use std::sync::LazyLock;

use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, params};

use super::events::DocumentEvent;
use super::model::{DocumentState, RevisionState};
use super::particulars::Particulars;
use crate::day::{Day, Due};
use crate::error::Result;
use crate::filed::FileTable;
use crate::ids::{DocumentId, RevisionId, ScopeItemId};
use crate::ledger::Stamp;
use crate::named::List;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/documents.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &DocumentEvent) -> Result<()> {
    match event {
        DocumentEvent::Registered { id, code, particulars, scope } => {
            registered(db, stamp, *id, code, particulars, scope)
        }
        DocumentEvent::RevisionFiled { document, revision, label, summary, author, files } => {
            db.prepare_cached(
                "INSERT INTO revision (id, document, position, label, summary, state, author, filed)
                 VALUES (?1, ?2, ?3, ?4, ?5, 'draft', ?6, ?7)",
            )?
            .execute(params![revision, document, stamp.seq, label, summary, author, stamp.day])?;
            FileTable::Revision.insert(db, revision, files)?;
            // A draft beside an effective revision leaves the document effective.
            db.prepare_cached(
                "UPDATE document SET
                     current = CASE WHEN state IN ('effective', 'approved') THEN current ELSE ?2 END,
                     state = CASE WHEN state = 'listed' THEN 'draft' ELSE state END
                 WHERE id = ?1",
            )?
            .execute(params![document, revision])?;
            Ok(())
        }
        DocumentEvent::FilesAttached { revision, files } => FileTable::Revision.insert(db, revision, files),
        DocumentEvent::Approved { document, revision, by, on } => {
            db.prepare_cached(
                "UPDATE revision SET state = 'approved', approved_by = ?2, approved_on = ?3 WHERE id = ?1",
            )?
            .execute(params![revision, by, on.map(|d| serde_json::to_string(&d)).transpose()?])?;
            db.prepare_cached(
                "UPDATE document SET state = 'approved', current = ?2 WHERE id = ?1 AND state <> 'effective'",
            )?
            .execute(params![document, revision])?;
            Ok(())
        }
        DocumentEvent::MadeEffective { document, revision, from } => made_effective(db, *document, *revision, *from),
        DocumentEvent::NextReviewSet { document, due } => set_due(db, *document, *due),
        DocumentEvent::RevisionRetired { revision, on } => end_revision(db, *revision, RevisionState::Superseded, *on),
        DocumentEvent::Withdrawn { document, on, .. } => {
            db.prepare_cached(
                "UPDATE revision SET state = 'withdrawn', ended_on = ?2
                 WHERE document = ?1 AND state IN ('draft', 'approved', 'effective')",
            )?
            .execute(params![document, on])?;
            db.prepare_cached("UPDATE document SET state = 'withdrawn' WHERE id = ?1")?.execute([document])?;
            set_due(db, *document, None)
        }
        DocumentEvent::RevisionTakenBack { document, revision } => {
            FileTable::Revision.remove(db, revision)?;
            db.prepare_cached("DELETE FROM revision WHERE id = ?1")?.execute([revision])?;
            db.prepare_cached(
                "UPDATE document SET
                     current = (SELECT id FROM revision WHERE document = ?1 ORDER BY state <> 'effective', position DESC LIMIT 1),
                     state = CASE WHEN EXISTS (SELECT 1 FROM revision WHERE document = ?1) THEN state ELSE 'listed' END
                 WHERE id = ?1",
            )?
            .execute([document])?;
            Ok(())
        }
        DocumentEvent::TakenBack { document } => {
            for sql in ["DELETE FROM document_scope WHERE document = ?1", "DELETE FROM document WHERE id = ?1"] {
                db.prepare_cached(sql)?.execute([document])?;
            }
            Ok(())
        }
    }
}

fn registered(
    db: &Connection,
    stamp: &Stamp,
    id: DocumentId,
    code: &str,
    particulars: &Particulars,
    scope: &[ScopeItemId],
) -> Result<()> {
    let (code_fold, title_fold) = (fold(code), fold(&particulars.title));
    let (registered, state) = (stamp.day, DocumentState::Listed);
    let mut values: Vec<&dyn ToSql> = vec![&id, &stamp.seq, &code, &code_fold, &title_fold, &registered, &state];
    values.extend(particulars.values());
    db.prepare_cached(&INSERT)?.execute(values.as_slice())?;
    for item in scope {
        db.prepare_cached("INSERT OR IGNORE INTO document_scope (document, item) VALUES (?1, ?2)")?
            .execute(params![id, item])?;
    }
    Ok(())
}

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let values = vec!["?"; 7 + Particulars::COLUMNS.len()].join(", ");
    let particulars = Particulars::COLUMNS.join(", ");
    format!(
        "INSERT INTO document (id, seq, code, code_fold, title_fold, registered, state, {particulars}) VALUES ({values})"
    )
});

fn made_effective(db: &Connection, document: DocumentId, revision: RevisionId, from: Day) -> Result<()> {
    let before: Option<RevisionId> = db
        .prepare_cached("SELECT id FROM revision WHERE document = ?1 AND state = 'effective'")?
        .query_row([document], |r| r.get(0))
        .optional()?;
    if let Some(before) = before.filter(|b| *b != revision) {
        end_revision(db, before, RevisionState::Superseded, Some(from))?;
    }
    db.prepare_cached("UPDATE revision SET state = 'effective', effective_from = ?2 WHERE id = ?1")?
        .execute(params![revision, from])?;
    db.prepare_cached("UPDATE document SET state = 'effective', current = ?2 WHERE id = ?1")?
        .execute(params![document, revision])?;
    Ok(())
}

fn end_revision(db: &Connection, revision: RevisionId, state: RevisionState, on: Option<Day>) -> Result<()> {
    db.prepare_cached("UPDATE revision SET state = ?2, ended_on = ?3 WHERE id = ?1")?
        .execute(params![revision, state, on])?;
    Ok(())
}

fn set_due(db: &Connection, document: DocumentId, due: Option<Due>) -> Result<()> {
    db.prepare_cached("UPDATE document SET due = ?2, due_earliest = ?3, due_latest = ?4 WHERE id = ?1")?.execute(
        params![
            document,
            due.map(|d| serde_json::to_string(&d)).transpose()?,
            due.map(Due::earliest),
            due.map(Due::latest)
        ],
    )?;
    Ok(())
}
