//! Revisions that reviews and change requests asked for: each due until the new revision is approved, which nobody has to say, until the
//! document is withdrawn, or until it is called off.

use rusqlite::{Connection, Row, params};
use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{DocumentId, ReviewId};
use crate::named::enumeration;
use crate::workspace::standing_day;

/// How a task ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "RevisionTaskEnd", rename_all = "snake_case")]
pub enum Ending {
    /// A new revision was approved.
    Done,
    /// The document was withdrawn.
    Withdrawn,
    /// The revision is not wanted any more.
    CalledOff,
}

enumeration!(Ending, refusals::review_revision_ending_unknown);

/// A revision that a review or a change request asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RevisionTask")]
pub struct Task {
    /// The review or the request that asked for it.
    pub review: ReviewId,
    /// Who is to write it.
    pub owner: String,
    /// By when.
    pub due: Day,
    /// When it was asked for.
    pub asked: Day,
    /// Why.
    pub reason: String,
    /// When it ended.
    pub ended: Option<Day>,
    /// How it ended.
    pub how: Option<Ending>,
    /// Why it was called off.
    pub why: String,
    /// Who asked for it.
    pub who: String,
    /// Whether a review asked for it; else it was a request for a change.
    pub reviewed: bool,
}

/// The tasks of a document as they stand now, the oldest first.
pub fn tasks_of(db: &Connection, document: DocumentId) -> Result<Vec<Task>> {
    Ok(db
        .prepare_cached(
            "SELECT t.review, t.owner, t.due, t.asked, t.reason, t.ended, t.how, t.why, t.who,
                 EXISTS (SELECT 1 FROM review v WHERE v.id = t.review) FROM revision_task t
             WHERE t.document = ?1 ORDER BY t.seq",
        )?
        .query_map([document], read)?
        .collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Task> {
    Ok(Task {
        review: row.get(0)?,
        owner: row.get(1)?,
        due: row.get(2)?,
        asked: row.get(3)?,
        reason: row.get(4)?,
        ended: row.get(5)?,
        how: row.get(6)?,
        why: row.get(7)?,
        who: row.get(8)?,
        reviewed: row.get(9)?,
    })
}

/// The task of a document that has not ended.
pub fn open_task(db: &Connection, document: DocumentId) -> Result<Option<Task>> {
    Ok(tasks_of(db, document)?.into_iter().rev().find(|task| task.ended.is_none()))
}

/// Which rows of `revision_task t` are open on the day that a connection speaks of, as a condition.
pub fn open_tasks_sql(db: &Connection) -> Result<String> {
    let day = standing_day(db)?.number();
    Ok(format!("t.asked <= {day} AND (t.ended IS NULL OR t.ended > {day})"))
}

/// What ends a task by itself: the first approval of another revision that stands, or the withdrawal, recorded since.
const SETTLE: &str = "UPDATE revision_task AS t SET (ended, how) = (
         SELECT d.recorded, CASE d.kind WHEN 'approved' THEN 'done' ELSE 'withdrawn' END FROM decision d
         WHERE d.document = t.document AND d.seq > t.seq
           AND (d.kind = 'withdrawn' OR d.kind = 'approved' AND d.until IS NULL AND d.revision IS NOT t.revision)
         ORDER BY d.seq LIMIT 1)
     WHERE t.how IS NOT 'called_off'";

/// Ends or opens the tasks of a document by what was decided about it.
pub fn settle(db: &Connection, document: DocumentId) -> Result<()> {
    db.prepare_cached(&format!("{SETTLE} AND t.document = ?1"))?.execute(params![document])?;
    Ok(())
}

/// The same for every document, after a replay.
pub fn settle_all(db: &Connection) -> Result<()> {
    db.execute(SETTLE, [])?;
    Ok(())
}
