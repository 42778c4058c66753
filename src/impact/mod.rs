//! What changed between two revisions of a document, and what that touches: who cites it, which mappings rest on a section
//! that changed, which audits look at it. Read from the kept texts, so that the ledger carries no more than what came of it.

mod files;
mod refusals;
mod revisions;
mod touched;

pub use files::{FilesCompared, Outcome};
pub use refusals::REASONS;
pub use revisions::{Between, RevisionCompared, RevisionsCompared, compare_revisions};
pub use touched::{AuditAhead, Becomes, ClauseTouched, Impact, cited_by, impact, note};
