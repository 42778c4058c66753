//! Documents: documented information that is maintained. A document has revisions; a revision has files.
//! The short lifecycle is draft → approved → effective → superseded or withdrawn, each step with who and when.

mod commands;
mod events;
mod lists;
mod meaning;
mod model;
mod particulars;
mod projection;
mod queries;
mod refusals;
mod revisions;

pub use commands::{
    Approval, NewDocument, NewRevision, approve, attach_files, file_revision, register, retire_revision,
    set_next_review, take_back, take_back_revision, withdraw,
};
pub use events::DocumentEvent;
pub use lists::{Filter, Sort, count, ids, list, none};
pub use model::{DocumentKind, DocumentState, RevisionState};
pub use particulars::Particulars;
pub use projection::{SCHEMA, apply};
pub use queries::{Document, Standing, Which, by_code, by_id, one, scope_of, standing};
pub use refusals::REASONS;
pub(crate) use refusals::document_withdrawn;
pub use revisions::{Revision, file_owners, next_label, of_revision, revisions};

/// Months between reviews where nobody said otherwise.
pub const USUAL_REVIEW_INTERVAL: u32 = 12;
