//! Points that fire by today's data and were not recorded when the mappings were made, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::error::Result;
use crate::items;
use crate::mapping::{self, Unrecorded};
use crate::people::Duty;

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

impl Command for PointsUnrecorded {
    type Answer = Vec<Unrecorded>;
    const NAME: &'static str = "points_unrecorded";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.view(self.when)?;
        let item = self.item.map(|item| items::find(&db, &item)).transpose()?;
        mapping::unrecorded_points(&db, item)
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
                recorded += mapping::record_points(tx, item)?;
            }
            Ok(recorded)
        })
    }
}
