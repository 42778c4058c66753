//! Which clauses are covered, per standard and scope item, on a given day. Kept up to date by events: reading
//! it joins nothing.

mod alone;
mod clause;
mod concordance;
mod fill;
mod look;
mod projection;
mod queries;
mod state;

pub use alone::alone;
pub use clause::{ClauseOpened, Evidence, ItemProposal, PlaceStanding, open_clause};
pub use concordance::{Column, Concordance, Standing, columns, concordance};
pub use fill::fill;
pub use projection::{SCHEMA, count_again, on_mapping, on_record, place_again};
pub use queries::{Coverage, Row, Summary, by_main_clause, coverage, coverages, summary};
pub use state::{Gap, State};
