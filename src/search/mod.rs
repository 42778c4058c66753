//! Finding documents and records by code, title, clause, and the text inside their files.

mod cache;
mod cited;
mod codes;
mod compare;
mod find;
mod holders;
mod items;
mod kept;
mod likeness;
mod made;
mod matches;
mod names;
mod narrow;
mod occurrences;
mod pieces;
mod place;
mod query;
mod references;
mod refusals;
mod shelf;
mod since;
mod told;
mod unread;

pub use cache::{TextCache, WasRead};
pub use cited::{CitedBy, Citing, Section, Wanted, cited_by};
pub use codes::{CodeAt, Codes};
pub use compare::compare;
pub use find::{Asked, Found, Hit, NotSearched, among, find};
pub use likeness::{Likeness, LooksLike};
pub use place::Place;
pub use query::{Only, Query, Term};
pub use references::named_in;
pub use refusals::REASONS;
pub use shelf::{LastShelf, Shelf};
pub use unread::{NotRead, Unreadable, unread};
