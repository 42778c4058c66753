//! What can happen to reviews.

use serde::{Deserialize, Serialize};

use super::model::Outcome;
use crate::day::{Day, Due};
use crate::ids::{DocumentId, ReviewId, RevisionId, ScopeItemId, SystemId};
use crate::items::ItemId;

/// An event about a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum ReviewEvent {
    /// A document review came to an end.
    #[serde(rename = "review.concluded")]
    Concluded {
        /// The review.
        id: ReviewId,
        /// The document.
        document: DocumentId,
        /// The revision that was looked at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revision: Option<RevisionId>,
        /// What came of it.
        outcome: Outcome,
        /// Why: the value of a review lies here.
        reason: String,
        /// When.
        on: Day,
        /// Next review, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next_review: Option<Due>,
        /// Who is to write the new revision, where one was asked for.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        owner: String,
        /// By when. Entries of earlier programs asked for a revision without a day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revise_by: Option<Day>,
    },
    /// Somebody asked for a change of a document, without a review being held.
    #[serde(rename = "review.change_requested")]
    ChangeRequested {
        /// The request.
        id: ReviewId,
        /// The document.
        document: DocumentId,
        /// The revision that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revision: Option<RevisionId>,
        /// Why.
        reason: String,
        /// Who is to write the new revision.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        owner: String,
        /// By when.
        by: Day,
        /// When it was asked for.
        on: Day,
    },
    /// A revision that was asked for is not wanted any more.
    #[serde(rename = "review.revision_called_off")]
    RevisionCalledOff {
        /// The review that asked for it.
        review: ReviewId,
        /// The document.
        document: DocumentId,
        /// Why.
        reason: String,
        /// When.
        on: Day,
    },
    /// The next review was moved without one being held.
    #[serde(rename = "review.moved")]
    Moved {
        /// The move.
        id: ReviewId,
        /// The document.
        document: DocumentId,
        /// The next review before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Due>,
        /// The next review now.
        next_review: Day,
        /// Why.
        reason: String,
        /// When.
        on: Day,
    },
    /// A move was taken back; the date is set back beside it.
    #[serde(rename = "review.move_taken_back")]
    MoveTakenBack {
        /// The move.
        id: ReviewId,
        /// The document.
        document: DocumentId,
    },
    /// A document or record was looked at again because a scope changed, and still counts.
    #[serde(rename = "review.rechecked")]
    Rechecked {
        /// That it was looked at.
        id: ReviewId,
        /// The document or record.
        item: ItemId,
        /// The system whose scope changed.
        system: SystemId,
        /// What came into its scope or went out.
        scope_item: ScopeItemId,
        /// Number of the entry that changed the scope.
        change: u64,
        /// Why it still counts.
        reason: String,
        /// When.
        on: Day,
    },
    /// That it was looked at again was taken back; it waits as before.
    #[serde(rename = "review.recheck_taken_back")]
    RecheckTakenBack {
        /// That it was looked at.
        id: ReviewId,
        /// The document or record.
        item: ItemId,
    },
}

impl ReviewEvent {
    /// The document or record it is about.
    pub fn item(&self) -> ItemId {
        match self {
            Self::Concluded { document, .. }
            | Self::RevisionCalledOff { document, .. }
            | Self::ChangeRequested { document, .. }
            | Self::Moved { document, .. }
            | Self::MoveTakenBack { document, .. } => ItemId::Document(*document),
            Self::Rechecked { item, .. } | Self::RecheckTakenBack { item, .. } => *item,
        }
    }
}
