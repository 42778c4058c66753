//! The standards as data: editions, clauses and controls, the common structure, the correlation between them,
//! terms, and which documented information they ask for. Facts only; another standard comes in as rows.

mod catalogue;
mod correlation;
mod reference;
mod views;

pub use catalogue::{Catalogue, Clause, Edition, Required, RequiredKind, SpineClause, Term, catalogue};
pub use correlation::{Answer, CorrelationRow, Match, Outcome, Relation, correlate, correlation_rows};
pub use reference::{ClauseRef, EditionId};
pub use views::{
    ClauseView, CorrelateView, EditionView, SpineView, StandardView, TermsView, clause_view, correlate_view,
    standard_view, terms_view,
};
