//! A whole share taken in with its lists. The share is read, never changed: scanned, read, understood as a plan that
//! can be shown first, then filed.
//!
//! What wins where sources disagree: number, version and title come from the document itself, then from its
//! file name; owner, approver, review dates, retention and clauses come from the master list, then from the
//! document. Every disagreement is listed; none is settled silently.

mod apply;
mod dropped;
mod imported;
mod index;
mod master;
mod parallel;
mod plan;
mod problem;
mod refusals;
mod run;
mod scan;
mod scopes;
mod table;

pub use apply::{Applied, apply};
pub use dropped::{Dropped, sort_dropped};
pub use imported::Imported;
pub use index::{IndexRow, evidence_index};
pub use master::{MasterRow, master_list};
pub use plan::{Found, ImportInput, ImportPlan, PlannedDocument, PlannedRecord, PlannedRevision, plan};
pub use problem::Problem;
pub use refusals::REASONS;
pub use run::{Sources, Tell, import};
pub use scan::{Scanned, Share, Skipped, inside, scan};
pub use scopes::{Scopes, scopes};
