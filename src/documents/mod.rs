//! Documents: documented information that is maintained. A document has revisions; a revision has files.
//! The short lifecycle is draft → approved → effective → superseded or withdrawn, each step with who and when.

mod commands;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;

pub use commands::{
    Approval, NewDocument, NewRevision, approve, attach_files, file_revision, register, retire_revision,
    set_next_review, take_back, take_back_revision, withdraw,
};
pub use events::DocumentEvent;
pub use model::{DocumentKind, DocumentState, RevisionState};
pub use projection::{SCHEMA, apply};
pub use queries::{
    Document, Filter, Revision, Sort, Standing, by_code, by_id, count, file_owners, ids, list, next_label, none,
    of_revision, revisions, scope_of, standing,
};

/// Months between reviews where nobody said otherwise.
pub const USUAL_REVIEW_INTERVAL: u32 = 12;
