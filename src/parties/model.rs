//! What a party may be, and what may be on file of one.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;

/// Which of the three kinds of supplier of 20000-1 a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum PartyKind {
    /// Outside of the organisation, and of the larger one of which it is a part.
    External,
    /// A part of the larger organisation, outside of the part in scope.
    Internal,
    /// A customer in the role of a supplier.
    Customer,
}

enumeration!(PartyKind, refusals::party_kind_unknown);

/// Something that may be on file of a party. Each is held by a document, by words, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum PartyFact {
    /// Codes of the systems that it serves; everything where nothing is noted.
    Serves,
    /// A written contract.
    Contract,
    /// The contract names the services.
    ContractServices,
    /// The contract names the requirements.
    ContractRequirements,
    /// The contract names the targets.
    ContractTargets,
    /// The contract names the responsibilities.
    ContractResponsibilities,
    /// The contract names the authorities.
    ContractAuthorities,
    /// A documented agreement.
    Agreement,
    /// A service level agreement; the words say where it is held: `alone`, `contract` or `agreement`.
    ServiceLevelAgreement,
    /// It was told what is approved by whom.
    ToldApprovals,
    /// It was told which competence is asked for.
    ToldCompetence,
    /// It was told how its performance is controlled.
    ToldPerformance,
    /// It was told what is checked at its own site.
    ToldSiteChecks,
    /// By which criteria it is evaluated.
    EvaluationCriteria,
    /// What came of the evaluation.
    EvaluationResults,
    /// By which criteria it was selected.
    SelectionCriteria,
    /// What came of the selection.
    SelectionResults,
    /// By which criteria it is monitored.
    MonitoringCriteria,
    /// What came of the monitoring.
    MonitoringResults,
    /// By which criteria it is evaluated again.
    ReevaluationCriteria,
    /// What came of that.
    ReevaluationResults,
    /// How its targets compare with what customers were promised: `fits` or `weaker`.
    TargetsCompared,
    /// What poor delivery could do, and which checks follow from it.
    Effect,
    /// The risks of using it.
    Risk,
}

enumeration!(PartyFact, refusals::party_fact_unknown);

impl PartyFact {
    /// What a contract has to name.
    pub const CONTRACT: &'static [Self] = &[
        Self::ContractServices,
        Self::ContractRequirements,
        Self::ContractTargets,
        Self::ContractResponsibilities,
        Self::ContractAuthorities,
    ];

    /// What a provider of 9001 is told.
    pub const TOLD: &'static [Self] =
        &[Self::ToldApprovals, Self::ToldCompetence, Self::ToldPerformance, Self::ToldSiteChecks];

    /// Criteria and results.
    pub const CRITERIA: &'static [Self] = &[
        Self::EvaluationCriteria,
        Self::EvaluationResults,
        Self::SelectionCriteria,
        Self::SelectionResults,
        Self::MonitoringCriteria,
        Self::MonitoringResults,
        Self::ReevaluationCriteria,
        Self::ReevaluationResults,
    ];

    /// The words that it may be held by, where these are given.
    pub(super) const fn words(self) -> Option<&'static [&'static str]> {
        match self {
            Self::ServiceLevelAgreement => Some(&["alone", "contract", "agreement"]),
            Self::TargetsCompared => Some(&["fits", "weaker"]),
            _ => None,
        }
    }
}

/// By what something is held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "PartyHeld")]
pub struct Held {
    /// Code of the document or record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}
