//! Audit packs: everything an outside auditor needs, checkable without our software. `docs/pack-format.md`
//! describes the format; `verify` checks it from that description alone.

mod again;
mod build;
mod caveats;
mod columns;
mod content;
mod deciding;
mod differing;
mod entries;
mod events;
mod history;
mod inpart;
mod item;
mod matrix;
mod meaning;
mod missing;
mod names;
mod page;
mod pages;
mod points;
mod preview;
mod projection;
mod queries;
mod refusals;
mod select;
mod shown;
mod stated;
mod stating;
mod text;
mod withheld;
mod words;

pub use again::{Reread, reread};
pub use build::{Built, Compare, Tables, Took, Wanted, build};
pub use caveats::{Caveat, RecordedLater};
pub use columns::{Column, From, all_columns};
pub use differing::{Again, Given, PageDiffers, Whose, codes_in};
pub use events::PackEvent;
pub use missing::{Held, Missing, There, missing};
pub use pages::{PAGES, form, page_names};
pub use preview::{Chosen, Contents, choose, pages, preview};
pub use projection::{SCHEMA, apply};
pub use queries::{Pack, list};
pub use refusals::REASONS;
pub use shown::{AuditShown, audit_shown};
pub use words::because;
