//! Documents and revisions as rows: what was filed and decided. How they stand on a day follows from that, see `stand`.

use std::sync::LazyLock;

use rusqlite::types::ToSql;
use rusqlite::{Connection, params};

use super::events::DocumentEvent;
use super::model::{DocumentState, RevisionState};
use super::particulars::{Numbered, Particulars};
use super::queries;
use crate::day::{Day, Due};
use crate::error::Result;
use crate::filed::FileTable;
use crate::ids::{DocumentId, RevisionId, ScopeItemId};
use crate::ledger::Stamp;
use crate::named::{Correction, Entered, List};
use crate::text::{fold, names};

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
                "INSERT INTO revision (id, document, position, label, summary, author, filed, retired, state)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)",
            )?
            .execute(params![
                revision,
                document,
                stamp.seq,
                label,
                summary,
                author,
                stamp.day,
                RevisionState::Draft
            ])?;
            FileTable::Revision.insert(db, revision, files)
        }
        DocumentEvent::FilesAttached { revision, files } => FileTable::Revision.insert(db, revision, files),
        DocumentEvent::RevisionFilesReplaced { revision, files, .. } => {
            FileTable::Revision.remove(db, revision)?;
            FileTable::Revision.insert(db, revision, files)
        }
        DocumentEvent::Corrected { document, correction } => corrected(db, *document, correction),
        DocumentEvent::Approved { document, revision, by, on, from, at_latest, next_review, own, reason } => {
            let decision = Decision { revision: Some(*revision), due: *next_review, ..Decision::new("approved") };
            let decision = Decision { holds: from.or(*at_latest), at_latest: at_latest.is_some(), ..decision };
            let reason = Some(reason.as_str()).filter(|reason| !reason.is_empty());
            decided(db, stamp, *document, Decision { by: Some(by), on: *on, own: *own, reason, ..decision })
        }
        DocumentEvent::MadeEffective { document, revision, from } => {
            db.prepare_cached(
                "UPDATE decision SET holds = ?3 WHERE document = ?1 AND revision = ?2 AND kind = 'approved'",
            )?
            .execute(params![document, revision, from])?;
            Ok(())
        }
        DocumentEvent::ApprovalTakenBack { document, revision, .. } => {
            db.prepare_cached(
                "UPDATE decision SET until = ?3
                 WHERE document = ?1 AND revision = ?2 AND kind IN ('approved', 'reinstated') AND until IS NULL",
            )?
            .execute(params![document, revision, stamp.day])?;
            Ok(())
        }
        DocumentEvent::Reinstated { document, revision, reason, from, next_review } => {
            // Nobody approves by it: the approval that the revision had stands again.
            let decision = Decision { revision: Some(*revision), holds: Some(*from), ..Decision::new("reinstated") };
            let by = Some(stamp.actor.as_str());
            decided(db, stamp, *document, Decision { by, reason: Some(reason), due: *next_review, ..decision })
        }
        DocumentEvent::NextReviewSet { document, due } => {
            let decision = Decision { holds: Some(stamp.day), due: *due, ..Decision::new("next_review") };
            decided(db, stamp, *document, decision)
        }
        DocumentEvent::RevisionRetired { revision, on } => {
            db.prepare_cached("UPDATE revision SET retired = 1, retired_on = ?2 WHERE id = ?1")?
                .execute(params![revision, on])?;
            Ok(())
        }
        DocumentEvent::Withdrawn { document, on, .. } => {
            decided(db, stamp, *document, Decision { holds: Some(*on), ..Decision::new("withdrawn") })
        }
        DocumentEvent::WithdrawalCalledOff { document, .. } => {
            db.prepare_cached(
                "UPDATE decision SET until = ?2 WHERE document = ?1 AND seq = (
                     SELECT max(seq) FROM decision WHERE document = ?1 AND kind = 'withdrawn' AND until IS NULL)",
            )?
            .execute(params![document, stamp.day])?;
            Ok(())
        }
        DocumentEvent::Communicated { document, revision, on, to, how } => {
            db.prepare_cached(
                "INSERT INTO communication (document, revision, day, audience_fold, seq, audience, how)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![document, revision, on, fold(to), stamp.seq, to, how])?;
            Ok(())
        }
        DocumentEvent::CommunicationTakenBack { document, revision, on, to, .. } => {
            db.prepare_cached(
                "DELETE FROM communication WHERE document = ?1 AND revision = ?2 AND day = ?3 AND audience_fold = ?4",
            )?
            .execute(params![document, revision, on, fold(to)])?;
            Ok(())
        }
        DocumentEvent::RevisionTakenBack { revision, .. } => {
            FileTable::Revision.remove(db, revision)?;
            db.prepare_cached("DELETE FROM revision WHERE id = ?1")?.execute([revision])?;
            Ok(())
        }
        DocumentEvent::TakenBack { document } => {
            for table in ["document_scope", "document_span", "decision"] {
                db.prepare_cached(&format!("DELETE FROM {table} WHERE document = ?1"))?.execute([document])?;
            }
            db.prepare_cached("DELETE FROM document WHERE id = ?1")?.execute([document])?;
            Ok(())
        }
    }
}

