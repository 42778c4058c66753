//! Questions as shells show them: by what hangs on the answer, the worst first.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::consequence::{Consequence, ids_of};
use super::follows::{Follows, follows};
use super::kinds::{Kind, Source};
use super::model::{About, Matter, Reading, Said};
use super::queries::{self, Counts, Question, State};
use crate::day::Day;
use crate::error::{Code, Result};
use crate::ids::QuestionId;
use crate::items::{self, Item};
use crate::mapping::{self, Accepted};
use crate::standards::{ClauseRef, catalogue};

/// What the data say of mappings and was decided otherwise, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "on", rename_all = "snake_case")]
#[ts(rename = "QuestionDiffers")]
pub enum Differs {
    /// Points.
    Points {
        /// The clause at which they would stand open.
        at: ClauseRef,
        /// Its title.
        title: String,
        /// The points.
        points: Vec<AskedPoint>,
    },
    /// On what a mapping was accepted.
    Relation {
        /// The mapped clause.
        at: ClauseRef,
        /// Its title.
        title: String,
        /// The clause from which it was accepted.
        from: ClauseRef,
        /// On what.
        was: Accepted,
        /// What the data say today; nothing where they see no correspondence.
        now: Option<Accepted>,
    },
}

/// A point that is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AskedPoint {
    /// Its number.
    pub id: String,
    /// What is to be shown or said, in our words.
    pub what: String,
}

impl Differs {
    fn of(matter: &Matter) -> Option<Self> {
        match matter {
            Matter::Points { at, points } => {
                let ids = ids_of(points).into_iter();
                let points = ids.map(|id| AskedPoint { id: id.to_owned(), what: mapping::asked_for(id) }).collect();
                Some(Self::Points { title: catalogue().title(at), at: at.clone(), points })
            }
            Matter::Relation { at, from, was, now } => Some(Self::Relation {
                title: catalogue().title(at),
                at: at.clone(),
                from: from.clone(),
                was: was.clone(),
                now: now.clone(),
            }),
            _ => None,
        }
    }
}

/// A question as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionShown {
    /// Identifier.
    pub id: QuestionId,
    /// Its name.
    pub code: String,
    /// What it is about, in a word.
    pub kind: Kind,
    /// The particular it is about; empty where it is about none.
    pub particular: String,
    /// The document or record.
    pub item: Option<Item>,
    /// The file that is not there, where it is about one.
    pub path: Option<String>,
    /// Day on which it was asked.
    pub asked: Day,
    /// What the data say and was decided otherwise, where it is about that.
    pub differs: Option<Differs>,
    /// What was read, with the place where it stood.
    pub said: Vec<Said>,
    /// What it can mean.
    pub readings: Vec<Reading>,
    /// What follows from each.
    pub follows: Vec<Follows>,
    /// The clauses for which the document or record stands.
    pub clauses: Vec<String>,
    /// Whether another answer than the readings may be written.
    pub writable: bool,
    /// How many other open questions are like it.
    pub alike: usize,
    /// For how many of them it stands in a list: they are asked once, and are answered with it.
    pub stands_for: usize,
    /// What some of those like it are about: their codes or paths.
    pub others: Vec<String>,
    /// Where it stands.
    pub state: State,
    /// Whether it is to be answered later.
    pub aside: bool,
    /// The answer.
    pub answer: Option<Reading>,
    /// Who gave it.
    pub settled_by: Option<String>,
    /// When.
    pub settled_on: Option<Day>,
    /// Why.
    pub reason: String,
}

/// Questions on whose answers the same hangs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionGroup")]
pub struct Group {
    /// What hangs on them.
    pub follows: Consequence,
    /// How many there are.
    pub count: usize,
    /// How many are to be answered, where those that are alike are asked once.
    pub asks: usize,
    /// The first of them; those put off come last.
    pub rows: Vec<QuestionShown>,
}

/// The questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Questions {
    /// How many wait, and how many were answered.
    #[serde(flatten)]
    pub counts: Counts,
    /// The list that raised the last of them, and the day.
    pub left_by: Option<LeftBy>,
    /// The open ones, the worst first.
    pub groups: Vec<Group>,
    /// Those that were answered, where they are asked for, the last first.
    pub answered: Vec<QuestionShown>,
}

