//! What can happen to documents.

use serde::{Deserialize, Serialize};

use super::model::DocumentKind;
use crate::day::{Day, Due};
use crate::filed::FiledFile;
use crate::ids::{DocumentId, RevisionId, ScopeItemId};

/// An event about a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum DocumentEvent {
    /// A document got its place in the register; its files come with revisions.
    #[serde(rename = "document.registered")]
    Registered {
        /// The document.
        id: DocumentId,
        /// The organisation's own number; one document each.
        code: String,
        /// Title.
        title: String,
        /// Kind of documented information.
        document_kind: DocumentKind,
        /// Role that answers for it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        owner: String,
        /// Role that approves it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        approver: String,
        /// Who may see it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        classification: String,
        /// Who gets it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        distribution: String,
        /// How long it is kept, in the organisation's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        retention: String,
        /// External documents: where it comes from.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        source: String,
        /// Months between reviews.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        review_interval: Option<u32>,
        /// Scope items it belongs to; none means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        scope: Vec<ScopeItemId>,
    },
    /// A revision was filed, as a draft.
    #[serde(rename = "document.revision_filed")]
    RevisionFiled {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// The organisation's own label: `2.1`, `C`, `07`.
        label: String,
        /// What changed.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        summary: String,
        /// Who wrote it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        author: String,
        /// Its files.
        files: Vec<FiledFile>,
    },
    /// Further files of a revision were filed: a PDF of it, a signed copy, an exact copy found elsewhere.
    #[serde(rename = "document.files_attached")]
    FilesAttached {
        /// The revision.
        revision: RevisionId,
        /// The files.
        files: Vec<FiledFile>,
    },
    /// A revision was approved.
    #[serde(rename = "document.approved")]
    Approved {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// Who approved it.
        by: String,
        /// When, as far as it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Due>,
    },
    /// A revision came into force; the one before it is superseded.
    #[serde(rename = "document.made_effective")]
    MadeEffective {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// First day in force.
        from: Day,
    },
    /// The next review was set, or taken away.
    #[serde(rename = "document.next_review_set")]
    NextReviewSet {
        /// The document.
        document: DocumentId,
        /// When, as far as it is known.
        due: Option<Due>,
    },
    /// A revision was filed that had already been replaced or taken out of use.
    #[serde(rename = "document.revision_retired")]
    RevisionRetired {
        /// The revision.
        revision: RevisionId,
        /// Since when, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Day>,
    },
    /// The document was taken out of use, with all its revisions.
    #[serde(rename = "document.withdrawn")]
    Withdrawn {
        /// The document.
        document: DocumentId,
        /// Why.
        reason: String,
        /// Since when.
        on: Day,
    },
    /// A draft that was filed by mistake was taken back.
    #[serde(rename = "document.revision_taken_back")]
    RevisionTakenBack {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
    },
    /// A document that was registered by mistake was taken back; its code is free again.
    #[serde(rename = "document.taken_back")]
    TakenBack {
        /// The document.
        document: DocumentId,
    },
}
