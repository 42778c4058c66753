//! Text out of files. The type is told by content, never by the extension; a file that cannot be read is
//! said to be so and why, and is filed all the same.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

mod guard;
mod mail;
mod office;
mod pdf;
mod plain;
mod sheet;
mod sniff;

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

/// Larger files are filed, not searched: memory must not grow with them.
const LARGEST: u64 = 256 * 1024 * 1024;
/// More text than this is cut; nobody searches for what stands behind twenty million characters.
const MOST_TEXT: usize = 20_000_000;

/// The text of a plain text file, in whatever encoding it came.
pub fn read_text(path: &Path) -> Result<String> {
    Ok(plain::decode(&std::fs::read(path).map_err(|e| Error::io(path, e))?))
}

/// A workbook's cell as a person reads it.
pub fn cell_text(cell: &calamine::Data) -> String {
    sheet::shown(cell)
}

impl Extracted {
    fn text(media: Media, text: String) -> Self {
        Self { media, text, properties: BTreeMap::new(), problem: None }
    }

    fn unsearchable(media: Media, problem: Unsearchable) -> Self {
        Self { media, text: String::new(), properties: BTreeMap::new(), problem: Some(problem) }
    }
}

/// Reads one file; an error means that the file could not be opened or read at all, everything about its
/// content is said in [`Extracted::problem`]. Never panics.
pub fn extract(path: &Path) -> Result<Extracted> {
    let size = std::fs::metadata(path).map_err(|e| Error::io(path, e))?.len();
    if size > LARGEST {
        return Ok(Extracted::unsearchable(Media::Other, Unsearchable::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(|e| Error::io(path, e))?;
    Ok(extract_bytes(&bytes))
}

/// Reads content at hand, such as an attachment.
pub fn extract_bytes(bytes: &[u8]) -> Extracted {
    guard::contain(|| nested(bytes, 0))
        .unwrap_or_else(|| Extracted::unsearchable(sniff::media(bytes), Unsearchable::Damaged))
}

/// `depth` counts how often one content was packed into another.
fn nested(bytes: &[u8], depth: u32) -> Extracted {
    const DEEPEST: u32 = 4;
    let media = sniff::media(bytes);
    if depth > DEEPEST {
        return Extracted::unsearchable(media, Unsearchable::TooLarge);
    }
    let mut found = match media {
        Media::Empty => Extracted::unsearchable(media, Unsearchable::Empty),
        Media::Image => Extracted::unsearchable(media, Unsearchable::ImageOnly),
        Media::Pdf => pdf::read(bytes),
        Media::Docx | Media::Pptx | Media::Odt | Media::Ods => office::read(bytes, media),
        Media::Xlsx => sheet::read(bytes),
        Media::Email => mail::read(bytes, depth),
        Media::Html => Extracted::text(media, plain::without_tags(&plain::decode(bytes))),
        Media::Csv | Media::Text => Extracted::text(media, plain::decode(bytes)),
        Media::Zip if !sniff::opens_as_zip(bytes) => Extracted::unsearchable(media, Unsearchable::Damaged),
        Media::Other if sniff::locked_container(bytes) => Extracted::unsearchable(media, Unsearchable::Locked),
        Media::Zip | Media::Other => Extracted::unsearchable(media, Unsearchable::UnknownType),
    };
    if found.text.len() > MOST_TEXT {
        let end = (0..=MOST_TEXT).rev().find(|i| found.text.is_char_boundary(*i)).unwrap_or(0);
        found.text.truncate(end);
        found.problem = Some(Unsearchable::TooLarge);
    }
    found
}
