//! Records: documented information that is retained as evidence of a result. What a record shows is never changed after
//! filing, what was entered about it is corrected with a reason; four dates say what period it speaks of, when it was
//! collected and filed, and until when it counts. Another record may stand in its place, and one that was filed by mistake
//! is taken back; both stay shown under their number, which is given once.

mod commands;
mod events;
mod exits;
mod lists;
mod meaning;
mod numbering;
mod particulars;
mod projection;
mod queries;
mod refusals;
mod series;
mod state;

pub use commands::{NewRecord, check_stands, correct, file, reinstate, replace, set_numbering, take_back, undo_filing};
pub use events::RecordEvent;
pub use exits::{Exited, Name, exited, replaced_by};
pub use lists::{Filter, Sort, ages, count, count_by_kind, ids, list, none};
pub use numbering::{Number, USUAL, next_number, numbering};
pub use particulars::Particulars;
pub use projection::{SCHEMA, apply};
pub use queries::{
    Record, Stated, beginning, by_id, entered, file_owners, files, find, for_each_stands, held, naming, places,
    scope_of, stands,
};
pub use refusals::REASONS;
pub use series::{Proposed, in_common, of_series, proposed};
pub use state::{Exit, Standing, State};
