//! What applies, as rows. All decisions stay, so that any day can be asked; the last one up to a day stands on it.

use rusqlite::{Connection, params};

use super::events::ApplicabilityEvent;
use super::model::Decision;
use crate::error::Result;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/applicability.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, stamp: &Stamp, event: &ApplicabilityEvent) -> Result<()> {
    match event {
        ApplicabilityEvent::Decided { reference, after, source, .. } => {
            let decision = after.as_ref().map(serde_json::to_string).transpose()?;
            let planned = after.as_ref().and_then(Decision::planned);
            db.prepare_cached(
                "INSERT INTO applicability (edition, clause, seq, day, actor, decision, planned, source)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                reference.edition_id().to_string(),
                reference.clause,
                stamp.seq,
                stamp.day,
                stamp.actor,
                decision,
                planned,
                source
            ])?;
        }
        ApplicabilityEvent::ControlSet { edition, code, after, .. } => {
            let control = after.as_ref().map(serde_json::to_string).transpose()?;
            db.prepare_cached(
                "INSERT INTO own_control (edition, code, seq, day, control) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![edition.to_string(), code, stamp.seq, stamp.day, control])?;
        }
    }
    Ok(())
}
