//! A revision on its way to approval: who reviews and approves it, in which order, how many have to; each says so by a
//! statement, and the last one brings the approval about. Where the revision stands is `documents`' to say; how far its
//! approval is, this room's.

mod at_once;
mod deciding;
mod effects;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;
mod shown;
mod submitting;

pub use at_once::{AtOnce, approve_at_once, withdraw};
pub use deciding::{Decided, Decision, call_off, decide};
pub use effects::{RuleEffect, rule_effect};
pub use events::ApprovalEvent;
pub use model::{Ended, Part, Progress};
pub use projection::SCHEMA;
pub use queries::{Approval, Step, of_document, open, open_all};
pub use refusals::REASONS;
pub use shown::{ApprovalShown, Stands, StepShown, shown, shown_of, waiting};
pub use submitting::{Submission, submit};
