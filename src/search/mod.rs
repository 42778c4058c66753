//! Finding documents and records by code, title, clause, and the text inside their files.

mod cache;
mod compare;
mod find;

pub use cache::{TextCache, TextHit, phrases};
pub use compare::compare;
pub use find::{Hit, find};
