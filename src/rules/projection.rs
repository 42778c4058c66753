//! Rules as rows.

use rusqlite::{Connection, params};

use super::events::RuleEvent;
use crate::error::Result;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/rules.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, event: &RuleEvent) -> Result<()> {
    let RuleEvent::Set { rule, kind, after, .. } = event;
    match after {
        Some(value) => db
            .prepare_cached("INSERT OR REPLACE INTO rule (name, kind, value) VALUES (?1, ?2, ?3)")?
            .execute(params![rule, kind, serde_json::to_string(value)?])?,
        None => db.prepare_cached("DELETE FROM rule WHERE name = ?1 AND kind = ?2")?.execute(params![rule, kind])?,
    };
    Ok(())
}
