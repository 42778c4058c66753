//! What holds a file's content already. Filing it again, for another purpose, needs a word of its own.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::refusals;
use crate::day::Day;
use crate::digest::Digest;
use crate::documents;
use crate::error::Result;
use crate::filed::FiledFile;
use crate::records::{self, Exit};

/// A document or record that holds this very content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AlreadyFiled")]
pub struct Already {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Documents: label of the revision.
    pub revision: Option<String>,
    /// Day on which it was filed.
    pub since: Day,
}

/// Everything that holds a file with this content. What was filed by mistake and taken back may be filed again.
pub fn already(db: &Connection, digest: &Digest) -> Result<Vec<Already>> {
    let mut out = Vec::new();
    for (code, title, label, _) in documents::file_owners(db, digest)? {
        let revisions = documents::revisions(db, documents::by_code(db, &code)?.id)?;
        if let Some(revision) = revisions.into_iter().find(|revision| revision.label == label) {
            out.push(Already { code, title, revision: Some(label), since: revision.filed });
        }
    }
    for (code, title, _) in records::file_owners(db, digest)? {
        let record = records::find(db, &code)?;
        if record.exit != Some(Exit::TakenBack) {
            out.push(Already { code, title, revision: None, since: record.filed });
        }
    }
    out.dedup();
    Ok(out)
}

/// What holds any of these files already.
///
/// # Errors
/// `already_exists` for the first that is held, unless it is to be filed `again`.
pub(super) fn check(db: &Connection, files: &[FiledFile], again: bool) -> Result<Vec<Already>> {
    let mut out = Vec::new();
    for file in files {
        let held = already(db, &file.digest)?;
        if let Some(first) = held.first().filter(|_| !again) {
            let code =
                first.revision.as_ref().map_or_else(|| first.code.clone(), |label| format!("{} {label}", first.code));
            return Err(refusals::file_already_filed(&file.name, code, first.since));
        }
        out.extend(held);
    }
    Ok(out)
}
