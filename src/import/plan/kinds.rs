//! What a file of a share is taken for: a document, a record or something from outside.

use super::rows::Rows;
use crate::reading::{Control, FileName};
use crate::words::{Folder, in_folder};

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Record,
    External,
}

/// A document is maintained, a record retained. Lists say it best, folders next, then what the file itself says.
pub(super) fn kind_of(path: &str, name: &FileName, control: Option<&Control>, rows: &Rows<'_>) -> Kind {
    if rows.indexed(path).is_some() {
        return Kind::Record;
    }
    let listed = |n: &str| rows.numbered(n).is_some();
    let number = control.map(|c| c.number.as_str()).or(name.number.as_deref());
    if number.is_some_and(listed) || rows.located(path) {
        return Kind::Document;
    }
    if in_folder(path, Folder::Record) {
        Kind::Record
    } else if in_folder(path, Folder::External) {
        Kind::External
    } else if control.is_some()
        || in_folder(path, Folder::Document)
        || (name.number.is_some() && (name.version.is_some() || in_folder(path, Folder::Obsolete)))
    {
        Kind::Document
    } else {
        Kind::Record
    }
}
