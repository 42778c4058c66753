//! Open points, as commands.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::day::Day;
use crate::error::Result;
use crate::items;
use crate::mapping::{self, NamedPoint, PointChoices, PointDue, PointFilter, PointShown, PointState, SettledBy};
use crate::people::Duty;
use crate::standards::catalogue;
use crate::systems;

commands! { Points, PointsChoices, PointSettle, PointReopen, PointAssign }

/// Reads a page of the points, by clause.
#[derive(Debug, Deserialize, TS)]
pub struct Points {
    /// Only of this standard.
    #[serde(default)]
    pub standard: Option<String>,
    /// Only of this document or record.
    #[serde(default)]
    pub item: Option<String>,
    /// Only at this clause, or at one above or below it.
    #[serde(default)]
    pub clause: Option<String>,
    /// Only these; all where none is named.
    #[serde(default)]
    pub state: Option<PointState>,
    /// Only those that this role sees to; an empty one asks for those that nobody sees to.
    #[serde(default)]
    pub owner: Option<String>,
    /// Only those that are due like this.
    #[serde(default)]
    pub due: Option<PointDue>,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<Vec<String>>,
    /// How many at the most.
    #[serde(default = "super::documents::page")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

/// Points, with how many there are whatever their state.
#[derive(Debug, Serialize, TS)]
pub struct PointsPage {
    /// Open.
    pub open: usize,
    /// Settled.
    pub settled: usize,
    /// Left open when the document or record that was asked for went out of use.
    pub left_open: usize,
    /// The rows.
    pub rows: Vec<PointShown>,
    /// Hand this back for the next page; none after the last.
    pub next: Option<Vec<String>>,
}

impl Command for Points {
    type Answer = PointsPage;
    const NAME: &'static str = "points";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let db = session.view(self.when)?;
        let held = systems::editions_held(&db)?;
        let filter = PointFilter {
            edition: match &self.standard {
                Some(standard) => Some(catalogue().edition(standard, &held)?.id.clone()),
                None => None,
            },
            item: self.item.map(|item| items::find(&db, &item)).transpose()?,
            clause: self.clause.map(|clause| catalogue().reference(&clause, &held)).transpose()?,
            state: self.state,
            owner: self.owner,
            due: self.due.map(|due| (due, day)),
        };
        let (page, counts) = mapping::point_page(&db, &filter, self.after.as_deref(), self.limit)?;
        let mapping::PointCounts { open, settled, left_open } = counts;
        Ok(PointsPage { open, settled, left_open, rows: page.rows, next: page.next })
    }
}

/// Says by which roles and by which documents and records the points can be narrowed.
#[derive(Debug, Deserialize, TS)]
pub struct PointsChoices {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PointsChoices {
    type Answer = PointChoices;
    const NAME: &'static str = "points_choices";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.view(self.when)?;
        mapping::point_choices(&db)
    }
}

/// A point as a request names it.
#[derive(Debug, Deserialize, TS)]
pub struct PointName {
    /// Its number, as `OP-027`.
    pub id: String,
    /// Code of the document or record; may be left out where the point stands at one place only.
    #[serde(default)]
    pub item: Option<String>,
    /// The clause at which it stands; likewise.
    #[serde(default)]
    pub at: Option<String>,
}

impl PointName {
    fn read(self, db: &Connection) -> Result<NamedPoint> {
        Ok(NamedPoint {
            id: self.id,
            item: self.item.map(|item| items::find(db, &item)).transpose()?,
            at: self.at.map(|at| systems::clause(db, &at)).transpose()?,
        })
    }
}

fn read(db: &Connection, points: Vec<PointName>) -> Result<Vec<NamedPoint>> {
    points.into_iter().map(|point| point.read(db)).collect()
}

/// Settles points, all by the same evidence or the same statement, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct PointSettle {
    /// Which.
    pub points: Vec<PointName>,
    /// Code of the document or record that shows them.
    #[serde(default)]
    pub evidence: Option<String>,
    /// Where there is no evidence, why they are met; beside evidence, where in it.
    #[serde(default)]
    pub reason: String,
}

impl Command for PointSettle {
    type Answer = Vec<PointShown>;
    const NAME: &'static str = "point_settle";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let points = read(tx.db(), self.points)?;
            let settled = match self.evidence {
                Some(code) => {
                    let by = SettledBy::Evidence(items::find(tx.db(), &code)?);
                    mapping::settle(tx, &points, &by, &self.reason)?
                }
                None => mapping::settle(tx, &points, &SettledBy::Statement(self.reason), "")?,
            };
            mapping::points_again(tx.db(), &settled)
        })
    }
}

/// Opens settled points again, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct PointReopen {
    /// Which.
    pub points: Vec<PointName>,
    /// Why.
    pub reason: String,
}

impl Command for PointReopen {
    type Answer = Vec<PointShown>;
    const NAME: &'static str = "point_reopen";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let points = read(tx.db(), self.points)?;
            let points: Result<Vec<_>> =
                points.iter().map(|point| mapping::reopen_point(tx, point, &self.reason)).collect();
            mapping::points_again(tx.db(), &points?)
        })
    }
}

/// Gives points to somebody by a day, in one step; an empty owner and no day take them back.
#[derive(Debug, Deserialize, TS)]
pub struct PointAssign {
    /// Which.
    pub points: Vec<PointName>,
    /// Role that sees to them.
    #[serde(default)]
    pub owner: String,
    /// By which day.
    #[serde(default)]
    pub due: Option<Day>,
}

impl Command for PointAssign {
    type Answer = Vec<PointShown>;
    const NAME: &'static str = "point_assign";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let points = read(tx.db(), self.points)?;
            let points = mapping::assign(tx, &points, &self.owner, self.due)?;
            mapping::points_again(tx.db(), &points)
        })
    }
}
