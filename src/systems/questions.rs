//! Two questions that a comparison of scopes does not answer (R46). Their answers decide how far evidence of the ISMS
//! speaks for services and their assets.

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::events::SystemEvent;
use super::model::{ScopeAnswer, ScopeQuestion};
use super::{queries, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::Tx;

/// A question with its answer, where there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScopeQuestionAsked {
    /// Which.
    pub question: ScopeQuestion,
    /// The question in words.
    pub text: &'static str,
    /// What follows from the answer that was given, or from there being none.
    pub follows: &'static str,
    /// The answer.
    pub answer: Option<ScopeAnswer>,
    /// Why, or for which part.
    pub reason: String,
    /// Who answered.
    pub by: String,
    /// When.
    pub on: Option<Day>,
}

impl ScopeQuestion {
    fn text(self) -> &'static str {
        match self {
            Self::IsmsCoversServices => "Does the ISMS take in the services that customers receive?",
            Self::AssetsAreTheSame => "Are the assets of the ISMS the same as those of the SMS?",
        }
    }

    fn follows(self, answer: Option<ScopeAnswer>) -> &'static str {
        use ScopeAnswer::{No, Partly, Yes};
        match (self, answer) {
            (_, None) => "Not answered yet: do not take evidence of the ISMS as evidence for services.",
            (Self::IsmsCoversServices, Some(Yes)) => "Evidence of the ISMS may speak for the services.",
            (Self::IsmsCoversServices, Some(Partly)) => {
                "Evidence of the ISMS speaks for the services it takes in only."
            }
            (Self::IsmsCoversServices, Some(No)) => {
                "Evidence of the ISMS speaks for the organisation's own information, not for its services."
            }
            (Self::AssetsAreTheSame, Some(Yes)) => "One register of assets may serve both systems.",
            (Self::AssetsAreTheSame, Some(Partly)) => "Evidence about assets counts where both systems hold them.",
            (Self::AssetsAreTheSame, Some(No)) => "Each system needs its own evidence about assets.",
        }
    }
}

/// The questions; none where SMS and ISMS are not held together.
pub fn scope_questions(db: &Connection) -> Result<Vec<ScopeQuestionAsked>> {
    let held = queries::editions_held(db)?;
    let holds = |standard: &str| held.iter().any(|edition| edition.standard == standard);
    if !holds("20000-1") || !holds("27001") {
        return Ok(Vec::new());
    }
    let mut find = db.prepare_cached("SELECT answer, reason, actor, day FROM scope_answer WHERE question = ?1")?;
    let mut out = Vec::new();
    for &question in ScopeQuestion::ALL {
        let mut rows = find.query([question])?;
        let (answer, reason, by, on) = match rows.next()? {
            Some(row) => {
                let answer: String = row.get("answer")?;
                (Some(serde_json::from_str(&answer)?), row.get("reason")?, row.get("actor")?, Some(row.get("day")?))
            }
            None => (None, String::new(), String::new(), None),
        };
        let (text, follows) = (question.text(), question.follows(answer));
        out.push(ScopeQuestionAsked { question, text, follows, answer, reason, by, on });
    }
    Ok(out)
}

/// Answers a question; a later answer takes the place of the one before, which stays in the ledger.
///
/// # Errors
/// `refused` where SMS and ISMS are not held together; `invalid_value` without a reason for *partly* or *no*.
pub fn answer_scope_question(
    tx: &mut Tx<'_>,
    question: ScopeQuestion,
    answer: ScopeAnswer,
    reason: &str,
) -> Result<()> {
    if scope_questions(tx.db())?.is_empty() {
        return Err(refusals::scope_question_not_posed(question));
    }
    let reason = reason.trim();
    if reason.is_empty() && answer != ScopeAnswer::Yes {
        return Err(refusals::scope_answer_without_reason(question));
    }
    tx.append(&SystemEvent::ScopeQuestionAnswered { question, answer, reason: reason.into() })?;
    Ok(())
}

/// Keeps the last answer.
pub(super) fn keep(
    db: &Connection,
    stamp: &Stamp,
    question: ScopeQuestion,
    answer: ScopeAnswer,
    reason: &str,
) -> Result<()> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO scope_answer (question, answer, reason, actor, day) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![question, serde_json::to_string(&answer)?, reason, stamp.actor, stamp.day])?;
    Ok(())
}
