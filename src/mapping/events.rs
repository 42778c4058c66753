//! What can happen to mappings.

use serde::{Deserialize, Serialize};

use super::points::{Basis, Opened};
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
        /// On what it was accepted from the correlation; earlier programs did not say it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<Basis>,
        /// The points that opened between it and the item's other mappings, in both directions.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        points: Vec<Opened>,
        /// Which data say so, where there are any.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        data: String,
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
        /// Why; empty where it fell.
        reason: String,
        /// The clause it was accepted from, where it fell with that; then nobody gave a reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        follows_from: Option<ClauseRef>,
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
        /// The clause it was accepted from, where it fell with that; then nobody gave a reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        follows_from: Option<ClauseRef>,
        /// The points that opened with it: what supported alone satisfies something now.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        points: Vec<Opened>,
        /// Which data say so, where there are any.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        data: String,
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

impl MappingEvent {
    /// The document or record whose mappings are others behind it. Entries of earlier programs may not say it where a mapping
    /// was taken back.
    pub fn maps(&self) -> Option<ItemId> {
        match self {
            Self::Linked { item, .. } | Self::Corrected { item, .. } => Some(*item),
            Self::Unlinked { item, .. } => *item,
            Self::ProposalDeclined { .. } | Self::ProposalReopened { .. } => None,
        }
    }

    /// The document or record whose mappings may all count differently behind it: a correction, and points that opened or
    /// are gone.
    pub fn places(&self) -> Option<ItemId> {
        match self {
            Self::Corrected { item, .. } => Some(*item),
            Self::Linked { item, points, .. } if !points.is_empty() => Some(*item),
            Self::Unlinked { item, .. } => *item,
            Self::Linked { .. } | Self::ProposalDeclined { .. } | Self::ProposalReopened { .. } => None,
        }
    }
}
