//! What can happen to people.

use serde::{Deserialize, Serialize};

use super::model::Role;
use crate::ids::PersonId;

/// An event about a person.
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
}
