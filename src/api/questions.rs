//! Questions that wait for a person, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::documents::{self, RevisionState};
use crate::error::Result;
use crate::questions::{self, Answer, Kind, QuestionShown, Questions, Settled, Wanted};
use crate::reviews;
use crate::workspace::one_state;

commands! { QuestionList, QuestionSettle, QuestionPutOff }

fn most() -> usize {
    200
}

/// Lists what waits for an answer, by what hangs on it, the worst first.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionList {
    /// Only of this kind.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Those that were answered, too.
    #[serde(default)]
    pub all: bool,
    /// Each by itself, though one stands for others that are asked with it.
    #[serde(default)]
    pub each: bool,
    /// How many of each group at the most; with none only what there is is counted.
    #[serde(default = "most")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for QuestionList {
    type Answer = Questions;
    const NAME: &'static str = "question_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Questions, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        let wanted = Wanted { kind: self.kind, all: self.all, each: self.each, limit: self.limit };
        questions::list(&view, wanted, day)
    }
}

/// Answers a question, or all that are like it: one step, which undo takes back.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionSettle {
    /// Its name, as `Q-57`.
    pub question: String,
    /// By one of its readings, from 1.
    #[serde(default)]
    pub reading: Option<usize>,
    /// By a value of its own: a day, a text, the label of a revision.
    #[serde(default)]
    pub value: Option<String>,
    /// The same for all like it.
    #[serde(default)]
    pub all_like: bool,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl QuestionSettle {
    fn answer(&self) -> Result<Answer> {
        match (self.reading, &self.value) {
            (Some(n), None) => Ok(Answer::Reading(n)),
            (None, Some(text)) => Ok(Answer::Value(text.clone())),
            _ => Err(questions::question_answer_needed(&self.question)),
        }
    }
}

impl Command for QuestionSettle {
    type Answer = Settled;
    const NAME: &'static str = "question_settle";
    const EFFECT: Effect = Effect::Writes;

    fn call(self, session: &mut Session) -> Result<Self::Answer> {
        let duty = questions::duty(session.workspace()?.db(), &self.question, &self.answer()?)?;
        Who::Person(duty).admit(session)?;
        self.run(session)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let answer = self.answer()?;
        let approves = questions::approves(session.workspace()?.db(), &self.question, &answer, self.all_like)?;
        let mut noted = Vec::new();
        for (code, label) in approves {
            noted.extend(session.sections_noted(&code, label.as_deref())?);
        }
        session.workspace()?.transact(|tx| {
            let settled = questions::settle(tx, &self.question, &answer, self.all_like, &self.reason)?;
            // As with any approval; what an answer did not fit stays as it was.
            for noted in noted {
                let there = documents::revisions(tx.db(), noted.document)?.into_iter().find(|r| r.id == noted.revision);
                let approved = |state| matches!(state, RevisionState::Approved | RevisionState::Effective);
                if there.is_some_and(|revision| approved(revision.state)) {
                    reviews::note_sections(tx, noted)?;
                }
            }
            Ok(settled)
        })
    }
}

/// Puts a question behind the others of its group, or back among them.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionPutOff {
    /// Its name, as `Q-57`.
    pub question: String,
    /// Whether it is to be answered later.
    pub aside: bool,
}

impl Command for QuestionPutOff {
    type Answer = QuestionShown;
    const NAME: &'static str = "question_put_off";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        let workspace = session.workspace()?;
        workspace.transact(|tx| questions::put_off(tx, &self.question, self.aside))?;
        questions::shown(workspace.db(), questions::by_name(workspace.db(), &self.question)?, today)
    }
}
