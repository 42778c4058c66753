//! People and what they may do. A person is named by role or by name, as the organisation decides.

mod commands;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;

pub use commands::enrol;
pub use events::PersonEvent;
pub use model::Role;
pub use projection::{SCHEMA, apply};
pub use queries::{Person, by_email, list};
pub use refusals::REASONS;
pub(crate) use refusals::person_not_enrolled;
