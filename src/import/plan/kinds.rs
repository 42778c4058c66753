//! What a file of a share is taken for: a document, a record or something from outside.

use crate::import::index::{IndexRow, row_of};
use crate::import::master::MasterRow;
use crate::reading::{Control, FileName};
use crate::text::{fold, nfc};
use crate::words::{Folder, in_folder};

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Record,
    External,
}

/// A document is maintained, a record retained. Lists say it best, folders next, then what the file itself says.
pub(super) fn kind_of(
    path: &str,
    name: &FileName,
    control: Option<&Control>,
    master: &[MasterRow],
    index: &[IndexRow],
) -> Kind {
    if row_of(index, path).is_some() {
        return Kind::Record;
    }
    let listed = |n: &str| master.iter().any(|row| fold(&row.number) == fold(n));
    let number = control.map(|c| c.number.as_str()).or(name.number.as_deref());
    if number.is_some_and(listed) || master.iter().any(|r| r.location.as_deref().is_some_and(|l| nfc(l) == nfc(path))) {
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
