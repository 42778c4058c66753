//! A whole share taken in with its lists. The share is read, never changed: scanned, read, understood as a plan that
//! can be shown first, then filed.
//!
//! What wins where sources disagree: number, version and title come from the document itself, then from its
//! file name; owner, approver, review dates, retention and clauses come from the master list, then from the
//! document. Every disagreement is listed, and asked where it changes what the register says; none is settled silently.

mod again;
mod alike;
mod apply;
mod asking;
mod batch;
mod clauses;
mod dropped;
mod editions;
mod gone;
mod imported;
mod index;
mod lists;
mod master;
mod oddities;
mod opened;
mod parallel;
mod plan;
mod problem;
mod recognised;
mod refusals;
mod run;
mod scan;
mod scopes;
mod sources;
mod versions;

pub use asking::QuestionAsked;
pub use batch::Applied;
pub use dropped::{Dropped, sort_dropped};
pub use imported::Imported;
pub use index::{IndexRow, index_rows};
pub use lists::{ListTaken, ListsLooked, Taken, look_at_lists, taken};
pub use master::{MasterRow, master_rows};
pub use oddities::ODDITIES;
pub use opened::{CheckPack, Opened, Says};
pub use parallel::map_on_two_threads;
pub use plan::{
    Doubt, Doubtful, Found, ImportInput, ImportPlan, PlannedDocument, PlannedRecord, PlannedRevision, Register,
    RowWords, Sign, plan,
};
pub use problem::{Because, Oddity, Problem};
pub use recognised::{How, Recognised};
pub use refusals::REASONS;
pub use run::{Tell, import, import_some};
pub use scan::{Scanned, Share, Skipped, inside, scan};
pub use scopes::{Scopes, scopes};
pub use sources::Sources;
