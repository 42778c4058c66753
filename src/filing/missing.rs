//! When a file is ready to be filed: the one rule for the window, the terminal and filing itself.

use serde::Serialize;
use ts_rs::TS;

use super::item::{FileAs, FileItem};
use super::refusals;
use crate::error::Error;

/// What still stops a file from being filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Its content is filed already, and nobody said that it is to be filed again.
    Again,
    /// As what it is filed.
    Purpose,
    /// New documents and records: the title.
    Title,
    /// Documents: the number.
    Code,
    /// New documents: the kind of documented information.
    Kind,
    /// Records: a clause that it is evidence for.
    Clause,
}

/// What something to file still lacks, in the order in which a person is asked for it; nothing where it is ready.
/// `held` says whether its content is filed already.
pub fn missing(item: &FileItem, held: bool) -> Vec<Missing> {
    let empty = |text: &str| text.trim().is_empty();
    let is = |kind| item.kind == Some(kind);
    let rules = [
        (Missing::Again, held && !item.again),
        (Missing::Purpose, item.kind.is_none()),
        (Missing::Code, (is(FileAs::Document) || is(FileAs::Revision)) && empty(&item.code)),
        (Missing::Title, (is(FileAs::Document) || is(FileAs::Record)) && empty(&item.title)),
        (Missing::Kind, is(FileAs::Document) && empty(&item.what)),
        (Missing::Clause, is(FileAs::Record) && item.clauses.is_empty()),
    ];
    rules.into_iter().filter_map(|(what, lacks)| lacks.then_some(what)).collect()
}

/// The refusal of a file that lacks this; that it is filed already is refused by what holds it.
pub(super) fn refused(lacks: Missing, name: &str) -> Option<Error> {
    match lacks {
        Missing::Again => None,
        Missing::Purpose => Some(refusals::file_without_purpose(name)),
        Missing::Title => Some(refusals::file_without_title(name)),
        Missing::Code => Some(refusals::file_without_code(name)),
        Missing::Kind => Some(refusals::file_without_kind(name)),
        Missing::Clause => Some(refusals::file_without_clause(name)),
    }
}
