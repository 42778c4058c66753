//! Which clauses are covered, per standard and scope item, on a given day. Kept up to date by events: reading
//! it joins nothing.

mod alone;
mod applicability;
mod class;
mod clause;
mod concordance;
mod fill;
mod gap;
mod groups;
mod here;
mod look;
mod places;
mod projection;
mod queries;
mod reasons;
mod state;
mod weight;

pub use alone::alone;
pub use clause::{ClauseOpened, Evidence, ItemProposal, PlaceStanding, open_clause};
pub use concordance::{Column, Concordance, Standing, columns, concordance};
pub use fill::fill;
pub use gap::{Gap, Shown, Why};
pub use groups::{ClauseChange, ControlRow, GroupOpened, changed, following_codes, open_group, standing};
pub use here::{Here, here};
pub use projection::{SCHEMA, count_again, hold_again, on_mapping, on_record, place_again, settle_again, settle_anew};
pub use queries::{Coverage, Row, Summary, by_main_clause, coverage, summary};
pub use reasons::{coverage_in_full, coverage_named, coverages};
pub use state::State;
