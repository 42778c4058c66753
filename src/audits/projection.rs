//! Audits as rows.

use rusqlite::{Connection, params};

use super::events::AuditEvent;
use crate::error::Result;
use crate::ledger::Stamp;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/audits.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &AuditEvent) -> Result<()> {
    let AuditEvent::Planned { id, code, title, audit_kind, editions, scope, period_from, period_to } = event;
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
