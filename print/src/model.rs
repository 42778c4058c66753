//! What is printed, and what comes of it.

/// What is printed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paper {
    /// Its title, on top and as the file's own.
    pub title: String,
    /// The language it is written in: `en`, `de`.
    pub language: String,
    /// Under the title: from what, for which day and by whom it was made, a line each.
    pub made: Vec<String>,
    /// At the foot of each page, beside its number.
    pub foot: String,
    /// What the engine itself has to say.
    pub words: Words,
    /// On what it is printed.
    pub sheet: Sheet,
    /// What it says.
    pub parts: Vec<Part>,
}

/// The few words that are the printer's own, in the language of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The number of a page, with `{n}` and `{m}`.
    pub page: String,
    /// Said at the end where letters have no font, with `{letters}`.
    pub missing: String,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            page: "Page {n} of {m}".into(),
            missing: "No font of this machine has these letters, which are printed as their numbers: {letters}".into(),
        }
    }
}

/// On what it is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its size.
    pub size: Size,
    /// The long side lies below.
    pub landscape: bool,
}

/// A size of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Sheet {
    /// Width and height in points.
    pub(crate) fn points(self) -> (f32, f32) {
        let (short, long) = match self.size {
            Size::A4 => (595.28, 841.89),
            Size::Letter => (612.0, 792.0),
        };
        if self.landscape { (long, short) } else { (short, long) }
    }
}

/// A part of what it says.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// The heading of what follows.
    Heading(String),
    /// A paragraph; a line break in it is kept.
    Text(String),
    /// A table.
    Table(Table),
}

/// A table. Its header stands on every page on which it has rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub title: String,
    /// Its share of the width, beside those of the others; more than nothing.
    pub share: f32,
}

/// A cell. Its text is wrapped, never cut.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Whether it is to be noticed.
    pub strong: bool,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), strong: false }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Letters for which there was no font.
    pub missing: Vec<char>,
}

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A table without columns, with a column without width, or with a row of other width.
    #[error("a table has {columns} columns, and a row of {cells} cells")]
    Table {
        /// How many columns it has.
        columns: usize,
        /// How many cells a row has.
        cells: usize,
    },
    /// A font or the engine itself.
    #[error("{0}")]
    Engine(String),
}
