//! What stands in the register on the day of the tables.

use std::collections::HashMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::day::{Day, Due, Overdue};
use crate::documents::{self, Approved, Document, DocumentKind, DocumentState, Filter, Revision, RevisionState, Sort};
use crate::error::Result;
use crate::filed::{FileTable, FiledFile};
use crate::ids::DocumentId;
use crate::reviews::{self, Doubt};
use crate::workspace::standing_day;

/// The register on a day.
#[derive(Debug, Serialize, TS)]
pub struct Register {
    /// The day on which it stands so.
    pub day: Day,
    /// What is in use, will be, or is a draft; by code.
    pub documents: Vec<RegisterRow>,
    /// How many are left out: they were recorded later, and nothing is known of them on that day.
    pub left_out: usize,
    /// Revisions that were replaced, and documents out of use; by code, the oldest first.
    pub obsolete: Vec<ObsoleteRow>,
}

/// A document with the revision in force, else the one that comes, else the newest.
#[derive(Debug, Serialize, TS)]
pub struct RegisterRow {
    /// The organisation's own number.
    pub code: String,
    /// Title.
    pub title: String,
    /// Type.
    pub kind: DocumentKind,
    /// Label of the revision.
    pub revision: Option<String>,
    /// Where the document stands.
    pub state: DocumentState,
    /// Doubts about what is approved that no review has looked into, oldest first.
    pub doubts: Vec<Doubt>,
    /// Who approved the revision, by what stood on that day.
    pub approved_by: Option<String>,
    /// Whether that was its own author.
    pub approved_by_author: bool,
    /// When it was approved, as far as that is known.
    pub approved_on: Option<Due>,
    /// First day in force, past or to come.
    pub in_force_from: Option<Day>,
    /// Whether nobody knows that day: it is in force at the latest since then.
    pub in_force_at_latest: bool,
    /// Next review.
    pub next_review: Option<Due>,
    /// Whether that has passed.
    pub overdue: Overdue,
    /// Who answers for it.
    pub owner: String,
    /// Who may see it.
    pub classification: String,
    /// Where its files lay, or what they are called.
    pub filed: Vec<String>,
}

/// What is in use no longer.
#[derive(Debug, Serialize, TS)]
pub struct ObsoleteRow {
    /// The document's number.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its type.
    pub kind: DocumentKind,
    /// Label of the revision; none for a document that never had one.
    pub revision: Option<String>,
    /// Superseded or withdrawn.
    pub state: RevisionState,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// Whether that was its own author.
    pub approved_by_author: bool,
    /// When, as far as that is known.
    pub approved_on: Option<Due>,
    /// First day in force.
    pub in_force_from: Option<Day>,
    /// Whether nobody knows that day: it is in force at the latest since then.
    pub in_force_at_latest: bool,
    /// First day on which it was so no longer, as far as that is known.
    pub until: Option<Day>,
    /// The revision that took its place.
    pub replaced_by: Option<String>,
    /// Where its files lay, or what they are called.
    pub filed: Vec<String>,
}

/// The register as the tables know it, for the day on which they stand.
pub fn register(db: &Connection) -> Result<Register> {
    let day = standing_day(db)?;
    let mut out = Register { day, documents: Vec::new(), left_out: 0, obsolete: Vec::new() };
    let mut doubted: HashMap<DocumentId, Vec<Doubt>> = HashMap::new();
    for doubt in reviews::doubts(db, None, usize::MAX)? {
        doubted.entry(doubt.document).or_default().push(doubt);
    }
    let mut count = db.prepare_cached("SELECT count(*) FROM revision WHERE document = ?1")?;
    for document in documents::list(db, &Filter::default(), Sort::Code, None, usize::MAX >> 1)?.rows {
        let gone = matches!(document.state, DocumentState::Withdrawn | DocumentState::Superseded);
        if gone || count.query_row([document.id], |r| r.get::<_, u64>(0))? > 1 {
            obsolete(db, &document, day, &mut out.obsolete)?;
        }
        // What was recorded later is there as far as something is known of it on that day.
        let comes = matches!(document.state, DocumentState::Draft | DocumentState::Approved);
        if comes && document.registered > day {
            out.left_out += 1;
        } else if !gone {
            let doubts = doubted.remove(&document.id).unwrap_or_default();
            out.documents.push(row(db, document, doubts, day)?);
        }
    }
    Ok(out)
}

fn row(db: &Connection, document: Document, doubts: Vec<Doubt>, day: Day) -> Result<RegisterRow> {
    let approved = documents::approved(db, document.id, document.current, day)?;
    let files = document.current.map(|revision| FileTable::Revision.of(db, &revision)).transpose()?;
    Ok(RegisterRow {
        overdue: document.next_review.filter(|_| document.in_use).map_or(Overdue::No, |due| due.overdue(day)),
        approved_by: approved.by,
        approved_by_author: approved.own,
        approved_on: approved.on,
        in_force_from: approved.from,
        in_force_at_latest: approved.at_latest,
        filed: paths(&files.unwrap_or_default()),
        code: document.code,
        title: document.particulars.title,
        kind: document.particulars.kind,
        revision: document.revision,
        state: document.state,
        doubts,
        next_review: document.next_review,
        owner: document.particulars.owner,
        classification: document.particulars.classification,
    })
}

fn obsolete(db: &Connection, document: &Document, day: Day, out: &mut Vec<ObsoleteRow>) -> Result<()> {
    let there = documents::revisions(db, document.id)?;
    let after = documents::replaced_by(db, document.id, &there, day)?;
    if there.is_empty() {
        out.push(gone(document, None, Approved::default(), day, None));
    }
    let over = |r: &&Revision| matches!(r.state, RevisionState::Superseded | RevisionState::Withdrawn);
    for revision in there.iter().filter(over) {
        let next = after.get(&revision.id).filter(|_| revision.state == RevisionState::Superseded);
        let next = next.and_then(|next| there.iter().find(|other| other.id == *next));
        // Who approved it is told as it stood while it was in force, also where that was taken back since.
        let last =
            revision.ended_on.filter(|end| *end <= day && revision.effective_from.is_some_and(|from| from < *end));
        let last = last.map_or(day, |end| end.minus_days(1));
        let approved = documents::approved(db, document.id, Some(revision.id), last)?;
        out.push(gone(document, Some(revision), approved, day, next.map(|next| next.label.clone())));
    }
    Ok(())
}

fn gone(
    document: &Document,
    revision: Option<&Revision>,
    approved: Approved,
    day: Day,
    replaced_by: Option<String>,
) -> ObsoleteRow {
    // What begins or ends later is of another time than this day's.
    let past = |when: Option<Day>| when.filter(|when| *when <= day);
    ObsoleteRow {
        code: document.code.clone(),
        title: document.title.clone(),
        kind: document.kind,
        revision: revision.map(|r| r.label.clone()),
        state: revision.map_or(RevisionState::Withdrawn, |r| r.state),
        approved_by: approved.by,
        approved_by_author: approved.own,
        approved_on: approved.on,
        in_force_from: past(revision.and_then(|r| r.effective_from)),
        in_force_at_latest: revision.is_some_and(|r| r.effective_at_latest),
        until: past(revision.and_then(|r| r.ended_on)),
        replaced_by,
        filed: revision.map(|r| paths(&r.files)).unwrap_or_default(),
    }
}

fn paths(files: &[FiledFile]) -> Vec<String> {
    files.iter().map(|file| if file.path.is_empty() { file.name.clone() } else { file.path.clone() }).collect()
}
