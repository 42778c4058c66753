//! What can happen to people.

use serde::{Deserialize, Serialize};

use super::model::Role;
use crate::day::Day;
use crate::ids::PersonId;
use crate::named::Correction;

/// An event about people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum PersonEvent {
    /// A person was enrolled.
    #[serde(rename = "person.enrolled")]
    Enrolled {
        /// The person.
        id: PersonId,
        /// Name or role title.
        name: String,
        /// E-mail address; one person each.
        email: String,
        /// What the person does.
        role: Role,
        /// OpenSSH public key line, where the person has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
    },
    /// What is known of a person was corrected: `name`, `role`.
    #[serde(rename = "person.corrected")]
    Corrected {
        /// The person.
        id: PersonId,
        /// What says something else now, and why.
        #[serde(flatten)]
        correction: Correction,
    },
    /// A person left: their history stays, they act no more.
    #[serde(rename = "person.left")]
    Left {
        /// The person.
        id: PersonId,
        /// First day on which they are not there.
        on: Day,
        /// Why.
        reason: String,
    },
    /// A person who had left is there again.
    #[serde(rename = "person.returned")]
    Returned {
        /// The person.
        id: PersonId,
        /// What the person does now.
        role: Role,
    },
    /// The organisation's rule on authors who approve what they wrote.
    #[serde(rename = "person.author_rule_set")]
    AuthorRuleSet {
        /// Whether they may; such an approval is marked.
        allowed: bool,
        /// Why.
        reason: String,
    },
}
