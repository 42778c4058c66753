//! What the commands `standard`, `clause`, `correlate` and `term` answer, ready to be printed or sent to the window.

use serde::Serialize;
use ts_rs::TS;

use super::answer::{Answer, Outcome, Own};
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
    /// Short name: `27001`.
    pub standard: String,
    /// Year of the edition: `2013`.
    pub edition: String,
    /// Full name: `ISO/IEC 27001:2013`.
    pub name: String,
    /// What it manages: `information security`.
    pub subject: String,
    /// Abbreviation of the system it asks for: `ISMS`.
    pub system: String,
    /// The vocabulary that belongs to it: `ISO/IEC 27000:2018`.
    pub vocabulary: String,
    /// Whether it follows the common structure.
    pub follows_common_structure: bool,
    /// Whether it is meant when no year is given.
    pub default: bool,
    /// Whether certificates to it are issued or stand today.
    pub certifiable: bool,
    /// How many clauses and subclauses it has.
    pub clauses: usize,
    /// How many controls its Annex A has; 0 without one.
    pub controls: usize,
    /// What to know before choosing it.
    pub note: Option<String>,
}

/// Answer of `standard show`.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "StandardView")]
pub struct StandardShow {
    /// The edition and its size.
    pub standard: StandardRow,
    /// The common structure with this standard's subject filled in (R2).
    pub common_structure: Vec<Place>,
    /// The introduction and clauses 1 to 3, which hold no requirements (R148).
    pub front: Vec<FrontRow>,
    /// Every clause and control in order.
    pub clauses: Vec<ClauseRow>,
    /// See [`GUIDANCE`].
    pub guidance: &'static str,
}

/// A number with its title; numbers alone mislead (R129).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Place {
    /// Number: `7.5.3`.
    pub clause: String,
    /// Title, or our label where the standard has none.
    pub title: String,
}

/// A line of `standard show`.
#[derive(Debug, Serialize, TS)]
pub struct ClauseRow {
    /// Number: `7.5.3`, `A.8.1.1`.
    pub clause: String,
    /// Title, or our label where the standard has none.
    pub title: String,
    /// Whether the title is our label.
    pub untitled: bool,
    /// Depth, 1 at the top.
    pub level: u8,
    /// Clause, domain, objective, theme or control.
    pub kind: Kind,
    /// Place on the common structure; none for Annex A.
    pub place: Option<Place>,
    /// Whether its text is the common one (R3).
    pub origin: Origin,
    /// How it deviates from the common text, and what to watch.
    pub marks: Vec<Mark>,
    /// The common heading, where the standard changed it.
    pub renamed_from: Option<String>,
    /// What a mark is about, in our words.
    pub note: Option<String>,
}

/// Answer of `clause`.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ClauseView")]
pub struct ClauseShow {
    /// Short name of its standard: `27001`.
    pub standard: String,
    /// Year of its edition: `2013`.
    pub edition: String,
    /// What stands in its line of `standard show`.
    #[serde(flatten)]
    pub row: ClauseRow,
    /// The clause or group right above it.
    pub parent: Option<Place>,
    /// What stands directly below.
    pub children: Vec<Place>,
    /// Documented information it asks for.
    pub required: Vec<Required>,
    /// Its marks as sentences.
    pub flags: Vec<String>,
    /// Why it is its standard's own, where it is.
    pub own: Option<Own>,
    /// Core processes it is part of, which several standards share.
    pub processes: Vec<String>,
    /// Its partners in short, per standard (R11: detail is what `correlate` gives).
    pub correlated: Vec<CorrelatedRow>,
    /// What took its place in a later edition.
    pub successors: Vec<Place>,
    /// Whose place it took.
    pub predecessors: Vec<Place>,
    /// Documents that answer a question better (R36).
    pub sister_documents: Vec<SisterDocument>,
    /// See [`GUIDANCE`].
    pub guidance: &'static str,
}

/// The partners of a clause in one other standard, in short.
#[derive(Debug, Serialize, TS)]
pub struct CorrelatedRow {
    /// Short name of the other standard: `9001`.
    pub standard: String,
    /// Year of its edition: `2015`.
    pub edition: String,
    /// Why there are no partners, where there are none.
    pub outcome: Outcome,
    /// The partners, with no more notes than what is particular to each.
    pub matches: Vec<PartnerRow>,
}

/// A partner in short.
#[derive(Debug, Serialize, TS)]
pub struct PartnerRow {
    /// Number: `7.5.3`.
    pub clause: String,
    /// Title, or our label where the standard has none.
    pub title: String,
    /// How the two relate.
    pub relation: Relation,
    /// The group, clause or edition the match runs through; none for a direct one.
    pub through: Option<String>,
    /// A match in a small part only.
    pub limited: bool,
    /// What is particular to this pair (R113).
    pub particular: Vec<String>,
    /// Where it comes from; what had to be worked out says so (R146).
    pub source: String,
}

/// The introduction, or one of clauses 1 to 3.
#[derive(Debug, Serialize, TS)]
pub struct FrontRow {
    /// Its number, 0 for the introduction.
    pub clause: String,
    /// Its title.
    pub title: String,
    /// `specific_to_each`, where the guidance says so; none where it says nothing.
    pub own: Option<Own>,
}

/// Answer of `correlate`.
#[derive(Debug, Serialize, TS)]
pub struct Correlation {
    /// The clause asked about.
    pub from: Asked,
    /// One answer per other edition.
    pub answers: Vec<Answer>,
}

/// The clause a question was about, in three parts.
#[derive(Debug, Serialize, TS)]
pub struct Asked {
    /// Short name of its standard: `27001`.
    pub standard: String,
    /// Year of its edition: `2013`.
    pub edition: String,
    /// Its number: `A.8.1.1`.
    pub clause: String,
}

/// Answer of `term`.
#[derive(Debug, Serialize, TS)]
pub struct TermList {
    /// The terms that answer, or the nearest spellings.
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
    /// Where its meaning is another elsewhere, as sentences (R134).
    pub warnings: Vec<String>,
}
