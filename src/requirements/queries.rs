//! Questions about requirements.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::model::RequirementKind;
use crate::day::Day;
use crate::error::Result;
use crate::ids::RequirementId;

/// A requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Requirement {
    /// Identifier.
    pub id: RequirementId,
    /// Its number, as `REQ-3`.
    pub number: String,
    /// Whose it is.
    pub whose: RequirementKind,
    /// What is required.
    pub text: String,
    /// With whom and where it is agreed; empty where nobody has to agree.
    pub agreed: String,
    /// Code of the service that it is about.
    pub service: Option<String>,
    /// Since when.
    pub on: Day,
}

/// All requirements that stand, by number.
pub fn list(db: &Connection) -> Result<Vec<Requirement>> {
    let mut found = db.prepare_cached(
        "SELECT id, number, whose, text, agreed, service, day FROM (
             SELECT r.id, row_number() OVER (ORDER BY r.seq) AS number, r.whose, r.text, r.agreed, i.code AS service,
                    r.day, r.dropped
             FROM requirement r LEFT JOIN scope_item i ON i.id = r.item)
         WHERE dropped = 0 ORDER BY number",
    )?;
    let rows = found.query_map([], |r| {
        Ok(Requirement {
            id: r.get("id")?,
            number: format!("REQ-{}", r.get::<_, i64>("number")?),
            whose: r.get("whose")?,
            text: r.get("text")?,
            agreed: r.get("agreed")?,
            service: r.get("service")?,
            on: r.get("day")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
