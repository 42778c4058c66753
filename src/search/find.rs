//! One search over everything: codes, titles and clauses in the tables, words in the cache.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::cache::{TextCache, phrases};
use crate::documents;
use crate::error::Result;
use crate::filed::FiledFile;
use crate::ids::DocumentId;
use crate::mapping::{self, ItemId};
use crate::records;
use crate::standards::catalogue;
use crate::systems;

/// Something found: one file of a document or record.
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
    /// Where the file lay when it was filed; empty for a document without files.
    pub file: String,
    /// The words around what was found, or what matched.
    pub snippet: String,
}

/// Searches. Each file stands once, however many ways it was found; what its text holds comes first.
pub fn find(db: &Connection, cache: &TextCache, query: &str, limit: usize) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for hit in cache.find(query, limit)? {
        for (code, title, revision, file) in documents::file_owners(db, &hit.digest)? {
            push(&mut hits, "document", code, title, Some(revision), file, &hit.snippet);
        }
        for (code, title, file) in records::file_owners(db, &hit.digest)? {
            push(&mut hits, "record", code, title, None, file, &hit.snippet);
        }
    }
    for id in named_documents(db, query, limit)? {
        let document = documents::by_id(db, id)?;
        let revisions = documents::revisions(db, id)?;
        let current = revisions.iter().find(|r| Some(r.id) == document.current);
        let files: Vec<FiledFile> = current.map(|r| r.files.clone()).unwrap_or_default();
        let matched = format!("{} {}", document.code, document.title);
        let label = current.map(|r| r.label.clone());
        if files.is_empty() {
            push(&mut hits, "document", document.code, document.title, label, String::new(), &matched);
        } else {
            for file in files {
                let (code, title) = (document.code.clone(), document.title.clone());
                push(&mut hits, "document", code, title, label.clone(), file.path, &matched);
            }
        }
    }
    for id in named_records(db, query, limit)? {
        let record = records::by_id(db, id)?;
        for file in records::files(db, id)? {
            push(&mut hits, "record", record.code.clone(), record.title.clone(), None, file.path, &record.title);
        }
    }
    mapped(db, query, limit, &mut hits)?;
    hits.truncate(limit);
    Ok(hits)
}

fn push(
    hits: &mut Vec<Hit>,
    kind: &'static str,
    code: String,
    title: String,
    revision: Option<String>,
    file: String,
    snippet: &str,
) {
    if !hits.iter().any(|h| h.file == file && h.code == code) {
        hits.push(Hit { kind, code, title, revision, file, snippet: snippet.to_owned() });
    }
}

/// All phrases in code or title together.
fn condition(columns: &str, count: usize) -> String {
    (1..=count).map(|n| format!("instr({columns}, ?{n})")).collect::<Vec<_>>().join(" AND ")
}

fn named_documents(db: &Connection, query: &str, limit: usize) -> Result<Vec<DocumentId>> {
    let phrases = phrases(query);
    if phrases.is_empty() {
        return Ok(Vec::new());
    }
    let columns = "(code_fold || ' ' || title_fold)";
    let sql =
        format!("SELECT id FROM document WHERE {} ORDER BY code_fold LIMIT {limit}", condition(columns, phrases.len()));
    let mut statement = db.prepare_cached(&sql)?;
    let found = statement.query_map(rusqlite::params_from_iter(phrases), |r| r.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn named_records(db: &Connection, query: &str, limit: usize) -> Result<Vec<crate::ids::RecordId>> {
    let phrases = phrases(query);
    if phrases.is_empty() {
        return Ok(Vec::new());
    }
    let columns = "(lower(code) || ' ' || title_fold)";
    let sql = format!("SELECT id FROM record WHERE {} ORDER BY seq LIMIT {limit}", condition(columns, phrases.len()));
    let mut statement = db.prepare_cached(&sql)?;
    let found = statement.query_map(rusqlite::params_from_iter(phrases), |r| r.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A query that names a clause finds what is mapped to it: `9001/7.5.3`, `27001 A.8.1.1`.
fn mapped(db: &Connection, query: &str, limit: usize, hits: &mut Vec<Hit>) -> Result<()> {
    let Ok(reference) = catalogue().reference(query, &systems::editions_held(db)?) else { return Ok(()) };
    for link in mapping::by_clause(db, &reference)?.into_iter().take(limit) {
        let item = mapping::name(db, link.item)?;
        let matched = format!("{} ({})", reference.short(), link.strength.name());
        let files = match link.item {
            ItemId::Document(id) => {
                let current = documents::by_id(db, id)?.current;
                let revisions = documents::revisions(db, id)?;
                revisions.into_iter().find(|r| Some(r.id) == current).map(|r| r.files).unwrap_or_default()
            }
            ItemId::Record(id) => records::files(db, id)?,
        };
        for file in files {
            push(hits, item.kind, item.code.clone(), item.title.clone(), None, file.path, &matched);
        }
    }
    Ok(())
}
