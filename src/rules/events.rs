//! What can happen to rules.

use serde::{Deserialize, Serialize};

use super::model::{Rule, Value};

/// An event about the organisation's rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum RuleEvent {
    /// A rule says something else from now on.
    #[serde(rename = "rule.set")]
    Set {
        /// Which.
        rule: Rule,
        /// Type of document it is for; empty for all that have none of their own.
        #[serde(default, rename = "type", skip_serializing_if = "String::is_empty")]
        kind: String,
        /// What it said of its own; none where another spoke for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Value>,
        /// What it says; none where it is taken away again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<Value>,
        /// Why; empty where it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}
