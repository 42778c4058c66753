//! Reviews of documents: their outcomes with reasons, what a change of scope makes doubtful, and the registers with what
//! is late in them.

mod commands;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;
mod register;
mod shown;

pub use commands::conclude;
pub use events::ReviewEvent;
pub use model::Outcome;
pub use projection::{SCHEMA, apply};
pub use queries::{Concluded, Recheck, rechecks, reviews_of};
pub use refusals::REASONS;
pub use register::{Counts, DocumentRow, RecordRow, counts, document_row, record_row};
pub use shown::{DocumentShown, document_shown};
