//! The register of documents: which of them, in which order, how many.

use std::sync::LazyLock;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

use super::model::{DocumentKind, DocumentState};
use super::particulars::Particulars;
use super::queries::{COLUMNS, Document, SELECT, read};
use crate::day::Day;
use crate::error::Result;
use crate::ids::DocumentId;
use crate::named::List;
use crate::paging::{self, Condition, Key, Page, at};
use crate::text::fold;
use crate::workspace::looks;

/// Which documents.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "DocumentFilter")]
pub struct Filter {
    /// Only this kind.
    pub kind: Option<DocumentKind>,
    /// Only this state.
    pub state: Option<DocumentState>,
    /// Only with this in code or title.
    pub text: Option<String>,
    /// Only this owner.
    pub owner: Option<String>,
    /// Only those in use whose review was due before this day, by one reading at least.
    pub overdue_on: Option<Day>,
    /// Only those mapped to no clause.
    pub unmapped: bool,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DocumentSort")]
pub enum Sort {
    /// By code.
    #[default]
    Code,
    /// By title.
    Title,
    /// By next review, soonest first; documents without one are not in this order.
    NextReview,
    /// By owner.
    Owner,
}

/// The code makes every order total.
const CODE: Key = Key::text("d.code_fold", at!(COLUMNS, "d.code_fold"));

/// All documents of some kinds, by code.
pub fn of_kinds(db: &Connection, kinds: &[DocumentKind]) -> Result<Vec<Document>> {
    let sql = format!("{} ORDER BY d.code_fold", *SELECT);
    let all = db.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(all.into_iter().filter(|document| kinds.contains(&document.particulars.kind)).collect())
}

/// One page of documents, after the row named by `after`.
pub fn list(
    db: &Connection,
    filter: &Filter,
    sort: Sort,
    after: Option<&[String]>,
    limit: usize,
) -> Result<Page<Document>> {
    // The columns of each order are those of an index.
    let key = match sort {
        Sort::Code => CODE,
        Sort::Title => Key::text("d.title_fold", at!(COLUMNS, "d.title_fold")),
        Sort::NextReview => Key::number("d.due_earliest", at!(COLUMNS, "d.due_earliest")),
        Sort::Owner => Key::text("d.owner", COLUMNS.len() + at!(Particulars::COLUMNS, "owner")),
    };
    let mut condition = condition(filter);
    if sort == Sort::NextReview {
        condition.also("d.due_earliest IS NOT NULL");
    }
    paging::page(db, &SELECT, condition, [key, CODE], after, limit, read)
}

static IN_USE: LazyLock<String> = LazyLock::new(|| DocumentState::in_use_sql("d.state"));

/// A filter as a condition on `d`.
fn condition(filter: &Filter) -> Condition {
    let mut condition = Condition::default();
    if let Some(kind) = filter.kind {
        condition.also_with("d.kind = ?", Value::Text(kind.to_string()));
    }
    if let Some(state) = filter.state {
        condition.also_with("d.state = ?", Value::Text(state.to_string()));
    }
    if let Some(owner) = &filter.owner {
        condition.also_with("d.owner = ?", Value::Text(owner.clone()));
    }
    if let Some(text) = filter.text.as_deref().map(fold).filter(|t| !t.is_empty()) {
        condition.also_with("(instr(d.code_fold, ?) OR instr(d.title_fold, ?))", Value::Text(text));
    }
    if let Some(day) = filter.overdue_on {
        condition.also_with(
            &format!("d.due_earliest < ? AND d.due_earliest IS NOT NULL AND {}", *IN_USE),
            Value::Integer(day.number()),
        );
    }
    if filter.unmapped {
        condition.also("d.state <> 'withdrawn' AND NOT EXISTS (SELECT 1 FROM link l WHERE l.item = d.id)");
    }
    condition
}

/// The identifiers of all documents that pass the filter, in order; those without a key stand last.
pub fn ids(db: &Connection, filter: &Filter, sort: Sort, descending: bool) -> Result<Vec<Uuid>> {
    if sort == Sort::NextReview && looks(db)? {
        return ids_by_review_on(db, filter, descending);
    }
    let Condition { sql: condition, values } = condition(filter);
    let way = if descending { "DESC" } else { "ASC" };
    // Each order is that of an index, which then is read alone. A text is looked for in every title: that reads the
    // index of titles and sorts what it finds, which is quicker than to fetch every row in order.
    let by_code = if filter.text.is_some() { "+d.code_fold" } else { "d.code_fold" };
    let orders: &[String] = &match sort {
        Sort::Code => vec![format!("1 ORDER BY {by_code} {way}")],
        Sort::Title => vec![format!("1 ORDER BY d.title_fold {way}, d.code_fold {way}")],
        Sort::Owner => vec![format!("1 ORDER BY d.owner {way}, d.code_fold {way}")],
        Sort::NextReview => vec![
            format!("d.due_earliest IS NOT NULL ORDER BY d.due_earliest {way}, d.code_fold {way}"),
            format!("d.due_earliest IS NULL ORDER BY {by_code}"),
        ],
    };
    let mut out = Vec::new();
    for order in orders {
        let mut statement = db.prepare_cached(&format!("SELECT d.id FROM document d WHERE {condition} AND {order}"))?;
        let found = statement.query_map(params_from_iter(&values), |r| r.get::<_, DocumentId>(0).map(|id| id.0))?;
        for id in found {
            out.push(id?);
        }
    }
    Ok(out)
}

/// The same by next review on a look at another day, which no index knows: in the order of codes, then sorted by what is
/// due on that day. Days are read once, in the order in which they lie, and found in that; joining them to each document
/// costs more.
fn ids_by_review_on(db: &Connection, filter: &Filter, descending: bool) -> Result<Vec<Uuid>> {
    let on = due(db, "SELECT document, due_earliest FROM temp.document_on ORDER BY document")?;
    // What stands as on the tables' own day is read where there is any such document.
    let mut otherwise = None;
    let (mut dated, mut without) = (Vec::new(), Vec::new());
    for id in ids(db, filter, Sort::Code, false)? {
        let day = match on.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(at) => on[at].1,
            Err(_) => {
                let all = match &mut otherwise {
                    Some(all) => all,
                    none => none.insert(due(db, "SELECT id, due_earliest FROM main.document ORDER BY id")?),
                };
                all.binary_search_by_key(&id, |(id, _)| *id).ok().and_then(|at| all[at].1)
            }
        };
        match day {
            Some(day) => dated.push((day, id)),
            None => without.push(id),
        }
    }
    dated.sort_by_key(|(day, _)| *day);
    if descending {
        dated.reverse();
    }
    Ok(dated.into_iter().map(|(_, id)| id).chain(without).collect())
}

/// What is due first of each document that a statement names in the order of identifiers.
fn due(db: &Connection, sql: &str) -> Result<Vec<(Uuid, Option<i64>)>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([], |r| Ok((r.get::<_, DocumentId>(0)?.0, r.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether there are no documents at all.
pub fn none(db: &Connection) -> Result<bool> {
    Ok(db.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM document)")?.query_row([], |r| r.get(0))?)
}

/// How many documents pass a filter.
pub fn count(db: &Connection, filter: &Filter) -> Result<usize> {
    let Condition { sql, values } = condition(filter);
    // What is overdue is counted in the index of due dates alone; by that of states every row would be fetched, and the
    // plus keeps the planner off it.
    let sql = sql.replace(IN_USE.as_str(), &format!("+{}", *IN_USE));
    let sql = format!("SELECT count(*) FROM document d WHERE {sql}");
    Ok(db.prepare_cached(&sql)?.query_row(params_from_iter(values), |r| r.get(0))?)
}
