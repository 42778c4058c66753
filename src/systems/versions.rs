//! Every statement of a scope that was made is a version of it: 1, 2, … One that was taken back was never made.

use rusqlite::{Connection, params};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::queries::{self, System};
use super::refusals;
use super::statement::{Lack, ScopeStatement, missing_from};
use crate::day::Day;
use crate::error::Result;
use crate::workspace::said_until;

/// A version of a system's scope statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatementVersion {
    /// Code of the system.
    pub system: String,
    /// Edition, as `27001:2013`.
    pub edition: String,
    /// Its number.
    pub version: usize,
    /// When it was made.
    pub on: Day,
    /// Who made it.
    pub by: String,
    /// The statement.
    pub statement: ScopeStatement,
    /// What it lacks for its standard.
    pub lacks: Vec<Lack>,
}

/// One part that two versions say differently, each as lines; empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatementDifference {
    /// The part, as [`ScopeStatement`] calls it.
    pub part: String,
    /// What the earlier one says.
    pub before: Vec<String>,
    /// What the later one says.
    pub after: Vec<String>,
}

/// Two versions side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatementDiff {
    /// The one.
    pub before: StatementVersion,
    /// The other.
    pub after: StatementVersion,
    /// What differs; none where both say the same.
    pub differences: Vec<StatementDifference>,
}

/// All versions of a system's statement, the first one in front.
///
/// # Errors
/// `not_found` for an unknown system.
pub fn statement_versions(db: &Connection, system: &str) -> Result<Vec<StatementVersion>> {
    let System { id, code, edition, .. } = queries::system(db, system)?;
    let mut found = db.prepare_cached(
        "SELECT day, actor, statement FROM system_statement WHERE system = ?1 AND day <= ?2 ORDER BY seq",
    )?;
    let rows = found
        .query_map(params![id, said_until(db)?], |r| Ok((r.get::<_, Day>(0)?, r.get(1)?, r.get::<_, String>(2)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let standard = edition.split(':').next().unwrap_or_default();
    let version = |(n, (on, by, statement)): (usize, (Day, String, String))| {
        let statement: ScopeStatement = serde_json::from_str(&statement)?;
        let lacks = missing_from(standard, &statement);
        let (system, edition) = (code.clone(), edition.clone());
        Ok(StatementVersion { system, edition, version: n + 1, on, by, statement, lacks })
    };
    rows.into_iter().enumerate().map(version).collect()
}

/// One version of a system's statement; the last one where no number is given.
///
/// # Errors
/// `not_found` for an unknown system or number, and where no statement was made.
pub fn statement_version(db: &Connection, system: &str, number: Option<usize>) -> Result<StatementVersion> {
    let mut all = statement_versions(db, system)?;
    let Some(number) = number else { return all.pop().ok_or_else(|| refusals::scope_statement_none(system)) };
    let found = all.into_iter().find(|one| one.version == number);
    found.ok_or_else(|| refusals::scope_statement_not_found(system, number))
}

/// Two versions of a system's statement side by side.
///
/// # Errors
/// `not_found` for an unknown system or number.
pub fn statement_diff(db: &Connection, system: &str, before: usize, after: usize) -> Result<StatementDiff> {
    let before = statement_version(db, system, Some(before))?;
    let after = statement_version(db, system, Some(after))?;
    let [old, new] = [&before, &after].map(|one| serde_json::to_value(&one.statement));
    let (old, new) = (old?, new?);
    let named = [&old, &new].into_iter().filter_map(Value::as_object).flat_map(serde_json::Map::keys);
    let mut differences: Vec<StatementDifference> = Vec::new();
    for part in named {
        let (before, after) = (lines(&old[part]), lines(&new[part]));
        if before != after && !differences.iter().any(|one| one.part == *part) {
            differences.push(StatementDifference { part: part.clone(), before, after });
        }
    }
    Ok(StatementDiff { before, after, differences })
}

fn lines(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(lines) => lines.iter().flat_map(self::lines).collect(),
        Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}
