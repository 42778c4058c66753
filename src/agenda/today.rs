//! What needs a person today: overdue, in the days to come, what waits for a decision, and the load of the next months.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::due::{due_between, due_count, due_counts, revisions_between};
use super::model::{DueItem, Load};
use super::notice::{USUAL, announced};
use super::pages::load;
use crate::claims::{self, Moved};
use crate::day::Day;
use crate::documents::{self, Coming, Draft, Untold};
use crate::error::Result;
use crate::records;
use crate::reviews::{self, Doubt};

/// So many rows of each part are sent.
const ROWS: usize = 100;

/// What needs a person.
#[derive(Debug, Serialize, TS)]
pub struct Today {
    /// The day for which it holds.
    pub day: Day,
    /// Whether there is no document and no record at all.
    pub nothing_filed: bool,
    /// How many are overdue, or may be.
    pub overdue_count: usize,
    /// The first of them, soonest first.
    pub overdue: Vec<DueItem>,
    /// Whether the organisation said how long before a review is announced; else what falls due in the next 30 days is.
    pub next_by_rule: bool,
    /// How many fall due and are announced.
    pub next_count: usize,
    /// The first of them, soonest first.
    pub next: Vec<DueItem>,
    /// How many drafts wait for their approval; ten thousand stand for that many or more.
    pub drafts_count: usize,
    /// The first of them, the one filed first in front.
    pub drafts: Vec<Draft>,
    /// How many revisions come into force later.
    pub coming_count: usize,
    /// The first of them, soonest first.
    pub coming: Vec<Coming>,
    /// How many policies in force nobody was told of; ten thousand stand for that many or more.
    pub untold_count: usize,
    /// The first of them, by code.
    pub untold: Vec<Untold>,
    /// How many changes were asked for that are due later than that.
    pub asked_count: usize,
    /// The first of them, soonest first.
    pub asked: Vec<DueItem>,
    /// How many doubts about approved revisions no review has looked into.
    pub doubts_count: usize,
    /// The first of them, oldest first.
    pub doubts: Vec<Doubt>,
    /// Statements of Applicability that moved on, and certificates that cite an older version.
    pub moved: Vec<Moved>,
    /// What falls due in each of the next twelve months, this one's remaining days first.
    pub load: Vec<Load>,
    /// Records by age: collected within a quarter, a year, longer ago, unknown.
    pub ages: [usize; 4],
}

impl Today {
    /// How much of it there is.
    pub fn waits(&self) -> usize {
        let due = self.overdue_count + self.next_count + self.asked_count;
        due + self.drafts_count + self.coming_count + self.untold_count + self.doubts_count + self.moved.len()
    }
}

/// What needs a person, judged by `day`.
pub fn today(view: &Connection, day: Day) -> Result<Today> {
    let (yesterday, coming) = (day.minus_days(1), announced(view, day, ROWS)?);
    let later = [day.plus_days(USUAL + 1), Day::MAX];
    Ok(Today {
        day,
        nothing_filed: documents::none(view)? && records::none(view)?,
        overdue_count: due_count(view, Day::MIN, yesterday)?,
        overdue: due_between(view, Day::MIN, yesterday, day, ROWS)?,
        next_by_rule: coming.by_rule,
        next_count: coming.count,
        next: coming.first,
        drafts_count: documents::drafts_count(view)?,
        drafts: documents::drafts(view, ROWS)?,
        coming_count: documents::coming_count(view, day)?,
        coming: documents::coming(view, day, ROWS)?,
        untold_count: documents::not_communicated_count(view)?,
        untold: documents::not_communicated_first(view, ROWS)?,
        asked_count: due_counts(view, later[0], later[1])?.revisions,
        asked: revisions_between(view, later, day, ROWS)?,
        doubts_count: reviews::doubts_count(view)?,
        doubts: reviews::doubts(view, None, ROWS)?,
        moved: claims::moved(view, day)?,
        load: load(view, day, 12)?,
        ages: records::ages(view, day)?,
    })
}
