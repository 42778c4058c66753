//! Deciding on a revision that was submitted: whose turn it is, for whom they speak, and what comes of it.

use super::events::ApprovalEvent;
use super::model::{Ended, Part};
use super::queries::{self, Approval};
use super::refusals;
use crate::day::{Day, Due};
use crate::documents::{self, Document, Notice, Revision, Which};
use crate::error::Result;
use crate::ids::{PersonId, StatementId};
use crate::people::{self, Duty, Person, away};
use crate::statements::{self, Meant, Said, Signing};
use crate::workspace::Tx;

/// What somebody who was asked says.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    /// Which revision; none means the newest.
    pub label: Option<&'a str>,
    /// Whether they are for it: a reviewer finds it fit, an approver approves it.
    pub approve: bool,
    /// Why; needed to reject.
    pub reason: &'a str,
    /// First day in force, where an approver says another than is planned.
    pub effective: Option<Day>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The statement.
    pub statement: StatementId,
    /// How the approval ended, where this ended it.
    pub ended: Option<Ended>,
    /// What has to be said of the approval.
    pub notices: Vec<Notice>,
}

/// Decides as whoever acts, for themselves or for somebody who is away.
///
/// # Errors
/// `not_found` where nothing is under way; `refused` out of turn, by the author, by a role that may not, by one person for
/// two, and where the files changed; `already_exists` for what was decided; `reason_needed` to reject; `key_unusable`.
pub fn decide<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    decision: Decision<'_>,
    signing: &Signing<'_>,
) -> Result<Decided> {
    let actor = people::who_acts(tx.db(), tx.actor())?;
    let document = documents::one(tx.db(), document)?;
    let revision = documents::revision(tx.db(), &document, decision.label)?;
    let (code, label) = (&document.code, &revision.label);
    let approval = queries::open(tx.db(), document.id, revision.id)?;
    let approval = approval.ok_or_else(|| refusals::approval_not_open(code, label))?;
    if approval.void(&revision) {
        return Err(refusals::approval_void(code, label));
    }
    if !decision.approve && decision.reason.trim().is_empty() {
        return Err(refusals::approval_reject_without_reason(code, label));
    }
    let place = turn(tx, &document, &revision, &approval, &actor)?;
    let step = approval.steps[place];
    people::on_duty(tx.db(), &actor.email, step.part.duty())?;
    let absent = if step.person == actor.id { None } else { people::by_id(tx.db(), step.person)? };
    let author = documents::is_author(&actor, &revision)
        || absent.as_ref().is_some_and(|person| documents::is_author(person, &revision));
    if author && !people::author_approves(tx.db())? {
        return Err(refusals::approval_of_author(code, label, &actor.email));
    }

    let meaning = match (decision.approve, step.part) {
        (false, _) => Meant::Rejected,
        (true, Part::Review) => Meant::Reviewed,
        (true, Part::Approve) => Meant::Approved,
    };
    if let Some(day) = decision.effective {
        if meaning != Meant::Approved {
            return Err(refusals::approval_day_not_asked(code, label, day));
        }
        if day < revision.filed {
            return Err(refusals::approval_day_before_filed(code, label, day, revision.filed));
        }
    }
    let effective = (meaning == Meant::Approved).then(|| day(tx, &document, &revision, &approval, decision.effective));
    let effective = effective.transpose()?;
    let said = Said {
        subject: &statements::revision_said(&document, &revision),
        meaning,
        reason: decision.reason,
        effective,
        instead_of: absent.as_ref(),
        signed: approval.signed,
    };
    let statement = statements::make(tx, &actor, said, signing)?;

    let enough = meaning == Meant::Approved && approval.approved() + 1 >= approval.quorum;
    let ended = match meaning {
        Meant::Rejected => Some(Ended::Rejected),
        _ if enough => Some(Ended::Approved),
        _ => None,
    };
    let (id, part, person) = (approval.id, step.part, step.person);
    tx.append(&ApprovalEvent::Decided {
        id,
        document: document.id,
        part,
        person,
        meaning,
        statement,
        effective,
        ended,
    })?;
    let notices = match effective.filter(|_| enough) {
        Some(from) => bring_about(tx, &document, &revision, &approval, (place, &actor), from, decision.reason)?,
        None => Vec::new(),
    };
    Ok(Decided { statement, ended, notices })
}

