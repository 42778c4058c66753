//! Questions about audits.

use rusqlite::{Connection, Row};
use serde::Serialize;
use ts_rs::TS;

use super::model::AuditKind;
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{AuditId, ScopeItemId};
use crate::standards::EditionId;
use crate::systems;
use crate::text::fold;

/// An audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Audit {
    /// Identifier.
    pub id: AuditId,
    /// The organisation's own number.
    pub code: String,
    /// Title.
    pub title: String,
    /// What kind of audit it is.
    pub kind: AuditKind,
    /// The editions audited, together.
    pub editions: Vec<EditionId>,
    /// Codes of the scope items; none means all.
    pub scope: Vec<String>,
    /// First day of the period under audit.
    pub period_from: Option<Day>,
    /// Last day of the period under audit.
    pub period_to: Option<Day>,
    /// Day on which it was planned.
    pub planned: Day,
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Audit, String, String)> {
    let audit = Audit {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        kind: row.get("kind")?,
        editions: Vec::new(),
        scope: Vec::new(),
        period_from: row.get("period_from")?,
        period_to: row.get("period_to")?,
        planned: row.get("planned")?,
    };
    Ok((audit, row.get("editions")?, row.get("scope")?))
}

fn collect(db: &Connection, condition: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<Audit>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT id, code, title, kind, editions, scope, period_from, period_to, planned FROM audit {condition}
         ORDER BY code_fold"
    ))?;
    let rows = statement.query_map(values, read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter()
        .map(|(mut audit, editions, scope)| {
            audit.editions = serde_json::from_str(&editions)?;
            let scope: Vec<ScopeItemId> = serde_json::from_str(&scope)?;
            audit.scope = systems::scope_item_codes(db, &scope)?;
            Ok(audit)
        })
        .collect()
}

/// All audits, by code.
pub fn list(db: &Connection) -> Result<Vec<Audit>> {
    collect(db, "", &[])
}

/// The audit with that code, if there is one.
pub(super) fn find(db: &Connection, code: &str) -> Result<Option<Audit>> {
    Ok(collect(db, "WHERE code_fold = ?1", &[&fold(code)])?.pop())
}

/// The audit with that identifier.
pub fn by_id(db: &Connection, id: AuditId) -> Result<Audit> {
    collect(db, "WHERE id = ?1", &[&id])?.pop().ok_or_else(|| refusals::audit_not_found(id))
}

/// The audit with that code.
pub fn by_code(db: &Connection, code: &str) -> Result<Audit> {
    find(db, code)?.ok_or_else(|| refusals::audit_not_found(code))
}
