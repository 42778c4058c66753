//! Tables from other programs: where the header row is, and which column means what.

use crate::reading::{ClauseCell, clause_cell, dots_put_month_first, standard_in};
use crate::words::{self, Header};

/// What each column of a table means, with the header's own text.
pub(super) type Columns = [Option<(Header, String)>];

/// The header row: the first of the upper rows that has all the columns needed and means something in at least
/// half of its cells. Returns its index and the meaning of each column with the header's own text.
pub(super) fn header(rows: &[Vec<String>], needed: &[Header]) -> Option<(usize, Vec<Option<(Header, String)>>)> {
    rows.iter().take(40).enumerate().find_map(|(i, row)| {
        let columns: Vec<Option<(Header, String)>> =
            row.iter().map(|cell| words::header(cell).map(|c| (c, cell.clone()))).collect();
        let mut kinds: Vec<Header> = columns.iter().flatten().map(|(c, _)| *c).collect();
        kinds.dedup();
        let filled = row.iter().filter(|c| !c.trim().is_empty()).count();
        if needed.iter().all(|c| kinds.contains(c)) && kinds.len() * 2 >= filled { Some((i, columns)) } else { None }
    })
}

/// Whether a table has a column that means this.
pub(super) fn has(columns: &Columns, wanted: Header) -> bool {
    columns.iter().flatten().any(|(header, _)| *header == wanted)
}

/// The cells of a row that mean one thing, empty ones left out.
pub(super) fn cells<'a>(
    row: &'a [String],
    columns: &'a Columns,
    wanted: Header,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    row.iter().zip(columns).filter_map(move |(cell, column)| match column {
        Some((c, header)) if *c == wanted && !cell.trim().is_empty() => Some((header.as_str(), cell.trim())),
        _ => None,
    })
}

/// A cell that is not empty, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What the column means.
    pub header: Header,
    /// What heads it.
    pub column: String,
    /// What stands in it.
    pub words: String,
}

/// The cells of a row whose columns mean something, in the order of the columns; empty ones and dashes are left out.
pub(super) fn words(row: &[String], columns: &Columns) -> Vec<Words> {
    let said = |(cell, column): (&String, &Option<(Header, String)>)| {
        let (header, column) = column.as_ref()?;
        let words = cell.trim();
        let empty = words.is_empty() || words == "-";
        (!empty).then(|| Words { header: *header, column: column.trim().to_owned(), words: words.to_owned() })
    };
    row.iter().zip(columns).filter_map(said).collect()
}

/// Whether a list has a date with dots that can only have the month first.
pub(super) fn unsure_dots(rows: &[Vec<String>], columns: &Columns) -> bool {
    rows.iter().any(|row| words(row, columns).iter().any(|cell| dots_put_month_first(&cell.words)))
}

/// The first such cell.
pub(super) fn cell(row: &[String], columns: &Columns, wanted: Header) -> Option<String> {
    cells(row, columns, wanted).next().map(|(_, cell)| cell.to_owned())
}

/// The clauses that a row names, in the cells of all columns for clauses.
pub(super) fn clauses(row: &[String], columns: &Columns) -> ClauseCell {
    let mut clauses = ClauseCell::default();
    for (header, cell) in cells(row, columns, Header::Clauses) {
        let found = clause_cell(cell, standard_in(header));
        clauses.clauses.extend(found.clauses);
        clauses.unread.extend(found.unread);
    }
    clauses
}
