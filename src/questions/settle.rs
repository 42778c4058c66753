//! Answering: the answer is an event, and what follows from it is done by the domain's own commands behind it.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::commands::open;
use super::correct;
use super::events::QuestionEvent;
use super::kinds::CLAUSES;
use super::model::{About, Matter, Reading};
use super::queries::{self, Question};
use super::standing::{fits, revision_of};
use super::{commands, refusals};
use crate::day::{Day, Due};
use crate::documents::{
    self, Approval, DocumentKind, DocumentState, NewDocument, NewRevision, Reinstatement, RevisionState,
};
use crate::error::{Code, Result};
use crate::ids::{DocumentId, RecordId, RevisionId};
use crate::mapping;
use crate::people::Duty;
use crate::records;
use crate::workspace::Tx;

/// An answer, as a person gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// One of the readings, from 1.
    Reading(usize),
    /// Written: a day or a month, the text of a particular, the label of a revision.
    Value(String),
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionsSettled")]
pub struct Settled {
    /// The questions.
    pub settled: Vec<String>,
    /// Those like it that the answer does not fit; they stay open.
    pub left: Vec<Left>,
}

/// A question that an answer for several did not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionLeft")]
pub struct Left {
    /// The question.
    pub code: String,
    /// The name of the refusal.
    pub reason: &'static str,
}

/// Answers a question, and with `alike` all that are like it. What does not fit among those stays open.
///
/// # Errors
/// `not_found`; `invalid_value` for an answer that it does not have; `refused` where it was answered or closed, and where the
/// answer no longer fits what the register says.
pub fn settle(tx: &mut Tx<'_>, name: &str, answer: &Answer, alike: bool, reason: &str) -> Result<Settled> {
    let question = queries::by_name(tx.db(), name)?;
    let others = if alike { queries::like(tx.db(), &question, i64::MAX as usize)? } else { Vec::new() };
    let mut out = Settled { settled: Vec::new(), left: Vec::new() };
    one(tx, &question, answer, reason)?;
    out.settled.push(question.code);
    for other in others {
        let code = other.code.clone();
        let reading = reading(&other, answer).and_then(|(reading, _)| fits(tx.db(), &other, &reading));
        match reading {
            Ok(()) => {
                one(tx, &other, answer, reason)?;
                out.settled.push(code);
            }
            Err(e) if matches!(e.code(), Code::Refused | Code::InvalidValue) => {
                out.left.push(Left { code, reason: e.reason().name });
            }
            Err(e) => return Err(e),
        }
    }
    Ok(out)
}

/// Whose part an answer is: what puts a document in force or out of use is an approver's.
///
/// # Errors
/// `not_found`; `invalid_value` for an answer that the question does not have.
pub fn duty(db: &Connection, name: &str, answer: &Answer) -> Result<Duty> {
    let question = queries::by_name(db, name)?;
    Ok(match (&question.asking.matter, reading(&question, answer)?.0) {
        (Matter::ApprovalDay { .. }, Reading::Date(_)) | (_, Reading::InForce | Reading::OutOfUse) => Duty::Approve,
        _ => Duty::Decide,
    })
}

fn one(tx: &mut Tx<'_>, question: &Question, answer: &Answer, reason: &str) -> Result<()> {
    open(question)?;
    let (answer, reading) = reading(question, answer)?;
    fits(tx.db(), question, &answer)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() && answer.needs_reason(&question.asking.matter) {
        return Err(refusals::question_answered_without_reason(&question.code));
    }
    tx.append(&QuestionEvent::Settled {
        question: question.id,
        answer: answer.clone(),
        reading,
        reason: reason.clone(),
    })?;
    follow(tx, question, &answer, &reason)
}

/// The answer, and which reading it is.
pub(super) fn reading(question: &Question, answer: &Answer) -> Result<(Reading, Option<usize>)> {
    let readings = &question.asking.readings;
    let text = match answer {
        Answer::Reading(n) => {
            let found = n.checked_sub(1).and_then(|place| readings.get(place));
            let unknown = || refusals::question_reading_unknown(&question.code, n, readings.len());
            return Ok((found.cloned().ok_or_else(unknown)?, Some(*n)));
        }
        Answer::Value(text) => text.trim(),
    };
    let written = match (&question.asking.matter, &question.asking.about) {
        (Matter::Date { .. }, _) if text.is_empty() => Reading::NoDate,
        (Matter::Date { .. }, About::Document(_)) => Reading::Date(day_or_month(text)?),
        (Matter::Date { .. } | Matter::ApprovalDay { .. }, _) => Reading::Date(Due::Day { day: text.parse()? }),
        (Matter::Particular { .. }, _) => Reading::Value(text.to_owned()),
        (Matter::ChangedFile { .. }, _) if !text.is_empty() => Reading::NewRevision { label: Some(text.to_owned()) },
        _ => return Err(refusals::question_not_writable(&question.code)),
    };
    Ok((written, None))
}

