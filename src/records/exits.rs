//! Records that count no longer: why, since when, who said so, and which stand in the place of which.

use rusqlite::{Connection, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::state::Exit;
use crate::day::Day;
use crate::error::Result;
use crate::ids::RecordId;

/// A record by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RecordName")]
pub struct Name {
    /// Identifier.
    pub id: RecordId,
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
}

/// Why a record counts no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RecordExited")]
pub struct Exited {
    /// Whether it was replaced or taken back.
    pub exit: Exit,
    /// Since which day.
    pub on: Day,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub who: String,
    /// The record in its place.
    pub by: Option<Name>,
}

/// Why a record counts no longer, that it was taken back first; empty for one that counts as its dates say.
pub fn exited(db: &Connection, id: RecordId) -> Result<Vec<Exited>> {
    let sql = "SELECT e.exit, e.since, e.reason, e.who, s.id, s.code, s.title
               FROM record_exit e LEFT JOIN record s ON s.id = e.successor WHERE e.record = ?1 ORDER BY e.exit DESC";
    let read = |r: &Row<'_>| {
        let by = r.get::<_, Option<RecordId>>(4)?.map(|id| Ok(Name { id, code: r.get(5)?, title: r.get(6)? }));
        let by = by.transpose().map_err(|e: rusqlite::Error| e)?;
        Ok(Exited { exit: r.get(0)?, on: r.get(1)?, reason: r.get(2)?, who: r.get(3)?, by })
    };
    Ok(db.prepare_cached(sql)?.query_map([id], read)?.collect::<rusqlite::Result<_>>()?)
}

/// The records in whose place one stands, in the order of filing.
pub fn replaced_by(db: &Connection, by: RecordId) -> Result<Vec<Name>> {
    let sql = "SELECT r.id, r.code, r.title FROM record_exit e JOIN record r ON r.id = e.record
               WHERE e.successor = ?1 AND e.successor IS NOT NULL ORDER BY r.seq";
    let read = |r: &Row<'_>| Ok(Name { id: r.get(0)?, code: r.get(1)?, title: r.get(2)? });
    Ok(db.prepare_cached(sql)?.query_map([by], read)?.collect::<rusqlite::Result<_>>()?)
}

/// The record in the place of one.
pub(super) fn successor(db: &Connection, id: RecordId) -> Result<Option<Name>> {
    Ok(exited(db, id)?.into_iter().find_map(|exited| exited.by))
}

/// The record in the place of one, that in its place, and so on.
pub(super) fn successors(db: &Connection, id: RecordId) -> Result<Vec<RecordId>> {
    let mut line = Vec::new();
    let mut last = successor(db, id)?;
    while let Some(name) = last {
        line.push(name.id);
        last = successor(db, name.id)?;
    }
    Ok(line)
}

/// Whether a record was replaced, or taken back.
pub(super) fn has(db: &Connection, id: RecordId, exit: Exit) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM record_exit WHERE record = ?1 AND exit = ?2)";
    Ok(db.prepare_cached(sql)?.query_row(params![id, exit], |r| r.get(0))?)
}
