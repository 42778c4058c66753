//! The forms of pages: this program's, and what changed with which.

/// Goes up whenever the same content gives other pages.
pub const PAGES: i64 = 7;

/// From this form on names that somebody types hold nothing that a shell runs, points stand by the clauses that they keep open, and
/// the standards in one order. Of earlier pages a checker makes what their programs made.
pub(super) const INERT: i64 = 6;

/// From this form on names hold nothing behind which a spreadsheet begins a cell, clauses have the year where two editions of their
/// standard are in the pack, and what a scope statement leaves out says who stated it and when.
pub(super) const YEARS: i64 = 7;
/// From this form on pages say of a mapping what a decision leaves of it, and list as evidence what counts for something.
pub(super) const DECIDED: i64 = 7;

/// The number of a form of pages, as `5 b9e219689042`; this program's where it says none.
pub(super) fn number(form: &str) -> i64 {
    form.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(PAGES)
}
