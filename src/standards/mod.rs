//! The standards as data: editions, clauses, the common structure, correlation, terms, required documented
//! information. Read once from the embedded files of `schema/standards`; facts and our own words only.

mod across;
mod catalogue;
mod concordance;
mod correlate;
pub mod data;
mod direct;
mod model;
mod notes;
mod reference;
mod resolve;
mod rows;
mod show;
mod terms;
pub mod views;

use std::sync::OnceLock;

pub use catalogue::Catalogue;
pub use concordance::{ConcordanceCell, ConcordanceRow, Join};
pub use correlate::{Answer, Match, Outcome, correlate};
pub use model::{
    Clause, Edition, Kind, Link, Mark, Move, OneWay, Origin, Process, Relation, Required, RequiredKind, SisterDocument,
    Specific, SpineClause, Suffices,
};
pub use reference::{ClauseRef, EditionId, compare_clauses};
pub use terms::{Neighbour, Term, TermKind, TermRelation};

/// The reference data shipped with the program.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    // The files are part of the program and a test reads each one, so the empty catalogue never occurs.
    CATALOGUE.get_or_init(|| data::parse(data::EMBEDDED).unwrap_or_default())
}