/// A row of `decision`.
struct Decision<'a> {
    kind: &'static str,
    revision: Option<RevisionId>,
    holds: Option<Day>,
    at_latest: bool,
    by: Option<&'a str>,
    on: Option<Due>,
    due: Option<Due>,
    own: bool,
    reason: Option<&'a str>,
}

impl Decision<'_> {
    const fn new(kind: &'static str) -> Self {
        let (revision, holds, by, on, due, reason) = (None, None, None, None, None, None);
        Self { kind, revision, holds, at_latest: false, by, on, due, own: false, reason }
    }
}

fn decided(db: &Connection, stamp: &Stamp, document: DocumentId, d: Decision<'_>) -> Result<()> {
    let json = |due: Option<Due>| due.map(|due| serde_json::to_string(&due)).transpose();
    db.prepare_cached(
        "INSERT INTO decision (document, seq, kind, revision, recorded, holds, by, decided_on, due, own, reason, at_latest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        document,
        stamp.seq,
        d.kind,
        d.revision,
        stamp.day,
        d.holds,
        d.by,
        json(d.on)?,
        json(d.due)?,
        d.own,
        d.reason,
        d.at_latest
    ])?;
    Ok(())
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
    let names = names(code, &particulars.title);
    let mut values: Vec<&dyn ToSql> =
        vec![&id, &stamp.seq, &code, &code_fold, &title_fold, &names, &registered, &state];
    values.extend(particulars.values());
    db.prepare_cached(&INSERT)?.execute(values.as_slice())?;
    belongs_to(db, id, scope)
}

fn belongs_to(db: &Connection, document: DocumentId, scope: &[ScopeItemId]) -> Result<()> {
    let mut put = db.prepare_cached("INSERT OR IGNORE INTO document_scope (document, item) VALUES (?1, ?2)")?;
    scope.iter().try_for_each(|item| Ok(put.execute(params![document, item]).map(|_| ())?))
}

fn corrected(db: &Connection, document: DocumentId, correction: &Correction) -> Result<()> {
    let Entered { particulars, scope } = queries::entered(db, document)?.corrected(correction)?;
    let (code_fold, title_fold) = (fold(&particulars.code), fold(&particulars.particulars.title));
    let names = names(&particulars.code, &particulars.particulars.title);
    let mut values: Vec<&dyn ToSql> = vec![&document, &code_fold, &title_fold, &names];
    values.extend(particulars.values());
    db.prepare_cached(&UPDATE)?.execute(values.as_slice())?;
    db.prepare_cached("DELETE FROM document_scope WHERE document = ?1")?.execute([document])?;
    belongs_to(db, document, &scope)
}

static UPDATE: LazyLock<String> = LazyLock::new(|| {
    let columns = Numbered::COLUMNS.iter().zip(5..).map(|(column, place)| format!(", {column} = ?{place}"));
    let columns: String = columns.collect();
    format!("UPDATE document SET code_fold = ?2, title_fold = ?3, names = ?4{columns} WHERE id = ?1")
});

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let values = vec!["?"; 8 + Particulars::COLUMNS.len()].join(", ");
    let particulars = Particulars::COLUMNS.join(", ");
    format!(
        "INSERT INTO document (id, seq, code, code_fold, title_fold, names, registered, state, {particulars})
         VALUES ({values})"
    )
});
