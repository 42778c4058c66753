//! Why a clause is covered or not, as codes and values; each shell puts its own words to them.

use serde::Serialize;
use strum::{IntoStaticStr, VariantArray};
use ts_rs::TS;

use crate::day::Day;
use crate::standards::ClauseRef;

/// Why a clause is not covered, as a word that every shell has its sentence for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, IntoStaticStr, VariantArray, TS)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "GapReason", rename_all = "snake_case")]
pub enum Why {
    /// Nothing is mapped to it, nor to a clause above or below it.
    NothingFiled,
    /// What is mapped to it belongs to other scope items.
    Elsewhere,
    /// It asks for a document that is maintained, and none is there.
    NoDocument,
    /// It asks for a record that is retained, and none is there.
    NoRecord,
    /// Only supporting evidence is mapped to it.
    OnlySupporting,
    /// Nothing satisfies all of it.
    OnlyPart,
    /// Something would satisfy all of it, but for points that are open.
    OpenPoints,
    /// What would satisfy all of it was accepted from a control that is in place in part, or reaches the organisation's own
    /// assets alone.
    ControlInPart,
    /// What is mapped was accepted from a control that is excluded or not in place.
    ControlOff,
    /// A document is not approved.
    Draft,
    /// A document is approved and comes into force later.
    Coming,
    /// A document's review is overdue.
    Overdue,
    /// A document's next review has two readings, one of which has passed.
    UnclearDate,
    /// A record's validity has ended.
    Expired,
    /// Another record stands in the place of one.
    Replaced,
    /// Nothing of a document is in force any more.
    Superseded,
    /// A document is known from a list alone.
    Listed,
    /// A document is out of use.
    Withdrawn,
    /// A record counts from a later day on.
    NotYet,
    /// Some scope items lack evidence.
    MissingAt,
    /// A control: nothing is filed, and nobody said whether it applies.
    Undecided,
    /// A control that applies and is not in place yet.
    NotInPlace,
    /// A control that is in place in part.
    InPlaceInPart,
    /// It was decided that it does not apply.
    NotApplicable,
    /// It is stated that it does not apply, and not that this affects neither conformity nor satisfaction.
    Unconfirmed,
    /// A heading: not all of its parts are covered.
    Parts,
}

impl Why {
    /// Every one, in the order in which they are said.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Its code, the same in every answer and list.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// Why a clause is not covered, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Gap {
    /// The reason.
    pub why: Why,
    /// Codes of the first documents and records it is about, where names were asked for.
    pub items: Vec<String>,
    /// How many more of them there are.
    pub more: usize,
    /// Codes of scope items: those that lack evidence, or those to which it belongs.
    pub scope: Vec<String>,
    /// How many points are open, where names were asked for.
    pub points: usize,
    /// Of a heading: how many of its parts are covered, and how many there are.
    pub parts: Option<(usize, usize)>,
    /// Of what does not apply or is not in place: the reason that was stated. Of what was accepted from controls: which.
    pub said: Option<String>,
    /// Of a control that is not in place: the day by which it is planned.
    pub planned: Option<Day>,
    /// The entry that says so, where it is a decision.
    pub decided_at: Option<ClauseRef>,
}

impl Gap {
    pub(super) fn of(why: Why) -> Self {
        Self {
            why,
            items: Vec::new(),
            more: 0,
            scope: Vec::new(),
            points: 0,
            parts: None,
            said: None,
            planned: None,
            decided_at: None,
        }
    }

    pub(super) fn at(why: Why, scope: Vec<String>) -> Self {
        Self { scope, ..Self::of(why) }
    }
}

/// By what a clause is covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CoveredBy")]
pub struct Shown {
    /// Codes of the first documents in force.
    pub documents: Vec<String>,
    /// How many more of them there are.
    pub more_documents: usize,
    /// How many records count.
    pub records: usize,
    /// The first and the last year of which these speak; none where there are too many to look at.
    pub years: Option<(i32, i32)>,
}
