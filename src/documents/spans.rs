//! When a document stood how, day by day of its whole life, and what a revision is called.

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use super::model::DocumentState;
use super::stand;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId};

/// Days on end in which a document stands alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentSpan {
    /// First day.
    pub from: Day,
    /// First day after it; none for the last one.
    pub until: Option<Day>,
    /// Where the document stands.
    pub state: DocumentState,
    /// Label of the revision in force, else of the one that comes, else of the newest.
    pub revision: Option<String>,
}

/// How a document stands in each span of days, past and to come, from the day on which something of it was there.
pub fn spans(db: &Connection, document: DocumentId) -> Result<Vec<DocumentSpan>> {
    let mut out: Vec<DocumentSpan> = Vec::new();
    for (from, stand) in stand::life(db, document)?.spans() {
        let revision = stand.current.map(|id| label(db, id)).transpose()?.flatten();
        if let Some(last) = out.last_mut() {
            if (last.state, &last.revision) == (stand.state, &revision) {
                continue;
            }
            last.until = Some(from);
        }
        out.push(DocumentSpan { from, until: None, state: stand.state, revision });
    }
    out.retain(|span| span.from > Day::MIN);
    Ok(out)
}

/// What a revision is called; nothing for one that was taken back.
pub fn label(db: &Connection, revision: RevisionId) -> Result<Option<String>> {
    Ok(db
        .prepare_cached("SELECT label FROM revision WHERE id = ?1")?
        .query_row([revision], |r| r.get("label"))
        .optional()?)
}
