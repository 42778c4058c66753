//! Whom revisions were communicated to: everyone, a site, a person, in the words of whoever recorded it. A policy in force
//! of which nobody was told is not communicated yet; that follows from these, for any day.

use rusqlite::{Connection, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::{DocumentKind, DocumentState};
use crate::day::Day;
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId};
use crate::workspace::standing_day;

/// One audience that was told of a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RevisionCommunicated")]
pub struct Communicated {
    /// When.
    pub on: Day,
    /// To whom.
    pub to: String,
    /// How; empty where nobody said.
    pub how: String,
}

/// Whom the revisions of a document were communicated to by a day: each with its revision, oldest first.
pub(super) fn of_document(db: &Connection, document: DocumentId, day: Day) -> Result<Vec<(RevisionId, Communicated)>> {
    let read = |r: &Row<'_>| {
        Ok((r.get("revision")?, Communicated { on: r.get("day")?, to: r.get("audience")?, how: r.get("how")? }))
    };
    Ok(db
        .prepare_cached(
            "SELECT revision, day, audience, how FROM communication WHERE document = ?1 AND day <= ?2
             ORDER BY day, seq",
        )?
        .query_map(params![document, day], read)?
        .collect::<rusqlite::Result<_>>()?)
}

/// A policy in force that nobody was told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PolicyUntold")]
pub struct Untold {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the revision in force.
    pub revision: String,
    /// Who answers for it.
    pub owner: String,
}

/// No more of them are counted: each is looked up.
const COUNTED: i64 = 10_000;

/// Policies in force of which nobody was told, as a condition on `d` for day `?1`. The plus keeps the planner off the index
/// of states, which holds every document: that of policies is read alone.
fn untold() -> String {
    let (policy, effective) = (DocumentKind::Policy, DocumentState::Effective);
    format!(
        "d.kind = '{policy}' AND +d.state = '{effective}' AND NOT EXISTS (
             SELECT 1 FROM communication c WHERE c.document = d.id AND c.revision = d.current AND c.day <= ?1)"
    )
}

/// Whether a document is a policy in force of which nobody was told by the day of these tables.
pub fn not_communicated(db: &Connection, document: DocumentId) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM document d WHERE d.id = ?2 AND {})", untold());
    Ok(db.prepare_cached(&sql)?.query_row(params![standing_day(db)?, document], |r| r.get(0))?)
}

/// How many policies in force nobody was told of; ten thousand stand for that many or more.
pub fn not_communicated_count(db: &Connection) -> Result<usize> {
    let sql = format!("SELECT count(*) FROM (SELECT 1 FROM document d WHERE {} LIMIT ?2)", untold());
    Ok(db.prepare_cached(&sql)?.query_row(params![standing_day(db)?, COUNTED], |r| r.get(0))?)
}

/// The first of them, by code.
pub fn not_communicated_first(db: &Connection, most: usize) -> Result<Vec<Untold>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let sql = format!(
        "SELECT d.code, d.title, r.label, d.owner FROM document d CROSS JOIN revision r ON r.id = d.current WHERE {}
         ORDER BY d.code_fold LIMIT ?2",
        untold()
    );
    let read = |r: &Row<'_>| {
        Ok(Untold { code: r.get("code")?, title: r.get("title")?, revision: r.get("label")?, owner: r.get("owner")? })
    };
    Ok(db.prepare_cached(&sql)?.query_map(params![standing_day(db)?, most], read)?.collect::<rusqlite::Result<_>>()?)
}
