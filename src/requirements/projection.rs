//! Requirements as rows.

use rusqlite::{Connection, params};

use super::events::RequirementEvent;
use crate::error::Result;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/requirements.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, stamp: &Stamp, event: &RequirementEvent) -> Result<()> {
    match event {
        RequirementEvent::Added { id, kind, text, agreed, scope_item } => {
            db.prepare_cached(
                "INSERT INTO requirement (id, seq, whose, text, agreed, item, day, dropped)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)",
            )?
            .execute(params![id, stamp.seq, kind, text, agreed, scope_item, stamp.day])?;
        }
        RequirementEvent::Dropped { id, .. } => {
            db.prepare_cached("UPDATE requirement SET dropped = 1 WHERE id = ?1")?.execute([id])?;
        }
    }
    Ok(())
}
