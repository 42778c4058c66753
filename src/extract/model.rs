//! What reading a file comes to: its type, its text and properties, or why there is none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
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

impl Extracted {
    /// All of the text was read.
    pub(super) fn text(media: Media, text: String) -> Self {
        Self { media, text, properties: BTreeMap::new(), problem: None }
    }

    /// No text, and why.
    pub(super) fn unsearchable(media: Media, problem: Unsearchable) -> Self {
        Self { media, text: String::new(), properties: BTreeMap::new(), problem: Some(problem) }
    }
}
