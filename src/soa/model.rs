//! A version of the Statement of Applicability: every control with what was decided on it when the version was issued.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::applicability::{Decision, Row};

/// A control in a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SoaControl {
    /// Its number, or the organisation's own code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Of a control from elsewhere than Annex A: where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// What was decided; none in a draft where nobody had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

impl SoaControl {
    /// Whether the decision has a reason; not where nobody decided.
    pub(super) fn reasoned(&self) -> bool {
        self.decision.as_ref().is_some_and(|decision| decision.reason.contains(char::is_alphanumeric))
    }

    /// Whether the statement says of it whether it is in place, as it has to of every control that applies.
    pub(super) fn says_in_place(&self) -> bool {
        self.decision.as_ref().is_none_or(|decision| !decision.applies || decision.implemented.is_some())
    }

    /// Whether it is left out on no risk assessment that is named.
    pub(super) fn left_out_without_risk(&self) -> bool {
        self.decision.as_ref().is_some_and(|decision| !decision.applies && decision.risks.is_empty())
    }
}

/// The controls among what applies, in their order.
pub(super) fn controls(rows: Vec<Row>) -> Vec<SoaControl> {
    let controls = rows.into_iter().filter(|row| row.control && !row.heading);
    let control = |row: Row| SoaControl {
        code: row.reference.clause,
        title: row.title,
        origin: row.own.map(|own| own.origin),
        decision: row.decision,
    };
    controls.map(control).collect()
}

/// What a version is called: `3`, or `3 draft 1` where it was issued as a draft.
pub(super) fn label(version: u32, draft: u32) -> String {
    if draft == 0 { version.to_string() } else { format!("{version} draft {draft}") }
}
