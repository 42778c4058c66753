//! The register of records: which of them, in which order, and how many.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

use super::particulars::Particulars;
use super::queries::{COLUMNS, FILED, Record, SELECT, read};
use super::state::{Exit, State};
use crate::day::Day;
use crate::error::Result;
use crate::ids::RecordId;
use crate::named::List;
use crate::paging::{self, Condition, Key, Page, at};
use crate::text::fold;

/// Which records.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "RecordFilter")]
pub struct Filter {
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only with this in the title.
    pub text: Option<String>,
    /// Only those whose validity ended before this day; not what was replaced or taken back.
    pub expired_on: Option<Day>,
    /// Only those mapped to no clause; not what was replaced or taken back.
    pub unmapped: bool,
    /// Only those that stand so on a day.
    pub state: Option<(State, Day)>,
    /// Only those that were replaced or taken back.
    pub gone: bool,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RecordSort")]
pub enum Sort {
    /// By time of filing.
    #[default]
    Filed,
    /// By title.
    Title,
    /// By end of validity, soonest first; records without one are not in this order.
    ValidUntil,
    /// By kind.
    Kind,
}

/// One page of records, after the row named by `after`.
pub fn list(
    db: &Connection,
    filter: &Filter,
    sort: Sort,
    after: Option<&[String]>,
    limit: usize,
) -> Result<Page<Record>> {
    let key = match sort {
        Sort::Filed => FILED,
        Sort::Title => Key::text("title_fold", at!(COLUMNS, "title_fold")),
        Sort::ValidUntil => Key::number("valid_until", COLUMNS.len() + at!(Particulars::COLUMNS, "valid_until")),
        Sort::Kind => Key::text("kind", COLUMNS.len() + at!(Particulars::COLUMNS, "kind")),
    };
    let mut condition = condition(filter);
    if sort == Sort::ValidUntil {
        condition.also("valid_until IS NOT NULL");
    }
    paging::page(db, &SELECT, condition, [key, FILED], after, limit, read)
}

/// A filter as a condition.
fn condition(filter: &Filter) -> Condition {
    let mut condition = Condition::default();
    if let Some(kind) = &filter.kind {
        condition.also_with("kind = ?", Value::Text(kind.clone()));
    }
    if let Some(text) = filter.text.as_deref().map(fold).filter(|t| !t.is_empty()) {
        condition.also_with("instr(title_fold, ?)", Value::Text(text));
    }
    if let Some(day) = filter.expired_on {
        condition.also("exit IS NULL");
        condition.also_with("valid_until < ?", Value::Integer(day.number()));
    }
    if filter.unmapped {
        condition.also("exit IS NULL AND NOT EXISTS (SELECT 1 FROM link l WHERE l.item = record.id)");
    }
    if let Some((state, day)) = filter.state {
        let exit = |exit: Exit| Value::Text(exit.name().to_owned());
        match state {
            State::InDate => {
                condition.also_with("exit IS NULL AND (valid_until IS NULL OR valid_until >= ?)", day.number().into());
            }
            State::Ended => condition.also_with("exit IS NULL AND valid_until < ?", day.number().into()),
            State::Replaced => condition.also_with("exit = ?", exit(Exit::Replaced)),
            State::TakenBack => condition.also_with("exit = ?", exit(Exit::TakenBack)),
        }
    }
    if filter.gone {
        condition.also("exit IS NOT NULL");
    }
    condition
}

/// The identifiers of all records that pass the filter, in order; those without a key stand last.
pub fn ids(db: &Connection, filter: &Filter, sort: Sort, descending: bool) -> Result<Vec<Uuid>> {
    let Condition { sql: condition, values } = condition(filter);
    let way = if descending { "DESC" } else { "ASC" };
    let order = match sort {
        Sort::Filed => format!("seq {way}"),
        Sort::Title => format!("title_fold {way}, seq"),
        Sort::ValidUntil => format!("valid_until IS NULL, valid_until {way}, seq"),
        Sort::Kind => format!("kind {way}, title_fold, seq"),
    };
    let mut statement = db.prepare_cached(&format!("SELECT id FROM record WHERE {condition} ORDER BY {order}"))?;
    let found = statement.query_map(params_from_iter(values), |r| r.get::<_, RecordId>(0).map(|id| id.0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Whether there are no records at all.
pub fn none(db: &Connection) -> Result<bool> {
    Ok(db.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM record)")?.query_row([], |r| r.get(0))?)
}

/// How many records pass a filter.
pub fn count(db: &Connection, filter: &Filter) -> Result<usize> {
    let Condition { sql, values } = condition(filter);
    let sql = format!("SELECT count(*) FROM record WHERE {sql}");
    Ok(db.prepare_cached(&sql)?.query_row(params_from_iter(values), |r| r.get(0))?)
}

/// How many records of each kind pass a filter, or are among some, by kind.
pub fn count_by_kind(db: &Connection, filter: &Filter, among: Option<&[Uuid]>) -> Result<Vec<(String, usize)>> {
    if let Some(ids) = among {
        let mut kind = db.prepare_cached("SELECT kind FROM record WHERE id = ?1")?;
        let mut counts = BTreeMap::<String, usize>::new();
        for id in ids {
            *counts.entry(kind.query_row([RecordId(*id)], |r| r.get(0))?).or_default() += 1;
        }
        return Ok(counts.into_iter().collect());
    }
    let Condition { sql, values } = condition(filter);
    let sql = format!("SELECT kind, count(*) FROM record WHERE {sql} GROUP BY kind ORDER BY kind");
    let mut statement = db.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(values), |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How many records were collected within a quarter before `day`, within a year, earlier, and on no known day; what was
/// replaced or taken back is none of them.
pub fn ages(db: &Connection, day: Day) -> Result<[usize; 4]> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE collected >= ?1), count(*) FILTER (WHERE collected >= ?2 AND collected < ?1),
                    count(*) FILTER (WHERE collected < ?2), count(*) FILTER (WHERE collected IS NULL)
             FROM record WHERE exit IS NULL",
        )?
        .query_row(params![day.minus_days(91), day.minus_days(365)], |r| {
            Ok([r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?])
        })?)
}
