//! The organisation, its management systems and what each one's scope takes in.

mod applicability;
mod commands;
mod compare;
mod corrected;
mod events;
mod integration;
mod meaning;
mod model;
mod projection;
mod queries;
mod questions;
mod reach;
mod refusals;
mod runby;
mod sharing;
mod statement;
mod versions;

pub use applicability::{Exclusion, exclusions, may_be_left_out};
pub use commands::{
    NewOrganisation, add_scope_item, correct_name, establish, name_organisation, set_run_by, set_scope, set_time_zone,
    set_up, state_scope, store_comparisons,
};
pub use compare::{ScopeComparison, ScopesCompared, compare_all};
pub use corrected::corrected;
pub use events::SystemEvent;
pub use integration::{Integration, IntegrationAt, KindCompared, Why as IntegrationWhy};
pub use model::{RunBy, ScopeAnswer, ScopeKind, ScopeQuestion};
pub use projection::{SCHEMA, apply};
pub use queries::{
    ExclusionSaid, ScopeItem, System, clause, clause_name, clauses, editions_held, established, exclusion_said,
    exclusions_stated, organisation, scope_codes, scope_item, scope_item_codes, scope_items, stated_after, system,
    systems,
};
pub use questions::{ScopeQuestionAsked, answer_scope_question, scope_questions};
pub use reach::{Reach, Reaches};
pub use refusals::REASONS;
pub use sharing::{AppliedControls, Grade, Measure, Sharing, sharing};
pub use statement::{Lack, ScopeStatement, missing_from};
pub use versions::{
    StatementDiff, StatementDifference, StatementVersion, statement_diff, statement_version, statement_versions,
};
