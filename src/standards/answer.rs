//! What is answered to the question for a clause's partners in another edition.

use serde::{Serialize, Serializer};
use ts_rs::TS;

use super::model::Relation;
use super::reference::ClauseRef;

/// What the reference data says about a clause and one other edition.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Answer {
    /// The other standard: `9001`.
    pub standard: String,
    /// Its edition: `2015`.
    pub edition: String,
    /// Matched, stated to have no counterpart, or not stated.
    pub outcome: Outcome,
    /// Exact matches first, then those through a group, the pivot standard or another edition.
    pub matches: Vec<Match>,
    /// What a person should know where there is no match to hang it on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// The three possible answers (R17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CorrelationOutcome")]
pub enum Outcome {
    /// There is at least one match.
    Matched,
    /// The guidance states that there is no counterpart.
    None,
    /// The guidance says nothing.
    NotStated,
}

/// One partner of a clause, with everything a person needs to judge it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Match {
    /// The partner; in output its number only.
    #[serde(serialize_with = "number_only")]
    #[ts(type = "string")]
    pub clause: ClauseRef,
    /// The partner's title, or our label where the standard has none.
    pub title: String,
    /// How the two relate.
    pub relation: Relation,
    /// The group (`A.17`), the pivot clause (`20000-1 8.2.3`) or the other edition the match runs through.
    pub through: Option<String>,
    /// What to know before relying on it.
    pub notes: Vec<String>,
    /// Where it comes from: `table 3; annex b`, `derived from …`.
    pub source: String,
}

fn number_only<S: Serializer>(clause: &ClauseRef, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&clause.clause)
}

/// An answer in the making. It names no edition yet: the tables may know an earlier one than was asked for.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) outcome: Outcome,
    pub(super) matches: Vec<Match>,
    pub(super) notes: Vec<String>,
}

/// Adds a note, or where a match comes from, unless it stands there already.
pub(super) fn add_once(texts: &mut Vec<String>, text: impl Into<String>) {
    let text = text.into();
    if !texts.contains(&text) {
        texts.push(text);
    }
}
