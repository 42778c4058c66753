//! Questions about documents.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::model::{DocumentKind, DocumentState, RevisionState};
use crate::day::{Day, Due};
use crate::digest::Digest;
use crate::error::Result;
use crate::filed::{FileTable, FiledFile};
use crate::ids::{DocumentId, RevisionId, ScopeItemId};
use crate::paging::{self, Condition, Key, Page};
use crate::text::fold;
use crate::workspace::not_found;

/// A document as the register shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DocumentItem")]
pub struct Document {
    /// Identifier.
    pub id: DocumentId,
    /// The organisation's own number.
    pub code: String,
    /// Title.
    pub title: String,
    /// Kind of documented information.
    pub kind: DocumentKind,
    /// Where it stands.
    pub state: DocumentState,
    /// Label of the effective revision, else of the newest.
    pub revision: Option<String>,
    /// Role that answers for it.
    pub owner: String,
    /// Role that approves it.
    pub approver: String,
    /// Who may see it.
    pub classification: String,
    /// Who gets it.
    pub distribution: String,
    /// How long it is kept.
    pub retention: String,
    /// External documents: where it comes from.
    pub source: String,
    /// Months between reviews.
    pub review_interval: Option<u32>,
    /// Next review, as far as it is known.
    pub next_review: Option<Due>,
    /// Day on which it was registered.
    pub registered: Day,
    /// The effective revision, else the newest.
    #[serde(skip)]
    pub current: Option<RevisionId>,
}

/// A revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Revision {
    /// Identifier.
    pub id: RevisionId,
    /// The organisation's own label.
    pub label: String,
    /// Where it stands.
    pub state: RevisionState,
    /// What changed.
    pub summary: String,
    /// Who wrote it.
    pub author: String,
    /// Day on which it was filed.
    pub filed: Day,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When, as far as it is known.
    pub approved_on: Option<Due>,
    /// First day in force.
    pub effective_from: Option<Day>,
    /// Day on which it was superseded or withdrawn.
    pub ended_on: Option<Day>,
    /// Its files.
    pub files: Vec<FiledFile>,
}

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

const SELECT: &str = "SELECT d.id, d.code, d.title, d.kind, d.state, r.label, d.owner, d.approver, d.classification,
    d.distribution, d.retention, d.source, d.review_interval, d.due, d.registered, d.current, d.code_fold,
    d.title_fold, d.due_earliest
    FROM document d LEFT JOIN revision r ON r.id = d.current";

/// The code makes every order total.
const CODE: Key = Key::text("d.code_fold", 16);

fn read(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        id: row.get(0)?,
        code: row.get(1)?,
        title: row.get(2)?,
        kind: row.get(3)?,
        state: row.get(4)?,
        revision: row.get(5)?,
        owner: row.get(6)?,
        approver: row.get(7)?,
        classification: row.get(8)?,
        distribution: row.get(9)?,
        retention: row.get(10)?,
        source: row.get(11)?,
        review_interval: row.get(12)?,
        next_review: due(row.get(13)?),
        registered: row.get(14)?,
        current: row.get(15)?,
    })
}

fn due(json: Option<String>) -> Option<Due> {
    json.and_then(|text| serde_json::from_str(&text).ok())
}

/// The document with that code, if there is one.
pub(super) fn find(db: &Connection, code: &str) -> Result<Option<Document>> {
    let sql = format!("{SELECT} WHERE d.code_fold = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([fold(code)], read).optional()?)
}

/// The document with that code.
pub fn by_code(db: &Connection, code: &str) -> Result<Document> {
    find(db, code)?.ok_or_else(|| not_found("document", code, "See `clausebook document list`."))
}

/// The document with that identifier.
pub fn by_id(db: &Connection, id: DocumentId) -> Result<Document> {
    let sql = format!("{SELECT} WHERE d.id = ?1");
    let found = db.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or_else(|| not_found("document", &id.to_string(), "See `clausebook document list`."))
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
        Sort::Title => Key::text("d.title_fold", 17),
        Sort::NextReview => Key::number("d.due_earliest", 18),
        Sort::Owner => Key::text("d.owner", 6),
    };
    let mut condition = condition(filter);
    if sort == Sort::NextReview {
        condition.also("d.due_earliest IS NOT NULL");
    }
    paging::page(db, SELECT, condition, [key, CODE], after, limit, read)
}

