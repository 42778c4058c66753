//! What one person decides at once: an approval where no rule asks for more people, and a withdrawal.

use super::{queries, refusals};
use crate::day::{Day, Due};
use crate::documents::{self, Approval, Notice, Which};
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
/// As `documents::approve`; `refused` while the revision is under way, and where a rule asks for more people;
/// `key_unusable` as `statements::make`.
pub fn approve_at_once<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    wanted: AtOnce<'_>,
    signing: &Signing<'_>,
) -> Result<(RevisionId, Vec<Notice>)> {
    let actor = people::on_duty(tx.db(), tx.actor(), Duty::Approve)?;
    let document = documents::one(tx.db(), document)?;
    documents::not_withdrawn(tx.db(), &document)?;
    let revision = documents::revision(tx.db(), &document, wanted.label)?;
    if let Some(open) = queries::open(tx.db(), document.id, revision.id)?.filter(|open| !open.void(&revision)) {
        return Err(refusals::approval_open_already(document.code, revision.label, open.day));
    }
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
