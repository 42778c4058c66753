//! Reviews of documents: their outcomes with reasons, the revisions they ask for, the dates that were moved, what a change of scope makes doubtful, and the registers with what
//! is late in them.

mod commands;
mod doubts;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;
mod rechecks;
mod refusals;
mod register;
mod sections;
mod shown;
mod stated;
mod tasks;

pub use commands::{ask_revision, call_off_revision, conclude, move_review, request_change};
pub use doubts::{Doubt, doubt, doubts, doubts_count};
pub use events::{Cites, Rests, ReviewEvent, SectionsNoted};
pub use model::{ForChange, Outcome};
pub use projection::{SCHEMA, apply};
pub use queries::{Concluded, Moved, moves_of, reviews_of};
pub use rechecks::{Recheck, Rechecks, recheck, rechecks};
pub use refusals::REASONS;
pub use register::{Counts, DocumentRow, RecordRow, counts, document_row, record_row};
pub use sections::{RestingClause, RestingItem, SectionsRecheck, note_sections};
pub use shown::{DocumentShown, document_shown};
pub use stated::{Concluding, conclude_as};
pub use tasks::{Ending, Task, open_task, open_tasks_sql, settle, settle_all, tasks_of};
