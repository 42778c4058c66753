//! Finding documents and records by code, title, clause, and the text inside their files.

mod cache;
mod find;

pub use cache::{TextCache, TextHit, phrases};
pub use find::{Hit, find};
