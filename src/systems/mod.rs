//! The organisation, its management systems and what each one's scope takes in.

mod commands;
mod compare;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;
mod questions;
mod refusals;
mod statement;

pub use commands::{add_scope_item, establish, name_organisation, set_scope, state_scope, store_comparison};
pub use compare::{ScopeComparison, compare};
pub use events::SystemEvent;
pub use model::{ScopeAnswer, ScopeKind, ScopeQuestion};
pub use projection::{SCHEMA, apply};
pub use queries::{
    ScopeItem, System, clause, clauses, editions_held, organisation, scope_codes, scope_item, scope_item_codes,
    scope_items, system, systems,
};
pub use questions::{ScopeQuestionAsked, answer_scope_question, scope_questions};
pub use refusals::REASONS;
pub(crate) use refusals::organisation_unnamed;
pub use statement::{Lack, ScopeStatement, missing_from};
