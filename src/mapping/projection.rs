//! Mappings as rows.

use rusqlite::{Connection, params};

use super::{MappingEvent, Particulars, Strength, points, queries};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::named::Entered;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/mapping.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &MappingEvent) -> Result<()> {
    match event {
        MappingEvent::Linked {
            id,
            item,
            reference,
            strength,
            reason,
            variance,
            scope,
            origin,
            basis,
            points: opened,
            ..
        } => {
            db.prepare_cached(
                "INSERT INTO link
                     (id, seq, item_kind, item, edition, clause, strength, reason, variance, origin, scope, basis)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                id,
                stamp.seq,
                item.kind(),
                item.uuid().as_bytes(),
                reference.edition_id().to_string(),
                reference.clause,
                strength,
                reason,
                variance,
                serde_json::to_string(origin)?,
                if scope.is_empty() { "[]".to_owned() } else { serde_json::to_string(scope)? },
                basis.as_ref().map(serde_json::to_string).transpose()?,
            ])?;
            points::linked(db, stamp, *item, opened)?;
        }
        MappingEvent::Corrected { id, item, correction, points: opened, .. } => {
            // A mapping that was taken back since keeps no row; its history keeps the correction.
            if let Some(link) = queries::stored(db, *id)? {
                let Entered { particulars, scope } = link.entered().corrected(correction)?;
                let Particulars { strength, reason, variance } = particulars;
                db.prepare_cached(
                    "UPDATE link SET strength = ?2, reason = ?3, variance = ?4, scope = ?5 WHERE id = ?1",
                )?
                .execute(params![id, strength, reason, variance, serde_json::to_string(&scope)?])?;
                points::corrected(db, stamp, *item, *id, strength == Strength::Supporting, opened)?;
            }
        }
        MappingEvent::Unlinked { id, item, .. } => {
            let item = match item {
                Some(item) => Some(*item),
                None => queries::stored(db, *id)?.map(|link| link.item),
            };
            if let Some(item) = item {
                points::unlinked(db, item, *id)?;
            }
            db.prepare_cached("DELETE FROM link WHERE id = ?1")?.execute([id])?;
        }
        MappingEvent::ProposalDeclined { item, reference, reason } => {
            db.prepare_cached(
                "INSERT OR REPLACE INTO declined (item, edition, clause, reason) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![
                item.uuid().as_bytes(),
                reference.edition_id().to_string(),
                reference.clause,
                reason
            ])?;
        }
        MappingEvent::ProposalReopened { item, reference } => {
            db.prepare_cached("DELETE FROM declined WHERE item = ?1 AND edition = ?2 AND clause = ?3")?
                .execute(params![item.uuid().as_bytes(), reference.edition_id().to_string(), reference.clause])?;
        }
    }
    Ok(())
}
