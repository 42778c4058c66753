//! What can happen to reviews.

use serde::{Deserialize, Serialize};

use super::model::Outcome;
use crate::day::{Day, Due};
use crate::ids::{DocumentId, LinkId, ReviewId, RevisionId, ScopeItemId, SystemId};
use crate::items::ItemId;
use crate::standards::ClauseRef;

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
    /// A document or record was looked at again because a scope changed, or a section it rests on, and still counts.
    #[serde(rename = "review.rechecked")]
    Rechecked {
        /// That it was looked at.
        id: ReviewId,
        /// The document or record.
        item: ItemId,
        /// The system whose scope changed; none where a section did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        system: Option<SystemId>,
        /// What came into its scope or went out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope_item: Option<ScopeItemId>,
        /// The mapping, where its reason named a section that changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        link: Option<LinkId>,
        /// Number of the entry that changed the scope, or noted which sections change.
        change: u64,
        /// Why it still counts.
        reason: String,
        /// When.
        on: Day,
    },
    /// A revision was approved that changes sections on which something rests; it waits to be looked at again from the day
    /// on which the revision is in force.
    #[serde(rename = "review.sections_noted")]
    SectionsNoted(SectionsNoted),
    /// That it was looked at again was taken back; it waits as before.
    #[serde(rename = "review.recheck_taken_back")]
    RecheckTakenBack {
        /// That it was looked at.
        id: ReviewId,
        /// The document or record.
        item: ItemId,
    },
}

/// What rests on sections that change with a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionsNoted {
    /// The document.
    pub document: DocumentId,
    /// The revision it was compared with.
    pub before: RevisionId,
    /// The revision that changes them.
    pub revision: RevisionId,
    /// Mappings of the document whose reasons name one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests: Vec<Rests>,
    /// Documents and records that cite one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Cites>,
}

/// A mapping whose reason names sections that change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rests {
    /// The mapping.
    pub link: LinkId,
    /// The clause.
    pub reference: ClauseRef,
    /// The sections.
    pub sections: Vec<String>,
}

/// A document or record that cites sections that change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cites {
    /// The document or record.
    pub item: ItemId,
    /// The sections.
    pub sections: Vec<String>,
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
            Self::SectionsNoted(noted) => ItemId::Document(noted.document),
            Self::Rechecked { item, .. } | Self::RecheckTakenBack { item, .. } => *item,
        }
    }
}
