//! What can happen to mappings.

use serde::{Deserialize, Serialize};

use super::{Origin, Strength};
use crate::ids::{LinkId, ScopeItemId};
use crate::items::ItemId;
use crate::named::Correction;
use crate::standards::ClauseRef;

/// An event about a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum MappingEvent {
    /// A document or record was mapped to a clause.
    #[serde(rename = "mapping.linked")]
    Linked {
        /// The mapping.
        id: LinkId,
        /// The document or record.
        item: ItemId,
        /// The clause.
        reference: ClauseRef,
        /// How much of it is satisfied.
        strength: Strength,
        /// Why; empty only where no reason is needed.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// What is different for this standard.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        variance: String,
        /// Scope items for which it holds; none means those of the item.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        scope: Vec<ScopeItemId>,
        /// How it came about.
        origin: Origin,
    },
    /// A mapping was taken back.
    #[serde(rename = "mapping.unlinked")]
    Unlinked {
        /// The mapping.
        id: LinkId,
        /// The document or record; entries of earlier programs do not say it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemId>,
        /// The clause; likewise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reference: Option<ClauseRef>,
        /// Why.
        reason: String,
    },
    /// Something that was entered was wrong: how strong it is, why, what is different, where it holds.
    #[serde(rename = "mapping.corrected")]
    Corrected {
        /// The mapping.
        id: LinkId,
        /// The document or record.
        item: ItemId,
        /// The clause.
        reference: ClauseRef,
        /// What says something else, and why.
        #[serde(flatten)]
        correction: Correction,
    },
    /// A proposal was declined; it is not made again for this item.
    #[serde(rename = "mapping.proposal_declined")]
    ProposalDeclined {
        /// The document or record.
        item: ItemId,
        /// The proposed clause.
        reference: ClauseRef,
        /// Why.
        reason: String,
    },
    /// A declined proposal was opened again.
    #[serde(rename = "mapping.proposal_reopened")]
    ProposalReopened {
        /// The document or record.
        item: ItemId,
        /// The proposed clause.
        reference: ClauseRef,
    },
}
