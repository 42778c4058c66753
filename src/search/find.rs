//! One search over everything: codes, titles and clauses in the tables, words in the cache.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::cache::TextCache;
use super::files::is_named;
use super::matches::{Match, matches};
use super::names::By;
use super::place::{Place, passage};
use super::query::Query;
use super::shelf::Shelf;
use crate::day::Day;
use crate::digest::Digest;
use crate::documents;
use crate::error::Result;
use crate::extract::Unsearchable;
use crate::ids::{RecordId, RevisionId};
use crate::items::ItemId;
use crate::records;

/// A document or record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Hit {
    /// `document` or `record`.
    pub kind: &'static str,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the revision, for documents.
    pub revision: Option<String>,
    /// How it stands, for records.
    pub state: Option<records::State>,
    /// Where the file lay when it was filed that holds the words, else its first one; empty for a document without files.
    pub file: String,
    /// That file's content.
    pub digest: Option<Digest>,
    /// The words around what was found, as they are written; code and title where only these have them.
    pub snippet: String,
    /// Where in the file they stand.
    pub place: Option<Place>,
    /// Whether they stand in a revision other than the one the document stands with.
    pub earlier: bool,
}

/// Files that cannot be searched, or not wholly, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotSearched {
    /// The reason.
    pub problem: Unsearchable,
    /// How many files.
    pub files: usize,
}

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// How many documents were found in all.
    pub documents: usize,
    /// How many records.
    pub records: usize,
    /// The best of them.
    pub hits: Vec<Hit>,
    /// What was not searched.
    pub not_searched: Vec<NotSearched>,
}

/// Searches. Codes and titles come first, then what is mapped to a clause that is named, then what files hold. At most
/// `limit` documents and as many records are shown, records with how they stand on `day`. `shelf` is of the same state of
/// the tables and the cache.
///
/// # Errors
/// `invalid_value` where the query says nothing that can be looked for.
pub fn find(db: &Connection, cache: &TextCache, shelf: &Shelf, text: &str, limit: usize, day: Day) -> Result<Found> {
    let query = Query::parse(text)?;
    let all = matches(db, cache, shelf, text, &query)?;
    let documents = all.iter().filter(|m| matches!(m.item, ItemId::Document(_))).count();
    let records = all.len() - documents;
    let mut left = [limit; 2];
    let mut hits = Vec::new();
    for found in &all {
        let left = &mut left[found.item.kind() as usize];
        if *left > 0 {
            *left -= 1;
            hits.push(hit(db, cache, &query, found, day)?);
        }
    }
    Ok(Found { documents, records, hits, not_searched: not_searched(db, cache, shelf, false)? })
}

/// A query with what it is asked of.
pub struct Asked<'q> {
    /// As it was typed.
    pub text: &'q str,
    /// The words of files.
    pub cache: TextCache,
    /// What is searched.
    pub shelf: Arc<Shelf>,
}

/// Those of some documents or records that a query finds, in the order in which they are given; all where there is none.
pub fn among(db: &Connection, query: Option<&Asked<'_>>, mut items: Vec<Uuid>) -> Result<Vec<Uuid>> {
    if let Some(Asked { text, cache, shelf }) = query {
        let found = matches(db, cache, shelf, text, &Query::parse(text)?)?;
        let found: HashSet<Uuid> = found.into_iter().map(|found| found.item.uuid()).collect();
        items.retain(|item| found.contains(item));
    }
    Ok(items)
}

