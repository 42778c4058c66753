//! Revisions of documents, and their files.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::communicated::{self, Communicated};
use super::life::Decision;
use super::model::RevisionState;
use super::queries::{Document, due};
use super::stand;
use super::{labels, refusals};
use crate::day::{Day, Due};
use crate::digest::Digest;
use crate::error::Result;
use crate::filed::{FileTable, FiledFile, NamedClause};
use crate::ids::{DocumentId, RevisionId};
use crate::paging::at;
use crate::workspace::standing_day;

/// A revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Revision {
    /// Identifier.
    pub id: RevisionId,
    /// The organisation's own label.
    pub label: String,
    /// Its place among the document's revisions: the entry that filed it.
    #[serde(skip)]
    pub position: u64,
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
    /// The entry that says so.
    #[serde(skip)]
    pub approved_at: Option<u64>,
    /// Whether that was its own author, which the organisation's rule allowed.
    pub approved_by_author: bool,
    /// First day in force, past or to come.
    pub effective_from: Option<Day>,
    /// Approved, and never in force: on its day another one stands, or the document is withdrawn before.
    pub never_in_force: bool,
    /// Whether nobody knows that day: it is in force at the latest since then.
    pub effective_at_latest: bool,
    /// Day on which it was superseded or withdrawn, or will be.
    pub ended_on: Option<Day>,
    /// When the withdrawn document was put in force again with it, oldest first.
    pub reinstatements: Vec<Reinstated>,
    /// Whom it was communicated to, oldest first.
    pub communications: Vec<Communicated>,
    /// Its files.
    pub files: Vec<FiledFile>,
}

/// A withdrawn document put in force again, by the approval that the revision had before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RevisionReinstated")]
pub struct Reinstated {
    /// Who did it.
    pub by: String,
    /// The day on which it was recorded.
    pub on: Day,
    /// First day in force again.
    pub from: Day,
    /// Why.
    pub reason: String,
}

const COLUMNS: &[&str] = &["id", "label", "position", "state", "summary", "author", "filed", "retired_on"];

/// As it was filed; how it stands is not among it.
fn read(row: &Row<'_>) -> rusqlite::Result<Revision> {
    Ok(Revision {
        id: row.get(at!(COLUMNS, "id"))?,
        label: row.get(at!(COLUMNS, "label"))?,
        position: row.get(at!(COLUMNS, "position"))?,
        state: row.get(at!(COLUMNS, "state"))?,
        summary: row.get(at!(COLUMNS, "summary"))?,
        author: row.get(at!(COLUMNS, "author"))?,
        filed: row.get(at!(COLUMNS, "filed"))?,
        approved_by: None,
        approved_on: None,
        approved_at: None,
        approved_by_author: false,
        effective_from: None,
        never_in_force: false,
        effective_at_latest: false,
        ended_on: row.get(at!(COLUMNS, "retired_on"))?,
        reinstatements: Vec::new(),
        communications: Vec::new(),
        files: Vec::new(),
    })
}

/// A document's revisions, in the order of filing, as they stand on the day of these tables.
pub fn revisions(db: &Connection, document: DocumentId) -> Result<Vec<Revision>> {
    let sql = format!("SELECT {} FROM revision WHERE document = ?1 ORDER BY position", COLUMNS.join(", "));
    let mut statement = db.prepare_cached(&sql)?;
    let mut found = statement.query_map([document], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let (life, day) = (stand::life(db, document)?, standing_day(db)?);
    let mut approved =
        db.prepare_cached("SELECT by, decided_on, own, at_latest FROM decision WHERE document = ?1 AND seq = ?2")?;
    for (revision, filed) in found.iter_mut().zip(&life.revisions) {
        revision.state = life.state(filed, day);
        // One that was replaced before its day shows by whom it was approved all the same.
        if let Some(approval) = life.approval(revision.id, day) {
            let at_latest: bool;
            (revision.approved_by, revision.approved_on, revision.approved_by_author, at_latest) = approved
                .query_row(params![document, approval.seq], |r| {
                    Ok((r.get("by")?, due(r.get("decided_on")?), r.get("own")?, r.get("at_latest")?))
                })?;
            (revision.approved_at, revision.effective_from) = (Some(approval.seq), approval.holds);
            revision.effective_at_latest = at_latest;
            revision.never_in_force = approval.holds.is_some() && life.last_in_force(revision.id).is_none();
        }
        if let Some((first, end)) = life.last_in_force(revision.id) {
            // Put in force again, it is so since a day that is known.
            revision.effective_at_latest &= revision.effective_from == Some(first);
            (revision.effective_from, revision.ended_on) = (Some(first), end);
        }
        revision.reinstatements = reinstatements(db, document, life.reinstatements(revision.id, day))?;
        if revision.state == RevisionState::Withdrawn && revision.ended_on.is_none() {
            revision.ended_on = life.withdrawn_from();
        }
        revision.files = FileTable::Revision.of(db, &revision.id)?;
    }
    for (of, told) in communicated::of_document(db, document, day)? {
        if let Some(revision) = found.iter_mut().find(|revision| revision.id == of) {
            revision.communications.push(told);
        }
    }
    Ok(found)
}

/// By whom and when a revision was approved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approved {
    /// Who approved it.
    pub by: Option<String>,
    /// When, as far as it is known.
    pub on: Option<Due>,
    /// Whether that was its own author.
    pub own: bool,
    /// First day in force, past or to come.
    pub from: Option<Day>,
    /// Whether nobody knows that day: it is in force at the latest since then.
    pub at_latest: bool,
}

