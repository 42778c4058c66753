//! Issued packs as rows.

use rusqlite::{Connection, params};

use super::events::PackEvent;
use crate::error::Result;
use crate::ledger::Stamp;

/// The table `pack`: one row for each pack that was issued.
pub const SCHEMA: &str = include_str!("../../schema/projections/packs.sql");

/// Notes a pack that was issued. A row never changes: a pack cannot be called back.
pub fn apply(db: &Connection, stamp: &Stamp, event: &PackEvent) -> Result<()> {
    let PackEvent::Issued {
        id,
        audit,
        name,
        day,
        recorded,
        sha256,
        size,
        files,
        ledger_size,
        checkpoint,
        previous,
        ..
    } = event;
    db.prepare_cached(
        "INSERT INTO pack (id, seq, audit, name, day, recorded, sha256, size, files, ledger_size, checkpoint, previous)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        id,
        stamp.seq,
        audit,
        name,
        day,
        recorded,
        sha256,
        size,
        files,
        ledger_size,
        checkpoint,
        previous
    ])?;
    Ok(())
}
