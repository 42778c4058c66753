//! What can happen to documents.

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::particulars::Particulars;
use crate::day::{Day, Due};
use crate::filed::FiledFile;
use crate::ids::{DocumentId, RevisionId, ScopeItemId};
use crate::named::{Correction, List};

/// An event about a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum DocumentEvent {
    /// A document got its place in the register; its files come with revisions.
    #[serde(rename = "document.registered", serialize_with = "registered")]
    Registered {
        /// The document.
        id: DocumentId,
        /// The organisation's own number; one document each.
        code: String,
        /// What was entered about it.
        #[serde(flatten)]
        particulars: Particulars,
        /// Scope items it belongs to; none means all.
        #[serde(default)]
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
    /// The files of a draft were the wrong ones and were replaced.
    #[serde(rename = "document.revision_files_replaced")]
    RevisionFilesReplaced {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// The files it had; they stay in the vault.
        before: Vec<FiledFile>,
        /// The files it has.
        files: Vec<FiledFile>,
        /// Why; empty where it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Something that was entered was wrong: its number, a particular, its scope.
    #[serde(rename = "document.corrected")]
    Corrected {
        /// The document.
        document: DocumentId,
        /// What says something else, and why.
        #[serde(flatten)]
        correction: Correction,
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
        /// First day in force, which brings it into force by itself. Entries of earlier programs have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Day>,
        /// In place of that: it is in force since a day that nobody knows, and at the latest since this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_latest: Option<Day>,
        /// Next review from that day on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next_review: Option<Due>,
        /// Why, where that had to be said: an older revision over a newer one.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// Whether it was approved by its own author, which the organisation's rule allowed.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        own: bool,
    },
    /// The approval of a revision was taken back; from this entry's day on it is a draft again.
    #[serde(rename = "document.approval_taken_back")]
    ApprovalTakenBack {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// Why.
        reason: String,
    },
    /// The day on which an approved revision comes into force, as earlier programs wrote it on that day.
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
    /// A withdrawal was called off: one that was planned, or one of a document of which nothing was approved.
    #[serde(rename = "document.withdrawal_called_off")]
    WithdrawalCalledOff {
        /// The document.
        document: DocumentId,
        /// Why.
        reason: String,
    },
    /// A withdrawn document was put in force again with one of its revisions; what was planned before its withdrawal is void.
    #[serde(rename = "document.reinstated")]
    Reinstated {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// Why.
        reason: String,
        /// First day in force.
        from: Day,
        /// Next review from that day on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next_review: Option<Due>,
    },
    /// An audience was told of a revision that is approved or was in force.
    #[serde(rename = "document.communicated")]
    Communicated {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// When.
        on: Day,
        /// To whom, in words: all staff, one site, a person.
        to: String,
        /// How, in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        how: String,
    },
    /// That an audience was told had been recorded by mistake.
    #[serde(rename = "document.communication_taken_back")]
    CommunicationTakenBack {
        /// The document.
        document: DocumentId,
        /// The revision.
        revision: RevisionId,
        /// When it was said to have been.
        on: Day,
        /// To whom.
        to: String,
        /// How.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        how: String,
        /// Why; empty where it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
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

/// The particulars in a row with the rest, under their names in events.
fn registered<S: Serializer>(
    id: &DocumentId,
    code: &str,
    particulars: &Particulars,
    scope: &[ScopeItemId],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut event = serializer.serialize_map(None)?;
    event.serialize_entry("id", id)?;
    event.serialize_entry("code", code)?;
    for field in Particulars::FIELDS {
        particulars.write(field, &mut event)?;
    }
    if !scope.is_empty() {
        event.serialize_entry("scope", scope)?;
    }
    event.end()
}
