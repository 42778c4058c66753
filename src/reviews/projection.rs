//! Reviews as rows.

use rusqlite::{Connection, params};

use super::events::ReviewEvent;
use super::sections;
use super::tasks::Ending;
use crate::day::Due;
use crate::error::Result;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/reviews.sql");

/// A revision that is asked for.
const TASK: &str = "INSERT INTO revision_task (review, seq, document, revision, owner, due, asked, reason, who, why)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '')";

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &ReviewEvent) -> Result<()> {
    let json = |due: &Option<Due>| due.map(|due| serde_json::to_string(&due)).transpose();
    match event {
        ReviewEvent::Concluded { id, document, revision, outcome, reason, on, next_review, owner, revise_by } => {
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
                json(next_review)?
            ])?;
            if let Some(due) = revise_by {
                db.prepare_cached(TASK)?.execute(params![
                    id,
                    stamp.seq,
                    document,
                    revision,
                    owner,
                    due,
                    on,
                    reason,
                    stamp.actor
                ])?;
            }
        }
        ReviewEvent::ChangeRequested { id, document, revision, reason, owner, by, on } => {
            db.prepare_cached(TASK)?.execute(params![
                id,
                stamp.seq,
                document,
                revision,
                owner,
                by,
                on,
                reason,
                stamp.actor
            ])?;
        }
        ReviewEvent::RevisionCalledOff { review, reason, on, .. } => {
            db.prepare_cached("UPDATE revision_task SET ended = ?2, how = ?3, why = ?4 WHERE review = ?1")?
                .execute(params![review, on, Ending::CalledOff, reason])?;
        }
        ReviewEvent::Moved { id, document, before, next_review, reason, on } => {
            db.prepare_cached(
                "INSERT INTO review_move (id, seq, document, before, next, reason, day, who)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                id,
                stamp.seq,
                document,
                json(before)?,
                next_review,
                reason,
                on,
                stamp.actor
            ])?;
        }
        ReviewEvent::MoveTakenBack { id, .. } => {
            db.prepare_cached("DELETE FROM review_move WHERE id = ?1")?.execute([id])?;
        }
        ReviewEvent::Rechecked { id, item, system, scope_item, link, change, on, .. } => {
            db.prepare_cached(
                "INSERT INTO recheck (id, item, change, system, scope_item, link, day)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![id, item.uuid().as_bytes(), change, system, scope_item, link, on])?;
        }
        ReviewEvent::SectionsNoted(noted) => sections::apply(db, stamp, noted)?,
        ReviewEvent::RecheckTakenBack { id, .. } => {
            db.prepare_cached("DELETE FROM recheck WHERE id = ?1")?.execute([id])?;
        }
    }
    Ok(())
}
