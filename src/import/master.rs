//! The master document list: a workbook with title rows, merged headers, section rows, remarks below, dates in
//! many notations, and numbers that Excel took for numbers.

use std::path::Path;

use calamine::{Reader, Xlsx, open_workbook};

use super::refusals;
use super::table::{self, Columns, Words};
use crate::day::Due;
use crate::error::{Error, Result};
use crate::extract::cell_text;
use crate::reading::{ClauseCell, due_among};
use crate::words::Header;

/// What a row of the master list says of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterRow {
    /// Row as the workbook numbers it, from 1.
    pub row: usize,
    /// The document's number; a row without one is no row of a document.
    pub number: String,
    /// The document's title.
    pub title: String,
    /// Type, in the list's own words.
    pub kind: String,
    /// Label of the version that counts, as the list says.
    pub version: Option<String>,
    /// Status, in the list's own words.
    pub status: String,
    /// Role that answers for it; empty where the cell holds a dash.
    pub owner: String,
    /// Role that approves it; empty where the cell holds a dash.
    pub approver: String,
    /// When it was approved; nothing where the cell cannot be read.
    pub approved_on: Option<Due>,
    /// When the next review is due; the cell's text where it cannot be read.
    pub next_review: Option<std::result::Result<Due, String>>,
    /// Months between reviews, 1 to 120.
    pub interval: Option<u32>,
    /// What the cells of all columns for clauses name.
    pub clauses: ClauseCell,
    /// Whether the list has a column for clauses: then an empty cell says that there are none.
    pub names_clauses: bool,
    /// Path of the file, as the list writes it.
    pub location: Option<String>,
    /// Who gets it.
    pub distribution: String,
    /// Who may see it.
    pub classification: String,
    /// How long it is kept, in the list's own words.
    pub retention: String,
    /// Its cells as they stand there.
    pub words: Vec<Words>,
    /// Whether dates with dots may have the month first, as others of the list have.
    pub unsure_dots: bool,
}

/// Reads the master list: the first sheet that has a header row with number, title and more.
///
/// # Errors
/// `list_unreadable` where the workbook cannot be read or no such header is found.
pub fn master_list(path: &Path) -> Result<Vec<MasterRow>> {
    if !path.is_file() {
        return Err(Error::io(path, std::io::ErrorKind::NotFound.into()));
    }
    let mut book: Xlsx<_> = open_workbook(path).map_err(|_| refusals::master_list_not_workbook(path.display()))?;
    for name in book.sheet_names() {
        let Ok(sheet) = book.worksheet_range(&name) else { continue };
        let first = sheet.start().map_or(0, |(row, _)| row as usize);
        let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(cell_text).collect()).collect();
        let Some((header, columns)) = table::header(&rows, &[Header::Number, Header::Title]) else { continue };
        let unsure = table::unsure_dots(&rows[header + 1..], &columns);
        let data = rows.iter().enumerate().skip(header + 1);
        return Ok(data.filter_map(|(i, row)| read(first + i + 1, row, &columns, unsure)).collect());
    }
    Err(refusals::master_list_without_header(path.display()))
}

/// Section rows, blank rows and remarks have no number or nothing besides it.
fn read(row: usize, cells: &[String], columns: &Columns, unsure: bool) -> Option<MasterRow> {
    let text = |c: Header| table::cell(cells, columns, c);
    let number = text(Header::Number)?;
    let title = text(Header::Title)?;
    let dash = |t: String| if t == "-" { String::new() } else { t };
    let clauses = table::clauses(cells, columns);
    Some(MasterRow {
        row,
        number,
        title,
        kind: text(Header::Kind).unwrap_or_default(),
        version: text(Header::Version),
        status: text(Header::Status).unwrap_or_default(),
        owner: text(Header::Owner).map(dash).unwrap_or_default(),
        approver: text(Header::Approver).map(dash).unwrap_or_default(),
        approved_on: text(Header::ApprovedOn).and_then(|t| due_among(&t, unsure)),
        next_review: text(Header::NextReview).map(|t| due_among(&t, unsure).ok_or(t)),
        interval: text(Header::Interval).and_then(|t| t.parse().ok()).filter(|m| (1..=120).contains(m)),
        clauses,
        names_clauses: table::has(columns, Header::Clauses),
        location: text(Header::Location),
        distribution: text(Header::Distribution).unwrap_or_default(),
        classification: text(Header::Classification).unwrap_or_default(),
        retention: text(Header::Retention).unwrap_or_default(),
        words: table::words(cells, columns),
        unsure_dots: unsure,
    })
}