fn hit(db: &Connection, cache: &TextCache, query: &Query, found: &Match, day: Day) -> Result<Hit> {
    let holds = match found.content {
        Some(id) => cache.text(id)?.zip(Some(cache.inside(id)?)),
        None => None,
    };
    let passage = holds
        .and_then(|((digest, media, text), inside)| Some((digest, passage(media, &text, &inside, &query.wanted)?)));
    let digest = passage.as_ref().map(|(digest, _)| *digest);
    let (mut hit, files) = match found.item {
        ItemId::Document(id) => {
            let document = documents::by_id(db, id)?;
            let revision = found.revision.filter(|_| passage.is_some()).or(document.current);
            let label = revision.map(|revision| label(db, revision)).transpose()?.flatten();
            let files = match revision {
                Some(revision) => files_of_revision(db, revision)?,
                None => Vec::new(),
            };
            (named("document", document.code.clone(), document.particulars.title, label), files)
        }
        ItemId::Record(id) => {
            let record = records::by_id(db, id)?;
            let state = record.state(day);
            let files = files_of_record(db, id)?;
            (Hit { state: Some(state), ..named("record", record.code.clone(), record.title.clone(), None) }, files)
        }
    };
    let named = |path: &str| found.by == By::File && is_named(name_in(path), &query.wanted);
    let by_name = files.iter().find(|(_, path)| passage.is_none() && named(path));
    let file = by_name.or_else(|| files.iter().find(|(content, _)| digest.is_none_or(|digest| digest == *content)));
    if let Some((_, path)) = by_name {
        name_in(path).clone_into(&mut hit.snippet);
    }
    let file = file.cloned();
    if let Some((content, path)) = file {
        (hit.file, hit.digest) = (path, Some(content));
    }
    if let Some((_, (snippet, place))) = passage {
        (hit.snippet, hit.place) = (snippet, place);
    }
    hit.earlier = found.by == By::Earlier;
    Ok(hit)
}

/// The name of the file that lies at a path.
fn name_in(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

fn named(kind: &'static str, code: String, title: String, revision: Option<String>) -> Hit {
    let snippet = format!("{code} {title}");
    let (file, digest, place) = (String::new(), None, None);
    Hit { kind, code, title, revision, state: None, file, digest, snippet, place, earlier: false }
}

pub(super) fn label(db: &Connection, revision: RevisionId) -> Result<Option<String>> {
    let sql = "SELECT label FROM revision WHERE id = ?1";
    Ok(db.prepare_cached(sql)?.query_row([revision], |r| r.get(0)).optional()?)
}

/// The contents of a record's files, and where they lay.
pub(super) fn files_of_record(db: &Connection, record: RecordId) -> Result<Vec<(Digest, String)>> {
    Ok(records::files(db, record)?.into_iter().map(|file| (file.digest, file.path)).collect())
}

/// The same of a revision.
pub(super) fn files_of_revision(db: &Connection, revision: RevisionId) -> Result<Vec<(Digest, String)>> {
    let sql = "SELECT digest, path FROM revision_file WHERE revision = ?1 ORDER BY position";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([revision], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The files of what is filed whose text is not known, or not all of it, by reason; the most come first. `current`: only
/// of the revisions that documents stand with, and of records.
pub(super) fn not_searched(
    db: &Connection,
    cache: &TextCache,
    shelf: &Shelf,
    current: bool,
) -> Result<Vec<NotSearched>> {
    // An empty file hides nothing.
    let (contents, problems): (Vec<i64>, Vec<Unsearchable>) =
        cache.unread()?.into_iter().filter(|(_, problem)| *problem != Unsearchable::Empty).unzip();
    let mut filed = vec![false; contents.len()];
    shelf.each_holder(db, cache, &contents, |place, holder| filed[place] |= !(current && holder.earlier))?;
    let mut counts: HashMap<Unsearchable, usize> = HashMap::new();
    for (problem, _) in problems.into_iter().zip(filed).filter(|(_, filed)| *filed) {
        *counts.entry(problem).or_default() += 1;
    }
    let mut out: Vec<NotSearched> = counts.into_iter().map(|(problem, files)| NotSearched { problem, files }).collect();
    out.sort_by_key(|counted| (std::cmp::Reverse(counted.files), counted.problem as u8));
    Ok(out)
}
