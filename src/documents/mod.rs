//! Documents: documented information that is maintained. A document has revisions; a revision has files.
//! The short lifecycle is draft → approved → effective → superseded or withdrawn, each step with who and when.

mod again;
mod approvals;
mod commands;
mod communicated;
mod communications;
mod corrections;
mod events;
mod labels;
mod life;
mod lists;
mod meaning;
mod model;
mod numbering;
mod overtaken;
mod particulars;
mod places;
mod projection;
mod queries;
mod refusals;
mod revisions;
mod spans;
mod stand;
mod waiting;
mod withdrawals;

pub use approvals::{
    Approval, Notice, approve, approve_by_several, is_author, take_back_approval, take_over_approval, take_over_undated,
};
pub use commands::{
    NewDocument, NewRevision, attach_files, file_revision, register, retire_revision, set_next_review, take_back,
    take_back_revision,
};
pub use communicated::{Communicated, Untold, not_communicated, not_communicated_count, not_communicated_first};
pub use communications::{Communication, communicate, take_back_communication};
pub use corrections::{DocumentsCorrected, NextReview, correct, correct_several, replace_files};
pub use events::DocumentEvent;
pub use lists::{Filter, Sort, count, ids, list, none, of_kinds};
pub use meaning::approved_by_author;
pub use model::{DocumentKind, DocumentState, RevisionState};
pub use numbering::{next_code, next_codes, numbered};
pub use overtaken::{Overtaken, overtaken, replaced_by};
pub use particulars::{Numbered, Particulars};
pub use places::{FiledPlace, Place, all_places, current_places, filed_places};
pub use projection::{SCHEMA, apply};
pub use queries::{
    Coming, Document, Standing, Which, by_code, by_id, coming, coming_count, coming_of, for_each_standing, one,
    scope_of, standing,
};
pub use refusals::REASONS;
pub(crate) use refusals::{document_withdrawn, revision_not_draft, revision_not_found};
pub use revisions::{
    Approved, Reinstated, Revision, approved, file_owners, naming, next_label, of_revision, revision, revisions,
};
pub use spans::{DocumentSpan, label, spans};
pub use stand::{look, stand, stand_all, stand_anew};
pub use waiting::{Draft, drafts, drafts_count};
pub use withdrawals::{Reinstatement, not_withdrawn, reinstate, withdraw, withdrawn_from};

/// Months between reviews where nobody said otherwise.
pub const USUAL_REVIEW_INTERVAL: u32 = 12;
