//! How much an SMS and an ISMS can share: from the overlap of their scopes and from the controls that reach the services
//! (R154). The grade is that of the weaker of its measures, and each measure is said beside it.

use rusqlite::Connection;
use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::model::{ScopeAnswer, ScopeQuestion};
use super::questions::scope_questions;
use super::refusals;
use crate::error::Result;
use crate::named::enumeration;

/// How many controls there are, and how far they reach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct AppliedControls {
    /// Controls that are in place as a whole.
    pub in_place: usize,
    /// Controls that are in place in part.
    pub in_part: usize,
    /// Of both, those that reach the services.
    pub reach_services: usize,
    /// All controls that apply.
    pub all: usize,
}

/// How much two systems can share.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Grade {
    /// Something that decides it is not known.
    Open,
    /// Next to nothing.
    Little,
    /// A part.
    Some,
    /// Nearly all.
    Much,
}

enumeration!(Grade, refusals::scope_grade_unknown);

/// What the grade rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "measure")]
pub enum Measure {
    /// What was answered to one of the two questions; none where it was not.
    Scope {
        /// Which.
        question: ScopeQuestion,
        /// The answer.
        answer: Option<ScopeAnswer>,
        /// What follows for the grade.
        grade: Grade,
    },
    /// Controls in place, and how many of them reach the services; none where nobody decided yet.
    Controls {
        /// The controls.
        controls: Option<AppliedControls>,
        /// What follows for the grade.
        grade: Grade,
    },
}

impl Measure {
    /// What follows from it.
    pub fn grade(&self) -> Grade {
        match self {
            Self::Scope { grade, .. } | Self::Controls { grade, .. } => *grade,
        }
    }
}

/// How much SMS and ISMS can share, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Sharing {
    /// How much.
    pub grade: Grade,
    /// What it rests on.
    pub measures: Vec<Measure>,
}

/// How much SMS and ISMS can share; none where they are not held together. A measure that is not known leaves the grade open.
pub fn sharing(db: &Connection, controls: Option<AppliedControls>) -> Result<Option<Sharing>> {
    let asked = scope_questions(db)?;
    if asked.is_empty() {
        return Ok(None);
    }
    let mut measures: Vec<Measure> = asked
        .iter()
        .map(|one| Measure::Scope { question: one.question, answer: one.answer, grade: of_answer(one.answer) })
        .collect();
    measures.push(Measure::Controls { controls, grade: of_controls(controls) });
    let grade = measures.iter().map(Measure::grade).min().unwrap_or(Grade::Open);
    Ok(Some(Sharing { grade, measures }))
}

fn of_answer(answer: Option<ScopeAnswer>) -> Grade {
    match answer {
        None => Grade::Open,
        Some(ScopeAnswer::No) => Grade::Little,
        Some(ScopeAnswer::Partly) => Grade::Some,
        Some(ScopeAnswer::Yes) => Grade::Much,
    }
}

/// All controls that apply are in place as a whole and reach the services; some do, if only in part; none does.
fn of_controls(controls: Option<AppliedControls>) -> Grade {
    match controls {
        None | Some(AppliedControls { all: 0, .. }) => Grade::Open,
        Some(AppliedControls { reach_services: 0, .. }) => Grade::Little,
        Some(c) if c.in_place >= c.all && c.reach_services >= c.all => Grade::Much,
        Some(_) => Grade::Some,
    }
}
