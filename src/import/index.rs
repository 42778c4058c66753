//! The rows of an evidence index: one record each.

use super::master::{names_clauses, unsure_dots};
use crate::day::{Day, Due};
use crate::lists::{ListRow, Understood, Words};
use crate::reading::{ClauseCell, due_among};
use crate::words::Header;

/// What a row of the evidence index says of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexRow {
    /// Row as the list's program numbers it, from 1.
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

/// The records of an index.
pub fn index_rows(list: &Understood) -> Vec<IndexRow> {
    let (unsure, names_clauses) = (unsure_dots(list), names_clauses(list));
    let read = list.rows.iter().filter_map(|row| read(row, names_clauses, unsure));
    // A cell with several files is a row for each of them.
    let each = |row: IndexRow| {
        let files: Vec<String> = row.file.lines().map(str::to_owned).collect();
        files.into_iter().map(move |file| IndexRow { file, ..row.clone() })
    };
    read.flat_map(each).collect()
}

fn read(row: &ListRow, names_clauses: bool, unsure: bool) -> Option<IndexRow> {
    let file = row.text(Header::Location)?;
    let mut unread_dates = Vec::new();
    let mut day = |header: Header| {
        let text = row.text(header)?;
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
    Some(IndexRow {
        row: row.row,
        file,
        clauses: row.clauses.clone(),
        names_clauses,
        period_from,
        period_to,
        collected,
        valid_until,
        note: row.text(Header::Note).unwrap_or_default(),
        unread_dates,
        words: row.cells.clone(),
        unsure_dots: unsure,
    })
}
