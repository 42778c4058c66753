//! An approval as a person sees it: who spoke, whose turn it is, and what whoever asks may do.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::model::{Part, Progress};
use super::queries::{self, Approval, Step};
use crate::day::Day;
use crate::documents::{self, Document, Revision};
use crate::error::Result;
use crate::ids::{ApprovalId, DocumentId, PersonId};
use crate::people::{self, Person, away};
use crate::statements::{self, Statement};
use crate::workspace::standing_day;

/// Where somebody who is asked stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "StepStands")]
pub enum Stands {
    /// They spoke.
    Spoke,
    /// It is their turn.
    Turn,
    /// Others come first.
    Later,
    /// They are not asked any more: it ended without them.
    NotNeeded,
}

/// Somebody who is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ApprovalStep")]
pub struct StepShown {
    /// For what.
    pub part: Part,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Where they stand.
    pub stands: Stands,
    /// What was said, by them or for them.
    pub statement: Option<Statement>,
    /// Who stands in for them today, or took over where they have left: name.
    pub deputy: Option<String>,
    /// The last day they are away, where they are today.
    pub away_until: Option<Day>,
    /// Whether they have left.
    pub left: bool,
}

/// A revision on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApprovalShown {
    /// Identifier.
    pub id: ApprovalId,
    /// Code of the document.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the revision.
    pub label: String,
    /// Who wrote it.
    pub author: String,
    /// How far it is.
    pub progress: Progress,
    /// In whose name it was submitted.
    pub submitter: String,
    /// When.
    pub day: Day,
    /// When it ended.
    pub ended_on: Option<Day>,
    /// What the people asked are told.
    pub reason: String,
    /// Why it was called off.
    pub why: String,
    /// First day in force, where it is said.
    pub planned: Option<Day>,
    /// So many have to approve.
    pub quorum: u32,
    /// Whether one speaks after the other.
    pub in_order: bool,
    /// Whether signatures are demanded.
    pub signed: bool,
    /// Who is asked, in order.
    pub steps: Vec<StepShown>,
    /// What whoever asks is asked for now, by themselves or for somebody.
    pub yours: Option<Part>,
    /// For whom, where not for themselves: name.
    pub yours_for: Option<String>,
}

/// The submissions of a document, newest first, as a person sees them.
pub fn shown_of(db: &Connection, document: &Document, actor: &str) -> Result<Vec<ApprovalShown>> {
    let (you, there) = (people::by_email(db, actor)?, documents::revisions(db, document.id)?);
    let mut out = Vec::new();
    for approval in queries::of_document(db, document.id)?.iter().rev() {
        // One whose revision was taken back has nothing to stand by.
        if let Some(revision) = there.iter().find(|revision| revision.id == approval.revision) {
            out.push(shown(db, document, revision, approval, you.as_ref())?);
        }
    }
    Ok(out)
}

/// What is under way: all of it, or what waits for a person.
pub fn waiting(db: &Connection, actor: &str, yours: bool) -> Result<Vec<ApprovalShown>> {
    let you = people::by_email(db, actor)?;
    let mut out = Vec::new();
    let mut last: Option<(DocumentId, Document, Vec<Revision>)> = None;
    for approval in queries::open_all(db)? {
        if last.as_ref().is_none_or(|(id, ..)| *id != approval.document) {
            let document = documents::by_id(db, approval.document)?;
            last = Some((approval.document, document, documents::revisions(db, approval.document)?));
        }
        let Some((_, document, there)) = &last else { continue };
        let Some(revision) = there.iter().find(|revision| revision.id == approval.revision) else { continue };
        let shown = shown(db, document, revision, &approval, you.as_ref())?;
        if !yours || shown.yours.is_some() {
            out.push(shown);
        }
    }
    Ok(out)
}

/// One of them.
pub fn shown(
    db: &Connection,
    document: &Document,
    revision: &Revision,
    approval: &Approval,
    you: Option<&Person>,
) -> Result<ApprovalShown> {
    let (today, progress) = (standing_day(db)?, approval.progress(revision));
    let turns = if progress == Progress::Void { Vec::new() } else { approval.turns() };
    let mut steps = Vec::with_capacity(approval.steps.len());
    for (place, step) in approval.steps.iter().enumerate() {
        steps.push(step_shown(db, step, turns.contains(&place), approval.ended.is_some() || turns.is_empty(), today)?);
    }
    let yours = you.map(|you| yours(db, approval, &turns, you, today)).transpose()?.flatten();
    let (yours, instead_of) = yours.map_or((None, None), |(part, of)| (Some(part), of));
    let yours_for = instead_of.map(|id| people::by_id(db, id)).transpose()?.flatten().map(|person| person.name);
    Ok(ApprovalShown {
        id: approval.id,
        code: document.code.clone(),
        title: document.particulars.title.clone(),
        label: revision.label.clone(),
        author: revision.author.clone(),
        progress,
        submitter: approval.submitter.clone(),
        day: approval.day,
        ended_on: approval.ended_on,
        reason: approval.reason.clone(),
        why: approval.why.clone(),
        planned: approval.planned,
        quorum: approval.quorum,
        in_order: approval.in_order,
        signed: approval.signed,
        steps,
        yours,
        yours_for,
    })
}

fn step_shown(db: &Connection, step: &Step, turn: bool, over: bool, today: Day) -> Result<StepShown> {
    let person = people::by_id(db, step.person)?;
    let statement = step.statement.map(|id| statements::one(db, id)).transpose()?;
    let stands = match (&statement, turn) {
        (Some(_), _) => Stands::Spoke,
        (None, true) => Stands::Turn,
        (None, false) if over => Stands::NotNeeded,
        (None, false) => Stands::Later,
    };
    let absent = person.as_ref().and_then(|p| p.away.iter().find(|a| a.from <= today && today <= a.until));
    let deputy =
        absent.and_then(|a| a.deputy.as_deref()).map(|email| people::by_email(db, email)).transpose()?.flatten();
    let left = person.as_ref().is_some_and(|p| p.left);
    let successor = person.as_ref().filter(|_| left).and_then(|p| p.successor.as_deref());
    let successor = successor.map(|email| people::by_email(db, email)).transpose()?.flatten().filter(|p| !p.left);
    Ok(StepShown {
        part: step.part,
        stands,
        statement,
        deputy: successor.or(deputy).map(|p| p.name),
        away_until: absent.map(|a| a.until),
        left,
        name: person.as_ref().map_or_else(String::new, |p| p.name.clone()),
        email: person.map_or_else(String::new, |p| p.email),
    })
}

/// What a person is asked for now, and for whom.
fn yours(
    db: &Connection,
    approval: &Approval,
    turns: &[usize],
    you: &Person,
    today: Day,
) -> Result<Option<(Part, Option<PersonId>)>> {
    let at_turn = || turns.iter().filter_map(|place| approval.steps.get(*place));
    if you.left {
        return Ok(None);
    }
    if let Some(step) = at_turn().find(|step| step.person == you.id) {
        return Ok(Some((step.part, None)));
    }
    let deputised = away::deputises(db, you.id, today)?;
    let step = at_turn().find(|step| deputised.contains(&step.person));
    // Whoever spoke for themselves does not speak for another as well.
    if let Some(step) = step {
        for other in approval.steps.iter().filter(|other| other.part == step.part) {
            if let Some(statement) = other.statement
                && statements::one(db, statement)?.signer == you.id
            {
                return Ok(None);
            }
        }
    }
    Ok(step.map(|step| (step.part, Some(step.person))))
}
