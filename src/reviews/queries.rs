//! Questions about what was decided, and what a change of scope makes doubtful.

use rusqlite::{Connection, params};
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

/// Evidence touched by a change of scope (R47).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recheck {
    /// Code of the system whose scope changed.
    pub system: String,
    /// Code of the scope item.
    pub scope_item: String,
    /// `added` or `removed`.
    pub change: String,
    /// When.
    pub on: Day,
    /// Codes of the documents and records that belong to the item and were not reviewed since.
    pub items: Vec<String>,
}

/// The concluded reviews of a document, oldest first.
pub fn reviews_of(db: &Connection, document: DocumentId) -> Result<Vec<Concluded>> {
    Ok(db
        .prepare_cached(
            "SELECT outcome, reason, day, reviewer, next_review FROM review WHERE document = ?1 ORDER BY seq",
        )?
        .query_map([document], |r| {
            let next: Option<String> = r.get("next_review")?;
            Ok(Concluded {
                outcome: r.get("outcome")?,
                reason: r.get("reason")?,
                on: r.get("day")?,
                reviewer: r.get("reviewer")?,
                next_review: next.and_then(|text| serde_json::from_str(&text).ok()),
            })
        })?
        .collect::<rusqlite::Result<_>>()?)
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
    Ok(db
        .prepare_cached("SELECT before, next, reason, day, who FROM review_move WHERE document = ?1 ORDER BY seq")?
        .query_map([document], |r| {
            let before: Option<String> = r.get("before")?;
            Ok(Moved {
                before: before.and_then(|text| serde_json::from_str(&text).ok()),
                next: r.get("next")?,
                reason: r.get("reason")?,
                on: r.get("day")?,
                who: r.get("who")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?)
}

/// What has to be looked at again because a scope changed: evidence that belongs to the item that came in or
/// went out, filed before the change and not reviewed since.
pub fn rechecks(db: &Connection) -> Result<Vec<Recheck>> {
    let mut changes = db.prepare_cached(
        "SELECT c.seq, s.code AS system, i.code AS scope_item, c.change, c.day, c.item FROM system_scope_change c
         JOIN system s ON s.id = c.system JOIN scope_item i ON i.id = c.item ORDER BY c.seq, s.position, i.code",
    )?;
    let mut touched = db.prepare_cached(
        "SELECT d.code FROM document_scope x JOIN document d ON d.id = x.document
         WHERE x.item = ?1 AND d.seq < ?2 AND d.state <> 'withdrawn'
           AND NOT EXISTS (SELECT 1 FROM review v WHERE v.document = d.id AND v.seq > ?2)
         UNION ALL
         SELECT r.code FROM record_scope x JOIN record r ON r.id = x.record WHERE x.item = ?1 AND r.seq < ?2
           AND r.exit IS NULL
         ORDER BY 1",
    )?;
    let rows = changes
        .query_map([], |r| {
            let recheck = Recheck {
                system: r.get("system")?,
                scope_item: r.get("scope_item")?,
                change: r.get("change")?,
                on: r.get("day")?,
                items: Vec::new(),
            };
            Ok((r.get::<_, i64>("seq")?, r.get::<_, Vec<u8>>("item")?, recheck))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut out = Vec::new();
    for (seq, item, mut recheck) in rows {
        recheck.items = touched.query_map(params![item, seq], |r| r.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        if !recheck.items.is_empty() {
            out.push(recheck);
        }
    }
    Ok(out)
}
