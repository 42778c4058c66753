//! Text out of files. The type is told by content, never by the extension; a file that cannot be read is
//! said to be so and why, and is filed all the same.

use std::path::Path;

use crate::contained::Containment;
use crate::disk;
use crate::error::{Error, Result};

mod archive;
mod ask;
mod code_pages;
mod compound;
mod counted;
mod doc;
mod embedded;
mod encodings;
mod engines;
mod figured;
mod figures;
mod formatted;
mod heard;
mod html;
mod johab;
mod kinds;
mod mail;
mod mail_words;
mod mbox;
mod model;
mod msg;
mod odf;
mod ods;
mod ooxml;
mod opened;
mod parts;
mod pdf;
mod pdf_attached;
mod pdf_drawn;
mod pdf_fields;
mod pdf_leftward;
mod pdf_lines;
mod pdf_margins;
mod pdf_names;
mod pdf_operators;
mod pdf_page;
mod pdf_pages;
mod pdf_running;
mod pdf_widths;
mod pictured;
mod ppt;
mod preview;
mod rtf;
mod running;
mod sheet;
mod sheet_comments;
mod slides;
mod sniff;
mod tables;
mod tracked;
mod within;
mod works;
mod xml;

use ask::ask;
pub use engines::{
    Engine, asked, asked_of, engines, equip, gained, languages, languages_fit, languages_missing, switch,
};
pub use model::{COMMENTS, Extracted, Inside, Media, Unread, Unsearchable};
pub use opened::{Held, OPEN, archive_opened, messages_of};
pub use preview::Preview;
pub use tables::{Cell, Row, Span, TABLES, Table, Tables, tables};
pub use works::{KIND, PARTS, TEXT};

/// Larger files are filed, not searched: memory must not grow with them.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A plain text file that says how something is to be read; more is none.
const LONGEST_TEXT: u64 = 16 << 20;

/// Rises when a reader reads more than before: files that an earlier one read are read again.
pub const VERSION: i64 = 9;

/// The text of a plain text file, in whatever encoding it came.
pub fn read_text(path: &Path) -> Result<String> {
    Ok(encodings::decode(&disk::read_named(path, LONGEST_TEXT)?))
}

/// Reads one file; an error means that the file could not be opened or read at all, everything about its
/// content is said in [`Extracted::problem`]. Never panics.
pub fn extract(path: &Path, contained: &Containment) -> Result<Extracted> {
    let size = std::fs::metadata(path).map_err(|e| Error::io(path, e))?.len();
    if size > LARGEST {
        return Ok(Extracted::unsearchable(Media::Other, Unsearchable::TooLarge));
    }
    let bytes = disk::read_named(path, LARGEST)?;
    Ok(read(&bytes, contained))
}

/// Reads content at hand.
pub fn read(bytes: &[u8], contained: &Containment) -> Extracted {
    engines::better(read_alone(bytes, contained), bytes, contained, read)
}

/// The same without other programs.
pub fn read_alone(bytes: &[u8], contained: &Containment) -> Extracted {
    if let Some(found) = kinds::unread(bytes) {
        return found;
    }
    match ask(TEXT, bytes, contained) {
        Ok(found) => found,
        Err(problem) => {
            let media = if problem == Unsearchable::NotStarted { None } else { ask(KIND, bytes, contained).ok() };
            Extracted::unsearchable(media.unwrap_or(Media::Other), problem)
        }
    }
}

/// Reads content that is no stranger's, in this process.
pub fn extract_bytes(bytes: &[u8]) -> Extracted {
    read(bytes, &Containment::here())
}
