//! What tables come to.

use serde::{Deserialize, Serialize};

/// Cells in all tables of a file together, empty ones before a filled one included; what stands behind is left out.
const MOST_CELLS: usize = 4_000_000;
/// Columns of a table; nobody keeps a list wider than this.
const MOST_COLUMNS: usize = 600;

/// The tables of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// In the order of the file.
    pub tables: Vec<Table>,
    /// Whether something was left out, since there was too much of it.
    pub cut: bool,
    #[serde(skip)]
    cells: usize,
}

/// A sheet of a workbook, or a table of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Name of the sheet; empty where there is none.
    pub name: String,
    /// Whether its own program does not show it.
    pub hidden: bool,
    /// The rows that hold something, from top to bottom.
    pub rows: Vec<Row>,
    /// Cells that were made one.
    pub merged: Vec<Span>,
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number as its own program shows it, from 1.
    pub place: usize,
    /// Whether its own program does not show it.
    pub hidden: bool,
    /// Its cells, from the first column on.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Whether all that stands in it is struck out.
    pub fn struck(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.text.trim().is_empty()).peekable();
        filled.peek().is_some() && filled.all(|cell| cell.struck)
    }
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What it shows: days as 2026-11-27, numbers as far as their format is simple as it shows them.
    pub text: String,
    /// Where it leads to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// Whether all of it is struck out.
    pub struck: bool,
    /// Whether it is a formula whose value nobody has stored, or that failed.
    pub uncomputed: bool,
    /// The number behind it, where it is one and no day: what a list without formats has in the place of a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
}

impl Cell {
    /// A cell that shows this.
    pub(super) fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// Cells that were made one: rows as their program numbers them, columns from 0; the last ones belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First and last row.
    pub rows: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

impl Tables {
    /// Puts a cell into a row. False where there is no more room at all.
    pub(super) fn put(&mut self, row: &mut Row, column: usize, cell: Cell) -> bool {
        if cell.text.trim().is_empty() && cell.link.is_empty() && !cell.uncomputed {
            return true;
        }
        let more = (column + 1).saturating_sub(row.cells.len());
        if column >= MOST_COLUMNS {
            self.cut = true;
            return true;
        }
        if self.cells + more > MOST_CELLS {
            self.cut = true;
            return false;
        }
        self.cells += more;
        if more > 0 {
            row.cells.resize(column + 1, Cell::default());
        }
        row.cells[column] = cell;
        true
    }
}
