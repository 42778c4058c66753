//! What reading a file comes to: its type, its text and properties, or why there is none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// More text than this is cut; nobody searches for what stands behind twenty million characters.
pub(super) const MOST_TEXT: usize = 20_000_000;

/// What parts a text from what stands beside it, as heads and feet, notes and filled fields do; in a PDF on each page.
pub(super) const APART: &str = "\n\x0b\n";
/// A line that ends within a paragraph.
pub(super) const BROKEN: &str = "\u{2028}\n";
/// What comes before its comments, which are last and no part of what it says: a line of two vertical tabs.
pub const COMMENTS: &str = "\n\x0b\x0b\n";

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
    /// OpenDocument presentation.
    Odp,
    /// Word document of before 2007.
    Doc,
    /// Excel workbook of before 2007.
    Xls,
    /// Presentation of before 2007.
    Ppt,
    /// Rich text.
    Rtf,
    /// Internet message.
    Email,
    /// Message as Outlook keeps it.
    Msg,
    /// Several Internet messages in one file.
    Mbox,
    /// Web page packed into a message.
    Mht,
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
    /// Something packed into it was not read; [`Extracted::unread`] names it.
    PartUnread,
    /// A PDF whose fonts say no letters: what is drawn cannot be told from what it looks like.
    NoLetters,
    /// Reading it ended the reader: damaged, made to do harm, or in need of more memory than a file is given.
    ReaderEnded,
    /// Reading it took longer than a file is given.
    TookTooLong,
    /// No reader could be started: nothing is known of the file.
    NotStarted,
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Extracted {
    /// Type by content.
    pub media: Media,
    /// All text: body, tables (cells separated by a tab, rows by a line feed), headers, footers, notes, every
    /// sheet, attachments. Empty where `problem` says why. Pages and slides are parted by a form feed. A sheet begins
    /// with a vertical tab and a line with its name; then each line is a row and each tab a column, until another
    /// vertical tab says that a gap was too wide to be written, or that what follows is in no sheet. In other files what
    /// stands beside the text follows behind a line with a vertical tab, in a PDF page by page, and comments follow last,
    /// behind [`COMMENTS`].
    pub text: String,
    /// Headers and footers, which stand on every page or sheet, one a line: parts of the text once more. Empty where the
    /// type does not tell them from the rest.
    #[serde(default)]
    pub running: String,
    /// Words whose deletion is tracked and neither accepted nor refused, a line for each paragraph: no part of the text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tracked: String,
    /// The document's own properties: `title`, `creator`, `subject`, `description`, `keywords`, `created`, `modified`; of a
    /// message `sent` (a day), `sender`, `attached` (names).
    pub properties: BTreeMap<String, String>,
    /// Why there is no text, or not all.
    pub problem: Option<Unsearchable>,
    /// What is packed into it and could not be read, at most a hundred of them.
    #[serde(default)]
    pub unread: Vec<Unread>,
    /// The other program that read it, with its version; nothing where this one did.
    #[serde(default)]
    pub engine: Option<String>,
    /// The files in it whose text stands within its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(skip)]
    pub inside: Vec<Inside>,
}

/// A file in a file, and which bytes of the text are its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inside {
    /// Its name, behind those of what it lies in.
    pub name: String,
    /// What it is, by its content; [`Media::Other`] where its text no longer tells pages or cells.
    pub media: Media,
    /// Where its name begins, or its text where it has none.
    pub from: usize,
    /// Where its text begins.
    pub begins: usize,
    /// Where its text ends.
    pub ends: usize,
}

/// Something in a file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unread {
    /// Its name, as the file says it.
    pub name: String,
    /// Why.
    pub problem: Unsearchable,
    /// Its bytes, where they are gathered for another program: never part of an answer.
    #[serde(skip)]
    #[ts(skip)]
    pub content: Option<Vec<u8>>,
}

impl Extracted {
    /// All of the text was read.
    pub(super) fn text(media: Media, text: String) -> Self {
        Self {
            media,
            text,
            running: String::new(),
            tracked: String::new(),
            properties: BTreeMap::new(),
            problem: None,
            unread: Vec::new(),
            engine: None,
            inside: Vec::new(),
        }
    }

    /// Says of a sheet or another part of the file that it could not be read to its end; what came before is kept.
    pub(super) fn part_damaged(&mut self, name: &str) {
        self.unread.push(Unread { name: name.to_owned(), problem: Unsearchable::Damaged, content: None });
        self.problem = self.problem.or(Some(Unsearchable::PartUnread));
    }

    /// No text, and why.
    pub fn unsearchable(media: Media, problem: Unsearchable) -> Self {
        Self { problem: Some(problem), ..Self::text(media, String::new()) }
    }
}
