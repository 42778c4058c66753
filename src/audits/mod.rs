//! Audits: which standards, which scope items, which period. Checklist and findings come later.

mod commands;
mod corrections;
mod events;
mod meaning;
mod model;
mod particulars;
mod projection;
mod queries;
mod refusals;

pub use commands::{NewAudit, plan};
pub use corrections::correct;
pub use events::AuditEvent;
pub use model::{AuditKind, Editions};
pub use particulars::Particulars;
pub use projection::{SCHEMA, apply};
pub use queries::{Audit, by_code, by_id, list};
pub use refusals::REASONS;
