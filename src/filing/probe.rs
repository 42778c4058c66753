//! What a dropped file probably is, before anything is filed: read from its own words, which are its control table, its
//! name and its text, else from what most of its series have, else nothing. Each value says where it comes from; a
//! person decides.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::already::{Already, already};
use super::intake::path_as_text;
use super::item::{FileAs, FileClause, FileItem};
use super::missing::{Missing, missing};
use super::origin::{Origin, Suggestion, said};
use super::words::Words;
use super::{alike, words};
use crate::contained::Containment;
use crate::day::{Day, Due};
use crate::digest::Digest;
use crate::documents::{self, Document, DocumentKind, DocumentState};
use crate::error::{Code, Result};
use crate::extract::{Media, Unsearchable, extract};
use crate::items::ItemId;
use crate::mapping;
use crate::reading::{Scheme, Sign, number_key, stem};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::systems;
use crate::text::{fold, nfc};
use crate::workspace::standing_day;

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
    /// The documents and records that hold this very content already.
    pub already: Vec<Already>,
    /// As what it should be filed; nothing where only a person can tell.
    pub suggests: Option<Suggestion<FileAs>>,
    /// What speaks for that, and what against it.
    pub why: Vec<Sign>,
    /// Whether these signs do not suffice, so that an import would ask.
    pub in_doubt: bool,
    /// Number.
    pub code: Option<Suggestion<String>>,
    /// Title.
    pub title: Option<Suggestion<String>>,
    /// Label of the revision; of a registered document, which has it already or has none, the next one.
    pub revision: Option<Suggestion<String>>,
    /// Owner.
    pub owner: Option<Suggestion<String>>,
    /// Next review, as the file says.
    pub next_review: Option<Suggestion<Due>>,
    /// Day of collection, where the file or its name says one; never the day on which it is filed.
    pub collected: Option<Suggestion<Day>>,
    /// First day of the period it speaks of.
    pub period_from: Option<Suggestion<Day>>,
    /// Last day of that period.
    pub period_to: Option<Suggestion<Day>>,
    /// Kind of document.
    pub document_kind: Option<Suggestion<DocumentKind>>,
    /// Kind of record, in the organisation's own word.
    pub record_kind: Option<Suggestion<String>>,
    /// How many records of the same series there are.
    pub series: usize,
    /// Codes of scope items.
    pub scope: Option<Suggestion<Vec<String>>>,
    /// Clauses it seems to satisfy.
    pub clauses: Vec<Suggested>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
    /// Of each type of document that a rule numbers: the next codes, for the first files that carry none.
    pub numbers: Vec<NextCodes>,
    /// What it lacks to be filed as it is suggested; nothing where it is ready.
    pub missing: Vec<Missing>,
}

/// So many files of one step are proposed a code.
const NUMBERED: u32 = 50;

/// The next codes of a type of document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NextCodes {
    /// The type.
    #[serde(rename = "type")]
    pub kind: DocumentKind,
    /// The codes, in their order.
    pub codes: Vec<String>,
}

/// A clause with the reason for suggesting it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suggested {
    /// The clause.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// Where it was found.
    pub origin: Origin,
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
    /// The file names several scope items of a kind, so that none of them is suggested.
    SeveralPlaces {
        /// Their names.
        names: String,
    },
    /// The file names several days, and none of them as its date, so that none is suggested.
    SeveralDays {
        /// How many.
        days: usize,
    },
}

/// Looks at one file by itself; see [`probe_among`].
pub fn probe(db: &Connection, contained: &Containment, path: &Path, held: &[EditionId]) -> Result<Probe> {
    probe_among(db, contained, path, held, &[path])
}

