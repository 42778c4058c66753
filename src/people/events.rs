//! What can happen to people.

use serde::{Deserialize, Serialize};

use super::model::Role;
use crate::day::Day;
use crate::ids::{AwayId, PersonId};
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
        /// Who takes over what they looked after.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        successor: Option<PersonId>,
    },
    /// A person who had left is there again.
    #[serde(rename = "person.returned")]
    Returned {
        /// The person.
        id: PersonId,
        /// What the person does now.
        role: Role,
    },
    /// From a day on a person signs with this key; the one before it speaks no more from then on.
    #[serde(rename = "person.key_enrolled")]
    KeyEnrolled {
        /// The person.
        id: PersonId,
        /// OpenSSH public key line.
        key: String,
        /// First day for which it speaks.
        from: Day,
    },
    /// A key speaks no more: lost, replaced, given away.
    #[serde(rename = "person.key_retired")]
    KeyRetired {
        /// The person.
        id: PersonId,
        /// OpenSSH public key line.
        key: String,
        /// First day for which it does not speak.
        from: Day,
        /// Why; empty where enrolling it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A person is away for some days; a deputy may decide for them.
    #[serde(rename = "person.away")]
    Away {
        /// The time they are away.
        id: AwayId,
        /// The person.
        person: PersonId,
        /// Who decides for them; none where it waits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deputy: Option<PersonId>,
        /// First day.
        from: Day,
        /// Last day.
        until: Day,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A person is not away after all, or not any longer.
    #[serde(rename = "person.back")]
    Back {
        /// The time they were to be away.
        away: AwayId,
        /// The person.
        person: PersonId,
        /// First day on which they are there; none where they were never away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Day>,
        /// Why; empty where it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
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
