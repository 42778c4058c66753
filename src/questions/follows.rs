//! What follows from each reading, for whoever has to choose.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::consequence::ids_of;
use super::model::{About, Matter, Reading};
use super::queries::Question;
use super::standing;
use crate::day::{Day, Due, Overdue};
use crate::documents::DocumentState;
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId};

/// What follows from a reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Follows {
    /// In a word.
    pub effect: Effect,
    /// The day or month, where it sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Days until then; less than none where it is past.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// The value that the register has from then on, or the label of the revision concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Whether it takes a written reason.
    pub needs_reason: bool,
    /// Whether it cannot be taken back: what follows approves something, or puts it in force or out of use.
    pub for_good: bool,
}

/// What follows from a reading, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "QuestionEffect")]
pub enum Effect {
    /// The review has been due since then.
    ReviewOverdue,
    /// The review falls due then.
    ReviewDue,
    /// No review falls due.
    NoReview,
    /// The record has not counted since then.
    Expired,
    /// The record counts until then.
    CountsUntil,
    /// The record counts without an end.
    NoEnd,
    /// The register says this, and nothing hangs on it.
    Says,
    /// The register says nothing of it.
    SaysNothing,
    /// It is approved as of that day and in force.
    Approved,
    /// The document is in force from today on.
    InForce,
    /// The document that was withdrawn is put in force again from today on.
    InForceAgain,
    /// The document is out of use.
    OutOfUse,
    /// It is registered under that code as a draft, and the record is taken back.
    BecomesDocument,
    /// The draft waits for its approval.
    DraftWaits,
    /// The draft waits for its approval as a correction of the revision.
    DraftCorrects,
    /// The draft is taken back.
    DraftTakenBack,
    /// So many points stand open, and keep their clauses partial until they are settled.
    PointsOpen,
    /// They are left, and not asked again while the data say the same.
    PointsLeft,
    /// The mapping stays, and is not asked about again while the data say the same.
    MappingStays,
    /// The mapping to that clause is taken back.
    MappingTakenBack,
    /// Nothing changes.
    Unchanged,
}

impl Effect {
    fn plain(self) -> Follows {
        let for_good = matches!(self, Self::Approved | Self::InForce | Self::InForceAgain | Self::OutOfUse);
        Follows { effect: self, due: None, days: None, value: None, needs_reason: false, for_good }
    }

    fn with(self, value: impl Into<String>) -> Follows {
        Follows { value: Some(value.into()), ..self.plain() }
    }

    /// Days are counted to the latest day that is meant.
    fn on(self, due: Due, today: Day) -> Follows {
        Follows { due: Some(due), days: Some(due.latest().days_since(today)), ..self.plain() }
    }
}

/// What follows from each reading, judged by `day`.
pub(super) fn follows(db: &Connection, question: &Question, day: Day) -> Result<Vec<Follows>> {
    let asking = &question.asking;
    let matter = &asking.matter;
    let each = asking.readings.iter().map(|reading| {
        let follows = one(db, &asking.about, matter, reading, &asking.held, day)?;
        Ok(Follows { needs_reason: reading.needs_reason(matter), ..follows })
    });
    each.collect()
}

fn one(db: &Connection, about: &About, matter: &Matter, reading: &Reading, held: &str, day: Day) -> Result<Follows> {
    let label = |revision: RevisionId| match about {
        About::Document(id) => label(db, *id, revision),
        _ => Ok(String::new()),
    };
    Ok(match (reading, matter) {
        (Reading::Date(due), Matter::ApprovalDay { .. }) => Effect::Approved.on(*due, day),
        (Reading::Date(due), Matter::Date { particular }) => {
            let past = due.overdue(day) == Overdue::Yes;
            match (particular.as_str(), past) {
                ("next_review", true) => Effect::ReviewOverdue.on(*due, day),
                ("next_review", false) => Effect::ReviewDue.on(*due, day),
                ("valid_until", true) => Effect::Expired.on(*due, day),
                ("valid_until", false) => Effect::CountsUntil.on(*due, day),
                _ => Follows { value: Some(due.to_string()), ..Effect::Says.plain() },
            }
        }
        (Reading::NoDate, Matter::Date { particular }) => match particular.as_str() {
            "next_review" => Effect::NoReview.plain(),
            "valid_until" => Effect::NoEnd.plain(),
            _ => Effect::SaysNothing.plain(),
        },
        (Reading::Value(text), _) if text == held => Effect::Unchanged.plain(),
        (Reading::Value(text), _) => Effect::Says.with(text),
        (Reading::NewRevision { .. }, Matter::ChangedFile { draft, .. }) => Effect::DraftWaits.with(label(*draft)?),
        (Reading::Correction, Matter::ChangedFile { revision, .. }) => Effect::DraftCorrects.with(label(*revision)?),
        (Reading::NotKept, Matter::ChangedFile { draft, .. }) => Effect::DraftTakenBack.with(label(*draft)?),
        (Reading::Document, Matter::DocumentOrRecord { code, .. }) => Effect::BecomesDocument.with(code),
        (Reading::InForce, _) if held == DocumentState::Withdrawn.name() => Effect::InForceAgain.plain(),
        (Reading::InForce, _) => Effect::InForce.plain(),
        (Reading::OutOfUse, _) => Effect::OutOfUse.plain(),
        (Reading::Open, Matter::Points { points, .. }) => Effect::PointsOpen.with(ids_of(points).len().to_string()),
        (Reading::Left, _) => Effect::PointsLeft.plain(),
        (Reading::Kept, Matter::Relation { .. }) => Effect::MappingStays.plain(),
        (Reading::TakenBack, Matter::Relation { at, .. }) => Effect::MappingTakenBack.with(at.to_string()),
        _ => Effect::Unchanged.plain(),
    })
}

fn label(db: &Connection, document: DocumentId, revision: RevisionId) -> Result<String> {
    Ok(standing::revision_of(db, document, revision)?.map(|r| r.label).unwrap_or_default())
}
