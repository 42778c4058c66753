//! What a dropped file probably is, before anything is filed: read from its name, its control table, its text,
//! and from what was filed like it before. Each suggestion says where it comes from; a person decides.

use std::path::Path;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::intake::path_as_text;
use super::item::FileAs;
use crate::day::{Day, Due};
use crate::digest::Digest;
use crate::documents::{self, Document, DocumentState};
use crate::error::Result;
use crate::extract::{Extracted, Media, Unsearchable, extract};
use crate::items::ItemId;
use crate::mapping;
use crate::reading::{self, clauses_in_text, control_table, due, file_name, looks_like_record, stem};
use crate::records::{self, Exit};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::systems;
use crate::text::fold;
use crate::workspace::zone_now;

/// What is known of a dropped file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Probe {
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its content.
    pub digest: Digest,
    /// What it is, by its content.
    pub media: Media,
    /// Why its text cannot be searched.
    pub problem: Option<Unsearchable>,
    /// Code of the document or record that holds this very content already.
    pub already: Option<String>,
    /// As what it should be filed; nothing where only a person can tell.
    pub suggests: Option<FileAs>,
    /// Number, from the control table or the name.
    pub code: String,
    /// Title, from the control table, the name or the register.
    pub title: String,
    /// Label of the revision, or the next one where the file has none.
    pub revision: String,
    /// Owner, as the file says.
    pub owner: String,
    /// Next review, as the file says.
    pub next_review: Option<Due>,
    /// Day of collection, where the name or the series tells.
    pub collected: Option<Day>,
    /// Kind of document, from its title or name.
    pub document_kind: &'static str,
    /// Kind of record, from its series.
    pub record_kind: String,
    /// How many records of the same series there are.
    pub series: usize,
    /// Codes of scope items, from the series.
    pub scope: Vec<String>,
    /// Clauses it seems to satisfy.
    pub clauses: Vec<Suggested>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
}

/// A clause with the reason for suggesting it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suggested {
    /// The clause.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// `text`, `title`, `series` or `revision`.
    pub source: &'static str,
}

/// Something odd about a dropped file. It stops nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Warning {
    /// The file names another owner than the register.
    OtherOwner {
        /// As the file says.
        file: String,
        /// As the register says.
        register: String,
    },
    /// The number belongs to a document with another title.
    OtherTitle {
        /// As the register says.
        register: String,
    },
    /// That revision is filed already, with other content.
    RevisionThere {
        /// Its label.
        label: String,
    },
}

/// Looks at one file: reads it, writes nothing. `held` are the editions whose clauses are looked for.
pub fn probe(db: &Connection, path: &Path, held: &[EditionId]) -> Result<Probe> {
    let (digest, size) = crate::vault::hash_file(path)?;
    let found = extract(path)?;
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
    let named = file_name(&name);
    let table = control_table(&found);
    let code = table.as_ref().map(|t| t.number.clone()).or(named.number).unwrap_or_default();
    let mut out = Probe {
        path: path_as_text(path)?,
        size,
        digest,
        media: found.media,
        problem: found.problem,
        already: owner_of(db, &digest)?,
        suggests: None,
        title: table.as_ref().and_then(|t| t.title.clone()).unwrap_or(named.title),
        revision: table.as_ref().and_then(|t| t.version.clone()).or(named.version).unwrap_or_default(),
        owner: table.as_ref().and_then(|t| t.owner.clone()).unwrap_or_default(),
        next_review: table.as_ref().and_then(|t| t.next_review.as_deref()).and_then(due),
        collected: None,
        document_kind: "",
        record_kind: String::new(),
        series: 0,
        scope: Vec::new(),
        clauses: Vec::new(),
        warnings: Vec::new(),
        code,
        name,
    };
    out.document_kind = reading::document_kind(&out.title, &out.name).name();
    let there = if out.code.is_empty() { None } else { documents::by_code(db, &out.code).ok() };
    match there.filter(|d| d.state != DocumentState::Withdrawn) {
        Some(document) => as_revision(db, &mut out, &document)?,
        None => as_new(db, &mut out, &found, held, table.is_some(), path)?,
    }
    Ok(out)
}

