//! Statements as rows.

use rusqlite::{Connection, params};

use super::events::StatementEvent;
use crate::error::Result;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/statements.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, stamp: &Stamp, event: &StatementEvent) -> Result<()> {
    let StatementEvent::Made {
        id,
        subject,
        meaning,
        reason,
        day,
        effective,
        signer,
        email,
        instead_of,
        key,
        signature,
    } = event;
    db.prepare_cached(
        "INSERT INTO statement (id, seq, item, kind, code, revision, label, files, meaning, reason, day, effective, signer,
             email, instead_of, key, signature)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?
    .execute(params![
        id,
        stamp.seq,
        subject.item.uuid().as_bytes(),
        subject.item.kind(),
        subject.code,
        subject.revision,
        subject.label,
        serde_json::to_string(&subject.files)?,
        meaning,
        reason,
        day,
        effective,
        signer,
        email,
        instead_of,
        key,
        signature
    ])?;
    Ok(())
}
