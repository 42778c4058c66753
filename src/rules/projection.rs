//! Rules as rows.

use rusqlite::{Connection, params};

use super::events::RuleEvent;
use crate::error::Result;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/rules.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, stamp: &Stamp, event: &RuleEvent) -> Result<()> {
    let RuleEvent::Set { rule, kind, after, .. } = event;
    let value = after.as_ref().map(serde_json::to_string).transpose()?;
    db.prepare_cached("INSERT INTO rule_said (name, kind, seq, day, value) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![rule, kind, stamp.seq, stamp.day, value])?;
    match value {
        Some(value) => db
            .prepare_cached("INSERT OR REPLACE INTO rule (name, kind, value) VALUES (?1, ?2, ?3)")?
            .execute(params![rule, kind, value])?,
        None => db.prepare_cached("DELETE FROM rule WHERE name = ?1 AND kind = ?2")?.execute(params![rule, kind])?,
    };
    Ok(())
}
