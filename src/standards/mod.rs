//! The standards as data: editions, clauses, the common structure, correlation, terms, required documented
//! information. Read once from the embedded files of `schema/standards`; facts and our own words only.

mod across;
mod answer;
mod catalogue;
mod concordance;
mod correlate;
pub mod data;
mod direct;
mod firing;
mod front;
mod hit;
mod model;
mod notes;
mod open_points;
mod own;
mod pairs;
mod reference;
mod refusals;
mod resolve;
mod rows;
mod said;
mod show;
mod tables;
mod terms;
pub mod views;

pub use answer::{Answer, Direction, Match, Outcome, Own, Via};
pub use catalogue::Catalogue;
pub use concordance::{ConcordanceCell, ConcordanceRow, Join};
pub use correlate::correlate;
pub use data::{catalogue, data_version};
pub use model::{
    Clause, Edition, Exclusions, Kind, Link, Mark, Move, OneWay, Origin, PairNote, Process, Relation, Required,
    RequiredKind, SisterDocument, Specific, SpineClause, Suffices,
};
pub use open_points::{Fired, OpenPoint, PointKind, SettleBy};
pub use own::{AddedClause, AddedPartner, OwnList, OwnListed, OwnShow, OwnStated};
pub use reference::{ClauseRef, EditionId, compare_clauses};
pub use refusals::REASONS;
pub(crate) use refusals::clause_unknown;
pub use said::Said;
pub use terms::{Neighbour, Term, TermKind, TermRelation};
