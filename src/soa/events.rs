//! What can happen to the Statement of Applicability: a version is issued. What is decided later makes another.

use serde::{Deserialize, Serialize};

use super::model::SoaControl;
use crate::day::Day;
use crate::ids::{PersonId, StatementId, SystemId};
use crate::standards::EditionId;

/// An event about the Statement of Applicability.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum SoaEvent {
    /// A version was issued.
    #[serde(rename = "soa.issued")]
    Issued {
        /// The version.
        id: StatementId,
        /// The system.
        system: SystemId,
        /// Its edition.
        edition: EditionId,
        /// Its number.
        version: u32,
        /// Which draft of it; 0 for the version itself.
        #[serde(default, skip_serializing_if = "is_zero")]
        draft: u32,
        /// The day on which it was issued.
        day: Day,
        /// What it is for.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// The organisation.
        organisation: String,
        /// The scope in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        scope: String,
        /// Every control with what was decided on it.
        controls: Vec<SoaControl>,
        /// Who issued it.
        signer: PersonId,
        /// Their e-mail address then.
        email: String,
        /// OpenSSH public key line of the key that signed the text; none where it is unsigned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
        /// Its signature (SSHSIG, armoured) over the text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signature: Option<String>,
    },
}

#[allow(clippy::trivially_copy_pass_by_ref)] // Serde asks for a reference.
fn is_zero(number: &u32) -> bool {
    *number == 0
}
