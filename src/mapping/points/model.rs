//! What a point is as it is recorded: between which mappings it opened, on what a mapping was accepted, and by what a
//! point is settled.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::super::refusals;
use crate::day::Day;
use crate::ids::LinkId;
use crate::items::ItemId;
use crate::named::enumeration;
use crate::standards::{ClauseRef, Direction};

/// On what a mapping was accepted: what the reference data said of the two clauses on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The relation, as the data name it: `similar`.
    pub relation: String,
    /// In which direction evidence may be enough.
    pub direction: Direction,
    /// Which data said so, see [`data_version`](crate::standards::data_version).
    pub data: String,
}

/// A point that opened between two mappings of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "PointOpened")]
pub struct Opened {
    /// Number of its row, such as `OP-027`.
    pub id: String,
    /// The clause at which it stands open.
    pub at: ClauseRef,
    /// The mapping whose evidence is not enough by itself.
    pub from: LinkId,
    /// The mapping that it keeps open.
    pub to: LinkId,
    /// Since when it stood open before its mapping was taken back, where that was undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub since: Option<Day>,
}

/// By what a point is settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettledBy {
    /// A document or record shows it, as long as that counts.
    Evidence(ItemId),
    /// A person's written reason.
    Statement(String),
}

/// Where a point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum PointState {
    /// It keeps its clause partial.
    Open,
    /// Evidence that counts shows it, or a person stated why it is met.
    Settled,
    /// Its document or record went out of use before anything settled it: nobody's work any more.
    LeftOpen,
}

enumeration!(PointState, refusals::point_state_unknown);

/// By when somebody sees to a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum PointDue {
    /// It is open, and its day is over.
    Overdue,
    /// It is open, and its day is not over.
    Coming,
    /// It has no day.
    Undated,
}

enumeration!(PointDue, refusals::point_due_unknown);

/// Whose points may be settled no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Concerned {
    /// Those of a document or record, and those that it settles.
    Item(ItemId),
    /// All.
    All,
}
