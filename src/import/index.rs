//! The evidence index: a CSV file with one record a row.

use std::path::Path;

use super::refusals;
use super::table::{self, Columns, Words};
use crate::day::{Day, Due};
use crate::error::Result;
use crate::reading::{ClauseCell, due_among};
use crate::words::Header;

/// What a row of the evidence index says of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexRow {
    /// Row in the file, from 1; the header is one.
    pub row: usize,
    /// Path of the file, as the index writes it.
    pub file: String,
    /// What the cells of all columns for clauses name.
    pub clauses: ClauseCell,
    /// Whether the index has a column for clauses: then an empty cell says that there are none.
    pub names_clauses: bool,
    /// First day of the period it speaks of.
    pub period_from: Option<Day>,
    /// Last day of the period it speaks of.
    pub period_to: Option<Day>,
    /// Day on which it was collected.
    pub collected: Option<Day>,
    /// Last day on which it counts.
    pub valid_until: Option<Day>,
    /// A remark, in the index's own words.
    pub note: String,
    /// Dates that could not be read exactly.
    pub unread_dates: Vec<String>,
    /// Its cells as they stand there.
    pub words: Vec<Words>,
    /// Whether dates with dots may have the month first, as others of the list have.
    pub unsure_dots: bool,
}

/// Reads the evidence index; commas, semicolons and tabs are understood.
///
/// # Errors
/// `list_unreadable` where it has no column for the file.
pub fn evidence_index(path: &Path) -> Result<Vec<IndexRow>> {
    let text = crate::extract::read_text(path)?;
    let first = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|s| first.matches(char::from(*s)).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| refusals::evidence_index_broken(path.display()))?;
        let line = record.position().map_or(0, |p| p.line() as usize);
        rows.push((line, record.iter().map(str::to_owned).collect::<Vec<_>>()));
    }
    let cells: Vec<Vec<String>> = rows.iter().map(|(_, cells)| cells.clone()).collect();
    let (header, columns) = table::header(&cells, &[Header::Location])
        .ok_or_else(|| refusals::evidence_index_without_header(path.display()))?;
    let unsure = table::unsure_dots(&cells[header + 1..], &columns);
    Ok(rows.iter().skip(header + 1).filter_map(|(line, cells)| read(*line, cells, &columns, unsure)).collect())
}

fn read(row: usize, cells: &[String], columns: &Columns, unsure: bool) -> Option<IndexRow> {
    let file = table::cell(cells, columns, Header::Location)?;
    let mut unread_dates = Vec::new();
    let mut day = |c: Header| {
        let text = table::cell(cells, columns, c)?;
        match due_among(&text, unsure) {
            Some(Due::Day { day }) => Some(day),
            _ => {
                unread_dates.push(text);
                None
            }
        }
    };
    let (period_from, period_to) = (day(Header::PeriodFrom), day(Header::PeriodTo));
    let (collected, valid_until) = (day(Header::Collected), day(Header::ValidUntil));
    let clauses = table::clauses(cells, columns);
    let note = table::cell(cells, columns, Header::Note).unwrap_or_default();
    let words = table::words(cells, columns);
    Some(IndexRow {
        row,
        file,
        clauses,
        names_clauses: table::has(columns, Header::Clauses),
        period_from,
        period_to,
        collected,
        valid_until,
        note,
        unread_dates,
        words,
        unsure_dots: unsure,
    })
}
