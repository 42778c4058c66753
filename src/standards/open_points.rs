//! Open points: what stays open after evidence of one clause was accepted for another.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::reference::ClauseRef;

/// What kind of thing stays open.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "PointKind")]
pub enum PointKind {
    /// The wanted standard asks for something the source clause does not.
    Addition,
    /// The same text or idea, about another thing: policy, objectives, scope, system.
    OtherObject,
    /// Only a part of the source counts; a person names it.
    Narrower,
    /// The wanted clause goes further on the same subject; a person shows the rest.
    Wider,
    /// Evidence is enough the other way only, or in neither way.
    Direction,
    /// The same must also hold for more: services, suppliers, products.
    Reach,
    /// The words differ; a person translates.
    Vocabulary,
}

/// By what a point is settled.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SettleBy {
    /// A document or record.
    Evidence,
    /// A person's written reason.
    Statement,
    /// One of the two.
    Either,
}

impl PointKind {
    /// As tables and events say it: `other_object`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl SettleBy {
    /// As tables and events say it: `evidence`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether a document or record may settle it.
    pub fn takes_evidence(self) -> bool {
        self != Self::Statement
    }

    /// Whether a written reason may settle it.
    pub fn takes_statement(self) -> bool {
        self != Self::Evidence
    }
}

/// A row of the table of open points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenPoint {
    /// Never given again: `OP-027`.
    pub id: String,
    /// Clauses evidence comes from; any of them.
    pub from: Vec<ClauseRef>,
    /// Clauses it was accepted for; any of them.
    pub to: Vec<ClauseRef>,
    /// What kind of thing stays open.
    pub kind: PointKind,
    /// By what it is settled.
    pub settle_by: SettleBy,
    /// What is to be shown or said, in our words.
    pub what: String,
    /// Where it comes from: `annex b row 4.1; through 20000-1`.
    pub basis: String,
}

/// A point that opens for a pair of clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fired<'a> {
    /// The point.
    pub point: &'a OpenPoint,
    /// The clause at which it stands open: the one of the point's list that the wanted clause belongs to, so that
    /// seven controls of one group open it once. An item has each point at most once at each such clause.
    pub at: &'a ClauseRef,
}

/// For every clause of every edition the numbers of the rows it fires, as source and as wanted clause, and what it is
/// in the editions the tables know.
#[derive(Debug, Default)]
pub(super) struct PointIndex {
    pub(super) known: HashMap<ClauseRef, Vec<ClauseRef>>,
    pub(super) from: HashMap<ClauseRef, Vec<usize>>,
    pub(super) to: HashMap<ClauseRef, Vec<usize>>,
}
