//! Finding documents and records by code, title, clause, and the text inside their files.

mod cache;
mod compare;
mod find;
mod holders;
mod items;
mod kept;
mod likeness;
mod matches;
mod names;
mod narrow;
mod place;
mod query;
mod refusals;
mod shelf;
mod since;
mod told;

pub use cache::TextCache;
pub use compare::compare;
pub use find::{Asked, Found, Hit, NotSearched, among, find};
pub use likeness::{Likeness, LooksLike};
pub use place::Place;
pub use query::{Only, Query, Term};
pub use refusals::REASONS;
pub use shelf::{LastShelf, Shelf};
