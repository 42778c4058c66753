//! Audit packs.
mod events;
mod projection;
mod queries;

pub use events::PackEvent;
pub use projection::{SCHEMA, apply};
pub use queries::{Pack, list};
