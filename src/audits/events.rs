//! What can happen to audits.

use serde::{Deserialize, Serialize};

use super::model::AuditKind;
use crate::day::Day;
use crate::ids::{AuditId, ScopeItemId};
use crate::named::Correction;
use crate::standards::EditionId;

/// An event about an audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum AuditEvent {
    /// An audit was planned.
    #[serde(rename = "audit.planned")]
    Planned {
        /// The audit.
        id: AuditId,
        /// The organisation's own number.
        code: String,
        /// Title.
        title: String,
        /// What kind of audit it is.
        audit_kind: AuditKind,
        /// The editions audited, together.
        editions: Vec<EditionId>,
        /// Scope items; none means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        scope: Vec<ScopeItemId>,
        /// First day of the period under audit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period_from: Option<Day>,
        /// Last day of the period under audit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period_to: Option<Day>,
    },
    /// Something that was entered was wrong.
    #[serde(rename = "audit.corrected")]
    Corrected {
        /// The audit.
        id: AuditId,
        /// What says something else, and why.
        #[serde(flatten)]
        correction: Correction,
    },
}
