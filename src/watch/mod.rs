//! Folders that stay where they are and are looked at again: what is new in them, changed, moved or gone, and which copies are
//! not the approved file. A look reads and never writes there; what follows is a person's decision, done by the rooms' own
//! commands. Which folders are watched, and what was seen in them, is this user's configuration: no entry says so.

mod act;
mod folders;
mod judge;
mod known;
mod look;
mod model;
mod refusals;
mod seen;
mod teller;
mod told;

pub use act::{Act, Acted, act};
pub use folders::{Watched, add, list, remove};
pub use look::look;
pub use model::{Action, Finding, Looked, What};
pub use refusals::REASONS;
