//! Service requirements, which are written down and agreed and never implied, and beside them what law, authorities and others
//! ask for, which nobody has to agree to (R161).

mod commands;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;

pub use commands::{NewRequirement, add, drop};
pub use events::RequirementEvent;
pub use model::RequirementKind;
pub use projection::SCHEMA;
pub use queries::{Requirement, list};
pub use refusals::REASONS;
