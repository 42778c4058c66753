//! What was entered about a document can be corrected, and the wrong files of a draft replaced: with a reason, and what it
//! said before stays in the history.

use serde::Serialize;
use ts_rs::TS;

use super::commands::{checked, set_next_review, undecided};
use super::events::DocumentEvent;
use super::model::RevisionState;
use super::queries::{self, Which};
use super::{refusals, revisions};
use crate::day::{Day, Due};
use crate::error::Result;
use crate::filed::FiledFile;
use crate::ids::{DocumentId, RevisionId, ScopeItemId};
use crate::named::{Correction, Wanted};
use crate::workspace::Tx;

/// Corrects a document's number, its particulars or its scope; false where it says all of that already, and nothing was
/// written. A corrected interval leaves the next review where it is.
///
/// # Errors
/// `reason_needed` without a reason; `invalid_value` and `already_exists` as for registering.
pub fn correct<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    wanted: &Wanted,
    scope: Option<Vec<ScopeItemId>>,
    reason: &str,
) -> Result<bool> {
    let document = queries::one(tx.db(), document)?;
    if reason.trim().is_empty() {
        return Err(refusals::document_corrected_without_reason(document.code));
    }
    let before = queries::entered(tx.db(), document.id)?;
    let mut after = before.with(wanted, scope)?;
    after.particulars = checked(tx, document.id, after.particulars)?;
    let Some(correction) = before.correction(&after, reason) else { return Ok(false) };
    tx.append(&DocumentEvent::Corrected { document: document.id, correction })?;
    Ok(true)
}

/// What was corrected of several documents.
#[derive(Debug, Default, Serialize, TS)]
pub struct DocumentsCorrected {
    /// Codes of those that say something else now.
    pub corrected: Vec<String>,
    /// Codes of those that said it already.
    pub unchanged: Vec<String>,
    /// The next review of each whose interval was corrected.
    pub next_reviews: Vec<NextReview>,
}

/// When a document is reviewed next.
#[derive(Debug, Serialize, TS)]
pub struct NextReview {
    /// Its code.
    pub code: String,
    /// The day, as far as it is known.
    pub due: Option<Due>,
}

/// Corrects several documents alike. With an interval that is corrected the next review moves to `next_review` where that is
/// given, and else stays.
///
/// # Errors
/// As for one; whatever refuses one of them refuses all.
pub fn correct_several(
    tx: &mut Tx<'_>,
    codes: &[String],
    wanted: &Wanted,
    scope: Option<&[ScopeItemId]>,
    next_review: Option<Day>,
    reason: &str,
) -> Result<DocumentsCorrected> {
    let mut answer = DocumentsCorrected::default();
    let next = next_review.map(|day| Due::Day { day });
    for code in codes {
        let before = queries::by_code(tx.db(), code)?;
        let changed = correct(tx, before.id, wanted, scope.map(<[_]>::to_vec), reason)?;
        let after = queries::by_id(tx.db(), before.id)?;
        if after.review_interval != before.review_interval {
            if next.is_some() {
                set_next_review(tx, after.id, next)?;
            }
            let (code, due) = (after.code.clone(), next.or(after.next_review));
            answer.next_reviews.push(NextReview { code, due });
        }
        let said = if changed { &mut answer.corrected } else { &mut answer.unchanged };
        said.push(after.code);
    }
    Ok(answer)
}

/// Takes a correction back by another one.
///
/// # Errors
/// `refused` where the same was corrected again since; `already_exists` where the code it had was given to another document.
pub(super) fn correct_back(tx: &mut Tx<'_>, id: DocumentId, correction: &Correction) -> Result<()> {
    let now = queries::entered(tx.db(), id)?;
    if let Some(field) = now.corrected_since(correction) {
        return Err(refusals::document_corrected_since(now.particulars.code, field));
    }
    let back = correction.reversed();
    checked(tx, id, now.corrected(&back)?.particulars)?;
    tx.append(&DocumentEvent::Corrected { document: id, correction: back })?;
    Ok(())
}

/// Replaces the files of a draft, the newest one where no label is given; false where it has just these, and nothing was
/// written. Those it had stay in the vault.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for a revision about which something was decided; `not_found` without a
/// revision of that label, or without any.
pub fn replace_files<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    label: Option<&str>,
    files: Vec<FiledFile>,
    reason: &str,
) -> Result<bool> {
    let document = queries::one(tx.db(), document)?;
    let there = revisions::revisions(tx.db(), document.id)?;
    let revision = match label {
        Some(label) => there.into_iter().find(|r| r.label.eq_ignore_ascii_case(label)),
        None => {
            let draft = there.iter().rposition(|r| r.state == RevisionState::Draft);
            draft.or(there.len().checked_sub(1)).and_then(|n| there.into_iter().nth(n))
        }
    };
    let revision = revision.ok_or_else(|| match label {
        Some(label) => refusals::revision_not_found(&document.code, label),
        None => refusals::document_without_revision(&document.code),
    })?;
    let before = undecided(tx, document.id, revision.id)?.files;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::revision_files_without_reason(document.code, revision.label));
    }
    if files.is_empty() {
        return Err(refusals::revision_incomplete());
    }
    let content = |files: &[FiledFile]| files.iter().map(|f| (f.digest, f.name.clone())).collect::<Vec<_>>();
    if content(&files) == content(&before) {
        return Ok(false);
    }
    let (document, revision) = (document.id, revision.id);
    tx.append(&DocumentEvent::RevisionFilesReplaced { document, revision, before, files, reason })?;
    Ok(true)
}

/// Gives a draft the files again that were replaced.
///
/// # Errors
/// `refused` where its files changed since, or something was decided about it.
pub(super) fn replace_files_back(
    tx: &mut Tx<'_>,
    document: DocumentId,
    revision: RevisionId,
    files: &[FiledFile],
    before: &[FiledFile],
) -> Result<()> {
    let there = undecided(tx, document, revision)?;
    if there.files != files {
        return Err(refusals::revision_files_changed_since(queries::by_id(tx.db(), document)?.code, there.label));
    }
    let (before, files) = (there.files, before.to_vec());
    tx.append(&DocumentEvent::RevisionFilesReplaced { document, revision, before, files, reason: String::new() })?;
    Ok(())
}