/// The approval of a document's revision that stood on a day; nothing for what was a draft then.
pub fn approved(db: &Connection, document: DocumentId, revision: Option<RevisionId>, day: Day) -> Result<Approved> {
    let Some(revision) = revision else { return Ok(Approved::default()) };
    let life = stand::life(db, document)?;
    let stood = |d: &&Decision| d.recorded <= day || d.holds.is_some_and(|from| from <= day);
    let Some(approval) = life.approval(revision, day).filter(stood) else { return Ok(Approved::default()) };
    let from = life.since(revision, day).or(approval.holds);
    Ok(db
        .prepare_cached("SELECT by, decided_on, own, at_latest FROM decision WHERE document = ?1 AND seq = ?2")?
        .query_row(params![document, approval.seq], |r| {
            let at_latest = r.get::<_, bool>("at_latest")? && from == approval.holds;
            Ok(Approved { by: r.get("by")?, on: due(r.get("decided_on")?), own: r.get("own")?, from, at_latest })
        })?)
}

/// Those decisions with who took them and why.
fn reinstatements<'a>(
    db: &Connection,
    document: DocumentId,
    decisions: impl Iterator<Item = &'a Decision>,
) -> Result<Vec<Reinstated>> {
    let mut said = db.prepare_cached("SELECT by, reason FROM decision WHERE document = ?1 AND seq = ?2")?;
    decisions
        .filter_map(|d| d.holds.map(|from| (d, from)))
        .map(|(d, from)| {
            Ok(said.query_row(params![document, d.seq], |r| {
                Ok(Reinstated { by: r.get("by")?, on: d.recorded, from, reason: r.get("reason")? })
            })?)
        })
        .collect()
}

/// A label for the next revision, where the user gives none: the one after the newest, in the form that this has (for a
/// minor change the next minor one); `1` for the first.
///
/// # Errors
/// `invalid_value` where the newest label counts in no way that is known, and for a minor change where it has no minor part.
pub fn next_label(db: &Connection, document: DocumentId, minor: bool) -> Result<String> {
    let sql = "SELECT label FROM revision WHERE document = ?1 ORDER BY position DESC";
    let mut labels = db.prepare_cached(sql)?;
    let labels = labels.query_map([document], |r| r.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let taken = |label: &String| labels.iter().any(|there| there.eq_ignore_ascii_case(label));
    let next = labels.first().and_then(|newest| labels::after(newest, minor)).filter(|label| !taken(label));
    match (next, labels.first()) {
        (Some(next), _) => Ok(next),
        (None, None) => Ok(String::from("1")),
        (None, Some(newest)) => {
            let code = super::queries::by_id(db, document)?.code;
            let without_minor = minor && labels::after(newest, false).is_some();
            Err(if without_minor {
                refusals::revision_label_without_minor(code, newest)
            } else {
                refusals::revision_label_uncounted(code, newest)
            })
        }
    }
}

/// Whether a revision is newer than another: by its label where both are numbers or letters of one form, else by the order
/// in which they were filed.
pub(super) fn is_newer(one: &Revision, other: &Revision) -> bool {
    match (version(&one.label), version(&other.label)) {
        (Some(one), Some(other)) if one.0 == other.0 && one.1 != other.1 => one.1 > other.1,
        _ => one.position > other.position,
    }
}

/// A label as numbers, with the form it has: dotted numbers, or letters as A, B … Z, AA.
fn version(label: &str) -> Option<(bool, Vec<u64>)> {
    let label = label.trim().trim_start_matches(['v', 'V']).trim_start_matches(['.', ' ']);
    if let Ok(numbers) = label.split('.').map(str::parse).collect::<Result<Vec<u64>, _>>() {
        let last = numbers.iter().rposition(|n| *n > 0).map_or(0, |last| last + 1);
        return Some((true, numbers[..last].to_vec()));
    }
    let letters: Option<Vec<u64>> =
        label.chars().map(|c| c.is_ascii_alphabetic().then(|| c.to_ascii_uppercase() as u64)).collect();
    letters.filter(|l| (1..=2).contains(&l.len())).map(|mut l| {
        l.insert(0, l.len() as u64);
        (false, l)
    })
}

/// The files of the newest revision whose text names clauses of a standard.
pub fn naming(db: &Connection, document: DocumentId) -> Result<Vec<(String, Vec<NamedClause>)>> {
    let newest = "SELECT id FROM revision WHERE document = ?1 ORDER BY position DESC LIMIT 1";
    let newest = db.prepare_cached(newest)?.query_row([document], |r| r.get::<_, RevisionId>(0)).optional()?;
    newest.map_or_else(|| Ok(Vec::new()), |revision| FileTable::Revision.naming(db, &revision))
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

/// The revision with that label, else the newest.
///
/// # Errors
/// `not_found`.
pub fn revision(db: &Connection, document: &Document, label: Option<&str>) -> Result<Revision> {
    Ok(wanted(db, document, label)?.0)
}

/// The revision with that label, else the newest; and the others.
pub(super) fn wanted(db: &Connection, document: &Document, label: Option<&str>) -> Result<(Revision, Vec<Revision>)> {
    let mut there = revisions(db, document.id)?;
    let position = match label {
        Some(label) => there.iter().position(|r| r.label.eq_ignore_ascii_case(label)),
        None => there.len().checked_sub(1),
    };
    let position = position.ok_or_else(|| match label {
        Some(label) => refusals::revision_not_found(&document.code, label),
        None => refusals::document_without_revision(&document.code),
    })?;
    Ok((there.remove(position), there))
}
