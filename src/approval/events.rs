//! What can happen to an approval.

use serde::{Deserialize, Serialize};

use super::model::{Ended, Part};
use crate::day::Day;
use crate::digest::Digest;
use crate::ids::{ApprovalId, DocumentId, PersonId, RevisionId, StatementId};
use crate::statements::Meant;

/// An event about an approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum ApprovalEvent {
    /// A revision was submitted. The rules of that moment hold for it until it ends.
    #[serde(rename = "approval.submitted")]
    Submitted {
        /// The approval.
        id: ApprovalId,
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// The hashes of its files: whoever decides, decides on these.
        files: Vec<Digest>,
        /// Who reviews it, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reviewers: Vec<PersonId>,
        /// Who is asked to approve it, in order.
        approvers: Vec<PersonId>,
        /// So many of them have to.
        quorum: u32,
        /// Whether one speaks after the other.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        in_order: bool,
        /// Whether signatures are demanded.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        signed: bool,
        /// First day in force, where it is planned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        planned: Option<Day>,
        /// What the people asked are told.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Somebody who was asked has spoken, by a statement.
    #[serde(rename = "approval.decided")]
    Decided {
        /// The approval.
        id: ApprovalId,
        /// The document.
        document: DocumentId,
        /// What they were asked for.
        part: Part,
        /// Who was asked; the statement says who spoke.
        person: PersonId,
        /// What was said.
        meaning: Meant,
        /// The statement.
        statement: StatementId,
        /// First day in force, as the approvers say it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        effective: Option<Day>,
        /// How it ended, where this ended it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ended: Option<Ended>,
    },
    /// It was called off. What was said stays said.
    #[serde(rename = "approval.called_off")]
    CalledOff {
        /// The approval.
        id: ApprovalId,
        /// The document.
        document: DocumentId,
        /// Why.
        reason: String,
    },
}

impl ApprovalEvent {
    /// The document it is about.
    pub(super) fn document(&self) -> DocumentId {
        match self {
            Self::Submitted { document, .. } | Self::Decided { document, .. } | Self::CalledOff { document, .. } => {
                *document
            }
        }
    }
}
