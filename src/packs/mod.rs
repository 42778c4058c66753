//! Audit packs: everything an outside auditor needs, checkable without our software. `docs/pack-format.md`
//! describes the format; `verify` checks it from that description alone.

mod build;
mod caveats;
mod content;
mod events;
mod item;
mod matrix;
mod meaning;
mod names;
mod page;
mod preview;
mod projection;
mod queries;
mod refusals;
mod select;
mod shown;
mod text;
mod words;

pub use build::{Built, build};
pub use caveats::Caveat;
pub use events::PackEvent;
pub use preview::{Contents, preview};
pub use projection::{SCHEMA, apply};
pub use queries::{Pack, list};
pub use refusals::REASONS;
pub use shown::{AuditShown, audit_shown};
pub use words::because;
