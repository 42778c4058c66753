//! Every date that needs a person: document reviews and the end of a record's validity, the outcomes of
//! reviews with their reasons, a calendar file for other programs, and the registers with what is late in them.

mod calendar;
mod commands;
mod events;
mod meaning;
mod model;
mod pages;
mod projection;
mod queries;
mod register;

pub use calendar::calendar;
pub use commands::conclude;
pub use events::ReviewEvent;
pub use model::{DueKind, Outcome};
pub use pages::{DueDay, due_days, due_page};
pub use projection::{SCHEMA, apply};
pub use queries::{
    Concluded, Due as DueItem, Load, Recheck, due_between, due_count, due_counts, due_until, load, rechecks, reviews_of,
};
pub use register::{Counts, DocumentRow, RecordRow, counts, document_row, record_row};
