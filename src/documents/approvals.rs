//! What is decided about a document: a revision approved, an approval taken back. Each holds from its day; what that makes of
//! the document is `life`'s to say.

use serde::Serialize;
use ts_rs::TS;

use super::events::DocumentEvent;
use super::life::Life;
use super::model::{DocumentState, RevisionState};
use super::queries::{self, Document, Which};
use super::revisions::{self, Revision, revision, wanted};
use super::withdrawals::not_withdrawn;
use super::{refusals, stand};
use crate::day::{Day, Due};
use crate::error::Result;
use crate::ids::RevisionId;
use crate::people::{self, Person};
use crate::text::fold;
use crate::workspace::Tx;

/// An approval.
#[derive(Debug, Clone)]
pub struct Approval {
    /// Which revision; none means the newest.
    pub label: Option<String>,
    /// Who approved it.
    pub by: String,
    /// When, as far as it is known; none means unknown.
    pub on: Option<Due>,
    /// First day in force.
    pub effective_from: Day,
    /// Next review; none means from the review interval.
    pub next_review: Option<Due>,
    /// Why an older revision is to replace a newer one; empty where none does.
    pub reason: String,
}

/// What has to be said of an approval, though it is none of the program's business to refuse it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "notice", rename_all = "snake_case")]
#[ts(rename = "ApprovalNotice")]
pub enum Notice {
    /// It comes into force on a day before it was approved.
    EffectiveBeforeApproval {
        /// First day in force.
        from: Day,
        /// The day of the approval.
        approved: Day,
    },
    /// An older revision comes into force after it, and replaces it.
    ReplacedByOlder {
        /// Label of that revision.
        revision: String,
        /// On which day.
        on: Day,
    },
    /// Another revision came into force after it, and stays in force.
    EffectiveBeforePredecessor {
        /// Label of that revision.
        revision: String,
        /// Since when.
        since: Day,
    },
}

/// Approves a draft for a day: from then on it is in force, and the revision before it superseded. The day itself does
/// that; it may lie ahead.
///
/// # Errors
/// `refused` where there is no draft, for an older revision over a newer one without a reason, for a day from which on the
/// document is withdrawn, and for the revision's own author unless the organisation's rule allows that.
pub fn approve<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    approval: Approval,
) -> Result<(RevisionId, Vec<Notice>)> {
    let document = queries::one(tx.db(), document)?;
    let revision = revision(tx.db(), &document, approval.label.as_deref())?;
    let own = match people::by_email(tx.db(), &approval.by)? {
        Some(person) => is_author(&person, &revision),
        None => !revision.author.is_empty() && fold(&revision.author) == fold(&approval.by),
    };
    if own && !people::author_approves(tx.db())? {
        return Err(refusals::revision_own(document.code, revision.label, approval.by));
    }
    decide(tx, document, approval, own, Since::Said)
}

/// Approves a draft in the name of several who said so, of whom `own` says whether its author was one.
///
/// # Errors
/// As for [`approve`], but for the author.
pub fn approve_by_several<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    approval: Approval,
    own: bool,
) -> Result<(RevisionId, Vec<Notice>)> {
    let document = queries::one(tx.db(), document)?;
    decide(tx, document, approval, own, Since::Said)
}

/// Whether a person wrote a revision: it names them by their name or by their address.
pub fn is_author(person: &Person, revision: &Revision) -> bool {
    let author = fold(&revision.author);
    !author.is_empty() && [&person.email, &person.name].into_iter().any(|name| fold(name) == author)
}

/// Takes an approval over that a list speaks of: it was given elsewhere, by that organisation's rule at that time.
///
/// # Errors
/// As for [`approve`], but for the author.
pub fn take_over_approval<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    approval: Approval,
) -> Result<(RevisionId, Vec<Notice>)> {
    let document = queries::one(tx.db(), document)?;
    decide(tx, document, approval, false, Since::TakenOver)
}

/// The same where nobody says since when it is in force: it is so at the latest from the approval's first day on.
///
/// # Errors
/// As for [`take_over_approval`].
pub fn take_over_undated<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    approval: Approval,
) -> Result<(RevisionId, Vec<Notice>)> {
    let document = queries::one(tx.db(), document)?;
    decide(tx, document, approval, false, Since::AtLatest)
}

