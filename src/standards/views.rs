//! What the commands `standard`, `clause`, `correlate` and `term` answer, ready to be printed or sent to the window.

use serde::Serialize;
use ts_rs::TS;

use super::answer::{Answer, Outcome};
use super::model::{Kind, Mark, Origin, Relation, Required, SisterDocument};
use super::terms::Term;

/// Said with every answer: this is guidance, the standards themselves decide (R10).
pub const GUIDANCE: &str =
    "Guidance after ISO/IEC TR 20000-7:2019, no requirement text; the standards themselves decide.";

/// Said with every term (R135).
pub const NOTES_TO_ENTRIES: &str = "Notes to entries are left out and may differ between the vocabularies.";

/// Answer of `standard list`.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "StandardsView")]
pub struct StandardList {
    /// One line per edition, in the order of the columns.
    pub standards: Vec<StandardRow>,
    /// Documents that answer a question better (R36).
    pub sister_documents: Vec<SisterDocument>,
    /// See [`GUIDANCE`].
    pub guidance: &'static str,
}

/// An edition and its size.
#[derive(Debug, Serialize, TS)]
pub struct StandardRow {
    /// Short name.
    pub standard: String,
    /// Year.
    pub edition: String,
    /// Full name.
    pub name: String,
    /// What it manages.
    pub subject: String,
    /// Abbreviation of the system.
    pub system: String,
    /// Its vocabulary.
    pub vocabulary: String,
    /// Whether it follows the common structure.
    pub follows_common_structure: bool,
    /// Whether it is meant when no year is given.
    pub default: bool,
    /// Number of clauses and subclauses.
    pub clauses: usize,
    /// Number of controls.
    pub controls: usize,
    /// What to know about this edition.
    pub note: Option<String>,
}

/// Answer of `standard show`.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "StandardView")]
pub struct StandardShow {
    /// The edition.
    pub standard: StandardRow,
    /// The common structure with this standard's subject filled in (R2).
    pub common_structure: Vec<Place>,
    /// Every clause and control in order.
    pub clauses: Vec<ClauseRow>,
    /// See [`GUIDANCE`].
    pub guidance: &'static str,
}

/// A number with its title; numbers alone mislead (R129).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Place {
    /// Number.
    pub clause: String,
    /// Title.
    pub title: String,
}

/// A line of `standard show`.
#[derive(Debug, Serialize, TS)]
pub struct ClauseRow {
    /// Number.
    pub clause: String,
    /// Title, or our label where the standard has none.
    pub title: String,
    /// The standard has no title here.
    pub untitled: bool,
    /// Depth, 1 at the top.
    pub level: u8,
    /// Clause, domain, objective, theme or control.
    pub kind: Kind,
    /// Place on the common structure; none for Annex A.
    pub place: Option<Place>,
    /// Common, added or specific (R3).
    pub origin: Origin,
    /// Deviations and warnings.
    pub marks: Vec<Mark>,
    /// The common heading where this one was renamed, and why.
    pub renamed_from: Option<String>,
    /// Reason of a mark.
    pub note: Option<String>,
}

/// Answer of `clause`.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ClauseView")]
pub struct ClauseShow {
    /// Short name.
    pub standard: String,
    /// Year.
    pub edition: String,
    /// The clause itself.
    #[serde(flatten)]
    pub row: ClauseRow,
    /// What it belongs to.
    pub parent: Option<Place>,
    /// What stands directly below.
    pub children: Vec<Place>,
    /// Documented information it asks for.
    pub required: Vec<Required>,
    /// Warnings in words.
    pub flags: Vec<String>,
    /// Partners in short (R11: detail is what `correlate` gives).
    pub correlated: Vec<CorrelatedRow>,
    /// What took its place in a later edition.
    pub successors: Vec<Place>,
    /// Whose place it took.
    pub predecessors: Vec<Place>,
    /// See [`GUIDANCE`].
    pub guidance: &'static str,
}

/// The partners of a clause in one other standard, in short.
#[derive(Debug, Serialize, TS)]
pub struct CorrelatedRow {
    /// Short name.
    pub standard: String,
    /// Year.
    pub edition: String,
    /// Matched, none or not stated.
    pub outcome: Outcome,
    /// The partners.
    pub matches: Vec<PartnerRow>,
}

/// A partner in short.
#[derive(Debug, Serialize, TS)]
pub struct PartnerRow {
    /// Number.
    pub clause: String,
    /// Title.
    pub title: String,
    /// Relation.
    pub relation: Relation,
    /// What the match runs through.
    pub through: Option<String>,
}

/// Answer of `correlate`.
#[derive(Debug, Serialize, TS)]
pub struct Correlation {
    /// The clause asked about.
    pub from: Asked,
    /// One answer per other edition.
    pub answers: Vec<Answer>,
}

/// A reference in its three parts.
#[derive(Debug, Serialize, TS)]
pub struct Asked {
    /// Short name.
    pub standard: String,
    /// Year.
    pub edition: String,
    /// Number.
    pub clause: String,
}

/// Answer of `term`.
#[derive(Debug, Serialize, TS)]
pub struct TermList {
    /// The terms found.
    pub terms: Vec<TermShow>,
    /// See [`NOTES_TO_ENTRIES`].
    pub warning: &'static str,
}

/// A term with its warnings.
#[derive(Debug, Serialize, TS)]
pub struct TermShow {
    /// The term and its neighbours.
    #[serde(flatten)]
    pub term: Term,
    /// Warnings in words (R134).
    pub warnings: Vec<String>,
}
