//! What the reference data consists of: editions, clauses, the common structure, required documented information,
//! and the rows of the correlation tables. Plain data; the rules live beside.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::reference::{ClauseRef, EditionId};

/// One edition of one standard.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Edition {
    /// Standard and year: `27001:2013`.
    pub id: EditionId,
    /// Full name: `ISO/IEC 27001:2013`.
    pub name: String,
    /// What it manages: `service`, `quality`, `information security`.
    pub subject: String,
    /// Abbreviation of the system it asks for: `SMS`, `QMS`, `ISMS`.
    pub system: String,
    /// The vocabulary that belongs to it, with its edition (R6): `ISO/IEC 27000:2018`.
    pub vocabulary: String,
    /// Place among the columns of a comparison, from the left; editions of one standard share it.
    pub column: u8,
    /// Whether it follows the common structure (R8).
    pub follows_common_structure: bool,
    /// The edition meant when neither the user nor a workspace says which.
    pub default: bool,
    /// Whether certificates to it are issued or stand today.
    pub certifiable: bool,
    /// What an organisation may leave out of it.
    pub exclusions: Exclusions,
    /// What to know before choosing it: that certificates to it have lapsed.
    pub note: Option<String>,
}

/// What an organisation may state as not applicable to it, with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Exclusions {
    /// Nothing: leaving out any requirement ends the claim of conformity.
    Nothing,
    /// Requirements that have no bearing on conforming products and services or on customers' satisfaction.
    Requirements,
    /// Controls of Annex A, and none of the requirements.
    Controls,
}

/// What a numbered item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClauseKind")]
pub enum Kind {
    /// A clause or subclause with requirements.
    Clause,
    /// A chapter of Annex A in the 2013 edition (A.8).
    Domain,
    /// A control objective in the 2013 edition (A.8.1).
    Objective,
    /// A group of controls in the 2022 edition (A.5).
    Theme,
    /// A control of Annex A, which the Statement of Applicability takes in or leaves out.
    Control,
}

/// Where a clause comes from (R3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClauseOrigin")]
pub enum Origin {
    /// Carries the common text.
    Common,
    /// Added by ISO/IEC 20000-1.
    Added,
    /// Belongs to its own standard only.
    Specific,
}

/// How a clause deviates from the common structure, and what to watch (R3, R4, R5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Wording added inside a common clause.
    WordingAdded,
    /// A subclause the common structure does not have.
    NewSubclause,
    /// Common text that was changed.
    ChangedText,
    /// The common heading was changed.
    Renamed,
    /// Covers services besides the system: evidence about the system alone is not complete.
    StretchedToServices,
    /// New in this edition.
    New,
}

/// A clause, a control, or a group of controls.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Clause {
    /// Its edition and number.
    pub reference: ClauseRef,
    /// Its title, or our own label where the standard gives none (see `untitled`).
    pub title: String,
    /// The standard has no title here.
    pub untitled: bool,
    /// Number of what stands above it, `7.5` for 7.5.3; none at the top.
    pub parent: Option<String>,
    /// Depth: 1 for clause 4 and for A.5.
    pub level: u8,
    /// Clause, control, or a group of controls.
    pub kind: Kind,
    /// Number of the common clause whose text it carries; none for what a standard has of its own.
    pub spine: Option<String>,
    /// Whether its text is the common one.
    pub origin: Origin,
    /// How it deviates from the common text, and what to watch.
    pub marks: Vec<Mark>,
    /// What a mark is about, in our words.
    pub note: Option<String>,
    /// Where the fact comes from: `table 2`, `annex b`, `published contents`, `general`.
    pub basis: String,
}

/// A row of the common structure (the spine).
#[derive(Debug, Clone, Serialize, TS)]
pub struct SpineClause {
    /// Its number, which is that of every standard: `4` to `10.2`.
    pub clause: String,
    /// Its title, with `{subject}` where each standard puts its own word.
    pub title: String,
    /// What differs although the text is the same: scope, policy, objectives (R141).
    pub object: Option<String>,
}

impl SpineClause {
    /// The title as one system reads it (R2).
    pub fn for_subject(&self, subject: &str) -> String {
        let title = self.title.replace("{subject}", subject);
        let mut letters = title.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

/// What is to be done with documented information, in the standards' two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequiredKind {
    /// Kept up to date: a document.
    Maintain,
    /// Kept as proof of what was done: a record.
    Retain,
}

/// Documented information a clause asks for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Required {
    /// The clause that asks for it.
    #[serde(skip)]
    pub reference: ClauseRef,
    /// Whether it is maintained or retained.
    pub kind: RequiredKind,
    /// What is asked for, in our words.
    pub item: String,
    /// How far it is needed and in what form, where that is left open.
    pub note: Option<String>,
}

/// How two clauses relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Both carry the same common text; additions come on top.
    IdenticalHls,
    /// Same intent, one side markedly wider.
    Aligned,
    /// Partly the same subject.
    Similar,
    /// The tables say there is no counterpart. Occurs in table rows only, never in a match.
    None,
    /// Takes its place in a later edition of the same standard.
    Successor,
    /// Held its place in an earlier edition of the same standard.
    Predecessor,
}