/// Who says the first day in force.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Since {
    /// Whoever approves it here.
    Said,
    /// Whoever wrote the list from which it is taken over.
    TakenOver,
    /// The same, of a day by which it was in force; since when, nobody knows.
    AtLatest,
}

fn decide(
    tx: &mut Tx<'_>,
    document: Document,
    approval: Approval,
    own: bool,
    since: Since,
) -> Result<(RevisionId, Vec<Notice>)> {
    not_withdrawn(&document)?;
    let life = stand::life(tx.db(), document.id)?;
    let (revision, others) = wanted(tx.db(), &document, approval.label.as_deref())?;
    // An earlier program approved for a day to come without keeping that day.
    let without_day = revision.state == RevisionState::Approved && revision.effective_from.is_none();
    if revision.state != RevisionState::Draft && !without_day {
        return Err(refusals::revision_not_draft(&document.code, revision.label, revision.state));
    }
    let reason = approval.reason.trim().to_owned();
    let stands = |r: &&Revision| matches!(r.state, RevisionState::Approved | RevisionState::Effective);
    if let Some(newer) = others.iter().filter(stands).find(|other| revisions::is_newer(other, &revision))
        && reason.is_empty()
    {
        return Err(refusals::revision_older(document.code, revision.label, &newer.label));
    }
    let from = approval.effective_from;
    if let Some(gone) = life.withdrawn_from().filter(|gone| *gone <= from && since == Since::Said) {
        return Err(refusals::revision_after_withdrawal(document.code, revision.label, from, gone));
    }
    let notices = notices(&approval, &life, &revision, &others, tx.today());
    if let Some(Notice::ReplacedByOlder { revision: older, on }) = notices.last()
        && reason.is_empty()
        && since == Since::Said
    {
        return Err(refusals::revision_older_returns(document.code, revision.label, older, on));
    }
    tx.append(&DocumentEvent::Approved {
        document: document.id,
        revision: revision.id,
        by: approval.by,
        on: approval.on,
        from: (since != Since::AtLatest).then_some(from),
        at_latest: (since == Since::AtLatest).then_some(from),
        next_review: match approval.next_review {
            Some(due) => Some(due),
            None => document.review_after(tx.db(), from)?,
        },
        reason,
        own,
    })?;
    Ok((revision.id, notices))
}

fn notices(approval: &Approval, life: &Life, approved: &Revision, others: &[Revision], today: Day) -> Vec<Notice> {
    let mut out = Vec::new();
    let from = approval.effective_from;
    if let Some(approved) = approval.on.map(Due::earliest).filter(|approved| from < *approved) {
        out.push(Notice::EffectiveBeforeApproval { from, approved });
    }
    for other in others {
        let Some((since, end)) = life.last_in_force(other.id).filter(|(since, _)| *since > from) else { continue };
        let revision = other.label.clone();
        if since <= today && end.is_none() {
            out.push(Notice::EffectiveBeforePredecessor { revision, since });
        } else if since > today && revisions::is_newer(approved, other) {
            out.push(Notice::ReplacedByOlder { revision, on: since });
        }
    }
    out
}

/// Takes an approval back: the revision is a draft again, and from today on the one before it is in force.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for a revision that is neither approved nor in force.
pub fn take_back_approval<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    label: Option<&str>,
    reason: &str,
) -> Result<RevisionId> {
    let document = queries::one(tx.db(), document)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::revision_approval_without_reason(document.code));
    }
    if document.state == DocumentState::Withdrawn {
        return Err(refusals::document_withdrawn(document.code));
    }
    let there = revisions::revisions(tx.db(), document.id)?;
    let stands = |r: &Revision| matches!(r.state, RevisionState::Approved | RevisionState::Effective);
    let revision = match label {
        Some(_) => wanted(tx.db(), &document, label)?.0,
        None => there.into_iter().rev().find(stands).ok_or_else(|| refusals::document_not_approved(&document.code))?,
    };
    if !stands(&revision) {
        return Err(refusals::revision_not_approved(&document.code, revision.label, revision.state));
    }
    tx.append(&DocumentEvent::ApprovalTakenBack { document: document.id, revision: revision.id, reason })?;
    Ok(revision.id)
}
