//! People and what they may do. A person is named by role or by name, as the organisation decides.

mod absences;
pub mod away;
mod commands;
mod events;
mod keyring;
pub mod keys;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;

pub use absences::{Going, come_back, go_away};
pub use commands::{correct, enrol, leave, set_author_rule};
pub use events::PersonEvent;
pub use keyring::{enrol_key, retire_key};
pub use model::{Duty, Role};
pub use projection::{SCHEMA, apply};
pub use queries::{
    Person, anyone, author_approves, by_email, by_id, called, list, may_add, may_enrol, on_duty, roles, who_acts,
};
pub use refusals::REASONS;
pub(crate) use refusals::person_not_enrolled;