fn owner_of(db: &Connection, digest: &Digest) -> Result<Option<String>> {
    if let Some((code, _, label, _)) = documents::file_owners(db, digest)?.into_iter().next() {
        return Ok(Some(format!("{code}, {label}")));
    }
    // What was filed by mistake and taken back may be filed again.
    for (code, ..) in records::file_owners(db, digest)? {
        if records::find(db, &code)?.exit != Some(Exit::TakenBack) {
            return Ok(Some(code));
        }
    }
    Ok(None)
}

fn as_revision(db: &Connection, out: &mut Probe, document: &Document) -> Result<()> {
    out.suggests = Some(FileAs::Revision);
    if fold(&out.title) != fold(&document.title) && !out.title.is_empty() {
        out.warnings.push(Warning::OtherTitle { register: document.title.clone() });
    }
    if !out.owner.is_empty() && !document.owner.is_empty() && fold(&out.owner) != fold(&document.owner) {
        out.warnings.push(Warning::OtherOwner { file: out.owner.clone(), register: document.owner.clone() });
    }
    let revisions = documents::revisions(db, document.id)?;
    if revisions.iter().any(|r| r.label.eq_ignore_ascii_case(&out.revision)) && out.already.is_none() {
        out.warnings.push(Warning::RevisionThere { label: out.revision.clone() });
        out.revision = documents::next_label(db, document.id)?;
    }
    if out.revision.is_empty() {
        out.revision = documents::next_label(db, document.id)?;
    }
    out.title.clone_from(&document.title);
    out.owner.clone_from(&document.owner);
    out.scope = systems::scope_item_codes(db, &documents::scope_of(db, document.id)?)?;
    for link in mapping::of_item(db, ItemId::Document(document.id))? {
        suggest(&mut out.clauses, link.reference, "revision");
    }
    Ok(())
}

fn as_new(
    db: &Connection,
    out: &mut Probe,
    found: &Extracted,
    held: &[EditionId],
    table: bool,
    path: &Path,
) -> Result<()> {
    if let Some((count, like)) = records::of_series(db, &[&out.title, &stem(&out.name)])? {
        out.suggests = Some(FileAs::Record);
        out.series = count;
        out.record_kind.clone_from(&like.kind);
        out.scope = systems::scope_item_codes(db, &records::scope_of(db, like.id)?)?;
        for link in mapping::of_item(db, ItemId::Record(like.id))? {
            suggest(&mut out.clauses, link.reference, "series");
        }
    } else if table && out.media != Media::Image {
        out.suggests = Some(FileAs::Document);
    } else if out.media == Media::Image {
        out.suggests = None;
    } else {
        let record = looks_like_record(path) || out.code.is_empty();
        out.suggests = Some(if record { FileAs::Record } else { FileAs::Document });
    }
    for reference in clauses_in_text(&found.text, held) {
        suggest(&mut out.clauses, reference, "text");
    }
    for edition in held {
        let title = fold(&out.title);
        let same = |c: &&crate::standards::Clause| c.level >= 2 && !title.is_empty() && fold(&c.title) == title;
        if let Some(clause) = catalogue().clauses(edition).find(same) {
            suggest(&mut out.clauses, clause.reference.clone(), "title");
        }
    }
    if out.title.is_empty() {
        out.title = stem(&out.name);
    }
    let zone = zone_now(db)?;
    out.collected = std::fs::metadata(path).and_then(|m| m.modified()).ok().map(|time| {
        let millis = time.duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_millis());
        zone.day(millis as i64)
    });
    Ok(())
}

fn suggest(clauses: &mut Vec<Suggested>, reference: ClauseRef, source: &'static str) {
    if !clauses.iter().any(|c| c.reference == reference) {
        let title = catalogue().clause(&reference).map(|c| c.title.clone()).unwrap_or_default();
        clauses.push(Suggested { reference, title, source });
    }
}
