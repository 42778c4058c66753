//! Text out of files. The type is told by content, never by the extension; a file that cannot be read is
//! said to be so and why, and is filed all the same.

use std::path::Path;

use crate::error::{Error, Result};

mod guard;
mod mail;
mod model;
mod office;
mod pdf;
mod plain;
mod preview;
mod sheet;
mod sniff;
mod tables;

pub use model::{Extracted, Media, Unsearchable};
pub use preview::Preview;
pub use tables::{Cell, Row, Span, Table, Tables, tables};

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
        Media::Email => mail::read(bytes, &|attached| nested(attached, depth + 1)),
        Media::Html => Extracted::text(media, plain::without_tags(&plain::decode(bytes))),
        Media::Csv | Media::Text => Extracted::text(media, plain::decode(bytes)),
        Media::Zip if !sniff::opens_as_zip(bytes) => Extracted::unsearchable(media, Unsearchable::Damaged),
        Media::Other if sniff::locked_container(bytes) => Extracted::unsearchable(media, Unsearchable::Locked),
        Media::Zip | Media::Other => Extracted::unsearchable(media, Unsearchable::UnknownType),
    };
    if plain::cut(&mut found.text, MOST_TEXT) {
        found.problem = Some(Unsearchable::TooLarge);
    }
    found
}
