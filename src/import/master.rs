//! The rows of a master document list: one document each.

use crate::day::Due;
use crate::lists::{ListRow, Understood, Words};
use crate::reading::{ClauseCell, dots_put_month_first, due_among};
use crate::words::Header;

/// What a row of the master list says of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterRow {
    /// Row as the list's program numbers it, from 1.
    pub row: usize,
    /// Its sheet, where the list has several.
    pub sheet: Option<String>,
    /// The document's number; its title where the list has no number for it.
    pub number: String,
    /// The document's title.
    pub title: String,
    /// Type, in the list's own words.
    pub kind: String,
    /// Label of the version that counts, as the list says.
    pub version: Option<String>,
    /// Status, in the list's own words.
    pub status: String,
    /// Whether the row is struck out, so that nobody knows whether it holds.
    pub struck: bool,
    /// Role that answers for it; empty where the cell holds a dash.
    pub owner: String,
    /// Role that approves it; empty where the cell holds a dash.
    pub approver: String,
    /// The words in the column for the day of approval, empty where there are none; nothing without such a column.
    pub approved_on: Option<String>,
    /// When the next review is due; the cell's text where it cannot be read.
    pub next_review: Option<std::result::Result<Due, String>>,
    /// Months between reviews, 1 to 120.
    pub interval: Option<u32>,
    /// What the cells of all columns for clauses name.
    pub clauses: ClauseCell,
    /// Whether the list has a column for clauses: then an empty cell says that there are none.
    pub names_clauses: bool,
    /// Path of the file, as the list writes it or links it.
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

/// The documents of a list.
pub fn master_rows(list: &Understood) -> Vec<MasterRow> {
    let unsure = unsure_dots(list);
    let has = |meaning: &str| list.columns.iter().any(|column| column.meaning == meaning && column.filled > 0);
    let columns = Columns { clauses: names_clauses(list), approval: has("approved_on"), unsure };
    list.rows.iter().filter_map(|row| read(row, &columns)).collect()
}

/// Whether a list has a column for clauses.
pub(super) fn names_clauses(list: &Understood) -> bool {
    list.columns.iter().any(|column| column.meaning.starts_with("clause"))
}

/// Whether a list has a date with dots that can only have the month first.
pub(super) fn unsure_dots(list: &Understood) -> bool {
    list.rows.iter().flat_map(|row| &row.cells).any(|cell| dots_put_month_first(&cell.words))
}

/// What is known of the columns of a list.
struct Columns {
    clauses: bool,
    approval: bool,
    /// Dates with dots may have the month first.
    unsure: bool,
}

fn read(row: &ListRow, columns: &Columns) -> Option<MasterRow> {
    let unsure = columns.unsure;
    let text = |header: Header| row.text(header);
    let plain = |header: Header| row.text(header).unwrap_or_default();
    Some(MasterRow {
        row: row.row,
        sheet: row.sheet.clone(),
        number: text(Header::Number)?,
        title: text(Header::Title)?,
        kind: plain(Header::Kind),
        version: text(Header::Version),
        status: plain(Header::Status),
        struck: row.struck,
        owner: plain(Header::Owner),
        approver: plain(Header::Approver),
        approved_on: columns.approval.then(|| plain(Header::ApprovedOn)),
        next_review: text(Header::NextReview).map(|t| due_among(&t, unsure).ok_or(t)),
        interval: text(Header::Interval).and_then(|t| t.parse().ok()).filter(|m| (1..=120).contains(m)),
        clauses: row.clauses.clone(),
        names_clauses: columns.clauses,
        location: text(Header::Location).or_else(|| row.link.clone()),
        distribution: plain(Header::Distribution),
        classification: plain(Header::Classification),
        retention: plain(Header::Retention),
        words: row.cells.clone(),
        unsure_dots: unsure,
    })
}
