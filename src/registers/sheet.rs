//! The register as a workbook: a sheet for what is in use, one for what is obsolete, one that says from what it was made.

use super::columns::{DOCUMENTS, OBSOLETE};
use super::paper::left_out;
use super::rows::Register;
use crate::error::Result;
use crate::print::{Book, Made, say};

/// The register as a workbook, or what is obsolete alone.
///
/// # Errors
/// `internal` where it cannot be written.
pub fn workbook(register: &Register, obsolete_alone: bool, made: &Made) -> Result<Vec<u8>> {
    let title = if obsolete_alone { "paper.register.obsoleteTitle" } else { "paper.register.title" };
    let mut book = Book::new(say(made.language, title).into_owned(), made);
    if !obsolete_alone {
        book.list("paper.register.documents", DOCUMENTS, &register.documents, "paper.register.none")?;
    }
    book.list("paper.register.obsolete", OBSOLETE, &register.obsolete, "paper.register.nothingObsolete")?;
    book.end("paper.register.made", left_out(register, made).into_iter().collect())
}
