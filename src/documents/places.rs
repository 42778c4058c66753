//! Where the files lay that documents go by.

use rusqlite::Connection;

use super::model::RevisionState;
use crate::digest::Digest;
use crate::error::Result;
use crate::ids::DocumentId;

/// A file of the revision that a document goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The document.
    pub document: DocumentId,
    /// Its code.
    pub code: String,
    /// Where the file lay when it was filed.
    pub path: String,
    /// Its content.
    pub digest: Digest,
}

/// The files of the revisions that documents go by, which are not withdrawn; a document's files follow each other.
pub fn current_places(db: &Connection) -> Result<Vec<Place>> {
    Ok(db
        .prepare_cached(
            "SELECT d.id, d.code, f.path, f.digest FROM document d JOIN revision_file f ON f.revision = d.current
             WHERE d.state <> 'withdrawn' ORDER BY d.code_fold, f.position",
        )?
        .query_map([], |r| {
            Ok(Place { document: r.get("id")?, code: r.get("code")?, path: r.get("path")?, digest: r.get("digest")? })
        })?
        .collect::<rusqlite::Result<_>>()?)
}

/// The files of all revisions of all documents, the newest revision last.
pub fn all_places(db: &Connection) -> Result<Vec<Place>> {
    let sql = "SELECT d.id, d.code, f.path, f.digest FROM document d JOIN revision r ON r.document = d.id
               JOIN revision_file f ON f.revision = r.id ORDER BY d.code_fold, r.position, f.position";
    let place =
        |r: &rusqlite::Row<'_>| Ok(Place { document: r.get(0)?, code: r.get(1)?, path: r.get(2)?, digest: r.get(3)? });
    Ok(db.prepare_cached(sql)?.query_map([], place)?.collect::<rusqlite::Result<_>>()?)
}

/// A file of any revision, with how that revision stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledPlace {
    /// The document's code.
    pub code: String,
    /// The revision's label.
    pub label: String,
    /// Where the file lay when it was filed.
    pub path: String,
    /// Its content.
    pub digest: Digest,
    /// How the revision stands.
    pub state: RevisionState,
    /// Whether the document goes by it.
    pub current: bool,
}

/// The files of all revisions of the documents that are not withdrawn, with how each revision stands; the newest revision of
/// a document last.
pub fn filed_places(db: &Connection) -> Result<Vec<FiledPlace>> {
    let sql = "SELECT d.code, r.label, f.path, f.digest, r.state, r.id IS d.current
               FROM document d JOIN revision r ON r.document = d.id JOIN revision_file f ON f.revision = r.id
               WHERE d.state <> 'withdrawn' ORDER BY d.code_fold, r.position, f.position";
    let place = |r: &rusqlite::Row<'_>| {
        Ok(FiledPlace {
            code: r.get(0)?,
            label: r.get(1)?,
            path: r.get(2)?,
            digest: r.get(3)?,
            state: r.get(4)?,
            current: r.get(5)?,
        })
    };
    Ok(db.prepare_cached(sql)?.query_map([], place)?.collect::<rusqlite::Result<_>>()?)
}
