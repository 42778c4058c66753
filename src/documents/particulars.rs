//! What is entered about a document: the one list of it.

use super::model::DocumentKind;
use crate::named::particulars;

particulars! {
    /// What is entered about a document. A new particular is a line here and a column in `schema/projections/documents.sql`.
    #[ts(rename = "DocumentParticulars")]
    pub struct Particulars {
        needed {
            /// Title.
            title: String,
            /// Kind of documented information.
            kind: DocumentKind { event: "document_kind", argument: "type" },
        }
        known {
            /// Role that answers for it.
            owner: String,
            /// Role that approves it.
            approver: String,
            /// Who may see it.
            classification: String,
            /// Who gets it.
            distribution: String,
            /// How long it is kept, in the organisation's words.
            retention: String,
            /// External documents: where it comes from.
            source: String,
            /// Months between reviews.
            review_interval: Option<u32> { argument: "review-interval" },
        }
    }
}
