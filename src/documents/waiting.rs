//! What waits for somebody: drafts to approve.

use rusqlite::{Connection, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::RevisionState;
use super::stand;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId};
use crate::workspace::{looks, standing_day};

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

const DRAFTS: &str =
    "SELECT d.code, d.title, r.label, d.approver, r.filed FROM revision r JOIN document d ON d.id = r.document";

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        code: row.get("code")?,
        title: row.get("title")?,
        revision: row.get("label")?,
        approver: row.get("approver")?,
        filed: row.get("filed")?,
    })
}

/// How many drafts wait, those of withdrawn documents left out; ten thousand stand for that many or more.
pub fn drafts_count(db: &Connection) -> Result<usize> {
    if looks(db)? {
        return Ok(drafts_on(db)?.len());
    }
    let sql = "SELECT count(*) FROM (SELECT 1 FROM revision WHERE state = 'draft' AND filed <= ?1 LIMIT ?2)";
    Ok(db.prepare_cached(sql)?.query_row(params![standing_day(db)?, COUNTED], |r| r.get(0))?)
}

/// The first of them, the one filed first in front.
pub fn drafts(db: &Connection, most: usize) -> Result<Vec<Draft>> {
    if looks(db)? {
        let mut one = db.prepare_cached(&format!("{DRAFTS} WHERE r.id = ?1"))?;
        return drafts_on(db)?.iter().take(most).map(|id| Ok(one.query_row([id], read)?)).collect();
    }
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Ok(db
        .prepare_cached(&format!(
            "{DRAFTS} WHERE r.state = 'draft' AND r.filed <= ?1 ORDER BY r.filed, r.position LIMIT ?2"
        ))?
        .query_map(params![standing_day(db)?, most], read)?
        .collect::<rusqlite::Result<_>>()?)
}

/// What could be a draft on day `?1`: what is one on the day of the tables, and that about whose document something was
/// decided, holds or holds no longer since the earlier of both days, `?2`, as far as nothing stood by then.
const CANDIDATES: &str = "
    SELECT r.document, r.id, r.filed, r.position FROM revision r WHERE r.state = 'draft' AND r.filed <= ?1
    UNION
    SELECT r.document, r.id, r.filed, r.position
    FROM (SELECT DISTINCT document FROM decision WHERE recorded > ?2 OR holds > ?2 OR until > ?2) since
    JOIN revision r ON r.document = since.document
    WHERE r.filed <= ?1 AND NOT r.retired AND NOT EXISTS (
        SELECT 1 FROM decision d WHERE d.document = r.document AND d.revision = r.id AND d.until IS NULL
          AND min(d.recorded, d.holds) <= ?1
          AND NOT EXISTS (SELECT 1 FROM decision w WHERE w.document = d.document AND w.kind = 'withdrawn'))
    ORDER BY 3, 4";

/// The same on a look at another day, which no index knows: how each stood follows from its document's life.
fn drafts_on(db: &Connection) -> Result<Vec<RevisionId>> {
    let day = standing_day(db)?;
    let tables: Day = db.prepare_cached("SELECT day FROM main.standing_day")?.query_row([], |r| r.get(0))?;
    let mut statement = db.prepare_cached(CANDIDATES)?;
    let found = statement.query_map([day, day.min(tables)], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let mut out = Vec::new();
    for row in found {
        let (document, id): (DocumentId, RevisionId) = row?;
        let life = stand::life(db, document)?;
        if life.revisions.iter().any(|r| r.id == id && life.state(r, day) == RevisionState::Draft) {
            out.push(id);
            if out.len() as i64 == COUNTED {
                break;
            }
        }
    }
    Ok(out)
}
