//! What an auditor would find in the documents' control before the audit: approvals that were not given as the rules ask,
//! documents nobody answers for, reviews that passed, texts that say otherwise than the register. Each is named with its document, the clause that asks for it, and the
//! values that its words need.

mod approvals;
mod found;
mod model;
mod policies;
mod run;
mod standing;
mod stored;
mod texts;
mod who;

pub use model::{CheckFinding, Checked, Irregular};
pub use run::run;
pub use texts::Texts;
