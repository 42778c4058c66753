//! What may be claimed of a system, and what each rule says to it.

use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;
use crate::systems;

/// What a rule does to a claim.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "ClaimEffect", rename_all = "snake_case")]
pub enum Effect {
    /// Nothing can be claimed.
    Block,
    /// It is not allowed.
    Refuse,
    /// Something is missing.
    Require,
    /// Something is to be looked at.
    Warn,
    /// Somebody has to answer.
    Ask,
    /// It is good to know.
    Show,
    /// It is allowed.
    Accept,
    /// It follows by itself.
    Compute,
}

enumeration!(Effect, refusals::claim_effect_unknown);

/// What kind of thing a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClaimAbout", rename_all = "snake_case")]
pub enum AboutKind {
    /// A system.
    System,
    /// A system's scope statement.
    Statement,
    /// A scope item.
    ScopeItem,
    /// A party.
    Party,
    /// A certificate.
    Certificate,
    /// A clause or control.
    Clause,
    /// A document or record.
    Item,
    /// A requirement.
    Requirement,
}

/// One thing that a rule is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ClaimAboutOne")]
pub struct About {
    /// What kind of thing.
    pub kind: AboutKind,
    /// Its code, number or name.
    pub name: String,
    /// What it lacks, or with what else it is about, by name.
    pub with: Vec<String>,
}

impl About {
    pub(super) fn of(kind: AboutKind, name: impl Into<String>) -> Self {
        Self { kind, name: name.into(), with: Vec::new() }
    }

    pub(super) fn with(self, with: Vec<String>) -> Self {
        Self { with, ..self }
    }
}

/// A rule that fires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ClaimFinding")]
pub struct Finding {
    /// Its number, as `CL-01`.
    pub rule: &'static str,
    /// What it does.
    pub effect: Effect,
    /// What it says, in our own words.
    pub says: &'static str,
    /// The clauses that it rests on, as `20000-1/4.3`.
    pub clauses: Vec<&'static str>,
    /// What it is about.
    pub about: Vec<About>,
}

/// Whether conformity can be claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClaimVerdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Something stands in the way of any claim.
    Blocked,
    /// Something is missing, not allowed, or has to be answered first.
    Open,
    /// Nothing of what the program knows stands against it.
    Clear,
}

/// What is missing of a system itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ClaimLacks")]
pub struct Lacks {
    /// What the scope statement does not say.
    pub statement: Vec<systems::Lack>,
    /// Services, components and processes in the scope of which nobody said who runs them, by code; asked for an SMS.
    pub runners: Vec<String>,
    /// Clauses without evidence.
    pub gaps: usize,
    /// Clauses covered in part.
    pub partial: usize,
    /// Controls that apply of which nobody said whether they are in place.
    pub in_place_unsaid: usize,
    /// Controls that apply and are not in place yet.
    pub not_in_place: usize,
    /// Clauses and controls of which the scope statement says otherwise than what was decided.
    pub otherwise_stated: Vec<String>,
}

impl Lacks {
    /// Whether nothing is missing.
    pub fn nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What may be said of a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Claim {
    /// Code of the system.
    pub system: String,
    /// Edition, as `20000-1:2018`.
    pub edition: String,
    /// Whether conformity can be claimed.
    pub verdict: Verdict,
    /// What is missing of the system itself, whatever the rules say.
    pub lacks: Lacks,
    /// What stands against it.
    pub against: Vec<Finding>,
    /// What must be asked.
    pub ask: Vec<Finding>,
    /// What is to be heeded and keeps nobody from claiming.
    pub heed: Vec<Finding>,
    /// What may be said.
    pub may: Vec<Finding>,
}
