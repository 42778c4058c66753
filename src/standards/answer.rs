//! What is answered to the question for a clause's partners in another edition.

use serde::{Deserialize, Serialize, Serializer};
use ts_rs::TS;

use super::model::Relation;
use super::reference::ClauseRef;
use super::said::Said;

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
    /// What the clause is to the other standard, besides its matches; nothing for common text and plain matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub own: Option<Own>,
    /// What a person should know where there is no match to hang it on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The same by code and values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Said>,
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

/// Why a clause is a standard's own, which says more than that it has no counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "OwnClause")]
pub enum Own {
    /// The standard put it below a common clause (R149). It inherits nothing; it may have a match of its own.
    AddedByStandard,
    /// New in this edition: the guidance does not know it.
    NewInEdition,
    /// The introduction and clauses 1 to 3: each standard has its own (R148).
    SpecificToEach,
}

/// A stretch of the way on which a match was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "MatchVia")]
pub enum Via {
    /// The tables name the group of controls above.
    Group,
    /// The tables name something below.
    Member,
    /// The tables name the clause above, of which this is a part.
    Parent,
    /// Through the standard the tables are built around.
    Pivot,
    /// Through the map between editions.
    EditionMap,
}

/// In which direction evidence may be enough (R22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "MatchDirection")]
pub enum Direction {
    /// Nothing limits either direction.
    Both,
    /// From the clause asked about to the partner only.
    Onward,
    /// From the partner to the clause asked about only: here it is at most partial.
    Back,
    /// In neither.
    Neither,
}

impl Direction {
    pub(super) fn of(onward: bool, back: bool) -> Self {
        match (onward, back) {
            (true, true) => Self::Both,
            (true, false) => Self::Onward,
            (false, true) => Self::Back,
            (false, false) => Self::Neither,
        }
    }

    /// Whether evidence of the clause asked about may be enough for the partner.
    pub fn may_suffice(self) -> bool {
        matches!(self, Self::Both | Self::Onward)
    }
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
    /// By which stretches it was found; none for a row that names both clauses.
    pub via: Vec<Via>,
    /// A match in a small part only: decided clause by clause, never more than partial (R147).
    pub limited: bool,
    /// In which direction evidence may be enough.
    pub direction: Direction,
    /// The group of controls the tables name, where this is one of its controls: `A.16`, `27001:2013/A.16`.
    pub group: Option<String>,
    /// Where the partner is a group, its controls: each is decided by itself (R163).
    pub controls: Vec<ClauseRef>,
    /// What it is decided by, where it is decided part by part: the controls of a group, and of a limited match the clauses
    /// that have one (R147).
    pub parts: Vec<ClauseRef>,
    /// What to know before relying on it.
    pub notes: Vec<String>,
    /// The same by code and values.
    pub said: Vec<Said>,
    /// Where it comes from: `table 3; annex b`, `derived from …`.
    pub source: String,
    /// Onward and back: what the one-way rows leave of each direction.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) ways: (bool, bool),
    /// Which part of its clause this is, `.2` for 9.2.2, where the whole was matched.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) part: Option<String>,
    /// Whether only a part asked and the partner stands for the whole: 9001 10.2.1 and 27001 10.1.
    #[serde(skip)]
    #[ts(skip)]
    pub part_for_whole: bool,
    /// Whether it runs through the pivot by two steps of which neither is identical text: what only resembles what resembles.
    #[serde(skip)]
    #[ts(skip)]
    pub resembles_twice: bool,
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
