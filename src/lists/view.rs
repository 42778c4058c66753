//! A list as it is understood: for the rest of an import, and for a person who looks at it.

use serde::Serialize;
use ts_rs::TS;

use super::chosen::{Hidden, Struck};
use super::propose::Why;
use crate::extract::Tables;
use crate::questions::{ColumnRead, ColumnsRead, List, WordRead};
use crate::reading::ClauseCell;
use crate::words::Header;

/// A list that is understood, or not.
#[derive(Debug, Clone)]
pub struct Understood {
    /// Which list.
    pub list: List,
    /// The sheet.
    pub sheet: String,
    /// All sheets or tables of the file.
    pub sheets: Vec<String>,
    /// Sheets that look like such a list, too, and are not read, with their rows.
    pub beside: Vec<(String, usize)>,
    /// First and last row of names, as the list's program numbers them.
    pub names_in: Option<(usize, usize)>,
    /// What it is a list of, where it is none of documents or records: `supplier`, `risk`, `asset`.
    pub other: Option<&'static str>,
    /// By what lists of its make are known.
    pub shape: String,
    /// Whether its columns were decided on before.
    pub remembered: bool,
    /// Whether its columns suffice to read rows.
    pub usable: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The words of its columns for states and types.
    pub words: Vec<ColumnWords>,
    /// What is made of rows that are struck out.
    pub struck: Struck,
    /// What is made of rows that are hidden.
    pub hidden: Hidden,
    /// Its first rows, as they stand there.
    pub preview: Vec<PreviewRow>,
    /// The rows that are read.
    pub rows: Vec<ListRow>,
    /// The rows that are not, and why.
    pub left_out: Vec<LeftOut>,
    /// What is to be said of rows that are read.
    pub notes: Vec<RowNote>,
    /// Whether there was more than is read.
    pub cut: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ListColumn")]
pub struct Column {
    /// Its letters, as in a workbook.
    pub letters: String,
    /// What heads it.
    pub name: String,
    /// What it means: `number`, `next_review`, `clauses 9001`, `clause 9001 8.5.1`, `not_used` …
    pub meaning: String,
    /// By what it is understood.
    pub why: Why,
    /// Cells that hold something.
    pub filled: usize,
    /// The first different values.
    pub samples: Vec<String>,
    /// In which order the column as a whole puts days with slashes: `day_first`, `month_first`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<&'static str>,
    /// Whether it holds numbers of clauses and nobody says of which standard, or whether they are those of controls.
    pub asks_standard: bool,
}

/// The different words of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnWords {
    /// The particular: `status` or `kind`.
    pub under: &'static str,
    /// The column's letters.
    pub letters: String,
    /// Each word, the commonest first.
    pub words: Vec<WordMeaning>,
}

/// A word in a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WordMeaning {
    /// As it stands there.
    pub words: String,
    /// In how many rows.
    pub count: usize,
    /// What it means; nothing where nobody knows.
    pub meaning: Option<String>,
    /// By what it is understood.
    pub why: Why,
}

/// A row that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// Row as the list's program numbers it.
    pub row: usize,
    /// Its sheet, where the list has several.
    pub sheet: Option<String>,
    /// Whether all of it is struck out, and that is to be asked about.
    pub struck: bool,
    /// What its cells for clauses name.
    pub clauses: ClauseCell,
    /// Its other cells, in the order of the columns.
    pub cells: Vec<Words>,
    /// Where a link in it leads, other than that of its location.
    pub link: Option<String>,
}

impl ListRow {
    /// What stands under a header; of several cells the first.
    pub fn text(&self, header: Header) -> Option<String> {
        self.cells.iter().find(|cell| cell.header == header).map(|cell| cell.words.clone())
    }
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What the column means.
    pub header: Header,
    /// What heads it.
    pub column: String,
    /// What stands in it; a day or a word that the list as a whole makes clear, in its clear form.
    pub words: String,
}

/// A row that is not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    /// Row as the list's program numbers it.
    pub row: usize,
    /// Why: `section`, `no_number`, `struck`, `hidden`, `beside`, `names`.
    pub why: &'static str,
    /// What stands in it.
    pub words: String,
}

/// What is to be said of a row that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowNote {
    /// Row as the list's program numbers it.
    pub row: usize,
    /// What: `struck`, `hidden`, `below_ended`, `uncomputed`, `no_number`, `no_title`.
    pub what: &'static str,
    /// The words or the column in question.
    pub words: String,
}

/// One of the first rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewRow {
    /// Row as the list's program numbers it.
    pub row: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// `names`, `read`, `above`, or why it is left out.
    pub as_what: &'static str,
    /// Whether it is struck out.
    pub struck: bool,
}

impl Understood {
    /// A file without any table.
    pub(super) fn nothing(list: List, tables: &Tables) -> Self {
        Self {
            list,
            sheet: String::new(),
            sheets: tables.tables.iter().map(|table| table.name.clone()).collect(),
            beside: Vec::new(),
            names_in: None,
            other: None,
            shape: String::new(),
            remembered: false,
            usable: false,
            columns: Vec::new(),
            words: Vec::new(),
            struck: Struck::Ask,
            hidden: Hidden::Read,
            preview: Vec::new(),
            rows: Vec::new(),
            left_out: Vec::new(),
            notes: Vec::new(),
            cut: tables.cut,
        }
    }

    /// What is kept of it for the next list of its shape.
    pub fn kept(&self, name: &str) -> ColumnsRead {
        let word = |under: &str, word: &WordMeaning| {
            let meaning = word.meaning.clone().filter(|_| matches!(word.why, Why::Chosen | Why::Remembered))?;
            Some(WordRead { under: under.to_owned(), words: word.words.clone(), meaning })
        };
        ColumnsRead {
            list: self.list,
            name: name.to_owned(),
            shape: self.shape.clone(),
            columns: self
                .columns
                .iter()
                .map(|column| ColumnRead { name: column.name.clone(), meaning: column.meaning.clone() })
                .collect(),
            words: self.words.iter().flat_map(|of| of.words.iter().filter_map(|w| word(of.under, w))).collect(),
        }
    }
}
