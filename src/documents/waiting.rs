//! What waits for somebody: drafts to approve.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::day::Day;
use crate::error::Result;

/// A draft that waits for its approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DraftWaiting")]
pub struct Draft {
    /// Code of the document.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the revision.
    pub revision: String,
    /// Who approves it, by what was entered.
    pub approver: String,
    /// When it was filed.
    pub filed: Day,
}

/// No more drafts than these are counted: each is read.
const COUNTED: i64 = 10_000;

/// How many drafts wait, those of withdrawn documents left out; ten thousand stand for that many or more.
pub fn drafts_count(db: &Connection) -> Result<usize> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM revision WHERE state = 'draft' LIMIT ?1)";
    Ok(db.prepare_cached(sql)?.query_row([COUNTED], |r| r.get(0))?)
}

/// The first of them, the one filed first in front.
pub fn drafts(db: &Connection, most: usize) -> Result<Vec<Draft>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Ok(db
        .prepare_cached(
            "SELECT d.code, d.title, r.label, d.approver, r.filed FROM revision r JOIN document d ON d.id = r.document
             WHERE r.state = 'draft' ORDER BY r.filed, r.position LIMIT ?1",
        )?
        .query_map([most], |r| {
            Ok(Draft {
                code: r.get("code")?,
                title: r.get("title")?,
                revision: r.get("label")?,
                approver: r.get("approver")?,
                filed: r.get("filed")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?)
}
