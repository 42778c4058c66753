//! What can happen to requirements.

use serde::{Deserialize, Serialize};

use super::model::RequirementKind;
use crate::ids::{RequirementId, ScopeItemId};

/// An event about a requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum RequirementEvent {
    /// A requirement was written down.
    #[serde(rename = "requirement.added")]
    Added {
        /// The requirement.
        id: RequirementId,
        /// Whose it is.
        #[serde(rename = "whose")]
        kind: RequirementKind,
        /// What is required, in the organisation's own words.
        text: String,
        /// With whom and where it is agreed; empty where nobody has to agree.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        agreed: String,
        /// The service that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope_item: Option<ScopeItemId>,
    },
    /// It is required no more.
    #[serde(rename = "requirement.dropped")]
    Dropped {
        /// The requirement.
        id: RequirementId,
        /// Why; empty where writing it down was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}
