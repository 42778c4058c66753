//! Tables out of workbooks, OpenDocument files, Word documents and separated text: cells as a person reads them, with what
//! else is to be seen of them: struck out, hidden, merged, linked. A function of bytes alone; nothing is understood here.

mod csv;
mod docx;
mod formats;
mod model;
mod opendocument;
mod xls;
mod xlsx;
pub(super) mod xml;

pub use model::{Cell, Row, Span, Table, Tables};

use super::ask::{ask, json};
use super::model::{Media, Unsearchable};
use super::{encodings, parts, sniff};
use crate::contained::{Containment, Work};

/// Content to its tables, as JSON.
pub const TABLES: Work = Work { name: "tables", run: |bytes| json(&read(bytes)) };

/// Reads all tables of a file, in `contained`. Never panics.
///
/// # Errors
/// Why there are none: damaged, locked, of a type that holds no tables, or too large.
pub fn tables(bytes: &[u8], contained: &Containment) -> Result<Tables, Unsearchable> {
    ask::<Result<_, _>>(TABLES, bytes, contained)?
}

fn read(bytes: &[u8]) -> Result<Tables, Unsearchable> {
    if xls::is_compound(bytes) {
        return xls::read(bytes);
    }
    if bytes.starts_with(b"PK") {
        parts::check_sizes(bytes)?;
        return match xml::kind(bytes) {
            Some(xml::Kind::Workbook) => xlsx::read(bytes).ok_or(Unsearchable::Damaged),
            Some(xml::Kind::Document) => docx::read(bytes).ok_or(Unsearchable::Damaged),
            Some(xml::Kind::Open) => opendocument::read(bytes).ok_or(Unsearchable::Damaged),
            None => Err(Unsearchable::UnknownType),
        };
    }
    match sniff::media(bytes) {
        Media::Empty => Err(Unsearchable::Empty),
        Media::Pdf | Media::Image | Media::Html | Media::Email => Err(Unsearchable::UnknownType),
        _ if encodings::is_text(bytes) => Ok(csv::read(&encodings::decode(bytes))),
        _ => Err(Unsearchable::UnknownType),
    }
}
