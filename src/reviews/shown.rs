//! A document with everything that is known about it.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::doubts::{self, Doubt};
use super::queries::{self, Concluded, Moved};
use super::tasks::{self, Task};
use crate::day::Day;
use crate::documents::{self, Document, Revision};
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping::{self, Named, PointShown};
use crate::systems;

/// A document with everything about it.
#[derive(Debug, Serialize, TS)]
pub struct DocumentShown {
    /// The document.
    #[serde(flatten)]
    pub document: Document,
    /// Codes of the scope items it belongs to; none means all.
    pub scope: Vec<String>,
    /// Whether it is a policy in force of which nobody was told by this day.
    pub not_communicated: bool,
    /// Months between its reviews: its own interval, else by the rule for its type; none where neither says.
    pub months: Option<u32>,
    /// Since when it is withdrawn, or will be.
    pub withdrawn_from: Option<Day>,
    /// Its revisions, oldest first.
    pub revisions: Vec<Revision>,
    /// The clauses it satisfies.
    pub mappings: Vec<Named>,
    /// The points that its mappings open, open and settled.
    pub points: Vec<PointShown>,
    /// Its reviews, oldest first.
    pub reviews: Vec<Concluded>,
    /// Revisions that reviews asked for, oldest first.
    pub tasks: Vec<Task>,
    /// Moves of its next review, oldest first.
    pub moves: Vec<Moved>,
    /// Doubts about what is approved of it that no review has looked into, oldest first.
    pub doubts: Vec<Doubt>,
}

/// The document of that code, with everything about it.
///
/// # Errors
/// `not_found`.
pub fn document_shown(db: &Connection, code: &str) -> Result<DocumentShown> {
    let document = documents::by_code(db, code)?;
    Ok(DocumentShown {
        scope: systems::scope_item_codes(db, &documents::scope_of(db, document.id)?)?,
        not_communicated: documents::not_communicated(db, document.id)?,
        months: document.months(db)?,
        withdrawn_from: documents::withdrawn_from(db, document.id)?,
        revisions: documents::revisions(db, document.id)?,
        mappings: mapping::named(db, ItemId::Document(document.id))?,
        points: mapping::points_of(db, ItemId::Document(document.id))?,
        reviews: queries::reviews_of(db, document.id)?,
        tasks: tasks::tasks_of(db, document.id)?,
        moves: queries::moves_of(db, document.id)?,
        doubts: doubts::doubts(db, Some(document.id), usize::MAX)?,
        document,
    })
}
