//! What another program says of a file that it exported.

use crate::day::Day;

/// What is said of one file: kept as that program's word, believed only where it may be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Says {
    /// The file that it lay in, by its path in the share.
    pub within: String,
    /// What it is called there.
    pub title: Option<String>,
    /// Day on which it was collected.
    pub collected: Option<Day>,
    /// First day of the period it speaks of.
    pub period_from: Option<Day>,
    /// Last day of the period it speaks of.
    pub period_to: Option<Day>,
    /// Last day on which it counts.
    pub valid_until: Option<Day>,
    /// Clauses for which the user's own program held it: standard with its year, and clause.
    pub clauses: Vec<(String, String)>,
    /// Whatever else is said.
    pub note: String,
}

/// A file that lay in another, with what is said of it.
#[derive(Debug)]
pub(super) struct Part {
    /// Its name there.
    pub(super) name: String,
    /// Its bytes.
    pub(super) content: Vec<u8>,
    /// What is said.
    pub(super) says: Says,
}

/// A day at the beginning of a time stamp, or by itself.
pub(super) fn day(text: &str) -> Option<Day> {
    text.get(..10)?.parse().ok()
}
