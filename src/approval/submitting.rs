//! Submitting a revision: who is asked, and whether the organisation's rules are met by that.

use super::events::ApprovalEvent;
use super::model::Part;
use super::{queries, refusals};
use crate::day::Day;
use crate::documents::{self, Document, Revision, RevisionState, Which};
use crate::error::Result;
use crate::ids::ApprovalId;
use crate::people::{self, Duty, Person};
use crate::rules;
use crate::statements::{self, Meant, Said, Signing};
use crate::workspace::Tx;

/// What is submitted, and to whom.
#[derive(Debug, Clone, Copy, Default)]
pub struct Submission<'a> {
    /// Which revision; none means the newest.
    pub label: Option<&'a str>,
    /// E-mail addresses of who reviews it, in order.
    pub reviewers: &'a [String],
    /// E-mail addresses of who approves it, in order; where none is named, whom the register names.
    pub approvers: &'a [String],
    /// So many of them have to; all where none is said.
    pub quorum: Option<u32>,
    /// Whether one speaks after the other, also where no rule says so.
    pub in_order: bool,
    /// First day in force, where it is planned.
    pub planned: Option<Day>,
    /// What the people asked are told.
    pub reason: &'a str,
}

/// Submits a draft. Its author says by that that they wrote it.
///
/// # Errors
/// `refused` for what is no draft, for an author who is asked to approve, and where a rule asks for more people;
/// `already_exists` while it is under way; `not_found`, `person_left`, `person_may_not` of those who are asked.
pub fn submit<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    submission: Submission<'_>,
    signing: &Signing<'_>,
) -> Result<ApprovalId> {
    let actor = people::on_duty(tx.db(), tx.actor(), Duty::Submit)?;
    let document = documents::one(tx.db(), document)?;
    let revision = documents::revision(tx.db(), &document, submission.label)?;
    draft(tx, &document, &revision)?;
    let way = rules::way(tx.db(), document.particulars.kind.name())?;
    let in_order = submission.in_order || way.in_order;

    let reviewers = named(tx, submission.reviewers, Part::Review)?;
    let registered = registered(tx, &document, submission.approvers)?;
    let approvers = named(tx, &registered, Part::Approve)?;
    for person in reviewers.iter().chain(&approvers) {
        if documents::is_author(person, &revision) && !people::author_approves(tx.db())? {
            return Err(refusals::approval_of_author(&document.code, &revision.label, &person.email));
        }
    }
    let (reviewing, approving) = (reviewers.len() as u32, approvers.len() as u32);
    if approving == 0 {
        return Err(refusals::approval_without_approver(&document.code, &revision.label));
    }
    if reviewing < way.reviewers {
        return Err(refusals::approval_reviewers_few(&document.code, &revision.label, way.reviewers, reviewing));
    }
    let quorum = submission.quorum.unwrap_or(approving);
    if quorum == 0 || quorum > approving {
        return Err(refusals::approval_quorum(quorum, approving));
    }
    if approving < way.approvers {
        return Err(refusals::approval_approvers_few(&document.code, &revision.label, way.approvers, approving));
    }
    if quorum < way.approvers {
        return Err(refusals::approval_quorum_few(&document.code, &revision.label, way.approvers, quorum));
    }

    if let Some(day) = submission.planned.filter(|day| *day < tx.today()) {
        return Err(refusals::approval_planned_in_the_past(&document.code, &revision.label, day));
    }

    if documents::is_author(&actor, &revision) {
        let said = Said {
            subject: &statements::revision_said(&document, &revision),
            meaning: Meant::Authored,
            reason: submission.reason,
            effective: None,
            instead_of: None,
            signed: way.signed,
        };
        statements::make(tx, &actor, said, signing)?;
    }
    let id = ApprovalId::new();
    tx.append(&ApprovalEvent::Submitted {
        id,
        document: document.id,
        revision: revision.id,
        files: revision.files.iter().map(|file| file.digest).collect(),
        reviewers: reviewers.iter().map(|p| p.id).collect(),
        approvers: approvers.iter().map(|p| p.id).collect(),
        quorum,
        in_order,
        signed: way.signed,
        planned: submission.planned,
        reason: submission.reason.trim().to_owned(),
    })?;
    Ok(id)
}

/// A draft of a document in use that is not under way; one whose files changed since is submitted anew.
fn draft(tx: &Tx<'_>, document: &Document, revision: &Revision) -> Result<()> {
    documents::not_withdrawn(document)?;
    if revision.state != RevisionState::Draft {
        return Err(documents::revision_not_draft(&document.code, &revision.label, revision.state));
    }
    match queries::open(tx.db(), document.id, revision.id)? {
        Some(open) if !open.void(revision) => {
            Err(refusals::approval_open_already(&document.code, &revision.label, open.day))
        }
        _ => Ok(()),
    }
}

/// The people with these addresses, each once and each of a role whose part it is.
fn named(tx: &Tx<'_>, emails: &[String], part: Part) -> Result<Vec<Person>> {
    let mut people: Vec<Person> = Vec::new();
    for email in emails {
        let person = people::who_acts(tx.db(), email.trim())?;
        people::on_duty(tx.db(), &person.email, part.duty())?;
        if people.iter().any(|other| other.id == person.id) {
            return Err(refusals::approval_named_twice(person.email));
        }
        people.push(person);
    }
    Ok(people)
}

/// The addresses that were named, else that of the person whom the register names as the approver.
fn registered(tx: &Tx<'_>, document: &Document, named: &[String]) -> Result<Vec<String>> {
    if !named.is_empty() {
        return Ok(named.to_vec());
    }
    let called = people::called(tx.db(), &document.particulars.approver)?;
    Ok(called.into_iter().map(|person| person.email).collect())
}