/// What raised a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionsLeftBy")]
pub struct LeftBy {
    /// The list's file; empty where it was the share.
    pub name: String,
    /// The day.
    pub day: Day,
}

/// Which questions are wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Those that were answered, too.
    pub all: bool,
    /// Each by itself, though one stands for others.
    pub each: bool,
    /// At most so many of each group.
    pub limit: usize,
}

/// The questions that wait, by what hangs on them. What follows is judged by `day`.
pub fn list(db: &Connection, wanted: Wanted, day: Day) -> Result<Questions> {
    let Wanted { kind, all, each, limit } = wanted;
    let mut groups = Vec::new();
    for consequence in Consequence::ALL {
        let found = queries::ordered(db, *consequence, kind, each, limit)?;
        if found.count == 0 {
            continue;
        }
        let mut rows = Vec::with_capacity(found.first.len());
        for (id, others) in found.first {
            if let Some(question) = queries::by_id(db, id)? {
                rows.push(QuestionShown { stands_for: others, ..shown(db, question, day)? });
            }
        }
        groups.push(Group { follows: *consequence, count: found.count, asks: found.asks, rows });
    }
    let answered = if all { queries::answered(db, kind, limit)? } else { Vec::new() };
    let answered = answered.into_iter().map(|question| shown(db, question, day)).collect::<Result<_>>()?;
    Ok(Questions { counts: queries::counts(db)?, left_by: left_by(db)?, groups, answered })
}

/// One question as it is shown, judged by `day`.
pub fn shown(db: &Connection, question: Question, day: Day) -> Result<QuestionShown> {
    let follows = follows(db, &question, day)?;
    let alike = if question.state == State::Open { queries::count_like(db, &question)? } else { 0 };
    let others = if alike == 0 { Vec::new() } else { named(db, queries::like(db, &question, FEW)?)? };
    let item = question.asking.about.item();
    let clauses = match item {
        Some(item) => mapping::of_item(db, item)?.into_iter().map(|link| link.reference.to_string()).collect(),
        None => Vec::new(),
    };
    let item = match item.map(|item| items::name(db, item)).transpose() {
        Err(e) if e.code() == Code::NotFound => None,
        found => found?,
    };
    let writable = question.asking.writable();
    let asking = question.asking;
    Ok(QuestionShown {
        id: question.id,
        code: question.code,
        kind: asking.matter.kind(),
        particular: asking.matter.particular().to_owned(),
        item,
        path: if let About::Path(path) = asking.about { Some(path) } else { None },
        asked: question.asked,
        differs: Differs::of(&asking.matter),
        said: asking.said,
        readings: asking.readings,
        follows,
        clauses,
        writable,
        alike,
        stands_for: 0,
        others,
        state: question.state,
        aside: question.aside,
        answer: question.answer,
        settled_by: question.settled_by,
        settled_on: question.settled_on,
        reason: question.reason,
    })
}

/// So many of those like a question are named.
const FEW: usize = 5;

/// What questions are about: the file where one is in doubt, else the code.
fn named(db: &Connection, questions: Vec<Question>) -> Result<Vec<String>> {
    let name = |question: Question| {
        let said = question.asking.said.into_iter().next();
        Ok(match (question.asking.matter.kind(), question.asking.about) {
            (Kind::DocumentOrRecord, _) => said.map(|said| said.name).unwrap_or_default(),
            (_, About::Path(path)) => path,
            (_, about) => about.item().map(|item| items::code(db, item)).transpose()?.unwrap_or_default(),
        })
    };
    questions.into_iter().map(name).collect()
}

fn left_by(db: &Connection) -> Result<Option<LeftBy>> {
    Ok(queries::newest(db)?.map(|question| {
        let list = question.asking.said.iter().find(|s| matches!(s.source, Source::MasterList | Source::EvidenceIndex));
        LeftBy { name: list.map(|said| said.name.clone()).unwrap_or_default(), day: question.asked }
    }))
}
