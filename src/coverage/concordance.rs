//! The concordance: the standards held side by side, each clause with how it stands.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::queries::{Coverage, Summary, by_main_clause, coverage};
use super::state::State;
use crate::day::Day;
use crate::error::Result;
use crate::standards::{ConcordanceRow, EditionId, catalogue};
use crate::systems;

/// The concordance with its coverage.
#[derive(Debug, Serialize, TS)]
pub struct Concordance {
    /// The editions, in the order of the columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<ConcordanceRow>,
    /// Titles of the main clauses.
    pub groups: Vec<(String, String)>,
    /// How each clause stands.
    pub states: BTreeMap<String, Standing>,
}

/// A column of the concordance.
#[derive(Debug, Serialize, TS)]
pub struct Column {
    /// Edition, as `27001:2013`.
    pub edition: EditionId,
    /// Short name.
    pub standard: String,
    /// Full name.
    pub name: String,
    /// Abbreviation of the system.
    pub system: String,
    /// How many clauses stand how.
    pub summary: Summary,
    /// The same by main clause: `4` to `10`, and `A` for controls.
    pub mains: Vec<(String, Summary)>,
}

/// How a clause stands.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// How many documents and records are mapped to it.
    pub items: i64,
}

/// The concordance of the editions held on a day, at one scope item or everywhere. `instead` is an edition held that stands in
/// the column of its standard.
///
/// # Errors
/// `not_found` for a scope item that is not there; `unknown_edition`.
pub fn concordance(db: &Connection, scope: Option<&str>, instead: Option<&str>, day: Day) -> Result<Concordance> {
    let all = systems::editions_held(db)?;
    let instead = instead.map(|text| catalogue().edition(text, &all)).transpose()?.map(|edition| edition.id.clone());
    let held = in_columns(db, instead.as_ref())?;
    let scope = scope.map(|code| systems::scope_item(db, code)).transpose()?;
    let mut states = BTreeMap::new();
    let mut columns = Vec::new();
    for edition in &held {
        let coverage = coverage(db, edition, scope.as_ref(), day)?;
        columns.extend(Column::of(edition, &coverage));
        for row in coverage.rows {
            states.insert(row.reference.to_string(), Standing { state: row.state, items: row.items });
        }
    }
    let main = catalogue().spine().iter().filter(|clause| !clause.clause.contains('.'));
    let groups = main.map(|clause| (clause.clause.clone(), clause.for_subject(""))).collect();
    Ok(Concordance { columns, rows: catalogue().concordance(&held), groups, states })
}

/// How far each edition held is covered on a day, without its clauses.
pub fn columns(db: &Connection, day: Day) -> Result<Vec<Column>> {
    let mut out = Vec::new();
    for edition in in_order(db, None)? {
        out.extend(Column::of(&edition, &coverage(db, &edition, None, day)?));
    }
    Ok(out)
}

/// The editions held in the order of the columns, one per standard: this one in the column of its standard where it is held;
/// else, where a standard is held in two, the one that was set up first.
fn in_columns(db: &Connection, instead: Option<&EditionId>) -> Result<Vec<EditionId>> {
    let mut held = in_order(db, instead)?;
    held.dedup_by(|later, earlier| later.standard == earlier.standard);
    Ok(held)
}

/// All editions held in the order of the columns, both where a standard is held in two; of several of one standard this one first, else the one set up first.
pub(super) fn in_order(db: &Connection, first: Option<&EditionId>) -> Result<Vec<EditionId>> {
    let mut held = systems::editions_held(db)?;
    held.sort_by_key(|id| (catalogue().edition_of(id).map(|e| e.column), first != Some(id)));
    Ok(held)
}

impl Column {
    fn of(edition: &EditionId, coverage: &Coverage) -> Option<Self> {
        catalogue().edition_of(edition).map(|e| Self {
            edition: edition.clone(),
            standard: edition.standard.clone(),
            name: e.name.clone(),
            system: e.system.clone(),
            summary: coverage.summary,
            mains: by_main_clause(&coverage.rows),
        })
    }
}