const IN_USE: &str = "d.state IN ('effective', 'listed')";

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
            &format!("d.due_earliest < ? AND d.due_earliest IS NOT NULL AND {IN_USE}"),
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

/// Whether there are no documents at all.
pub fn none(db: &Connection) -> Result<bool> {
    Ok(db.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM document)")?.query_row([], |r| r.get(0))?)
}

/// How many documents pass a filter.
pub fn count(db: &Connection, filter: &Filter) -> Result<usize> {
    let Condition { sql, values } = condition(filter);
    // What is overdue is counted in the index of due dates alone; by that of states every row would be fetched, and the
    // plus keeps the planner off it.
    let sql = sql.replace(IN_USE, &format!("+{IN_USE}"));
    let sql = format!("SELECT count(*) FROM document d WHERE {sql}");
    Ok(db.prepare_cached(&sql)?.query_row(params_from_iter(values), |r| r.get(0))?)
}

/// A document's revisions, in the order of filing.
pub fn revisions(db: &Connection, document: DocumentId) -> Result<Vec<Revision>> {
    let mut statement = db.prepare_cached(
        "SELECT id, label, state, summary, author, filed, approved_by, approved_on, effective_from, ended_on
         FROM revision WHERE document = ?1 ORDER BY position",
    )?;
    let mut found = statement
        .query_map([document], |row| {
            Ok(Revision {
                id: row.get(0)?,
                label: row.get(1)?,
                state: row.get(2)?,
                summary: row.get(3)?,
                author: row.get(4)?,
                filed: row.get(5)?,
                approved_by: row.get(6)?,
                approved_on: due(row.get(7)?),
                effective_from: row.get(8)?,
                ended_on: row.get(9)?,
                files: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for revision in &mut found {
        revision.files = FileTable::Revision.of(db, &revision.id)?;
    }
    Ok(found)
}

/// A label for the next revision, where the user gives none: one more than the number of revisions.
pub fn next_label(db: &Connection, document: DocumentId) -> Result<String> {
    let count: i64 = db.query_row("SELECT count(*) FROM revision WHERE document = ?1", [document], |r| r.get(0))?;
    Ok((count + 1).to_string())
}

/// The scope items a document belongs to; none means all.
pub fn scope_of(db: &Connection, document: DocumentId) -> Result<Vec<ScopeItemId>> {
    Ok(db
        .prepare_cached("SELECT item FROM document_scope WHERE document = ?1 ORDER BY item")?
        .query_map([document], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

/// What decides whether a document counts as evidence.
pub struct Standing {
    /// Whether its current revision is in force.
    pub in_force: bool,
    /// Its next review.
    pub due: Option<Due>,
}

/// How a document stands; nothing while it has no file, once it is withdrawn, and where there is none.
pub fn standing(db: &Connection, document: DocumentId) -> Result<Option<Standing>> {
    let row: Option<(Option<String>, bool)> = db
        .prepare_cached(
            "SELECT d.due, r.state = 'effective' FROM document d JOIN revision r ON r.id = d.current
             WHERE d.id = ?1 AND d.state NOT IN ('listed', 'withdrawn')",
        )?
        .query_row([document], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    row.map(|(due, in_force)| Ok(Standing { in_force, due: due.map(|d| serde_json::from_str(&d)).transpose()? }))
        .transpose()
}

/// The document a revision belongs to.
pub fn of_revision(db: &Connection, revision: RevisionId) -> Result<Option<DocumentId>> {
    Ok(db
        .prepare_cached("SELECT document FROM revision WHERE id = ?1")?
        .query_row([revision], |r| r.get(0))
        .optional()?)
}

/// The documents and revisions that hold a file with this content: code, title, label, original path.
pub fn file_owners(db: &Connection, digest: &Digest) -> Result<Vec<(String, String, String, String)>> {
    Ok(db
        .prepare_cached(
            "SELECT d.code, d.title, r.label, f.path FROM revision_file f
             JOIN revision r ON r.id = f.revision JOIN document d ON d.id = r.document
             WHERE f.digest = ?1 ORDER BY d.code_fold, r.position, f.position",
        )?
        .query_map(params![digest], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?)
}