/// The step that whoever acts may take now: their own, else that of somebody whose deputy they are today.
fn turn(tx: &Tx<'_>, document: &Document, revision: &Revision, approval: &Approval, actor: &Person) -> Result<usize> {
    let (code, label) = (&document.code, &revision.label);
    let turns = approval.turns();
    let deputised = away::deputises(tx.db(), actor.id, tx.today())?;
    let asked = |person: PersonId| person == actor.id || deputised.contains(&person);
    let mine = turns.iter().copied().find(|place| approval.steps[*place].person == actor.id);
    let place = mine.or_else(|| turns.iter().copied().find(|place| deputised.contains(&approval.steps[*place].person)));
    let Some(place) = place else {
        let waiting = approval.steps.iter().any(|step| asked(step.person) && step.meaning.is_none());
        if waiting {
            let first = turns.first().and_then(|place| approval.steps.get(*place)).map(|step| step.person);
            let first = first.map(|id| people::by_id(tx.db(), id)).transpose()?.flatten();
            return Err(refusals::approval_not_yet(code, label, first.map_or(String::new(), |p| p.name)));
        }
        return Err(if approval.steps.iter().any(|step| step.person == actor.id) {
            refusals::approval_decided_already(code, label, &actor.email)
        } else {
            refusals::approval_not_asked(code, label, &actor.email)
        });
    };
    // Whoever approved for themselves does not approve for another as well: that would be two eyes for four.
    let step = approval.steps[place];
    for other in approval.steps.iter().filter(|other| other.part == step.part) {
        if let Some(statement) = other.statement
            && statements::one(tx.db(), statement)?.signer == actor.id
        {
            return Err(refusals::approval_four_eyes(code, label, &actor.email));
        }
    }
    Ok(place)
}

/// The first day in force: as an approver before said, else as this one says, else as planned, else today.
fn day(tx: &Tx<'_>, document: &Document, revision: &Revision, approval: &Approval, said: Option<Day>) -> Result<Day> {
    match (approval.approved() > 0, approval.planned, said) {
        (true, Some(before), Some(day)) if before != day => {
            Err(refusals::approval_day_differs(&document.code, &revision.label, day, before))
        }
        (_, _, Some(day)) => Ok(day),
        // What was planned and has passed meanwhile is in force from the day of the approval.
        (_, Some(planned), None) => Ok(planned.max(tx.today())),
        (_, None, None) => Ok(tx.today()),
    }
}

/// Brings the approval about, in the name of all who approved.
fn bring_about(
    tx: &mut Tx<'_>,
    document: &Document,
    revision: &Revision,
    approval: &Approval,
    (place, actor): (usize, &Person),
    from: Day,
    reason: &str,
) -> Result<Vec<Notice>> {
    let (mut by, mut own) = (Vec::new(), documents::is_author(actor, revision));
    for (at, step) in approval.steps.iter().enumerate().filter(|(_, step)| step.part == Part::Approve) {
        match step.statement {
            _ if at == place => by.push(actor.email.clone()),
            Some(statement) => {
                let said = statements::one(tx.db(), statement)?;
                own |= people::by_id(tx.db(), said.signer)?.is_some_and(|p| documents::is_author(&p, revision));
                by.push(said.email);
            }
            None => {}
        }
    }
    let approval = documents::Approval {
        label: Some(revision.label.clone()),
        by: by.join(", "),
        on: Some(Due::Day { day: tx.today() }),
        effective_from: from,
        next_review: None,
        reason: reason.trim().to_owned(),
    };
    Ok(documents::approve_by_several(tx, document.id, approval, own)?.1)
}

/// Calls an approval off that is under way. What was said stays said.
///
/// # Errors
/// `not_found` where nothing is under way; `reason_needed`.
pub fn call_off<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, label: Option<&str>, reason: &str) -> Result<()> {
    people::on_duty(tx.db(), tx.actor(), Duty::Submit)?;
    let document = documents::one(tx.db(), document)?;
    let revision = documents::revision(tx.db(), &document, label)?;
    let approval = queries::open(tx.db(), document.id, revision.id)?;
    let approval = approval.ok_or_else(|| refusals::approval_not_open(&document.code, &revision.label))?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::approval_called_off_without_reason(document.code, revision.label));
    }
    tx.append(&ApprovalEvent::CalledOff { id: approval.id, document: document.id, reason })?;
    Ok(())
}
