//! Audits as rows.

use rusqlite::{Connection, params};

use super::events::AuditEvent;
use super::particulars::Particulars;
use super::{corrections, queries};
use crate::error::Result;
use crate::ids::AuditId;
use crate::ledger::Stamp;
use crate::named::Correction;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/audits.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &AuditEvent) -> Result<()> {
    let (id, code, title, audit_kind, editions, scope, period_from, period_to) = match event {
        AuditEvent::Corrected { id, correction } => return corrected(db, *id, correction),
        AuditEvent::Planned { id, code, title, audit_kind, editions, scope, period_from, period_to } => {
            (id, code, title, audit_kind, editions, scope, period_from, period_to)
        }
    };
    db.prepare_cached(
        "INSERT INTO audit (id, code, code_fold, title, kind, editions, scope, period_from, period_to, planned)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        id,
        code,
        fold(code),
        title,
        audit_kind,
        serde_json::to_string(editions)?,
        serde_json::to_string(scope)?,
        period_from,
        period_to,
        stamp.day
    ])?;
    Ok(())
}

fn corrected(db: &Connection, id: AuditId, correction: &Correction) -> Result<()> {
    let entered = corrections::entered(db, &queries::by_id(db, id)?)?.corrected(correction)?;
    let Particulars { title, kind, editions, period_from, period_to } = entered.particulars;
    db.prepare_cached(
        "UPDATE audit SET title = ?2, kind = ?3, editions = ?4, scope = ?5, period_from = ?6, period_to = ?7
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        title,
        kind,
        editions,
        serde_json::to_string(&entered.scope)?,
        period_from,
        period_to
    ])?;
    Ok(())
}
