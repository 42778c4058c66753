//! Approvals as rows.

use rusqlite::{Connection, params};

use super::events::ApprovalEvent;
use super::model::{Ended, Part};
use crate::error::Result;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/approval.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, stamp: &Stamp, event: &ApprovalEvent) -> Result<()> {
    match event {
        ApprovalEvent::Submitted {
            id,
            document,
            revision,
            files,
            reviewers,
            approvers,
            quorum,
            in_order,
            signed,
            planned,
            reason,
        } => {
            // Only one is open for a revision: what was submitted before is replaced by this.
            db.prepare_cached(
                "UPDATE approval SET ended = ?2, ended_on = ?3 WHERE document = ?4 AND revision = ?1 AND ended IS NULL",
            )?
            .execute(params![revision, Ended::Replaced, stamp.day, document])?;
            db.prepare_cached(
                "INSERT INTO approval (id, seq, document, revision, files, quorum, in_order, signed, planned, reason,
                     submitter, day)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                id,
                stamp.seq,
                document,
                revision,
                serde_json::to_string(files)?,
                quorum,
                in_order,
                signed,
                planned,
                reason,
                stamp.actor,
                stamp.day
            ])?;
            let steps = reviewers.iter().map(|p| (Part::Review, p)).chain(approvers.iter().map(|p| (Part::Approve, p)));
            let mut insert =
                db.prepare_cached("INSERT INTO approval_step (approval, place, part, person) VALUES (?1, ?2, ?3, ?4)")?;
            for (place, (part, person)) in steps.enumerate() {
                insert.execute(params![id, place, part, person])?;
            }
        }
        ApprovalEvent::Decided { id, part, person, meaning, statement, effective, ended, .. } => {
            db.prepare_cached(
                "UPDATE approval_step SET meaning = ?4, statement = ?5
                 WHERE approval = ?1 AND part = ?2 AND person = ?3",
            )?
            .execute(params![id, part, person, meaning, statement])?;
            if let Some(day) = effective {
                db.prepare_cached("UPDATE approval SET planned = ?2 WHERE id = ?1")?.execute(params![id, day])?;
            }
            if let Some(ended) = ended {
                end(db, stamp, id, *ended, "")?;
            }
        }
        ApprovalEvent::CalledOff { id, reason, .. } => end(db, stamp, id, Ended::CalledOff, reason)?,
    }
    Ok(())
}

fn end(db: &Connection, stamp: &Stamp, id: &crate::ids::ApprovalId, how: Ended, why: &str) -> Result<()> {
    db.prepare_cached("UPDATE approval SET ended = ?2, ended_on = ?3, why = ?4 WHERE id = ?1")?
        .execute(params![id, how, stamp.day, why])?;
    Ok(())
}
