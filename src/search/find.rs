//! One search over everything: codes, titles and clauses in the tables, words in the cache.

use rusqlite::Connection;
use rusqlite::types::FromSql;
use serde::Serialize;
use ts_rs::TS;

use super::cache::{TextCache, phrases};
use crate::day::Day;
use crate::documents;
use crate::error::Result;
use crate::filed::FiledFile;
use crate::ids::{DocumentId, RecordId};
use crate::items::{self, ItemId};
use crate::mapping;
use crate::records;
use crate::standards::catalogue;
use crate::systems;
use crate::text::fold;

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
    /// How it stands, for records.
    pub state: Option<records::State>,
    /// Where the file lay when it was filed; empty for a document without files.
    pub file: String,
    /// The words around what was found, or what matched.
    pub snippet: String,
}

/// Searches. Each file stands once, however many ways it was found; what its text holds comes first. Records are shown
/// with how they stand on `day`.
pub fn find(db: &Connection, cache: &TextCache, query: &str, limit: usize, day: Day) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for hit in cache.find(query, limit)? {
        for (code, title, revision, file) in documents::file_owners(db, &hit.digest)? {
            push(&mut hits, "document", code, title, Some(revision), file, &hit.snippet);
        }
        for (code, title, file) in records::file_owners(db, &hit.digest)? {
            push(&mut hits, "record", code, title, None, file, &hit.snippet);
        }
    }
    for id in NAMED_DOCUMENTS.find::<DocumentId>(db, query, limit)? {
        let document = documents::by_id(db, id)?;
        let revisions = documents::revisions(db, id)?;
        let current = revisions.iter().find(|r| Some(r.id) == document.current);
        let files: Vec<FiledFile> = current.map(|r| r.files.clone()).unwrap_or_default();
        let matched = format!("{} {}", document.code, document.title);
        let label = current.map(|r| r.label.clone());
        if files.is_empty() {
            push(&mut hits, "document", document.code, document.particulars.title, label, String::new(), &matched);
        } else {
            for file in files {
                let (code, title) = (document.code.clone(), document.title.clone());
                push(&mut hits, "document", code, title, label.clone(), file.path, &matched);
            }
        }
    }
    for id in NAMED_RECORDS.find::<RecordId>(db, query, limit)? {
        let record = records::by_id(db, id)?;
        for file in records::files(db, id)? {
            push(&mut hits, "record", record.code.clone(), record.title.clone(), None, file.path, &record.title);
        }
    }
    mapped(db, query, limit, &mut hits)?;
    hits.truncate(limit);
    for hit in hits.iter_mut().filter(|hit| hit.kind == "record") {
        hit.state = Some(records::find(db, &hit.code)?.state(day));
    }
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
        hits.push(Hit { kind, code, title, revision, state: None, file, snippet: snippet.to_owned() });
    }
}

/// Documents by code and title. Ordered by an index that holds both, so that rows are read for what is found alone.
const NAMED_DOCUMENTS: Named =
    Named { table: "document", columns: "code_fold || ' ' || title_fold", order: "title_fold, code_fold" };
/// Records likewise.
const NAMED_RECORDS: Named =
    Named { table: "record", columns: "code_fold || ' ' || title_fold", order: "title_fold, seq" };

/// Where names are looked for.
struct Named {
    table: &'static str,
    columns: &'static str,
    order: &'static str,
}

impl Named {
    /// Those that have all of so many phrases in code or title together.
    fn sql(&self, phrases: usize, limit: usize) -> String {
        let Self { table, columns, order } = self;
        let all = (1..=phrases).map(|n| format!("instr({columns}, ?{n})")).collect::<Vec<_>>().join(" AND ");
        format!("SELECT id FROM {table} WHERE {all} ORDER BY {order} LIMIT {limit}")
    }

    fn find<Id: FromSql>(&self, db: &Connection, query: &str, limit: usize) -> Result<Vec<Id>> {
        let phrases = phrases(query, fold);
        if phrases.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = db.prepare_cached(&self.sql(phrases.len(), limit))?;
        let found = statement.query_map(rusqlite::params_from_iter(phrases), |r| r.get(0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// A query that names a clause finds what is mapped to it: `9001/7.5.3`, `27001 A.8.1.1`.
fn mapped(db: &Connection, query: &str, limit: usize, hits: &mut Vec<Hit>) -> Result<()> {
    let Ok(reference) = catalogue().reference(query, &systems::editions_held(db)?) else { return Ok(()) };
    for link in mapping::by_clause(db, &reference)?.into_iter().take(limit) {
        let item = items::name(db, link.item)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// At 100,000 documents a row looked up for every name costs a third of a second.
    #[test]
    fn names_are_looked_for_in_an_index_alone() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(include_str!("../../schema/projections/documents.sql")).unwrap();
        db.execute_batch(include_str!("../../schema/projections/records.sql")).unwrap();
        for named in [NAMED_DOCUMENTS, NAMED_RECORDS] {
            let explain = format!("EXPLAIN QUERY PLAN {}", named.sql(2, 100));
            let plan: Vec<String> =
                db.prepare(&explain).unwrap().query_map(["a", "b"], |r| r.get(3)).unwrap().flatten().collect();
            assert_eq!(plan.len(), 1, "{plan:?}");
            assert!(plan[0].contains("USING COVERING INDEX"), "{plan:?}");
        }
    }
}
