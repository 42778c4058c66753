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
