//! What can happen to open points besides opening with a mapping.

use serde::{Deserialize, Serialize};

use super::model::{Opened, SettledBy};
use crate::day::Day;
use crate::items::ItemId;
use crate::standards::ClauseRef;

/// An event about an open point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum PointEvent {
    /// Points between standing mappings were recorded afterwards: nobody knew them when the mappings were made.
    #[serde(rename = "point.opened")]
    Opened {
        /// The document or record.
        item: ItemId,
        /// The points.
        points: Vec<Opened>,
        /// Which data say so.
        data: String,
    },
    /// What was recorded afterwards was taken back.
    #[serde(rename = "point.closed")]
    Closed {
        /// The document or record.
        item: ItemId,
        /// The points.
        points: Vec<Opened>,
    },
    /// What fires by today's data and was not recorded stays so, with the reason.
    #[serde(rename = "point.left")]
    Left {
        /// The document or record.
        item: ItemId,
        /// Number of the point.
        point: String,
        /// The clause at which it would stand open.
        at: ClauseRef,
        /// Why it does not matter here.
        reason: String,
        /// What the data ask for: as long as they ask for that, it is left.
        what: String,
    },
    /// What was left is not left any more.
    #[serde(rename = "point.left_no_longer")]
    LeftNoLonger {
        /// The document or record.
        item: ItemId,
        /// Number of the point.
        point: String,
        /// The clause.
        at: ClauseRef,
    },
    /// A point is met.
    #[serde(rename = "point.settled")]
    Settled {
        /// The document or record.
        item: ItemId,
        /// Number of the point.
        point: String,
        /// The clause at which it stood open.
        at: ClauseRef,
        /// What meets it.
        by: SettledBy,
        /// Of evidence: where in it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A point is not met after all.
    #[serde(rename = "point.reopened")]
    Reopened {
        /// The document or record.
        item: ItemId,
        /// Number of the point.
        point: String,
        /// The clause at which it stands open.
        at: ClauseRef,
        /// Why.
        reason: String,
    },
    /// Somebody is to see to a point; nobody where no owner is given.
    #[serde(rename = "point.assigned")]
    Assigned {
        /// The document or record.
        item: ItemId,
        /// Number of the point.
        point: String,
        /// The clause at which it stands open.
        at: ClauseRef,
        /// Role that sees to it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        owner: String,
        /// By which day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Day>,
    },
}

impl PointEvent {
    /// The document or record.
    pub fn item(&self) -> ItemId {
        match self {
            Self::Opened { item, .. }
            | Self::Closed { item, .. }
            | Self::Left { item, .. }
            | Self::LeftNoLonger { item, .. }
            | Self::Settled { item, .. }
            | Self::Reopened { item, .. }
            | Self::Assigned { item, .. } => *item,
        }
    }

    /// The one point it is about.
    pub(super) fn point(&self) -> Option<(&str, &ClauseRef)> {
        match self {
            Self::Settled { point, at, .. }
            | Self::Reopened { point, at, .. }
            | Self::Assigned { point, at, .. }
            | Self::Left { point, at, .. }
            | Self::LeftNoLonger { point, at, .. } => Some((point, at)),
            Self::Opened { .. } | Self::Closed { .. } => None,
        }
    }
}
