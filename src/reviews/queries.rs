//! Questions about what was decided.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::model::Outcome;
use crate::day::{Day, Due as DueDate};
use crate::error::Result;
use crate::ids::DocumentId;

/// A review that was concluded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Concluded {
    /// What came of it.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// When.
    pub on: Day,
    /// Who.
    pub reviewer: String,
    /// Next review, where there is one.
    pub next_review: Option<DueDate>,
}

/// The concluded reviews of a document, oldest first.
pub fn reviews_of(db: &Connection, document: DocumentId) -> Result<Vec<Concluded>> {
    db.prepare_cached(
        "SELECT outcome, reason, day, reviewer, next_review FROM review WHERE document = ?1 ORDER BY seq",
    )?
    .query_and_then([document], |r| -> Result<_> {
        let next: Option<String> = r.get("next_review")?;
        Ok(Concluded {
            outcome: r.get("outcome")?,
            reason: r.get("reason")?,
            on: r.get("day")?,
            reviewer: r.get("reviewer")?,
            next_review: next.map(|text| serde_json::from_str(&text)).transpose()?,
        })
    })?
    .collect()
}

/// A next review that was moved without one being held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReviewMoved")]
pub struct Moved {
    /// The next review before.
    pub before: Option<DueDate>,
    /// The next review from then on.
    pub next: Day,
    /// Why.
    pub reason: String,
    /// When it was moved.
    pub on: Day,
    /// Who moved it.
    pub who: String,
}

/// The moves of a document's next review, oldest first.
pub fn moves_of(db: &Connection, document: DocumentId) -> Result<Vec<Moved>> {
    db.prepare_cached("SELECT before, next, reason, day, who FROM review_move WHERE document = ?1 ORDER BY seq")?
        .query_and_then([document], |r| -> Result<_> {
            let before: Option<String> = r.get("before")?;
            Ok(Moved {
                before: before.map(|text| serde_json::from_str(&text)).transpose()?,
                next: r.get("next")?,
                reason: r.get("reason")?,
                on: r.get("day")?,
                who: r.get("who")?,
            })
        })?
        .collect()
}
