//! What a plan is made of: the files with what was read from them, and the lists.

use std::collections::HashMap;

use super::register::Register;
use crate::day::Day;
use crate::digest::Digest;
use crate::extract::Extracted;
use crate::import::index::IndexRow;
use crate::import::master::MasterRow;
use crate::import::opened::Says;
use crate::import::problem::Problem;
use crate::import::scan::Skipped;
use crate::import::scopes::Scopes;
use crate::standards::EditionId;

/// Whether a standard has a clause: its short name and the clause's number.
pub(super) type Known<'a> = &'a dyn Fn(&str, &str) -> bool;

/// A file of the share that was stored, or hashed for a dry run, and read.
#[derive(Debug, Clone)]
pub struct Found {
    /// Path relative to the share, with `/`.
    pub path: String,
    /// The folders above it from the top of the file system on, with `/`: what they say does not depend on where an import
    /// begins.
    pub folders: String,
    /// SHA-256 of its content.
    pub digest: Digest,
    /// Its type, text and properties.
    pub extracted: Extracted,
}

/// Everything a plan is made of.
pub struct ImportInput<'a> {
    /// The files, in the order of their paths.
    pub files: &'a [Found],
    /// The files of operating systems and programs, left out.
    pub skipped: Vec<Skipped>,
    /// What the walk could not do.
    pub problems: Vec<Problem>,
    /// The rows of the master list; none where there is no list.
    pub master: &'a [MasterRow],
    /// The master list's file.
    pub master_name: &'a str,
    /// The evidence index's file.
    pub index_name: &'a str,
    /// The rows of the evidence index; none where there is no index.
    pub index: &'a [IndexRow],
    /// What other programs say of files that lay in one of theirs, by path.
    pub opened: &'a HashMap<String, Says>,
    /// Which file belongs to which site.
    pub scopes: &'a Scopes,
    /// The day of the import: what lies ahead of it has not happened.
    pub today: Day,
    /// What is filed already.
    pub register: &'a Register,
    /// The editions that are held.
    pub held: &'a [EditionId],
    /// Whether a standard has a clause.
    pub known: Known<'a>,
}