/// Looks at one file of a step: reads it in `contained`, writes nothing. `held` are the editions whose clauses are looked
/// for; `step` are all files of the step, whose names teach how numbers are written.
pub fn probe_among(
    db: &Connection,
    contained: &Containment,
    path: &Path,
    held: &[EditionId],
    step: &[&Path],
) -> Result<Probe> {
    let (digest, size) = crate::vault::hash_file(path)?;
    let found = extract(path, contained)?;
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
    let stems: Vec<String> = step.iter().map(|path| stem(&path.to_string_lossy())).collect();
    let scheme = Scheme::of(stems.iter().map(String::as_str));
    let folders = folders_of(path);
    let own = Words::read(&name, &folders, &found, &scheme);
    let (period_from, period_to) = own.period().map_or((None, None), |p| {
        (Some(Suggestion::new(p.value.0, p.origin)), Some(Suggestion::new(p.value.1, p.origin)))
    });
    let mut out = Probe {
        path: path_as_text(path)?,
        size,
        digest,
        media: found.media,
        problem: found.problem,
        already: already(db, &digest)?,
        suggests: None,
        why: own.weighed().why.clone(),
        in_doubt: own.weighed().doubt,
        code: as_registered(db, own.code())?,
        title: own.title(),
        revision: own.version(),
        owner: own.owner(),
        next_review: own.next_review(),
        collected: None,
        period_from,
        period_to,
        document_kind: own.kind(),
        record_kind: None,
        series: 0,
        scope: None,
        clauses: Vec::new(),
        warnings: Vec::new(),
        numbers: Vec::new(),
        missing: Vec::new(),
        name: name.clone(),
    };
    match own.collected() {
        Ok(day) => out.collected = day,
        Err(days) => out.warnings.push(Warning::SeveralDays { days }),
    }
    let there = out.code.as_ref().and_then(|code| documents::by_code(db, &code.value).ok());
    match there.filter(|document| document.state != DocumentState::Withdrawn) {
        Some(document) => as_revision(db, &mut out, &document)?,
        None => as_new(db, &mut out, &own, held)?,
    }
    out.missing = missing(&out.as_item(), !out.already.is_empty());
    Ok(out)
}

/// A number as the register writes it, where a document with files bears it.
fn as_registered(db: &Connection, code: Option<Suggestion<String>>) -> Result<Option<Suggestion<String>>> {
    let Some(found) = code else { return Ok(None) };
    if documents::by_code(db, &found.value).is_ok() {
        return Ok(Some(found));
    }
    let key = number_key(&found.value);
    let mut same: Vec<String> = documents::all_places(db)?.into_iter().map(|place| place.code).collect();
    same.retain(|code| number_key(code) == key);
    same.sort();
    same.dedup();
    // Where two codes are one number, neither is meant for certain.
    let value = if same.len() == 1 { same.remove(0) } else { found.value };
    Ok(Some(Suggestion::new(value, found.origin)))
}

fn as_revision(db: &Connection, out: &mut Probe, document: &Document) -> Result<()> {
    out.suggests = out.code.as_ref().map(|code| Suggestion::new(FileAs::Revision, code.origin));
    // Days are a record's: what a revision says of days says nothing odd.
    out.warnings.clear();
    if out.title.as_ref().is_some_and(|title| fold(&title.value) != fold(&document.title)) {
        out.warnings.push(Warning::OtherTitle { register: document.title.clone() });
    }
    if let Some(owner) =
        out.owner.as_ref().filter(|o| !document.owner.is_empty() && fold(&o.value) != fold(&document.owner))
    {
        out.warnings.push(Warning::OtherOwner { file: owner.value.clone(), register: document.owner.clone() });
    }
    let labels: Vec<String> = documents::revisions(db, document.id)?.into_iter().map(|r| r.label).collect();
    let there = out.revision.take_if(|label| labels.iter().any(|l| l.eq_ignore_ascii_case(&label.value)));
    if let Some(label) = there.filter(|_| out.already.is_empty()) {
        out.warnings.push(Warning::RevisionThere { label: label.value });
    }
    if out.revision.is_none() {
        let next = documents::next_label(db, document.id, false);
        let next = next.map(Some).or_else(|e| if e.code() == Code::InvalidValue { Ok(None) } else { Err(e) })?;
        out.revision = said(next.as_deref(), Origin::Register);
    }
    out.title = said(Some(&document.title), Origin::Register);
    out.owner = said(Some(&document.owner), Origin::Register);
    out.document_kind = Some(Suggestion::new(document.kind, Origin::Register));
    let scope = systems::scope_item_codes(db, &documents::scope_of(db, document.id)?)?;
    out.scope = (!scope.is_empty()).then(|| Suggestion::new(scope, Origin::Register));
    for link in mapping::of_item(db, ItemId::Document(document.id))? {
        suggest(&mut out.clauses, link.reference, Origin::Register);
    }
    Ok(())
}

