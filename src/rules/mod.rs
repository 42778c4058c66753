//! The organisation's own rules for its documents, each for one type of document or for all: how many review and approve
//! them, in which order, with a signature or without, how often they are reviewed, how long before a review is
//! announced, how they are numbered.

mod commands;
mod events;
mod meaning;
mod model;
mod pattern;
mod projection;
mod queries;
mod refusals;

pub use commands::set;
pub use events::RuleEvent;
pub use model::{Rule, Value};
pub use pattern::{NoPattern, Pattern};
pub use projection::SCHEMA;
pub use queries::{InForce, Way, interval, list, longest_notice, notice, notice_sql, numbering, value, way, way_then};
pub use refusals::REASONS;
