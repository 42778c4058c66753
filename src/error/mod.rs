//! The one error that crosses a room's boundary: a code a program can match, a reason for which every shell has words, and
//! the values those words need. The core holds no sentence of a refusal.

mod carried;
mod code;
mod from;
mod model;
mod refusals;

pub(crate) use carried::{carried, carry};
pub use code::Code;
pub(crate) use from::{no_descriptors, too_many_open};
pub use model::{Error, Reason, Result};
pub use refusals::REASONS;
pub(crate) use refusals::{
    check_stopped, database_locked, database_not_writable, file_limit_reached, file_not_regular, file_too_large,
    path_not_text, reasons, workspace_missing,
};
