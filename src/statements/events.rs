//! What can happen to statements: they are made. Whoever thinks otherwise later makes another.

use serde::{Deserialize, Serialize};

use super::model::{Meant, Subject};
use crate::day::Day;
use crate::ids::{PersonId, StatementId};

/// An event about a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum StatementEvent {
    /// A person said something of a document or a record.
    #[serde(rename = "statement.made")]
    Made {
        /// The statement.
        id: StatementId,
        /// What it is about.
        #[serde(flatten)]
        subject: Subject,
        /// What is said.
        meaning: Meant,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// The day on which it was said.
        day: Day,
        /// Approved: first day in force.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        effective: Option<Day>,
        /// Who said it.
        signer: PersonId,
        /// Their e-mail address then.
        email: String,
        /// For whom, where they stood in for somebody: that person's e-mail address.
        #[serde(default, rename = "for", skip_serializing_if = "String::is_empty")]
        instead_of: String,
        /// OpenSSH public key line of the key that signed the text; none where it is unsigned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
        /// Its signature (SSHSIG, armoured) over the text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signature: Option<String>,
    },
}
