//! What can happen to reviews.

use serde::{Deserialize, Serialize};

use super::model::Outcome;
use crate::day::{Day, Due};
use crate::ids::{DocumentId, ReviewId, RevisionId};

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
    },
}