impl Relation {
    /// As a note says it: `identical common text`.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::IdenticalHls => "identical common text",
            other => other.as_str(),
        }
    }

    /// The words for a relation that an event or an answer names; the name itself where it is none of ours.
    pub fn words_of(name: &str) -> &str {
        if name == Self::IdenticalHls.as_str() { Self::IdenticalHls.in_words() } else { name }
    }

    /// As tables, answers and events say it: `identical_hls`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::IdenticalHls => "identical_hls",
            Self::Aligned => "aligned",
            Self::Similar => "similar",
            Self::None => "none",
            Self::Successor => "successor",
            Self::Predecessor => "predecessor",
        }
    }

    /// Whether a person must give a reason before the match counts (R16).
    pub fn needs_reason(self) -> bool {
        self != Self::IdenticalHls
    }
}

/// A row of a correlation table: a clause of the pivot standard and its partners in one other edition.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a yes/no column of the table")]
pub struct Link {
    /// The table it stands in: `table-3`, `annex-b`, `27001`.
    pub table: String,
    /// Clause of the standard the table is built around.
    pub pivot: ClauseRef,
    /// The edition compared with it.
    pub other: EditionId,
    /// Its partners; empty where there is none.
    pub refs: Vec<ClauseRef>,
    /// The stated relation; nothing for a heading.
    pub relation: Option<Relation>,
    /// The pivot standard adds to the common text.
    pub pivot_adds: bool,
    /// The other standard adds to the common text.
    pub other_adds: bool,
    /// The other standard leaves out part of the common text.
    pub other_omits: bool,
    /// May relate besides the partner; help, no match.
    pub also_related: Vec<ClauseRef>,
    /// Help, but are no equivalent (R100).
    pub supporting: Vec<ClauseRef>,
    /// What to know at the point of use.
    pub note: Option<String>,
    /// Where the row comes from: `table 3; 6.4`.
    pub basis: String,
    /// Worked out from other places because the table itself was not available (R146).
    pub derived: bool,
}

impl Link {
    /// Whether the pair matches in a small part only and a person decides clause by clause (R147).
    pub fn is_limited(&self) -> bool {
        self.table == "limited"
    }
}

/// What has no counterpart, or what the guidance does not speak about.
#[derive(Debug, Clone)]
pub struct Specific {
    /// The clause, objective or domain.
    pub reference: ClauseRef,
    /// Editions without a counterpart; empty for a silent row.
    pub no_counterpart_in: Vec<EditionId>,
    /// Which list it stands on: `quality_specific`, `security_specific`, `silent`, …
    pub list: String,
    /// Members that do have a counterpart.
    pub exceptions: Vec<ClauseRef>,
    /// Why, or what comes near; said where the clause is asked for.
    pub note: Option<String>,
}

impl Specific {
    /// Whether the standard put it below a common clause (R149).
    pub fn is_addition(&self) -> bool {
        self.list == "addition"
    }
}

/// A step between two editions of one standard.
#[derive(Debug, Clone)]
pub struct Move {
    /// The earlier edition.
    pub old: EditionId,
    /// The later edition.
    pub new: EditionId,
    /// The clause in the earlier edition; none for what is new.
    pub from: Option<ClauseRef>,
    /// What took its place in the later edition; several where it was split.
    pub to: Vec<ClauseRef>,
    /// `one_to_one`, `merged`, `split`, `subdivided`, `renumbered`, `new`.
    pub change: String,
}

/// Which side's evidence may be enough for the other (R22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Suffices {
    /// Evidence of the pivot standard may serve the other.
    Pivot,
    /// Evidence of the other standard may serve the pivot standard.
    Other,
    /// Neither is enough.
    Neither,
}

/// A one-way relation of a pivot clause and another standard.
#[derive(Debug, Clone)]
pub struct OneWay {
    /// Number of the clause of the pivot standard.
    pub clause: String,
    /// The edition it is compared with.
    pub other: EditionId,
    /// Which side's evidence may be enough.
    pub suffices: Suffices,
    /// Why, as it is said beside the match.
    pub note: String,
}

/// What is particular to one pair of clauses, where a row of the tables names several together (R113).
#[derive(Debug, Clone)]
pub struct PairNote {
    /// The two clauses; groups stand for their controls.
    pub sides: [ClauseRef; 2],
    /// How far the one reaches into the other.
    pub note: String,
}

/// A core process several standards share, with the clauses it answers (R9, R18).
#[derive(Debug, Clone, Serialize, TS)]
pub struct Process {
    /// As the guidance calls it: `risk management`.
    pub name: String,
    /// The clauses it answers, of every standard and edition.
    pub clauses: Vec<ClauseRef>,
}

/// A document that answers a question better (R36).
#[derive(Debug, Clone, Serialize, TS)]
pub struct SisterDocument {
    /// Its number: `ISO/IEC 27013`.
    pub document: String,
    /// The question it answers.
    pub answers: String,
}
