//! Reviews as rows.

use rusqlite::{Connection, params};

use super::events::ReviewEvent;
use crate::error::Result;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/reviews.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &ReviewEvent) -> Result<()> {
    let ReviewEvent::Concluded { id, document, revision, outcome, reason, on, next_review } = event;
    db.prepare_cached(
        "INSERT INTO review (id, seq, document, revision, outcome, reason, day, reviewer, next_review)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        id,
        stamp.seq,
        document,
        revision,
        outcome,
        reason,
        on,
        stamp.actor,
        next_review.map(|d| serde_json::to_string(&d)).transpose()?
    ])?;
    Ok(())
}
