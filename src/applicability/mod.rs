//! What applies: of each clause and control whether it does, why, on which risk that rests, whether it is in place, what it
//! reaches, and who answers for it. Coverage, proposals and the Statement of Applicability obey it.

mod commands;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;
mod standing;

pub use commands::{
    Change, decide, decide_on, drop_control, has_controls, name_control, system_edition, target, targets,
};
pub use events::ApplicabilityEvent;
pub use model::{ControlReach, Decision, Ground, Implemented, OwnControl};
pub use projection::SCHEMA;
pub use queries::{
    DecisionLack, Made, Row, Summary, decided_after, entries_on, list, made, own_controls, own_title_sql, planned_sql,
    summary,
};
pub use refusals::REASONS;
pub use standing::{Gives, Standing, standing};
