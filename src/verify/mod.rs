//! Checks a workspace or a pack from the bytes on disk and the descriptions of the formats. It shares no code
//! with what writes them: what it accepts, it has worked out itself.

mod archive;
mod batches;
mod chain;
mod clocks;
mod consistency;
mod contents;
mod continued;
mod differs;
mod entries;
mod fact;
mod folder;
mod heads;
mod held;
mod issued;
mod joined;
mod keys;
mod mailed;
mod merkle;
mod names;
mod note;
mod objects;
mod outside;
mod pack;
mod pages;
mod parts;
mod proofs;
mod refusals;
mod report;
mod statements;
mod unnamed;
mod withheld;
mod workspace;
mod written;
mod zip;

pub use consistency::consistency;
pub use differs::Differs;
pub use fact::Fact;
pub use held::held_checkpoint;
pub use pack::{pack, pack_read};
pub use pages::PackRead;
pub use refusals::REASONS;
pub use report::{Check, Finding, Owner, Report, Unmet};
pub use workspace::{Held, Kept, Own, workspace};
