//! What a plan is made of: the files with what was read from them, and the lists.

use crate::digest::Digest;
use crate::extract::Extracted;
use crate::import::index::IndexRow;
use crate::import::master::MasterRow;
use crate::import::problem::Problem;
use crate::import::scan::Skipped;
use crate::import::scopes::Scopes;

/// Whether a standard has a clause: its short name and the clause's number.
pub(super) type Known<'a> = &'a dyn Fn(&str, &str) -> bool;

/// A file with what is known of it.
#[derive(Debug, Clone)]
pub struct Found {
    /// Path relative to the share.
    pub path: String,
    /// Content hash.
    pub digest: Digest,
    /// What was read.
    pub extracted: Extracted,
}

/// Everything a plan is made of.
pub struct ImportInput<'a> {
    /// The files, by path.
    pub files: &'a [Found],
    /// The files left out.
    pub skipped: Vec<Skipped>,
    /// What the walk could not do.
    pub problems: Vec<Problem>,
    /// The master list.
    pub master: &'a [MasterRow],
    /// The evidence index.
    pub index: &'a [IndexRow],
    /// The scopes.
    pub scopes: &'a Scopes,
    /// Whether a standard has a clause.
    pub known: Known<'a>,
}