/// A day, or a month as `2027-03`.
fn day_or_month(text: &str) -> Result<Due> {
    match format!("{text}-01").parse::<Day>() {
        Ok(first) if text.len() == 7 => Ok(Due::Month { first }),
        _ => Ok(Due::Day { day: text.parse()? }),
    }
}

/// Does what follows from an answer.
fn follow(tx: &mut Tx<'_>, question: &Question, answer: &Reading, reason: &str) -> Result<()> {
    let why = || if reason.is_empty() { question.code.clone() } else { format!("{}: {reason}", question.code) };
    match (&question.asking.about, &question.asking.matter) {
        (About::Document(id), Matter::Date { .. }) => documents::set_next_review(tx, *id, date(answer)),
        (About::Document(id), Matter::ApprovalDay { revision, by }) => match answer {
            Reading::Date(due) => {
                // What stands already is approved anew, for the day that is right.
                if let Some(there) = revision_of(tx.db(), *id, *revision)?
                    && there.state != RevisionState::Draft
                {
                    documents::take_back_approval(tx, *id, Some(&there.label), &why())?;
                }
                approve(tx, *id, Some(*revision), by, Some(due.latest()), reason)
            }
            Reading::InForce => approve(tx, *id, Some(*revision), by, None, reason),
            _ => Ok(()),
        },
        (about, Matter::Particular { particular }) if particular == CLAUSES => match (about.item(), answer.value()) {
            (Some(item), Some(value)) => correct::clauses(tx, item, &value, &why()),
            _ => Ok(()),
        },
        (About::Document(id), Matter::Particular { particular }) => match answer.value() {
            Some(value) => correct::document(tx, *id, particular, value, &why()),
            None => Ok(()),
        },
        (About::Document(id), Matter::ChangedFile { revision, draft, .. }) => {
            changed_file(tx, *id, *revision, *draft, answer, reason)
        }
        (About::Document(id), Matter::Status { by }) if *answer == Reading::InForce => {
            in_force(tx, *id, by, reason, &why())
        }
        (About::Document(id), Matter::Status { .. } | Matter::MissingFile { .. } | Matter::RowGone { .. })
            if *answer == Reading::OutOfUse =>
        {
            let today = tx.today();
            match documents::by_id(tx.db(), *id)?.state {
                DocumentState::Withdrawn => Ok(()),
                _ => documents::withdraw(tx, *id, &why(), today),
            }
        }
        (about, Matter::Points { at, points }) => match (about.item(), answer) {
            (Some(item), Reading::Open) => mapping::record_points_at(tx, item, at, points).map(drop),
            (Some(item), Reading::Left) => mapping::leave_points(tx, item, at, points, reason),
            _ => Ok(()),
        },
        (about, Matter::Relation { at, .. }) => match (about.item(), answer) {
            (Some(item), Reading::TakenBack) => mapping::unlink(tx, item, at, &why()),
            _ => Ok(()),
        },
        (About::Record(id), Matter::DocumentOrRecord { code, title, document_kind, label })
            if *answer == Reading::Document =>
        {
            let kind = DocumentKind::parse(document_kind)?;
            becomes_document(tx, *id, NewDocument::new(&free(tx.db(), code)?, title, kind), label, &why())
        }
        (About::Record(id), Matter::Date { particular } | Matter::Particular { particular }) => match answer.value() {
            Some(value) => correct::record(tx, *id, particular, value, &why()),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

fn date(answer: &Reading) -> Option<Due> {
    match answer {
        Reading::Date(due) => Some(*due),
        _ => None,
    }
}

/// Lets a document be in force from today on: the newest draft, or what was in force before it was withdrawn.
fn in_force(tx: &mut Tx<'_>, document: DocumentId, by: &str, reason: &str, why: &str) -> Result<()> {
    if documents::by_id(tx.db(), document)?.state != DocumentState::Withdrawn {
        return approve(tx, document, None, by, None, reason);
    }
    let again = Reinstatement { label: None, from: tx.today(), next_review: None, reason: why.to_owned() };
    documents::reinstate(tx, document, again)
}

/// Approves a revision on that day, else the newest as of today, which nobody dated. The next review stays as it is.
fn approve(
    tx: &mut Tx<'_>,
    document: DocumentId,
    revision: Option<RevisionId>,
    by: &str,
    on: Option<Day>,
    reason: &str,
) -> Result<()> {
    let label = revision.map(|id| revision_of(tx.db(), document, id)).transpose()?.flatten().map(|r| r.label);
    let next_review = documents::by_id(tx.db(), document)?.next_review;
    let approval = Approval {
        label,
        by: by.to_owned(),
        on: on.map(|day| Due::Day { day }),
        effective_from: on.unwrap_or_else(|| tx.today()),
        next_review,
        reason: reason.to_owned(),
    };
    match on {
        Some(_) => documents::take_over_approval(tx, document, approval)?,
        None => documents::take_over_undated(tx, document, approval)?,
    };
    Ok(())
}

/// Registers a document with the files of a record, as a draft, and takes the record back.
fn becomes_document(tx: &mut Tx<'_>, record: RecordId, new: NewDocument, label: &str, why: &str) -> Result<()> {
    let (files, author) = (records::files(tx.db(), record)?, tx.actor().to_owned());
    let code = new.code.clone();
    let document = documents::register(tx, new)?;
    let revision = NewRevision { label: Some(label.to_owned()), summary: String::new(), author, files };
    documents::file_revision(tx, document, revision)?;
    records::take_back(tx, record, &format!("{why}: {code}")).map(drop)
}

/// The code, or the first one made of it that no document has.
fn free(db: &Connection, code: &str) -> Result<String> {
    let mut free = code.to_owned();
    for n in 2.. {
        match documents::by_code(db, &free) {
            Err(e) if e.code() == Code::NotFound => break,
            found => found.map(drop)?,
        }
        free = format!("{code} ({n})");
    }
    Ok(free)
}

/// What becomes of the draft that holds other bytes under the version of a revision.
fn changed_file(
    tx: &mut Tx<'_>,
    document: DocumentId,
    revision: RevisionId,
    draft: RevisionId,
    answer: &Reading,
    reason: &str,
) -> Result<()> {
    let find =
        |tx: &Tx<'_>, id| revision_of(tx.db(), document, id)?.ok_or_else(|| refusals::question_not_found(document));
    match answer {
        Reading::NotKept => documents::take_back_revision(tx, document, draft),
        Reading::NewRevision { label: Some(label) } => {
            let there = find(tx, draft)?;
            documents::take_back_revision(tx, document, draft)?;
            let (label, summary) = (Some(label.clone()), reason.to_owned());
            let new = NewRevision { label, summary, author: there.author, files: there.files };
            documents::file_revision(tx, document, new).map(|_| ())
        }
        Reading::Correction => {
            let (there, corrected) = (find(tx, draft)?, find(tx, revision)?);
            documents::take_back_revision(tx, document, draft)?;
            let summary =
                if reason.is_empty() { format!("Correction of {}", corrected.label) } else { reason.to_owned() };
            let new = NewRevision { label: Some(there.label), summary, author: there.author, files: there.files };
            documents::file_revision(tx, document, new).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// Takes an answer back; what followed from it was taken back before.
pub(super) fn reopen(tx: &mut Tx<'_>, question: crate::ids::QuestionId) -> Result<()> {
    tx.append(&QuestionEvent::Reopened { question })?;
    Ok(())
}

/// Closes the open question about other bytes, and takes the draft back that it is about: newer bytes take its place.
/// Answers whether there was one.
pub fn close_changed(tx: &mut Tx<'_>, document: DocumentId, revision: RevisionId, path: &str) -> Result<bool> {
    let open = queries::open_about(tx.db(), crate::items::ItemId::Document(document))?;
    for question in open {
        let Matter::ChangedFile { revision: of, draft, .. } = question.asking.matter else { continue };
        let Some(there) = revision_of(tx.db(), document, draft)? else { continue };
        let same = of == revision && there.files.iter().any(|f| f.path == path);
        if same && there.state == documents::RevisionState::Draft {
            documents::take_back_revision(tx, document, draft)?;
            commands::close(tx, question.id)?;
            return Ok(true);
        }
    }
    Ok(false)
}
