//! Points that fire by today's data and were not recorded when the mappings were made, as commands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::error::Result;
use crate::items::{self, Item};
use crate::mapping;
use crate::people::Duty;
use crate::standards::{ClauseRef, catalogue};

commands! { PointsUnrecorded, PointsRecord }

/// Compares the mappings with today's data: which points fire that nobody recorded. Reads every mapping.
#[derive(Debug, Deserialize, TS)]
pub struct PointsUnrecorded {
    /// Only of this document or record.
    #[serde(default)]
    pub item: Option<String>,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

/// A document or record whose mappings are older than its points.
#[derive(Debug, Serialize, TS)]
pub struct Unrecorded {
    /// The document or record.
    pub item: Item,
    /// The points.
    pub points: Vec<UnrecordedPoint>,
}

/// A point that fires and was not recorded.
#[derive(Debug, Serialize, TS)]
pub struct UnrecordedPoint {
    /// Its number, as `OP-027`.
    pub id: String,
    /// The clause at which it would stand open.
    pub at: ClauseRef,
    /// What is to be shown or said, in our words.
    pub what: String,
}

impl Command for PointsUnrecorded {
    type Answer = Vec<Unrecorded>;
    const NAME: &'static str = "points_unrecorded";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.view(self.when)?;
        let all = match self.item {
            Some(item) => vec![items::find(&db, &item)?],
            None => mapping::mapped_across(&db)?,
        };
        let mut out = Vec::new();
        for item in all {
            let mut points: Vec<(String, ClauseRef)> =
                mapping::unrecorded(&db, item)?.into_iter().map(|point| (point.id, point.at)).collect();
            points.dedup();
            if points.is_empty() {
                continue;
            }
            let what = |id: &str| catalogue().open_point(id).map(|row| row.what.clone()).unwrap_or_default();
            let points = points.into_iter().map(|(id, at)| UnrecordedPoint { what: what(&id), id, at }).collect();
            out.push(Unrecorded { item: items::name(&db, item)?, points });
        }
        out.sort_by(|a, b| (a.item.kind, &a.item.code).cmp(&(b.item.kind, &b.item.code)));
        Ok(out)
    }
}

/// Records what fires by today's data between the mappings of documents and records, in one step: from then on it is open.
#[derive(Debug, Deserialize, TS)]
pub struct PointsRecord {
    /// Codes.
    pub items: Vec<String>,
}

impl Command for PointsRecord {
    /// How many points opened.
    type Answer = usize;
    const NAME: &'static str = "points_record";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let mut recorded = 0;
            for code in &self.items {
                let item = items::find(tx.db(), code)?;
                let known = mapping::known_points(tx.db(), item)?.len();
                mapping::record_points(tx, item)?;
                recorded += mapping::known_points(tx.db(), item)?.len() - known;
            }
            Ok(recorded)
        })
    }
}
