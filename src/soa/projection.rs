//! Versions as rows.

use rusqlite::{Connection, params};

use super::events::SoaEvent;
use crate::error::Result;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/soa.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, stamp: &Stamp, event: &SoaEvent) -> Result<()> {
    let SoaEvent::Issued {
        id,
        system,
        edition,
        version,
        draft,
        day,
        reason,
        organisation,
        scope,
        controls,
        signer,
        email,
        key,
        signature,
    } = event;
    db.prepare_cached(
        "INSERT INTO soa_version (id, seq, system, edition, version, draft, day, reason, organisation, scope, controls, signer,
             email, key, signature)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(params![
        id,
        stamp.seq,
        system,
        edition.to_string(),
        version,
        draft,
        day,
        reason,
        organisation,
        scope,
        serde_json::to_string(controls)?,
        signer,
        email,
        key,
        signature
    ])?;
    Ok(())
}
