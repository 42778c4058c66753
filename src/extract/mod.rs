//! Text out of files. The type is told by content, never by the extension; a file that cannot be read is
//! said to be so and why, and is filed all the same.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::Result;

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// Portable document.
    Pdf,
    /// Word document (OOXML).
    Docx,
    /// Excel workbook (OOXML).
    Xlsx,
    /// Presentation (OOXML).
    Pptx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// Internet message.
    Email,
    /// Comma- or semicolon-separated values.
    Csv,
    /// Plain text in any encoding we can tell.
    Text,
    /// Web page.
    Html,
    /// PNG, JPEG, GIF, TIFF, WebP, BMP.
    Image,
    /// A ZIP that is none of the above.
    Zip,
    /// No bytes at all.
    Empty,
    /// Something else.
    Other,
}

/// Why no text came out, or not all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unsearchable {
    /// Zero bytes.
    Empty,
    /// Damaged: a truncated archive, a broken cross-reference table …
    Damaged,
    /// Needs a password, or is locked by rights management.
    Locked,
    /// A picture, or a PDF of pictures: no text without OCR.
    ImageOnly,
    /// A type we do not read.
    UnknownType,
    /// Larger, or more deeply packed, than we are willing to unpack.
    TooLarge,
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extracted {
    /// Type by content.
    pub media: Media,
    /// All text: body, tables (cells separated by a tab, rows by a line feed), headers, footers, notes, every
    /// sheet, attachments. Empty where `problem` says why.
    pub text: String,
    /// The document's own properties: `title`, `creator`, `subject`, `description`, `keywords`, `created`, `modified`.
    pub properties: BTreeMap<String, String>,
    /// Why there is no text, or not all.
    pub problem: Option<Unsearchable>,
}

/// Reads one file; an error means that the file could not be opened or read at all, everything about its
/// content is said in [`Extracted::problem`]. Never panics.
pub fn extract(_path: &Path) -> Result<Extracted> {
    Err(crate::error::Error::internal("extraction is not built yet"))
}