fn as_new(db: &Connection, out: &mut Probe, own: &Words<'_>, held: &[EditionId]) -> Result<()> {
    let title = out.title.as_ref().map(|title| title.value.clone()).unwrap_or_default();
    let records = alike::records_like(db, &[&title, &stem(&out.name)])?;
    out.series = records.len();
    out.record_kind = alike::kind(&records);
    out.suggests = own.suggests(records.len(), out.media);
    let documents = match &out.code {
        Some(code) => alike::documents_like(db, &code.value)?,
        None => Vec::new(),
    };
    let today = standing_day(db)?;
    for &kind in DocumentKind::ALL {
        let codes = documents::next_codes(db, kind, today, NUMBERED)?;
        if !codes.is_empty() {
            out.numbers.push(NextCodes { kind, codes });
        }
    }
    out.document_kind = out.document_kind.take().or_else(|| alike::document_kind(&documents));
    out.owner = out.owner.take().or_else(|| alike::owner(&documents));
    let record = out.suggests.as_ref().is_some_and(|s| s.value == FileAs::Record);
    let alike = if record { records } else { documents };
    match words::places(db, own)? {
        Ok(found) => out.scope = found.or_else(|| alike::scope(&alike)),
        Err(names) => out.warnings.push(Warning::SeveralPlaces { names }),
    }
    for (reference, origin) in own.clauses(held) {
        suggest(&mut out.clauses, reference, origin);
    }
    for (reference, origin) in alike::clauses(db, &alike)? {
        suggest(&mut out.clauses, reference, origin);
    }
    Ok(())
}

/// The folders above a file from the top of the file system on, with `/`: what they say does not depend on where it was
/// chosen.
pub fn folders_of(full: &Path) -> String {
    let full = std::path::absolute(full).unwrap_or_else(|_| full.to_owned());
    let folders = full.parent().unwrap_or(&full).components();
    folders.map(|part| nfc(&part.as_os_str().to_string_lossy())).collect::<Vec<_>>().join("/")
}

fn suggest(clauses: &mut Vec<Suggested>, reference: ClauseRef, origin: Origin) {
    if !clauses.iter().any(|c| c.reference == reference) {
        let title = catalogue().title(&reference);
        clauses.push(Suggested { reference, title, origin });
    }
}

impl Probe {
    /// The file as it would be filed by its suggestions alone. What the revision before satisfied is carried over; every
    /// other clause is a question for a person.
    pub fn as_item(&self) -> FileItem {
        let text = |found: &Option<Suggestion<String>>| found.as_ref().map(|s| s.value.clone()).unwrap_or_default();
        let kind = self.suggests.as_ref().map(|s| s.value);
        let record = kind == Some(FileAs::Record);
        let for_record = |day: &Option<Suggestion<Day>>| day.as_ref().filter(|_| record).map(|s| s.value);
        let what = match &self.document_kind {
            Some(found) if !record => found.value.name().to_owned(),
            _ if record => text(&self.record_kind),
            _ => String::new(),
        };
        let carried = self.clauses.iter().filter(|c| c.origin == Origin::Register);
        FileItem {
            paths: vec![PathBuf::from(&self.path)],
            kind,
            code: text(&self.code),
            title: text(&self.title),
            what,
            revision: text(&self.revision),
            owner: text(&self.owner),
            summary: String::new(),
            next_review: match self.next_review.as_ref().map(|s| s.value) {
                Some(Due::Day { day }) if !record => Some(day),
                _ => None,
            },
            collected: for_record(&self.collected),
            period_from: for_record(&self.period_from),
            period_to: for_record(&self.period_to),
            valid_until: None,
            scope: self.scope.as_ref().map(|s| s.value.clone()).unwrap_or_default(),
            clauses: carried.map(|c| FileClause::full(&c.reference)).collect(),
            again: false,
        }
    }
}
