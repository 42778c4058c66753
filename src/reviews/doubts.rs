//! Doubts about a revision that is approved: each is said by a statement, which erases nothing, and waits for the owner until
//! a review is held, another revision takes its place, or the document is withdrawn.

use rusqlite::{Connection, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::refusals;
use crate::day::Day;
use crate::documents::{self, Document, Revision, RevisionState, Which};
use crate::error::Result;
use crate::ids::{DocumentId, StatementId};
use crate::people::{self, Duty};
use crate::rules;
use crate::statements::{self, Meant, Said, Signing};
use crate::workspace::{Tx, standing_day};

/// A doubt that no review has looked into yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DoubtOpen")]
pub struct Doubt {
    /// The statement.
    pub id: StatementId,
    /// The document.
    #[serde(skip)]
    pub document: DocumentId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Who answers for it, and so for the review.
    pub owner: String,
    /// Label of the revision.
    pub label: String,
    /// Name of who doubts it.
    pub name: String,
    /// Their e-mail address then.
    pub email: String,
    /// When.
    pub day: Day,
    /// Why.
    pub reason: String,
    /// Whether it is signed.
    pub signed: bool,
}

/// Those that are open on the day of the tables. The condition on what is meant is that of the index of doubts.
const OPEN: &str = "FROM statement s JOIN document d ON d.id = s.item JOIN revision r ON r.id = s.revision
     JOIN person p ON p.id = s.signer
     WHERE s.meaning = 'doubted' AND s.day <= :day AND r.state IN ('approved', 'effective') AND d.state <> 'withdrawn'
       AND NOT EXISTS (SELECT 1 FROM review v WHERE v.document = d.id AND v.seq > s.seq AND v.day <= :day)";

/// The open doubts about a document, oldest first; about all where none is named, so many at the most.
pub fn doubts(db: &Connection, document: Option<DocumentId>, most: usize) -> Result<Vec<Doubt>> {
    let sql = format!(
        "SELECT s.id, d.id AS document, d.code, d.title, d.owner, s.label, p.name, s.email, s.day, s.reason,
             s.signature IS NOT NULL AS signed
         {OPEN} AND (:document IS NULL OR s.item = :document) ORDER BY s.seq LIMIT :most"
    );
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let of = named_params! {":day": standing_day(db)?, ":document": document, ":most": most};
    let rows = db
        .prepare_cached(&sql)?
        .query_map(of, |r| {
            Ok(Doubt {
                id: r.get("id")?,
                document: r.get("document")?,
                code: r.get("code")?,
                title: r.get("title")?,
                owner: r.get("owner")?,
                label: r.get("label")?,
                name: r.get("name")?,
                email: r.get("email")?,
                day: r.get("day")?,
                reason: r.get("reason")?,
                signed: r.get("signed")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// How many there are.
pub fn doubts_count(db: &Connection) -> Result<usize> {
    let sql = format!("SELECT count(*) {OPEN}");
    Ok(db.prepare_cached(&sql)?.query_row(named_params! {":day": standing_day(db)?}, |r| r.get(0))?)
}

/// Whether one about a document is open.
pub(super) fn is_doubted(db: &Connection, document: DocumentId) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 {OPEN} AND s.item = :document)");
    let of = named_params! {":day": standing_day(db)?, ":document": document};
    Ok(db.prepare_cached(&sql)?.query_row(of, |r| r.get(0))?)
}

/// Says as whoever acts that a revision is doubtful though it is approved: the one in force where none is named, else the one
/// that comes. The approval stays; the document's owner is to review it.
///
/// # Errors
/// `reason_needed`; `refused` where the document is withdrawn or the revision not approved; `already_exists` where they said
/// so and no review was held since; `key_unusable` as `statements::make`.
pub fn doubt<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    label: Option<&str>,
    reason: &str,
    signing: &Signing<'_>,
) -> Result<StatementId> {
    let actor = people::on_duty(tx.db(), tx.actor(), Duty::Review)?;
    let document = documents::one(tx.db(), document)?;
    documents::not_withdrawn(&document)?;
    let revision = approved(tx.db(), &document, label)?;
    let (code, label) = (&document.code, &revision.label);
    if reason.trim().is_empty() {
        return Err(refusals::review_doubt_without_reason(code, label));
    }
    let open = doubts(tx.db(), Some(document.id), usize::MAX)?;
    if let Some(before) = open.iter().find(|one| one.label == *label && one.email == actor.email) {
        return Err(refusals::review_doubt_open_already(code, label, before.day));
    }
    let said = Said {
        subject: &statements::revision_said(&document, &revision),
        meaning: Meant::Doubted,
        reason,
        effective: None,
        instead_of: None,
        signed: rules::way(tx.db(), document.particulars.kind.name())?.signed,
    };
    statements::make(tx, &actor, said, signing)
}

fn approved(db: &Connection, document: &Document, label: Option<&str>) -> Result<Revision> {
    let stands = |r: &Revision| matches!(r.state, RevisionState::Approved | RevisionState::Effective);
    if label.is_some() {
        let revision = documents::revision(db, document, label)?;
        return if stands(&revision) {
            Ok(revision)
        } else {
            Err(refusals::review_doubt_not_approved(&document.code, &revision.label))
        };
    }
    let mut all = documents::revisions(db, document.id)?;
    let found = all.iter().position(|r| r.state == RevisionState::Effective).or(all.iter().rposition(stands));
    match found {
        Some(at) => Ok(all.swap_remove(at)),
        None => {
            let newest = all.pop().map(|r| r.label).unwrap_or_default();
            Err(refusals::review_doubt_not_approved(&document.code, newest))
        }
    }
}
