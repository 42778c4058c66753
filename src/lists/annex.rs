//! Clauses of 27001 whose number says by itself whether it is one of the text or of Annex A, and those that may be both: 5.19
//! is a control only, 9.2 a clause only, 5.1 is either.

use super::laid::Laid;
use super::meaning::Meaning;
use super::propose::{Proposed, Why};
use crate::reading::{ClauseCell, clause_cell, says_clause};
use crate::standards::{ClauseRef, Edition, EditionId, catalogue};
use crate::words::is_control_word;

/// Where a number without the annex's letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    Text,
    Annex,
    Both,
    Nowhere,
}

/// Where a number stands in 27001; in the edition that the list names, else in the usual one.
fn place(standard: &str, clause: &str) -> Where {
    let year = standard.split_once(':').map(|(_, year)| year);
    // Without a year the edition that a new workspace starts with.
    let meant = |edition: &&Edition| {
        edition.id.standard == "27001" && year.map_or(edition.default, |year| edition.id.edition == year)
    };
    let editions: Vec<&EditionId> = catalogue().editions().iter().filter(meant).map(|edition| &edition.id).collect();
    let has = |clause: &str| {
        let reference = |id: &&EditionId| ClauseRef {
            standard: id.standard.clone(),
            edition: id.edition.clone(),
            clause: clause.to_owned(),
        };
        editions.iter().any(|id| catalogue().clause(&reference(id)).is_some())
    };
    match (has(clause), has(&format!("A.{clause}"))) {
        (true, true) => Where::Both,
        (true, false) => Where::Text,
        (false, true) => Where::Annex,
        (false, false) => Where::Nowhere,
    }
}

/// Of a clause of 27001 that stands without a letter, where it stands.
fn bare((standard, clause): &(String, String)) -> Option<Where> {
    (standard.starts_with("27001") && !clause.starts_with("A.")).then(|| place(standard, clause))
}

/// Whether a column leaves open which numbers of 27001 are clauses and which controls: it is headed by both, or writes a
/// control without its letter. What a person decided is not open.
fn leaves_open<'a>(name: &str, proposed: &Proposed, cells: impl Iterator<Item = &'a str>) -> bool {
    let Meaning::Clauses(standard) = &proposed.meaning else { return false };
    let ours = standard.as_ref().is_none_or(|standard| standard.name.starts_with("27001") && !standard.annex);
    if !ours || matches!(proposed.why, Why::Chosen | Why::Remembered) {
        return false;
    }
    let words = || name.split(|c: char| !c.is_alphabetic());
    let both = words().any(is_control_word) && words().any(says_clause);
    let control = |cell: &str| {
        clause_cell(cell, standard.as_ref()).clauses.iter().any(|clause| bare(clause) == Some(Where::Annex))
    };
    both || cells.take(400).any(control)
}

/// Of each column of a list, whether it leaves that open.
pub(super) fn open(laid: &Laid<'_>) -> Vec<bool> {
    let rows = &laid.table.rows[laid.heading.rows.map_or(0, |(_, last)| last + 1)..];
    let of = |(column, proposed): (usize, &Proposed)| {
        let cells = rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.text.trim());
        leaves_open(&laid.names[column], proposed, cells)
    };
    laid.proposed.iter().enumerate().map(of).collect()
}

/// Puts the letter before numbers that are those of controls alone, and takes out those that may be either where the column
/// leaves that open.
pub(super) fn settle(cell: ClauseCell, open: bool) -> ClauseCell {
    let mut out = ClauseCell { unread: cell.unread, either: cell.either, ..ClauseCell::default() };
    for (standard, clause) in cell.clauses {
        let named = (standard, clause);
        match bare(&named) {
            Some(Where::Annex) => out.clauses.push((named.0, format!("A.{}", named.1))),
            Some(Where::Both) if open => out.either.push(format!("{} {}", named.0, named.1)),
            _ => out.clauses.push(named),
        }
    }
    out
}
