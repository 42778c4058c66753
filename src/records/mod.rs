//! Records: documented information that is retained as evidence of a result. What a record shows is never
//! changed after filing; four dates say what period it speaks of, when it was collected and filed, and until
//! when it counts.

mod commands;
mod events;
mod meaning;
mod particulars;
mod projection;
mod queries;
mod refusals;

pub use commands::{NewRecord, file, take_back};
pub use events::RecordEvent;
pub use particulars::Particulars;
pub use projection::{SCHEMA, apply};
pub use queries::{
    Filter, Record, Sort, ages, by_id, count, count_by_kind, file_owners, files, find, for_each_valid, ids, list, none,
    scope_of, valid_until,
};
pub use refusals::REASONS;
