//! The files that cannot be searched, or not wholly, one by one: whose each is, why, and what in it.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::cache::TextCache;
use super::find::{files_of_record, files_of_revision, label};
use super::shelf::Shelf;
use crate::digest::Digest;
use crate::documents;
use crate::error::Result;
use crate::extract::{Unread, Unsearchable};
use crate::items::ItemId;
use crate::records;

/// A file that cannot be searched, or not wholly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Unreadable {
    /// `document` or `record`.
    pub kind: &'static str,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the revision, for documents.
    pub revision: Option<String>,
    /// Whether it is another revision than the one the document stands with.
    pub earlier: bool,
    /// Where the file lay when it was filed.
    pub file: String,
    /// Its content.
    pub digest: Digest,
    /// Why it was not read, or not wholly.
    pub problem: Unsearchable,
    /// What in it was not read.
    pub unread: Vec<Unread>,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotRead {
    /// How many there are.
    pub count: usize,
    /// The first of them, by code.
    pub files: Vec<Unreadable>,
}

/// The files that cannot be searched, or not wholly, by the code of what holds them, at most `limit`; of one reason alone where one
/// is given. An empty file hides nothing.
pub fn unread(
    db: &Connection,
    cache: &TextCache,
    shelf: &Shelf,
    reason: Option<Unsearchable>,
    limit: usize,
) -> Result<NotRead> {
    let wanted = |problem| reason.map_or(problem != Unsearchable::Empty, |reason| reason == problem);
    let contents: Vec<(i64, Unsearchable)> =
        cache.unread()?.into_iter().filter(|(_, problem)| wanted(*problem)).collect();
    let ids: Vec<i64> = contents.iter().map(|(id, _)| *id).collect();
    let mut held = Vec::new();
    shelf.each_holder(db, cache, &ids, |place, holder| held.push((holder, place)))?;
    let items = shelf.items(db)?;
    held.sort_by_key(|(holder, place)| (items.rank(holder.item as usize), holder.earlier, holder.revision, *place));
    let count = held.len();
    let mut files = Vec::new();
    for (holder, place) in held.into_iter().take(limit) {
        let (id, problem) = contents[place];
        let Some(digest) = cache.digest(id)? else { continue };
        let (kind, code, title, revision, all) = match (items.ids[holder.item as usize], holder.revision) {
            (ItemId::Document(id), of) => {
                let document = documents::by_id(db, id)?;
                let label = of.map(|of| label(db, of)).transpose()?.flatten();
                let files = of.map(|of| files_of_revision(db, of)).transpose()?.unwrap_or_default();
                ("document", document.code.clone(), document.particulars.title, label, files)
            }
            (ItemId::Record(id), _) => {
                let record = records::by_id(db, id)?;
                ("record", record.code.clone(), record.title.clone(), None, files_of_record(db, id)?)
            }
        };
        let Some((_, file)) = all.into_iter().find(|(content, _)| *content == digest) else { continue };
        let (earlier, unread) = (holder.earlier, cache.parts(id)?);
        files.push(Unreadable { kind, code, title, revision, earlier, file, digest, problem, unread });
    }
    Ok(NotRead { count, files })
}
