//! What can happen to what applies.

use serde::{Deserialize, Serialize};

use super::model::{Decision, OwnControl};
use crate::standards::{ClauseRef, EditionId};

/// An event about what applies. What stood before stands in it, so that its history reads by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum ApplicabilityEvent {
    /// It was decided whether a clause or control applies, and how.
    #[serde(rename = "applicability.decided")]
    Decided {
        /// The clause or control; one of the organisation's own by its code.
        reference: ClauseRef,
        /// What stood before; none where nobody had decided.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Decision>,
        /// What stands from here on; none where a decision is taken back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<Decision>,
        /// The list it was read from, with its row; empty where a person decided.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        source: String,
    },
    /// A control from elsewhere than Annex A was named, corrected or dropped.
    #[serde(rename = "applicability.control_set")]
    ControlSet {
        /// The edition beside whose controls it stands.
        edition: EditionId,
        /// The organisation's own code for it.
        code: String,
        /// What it was before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<OwnControl>,
        /// What it is; none where it was dropped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<OwnControl>,
        /// Why it was corrected or dropped.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}
