//! Finding documents and records by code, title, clause, and the text inside their files.

mod cache;
mod compare;
mod find;
mod matches;
mod narrow;
mod owners;
mod place;
mod query;
mod refusals;

pub use cache::TextCache;
pub use compare::compare;
pub use find::{Found, Hit, NotSearched, among, find, not_searched};
pub use place::Place;
pub use query::{Only, Query, Term};
pub use refusals::REASONS;
