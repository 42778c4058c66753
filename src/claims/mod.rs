//! What may be said of a system, what stands against it, and what must be asked; what has been met where a certificate
//! speaks; and what words mean in a scope.

mod assessed;
mod certified;
mod check;
mod controls;
mod exclusions;
mod facts;
mod lacks;
mod met;
mod model;
mod moved;
mod notices;
mod refusals;
mod rules;
mod scopes;
mod suppliers;
mod words;

pub use check::check;
pub use controls::applied_controls;
pub use met::{MetAt, met_under};
pub use model::{About, AboutKind, Claim, Effect, Finding, Lacks, Verdict};
pub use moved::{Moved, moved, moved_on};
pub use notices::{CertificateNotice, certificate_notices};
pub use refusals::REASONS;
pub use rules::{Rule, TEXT, rules};
pub use words::{ScopeWord, Sense, Word, words};
