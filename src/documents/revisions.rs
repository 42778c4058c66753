//! Revisions of documents, and their files.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::RevisionState;
use super::queries::due;
use crate::day::{Day, Due};
use crate::digest::Digest;
use crate::error::Result;
use crate::filed::{FileTable, FiledFile};
use crate::ids::{DocumentId, RevisionId};
use crate::paging::at;

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

const COLUMNS: &[&str] =
    &["id", "label", "state", "summary", "author", "filed", "approved_by", "approved_on", "effective_from", "ended_on"];

fn read(row: &Row<'_>) -> rusqlite::Result<Revision> {
    Ok(Revision {
        id: row.get(at!(COLUMNS, "id"))?,
        label: row.get(at!(COLUMNS, "label"))?,
        state: row.get(at!(COLUMNS, "state"))?,
        summary: row.get(at!(COLUMNS, "summary"))?,
        author: row.get(at!(COLUMNS, "author"))?,
        filed: row.get(at!(COLUMNS, "filed"))?,
        approved_by: row.get(at!(COLUMNS, "approved_by"))?,
        approved_on: due(row.get(at!(COLUMNS, "approved_on"))?),
        effective_from: row.get(at!(COLUMNS, "effective_from"))?,
        ended_on: row.get(at!(COLUMNS, "ended_on"))?,
        files: Vec::new(),
    })
}

/// A document's revisions, in the order of filing.
pub fn revisions(db: &Connection, document: DocumentId) -> Result<Vec<Revision>> {
    let sql = format!("SELECT {} FROM revision WHERE document = ?1 ORDER BY position", COLUMNS.join(", "));
    let mut statement = db.prepare_cached(&sql)?;
    let mut found = statement.query_map([document], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
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

/// The document a revision belongs to.
pub fn of_revision(db: &Connection, revision: RevisionId) -> Result<Option<DocumentId>> {
    Ok(db
        .prepare_cached("SELECT document FROM revision WHERE id = ?1")?
        .query_row([revision], |r| r.get("document"))
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
        .query_map(params![digest], |r| Ok((r.get("code")?, r.get("title")?, r.get("label")?, r.get("path")?)))?
        .collect::<rusqlite::Result<_>>()?)
}
