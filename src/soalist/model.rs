//! What a list comes to: each row with its outcome, what it lacks and what is asked about it.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::applicability::{Decision, DecisionLack};
use crate::import::ListTaken;
use crate::standards::ClauseRef;

/// What a person answered, by row.
pub(super) type Answers = BTreeMap<String, Vec<String>>;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SoaOutcome")]
pub enum Outcome {
    /// It decides on a control, or decides otherwise than what stands.
    Decided,
    /// What it says stands already.
    Unchanged,
    /// A person has to answer first; until then it decides nothing.
    Asked,
    /// It decides nothing, for a reason that is said.
    LeftOut,
}

/// What is doubtful about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SoaDoubtKind")]
pub enum DoubtKind {
    /// The row is struck out.
    Struck,
    /// Its number fits several controls.
    WhichControl,
    /// Several controls of the list's edition became one.
    Merged,
    /// One control of the list's edition became several.
    Split,
    /// It decides on a group of controls that the list does not name one by one.
    Group,
    /// Nobody knows the word for whether it applies.
    AppliesUnknown,
    /// It is excluded and in place, or applies and is called not applicable.
    Contradiction,
    /// Another row says something else of the same control.
    Duplicate,
    /// Behind whether it applies stands more, such as *partially*.
    AppliesRemark,
    /// Nobody knows the word for whether it is in place.
    StatusUnknown,
    /// Somebody is at it: how much is there is not said.
    InProgress,
    /// It is planned, and no day is said.
    PlannedWithoutDay,
    /// The day by which it is planned has several readings, or none.
    DayUnclear,
    /// Nobody knows the words for what it reaches.
    ReachUnknown,
}

impl DoubtKind {
    /// Whether the row decides nothing until it is answered; of the others it only leaves that part open.
    pub fn holds(self) -> bool {
        self <= Self::Duplicate
    }
}

/// Something doubtful, with what may be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SoaDoubt")]
pub struct Doubt {
    /// What.
    pub what: DoubtKind,
    /// Whether the row decides nothing until it is answered.
    pub holds: bool,
    /// The words in question.
    pub words: String,
    /// What may be answered: a control's number, `take`, `leave`, `applies`, `does_not_apply`, `each`, `yes`, `partly`, `no`,
    /// `open`, `services`, `assets`, `both`, `reach_open`; `day` stands for any day.
    pub choices: Vec<String>,
    /// What was answered.
    pub answer: Option<String>,
}

/// Something to be said of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SoaNote")]
pub struct ListedNote {
    /// What: `through_map`, `other_edition`, `read_by_title`, `read_by_order`, `by_grounds`, `by_reason`, `by_status`,
    /// `other_reason`, `end_of_period`, `hidden`, `struck`, `uncomputed`, `below_ended`, `own_named`, `own_title`, `several`,
    /// `became_one`.
    pub what: &'static str,
    /// The words in question.
    pub words: String,
}

/// A cell that decides nothing and is shown all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SoaKept")]
pub struct Kept {
    /// What heads it.
    pub column: String,
    /// What stands in it.
    pub words: String,
}

/// A row of the list.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "SoaListRow")]
pub struct ListedRow {
    /// By what it is answered: its number, with its sheet where there are several (`People!12`).
    pub key: String,
    /// Row as the list's program numbers it.
    pub row: usize,
    /// Its sheet, where the list has several.
    pub sheet: Option<String>,
    /// The control as the list writes it.
    pub number: String,
    /// What the list calls it.
    pub title: String,
    /// On what it decides, in the edition that is held; none where that is open.
    pub reference: Option<ClauseRef>,
    /// What the standard, or the organisation, calls that.
    pub name: String,
    /// The control of the list's own edition, where that is another.
    pub listed_as: Option<ClauseRef>,
    /// Whether it is a control from elsewhere than Annex A.
    pub own: bool,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why it decides nothing: `group`, `clause`, `no_such_control`, `no_control`, `no_decision`, `no_counterpart`, `repeated`,
    /// `other_row`, `together`, `answered`, or the name of a refusal.
    pub why: Option<&'static str>,
    /// What stands.
    pub before: Option<Decision>,
    /// What would stand.
    pub after: Option<Decision>,
    /// What that would lack.
    pub lacks: Vec<DecisionLack>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
    /// What is to be said.
    pub notes: Vec<ListedNote>,
    /// Cells that decide nothing.
    pub kept: Vec<Kept>,
}

/// A control of which the list says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SoaMissing")]
pub struct Missing {
    /// The control.
    pub reference: ClauseRef,
    /// What it is called.
    pub title: String,
    /// Whether something was decided on it already.
    pub decided: bool,
}

/// How many rows come to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct SoaCounts {
    /// Rows that decide something.
    pub decided: usize,
    /// Of them, those on controls on which something else stands.
    pub otherwise: usize,
    /// Rows that say what stands.
    pub unchanged: usize,
    /// Rows that ask first.
    pub asked: usize,
    /// Rows that decide nothing.
    pub left_out: usize,
    /// Questions that leave a part of a decision open.
    pub open: usize,
    /// Controls of which the list says nothing.
    pub missing: usize,
}

/// A list, as it is taken in or would be.
#[derive(Debug, Serialize, TS)]
pub struct SoaListed {
    /// Code of the system.
    pub system: String,
    /// The edition that is held.
    pub edition: String,
    /// The edition of which the list speaks.
    pub listed_edition: String,
    /// Whether a person said so.
    pub edition_said: bool,
    /// Whether it was written: else it was only looked at.
    pub written: bool,
    /// How many rows come to what.
    pub counts: SoaCounts,
    /// The list: what its columns and words mean, which lines are none of its rows.
    pub list: ListTaken,
    /// Its rows.
    pub rows: Vec<ListedRow>,
    /// Controls of the edition held of which it says nothing.
    pub missing: Vec<Missing>,
    /// What the columns mean as a text that is easily changed by hand.
    pub form: String,
}
