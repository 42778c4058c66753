//! What one person decides at once: an approval where no rule asks for more people, and a withdrawal.

use super::model::Ended;
use super::{queries, refusals};
use crate::day::{Day, Due};
use crate::documents::{self, Approval, Document, Notice, Revision, RevisionState, Which};
use crate::error::Result;
use crate::ids::RevisionId;
use crate::people::{self, Duty};
use crate::rules;
use crate::statements::{self, Meant, Said, Signing};
use crate::workspace::Tx;

/// An approval by whoever acts.
#[derive(Debug, Clone, Copy, Default)]
pub struct AtOnce<'a> {
    /// Which revision; none means the newest.
    pub label: Option<&'a str>,
    /// First day in force; today where none is said.
    pub effective: Option<Day>,
    /// Next review; none means from the review interval.
    pub next_review: Option<Day>,
    /// Why; needed for an older revision over a newer one.
    pub reason: &'a str,
}

/// Approves a draft at once, by a statement of whoever acts.
///
/// # Errors
/// As `documents::approve`; `refused` while the revision is under way, after it was rejected or its files were changed on the
/// way until it is handed in anew, and where a rule asks for more people;
/// `key_unusable` as `statements::make`.
pub fn approve_at_once<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    wanted: AtOnce<'_>,
    signing: &Signing<'_>,
) -> Result<(RevisionId, Vec<Notice>)> {
    let actor = people::on_duty(tx.db(), tx.actor(), Duty::Approve)?;
    let document = documents::one(tx.db(), document)?;
    documents::not_withdrawn(&document)?;
    let revision = documents::revision(tx.db(), &document, wanted.label)?;
    handed_in(tx, &document, &revision)?;
    let way = rules::way(tx.db(), document.particulars.kind.name())?;
    if !way.at_once() {
        let (reviewers, approvers) = (way.reviewers, way.approvers);
        return Err(refusals::approval_needs_submission(document.code, revision.label, reviewers, approvers));
    }
    let from = wanted.effective.unwrap_or(tx.today());
    let approval = Approval {
        label: wanted.label.map(str::to_owned),
        by: actor.email.clone(),
        on: Some(Due::Day { day: tx.today() }),
        effective_from: from,
        next_review: wanted.next_review.map(|day| Due::Day { day }),
        reason: wanted.reason.to_owned(),
    };
    let approved = documents::approve(tx, document.id, approval)?;
    let said = Said {
        subject: &statements::revision_said(&document, &revision),
        meaning: Meant::Approved,
        reason: wanted.reason,
        effective: Some(from),
        instead_of: None,
        signed: way.signed,
    };
    statements::make(tx, &actor, said, signing)?;
    Ok(approved)
}

/// What somebody rejected, or was asked about with other files, is handed in anew: nobody passes them over alone.
fn handed_in(tx: &Tx<'_>, document: &Document, revision: &Revision) -> Result<()> {
    if revision.state != RevisionState::Draft {
        return Ok(());
    }
    let all = queries::of_document(tx.db(), document.id)?;
    let (code, label) = (&document.code, &revision.label);
    match all.iter().rfind(|one| one.revision == revision.id) {
        Some(one) if one.void(revision) => Err(refusals::approval_void(code, label)),
        Some(one) if one.ended.is_none() => Err(refusals::approval_open_already(code, label, one.day)),
        Some(one) if one.ended == Some(Ended::Rejected) => {
            Err(refusals::approval_rejected(code, label, one.ended_on.unwrap_or(one.day)))
        }
        _ => Ok(()),
    }
}

/// Withdraws a document, by a statement of whoever acts about the revision that was in force.
///
/// # Errors
/// As `documents::withdraw`; `key_unusable` as `statements::make`.
pub fn withdraw<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    reason: &str,
    from: Day,
    signing: &Signing<'_>,
) -> Result<()> {
    let actor = people::on_duty(tx.db(), tx.actor(), Duty::Approve)?;
    let document = documents::one(tx.db(), document)?;
    documents::withdraw(tx, document.id, reason, from)?;
    let signed = rules::way(tx.db(), document.particulars.kind.name())?.signed;
    let said = Said {
        subject: &statements::document_said(tx.db(), &document)?,
        meaning: Meant::Withdrawn,
        reason,
        effective: Some(from),
        instead_of: None,
        signed,
    };
    statements::make(tx, &actor, said, signing)?;
    Ok(())
}
